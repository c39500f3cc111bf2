"""The agreements' own texts alone, for those who ask of nothing else: the rest of a project is not read."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import unquote

from builder.library import Clause, Library
from builder.model import Text, Url, all_inlines
from builder.read.files import outline, read
from builder.snapshot import Snapshot

__all__ = ["own_texts_alone"]

NEEDED = re.compile(
    r"clauses/granskat/.+|clauses/register/(?:parter|parametrar|termer|lagar|avtal|versioner|projekt|tabeller|bilder)\.ya?ml"
)
"""The review marks, and the registers that the words and numbers of clauses are read by."""


def own_texts_alone(snapshot: Snapshot) -> Library:
    """The agreements' own texts, the clauses that they hold or refer to, and the registers that these are read by;
    everything where a clause is referred to by a name that no file has, which may be one it had before."""
    own = outline(snapshot).own_texts()
    files = {item.path for item in own} | {path for path in snapshot.files if NEEDED.fullmatch(path)}
    files |= {f"clauses/{name}.md" for item in own for name in item.clauses}
    library = _read(snapshot, files)
    cited = set(_cited(library.clauses.values()))
    return read(snapshot)[0] if cited - snapshot.files.keys() else _read(snapshot, files | cited)


def _read(snapshot: Snapshot, paths: set[str]) -> Library:
    return read(replace(snapshot, files={path: snapshot.files[path] for path in paths & snapshot.files.keys()}))[0]


def _cited(clauses: Iterable[Clause]) -> Iterator[str]:
    """The files of clauses that clauses refer to."""
    for clause in clauses:
        folder = posixpath.dirname(clause.path)
        for inline in all_inlines(clause.body):
            if isinstance(inline, Text) and isinstance(inline.marks.link, Url):
                written = unicodedata.normalize("NFC", unquote(inline.marks.link.address.partition("#")[0]))
                path = posixpath.normpath(posixpath.join(folder, written))
                if path.startswith("clauses/") and path.endswith(".md"):
                    yield path
