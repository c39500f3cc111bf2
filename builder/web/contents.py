"""An agreement's own page: what it is, what state it is in, and its contents."""

from collections.abc import Iterator

from builder.model import Document, Section
from builder.web.asked import asked
from builder.web.banner import page_top
from builder.web.escape import markdown_text, yaml_text
from builder.web.names import numbered, short_title
from builder.web.places import Place, Places, chapters, contents_page, relative
from builder.web.whole import whole_page

__all__ = ["contents"]


def contents(places: Places, document: Document, instead: str = "") -> str:
    """The contents of one document with links to all its clauses. `instead`: Markdown on which other text to read."""
    edition = document.edition
    lines = [
        f"# {markdown_text(edition.title, at_start=True)}",
        "",
        *((instead, "") if instead else ()),
        *_facts(document),
        "## Innehåll {#innehall data-search-exclude}",
        "",
    ]
    for chapter in chapters(document):
        lines += _entries(places, document, chapter.sections)
    return page_top(yaml_text(short_title(places.library, edition)), edition) + "\n".join(lines) + "\n"


def _facts(document: Document) -> Iterator[str]:
    edition = document.edition
    clauses = [section for section in document.sections if section.kind == "clause"]
    questions = len(asked(document))
    if edition.parties:
        yield f"Parter: {markdown_text(edition.parties)}"
        yield ""
    yield f"{len(clauses)} klausuler, {questions} öppna frågor." if questions else f"{len(clauses)} klausuler."
    page = contents_page(document)
    yield f"[Hela texten på en sida]({relative(page, Place(whole_page(document)))}), för utskrift."
    if edition.diary:
        yield f"Diarienummer {markdown_text(edition.diary)}."
    if edition.checksum:
        yield f"Kontrollsumma `{edition.checksum[:12]}`."
    yield ""


def _entries(places: Places, document: Document, sections: tuple[Section, ...]) -> Iterator[str]:
    page = contents_page(document)
    base = sections[0].level
    for section in sections:
        place = places.sections[document.name, section.id]
        indent = "    " * max(0, section.level - base)
        yield f"{indent}-   [{markdown_text(numbered(section))}]({relative(page, Place(place.page, place.anchor))})"
