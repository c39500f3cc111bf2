"""The page of laws: the acts that the texts rest on, and what the cited sections say."""

from collections.abc import Iterator

from builder.library import Law, Library
from builder.model import Edition
from builder.web.banner import day, page_top
from builder.web.escape import markdown_text, safe_address, yaml_text
from builder.web.places import law_anchor

__all__ = ["laws_page"]


def laws_page(library: Library, edition: Edition | None) -> str:
    """All acts of the register; those in force first."""
    rows = sorted(library.laws.values(), key=lambda law: (bool(law.repealed), law.name.lower(), law.id))
    intro = "Orden om varje paragraf är en kort omskrivning, inte lagens egen text."
    body = "\n".join("\n".join(_law(library, row)) for row in rows) or "Inga lagar är införda än.\n"
    return f"{page_top(yaml_text('Lagar'), edition)}# Lagar\n\n{intro}\n\n{body}\n"


def _law(library: Library, law: Law) -> Iterator[str]:
    yield f"## {markdown_text(law.title or law.name, at_start=True)} {{#{law_anchor(law.id)}}}"
    yield ""
    yield " · ".join(_facts(library, law))
    yield "{: .fakta }"
    yield ""
    for section, says in law.sections.items():
        anchor = law_anchor(law.id, section)
        yield f'-   <strong id="{anchor}">{markdown_text(section)}</strong> {markdown_text(says)}'
    yield ""


def _facts(library: Library, law: Law) -> Iterator[str]:
    yield f"Förkortas {markdown_text(law.id)}"
    if law.repealed:
        yield f"Upphävd {markdown_text(day(law.repealed))}"
    if law.replaced_by in library.laws:
        yield f"[Ersatt av {markdown_text(library.laws[law.replaced_by].name)}](#{law_anchor(law.replaced_by)})"
    if address := safe_address(law.address):
        yield f"[Lagens text]({address})"
