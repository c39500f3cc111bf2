"""The use cases: what the commands and the site ask for, from a project folder to the files of build/.

What is named here is loaded when it is asked for: all of it takes half a second, which the command that lets a process
of its own build the site would lose before that begins. What the site's search needs (`builder.build.searching`) is
imported where it is asked for: it takes a third of what the program takes to start.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.build.error import BuildError
    from builder.build.project import Project, compared, site
    from builder.build.text import Text

__all__ = ["BuildError", "Project", "Text", "compared", "site"]

PLACES = {"BuildError": "error", "Project": "project", "Text": "text", "compared": "project", "site": "project"}


def __getattr__(name: str) -> object:
    """A name of this package, loaded now."""
    if name not in PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{PLACES[name]}"), name)
