"""Entries of recorded versions: a clause each, read from the whole pages that such a version is kept as."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from builder.library import Library, Version
from builder.search.entry import Entry
from builder.web.banner import STATUSES
from builder.web.frozen_place import version_folder
from builder.web.places import Place

__all__ = ["earlier_entries"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NOT_CLAUSES = ("bilaga/", "kapitel/", "tabell/", "bild/")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def earlier_entries(library: Library, frozen: Mapping[str, bytes]) -> Iterator[Entry]:
    """The clauses of every recorded version, by the pages of versions on the site."""
    for folder, (agreement, version) in _folders(library).items():
        for path in sorted(path for path in frozen if path.startswith(f"{folder}/kapitel/")):
            for anchor, number, title, text in _clauses(frozen[path].decode()):
                yield Entry(
                    "Tidigare",
                    Place(path, anchor),
                    title,
                    text,
                    number=number,
                    agreement=agreement,
                    version=f"Version {version.label}",
                    status=STATUSES.get(version.status, STATUSES["utkast"])[0],
                )


def _folders(library: Library) -> dict[str, tuple[str, Version]]:
    found = {}
    for item in library.own_texts():
        known = library.agreements.get(item.agreement)
        name = known.short or known.title if known else item.title
        for version in library.versions:
            if version.agreement == item.agreement:
                found[version_folder(item.name, version.label)] = (name, version)
    return found


def _clauses(page: str) -> Iterator[tuple[str, str, str, str]]:
    """(anchor, number, title, text) of each clause of a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    for anchor, parts in reader.found.items():
        if not anchor.startswith(NOT_CLAUSES):
            number, title, text = (" ".join("".join(parts[name]).split()) for name in ("nr", "title", "text"))
            yield anchor, number, title, text


class _Reader(HTMLParser):
    """Collects the number, title and text under each heading that has an address of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, dict[str, list[str]]] = {}
        self._at: dict[str, list[str]] | None = None
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A heading with an address begins a clause; what an element is decides where its words go."""
        given = dict(attrs)
        anchor = given.get("id") or ""
        begins = tag in HEADINGS and anchor.count("/") == 1
        if begins:
            self._at = self.found.setdefault(anchor, {"nr": [], "title": [], "text": []})
        if tag not in VOID:
            self._open.append((tag, "title" if begins else self._place(tag, given)))

    def _place(self, tag: str, given: Mapping[str, str | None]) -> str:
        before = self._open[-1][1] if self._open else "text"
        if before == "title" and given.get("class") == "nr":
            return "nr"
        hidden = "data-search-exclude" in given or given.get("class") == "klausulfot"
        return "" if hidden or tag in ("script", "style", "footer", "nav") else before

    def handle_endtag(self, tag: str) -> None:
        """Go back to what the element stood in."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep the words under the clause they stand in."""
        place = self._open[-1][1] if self._open else ""
        if self._at is not None and place:
            self._at[place] += [data, "" if place != "text" else " "]
