"""A document of text and tables as one web page that needs nothing else and asks no other computer for anything."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from itertools import groupby

from builder.model import (
    Block,
    Break,
    Cell,
    Document,
    Edition,
    Inline,
    Marks,
    Note,
    Number,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    Text,
    words,
)  # fmt: skip

__all__ = ["document_page"]

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 78rem; padding: 1rem; color: #1a1a1a; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
.tabell { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 52rem; }
th, td { border-bottom: 1px solid #767676; padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #1a1a1a; }
.tre td, .tre th { width: 37%; } .tre td:last-child, .tre th:last-child { width: 26%; }
td p { margin: 0 0 .4rem; } td ul, td ol { margin: 0 0 .4rem; padding-left: 1.4rem; }
.fakta { font-size: .85em; }
@page { size: A4 landscape; margin: 15mm; }
@media print { body { max-width: none; padding: 0; font-size: 9pt; } thead { display: table-header-group; }
.tabell { overflow: visible; } table { min-width: 0; } }
"""
COLUMNS = 3
"""Of the table whose last column is the narrow one."""

MARKS = (("strong", "strong"), ("emphasis", "em"), ("code", "code"), ("strike", "del"))
MARKERS = {"bullet": "ul", "number": 'ol start="{}"', "none": ""}


def document_page(document: Document) -> str:
    """The whole document as HTML text."""
    edition = document.edition
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    state = "" if edition.valid else f"{edition.status.upper()} · "
    body = "\n".join(_section(section) for section in document.sections)
    return (
        f'<!doctype html>\n<html lang="{escape(edition.language or "sv")}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="'
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(state + edition.title)}: {escape(edition.agreement_title)}</title>\n<style>{STYLE}</style>\n"
        f"</head>\n<body>\n<main>\n<p>{escape(state + _facts(edition))}</p>\n<h1>{escape(edition.title)}</h1>\n{body}\n"
        "</main>\n</body>\n</html>\n"
    )


def _facts(edition: Edition) -> str:
    return " · ".join(filter(None, (edition.kind, edition.agreement_title, edition.version, edition.date)))


def _section(section: Section) -> str:
    level = min(section.level + 1, 6)
    blocks = "".join(_blocks(section.blocks))
    return f'<h{level} id="{escape(section.id)}">{_inlines(section.title)}</h{level}>\n{blocks}'


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for marker, group in groupby(blocks, _marker):
        made = [_block(block) for block in group]
        yield f"<{marker}>{''.join(f'<li>{item}</li>' for item in made)}</{marker[:2]}>\n" if marker else "".join(made)


def _marker(block: Block) -> str:
    """The list that a paragraph is an item of. Lists within lists are shown as one."""
    if not isinstance(block, Paragraph) or not block.shape.level:
        return ""
    return MARKERS[block.shape.marker].format(block.shape.start)


def _block(block: Block) -> str:
    match block:
        case Paragraph(content=content, shape=shape) if shape.level and shape.marker != "none":
            return _inlines(content)
        case Paragraph(content=content, shape=shape):
            facts = ' class="fakta"' if shape.kind == "facts" else ""
            return f"<p{facts}>{_inlines(content)}</p>\n"
        case Table():
            return _table(block)
        case Picture(alt=alt, caption=caption):
            return f"<p>{escape(' '.join(filter(None, (caption, alt))))}</p>\n"


def _table(table: Table) -> str:
    heads = "".join(_row(row, "th") for row in table.rows if row.header)
    rows = "".join(_row(row, "td") for row in table.rows if not row.header)
    narrow = ' class="tre"' if len(table.alignment) == COLUMNS else ""
    label = escape(", ".join(words(p.content) for row in table.rows[:1] for cell in row.cells for p in cell.content))
    return (
        f'<div class="tabell" tabindex="0" role="region" aria-label="{label}"><table{narrow}><thead>{heads}</thead>\n'
        f"<tbody>{rows}</tbody></table></div>\n"
    )


def _row(row: Row, tag: str) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    return f"<tr>{''.join(f'<{tag}{scope}>{_cell(cell)}</{tag}>' for cell in row.cells)}</tr>\n"


def _cell(cell: Cell) -> str:
    single = cell.content[0] if len(cell.content) == 1 else None
    if single is not None and not single.shape.level and single.shape.kind == "text":
        return _inlines(single.content)
    return "".join(_blocks(cell.content))


def _inlines(content: Iterable[Inline]) -> str:
    return "".join(map(_inline, content))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text=text, marks=marks) | Number(text=text, marks=marks):
            return _marked(escape(text), marks)
        case Break():
            return "<br>"
        case Note(content=content):
            return f" ({' '.join(_inlines(paragraph.content) for paragraph in content)})"


def _marked(text: str, marks: Marks) -> str:
    for name, tag in MARKS:
        if getattr(marks, name):
            text = f"<{tag}>{text}</{tag}>"
    return text
