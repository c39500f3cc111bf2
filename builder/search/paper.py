"""An entry as the small HTML page that Pagefind reads: what counts how much and what is shown."""

import json
from collections.abc import Callable, Iterator

from builder.search.entry import Elsewhere, Entry
from builder.search.hidden import Lexicon
from builder.web.escape import anchor_text, clean, html_text
from builder.web.places import Place

__all__ = ["filters", "paper", "shown", "weighed"]

TITLE, NAMES, PARTS_OF_TITLE, TEXT, PARTS, WORDS, BESIDE = 7.0, 4.0, 3.0, 1.0, 0.5, 0.5, 0.25
"""How much a word weighs by where it stands."""


def paper(entry: Entry, lexicon: Lexicon, address: Callable[[str], str], language: str = "sv") -> str:
    """The page of an entry. `address` gives the address of a page of the site from its root."""
    body = "".join(
        f'<p data-pagefind-weight="{weight}">{html_text(text)}</p>' for weight, text in weighed(entry, lexicon)
    )
    said = html_text(json.dumps(shown(entry, address), ensure_ascii=False))
    meta = f'<i data-pagefind-meta="om[title]" title="{said}"></i>'
    return f'<html lang="{language}"><body data-pagefind-body>{meta}{body}</body></html>'


def weighed(entry: Entry, lexicon: Lexicon) -> Iterator[tuple[float, str]]:
    """(weight, words) of what an entry is found by."""
    rows = (
        (TITLE, entry.title),
        (NAMES, " ".join(entry.names)),
        (PARTS_OF_TITLE, " ".join(lexicon.parts(entry.title))),
        (TEXT, entry.text),
        (PARTS, " ".join(lexicon.parts(entry.text))),
        (WORDS, " ".join(entry.words)),
        (BESIDE, f"{entry.beside} {entry.document or entry.agreement} {entry.chapter}"),
    )
    return ((weight, clean(words)) for weight, words in rows if words.strip())


def shown(entry: Entry, address: Callable[[str], str]) -> dict[str, object]:
    """What the browser shows of a hit. `finns` is (agreement, number, address) of the agreements that share it, and
    `i-stället` (another word, the word that stands there)."""
    said = {
        "nr": entry.number,
        "titel": entry.title,
        "avtal": entry.document or entry.agreement,
        "ansvar": ", ".join(entry.roles),
        "version": f"{entry.version} – {entry.status}" if entry.version else "",
        "text": entry.text,
    }
    shared = [[clean(other.agreement), other.number, _link(other.place, address)] for other in entry.elsewhere]
    known: dict[str, object] = {name: clean(text) for name, text in said.items() if text}
    instead = [[clean(typed), clean(own)] for typed, own in entry.instead]
    lists = {"finns": shared, "i-stället": instead}
    return {"adress": _link(entry.place, address), **known, **{name: rows for name, rows in lists.items() if rows}}


def _link(place: Place, address: Callable[[str], str]) -> str:
    return address(place.page) + (f"#{anchor_text(place.anchor)}" if place.anchor else "")


def filters(entry: Entry) -> Iterator[tuple[str, str]]:
    """(name, value) of what an entry can be filtered by; a chapter bears its agreement's name, which others share."""
    rows = [("slag", entry.kind), ("version", entry.version), *(("ansvar", role) for role in entry.roles)]
    homes: tuple[Entry | Elsewhere, ...] = (entry, *entry.elsewhere)
    for home in homes:
        chapter = f"{home.agreement}: {home.chapter}" if home.chapter and entry.kind == "Klausul" else ""
        rows += [("avtal", home.agreement), ("kapitel", chapter)]
    yield from ((name, clean(value)) for name, value in rows if value)
