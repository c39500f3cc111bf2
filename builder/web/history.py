"""A clause through time: what happened to it in each version, told under its agreement, and by the clause in a line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builder.changes import ChangeKind, Line
from builder.model import Document
from builder.web.banner import WORKING, day, page_top
from builder.web.compared import Compared, Side, Told
from builder.web.escape import anchor_text, html_text, markdown_text, yaml_text
from builder.web.frozen_place import clause_place, version_place
from builder.web.names import numbered, short_title
from builder.web.places import Place, Places, history_page, redline_page, relative
from builder.web.site import Site

__all__ = ["NO_PAST", "Past", "Pasts", "Step", "compared_with_earlier", "history_page_text", "last_change", "pasts"]

HELD = "Fanns när den första versionen sparades."
INTRO = (
    "För varje klausul står vad som hände i varje version, det senaste först: dagen, hur mycket ändringen betyder, vad "
    "som ändrades och varför."
)


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to a clause between two texts; `card` is where the comparison of them tells it."""

    kind: ChangeKind
    edition: Side
    told: Line
    card: Place


@dataclass(frozen=True, slots=True)
class Past:
    """A clause's steps, the newest first, and the oldest text it is known from (none where it came later)."""

    steps: tuple[Step, ...]
    first: Side | None


Pasts = Mapping[tuple[str, str], Past]
"""(document, clause id) to what has happened to the clause, withdrawn ones too."""

NO_PAST: Pasts = MappingProxyType({})


def compared_with_earlier(site: Site) -> tuple[Document, ...]:
    """The agreements' own texts that are compared with an earlier version of themselves."""
    names = {compared.name for compared in site.compared if compared.old}
    return tuple(document for document in site.own if document.name in names)


def pasts(site: Site) -> Pasts:
    """The past of every clause of the agreements' own texts that have recorded versions."""
    found = (pair for document in compared_with_earlier(site) for pair in _document(site, document))
    return MappingProxyType(dict(found))


def _document(site: Site, document: Document) -> Iterator[tuple[tuple[str, str], Past]]:
    mine = [compared for compared in site.compared if compared.name == document.name and compared.old]
    now = {section.id: section.id for section in document.sections if section.kind == "clause"}
    steps: dict[str, list[Step]] = {name: [] for name in now}
    for compared in reversed(mine):
        for index, told in enumerate(compared.told, 1):
            if told.is_clause:
                name = now.setdefault(told.line.id, told.line.id)
                now.update({told.old_id: name} if told.old_id else {})
                steps.setdefault(name, []).append(_step(compared, told, index))
    oldest = mine[0].old
    for name, taken in steps.items():
        came_later = bool(taken) and taken[-1].kind == "inserted"
        yield (document.name, name), Past(tuple(taken), None if came_later else oldest)


def _step(compared: Compared, told: Told, index: int) -> Step:
    return Step(told.kind, compared.new, told.line, Place(redline_page(compared), f"andring-{index}"))


def last_change(past: Past) -> str:
    """When a clause last changed, in a few words."""
    if not past.steps:
        return f"Oförändrad sedan {past.first.version}" if past.first else ""
    edition = past.steps[0].edition
    if edition.version in WORKING:
        return "Ändrad efter senaste version"
    return f"Ändrad i {edition.version}, {day(edition.date)}" if edition.date else f"Ändrad i {edition.version}"


@dataclass(frozen=True, slots=True)
class _Teller:
    """Writes one agreement's page."""

    places: Places
    site: Site
    document: Document

    @property
    def page(self) -> str:
        return history_page(self.document.name)


def history_page_text(places: Places, site: Site, document: Document, known: Pasts) -> str:
    """The page that tells the past of each clause of an agreement, each under its own anchor."""
    teller = _Teller(places, site, document)
    mine = {name: past for (owner, name), past in known.items() if owner == document.name}
    now = {section.id: numbered(section) for section in document.sections if section.id in mine}
    gone = {name: past for name, past in mine.items() if name not in now}
    title = f"Klausulernas historik: {short_title(places.library, document.edition)}"
    lines = [f"# {markdown_text(title, at_start=True)}", "", INTRO, ""]
    lines += [line for name, head in now.items() for line in _clause(teller, name, head, mine[name], 2)]
    lines += ["## Klausuler som har utgått {#utgangna}", ""] if gone else []
    lines += [line for name, past in gone.items() for line in _clause(teller, name, past.steps[0].told.clause, past, 3)]
    top = page_top(yaml_text(title), document.edition, hide=("toc",), searchable=False)
    return top + "\n".join(lines) + "\n"


def _clause(teller: _Teller, name: str, head: str, past: Past, level: int) -> Iterator[str]:
    place = teller.places.sections.get((teller.document.name, name))
    words = markdown_text(head, at_start=True)
    shown = f"[{words}]({relative(teller.page, place)})" if place else words
    yield f"{'#' * level} {shown} {{#{anchor_text(name)}}}"
    yield ""
    yield from (f"-   {_told(teller, name, step)}" for step in past.steps)
    if past.first is not None:
        yield f"-   {_version(teller, name, past.first)} {HELD}"
    yield ""


def _told(teller: _Teller, name: str, step: Step) -> str:
    told = step.told
    what = "<br>".join(map(markdown_text, told.what))
    why = "".join(f"<br>Varför: {markdown_text(said)}" for said in told.why)
    card = f"[{markdown_text(told.happened)}]({relative(teller.page, step.card)})"
    return f"{_version(teller, name, step.edition)} {card}, <strong>{html_text(told.grade)}</strong><br>{what}{why}"


def _version(teller: _Teller, name: str, edition: Side) -> str:
    """The version as a link to the clause as it stood in it, and its day."""
    document, words = teller.document.name, markdown_text(edition.version)
    known = version_place(document, edition.version).page in teller.site.frozen
    link = f"[{words}]({relative(teller.page, clause_place(document, edition.version, name))})" if known else words
    return f"{link}{f', {markdown_text(day(edition.date))}' if edition.date else ''}:"
