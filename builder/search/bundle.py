"""Files that the browser's search reads, but for Pagefind's: the vocabulary, and all entries for pages in a folder."""

import json
from collections.abc import Callable, Mapping, Sequence

from builder.search.entry import Entry
from builder.search.hidden import Lexicon
from builder.search.paper import filters, shown, weighed

__all__ = ["bundle", "values_by_hit"]

WORDS, ENTRIES, VALUES = "ord.js", "poster.js", "val.js"
SAID = ("titel", "text")
"""What an entry shows and is found by; it is written once."""


def bundle(entries: tuple[Entry, ...], lexicon: Lexicon, address: Callable[[str], str]) -> dict[str, str]:
    """Scripts by name; a page opened from a folder may load scripts but not read files."""
    rows = [_row(entry, lexicon, address) for entry in entries]
    return {
        WORDS: f"window.overensOrd={_json(' '.join(lexicon.known()))};\n",
        ENTRIES: f"window.overensPoster={_json(rows)};\n",
    }


def values_by_hit(entries: Sequence[Entry], hits: Mapping[str, int]) -> dict[str, str]:
    """A script of what each hit of Pagefind's index can be filtered by; `hits` gives each hit's entry by number."""
    values = {hit: _values(entries[number]) for hit, number in sorted(hits.items())}
    return {VALUES: f"window.overensVal={_json(values)};\n"}


def _values(entry: Entry) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in filters(entry):
        values.setdefault(name, []).append(value)
    return values


def _row(entry: Entry, lexicon: Lexicon, address: Callable[[str], str]) -> Mapping[str, object]:
    said = shown(entry, address)
    places = {text: name for name, text in said.items() if name in SAID}
    rows = weighed(entry, lexicon)
    found_by = [[weight, "" if words in places else words, places.get(words, "")] for weight, words in rows]
    return {"om": said, "val": _values(entry), "ord": found_by}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
