"""The page of laws: the acts that the texts rest on, and what the cited sections say."""

from collections.abc import Iterator

from builder.library import Law, Library
from builder.model import Edition
from builder.web.banner import day, page_top
from builder.web.escape import markdown_text, safe_address, yaml_text
from builder.web.places import law_anchor
from builder.web.terms import swedish_order

__all__ = ["laws_page"]


def laws_page(library: Library, edition: Edition | None) -> str:
    """All acts of the register; those in force first."""
    rows = sorted(library.laws.values(), key=lambda law: (swedish_order(law.title or law.name), law.id))
    cited = [law for law in rows if law.sections and not law.repealed]
    other = [law for law in rows if not law.sections and not law.repealed]
    intro = "Orden om varje paragraf är en kort omskrivning, inte lagens egen text."
    parts = ["\n".join(_law(library, law)) for law in cited]
    parts += _list(library, "Andra lagar och föreskrifter", other)
    parts += _list(library, "Upphävda lagar", [law for law in rows if law.repealed])
    body = "\n".join(parts) or "Inga lagar är införda än."
    return f"{page_top(yaml_text('Lagar'), edition)}# Lagar\n\n{intro}\n\n{body}\n"


def _list(library: Library, title: str, laws: list[Law]) -> Iterator[str]:
    """Acts without sections to show, a line each."""
    if laws:
        yield "\n".join([f"## {title}", "", *(line for law in laws for line in _item(library, law)), ""])


def _item(library: Library, law: Law) -> Iterator[str]:
    yield f"-   {_name(law)}<br>{' · '.join(_facts(library, law))}"
    yield from _sections(law, "    ")


def _sections(law: Law, margin: str = "") -> Iterator[str]:
    for section, says in law.sections.items():
        anchor = law_anchor(law.id, section)
        yield f'{margin}-   <strong id="{anchor}">{markdown_text(section)}</strong> {markdown_text(says)}'


def _name(law: Law) -> str:
    return f'<strong id="{law_anchor(law.id)}">{markdown_text(law.title or law.name)}</strong>'


def _law(library: Library, law: Law) -> Iterator[str]:
    yield f"## {markdown_text(law.title or law.name, at_start=True)} {{#{law_anchor(law.id)}}}"
    yield ""
    yield " · ".join(_facts(library, law))
    yield "{: .fakta }"
    yield ""
    yield from _sections(law)
    yield ""


def _facts(library: Library, law: Law) -> Iterator[str]:
    yield f"Förkortas {markdown_text(law.id)}"
    if law.repealed:
        yield f"Upphävd {markdown_text(day(law.repealed))}"
    if law.replaced_by in library.laws:
        yield f"[Ersatt av {markdown_text(library.laws[law.replaced_by].name)}](#{law_anchor(law.replaced_by)})"
    if address := safe_address(law.address):
        yield f"[Lagens text]({address})"
