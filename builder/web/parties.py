"""The page of parties and roles."""

from builder.library import Library, Party
from builder.model import Edition
from builder.web.banner import page_top
from builder.web.escape import markdown_text, slug, yaml_text

__all__ = ["parties_page"]

KINDS = (("region", "Region"), ("kommun", "Kommuner"), ("roll", "Roller i texten"))


def parties_page(library: Library, edition: Edition | None) -> str:
    """Who can be bound by the agreements, by kind."""
    groups = [_group(title, [p for p in library.parties.values() if p.kind == kind]) for kind, title in KINDS]
    body = "\n".join(filter(None, groups)) or "Inga parter är införda än.\n"
    return f"{page_top(yaml_text('Parter'), edition)}# Parter\n\n{body}"


def _group(title: str, rows: list[Party]) -> str:
    if not rows:
        return ""
    table = ["| Namn | Kod | Beskrivning |", "|---|---|---|"] if any(r.code for r in rows) else _plain_head()
    with_code = any(row.code for row in rows)
    return "\n".join([f"## {title}", "", *table, *(_row(row, with_code) for row in rows), ""])


def _plain_head() -> list[str]:
    return ["| Namn | Beskrivning |", "|---|---|"]


def _row(row: Party, with_code: bool) -> str:
    cells = [f'<span id="{slug(row.id)}">{markdown_text(row.name)}</span>']
    cells += [markdown_text(row.code)] if with_code else []
    return "| " + " | ".join([*cells, markdown_text(row.description)]) + " |"
