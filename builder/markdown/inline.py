"""A paragraph's inline tokens become texts with marks, breaks and notes, each text with its line and column."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from builder.finding import Finding
from builder.model import PLAIN, Break, Inline, Marks, Note, Paragraph, Position, Text, Url, join

__all__ = ["Page", "Source", "inlines", "is_prose", "literal"]

HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*|/)?>|<[a-zA-Z][a-zA-Z0-9-]*\s[^<>]*=|<(?:!--|!\[CDATA\[|\?\w)")
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
ALLOWED = ("https:", "http:", "mailto:")
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
PLAIN_LINK = re.compile(
    r"""(?<!!)\[([^\s^\[\]\\`*_~<&][^\[\]\\`*_~<&\n]*)\]\(([^\s()<>\\&\[\]"'`*~]+)(?: "([^"\\&`*_~<\n]*)")?\)"""
)
MARKED = re.compile(r"[\\`*_~\[<&]| \n")
SOFT_BREAK = re.compile(r"\n[ \t]*")
NEAR = 200


@dataclass(slots=True)
class Page:
    """The file being read: its lines, what has been found in it, and its footnotes."""

    path: str
    lines: list[str]
    findings: list[Finding] = field(default_factory=list)
    notes: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    note_places: dict[str, Position] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    in_note: bool = False

    def find(self, code: str, place: Position, **words: str) -> None:
        """Report a finding."""
        self.findings.append(Finding(code, place, words))

    def place_of(self, token: Token) -> Position:
        """The line a block begins on, and the column of its first sign."""
        line = token.map[0] if token.map else 0
        source = self.lines[line] if line < len(self.lines) else ""
        return Position(self.path, line + 1, len(source) - len(source.lstrip()) + 1)


@dataclass(frozen=True, slots=True)
class Source:
    """A table cell as written, and the column (from 0) it begins at."""

    raw: str
    column: int


def inlines(page: Page, token: Token, cell: Source | None = None) -> tuple[Inline, ...]:
    """What an inline token says."""
    walk = _Walk(page, token, cell)
    if not token.children:
        return walk.prose()
    for child in token.children:
        STEPS.get(child.type, _Walk.text)(walk, child)
    return join(walk.made)


def is_prose(content: str) -> bool:
    """Whether a paragraph holds nothing but words and plain links, and can be read without the parser."""
    return MARKED.search(content) is None or MARKED.search(PLAIN_LINK.sub("", content)) is None


def literal(content: str, place: Position) -> tuple[Inline, ...]:
    """Lines of code, with a break between them."""
    made: list[Inline] = []
    for number, line in enumerate(content.removesuffix("\n").split("\n")):
        made += [Break()] if number else []
        if line:
            made.append(Text(_clean(line.expandtabs(4)), position=Position(place.path, place.line + number)))
    return tuple(made)


def _clean(text: str) -> str:
    return text if text.isascii() and "\t" not in text else unicodedata.normalize("NFC", text).replace("\t", " ")


class _Walk:
    """Where the walk stands in the paragraph's source: `cursor` is an offset into it."""

    def __init__(self, page: Page, token: Token, cell: Source | None) -> None:
        self.page = page
        self.content = token.content
        self.broken = "\n" in token.content
        self.cell = cell
        self.first = token.map[0] if token.map else 0
        self.cursor = 0
        self.line = 0
        self.line_start = 0
        self.margin = -1
        self.marks = [PLAIN]
        self.made: list[Inline] = []

    # --- places ---

    def place(self, offset: int) -> Position:
        """Line and column of an offset; offsets come in rising order."""
        if self.broken and (passed := self.content.count("\n", self.line_start, offset)):
            self.line += passed
            self.line_start = self.content.rfind("\n", 0, offset) + 1
            self.margin = -1
        if self.margin < 0:
            self.margin = self.find_margin()
        column = offset - self.line_start + self.margin + 1
        if self.cell is not None:
            column += self.escaped_bars(offset)
        return Position(self.page.path, self.first + self.line + 1, column)

    def find_margin(self) -> int:
        """How far into its source line the content's line begins, after list marks and quotation marks."""
        if self.cell is not None:
            return self.cell.column
        number = self.first + self.line
        source = self.page.lines[number].rstrip() if number < len(self.page.lines) else ""
        end = self.content.find("\n", self.line_start)
        text = self.content[self.line_start : end if end >= 0 else None].rstrip()
        return len(source) - len(text) if source.endswith(text) else max(0, source.find(text.strip()))

    def escaped_bars(self, offset: int) -> int:
        """How many backslashes before bars the table's reader took out of a cell before this offset."""
        if self.cell is None:
            return 0
        column = offset
        for match in re.finditer(r"\\\|", self.cell.raw):
            column += match.start() < column
        return column - offset

    def look(self, text: str) -> int:
        """Where a text stands from here on; here, when escapes make it unlike its source."""
        if self.content.startswith(text, self.cursor):
            return self.cursor
        found = self.content.find(text, self.cursor, self.cursor + len(text) + NEAR)
        return found if found >= 0 else self.cursor

    # --- tokens ---

    def prose(self) -> tuple[Inline, ...]:
        """A paragraph that holds nothing but words and plain links."""
        for match in PLAIN_LINK.finditer(self.content):
            self.words(self.cursor, match.start())
            place = self.place(match.start(1))
            marks = replace(PLAIN, link=self.link(match[2], match[3] or "", place))
            self.made.append(Text(_clean(match[1]), marks, place))
            self.cursor = match.end()
        self.words(self.cursor, len(self.content))
        return join(self.made)

    def words(self, start: int, end: int) -> None:
        if start < end:
            text = self.content[start:end]
            text = SOFT_BREAK.sub(" ", text) if self.broken else text
            self.made.append(Text(_clean(text), position=self.place(start)))

    def text(self, token: Token) -> None:
        content = token.content
        if not content:
            return
        at = self.look(content)
        place = self.place(at)
        if "<" in content:
            self.warn_html(content, place)
        self.made.append(Text(_clean(content), self.marks[-1], place))
        if at != self.cursor or self.content.startswith(content, at):
            self.cursor = at + len(content)

    def warn_html(self, content: str, place: Position) -> None:
        written = self.content.replace("\\<", "")
        for match in HTML.finditer(content):
            if match[0] in written:
                there = replace(place, column=place.column + match.start())
                self.page.find("T303", there, text=match[0][:60])

    def code(self, token: Token) -> None:
        at = int(token.meta["at"])
        self.made.append(Text(_clean(token.content), replace(self.marks[-1], code=True), self.place(at)))
        self.cursor = int(token.meta["end"])

    def soft_break(self, token: Token) -> None:
        self.made.append(Text(" ", self.marks[-1], self.place(self.cursor)))
        self.pass_break(token)

    def hard_break(self, token: Token) -> None:
        self.made.append(Break())
        self.pass_break(token)

    def pass_break(self, token: Token) -> None:
        after = self.content.find("\n", self.cursor) + 1
        self.cursor = int(token.meta.get("end", after or self.cursor))

    def open_mark(self, token: Token) -> None:
        self.marks.append(OPENERS[token.type](self.marks[-1]))

    def close_mark(self, token: Token) -> None:
        self.marks.pop()
        self.cursor = int(token.meta.get("end", self.cursor))

    def open_link(self, token: Token) -> None:
        at = int(token.meta.get("at", self.cursor)) + 1
        place = self.place(at)
        self.cursor = at
        link = self.link(str(token.attrs.get("href", "")), str(token.attrs.get("title", "")), place)
        self.marks.append(replace(self.marks[-1], link=link))

    def link(self, address: str, title: str, place: Position) -> Url | None:
        """A link, or none and a finding when its address is not allowed."""
        if _is_allowed(address):
            return Url(_clean(address), _clean(title), place)
        self.page.find("T307", place, target=address[:60])
        return None

    def image(self, token: Token) -> None:
        place = self.place(int(token.meta.get("at", self.cursor)))
        text = _clean("".join(child.content for child in token.children or ())) or str(token.attrs.get("src", ""))
        self.page.find("T304", place, text=text[:60])
        self.made.append(Text(text, self.marks[-1], place))
        self.cursor = int(token.meta.get("end", self.cursor))

    def note(self, token: Token) -> None:
        label = str(token.meta["label"])
        place = self.place(int(token.meta.get("at", self.cursor)))
        self.cursor = int(token.meta.get("end", self.cursor))
        if self.page.in_note:
            self.page.find("T312", place, label=label)
        elif label in self.page.notes:
            self.made.append(Note(self.page.notes[label]))
        else:
            self.page.find("T309", place, label=label)
        self.page.used.add(label)


def _is_allowed(address: str) -> bool:
    """True for the web, mail and files of the project."""
    bare = UNSEEN.sub("", address)
    if bare.startswith(("//", "\\")):
        return False
    scheme = SCHEME.match(bare)
    return scheme is None or scheme[0].lower() in ALLOWED


OPENERS: dict[str, Callable[[Marks], Marks]] = {
    "strong_open": lambda marks: replace(marks, strong=True),
    "em_open": lambda marks: replace(marks, emphasis=True),
    "s_open": lambda marks: replace(marks, strike=True),
}
STEPS: dict[str, Callable[[_Walk, Token], None]] = {
    "code_inline": _Walk.code,
    "softbreak": _Walk.soft_break,
    "hardbreak": _Walk.hard_break,
    "strong_open": _Walk.open_mark,
    "em_open": _Walk.open_mark,
    "s_open": _Walk.open_mark,
    "strong_close": _Walk.close_mark,
    "em_close": _Walk.close_mark,
    "s_close": _Walk.close_mark,
    "link_open": _Walk.open_link,
    "link_close": _Walk.close_mark,
    "image": _Walk.image,
    "footnote_ref": _Walk.note,
}
