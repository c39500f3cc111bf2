"""What an edit of some clauses changes on the site, for who sees it while writing; all else stands as it was made."""

import re
from collections.abc import Iterable
from dataclasses import replace
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

from builder.build.error import BuildError
from builder.build.project import Project

if TYPE_CHECKING:
    from builder.web import Site

__all__ = ["edited_site", "files_now"]

FOLDERS = ("clauses", "assemblies")
CLAUSE = re.compile(r"clauses/(?!register/|granskat/)(?P<id>.+)\.md")


def files_now(folder: Path, *others: Path) -> dict[str, tuple[int, int]]:
    """The files that the site is made of, by path in the project, with when and how long they were written."""
    places = (*(folder / name for name in FOLDERS), *others)
    files = (file for place in places for file in (place, *place.rglob("*")) if file.is_file())
    found = {}
    for file in files:
        state = file.stat()
        found[Path(relpath(file, folder)).as_posix()] = state.st_mtime_ns, state.st_size
    return found


def edited_site(site: "Site", folder: Path, paths: Iterable[str]) -> tuple["Site", frozenset[str]] | None:
    """The site with the documents that hold the edited clauses as they are now, and those documents' names. None when
    more than the words of clauses was edited, or what was written cannot be read."""
    clauses = {match["id"] if (match := CLAUSE.fullmatch(path)) else "" for path in paths}
    names = frozenset(
        name for name, item in site.library.assemblies.items() if not item.party and clauses.intersection(item.clauses)
    )
    if "" in clauses or not clauses <= site.library.clauses.keys() or not names:
        return None
    try:
        text = Project(folder).current
        made = {name: text.whole(name) for name in names}
    except BuildError:
        return None
    documents = tuple(made.get(document.name, document) for document in site.documents)
    return replace(site, library=text.library, documents=documents), names
