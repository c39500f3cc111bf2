"""The graph of references as pictures: agreements, the chapters of one, and what stands around one clause."""

from collections.abc import Iterable, Iterator

from builder.model import Picture
from builder.pictures import Item, Link, network, strands
from builder.review.graph import Graph, Node

__all__ = ["agreements_picture", "chapters_picture", "clause_picture"]

SHARED = "Alla klausuler"
"""What stands for the chapter of clauses that agreements share."""


def agreements_picture(graph: Graph) -> Picture:
    """The agreements, and how many references each makes to the others."""
    counts, places = graph.between_groups(), {group: n for n, group in enumerate(graph.groups)}
    sizes = {group: sum(node.group == group for node in graph.nodes.values()) for group in graph.groups}
    boxes = [(name, f"{sizes[group]} klausuler, {counts[group, group]} inom") for group, name in graph.groups.items()]
    drawn = network(boxes, {(places[a], places[b]): count for (a, b), count in counts.items()})
    said = "Siffran vid en ruta är antalet hänvisningar därifrån längs linjen, och inom är antalet i avtalet självt. "
    return Picture(said + " ".join(_agreements_said(graph)), drawn, "Hänvisningar mellan avtalen", "graf")


def _agreements_said(graph: Graph) -> Iterator[str]:
    counts = graph.between_groups()
    for group, name in graph.groups.items():
        out = [f"{graph.groups[other]} {counts[group, other]}" for other in graph.groups
               if other != group and counts[group, other]]  # fmt: skip
        yield f"{name}: {counts[group, group]} inom, till {', '.join(out)}." if out else f"{name}: inga till andra."


def chapters_picture(graph: Graph, group: str) -> Picture:
    """The chapters of an agreement, and the chapters of other agreements that they refer to."""
    counts = graph.between_chapters(group)
    order = dict.fromkeys(node.place for node in graph.nodes.values())
    starts = [place for place in order if any(pair[0] == place for pair in counts)]
    ends = [
        (g, c) for name in graph.groups for g, c in order if g == name and any(pair[1] == (g, c) for pair in counts)
    ]
    links: list[Link] = [
        (0, _key(one), _key(other), counts[one, other]) for one in starts for other in ends if counts[one, other]
    ]
    left: list[Item] = [("", graph.groups[group]), *((_key(place), _chapter(place)) for place in starts)]
    said = " ".join(
        f"{_chapter(one)}: till {_chapter(other)} i {graph.groups[other[0]]} {counts[one, other]}."
        for one in starts for other in ends if counts[one, other]
    )  # fmt: skip
    title = f"Hänvisningar från {graph.groups[group]} till andra avtal"
    return Picture(said or f"{title}: inga.", strands([left, [*_by_group(graph, ends)]], links), title, f"graf/{group}")


def _by_group(graph: Graph, ends: Iterable[tuple[str, str]]) -> Iterator[Item]:
    before = ""
    for place in ends:
        if place[0] != before:
            yield "", graph.groups[place[0]]
        before = place[0]
        yield _key(place), _chapter(place)


def _key(place: tuple[str, str]) -> str:
    return "/".join(place)


def _chapter(place: tuple[str, str]) -> str:
    return place[1] or SHARED


def clause_picture(graph: Graph, clause: str) -> Picture:
    """A clause, the clauses that refer to it, and those it refers to."""
    callers = [one for one, other in graph.pairs() if other.clause == clause]
    targets = [other for one, other in graph.pairs() if one.clause == clause]
    columns: list[list[Item]] = [
        [("", "Hänvisar hit"), *(_item(graph, node) for node in callers)],
        [("", "Klausulen"), _item(graph, graph.nodes[clause])],
        [("", "Den hänvisar till"), *(_item(graph, node) for node in targets)],
    ]
    links: list[Link] = [(0, node.clause, clause, 1) for node in callers]
    links += [(1, clause, node.clause, 1) for node in targets]
    title = f"Hänvisningar till och från {graph.nodes[clause].title}"
    said = f"Hit hänvisar: {_named(graph, callers)}. Klausulen hänvisar till: {_named(graph, targets)}."
    return Picture(said, strands(columns, links), title, f"graf/{clause}")


def _item(graph: Graph, node: Node) -> Item:
    return node.clause, f"{node.title} ({graph.groups[node.group]})"


def _named(graph: Graph, nodes: Iterable[Node]) -> str:
    return ", ".join(_item(graph, node)[1] for node in nodes) or "ingen"
