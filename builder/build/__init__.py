"""The use cases: what the commands and the site ask for, from a project folder to the files of build/.

What the site's search needs (`builder.build.searching`) is imported where it is asked for: it takes a third of what the
program takes to start."""

from builder.build.project import Project, compared, site
from builder.build.text import BuildError, Text

__all__ = ["BuildError", "Project", "Text", "compared", "site"]
