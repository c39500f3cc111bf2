"""The page of the parties' decisions: where each stands, whether all approved one text, and the days on the way."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from builder.decisions import State, days, decisions_document, signing_parties, standings
from builder.model import Document, Edition, Picture, Tone
from builder.pictures import tiles
from builder.web.banner import day, page_top
from builder.web.block import blocks, heading
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.inline import Pen
from builder.web.names import short_title
from builder.web.picture import figure
from builder.web.places import DECISIONS, Places
from builder.web.site import Site

__all__ = ["decisions_page"]

INTRO = (
    "En överenskommelse gäller först när alla parter har beslutat om precis samma text. "
    "Ett beslut om en annan text räknas inte."
)
FOLDER = "beslutslage"
FILES = {".xlsx": "besluten som Excel", ".ics": "dagarna till kalendern (ics)"}
LOOKS: Mapping[State, tuple[Tone, bool]] = MappingProxyType({
    "likalydande": ("low", True), "avvikande": ("high", False), "återremiss": ("high", False), "nej": ("high", False),
    "oklart": ("medium", False), "planerat": ("medium", False), "väntar": ("low", False),
})  # fmt: skip
"""How each state is drawn. A decision that counts has an edge, one that hinders a deep shade."""
HEADS = ("Senast", "Steg", "Parter", "Stöd", "Anmärkning")


def decisions_page(places: Places, site: Site, edition: Edition | None) -> str:
    """For each agreement its parties and their decisions, and the days that these ask for."""
    pen = Pen(places, "", DECISIONS)
    body = "\n".join(line for document in site.own for line in _document(pen, site, document))
    known = body or "Här finns inga parter som ska besluta."
    return f"{page_top(yaml_text('Beslutsläge'), edition)}# Beslutsläge\n\n{INTRO}\n\n{known}\n"


def _document(pen: Pen, site: Site, document: Document) -> Iterator[str]:
    if not signing_parties(site.library):
        return
    state, decided, *_ = decisions_document(site.library, document.edition, document.edition.agreement).sections
    anchor = slug(document.name)
    yield heading(2, markdown_text(document.edition.title), anchor)
    yield ""
    yield from _downloads(site, document.edition.agreement)
    yield f"{figure(_tiles(site, document.edition))}\n"
    yield blocks(pen, state.blocks)
    yield heading(3, "Parternas beslut", f"{anchor}-parter")
    yield ""
    yield blocks(pen, decided.blocks)
    if rows := list(_days(site, document.edition.agreement)):
        yield heading(3, "Dagarna på vägen", f"{anchor}-dagar")
        yield from ("", f"| {' | '.join(HEADS)} |", "|---" * len(HEADS) + "|", *rows, "")


def _tiles(site: Site, edition: Edition) -> Picture:
    """The parties side by side, each with its state."""
    there = standings(site.library, edition.agreement)
    found = [(one.party.short or one.party.name, one.state, *LOOKS[one.state]) for one in there]
    return tiles(found, caption=f"Parterna i {short_title(site.library, edition)}")


def _downloads(site: Site, agreement: str) -> Iterator[str]:
    """The files of the agreement's decisions that there are."""
    there = site.work.files if site.work is not None else {}
    links = [
        f"[{name}]({path})" for ending, name in FILES.items() if (path := f"{FOLDER}/{agreement}{ending}") in there
    ]
    if links:
        yield from (f"Hämta: {', '.join(links)}", "{: .fakta }", "")


def _days(site: Site, agreement: str) -> Iterator[str]:
    """The days that several parties share, told once."""
    together: dict[tuple[str, str, str, str], list[str]] = {}
    for each in days(site.library, agreement):
        party = site.library.parties[each.party]
        key = each.latest, each.step, each.basis, each.fault
        together.setdefault(key, []).append(party.short or party.name)
    number = len(signing_parties(site.library))
    for (latest, step, basis, fault), names in sorted(together.items()):
        who = "Alla" if len(names) == number else ", ".join(names)
        cells = (day(latest), step, who, basis or "–", fault or "–")
        yield f"| {' | '.join(map(markdown_text, cells))} |"
