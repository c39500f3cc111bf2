"""The use cases: what the commands and the site ask for, from a project folder to the files of build/."""

from builder.build.project import Project, compared, site
from builder.build.searching import search_entries, search_files, search_index
from builder.build.text import BuildError, Text

__all__ = ["BuildError", "Project", "Text", "compared", "search_entries", "search_files", "search_index", "site"]
