"""YAML read as strings only, with the place of every key and value.

The parser's events are read one by one: nothing is resolved, so `2017:30` stays what it is, an alias
cannot multiply, and a thousand nested brackets are refused before they cost anything.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from builder.finding import Finding
from builder.model import Position
from builder.read.decode import CONTROL, char_name

__all__ = ["Entry", "List", "Node", "Scalar", "Table", "parse", "split_front_matter"]

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 20
FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*")
KEY = re.compile(r"(?:[^\s#:\-][^:\n]*|\"[^\"\n]*\"|'[^'\n]*'):(?:\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as text."""

    text: str
    position: Position = field(compare=False)


@dataclass(frozen=True, slots=True)
class List:
    """A list of values."""

    items: tuple["Node", ...]
    position: Position = field(compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place and its value."""

    position: Position = field(compare=False)
    value: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values, in the order of the file."""

    entries: Mapping[str, Entry]
    position: Position = field(compare=False)


Node = Scalar | List | Table


class _RefusedError(Exception):
    """The text cannot be used; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def split_front_matter(text: str) -> tuple[str | None, int]:
    """The header between the first two `---` lines, and the line the body begins on.

    No header (None, 1) when the first line is not `---`, when nothing closes it, or when what
    stands between holds no key: then the line is a thematic break.
    """
    if not text.startswith("---"):
        return None, 1
    lines = text.split("\n", 200)
    if not FENCE.fullmatch(lines[0]):
        return None, 1
    end = next((n for n, line in enumerate(lines[1:200], 1) if FENCE.fullmatch(line)), 0)
    header = "\n".join(lines[1:end])
    if not end or not (KEY.search(header) or not header.strip()):
        return None, 1
    return header, end + 2


def parse(text: str, path: str, line: int = 1) -> tuple[Node | None, tuple[Finding, ...]]:
    """The text's value, None where it is empty or cannot be read. `line`: the file's line that the text begins on."""
    findings: list[Finding] = []
    try:
        return _Builder(path, line, findings).build(text), tuple(findings)
    except _RefusedError as refused:
        return None, (*findings, refused.finding)
    except yaml.MarkedYAMLError as error:
        return None, (*findings, _fault(error, text, path, line))
    except yaml.YAMLError:
        return None, (*findings, _unreadable(Position(path, line), *UNKNOWN_FAULT))


# --- from events to values ---------------------------------------------------------------------------


class _Builder:
    """Turns events into nodes with a stack of its own, so that depth costs no recursion."""

    def __init__(self, path: str, line: int, findings: list[Finding]) -> None:
        self.path = path
        self.line = line
        self.findings = findings
        self.open: list[_OpenList | _OpenTable] = []
        self.root: Node | None = None

    def build(self, text: str) -> Node | None:
        for event in yaml.parse(text, Loader=LOADER):
            step = STEPS.get(type(event))
            if step is not None:
                step(self, event)
        return None if self.root == EMPTY else self.root

    def place(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        assert mark is not None  # the parser gives every event its place
        return Position(self.path, mark.line + self.line, mark.column + 1)

    def refuse(self, event: yaml.Event, what: str) -> _RefusedError:
        return _RefusedError(Finding("H108", self.place(event), {"what": what}))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        self.plain(event)
        place = self.place(event)
        for char in sorted(set(CONTROL.findall(event.value))):
            self.findings.append(Finding("F002", place, {"char": char_name(char)}))
        self.add(Scalar(unicodedata.normalize("NFC", CONTROL.sub(" ", event.value)), place))

    def alias(self, event: yaml.AliasEvent) -> None:
        raise self.refuse(event, f"Aliaset *{event.anchor}")

    def start(self, event: yaml.CollectionStartEvent) -> None:
        self.plain(event)
        if len(self.open) >= DEEPEST:
            raise _RefusedError(_unreadable(self.place(event), *TOO_DEEP))
        kind = _OpenList if isinstance(event, yaml.SequenceStartEvent) else _OpenTable
        self.open.append(kind(self.place(event)))

    def end(self, event: yaml.CollectionEndEvent) -> None:
        self.add(self.open.pop().close())

    def document(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            remedy = "Ta bort raden ---, eller lägg delarna i egna filer."
            raise _RefusedError(_unreadable(self.place(event), "filen har flera delar", remedy))

    def plain(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Only values that mean what they say."""
        if event.anchor is not None:
            raise self.refuse(event, f"Ankaret &{event.anchor}")
        if event.tag is not None:
            raise self.refuse(event, f"Typmärket {event.tag}")

    def add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, _OpenList):
            parent.items.append(node)
        elif parent.key is None:
            self.add_key(parent, node)
        else:
            parent.entries.setdefault(parent.key.text, Entry(parent.key.position, node))
            parent.key = None

    def add_key(self, parent: "_OpenTable", node: Node) -> None:
        if not isinstance(node, Scalar):
            raise _RefusedError(Finding("H108", node.position, {"what": "En nyckel som inte är ett ord"}))
        if node.text == "<<":
            raise _RefusedError(Finding("H108", node.position, {"what": "Sammanslagningen <<"}))
        earlier = parent.entries.get(node.text)
        if earlier is not None:
            words = {"key": node.text, "line": str(earlier.position.line)}
            self.findings.append(Finding("H105", node.position, words))
        parent.key = node


