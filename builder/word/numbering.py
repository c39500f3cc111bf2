"""Lists that Word counts itself: the headings, the annexes, bullets and numbered lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from builder.model import Shape
from builder.word.xml import DECLARATION, NAMESPACES, attribute, parse, serialise, tag, value

__all__ = ["ANNEX", "BULLET", "BULLETS", "HEADINGS", "NUMBER", "Group", "Lists", "Numbering", "numbering_part"]

HEADINGS, ANNEX, BULLET, NUMBER = 1, 2, 3, 4
"""Ids of the built-in definitions, and of the list that uses each."""

BULLETS = "•–◦•–◦•–◦"
FORMATS = ("decimal", "lowerLetter", "lowerRoman") * 3
STEP = 397


def _level(level: int, style: str, form: str, text: str, indent: str, suffix: str = "") -> str:
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{bound}{suffix}'
        f'<w:lvlText w:val="{attribute(text)}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


def _hanging(left: int, hanging: int) -> str:
    return f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _heading(level: int, ids: Mapping[str, str]) -> str:
    text = ".".join(f"%{n}" for n in range(1, level + 2))
    width = 680 if level < 2 else 680 + 170 * (level - 1)
    return _level(level, ids[f"Heading{level + 1}"], "decimal", text, _hanging(width, width))


def _annex(level: int, ids: Mapping[str, str], word: str) -> str:
    text = f"{word} " + ".".join(f"%{n}" for n in range(1, level + 2))
    style = ids["Bilagerubrik"] if level == 0 else ""
    return _level(level, style, "decimal", text, '<w:ind w:left="0" w:firstLine="0"/>', '<w:suff w:val="space"/>')


def _list(level: int, form: str, text: str) -> str:
    return _level(level, "", form, text, _hanging(STEP * (level + 1), STEP))


def _identity(number: int) -> str:
    """A definition's lasting name (nsid)."""
    return f"{0x4F560000 + number:08X}"


def _definition(number: int, levels: Iterable[str]) -> str:
    identity = _identity(number % 10)
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{identity}"/><w:multiLevelType w:val="multilevel"/>'
        f'<w:tmpl w:val="{identity}"/>{"".join(levels)}</w:abstractNum>'
    )


def _definitions(first: int, ids: Mapping[str, str], annex: str) -> list[str]:
    return [
        _definition(first + HEADINGS, (_heading(level, ids) for level in range(9))),
        _definition(first + ANNEX, (_annex(level, ids, annex) for level in range(9))),
        _definition(first + BULLET, (_list(level, "bullet", BULLETS[level]) for level in range(9))),
        _definition(first + NUMBER, (_list(level, FORMATS[level], f"%{level + 1}.") for level in range(9))),
    ]


