"""The graph of references as JSON, for other programs."""

import json

from builder.review import Graph

__all__ = ["graph_json"]


def graph_json(graph: Graph) -> str:
    """The agreements, the clauses with their chapters, each reference, and how many go from agreement to agreement."""
    counts = graph.between_groups()
    shown = {
        "agreements": [{"id": id, "name": name} for id, name in graph.groups.items()],
        "clauses": [
            {"id": node.clause, "title": node.title, "agreement": node.group, "chapter": node.chapter}
            for node in graph.nodes.values()
        ],
        "references": [
            {"from": edge.clause, "to": edge.target.id} | ({"version": edge.pin} if edge.pin else {})
            for edge in graph.edges
        ],
        "counts": [
            {"from": one, "to": other, "references": counts[one, other]}
            for one in graph.groups for other in graph.groups if counts[one, other]
        ],
    }  # fmt: skip
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"
