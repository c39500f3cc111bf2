"""The look: every style the writer uses. A calm page, one colour, no empty paragraphs for spacing."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["STYLES", "TABLE_LOOK", "Style"]

ACCENT = "1F4E79"
DARK = "404040"
GREY = "595959"
LINE = "BFBFBF"
MARK = "9C1C1C"
LINK = "0B5394"

KEEP = "<w:keepNext/><w:keepLines/>"
WHOLE = "<w:suppressAutoHyphens/>"
BREAK = "<w:pageBreakBefore/>"
ASIDE = "<w:suppressLineNumbers/>"
"""What is no text of an agreement: LibreOffice 7.4 has one setting of line numbers for the whole file."""
BOLD = "<w:b/><w:bCs/>"
MONO = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id and name in the file, what it builds on, and its properties as Word writes them.

    `own`: no style of Word's, but ours. `rest`: what follows the properties (a table's)."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    base: str = "Normal"
    next: str = ""
    kind: Literal["paragraph", "character", "table", "numbering"] = "paragraph"
    rest: str = ""
    own: bool = False


def _space(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _size(half_points: int, color: str = "") -> str:
    tint = f'<w:color w:val="{color}"/>' if color else ""
    return f'{tint}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _number(list_: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'


def _side(name: str, size: int, space: int, color: str) -> str:
    return f'<w:{name} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def _border(*sides: str) -> str:
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def _fill(color: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>'


def _indent(left: int, right: int = 0, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}"' + (f' w:hanging="{hanging}"/>' if hanging else "/>")


def _tabs(*stops: tuple[str, int]) -> str:
    written = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in stops)
    return f"<w:tabs>{written}</w:tabs>"


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _heading(level: int, before: int, after: int, run: str) -> Style:
    paragraph = KEEP + _number(1, level - 1) + WHOLE + _space(before, after, 252) + _outline(level - 1)
    return Style(f"Heading{level}", f"heading {level}", paragraph, run, next="BodyText")


def _contents(level: int, before: int, left: int, run: str = "") -> Style:
    width = 794 if level < 3 else 964
    paragraph = ASIDE + _tabs(("left", left + width)) + _space(before, 0, 250) + _indent(left + width, 0, width)
    return Style(f"TOC{level}", f"toc {level}", paragraph, run + _size(20))


def _between(depth: int, size: int) -> Style:
    run = BOLD + _size(size, DARK)
    return Style(
        f"Mellanrubrik{depth}",
        f"Mellanrubrik {depth}",
        KEEP + WHOLE + _space(200, 60),
        run,
        "Normal",
        "BodyText",
        own=True,
    )


def _character(name: str, title: str, run: str, *, own: bool = True) -> Style:
    return Style(name, title, "", run, "DefaultParagraphFont", kind="character", own=own)


def _margins(top: int, side: int) -> str:
    sizes = (("top", top), ("left", side), ("bottom", top), ("right", side))
    written = "".join(f'<w:{name} w:w="{size}" w:type="dxa"/>' for name, size in sizes)
    return f"<w:tblCellMar>{written}</w:tblCellMar>"


RIGHT = '<w:jc w:val="right"/>'
BOX = _border(*(_side(name, 4, 6, "B26B00") for name in ("top", "left", "bottom", "right", "between")))
STOPS = _tabs(("clear", 4536), ("clear", 9072), ("right", 9070))
RULES = _side("top", 8, 0, ACCENT) + _side("bottom", 8, 0, ACCENT) + _side("insideH", 4, 0, LINE)
TABLE = (
    f"<w:tblPr><w:tblBorders>{RULES}</w:tblBorders>{_margins(57, 85)}</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
    f"<w:tcBorders>{_side('bottom', 8, 0, ACCENT)}</w:tcBorders>{_fill('E9EFF6')}</w:tcPr></w:tblStylePr>"
)
TABLE_LOOK = '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:noHBand="0" w:noVBand="1"/>'
BARE_TABLE = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108)}</w:tblPr>'

TIGHT = _space(0, 140) + "<w:contextualSpacing/>"
TEXT = (
    Style("Normal", "Normal", base=""),
    Style("BodyText", "Body Text", _space(0, 140)),
    Style("ListBullet", "List Bullet", TIGHT, base="BodyText"),
    Style("ListNumber", "List Number", TIGHT, base="BodyText"),
    Style("ListContinue", "List Continue", TIGHT, base="BodyText"),
    Style(
        "Quote", "Quote", _border(_side("left", 18, 10, LINE)) + _indent(397, 397), f'<w:color w:val="{DARK}"/>',
        "BodyText",
    ),
    Style(
        "Kod", "Kod", "<w:keepLines/>" + _fill("F2F2F2") + WHOLE + _space(60, 140, 252) + _indent(113, 113),
        MONO + _size(19), own=True,
    ),
    Style(
        "Klausulfakta", "Klausulfakta", "<w:keepNext/>" + ASIDE + _space(0, 100, 252), _size(18, GREY),
        next="BodyText", own=True,
    ),
    Style(
        "Klausulid", "Klausulbeteckning", KEEP + ASIDE + WHOLE + _space(0, 60, 240),
        _size(16, GREY), next="BodyText", own=True,
    ),
    Style(
        "Fraga", "Öppen fråga", "<w:keepLines/>" + ASIDE + BOX + _fill("FFF7E8") + _space(140, 200) + _indent(142, 142),
        _size(20), own=True,
    ),
    Style("FootnoteText", "footnote text", ASIDE + _space(0, 40, 240), _size(18)),
    Style("CommentText", "annotation text", _space(0, 60, 240), _size(20)),
)  # fmt: skip

HEADINGS = (
    _heading(1, 480, 160, BOLD + _size(34, ACCENT)),
    _heading(2, 340, 100, BOLD + _size(26, ACCENT)),
    _heading(3, 260, 80, BOLD + _size(23, ACCENT)),
    _heading(4, 220, 60, BOLD + _size(22, DARK)),
    *(_heading(level, 200, 60, BOLD + _size(21, DARK)) for level in range(5, 10)),
    Style(
        "Bilagerubrik", "Bilagerubrik", KEEP + BREAK + _number(2, 0) + ASIDE + WHOLE + _space(0, 240, 252) +
        _outline(0), BOLD + _size(34, ACCENT), next="BodyText", own=True,
    ),
    _between(1, 22), _between(2, 21), _between(3, 21),
    Style("TOCHeading", "TOC Heading", "<w:keepNext/>" + BREAK + ASIDE + _space(0, 200), BOLD + _size(34, ACCENT)),
    _contents(1, 100, 0, BOLD), _contents(2, 0, 0), _contents(3, 0, 794),
    Style("Innehallsnot", "Innehållsnot", ASIDE + _space(360, 0), _size(18, GREY), own=True),
)  # fmt: skip

PAGES = (
    Style(
        "Dokumenttyp", "Dokumenttyp", ASIDE + _border(_side("top", 36, 14, ACCENT)) + WHOLE + _space(900, 120),
        f'<w:caps/><w:color w:val="{ACCENT}"/><w:spacing w:val="30"/>' + _size(24), own=True,
    ),
    Style("Title", "Title", "<w:keepLines/>" + ASIDE + WHOLE + _space(0, 240, 240), BOLD + _size(60, ACCENT)),
    Style("Subtitle", "Subtitle", ASIDE + WHOLE + _space(0, 120), _size(26, GREY)),
    Style("Omslagsrubrik", "Omslagsrubrik", "<w:keepNext/>" + ASIDE + _space(640, 100), BOLD + _size(24, ACCENT),
          own=True),
    Style(
        "Forordsrubrik", "Förordsrubrik", "<w:keepNext/>" + BREAK + ASIDE + WHOLE + _space(0, 200),
        BOLD + _size(34, ACCENT), next="BodyText", own=True,
    ),
    Style("Header", "header", STOPS + _space(0, 0, 240), _size(17, GREY)),
    Style("HeaderHoger", "Sidhuvud höger", RIGHT, base="Header", own=True),
    Style("Footer", "footer", STOPS + _space(0, 0, 240), _size(17, GREY)),
    Style("FooterHoger", "Sidfot höger", RIGHT, base="Footer", own=True),
    Style(
        "Slutrad", "Slutrad",
        "<w:keepLines/>" + ASIDE + _border(_side("top", 4, 8, LINE)) + _space(600, 0) + '<w:jc w:val="center"/>',
        _size(18, GREY), own=True,
    ),
)  # fmt: skip

TABLES = (
    Style("Tabelltext", "Tabelltext", ASIDE + _space(0, 0, 252), _size(20), own=True),
    Style(
        "Tabellrubrik",
        "Tabellrubrik",
        "<w:keepNext/>" + WHOLE,
        BOLD + f'<w:color w:val="{ACCENT}"/>',
        "Tabelltext",
        own=True,
    ),
    Style("Tabelltextliten", "Tabelltext liten", _space(0, 0, 245), _size(17), "Tabelltext", own=True),
    Style("Tabellrubrikliten", "Tabellrubrik liten", _space(0, 0, 245), _size(17), "Tabellrubrik", own=True),
    Style(
        "Tabellavstand",
        "Tabellavstånd",
        ASIDE + '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>',
        own=True,
    ),
    Style("Caption", "caption", KEEP + ASIDE + _space(200, 80), BOLD + _size(20, DARK)),
    Style("TableNormal", "Normal Table", base="", kind="table", rest=BARE_TABLE),
    Style("Avtalstabell", "Avtalstabell", base="TableNormal", kind="table", rest=TABLE, own=True),
    Style("NoList", "No List", base="", kind="numbering"),
)

CHARACTERS = (
    Style("DefaultParagraphFont", "Default Paragraph Font", base="", kind="character"),
    _character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>', own=False),
    _character("CommentReference", "annotation reference", _size(16), own=False),
    _character("Hyperlink", "Hyperlink", f'<w:color w:val="{LINK}"/><w:u w:val="single"/>', own=False),
    _character("Kodtecken", "Kodtecken", MONO + _size(19)),
    _character("Utkastmarke", "Utkastmärke", f'{BOLD}<w:color w:val="{MARK}"/><w:spacing w:val="10"/>'),
    _character("Smatt", "Smått", _size(17)),
    _character("Kapitelnamn", "Kapitelnamn", ""),
)

STYLES: tuple[Style, ...] = (*TEXT, *HEADINGS, *PAGES, *TABLES, *CHARACTERS)
"""In the order in which they are written; a style stands after nothing in particular."""