@dataclass(slots=True)
class _OpenList:
    position: Position
    items: list[Node] = field(default_factory=list)

    def close(self) -> List:
        return List(tuple(self.items), self.position)


@dataclass(slots=True)
class _OpenTable:
    position: Position
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None

    def close(self) -> Table:
        return Table(MappingProxyType(self.entries), self.position)


EMPTY = Scalar("", Position(""))
STEPS: Mapping[type[yaml.Event], Callable[[_Builder, Any], None]] = {
    yaml.ScalarEvent: _Builder.scalar,
    yaml.AliasEvent: _Builder.alias,
    yaml.SequenceStartEvent: _Builder.start,
    yaml.MappingStartEvent: _Builder.start,
    yaml.SequenceEndEvent: _Builder.end,
    yaml.MappingEndEvent: _Builder.end,
    yaml.DocumentStartEvent: _Builder.document,
}  # fmt: skip


# --- faults in plain words ---------------------------------------------------------------------------

UNKNOWN_FAULT = ("YAML-texten följer inte reglerna", "Jämför med en annan fil av samma slag.")
TOO_DEEP = ("värdena är nästlade för djupt", "Skriv om med färre nivåer.")
QUOTE = 'Sätt citattecken runt värdet: nyckel: "värde".'
COLON = 'Sätt citattecken runt värdet: titel: "Läkaransvar: regionen".'
CLOSE = "Avsluta värdet med samma citattecken som det börjar med."
UNCLOSED = ("end of stream", "document indicator", "',' or")
FAULTS = (
    ("mapping values are not allowed", "ett kolon står inne i värdet", COLON),
    ("found a tab character", "raden är indragen med tabb", "Använd blanksteg."),
    ("unexpected end of stream", "ett citattecken saknas", CLOSE),
    ("unexpected document indicator", "ett citattecken saknas", CLOSE),
    ("unknown escape character", "ett omvänt snedstreck står mellan citattecken", "Använd enkla citattecken: 'värde'."),
    ("',' or ']'", "hakparentesen [ saknar sitt slut ]", "Skriv listan så: [ett, två]."),
    ("',' or '}'", "klammern { saknar sitt slut }", "Skriv så: {id: ett, fråga: två}."),
    ("could not find expected ':'", "raden saknar kolon efter nyckeln", "Skriv nyckel: värde."),
    ("cannot start any token", "värdet börjar med ett tecken som har en särskild betydelse", QUOTE),
    ("block sequence entries", "en punkt i en lista står på fel plats", "Börja listan på en egen rad under nyckeln."),
    ("expected key", "indraget stämmer inte med raderna ovanför", "Låt raderna i samma lista börja lika långt in."),
    ("'-' indicator", "indraget stämmer inte med raderna ovanför", "Låt raderna i samma lista börja lika långt in."),
)  # fmt: skip


def _fault(error: yaml.MarkedYAMLError, text: str, path: str, line: int) -> Finding:
    """The parser's complaint as a finding, on the line where the writer has to look."""
    problem = error.problem or ""
    unclosed = any(sign in problem for sign in UNCLOSED)
    mark = error.context_mark if unclosed and error.context_mark else error.problem_mark
    place = Position(path, mark.line + line, mark.column + 1) if mark else Position(path, line)
    if "cannot start any token" in problem and _char_at(text, place.line - line, place.column - 1) == "\t":
        return _unreadable(place, "raden är indragen med tabb", "Använd blanksteg.")
    words = next(((reason, remedy) for sign, reason, remedy in FAULTS if sign in problem), UNKNOWN_FAULT)
    return _unreadable(place, *words)


def _char_at(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line][column : column + 1] if line < len(lines) else ""


def _unreadable(place: Position, reason: str, remedy: str) -> Finding:
    return Finding("H102", place, {"reason": reason, "remedy": remedy})
