"""Who refers to whom: clauses, the chapters they stand in, and the agreements they belong to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.library import Library
from builder.model import Document, words
from builder.review.citations import Citation, citations

__all__ = ["Graph", "Node", "graph"]


@dataclass(frozen=True, slots=True)
class Node:
    """A clause: its `group` is the id of the agreement it belongs to; `chapter` is empty where agreements share it."""

    clause: str
    title: str
    group: str
    chapter: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """The chapter with its agreement."""
        return self.group, self.chapter


@dataclass(frozen=True, slots=True)
class Graph:
    """`groups`: from each agreement's id to its name, in the order of the register. `nodes` are in printed order;
    `edges` are from clause to clause, one however often the text refers."""

    groups: Mapping[str, str]
    nodes: Mapping[str, Node]
    edges: tuple[Citation, ...]

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """The two clauses of each reference."""
        return ((self.nodes[edge.clause], self.nodes[edge.target.id]) for edge in self.edges)

    def between_groups(self) -> Counter[tuple[str, str]]:
        """How many references go from agreement to agreement, or stay in one."""
        return Counter((one.group, other.group) for one, other in self.pairs())

    def between_chapters(self, group: str) -> Counter[tuple[tuple[str, str], tuple[str, str]]]:
        """How many references go from the chapters of an agreement to chapters of others."""
        found = (pair for pair in self.pairs() if pair[0].group == group != pair[1].group)
        return Counter((one.place, other.place) for one, other in found)


def graph(documents: Iterable[Document], library: Library) -> Graph:
    """The references of the agreements' own texts; of all texts where none belongs to an agreement."""
    found = tuple(document for document in documents if not document.edition.supporting)
    texts = tuple(document for document in found if document.edition.agreement) or found
    nodes: dict[str, Node] = {}
    for document in texts:
        nodes |= {node.clause: node for node in _nodes(document, library) if node.clause not in nodes}
    used = {node.group for node in nodes.values()}
    rows = {id: row.short or row.title for id, row in library.agreements.items() if id in used}
    cited = citations(section for text in texts for section in text.sections)
    kept = (edge for edge in cited if edge.target.kind in ("klausul", "version"))
    edges = {(edge.clause, edge.target.id): edge for edge in kept if edge.target.id in nodes}
    return Graph(rows | {id: id for id in sorted(used - rows.keys())}, nodes, tuple(edges.values()))


def _nodes(document: Document, library: Library) -> Iterator[Node]:
    chapter = ""
    for section in document.sections:
        title = words(section.title)
        if section.level == 1:
            chapter = f"{section.number} {title}".strip()
        if section.kind == "clause":
            folder, home = section.id.partition("/")[0], document.edition.agreement or document.name
            shared = folder in library.agreements and folder != home
            yield Node(section.id, title, folder if shared else home, "" if shared else chapter)
