"""What could not be read as written in an earlier version: compared as plain text, and told of.

Nobody can mend a version that is recorded, so a fault in it never stops a comparison.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from builder import markdown
from builder.finding import Finding
from builder.library import Clause, Library
from builder.model import Paragraph, Position, Text
from builder.read.decode import with_plain_lines
from builder.read.header import split_front_matter

__all__ = ["rescued", "warnings"]

TITLE = re.compile(r"^titel:[ \t]*[\"']?(.{1,200}?)[\"']?[ \t]*$", re.MULTILINE)
LOST = "Klausulens text går inte att läsa i den här versionen."
INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "clauses/register/": "Det som hämtas från registret saknas i den gamla texten.",
        "clauses/": "Klausulen jämförs som ren text.",
        "assemblies/": "Innehållet står i den ordning som det har nu.",
    }
)
"""What a comparison does without a file, by the beginning of its path; the first that fits."""


def rescued(library: Library, current: Library, faults: Sequence[Finding]) -> Library:
    """The library with a plain clause for each broken one, and contents as they are now for each broken document."""
    clauses = {id_: _plain(library, id_) for id_ in sorted(library.broken - library.clauses.keys())}
    paths = {fault.position.path for fault in faults}
    lost = {name: item for name, item in current.assemblies.items() if item.path in paths}
    return replace(
        library,
        clauses=MappingProxyType(clauses | dict(library.clauses)),
        assemblies=MappingProxyType(lost | dict(library.assemblies)),
    )


def _plain(library: Library, id_: str) -> Clause:
    """A clause whose header cannot be read: a title if one is to be seen, and the text after the header."""
    path = f"clauses/{id_}.md"
    if path not in library.sources:
        return Clause(id_, path, id_.rsplit("/", 1)[-1], body=(Paragraph((Text(LOST),), position=Position(path)),))
    source = with_plain_lines(library.sources[path])
    written, first = split_front_matter(source)
    title = TITLE.search(source if written is None else written)
    body, _ = markdown.parse(source, path, first)
    return Clause(id_, path, title[1] if title else id_.rsplit("/", 1)[-1], body=body, body_line=first)


def warnings(label: str, faults: Sequence[Finding]) -> Iterator[str]:
    """A sentence for each file of a version that is compared as far as it can be read."""
    for path, fault in {fault.position.path: fault for fault in reversed(faults)}.items():
        place = f"{path}:{fault.position.line}:{fault.position.column}"
        instead = next(said for start, said in INSTEAD.items() if path.startswith(start))
        yield f"{place}: varning, i versionen ”{label}”: {fault.sentence} {instead}"
