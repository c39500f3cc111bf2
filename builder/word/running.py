"""The built-in template's headers and footers: as wide as their page, whichever way it lies.

A table of two cells in per cent holds them: a right tab stays where it stands on pages on their side, and LibreOffice
7.4 reads a tab to the margin (w:ptab) as an ordinary one."""

from builder.phrases import phrases
from builder.word.fields import Fields
from builder.word.pieces import field, paragraph, run
from builder.word.xml import DECLARATION, NAMESPACES

__all__ = ["first_header", "footer", "header"]

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
WHOLE = 5000
LEFT = {"Header": 2600, "Footer": 4100}
"""How much of the whole width the left cell has."""

CHAPTER = "STYLEREF Kapitelnamn"
"""The nearest chapter or annex by the style of its name; programs that do not know the field show the title."""


def header(fields: Fields) -> bytes:
    """The header of all pages but the first: chapter, version and what the pages are. What is compared has a line of
    its own."""
    version = run(fields.show("version") + fields.when(("utkast",), " · ")) + run(fields.show("utkast"), "Utkastmarke")
    compared = fields.run_when("jämförelse", "<w:r><w:br/></w:r>" + run(fields.show("jämförelse")))
    chapter = field(CHAPTER, fields.show("titel"))
    return _header(fields, _sides("Header", (chapter,), (version + compared,)), 1)


def first_header(fields: Fields) -> bytes:
    """The header of the first page."""
    left, right = run(fields.show("jämförelse")), run(fields.show("utkast"), "Utkastmarke")
    return _header(fields, _sides("Header", (left,), (right,)), 2)


def footer(language: str, fields: Fields) -> bytes:
    """What the pages are taken from, so that a loose page can be traced, and their number. A line has room for a long
    diary number."""
    words = phrases(language)
    show, when = fields.show, fields.when
    first = show("titel") + when(("upplaga",), f" · {show('upplaga')}") + f" · {show('status')}"
    diary = when(("diarienummer",), f" · {words.diary.lower()} {show('diarienummer')}")
    second = f"{words.version} {show('version')}" + when(("datum",), f" · {show('datum')}") + diary
    checksum = when(("kontrollsumma",), f"{words.checksum.lower()} {show('kontrollsumma', most=16)}")
    third = show("versions_id") + when(("versions_id", "kontrollsumma"), " · ") + checksum
    pages = run(f"{words.page} ") + field("PAGE", "1") + run(f" {words.of} ") + field("NUMPAGES", "1")
    body = _sides("Footer", (run(first), run(second), run(third)), (pages,))
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{body}{paragraph('Tabellavstand')}</w:ftr>".encode()


def _sides(style: str, left: tuple[str, ...], right: tuple[str, ...]) -> str:
    cells = _cell(LEFT[style], left, style) + _cell(WHOLE - LEFT[style], right, f"{style}Hoger")
    columns = "".join(f'<w:gridCol w:w="{9070 * part // WHOLE}"/>' for part in (LEFT[style], WHOLE - LEFT[style]))
    border = '<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{WHOLE}" w:type="pct"/>{border if style == "Footer" else ""}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr>{cells}</w:tr></w:tbl>"
    )


def _cell(width: int, lines: tuple[str, ...], style: str) -> str:
    body = "".join(paragraph(style, line) for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>{body}</w:tc>'


def _header(fields: Fields, body: str, number: int) -> bytes:
    """The mark across the page hangs on the paragraph that must end a header after a table."""
    last = paragraph("Tabellavstand", _watermark(fields, number))
    return f"{DECLARATION}<w:hdr {NAMESPACES} {VML}>{body}{last}</w:hdr>".encode()


def _watermark(fields: Fields, number: int) -> str:
    """The mark across the page, as Word's own watermarks are made: LibreOffice 7.4 shows it too."""
    shape = (
        f'<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" '
        f'alt="{fields.show("utkast")}" style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:96pt;'
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#dddddd" '
        'stroked="f"><v:fill opacity=".4"/><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" '
        f'string="{fields.show("utkast")}"/></v:shape></w:pict>'
    )
    return fields.run_when("utkast", f"<w:r>{shape}</w:r>")