def _use(number: int, definition: int, start: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{start}</w:num>'


def numbering_part(ids: Mapping[str, str], annex: str) -> bytes:
    """The part of the built-in template."""
    uses = [_use(number, number) for number in (HEADINGS, ANNEX, BULLET, NUMBER)]
    body = "".join([*_definitions(0, ids, annex), *uses])
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{body}</w:numbering>".encode()


# --- which list a paragraph belongs to ---------------------------------------------------------------


@dataclass(slots=True)
class Group:
    """A list as one reader sees it; `number` is Word's id of it, 0 until it is known."""

    level: int
    marker: str
    start: int
    number: int = 0


@dataclass(slots=True)
class Lists:
    """The lists that are open at one place in a text: adjacent items of the same kind are one list."""

    open: list[Group] = field(default_factory=list)
    quote: int = 0

    def place(self, shape: Shape) -> Group | None:
        """The list of the next paragraph; None when it is no item. Ends the lists that it ends."""
        self._close(shape)
        if not shape.level or shape.marker == "none":
            return None
        last = self.open[-1] if self.open else None
        if last and (last.level, last.marker, last.start) == (shape.level, shape.marker, shape.start):
            return last
        if last and last.level == shape.level:
            self.open.pop()
        self.open.append(Group(shape.level, shape.marker, shape.start))
        return self.open[-1]

    def end(self) -> None:
        """A table or a heading stands here."""
        self.open.clear()

    def _close(self, shape: Shape) -> None:
        if shape.quote != self.quote:
            self.open.clear()
        self.quote = shape.quote
        while self.open and self.open[-1].level > shape.level:
            self.open.pop()


# --- the part of one document ------------------------------------------------------------------------


@dataclass(slots=True)
class Numbering:
    """The numbering part of a template, to which a document's numbered lists are added."""

    root: etree._Element
    uses: Mapping[int, int]
    definition: int
    free: int
    added: list[str] = field(default_factory=list)

    @staticmethod
    def of(part: bytes | None, ids: Mapping[str, str], annex: str) -> "Numbering":
        """A template's numbering with our four definitions, reused where the template was made from ours."""
        root = parse(part or f"<w:numbering {NAMESPACES}/>".encode())
        if not _ours(root):
            _add_ours(root, ids, annex)
        _rename_annex(root, annex)
        found = _ours(root)
        uses = {name: found[name][1] for name in found}
        return Numbering(root, uses, found[NUMBER][0], _highest(root, "num", "numId") + 1)

    @property
    def bindings(self) -> Mapping[str, int]:
        """The list that each heading style is to be bound to."""
        headings = {f"Heading{level}": self.uses[HEADINGS] for level in range(1, 10)}
        return {**headings, "Bilagerubrik": self.uses[ANNEX]}

    def number(self, group: Group) -> int:
        """Word's id of a list."""
        if not group.number:
            group.number = self.uses[BULLET] if group.marker == "bullet" else self._numbered(group)
        return group.number

    def _numbered(self, group: Group) -> int:
        level = min(group.level, 9) - 1
        start = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{group.start}"/></w:lvlOverride>'
        self.added.append(_use(self.free, self.definition, start))
        self.free += 1
        return self.free - 1

    def part(self) -> bytes:
        """The part as it is written."""
        for element in _parsed(self.added):
            self.root.append(element)
        return serialise(self.root)


def _parsed(pieces: list[str]) -> list[etree._Element]:
    return list(parse(f"<w:numbering {NAMESPACES}>{''.join(pieces)}</w:numbering>".encode()))


def _highest(root: etree._Element, name: str, key: str) -> int:
    return max((int(value(element, key) or 0) for element in root.iter(tag(name))), default=0)


def _ours(root: etree._Element) -> dict[int, tuple[int, int]]:
    """Our definitions in a template, each with its id and that of the list that uses it; empty unless all are there.

    They are known by their nsid, which Word keeps when it gives new ids at a save."""
    names = {_identity(number): number for number in (HEADINGS, ANNEX, BULLET, NUMBER)}
    defined = {
        value(element, "abstractNumId"): names[value(element.find(tag("nsid")))]
        for element in root.iter(tag("abstractNum"))
        if value(element.find(tag("nsid"))) in names
    }
    found: dict[int, tuple[int, int]] = {}
    for use in root.iter(tag("num")):
        definition = value(use.find(tag("abstractNumId")))
        if definition in defined:
            found.setdefault(defined[definition], (int(definition), int(value(use, "numId"))))
    return found if len(found) == len(names) else {}


def _rename_annex(root: etree._Element, annex: str) -> None:
    """The annexes are called what the document calls them, whatever language the template was made in."""
    for definition in root.iter(tag("abstractNum")):
        if value(definition.find(tag("nsid"))) == _identity(ANNEX):
            for text in definition.iter(tag("lvlText")):
                text.set(tag("val"), f"{annex} {value(text).rpartition(' ')[2]}")


def _add_ours(root: etree._Element, ids: Mapping[str, str], annex: str) -> None:
    first, used = _highest(root, "abstractNum", "abstractNumId") // 10 * 10 + 10, _highest(root, "num", "numId")
    last = [element for element in root if element.tag == tag("abstractNum")]
    place = root.index(last[-1]) + 1 if last else 0
    for element in reversed(_parsed(_definitions(first, ids, annex))):
        root.insert(place, element)
    for number in (HEADINGS, ANNEX, BULLET, NUMBER):
        root.append(_parsed([_use(used + number, first + number)])[0])
