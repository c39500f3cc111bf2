"""The words of a Word file by clause, as they stand when its tracked changes are refused and when they are taken.

Looks are not read: styles, numbers and page numbers that Word counts for itself. LibreOffice writes other styles, other
ids and another contents field; the bookmarks of clauses and the words stay.
"""

import json
import posixpath
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from lxml import etree

from builder.verify.archive import opened, parsed
from builder.verify.identity import Clause, Identity, identity

__all__ = ["COME", "FRONT", "GONE", "MARGINS", "Story", "W", "Words", "read_word", "words_digest", "words_of"]

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
FRONT = ""
"""What stands before the first clause."""

MARGINS = "sidhuvud"
"""What stands in headers and footers."""

COME = frozenset({f"{W}ins", f"{W}moveTo"})
GONE = frozenset({f"{W}del", f"{W}moveFrom"})
COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "STYLEREF", "TOC", "SEQ")
"""Fields whose words the program that shows the file counts for itself."""

Words = Mapping[str, tuple[str, ...]]
"""The paragraphs of each part of the text: by clause id, and what stands before the clauses and in the margins."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a Word file says of itself, its words with tracked changes refused and taken, and how many there are."""

    identity: Identity | None
    refused: Words
    taken: Words
    revisions: int
    comments: int


def read_word(data: bytes) -> Story:
    """Read a Word file from outside; FileError when it must not be or cannot be read."""
    parts = opened(data)
    said = identity(parts)
    body = parsed(parts.get("word/document.xml", b""))
    notes = _notes(parts)
    clauses = said.clauses if said else ()
    refused, taken = (_words(parts, body, notes, clauses, out) for out in (COME, GONE))
    revisions = sum(1 for _ in body.iter(*COME, *GONE)) + sum(1 for n in notes.values() for _ in n.iter(*COME, *GONE))
    comments = parts.get("word/comments.xml")
    count = sum(1 for _ in parsed(comments).iter(f"{W}comment")) if comments else 0
    return Story(said, refused, taken, revisions, count)


def words_of(element: etree._Element, out: frozenset[str]) -> tuple[str, ...]:
    """The paragraphs of any piece of a text, without the words in the marks `out`."""
    reader = _Reader(out, {}, {})
    reader.read(element)
    return tuple(map(_plain, reader.parts[FRONT]))


