"""The styles part: the built-in one, and a template's own completed with what it lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from builder.word.look import STYLES, Style
from builder.word.xml import DECLARATION, NAMESPACES, attribute, parse, serialise, tag, value

__all__ = ["Sheet", "complete", "styles_part"]

HIDDEN = frozenset({"DefaultParagraphFont", "TableNormal", "NoList"})
STANDARD = frozenset({"Normal", *HIDDEN})


def _xml(style: Style, ids: Mapping[str, str]) -> str:
    custom = ' w:customStyle="1"' if style.own else ""
    default = ' w:default="1"' if style.id in STANDARD else ""
    base = f'<w:basedOn w:val="{ids[style.base]}"/>' if style.base else ""
    following = f'<w:next w:val="{ids[style.next]}"/>' if style.next else ""
    hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' if style.id in HIDDEN else "<w:qFormat/>"
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    opening = f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style.id}">'
    name = f'<w:name w:val="{attribute(style.name)}"/>'
    return f"{opening}{name}{base}{following}{hidden}{paragraph}{run}{style.rest}</w:style>"


def styles_part(language: str) -> bytes:
    """The whole part with the built-in look."""
    ids = {style.id: style.id for style in STYLES}
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    spoken = f'<w:lang w:val="{attribute(language)}" w:eastAsia="en-US" w:bidi="ar-SA"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/><w:szCs w:val="22"/>{spoken}'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    body = "".join(_xml(style, ids) for style in STYLES)
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{body}</w:styles>".encode()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A template's styles, completed: `ids` are the template's ids of our styles, `added` those it lacked."""

    root: etree._Element
    ids: Mapping[str, str]
    added: frozenset[str]

    def bind(self, lists: Mapping[str, int]) -> Mapping[str, str]:
        """Binds styles to their numbering (numId by our id of the style), unless the template has its own.

        Gives the numbering that each is bound to in the end."""
        bound = {}
        for style in self.root.iter(tag("style")):
            name = next((name for name in lists if self.ids[name] == style.get(tag("styleId"))), "")
            if name:
                bound[name] = self._bound(style, name, lists[name])
        return bound

    def _bound(self, style: etree._Element, name: str, number: int) -> str:
        found = style.find(f"{tag('pPr')}/{tag('numPr')}/{tag('numId')}")
        if found is None:
            found = _numbered(style, name)
        elif name not in self.added:
            return value(found)
        found.set(tag("val"), str(number))
        return str(number)

    def part(self) -> bytes:
        """The part as it is written."""
        return serialise(self.root)


def complete(part: bytes | None, language: str) -> Sheet:
    """A template's styles with those it lacks added and its language set."""
    root = parse(part or styles_part(language))
    ids = dict(_known(root))
    missing = [style for style in STYLES if style.id not in ids]
    taken = {element.get(tag("styleId")) for element in root.iter(tag("style"))}
    for style in missing:
        ids[style.id] = style.id if style.id not in taken else f"Avtal{style.id}"
    for element in _elements(missing, ids):
        root.append(element)
    _speak(root, language)
    return Sheet(root, ids, frozenset(style.id for style in missing))


BEFORE_NUMBER = frozenset(map(tag, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")))


def _numbered(style: etree._Element, name: str) -> etree._Element:
    """A style's new numbering, at its place in the order of the schema; its numId."""
    paragraph = style.find(tag("pPr"))
    if paragraph is None:
        paragraph = etree.Element(tag("pPr"))
        after = [style.index(e) for e in style if e.tag in (tag("rPr"), tag("tblPr"))]
        style.insert(min(after, default=len(style)), paragraph)
    numbering = etree.Element(tag("numPr"))
    paragraph.insert(sum(child.tag in BEFORE_NUMBER for child in paragraph), numbering)
    level = name.removeprefix("Heading")
    etree.SubElement(numbering, tag("ilvl")).set(tag("val"), str(int(level) - 1) if level.isdecimal() else "0")
    return etree.SubElement(numbering, tag("numId"))


def _known(root: etree._Element) -> Iterable[tuple[str, str]]:
    """Our ids with those that the template gives the styles of the same name."""
    named = {
        value(element.find(tag("name"))).casefold(): element.get(tag("styleId")) or ""
        for element in root.iter(tag("style"))
    }
    for style in STYLES:
        if style.name.casefold() in named:
            yield style.id, named[style.name.casefold()]


def _elements(styles: list[Style], ids: Mapping[str, str]) -> list[etree._Element]:
    xml = "".join(
        _xml(style, ids).replace(f'w:styleId="{style.id}"', f'w:styleId="{ids[style.id]}"') for style in styles
    )
    return list(parse(f"<w:styles {NAMESPACES}>{xml}</w:styles>".encode()))


def _speak(root: etree._Element, language: str) -> None:
    for element in root.iter(tag("lang")):
        if element.get(tag("val")):
            element.set(tag("val"), language)
