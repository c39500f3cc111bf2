"""A redline as a page: on the site, and alone in a file that can be mailed and printed."""

import posixpath
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

from builder.changes import Change, binds, changes, counted, line
from builder.library import Library
from builder.redline import MarkedSection, Redline
from builder.web.assets import asset
from builder.web.banner import banner, mark, page_top, version_name
from builder.web.cards import Bound
from builder.web.compared import Compared, Told, side
from builder.web.comparison import comparison, heading_words, versions_compared
from builder.web.escape import anchor_text, css_string, html_text, markdown_text, yaml_text
from builder.web.names import short_title
from builder.web.places import Places, path_between, redline_page, word_file

PAGES = 'counter(page) " (" counter(pages) ")"'
FONT = "font: 8pt sans-serif;"
CLOSED = "base-uri 'none'; form-action 'none'"

__all__ = ["compared", "redline_html"]


def compared(places: Places, redline: Redline, *, with_word: bool = False) -> Compared:
    """A redline as the site tells of it. `with_word`: its page offers a Word file."""
    found = tuple(changes(redline))
    return Compared(
        name=redline.name,
        title=redline.new.title,
        agreement=redline.new.agreement,
        supporting=redline.new.supporting,
        old=side(redline.old) if redline.old else None,
        new=side(redline.new),
        told=tuple(map(_told, found)),
        counted=counted(found),
        page=_page(places, redline, found, with_word=with_word),
    )


def _told(change: Change) -> Told:
    section = change.section
    return Told(change.kind, section.kind == "clause", section.old_id, line(change))


def _page(places: Places, redline: Redline, found: Iterable[Change], *, with_word: bool) -> str:
    """A redline with its changes as a page of the site. Its links are those of a site whose every page is a folder."""
    page = redline_page(redline)

    def address(section: MarkedSection) -> str:
        place = places.sections.get((redline.name, section.id))
        if place is None:
            return ""
        folder = place.page.removesuffix(".md").removesuffix("/index")
        here = page.removesuffix(".md") + "/"
        return f"{path_between(here, folder)}/#{anchor_text(section.id)}"

    title = f"{short_title(places.library, redline.new)}: {versions_compared(redline)}"
    top = page_top(yaml_text(title), redline.new, hide=("toc",), searchable=False)
    shown = comparison(redline, found, address, *_bound(places.library))
    agreement = f"{markdown_text(redline.new.title, at_start=True)}\n{{: .fakta }}"
    agreement += _offer(word_file(redline)) if with_word else ""
    return f"{top}# {markdown_text(heading_words(redline))}\n\n{agreement}\n\n{shown}\n"


def _offer(path: str) -> str:
    return f"\n\n[Ladda ner som Word]({posixpath.basename(path)}) med ändringarna spårade."


def _bound(library: Library) -> tuple[Mapping[str, str], Bound]:
    """The roles that clauses bind, by their names, and for a change those that it concerns."""
    roles = {party.id: party.short or party.name for party in library.parties.values() if party.kind == "roll"}

    def bound(change: Change) -> tuple[str, ...]:
        halves = filter(None, (change.section, change.before))
        responsible = {name for half in halves for name in half.facts.responsible}
        return tuple(role for role in roles if any(binds(library, name, role) for name in responsible))

    return roles, bound


def redline_html(redline: Redline) -> str:
    """A redline as one HTML file that needs nothing else and asks no other computer for anything."""
    style = "\n".join(asset(name).decode() for name in ("redline.css", "alone.css")) + _paper(redline)
    script = asset("redline.js").decode()
    title = f"{mark(redline.new)} {heading_words(redline)}: {redline.new.title}"
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; {CLOSED}"
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{html_text(redline.new.language or "sv")}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="robots" content="noindex">',
            f"<title>{html_text(title)}</title>\n<style>{style}</style>\n</head>\n<body>",
            f"<header>{banner(redline.new)}</header>",
            f"<main>\n<h1>{html_text(heading_words(redline))}</h1>\n<p>{html_text(redline.new.title)}</p>",
            comparison(redline, changes(redline), lambda section: ""),
            f"</main>\n<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _paper(redline: Redline) -> str:
    """What stands on every printed page."""
    said = css_string(f"{mark(redline.new)} · {version_name(redline.new)} · {redline.new.title}")
    corners = f'@top-left {{ content: "{said}"; {FONT} }} @bottom-right {{ content: {PAGES}; {FONT} }}'
    return f"@page {{ margin: 18mm 15mm; {corners} }}"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
