"""Reports of changes: for one party, of some grades, and as the bytes of each format."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Literal

from builder.build.compared import Versions
from builder.build.error import BuildError
from builder.build.project import Project
from builder.changes import Grade, Order, Selection, bound_sections, listed, narrowed, three_columns
from builder.library import Library, Party
from builder.redline import Redline, unchanged

__all__ = [
    "ORDERS",
    "Layout",
    "concerning",
    "narrowed_redlines",
    "report_bytes",
    "require_ending",
]

Layout = Literal["lista", "trespalt"]

ENDINGS: dict[Layout, tuple[str, ...]] = {
    "lista": (".docx", ".html", ".json", ".csv", ".txt"),
    "trespalt": (".docx", ".html"),
}
NAMES: dict[Layout, str] = {"lista": "listan över ändringar", "trespalt": "jämförelsen i tre spalter"}
ORDERS: dict[Layout, Order] = {"lista": "grad", "trespalt": "plats"}
"""The order in which each is read when nobody asks for another."""


def concerning(project: Project, redlines: Iterable[Redline], versions: Versions, asked: str | None) -> Selection:
    """All that concerns a party: the clauses where it is bound in the old text or in the new. All there is for none."""
    if asked is None:
        return Selection()
    library = project.current.library
    party = _party(library, asked)
    both = (versions.old, versions.new)
    texts = [project.document(redline.name, label) for redline in redlines for label in both]
    bound = [bound_sections(library, document, party.id) for document in texts]
    return Selection(party=party.name, sections=frozenset().union(*bound))


def narrowed_redlines(
    project: Project, redlines: Sequence[Redline], versions: Versions, party: str | None, grades: frozenset[Grade]
) -> tuple[Redline, ...]:  # fmt: skip
    """The redlines with what concerns a party, and of the grades asked for; whole when nothing is asked for."""
    wanted = replace(concerning(project, redlines, versions, party), grades=grades)
    return tuple(narrowed(redline, wanted) for redline in redlines)


def _party(library: Library, asked: str) -> Party:
    """The party a user means by its id or name."""
    named = {word.casefold(): party for party in library.parties.values() for word in (party.short, party.name) if word}
    found = library.parties.get(asked) or named.get(asked.casefold())
    if found is not None:
        return found
    close = get_close_matches(asked.casefold(), [*library.parties, *named], 1)
    hint = f"Menade du ”{close[0]}”?" if close else f"Parter som finns: {', '.join(library.parties) or 'inga'}."
    raise BuildError(f"Parten ”{asked}” finns inte i registret parter.yml. {hint}")


def report_bytes(redlines: Sequence[Redline], wanted: Selection, layout: Layout, ending: str) -> bytes:
    """A report in the format of a file name's ending; BuildError for another ending."""
    from builder import export, word

    maker = listed if layout == "lista" else three_columns
    match layout, ending.lower():
        case _, ".docx":
            return word.write(unchanged(maker(redlines, wanted)))
        case _, ".html":
            return export.document_page(maker(redlines, wanted)).encode()
        case "lista", ".txt":
            return export.redline_text(unchanged(maker(redlines, wanted))).encode()
        case "lista", ".json":
            return export.changes_json(redlines, wanted).encode()
        case "lista", ".csv":
            return export.changes_csv(redlines, wanted).encode()
        case _:
            raise BuildError(_wrong_ending(layout, ending))


def require_ending(layout: Layout, ending: str) -> None:
    """BuildError when the layout has no such format, before anything is compared."""
    if ending.lower() not in ENDINGS[layout]:
        raise BuildError(_wrong_ending(layout, ending))


def _wrong_ending(layout: Layout, ending: str) -> str:
    known = ", ".join(ENDINGS[layout])
    return f"Filändelsen ”{ending}” är inget format för {NAMES[layout]}. Välj någon av {known}."
