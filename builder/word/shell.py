"""The built-in template: cover with document control, headers and footers, filled in or as an ordinary .docx for
docxtpl."""

from builder.phrases import phrases
from builder.word.fields import Expressions, Fields
from builder.word.first_page import first_pages
from builder.word.labels import locale
from builder.word.look import STYLES
from builder.word.numbering import numbering_part
from builder.word.package import CONTENT_TYPES, OFFICE, WORDML, pack
from builder.word.running import first_header, footer, header
from builder.word.styles import styles_part
from builder.word.xml import CT, DECLARATION, NAMESPACES, REL

__all__ = ["shell", "shell_parts"]

MAIN = WORDML + "document.main+xml"
PARTS = (("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("fontTable", "fontTable"),
         ("header", "header1"), ("header", "header2"), ("footer", "footer1"))  # fmt: skip


def shell(language: str) -> bytes:
    """The template with its labels in a language, as a file with its fields as expressions."""
    return pack(shell_parts(language, Expressions()))


def shell_parts(language: str, fields: Fields) -> dict[str, bytes]:
    """The parts of the template by their names."""
    ids = {style.id: style.id for style in STYLES}
    return {
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": _relations((("officeDocument", "word/document.xml"),)),
        "word/document.xml": first_pages(language, fields),
        "word/_rels/document.xml.rels": _relations(tuple((kind, f"{name}.xml") for kind, name in PARTS)),
        "word/styles.xml": styles_part(locale(language)),
        "word/numbering.xml": numbering_part(ids, phrases(language).annex),
        "word/settings.xml": _settings(language),
        "word/fontTable.xml": _fonts(),
        "word/header1.xml": header(fields),
        "word/header2.xml": first_header(fields),
        "word/footer1.xml": footer(language, fields),
    }


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
