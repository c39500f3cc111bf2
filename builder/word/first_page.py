"""The built-in template's own pages: title, document control, history, reading guide, and the place of the text."""

from builder.phrases import front, phrases
from builder.word.control import BODY, CONTROL, GUIDE, HISTORY, NONE
from builder.word.fields import Fields
from builder.word.look import TABLE_LOOK
from builder.word.pieces import paragraph, run
from builder.word.xml import DECLARATION, NAMESPACES, escape

__all__ = ["first_pages"]

WIDTHS = (2600, 6470)
PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="first" r:id="rId7"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1418" w:bottom="1588" w:left="1418" '
    'w:header="680" w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
)


def first_pages(language: str, fields: Fields) -> bytes:
    """The main part of the template."""
    words = phrases(language)
    body = [
        paragraph("Dokumenttyp", run(fields.show("typ", "avtal", instead=words.agreement))),
        paragraph("Title", run(fields.show("titel"))),
        fields.paragraph_when("part", "Subtitle", paragraph("Subtitle", run(fields.show("part")))),
        paragraph("Omslagsrubrik", run(escape(words.document_control))),
        _control(language, fields),
        *(paragraph("BodyText", run(fields.show(name))) for name in (HISTORY, GUIDE, BODY)),
    ]
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(body)}{PAGE}</w:body></w:document>".encode()


def _control(language: str, fields: Fields) -> str:
    words, own = phrases(language), front(language)
    head = _row(own.item, own.content, "Tabellrubrik", "<w:cantSplit/><w:tblHeader/>")
    rows = (
        (own.kind, "typ"), (own.name, "titel"), (words.agreement, "avtal"), (own.issuing, "parter"),
        (own.variant, "upplaga"), (words.version, "version"), (words.status, "status"), (words.date, "datum"),
        *((own.control[field], name) for name, field in CONTROL.items()),
        (words.diary, "diarienummer"), (own.version_id, "versions_id"),
        (words.checksum, "kontrollsumma"),
    )  # fmt: skip
    body = "".join(_fact(fields, label, name) for label, name in rows)
    title = escape(words.document_control)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Avtalstabell"/><w:tblW w:w="9070" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>'
        f'</w:tblCellMar>{TABLE_LOOK}<w:tblCaption w:val="{title}"/>'
        f'<w:tblDescription w:val="{title}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>'
    )


CONDITIONS = {
    "avtal": "avtal", "upplaga": "upplaga", "giltigt_från": "not underlag",
    "giltigt_till": "not underlag", "arbetsgrupp": "arbetsgrupp", "brukarorganisationer": "brukarorganisationer",
    "revideras_av": "revideras_av", "antagen": "antagen", "godkänd_av": "godkänd_av",
}  # fmt: skip
"""When a row is printed that is not printed always."""

ALWAYS = frozenset({"titel", "version", "status"})
SMALL = frozenset({"versions_id", "kontrollsumma"})


def _fact(fields: Fields, label: str, name: str) -> str:
    shown = fields.show(name, instead="" if name in ALWAYS else NONE)
    row = _row(escape(label), shown, "Tabelltext", "<w:cantSplit/>", "Smatt" if name in SMALL else "")
    return fields.row_when(CONDITIONS[name], _empty, row) if name in CONDITIONS else row


def _empty(text: str) -> str:
    return _row(text, "", "Tabelltext")


def _row(left: str, right: str, style: str, properties: str = "", look: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, run(text, mark))}</w:tc>'
        for text, width, mark in zip((left, right), WIDTHS, ("", look), strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"