def words_digest(words: Words) -> str:
    """The SHA-256 of the words of a file, as the version register keeps it: what is read of a file must stay the same
    for as long as files that were sent are to be known again."""
    said = json.dumps(sorted(words.items()), ensure_ascii=False)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _notes(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    data = parts.get("word/footnotes.xml")
    return {note.get(f"{W}id", ""): note for note in parsed(data)} if data else {}


def _words(
    parts: Mapping[str, bytes], body: etree._Element, notes: Mapping[str, etree._Element],
    clauses: tuple[Clause, ...], out: frozenset[str],
) -> Words:  # fmt: skip
    reader = _Reader(out, notes, {clause.bookmark: clause.id for clause in clauses if clause.bookmark})
    reader.read(body)
    said = {part: tuple(filter(None, map(_plain, found))) for part, found in reader.parts.items()}
    return {**said, MARGINS: _margins(parts, body, out)}


def _margins(parts: Mapping[str, bytes], body: etree._Element, out: frozenset[str]) -> tuple[str, ...]:
    """The different words of headers and footers; a program that saves may write the same ones in more parts."""
    found: set[str] = set()
    for name in _margin_parts(parts, body):
        found |= set(words_of(parsed(parts[name]), out))
    return tuple(sorted(found - {""}))


def _margin_parts(parts: Mapping[str, bytes], body: etree._Element) -> list[str]:
    """The headers and footers that some page shows. (Seen: LibreOffice 7.4 drops one for a first page that no section
    has.)"""
    relations = parts.get("word/_rels/document.xml.rels")
    targets = {row.get("Id"): row.get("Target", "") for row in parsed(relations)} if relations else {}
    first = any(True for _ in body.iter(f"{W}titlePg"))
    references = body.iter(f"{W}headerReference", f"{W}footerReference")
    shown = {row.get(f"{R}id") for row in references if first or row.get(f"{W}type") != "first"}
    names = {posixpath.normpath(posixpath.join("/word", targets.get(id_, ""))).lstrip("/") for id_ in shown}
    return sorted(names & parts.keys())


def _plain(text: str) -> str:
    """Words alone: one space between them, composed letters."""
    known = unicodedata.normalize("NFC", text).replace("\N{NON-BREAKING HYPHEN}", "-").replace("\N{SOFT HYPHEN}", "")
    return " ".join(known.split())


@dataclass(slots=True)
class _Reader:
    """Walks a part once. `out` are the marks whose words are left out; no recursion: depth is the file's to choose."""

    out: frozenset[str]
    notes: Mapping[str, etree._Element]
    bookmarks: Mapping[str, str]
    parts: dict[str, list[str]] = field(default_factory=lambda: {FRONT: [""]})
    here: str = FRONT
    fields: list[list[str]] = field(default_factory=list)

    def read(self, root: etree._Element) -> None:
        left: list[tuple[bool, etree._Element]] = [(False, root)]
        while left:
            done, element = left.pop()
            if done:
                self.end(element)
            elif isinstance(element.tag, str) and not self.is_out(element):
                self.begin(element)
                left.append((True, element))
                left += [(False, child) for child in reversed(element)]

    def is_out(self, element: etree._Element) -> bool:
        if element.tag in self.out or element.tag == FALLBACK:
            return True
        if element.tag == f"{W}tr":
            return any(element.find(f"{W}trPr/{name}") is not None for name in self.out)
        return False

    def begin(self, element: etree._Element) -> None:
        act = BEGIN.get(str(element.tag))
        if act is not None:
            act(self, element)

    def end(self, element: etree._Element) -> None:
        """A paragraph ends, unless its end mark is left out: then it goes on in the next."""
        if element.tag == f"{W}p" and not any(element.find(f"{W}pPr/{W}rPr/{name}") is not None for name in self.out):
            self.parts[self.here].append("")
        elif element.tag == f"{W}fldSimple" and self.fields:
            self.fields.pop()

    def say(self, text: str) -> None:
        if not any(name[0].strip().split(" ")[0].upper() in COUNTED for name in self.fields):
            self.parts[self.here][-1] += text

    def text(self, element: etree._Element) -> None:
        self.say(element.text or "")

    def space(self, element: etree._Element) -> None:
        self.say(" ")

    def bookmark(self, element: etree._Element) -> None:
        """The clause that begins; the bookmark stands within its heading."""
        clause = self.bookmarks.get(element.get(f"{W}name", ""))
        if clause is not None and clause not in self.parts:
            begun = self.parts[self.here].pop()
            self.here = clause
            self.parts[clause] = [begun]
            self.parts.setdefault(FRONT, [""])

    def field_mark(self, element: etree._Element) -> None:
        match element.get(f"{W}fldCharType"):
            case "begin":
                self.fields.append([""])
            case "end" if self.fields:
                self.fields.pop()

    def field_code(self, element: etree._Element) -> None:
        if self.fields:
            self.fields[-1][0] += element.text or ""

    def simple_field(self, element: etree._Element) -> None:
        self.fields.append([element.get(f"{W}instr", "")])

    def note(self, element: etree._Element) -> None:
        """A note's words stand where it is referred to."""
        found = self.notes.get(element.get(f"{W}id", ""))
        if found is not None:
            reader = _Reader(self.out, {}, {})
            reader.read(found)
            self.say(f" [{_plain(' '.join(reader.parts[FRONT]))}] ")


BEGIN: Mapping[str, Callable[[_Reader, etree._Element], None]] = {
    f"{W}t": _Reader.text,
    f"{W}delText": _Reader.text,
    f"{W}tab": _Reader.space,
    f"{W}br": _Reader.space,
    f"{W}cr": _Reader.space,
    f"{W}noBreakHyphen": lambda reader, _: reader.say("-"),
    f"{W}bookmarkStart": _Reader.bookmark,
    f"{W}fldChar": _Reader.field_mark,
    f"{W}instrText": _Reader.field_code,
    f"{W}fldSimple": _Reader.simple_field,
    f"{W}footnoteReference": _Reader.note,
}
