"""The feed of versions (Atom, RFC 4287): what changed in each, dated by git."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from builder.changes import Line
from builder.library import Version
from builder.model import Document
from builder.web.banner import STATUSES, day
from builder.web.escape import clean, html_text
from builder.web.frozen_place import version_place
from builder.web.places import VERSIONS, redline_page
from builder.web.site import Site
from builder.web.validity import standing
from builder.web.versions import versions_of

__all__ = ["FEED", "feed"]

FEED = "flode.xml"
NOBODY = "https://overens.invalid/"
"""Stands for a site whose settings do not say where it is: an entry must have an address that is never another's."""

MOST = 12
"""The changes of a version that the feed tells; the page that it leads to tells all."""


def feed(site: Site) -> str:
    """Every recorded version of every agreement, the newest first, and what happened to it later."""
    project = site.library.project
    root = (project.address or NOBODY).rstrip("/") + "/"
    entries = [entry for document in site.own for entry in _entries(site, document, root)]
    entries.sort(key=lambda entry: entry[0])
    entries.reverse()
    name, author = _text(project.name or "Överens"), _text(project.author)
    updated = entries[0][0] if entries else site.library.revision.date
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(project.language or "sv")}>',
            f"<title>{name}: versioner och ändringar</title>",
            f"<id>{_text(root + FEED)}</id>",
            f'<link rel="self" type="application/atom+xml" href={_quoted(root + FEED)}/>',
            f'<link rel="alternate" type="text/html" href={_quoted(root + _page(VERSIONS))}/>',
            f"<author><name>{author}</name></author>",
            f"<updated>{_moment(updated)}</updated>",
            *(text for _, text in entries),
            "</feed>\n",
        )
    )


def _entries(site: Site, document: Document, root: str) -> Iterator[tuple[str, str]]:
    rows = versions_of(site, document)
    before = {compared.new.version: compared for compared in site.compared if compared.name == document.name}
    for row in rows:
        address = root + version_place(document.name, row.label).page.removesuffix("index.html")
        known = before.get(row.label)
        page = root + _page(redline_page(known)) if known else address
        said = _changes([told.line for told in known.told], known.counted) if known else _alone(row == rows[0])
        title = f"{document.edition.title}: {row.label} ({_status(row, rows)})"
        yield row.date, _entry(title, address, page, row.date, said)
        for number, (date, what) in enumerate(row.events, 1):
            happened = f"{document.edition.title}, {row.label}: {what}"
            yield date, _entry(happened, f"{address}#h{number}", address, date, f"<p>{html_text(what)}</p>")


def _status(row: Version, rows: tuple[Version, ...]) -> str:
    return STATUSES.get(standing(row, rows), (row.status, ""))[0].lower()


def _changes(lines: list[Line], number: str) -> str:
    """The changes as HTML, in the order of the text."""
    items = "".join(
        f"<li>{html_text(f'{told.number} {told.clause}'.strip('– '))}: {html_text(told.happened)}, {told.grade}. "
        f"{html_text(' '.join(told.what))}</li>"
        for told in lines[:MOST]
    )
    rest = f"<p>Och {len(lines) - MOST} till.</p>" if len(lines) > MOST else ""
    return f"<p>{html_text(number)}</p><ul>{items}</ul>{rest}" if lines else "<p>Inga ändringar.</p>"


def _alone(first: bool) -> str:
    return f"<p>{'Den första sparade versionen' if first else 'Ingen jämförelse med versionen före finns'}.</p>"


def _entry(title: str, name: str, address: str, date: str, html: str) -> str:
    return (
        f"<entry><title>{_text(title)}</title><id>{_text(name)}</id>"
        f'<link rel="alternate" type="text/html" href={_quoted(address)}/>'
        f"<updated>{_moment(date)}</updated><summary>{_text(f'{title}, {day(date)}')}</summary>"
        f'<content type="html">{_text(html)}</content></entry>'
    )


def _page(path: str) -> str:
    """The address of a page of the site."""
    return path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def _text(text: str) -> str:
    return escape(clean(text))


def _quoted(text: str) -> str:
    return quoteattr(clean(text))


def _moment(date: str) -> str:
    """A day as a moment: versions are dated by day. One without a day came before all others."""
    whole = len(date) == 10 and date.replace("-", "").isdecimal()
    return f"{date if whole else '1980-01-01'}T00:00:00Z"
