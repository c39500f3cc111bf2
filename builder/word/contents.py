"""The table of contents: a field with its entries already in place, so that Word neither asks nor shows nothing."""

from builder.model import words
from builder.phrases import phrases
from builder.redline import MarkedSection, accept, Redline, in_new
from builder.word import anchors
from builder.word.pen import Pen
from builder.word.xml import escape

__all__ = ["contents"]

DEPTH = 3
CODE = f' TOC \\o "1-{DEPTH}" \\n \\h \\z \\u '


def contents(pen: Pen, redline: Redline, section_end: str) -> str:
    """Heading, entries, and the end of the front pages in the last of them."""
    new = accept(redline)
    shown = [section for section in redline.sections if in_new(section.fate)]
    rows = [(old, words(section.title)) for old, section in zip(shown, new, strict=True) if section.level <= DEPTH]
    heading = f'<w:p><w:pPr><w:pStyle w:val="{pen.style["TOCHeading"]}"/></w:pPr><w:r><w:t>{phrases(pen.language).contents}</w:t></w:r></w:p>'
    entries = [_entry(pen, section, title) for section, title in rows]
    if not entries:
        return ""
    first, last = _field_start(), _field_end()
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section_end if n == len(entries) - 1 else ""}</w:pPr>'
        f"{first if n == 0 else ''}{entry}{last if n == len(entries) - 1 else ''}</w:p>"
        for n, (style, entry) in enumerate(entries)
    ]
    return heading + "".join(lines)


def _entry(pen: Pen, section: MarkedSection, title: str) -> tuple[str, str]:
    number = (
        f'<w:r><w:t xml:space="preserve">{escape(section.number)}</w:t></w:r><w:r><w:tab/></w:r>'
        if section.number
        else ""
    )
    text = f'<w:r><w:t xml:space="preserve">{escape(title)}</w:t></w:r>'
    link = f'<w:hyperlink w:anchor="{anchors.of(section)}" w:history="1">{number}{text}</w:hyperlink>'
    return pen.style[f"TOC{section.level}"], link


def _field_start() -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{CODE}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _field_end() -> str:
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
