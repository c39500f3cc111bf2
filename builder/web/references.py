"""The page of who refers to whom: a picture of the agreements, and for each the clauses that refer to others."""

from collections.abc import Iterator

from builder.model import Edition
from builder.review import Graph, Node, agreements_picture, chapters_picture, graph
from builder.web.banner import page_top
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.picture import figure
from builder.web.places import REFERENCES, Places, relative
from builder.web.site import Site

__all__ = ["references_page"]

TITLE = "Hänvisningar mellan avtalen"
INTRO = (
    "Den som ändrar en klausul ser här vilka klausuler i andra avtal som behöver läsas samtidigt. En hänvisning räknas "
    "en gång, även om texten gör den flera gånger."
)


def references_page(places: Places, site: Site, edition: Edition | None) -> str:
    """The references of the agreements' own texts."""
    found = graph(site.own, site.library)
    parts = [f"{page_top(yaml_text(TITLE), edition)}# {TITLE}\n\n{INTRO}\n"]
    if not any(one.group != other.group for one, other in found.pairs()):
        return "\n".join([*parts, "Inget avtal hänvisar till något annat än.\n"])
    parts += [f"{figure(agreements_picture(found))}\n", *_counts(found)]
    for group in found.groups:
        parts += _group(places, found, group)
    return "\n".join(parts) + "\n"


def _counts(found: Graph) -> Iterator[str]:
    counts, names = found.between_groups(), {id: markdown_text(name) for id, name in found.groups.items()}
    yield "## Antal hänvisningar {#antal}\n"
    yield "| Från | Till | Antal |\n|---|---|---:|"
    for one, other in ((one, other) for one in names for other in names if counts[one, other]):
        there = "klausuler i samma avtal" if one == other else names[other]
        yield f"| {names[one]} | {there} | {counts[one, other]} |"
    yield ""


def _group(places: Places, found: Graph, group: str) -> Iterator[str]:
    rows: dict[str, list[Node]] = {}
    for one, other in found.pairs():
        if one.group == group != other.group:
            rows.setdefault(one.clause, []).append(other)
    if not rows:
        return
    yield f"## Från {markdown_text(found.groups[group])} {{#fran-{slug(group)}}}\n"
    yield f"{figure(chapters_picture(found, group))}\n"
    yield "| Klausul | Hänvisar till |\n|---|---|"
    for node in found.nodes.values():
        if node.clause in rows:
            there = "<br>".join(_named(places, found, other) for other in rows[node.clause])
            yield f"| {_link(places, node)} | {there} |"
    yield ""


def _named(places: Places, found: Graph, node: Node) -> str:
    return f"{_link(places, node)} ({markdown_text(found.groups[node.group])})"


def _link(places: Places, node: Node) -> str:
    place, title = places.outside(node.group, node.clause), markdown_text(node.title)
    return f"[{title}]({relative(REFERENCES, place)})" if place else title
