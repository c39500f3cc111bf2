"""The built-in template: cover with document control, headers and footers, as an ordinary .docx for docxtpl."""

from builder.phrases import phrases
from builder.word.labels import labels, locale
from builder.word.look import STYLES, TABLE_LOOK
from builder.word.numbering import numbering_part
from builder.word.package import CONTENT_TYPES, OFFICE, WORDML, pack
from builder.word.styles import styles_part
from builder.word.xml import CT, DECLARATION, NAMESPACES, REL, escape

__all__ = ["shell"]

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
MAIN = WORDML + "document.main+xml"
PARTS = (("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("fontTable", "fontTable"),
         ("header", "header1"), ("header", "header2"), ("footer", "footer1"))  # fmt: skip


def shell(language: str) -> bytes:
    """The template with its labels in a language."""
    ids = {style.id: style.id for style in STYLES}
    return pack({
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": _relations((("officeDocument", "word/document.xml"),)),
        "word/document.xml": _document(language),
        "word/_rels/document.xml.rels": _relations(tuple((kind, f"{name}.xml") for kind, name in PARTS)),
        "word/styles.xml": styles_part(locale(language)),
        "word/numbering.xml": numbering_part(ids, phrases(language).annex),
        "word/settings.xml": _settings(language),
        "word/fontTable.xml": _fonts(),
        "word/header1.xml": _header(_running(), 1),
        "word/header2.xml": _header(_first(), 2),
        "word/footer1.xml": _footer(language),
    })  # fmt: skip


def _content_types() -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORDML}{kind}+xml"/>' for kind, name in PARTS
    )
    return (
        f'{DECLARATION}<Types xmlns="{CT}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>{overrides}</Types>'
    ).encode()


def _relations(rows: tuple[tuple[str, str], ...]) -> bytes:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(rows, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{REL}">{lines}</Relationships>'.encode()


def _settings(language: str) -> bytes:
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="680"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>'
        '<w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{mode}</w:compat><w:themeFontLang w:val="{locale(language)}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    ).encode()


def _fonts() -> bytes:
    def font(name: str, other: str, family: str, pitch: str) -> str:
        return (
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="00"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        )

    fonts = font("Calibri", "Carlito", "swiss", "variable") + font("Consolas", "Liberation Mono", "modern", "fixed")
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>".encode()


# --- the pieces of the pages -------------------------------------------------------------------------


def _paragraph(style: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def _run(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(code: str, shown: str) -> str:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', f"<w:t>{shown}</w:t>", '<w:fldChar w:fldCharType="end"/>',
    )  # fmt: skip
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


TAB = "<w:r><w:tab/></w:r>"
SMALL = '<w:r><w:rPr><w:rStyle w:val="Smatt"/></w:rPr><w:t xml:space="preserve">'


def _document(language: str) -> bytes:
    cover = [
        _paragraph("Dokumenttyp", _run(f"{{{{ typ or avtal or '{phrases(language).agreement}' }}}}")),
        _paragraph("Title", _run("{{ titel }}")),
        _paragraph("Subtitle", _run("{%p if parter %}")),
        _paragraph("Subtitle", _run("{{ parter }}")),
        _paragraph("Subtitle", _run("{%p endif %}")),
        _paragraph("Omslagsrubrik", _run(escape(phrases(language).document_control))),
        _control(language),
    ]
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="first" r:id="rId7"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1418" w:bottom="1418" w:left="1418" '
        'w:header="680" w:footer="624" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    body = "".join(cover) + _paragraph("BodyText", _run("{{ avtalstext }}"))
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>".encode()


def _control(language: str) -> str:
    words, own = phrases(language), labels(language)
    rows = (
        (own.kind, "{{ typ or '–' }}"), (own.name, "{{ titel }}"), (words.agreement, "{{ avtal or '–' }}"),
        (own.issuing, "{{ parter or '–' }}"), (words.version, "{{ version }}"), (words.status, "{{ status }}"),
        (words.date, "{{ datum or '–' }}"), (words.diary, "{{ diarienummer or '–' }}"),
        (own.version_id, "{{ commit or '–' }}"), (words.checksum, "{{ kontrollsumma or '–' }}"),
    )  # fmt: skip
    widths = (2600, 6470)
    head = _row((own.item, own.content), widths, "Tabellrubrik", "<w:cantSplit/><w:tblHeader/>")
    body = "".join(_row((escape(label), shown), widths, "Tabelltext", "<w:cantSplit/>") for label, shown in rows)
    body = body.replace('<w:r><w:t xml:space="preserve">{{ kontrollsumma', SMALL + "{{ kontrollsumma")
    title = escape(words.document_control)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Avtalstabell"/><w:tblW w:w="9070" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{TABLE_LOOK}<w:tblCaption w:val="{title}"/>'
        f'<w:tblDescription w:val="{title}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>'
    )


def _row(texts: tuple[str, str], widths: tuple[int, int], style: str, properties: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(style, _run(text))}</w:tc>'
        for text, width in zip(texts, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _running() -> str:
    return _paragraph(
        "Header",
        _run("{{ titel }}"),
        TAB,
        _run("{{ version }}{% if jämförelse %} · {{ jämförelse }}{% endif %}{% if utkast %} · {% endif %}"),
        _run("{{ utkast }}", "Utkastmarke"),
    )


def _first() -> str:
    return _paragraph("Header", _run("{{ jämförelse }}"), TAB, _run("{{ utkast }}", "Utkastmarke"))


def _header(paragraph: str, number: int) -> bytes:
    watermark = _watermark(number)
    body = paragraph.replace("</w:pPr>", f"</w:pPr>{watermark}", 1)
    return f"{DECLARATION}<w:hdr {NAMESPACES} {VML}>{body}</w:hdr>".encode()


def _watermark(number: int) -> str:
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
        'alt="{{ utkast }}" style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:96pt;rotation:315;'
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#dddddd" '
        'stroked="f"><v:fill opacity=".4"/><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" '
        'string="{{ utkast }}"/></v:shape></w:pict>'
    )
    return "<w:r><w:t>{% if utkast %}</w:t></w:r><w:r>" + shape + "</w:r><w:r><w:t>{% endif %}</w:t></w:r>"


def _footer(language: str) -> bytes:
    words = phrases(language)
    text = f"{words.version} {{{{ version }}}}{{% if commit %}} · {{{{ commit }}}}{{% endif %}}"
    sum_ = f"{{% if kontrollsumma %}} · {words.checksum.lower()} {{{{ kontrollsumma[:16] }}}}{{% endif %}}"
    pages = _run(f"{words.page} ") + _field("PAGE", "1") + _run(f" {words.of} ") + _field("NUMPAGES", "1")
    body = _paragraph("Footer", _run(text), _run(sum_), TAB, pages)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{body}</w:ftr>".encode()
