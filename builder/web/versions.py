"""The page of recorded versions: a line of time for each agreement, and the ways to the texts and what changed."""

from collections.abc import Iterator

from builder.library import Version
from builder.model import Document, Edition
from builder.web.banner import STATUSES, day, page_top
from builder.web.compared import Compared
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.frozen_place import version_place
from builder.web.places import VERSIONS, Place, contents_page, history_page, redline_page, relative
from builder.web.site import Site
from builder.web.validity import standing, valid_version

__all__ = ["changes_counted", "comparison_name", "instead", "mark_of", "version_link", "versions_of", "versions_page"]

INTRO = (
    "En version är en text som har fått ett namn och inte ändras mer. Den går att läsa, och länka till, på samma "
    "adress så länge webbplatsen finns. Mellanversionen och arbetskopian är texten som skrivgruppen arbetar med nu."
)
LOOKS = {"gällande": "gallande", "upphävd": "upphavd"}


def versions_page(site: Site, edition: Edition | None) -> str:
    """For each agreement its versions, what happened to them, and the comparisons between them."""
    body = "\n".join(line for document in site.own for line in _document(site, document))
    return f"{page_top(yaml_text('Versioner'), edition)}# Versioner\n\n{INTRO}\n\n{body}\n"


def _document(site: Site, document: Document) -> Iterator[str]:
    rows = versions_of(site, document)
    yield f"## {markdown_text(document.edition.title, at_start=True)} {{#{slug(document.name)} .tidslinje}}"
    yield ""
    yield from _valid(site, document, rows)
    compared = {one.new.version: one for one in site.compared if one.name == document.name}
    known = {row.label for row in rows}
    yield from (
        f"-   {line}" for line in _now(document, [one for label, one in compared.items() if label not in known])
    )
    for row in reversed(rows):
        yield f"-   {'<br>'.join(_version(site, document, row, rows, compared.get(row.label)))}"
    if not rows:
        yield "-   Ingen version är sparad än."
    yield ""
    yield from _beside(site, document.edition.agreement)
    yield ""


def versions_of(site: Site, document: Document) -> tuple[Version, ...]:
    """The recorded versions of a document's agreement, oldest first."""
    agreement = document.edition.agreement
    return tuple(row for row in site.library.versions if row.agreement == agreement) if agreement else ()


def _valid(site: Site, document: Document, rows: tuple[Version, ...]) -> Iterator[str]:
    """What is valid, before all else."""
    valid = valid_version(rows)
    if valid is not None:
        link = version_link(site, VERSIONS, document, valid)
        yield f"{mark_of('gällande')} {link}, {markdown_text(day(valid.date))}."
        yield ""
    if any(compared.name == document.name and compared.old for compared in site.compared):
        yield f"[Vad som har hänt med varje klausul]({relative(VERSIONS, Place(history_page(document.name)))})"
        yield ""


def _now(document: Document, compared: list[Compared]) -> Iterator[str]:
    """The text that is being written, and what it changes."""
    edition = document.edition
    name = f"[{markdown_text(edition.version.capitalize())}]({relative(VERSIONS, Place(contents_page(document)))})"
    parts = [f"{name} {mark_of('utkast')}", f"{markdown_text(day(edition.date))} och senare" if edition.date else ""]
    yield "<br>".join([*filter(None, parts), *map(_link, compared)])


def _version(
    site: Site,
    document: Document,
    row: Version,
    rows: tuple[Version, ...],
    compared: Compared | None,
) -> Iterator[str]:
    yield f"{version_link(site, VERSIONS, document, row)} {mark_of(standing(row, rows))}"
    yield markdown_text(", ".join(filter(None, (day(row.date), f"dnr {row.diary}" if row.diary else ""))))
    yield from (markdown_text(f"{day(date)}: {what}") for date, what in row.events)
    if compared:
        yield _link(compared)


def version_link(site: Site, page: str, document: Document, row: Version) -> str:
    """A version's label, with a link where its text can be read."""
    place, words = version_place(document.name, row.label), markdown_text(row.label)
    return f"[{words}]({relative(page, place)})" if place.page in site.frozen else f"<strong>{words}</strong>"


def instead(site: Site, document: Document) -> str:
    """On the page of a text that is being written: which version is valid, and the others."""
    page, rows = contents_page(document), versions_of(site, document)
    valid = valid_version(rows)
    said = [f"{mark_of('gällande')} {version_link(site, page, document, valid)}."] if valid else []
    other = [version_link(site, page, document, row) for row in reversed(rows) if row != valid]
    said += [f"{'Andra' if valid else 'Sparade'} versioner: {', '.join(other)}."] if other else []
    said += [f"[Vad som har ändrats, och när]({relative(page, Place(VERSIONS, slug(document.name)))})."] if said else []
    return f"{' '.join(said)}\n{{: .versionsval }}" if said and not document.edition.valid else ""


def mark_of(status: str) -> str:
    """A status as a small mark."""
    words = STATUSES.get(status, (status.upper(), ""))[0]
    return f'<span class="lapp lapp--{LOOKS.get(status, "utkast")}">{markdown_text(words)}</span>'


def _link(compared: Compared) -> str:
    address = relative(VERSIONS, Place(redline_page(compared)))
    return f"[{comparison_name(compared)}]({address}): {changes_counted(compared)}"


def changes_counted(compared: Compared) -> str:
    """How many changes a comparison shows of each grade."""
    return compared.counted or "inga ändringar"


def _beside(site: Site, agreement: str) -> Iterator[str]:
    """The comparisons of the agreement's supporting documents."""
    lines = [
        f"-   {markdown_text(compared.title)}: {_link(compared)}"
        for compared in site.compared
        if compared.supporting and compared.agreement == agreement
    ]
    yield from ["### Ändringar i underlagen", "", *lines] if lines else []


def comparison_name(compared: Compared) -> str:
    """What a comparison is called, as Markdown."""
    old = compared.old.version if compared.old else "tom text"
    return f"Vad som ändrats från {markdown_text(old)} till {markdown_text(compared.new.version)}"
