"""The look: every style the writer uses, and how a template's own styles take their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from builder.word.xml import DECLARATION, NAMESPACES, attribute, parse, serialise, tag, value

__all__ = ["STYLES", "Style", "complete", "pointers", "styles_part"]

ACCENT = "1F4E79"
GREY = "595959"
LINE = "BFBFBF"
MONO = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id and name in the file, what it builds on, and its properties as Word writes them."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    base: str = "Normal"
    next: str = ""
    kind: str = "paragraph"
    rest: str = ""


def _heading(level: int, before: int, after: int, run: str) -> Style:
    numbering = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
    spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="252" w:lineRule="auto"/>'
    paragraph = (
        f'<w:keepNext/><w:keepLines/>{numbering}<w:suppressAutoHyphens/>{spacing}<w:outlineLvl w:val="{level - 1}"/>'
    )
    return Style(f"Heading{level}", f"heading {level}", paragraph, run, next="BodyText")


def _contents(level: int, before: int, left: int, run: str = "") -> Style:
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{left + 680 + 60 * level}"/></w:tabs>'
    indent = f'<w:ind w:left="{left + 680 + 60 * level}" w:hanging="{680 + 60 * level}"/>'
    return Style(f"TOC{level}", f"toc {level}", f'{tabs}<w:spacing w:before="{before}" w:after="20"/>{indent}', run)


def _between(depth: int, size: int) -> Style:
    paragraph = '<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="200" w:after="60"/>'
    run = f'<w:b/><w:color w:val="404040"/><w:sz w:val="{size}"/>'
    return Style(f"Mellanrubrik{depth}", f"Mellanrubrik {depth}", paragraph, run, next="BodyText")


def _bold(size: int, color: str = ACCENT) -> str:
    return f'<w:b/><w:bCs/><w:color w:val="{color}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _box(color: str, fill: str) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="6" w:color="{color}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f'<w:keepLines/><w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


TABLE = (
    '<w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
    f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/></w:tcBorders>'
    '<w:shd w:val="clear" w:color="auto" w:fill="E9EFF6"/></w:tcPr></w:tblStylePr>'
)  # fmt: skip

STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", "", "", base=""),
    Style("BodyText", "Body Text", '<w:spacing w:after="140"/>'),
    _heading(1, 480, 160, _bold(34)),
    _heading(2, 340, 100, _bold(26)),
    _heading(3, 260, 80, _bold(23)),
    _heading(4, 220, 60, _bold(22, "404040")),
    *(_heading(level, 200, 60, _bold(21, "404040")) for level in range(5, 10)),
    Style(
        "Bilagerubrik", "Bilagerubrik",
        '<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
        '<w:suppressAutoHyphens/><w:spacing w:before="0" w:after="240" w:line="252" w:lineRule="auto"/><w:outlineLvl w:val="0"/>',
        _bold(34), next="BodyText",
    ),
    _between(1, 22), _between(2, 21), _between(3, 21),
    Style("Title", "Title", '<w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/>', _bold(60)),
    Style("Subtitle", "Subtitle", '<w:suppressAutoHyphens/><w:spacing w:before="0" w:after="120"/>', f'<w:color w:val="{GREY}"/><w:sz w:val="26"/><w:szCs w:val="26"/>'),
    Style(
        "Dokumenttyp", "Dokumenttyp",
        f'<w:pBdr><w:top w:val="single" w:sz="36" w:space="14" w:color="{ACCENT}"/></w:pBdr>'
        '<w:suppressAutoHyphens/><w:spacing w:before="2400" w:after="120"/>',
        f'<w:caps/><w:color w:val="{ACCENT}"/><w:spacing w:val="30"/><w:sz w:val="24"/><w:szCs w:val="24"/>',
    ),
    Style("Omslagsrubrik", "Omslagsrubrik", '<w:keepNext/><w:spacing w:before="1800" w:after="100"/>', _bold(24)),
    Style("TOCHeading", "TOC Heading", '<w:keepNext/><w:pageBreakBefore/><w:spacing w:before="0" w:after="200"/>', _bold(34)),
    _contents(1, 140, 0, "<w:b/><w:bCs/>"), _contents(2, 0, 0), _contents(3, 0, 740),
    Style("ListBullet", "List Bullet", '<w:spacing w:after="60"/>', base="BodyText"),
    Style("ListNumber", "List Number", '<w:spacing w:after="60"/>', base="BodyText"),
    Style("ListContinue", "List Continue", '<w:spacing w:after="60"/>', base="BodyText"),
    Style("Quote", "Quote", f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{LINE}"/></w:pBdr><w:ind w:left="397" w:right="397"/>', '<w:color w:val="404040"/>', base="BodyText"),
    Style("Kod", "Kod", '<w:keepLines/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/><w:suppressAutoHyphens/><w:spacing w:before="60" w:after="140" w:line="252" w:lineRule="auto"/><w:ind w:left="113" w:right="113"/>', MONO + '<w:sz w:val="19"/><w:szCs w:val="19"/>'),
    Style("Klausulfakta", "Klausulfakta", '<w:keepNext/><w:spacing w:before="0" w:after="100" w:line="252" w:lineRule="auto"/>', f'<w:color w:val="{GREY}"/><w:sz w:val="18"/><w:szCs w:val="18"/>', next="BodyText"),
    Style("Fraga", "Öppen fråga", _box("B26B00", "FFF7E8") + '<w:spacing w:before="140" w:after="200"/><w:ind w:left="142" w:right="142"/>', '<w:sz w:val="20"/><w:szCs w:val="20"/>'),
    Style("Tabelltext", "Tabelltext", '<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/>', '<w:sz w:val="20"/><w:szCs w:val="20"/>'),
    Style("Tabellrubrik", "Tabellrubrik", '<w:keepNext/><w:suppressAutoHyphens/>', f'<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>', base="Tabelltext"),
    Style("Tabellavstand", "Tabellavstånd", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'),
    Style("Caption", "caption", '<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="80"/>', '<w:b/><w:bCs/><w:color w:val="404040"/><w:sz w:val="20"/><w:szCs w:val="20"/>'),
    Style("FootnoteText", "footnote text", '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="18"/><w:szCs w:val="18"/>'),
    Style("Header", "header", '<w:tabs><w:tab w:val="clear" w:pos="4536"/><w:tab w:val="clear" w:pos="9072"/><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', f'<w:color w:val="{GREY}"/><w:sz w:val="17"/><w:szCs w:val="17"/>'),
    Style("Footer", "footer", f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{LINE}"/></w:pBdr><w:tabs><w:tab w:val="clear" w:pos="4536"/><w:tab w:val="clear" w:pos="9072"/><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', f'<w:color w:val="{GREY}"/><w:sz w:val="17"/><w:szCs w:val="17"/>'),
    Style("Slutrad", "Slutrad", f'<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="{LINE}"/></w:pBdr><w:spacing w:before="600" w:after="0"/><w:jc w:val="center"/>', f'<w:color w:val="{GREY}"/><w:sz w:val="18"/><w:szCs w:val="18"/>'),
    Style("DefaultParagraphFont", "Default Paragraph Font", kind="character", base=""),
    Style("FootnoteReference", "footnote reference", "", '<w:vertAlign w:val="superscript"/>', base="DefaultParagraphFont", kind="character"),
    Style("Hyperlink", "Hyperlink", "", '<w:color w:val="0B5394"/><w:u w:val="single"/>', base="DefaultParagraphFont", kind="character"),
    Style("Hanvisning", "Hänvisning", "", f'<w:color w:val="{ACCENT}"/>', base="DefaultParagraphFont", kind="character"),
    Style("Kodtecken", "Kodtecken", "", MONO + '<w:sz w:val="19"/><w:szCs w:val="19"/>', base="DefaultParagraphFont", kind="character"),
    Style("Utkastmarke", "Utkastmärke", "", '<w:b/><w:bCs/><w:color w:val="9C1C1C"/><w:spacing w:val="10"/>', base="DefaultParagraphFont", kind="character"),
    Style("Smatt", "Smått", "", '<w:sz w:val="17"/><w:szCs w:val="17"/>', base="DefaultParagraphFont", kind="character"),
    Style("TableNormal", "Normal Table", base="", kind="table", rest='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'),
    Style("Avtalstabell", "Avtalstabell", base="TableNormal", kind="table", rest=TABLE),
    Style("NoList", "No List", base="", kind="numbering"),
)  # fmt: skip

HIDDEN = frozenset({"DefaultParagraphFont", "TableNormal", "NoList"})
STANDARD = frozenset({"Normal", *HIDDEN})
OWN = frozenset({"Bilagerubrik", "Mellanrubrik1", "Mellanrubrik2", "Mellanrubrik3", "Dokumenttyp", "Omslagsrubrik", "Kod",
                 "Klausulfakta", "Fraga", "Tabelltext", "Tabellrubrik", "Tabellavstand", "Slutrad", "Hanvisning",
                 "Kodtecken", "Utkastmarke", "Smatt", "Avtalstabell"})  # fmt: skip


def _xml(style: Style, ids: Mapping[str, str]) -> str:
    custom = ' w:customStyle="1"' if style.id in OWN else ""
    default = ' w:default="1"' if style.id in STANDARD else ""
    base = f'<w:basedOn w:val="{ids[style.base]}"/>' if style.base else ""
    following = f'<w:next w:val="{ids[style.next]}"/>' if style.next else ""
    hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' if style.id in HIDDEN else "<w:qFormat/>"
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style.id}"><w:name w:val="{attribute(style.name)}"/>'
        f"{base}{following}{hidden}{paragraph}{run}{style.rest}</w:style>"
    )


def styles_part(language: str) -> bytes:
    """The whole part with the built-in look."""
    ids = {style.id: style.id for style in STYLES}
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{attribute(language)}" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    body = "".join(_xml(style, ids) for style in STYLES)
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{body}</w:styles>".encode()


def complete(part: bytes | None, language: str) -> tuple[bytes, dict[str, str]]:
    """A template's styles with those it lacks added and its language set, and the ids it uses for ours."""
    root = parse(part or styles_part(language))
    ids = dict(_known(root))
    missing = [style for style in STYLES if style.id not in ids]
    taken = {element.get(tag("styleId")) for element in root.iter(tag("style"))}
    for style in missing:
        ids[style.id] = style.id if style.id not in taken else f"Avtal{style.id}"
    for element in _elements(missing, ids):
        root.append(element)
    _speak(root, language)
    return serialise(root), ids


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


def pointers(part: bytes) -> Mapping[str, str]:
    """The numbering (numId) that each style of a template is bound to."""
    found = {}
    for element in parse(part).iter(tag("style")):
        number = element.find(f"{tag('pPr')}/{tag('numPr')}/{tag('numId')}")
        if number is not None:
            found[element.get(tag("styleId")) or ""] = value(number)
    return found
