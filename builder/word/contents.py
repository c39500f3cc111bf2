"""The table of contents: a field with its entries already in place, so that Word neither asks nor shows nothing."""

from collections.abc import Callable

from builder.phrases import phrases
from builder.redline import MarkedSection, Redline, in_new
from builder.word import anchors
from builder.word.labels import labels
from builder.word.pen import Pen
from builder.word.wording import new_words
from builder.word.xml import escape

__all__ = ["contents"]

DEPTH = 3
CODE = f' TOC \\o "1-{DEPTH}" \\n \\h \\z \\u '
START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve">{CODE}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents(pen: Pen, redline: Redline, section_end: Callable[[], str]) -> str:
    """Heading, entries, and a line that ends the front pages.

    (Seen: LibreOffice 7.4 loses the fields of a page's footer when its section ends inside the contents field.)"""
    entries = [_entry(pen, section) for section in redline.sections if in_new(section.fate) and section.level <= DEPTH]
    if not entries:
        return ""
    entries[0] = entries[0].replace("</w:pPr>", f"</w:pPr>{START}", 1)
    entries[-1] = entries[-1].removesuffix("</w:p>") + END + "</w:p>"
    heading = _plain(pen, "TOCHeading", phrases(pen.language).contents)
    return heading + "".join(entries) + _plain(pen, "Innehallsnot", labels(pen.language).links, section_end())


def _plain(pen: Pen, style: str, text: str, rest: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{pen.style[style]}"/>{rest}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'


def _entry(pen: Pen, section: MarkedSection) -> str:
    gap = '<w:t xml:space="preserve"> </w:t>' if section.kind == "annex" else "<w:tab/>"
    shown = f'<w:r><w:t xml:space="preserve">{escape(section.number)}</w:t></w:r><w:r>{gap}</w:r>'
    number = shown if section.number else ""
    text = f'<w:r><w:t xml:space="preserve">{escape(new_words(section.title))}</w:t></w:r>'
    link = f'<w:hyperlink w:anchor="{anchors.of(section)}" w:history="1">{number}{text}</w:hyperlink>'
    return f'<w:p><w:pPr><w:pStyle w:val="{pen.style[f"TOC{section.level}"]}"/></w:pPr>{link}</w:p>'
