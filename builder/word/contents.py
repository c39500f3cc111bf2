"""The table of contents: a field with its entries already in place, so that Word neither asks nor shows nothing."""

from collections.abc import Callable

from builder.phrases import phrases
from builder.redline import MarkedSection, Redline, in_new, new_words
from builder.word import anchors
from builder.word.labels import labels
from builder.word.pen import Pen
from builder.word.xml import escape

__all__ = ["contents"]

DEPTH = 3
CODE = f' TOC \\o "1-{DEPTH}" {{}}\\h \\z \\u '
UNNUMBERED = "\\n "
BEGIN, MIDDLE, END = (f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>' for part in ("begin", "separate", "end"))


def contents(pen: Pen, redline: Redline, section_end: Callable[[], str]) -> str:
    """Heading, entries, and a line that ends the front pages. Entries have numbers of pages where the pen knows them.

    (Seen: LibreOffice 7.4 loses the fields of a page's footer when its section ends inside the contents field.)"""
    entries = [_entry(pen, section) for section in redline.sections if in_new(section.fate) and section.level <= DEPTH]
    if not entries:
        return ""
    entries[0] = entries[0].replace("</w:pPr>", f"</w:pPr>{_start(pen)}", 1)
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
    bookmark, pages = anchors.of(section), _page(pen, anchors.of(section))
    link = f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{number}{text}{pages}</w:hyperlink>'
    return f'<w:p><w:pPr><w:pStyle w:val="{pen.style[f"TOC{section.level}"]}"/>{_stop(pen)}</w:pPr>{link}</w:p>'


def _start(pen: Pen) -> str:
    code = CODE.format(UNNUMBERED if pen.pages is None else "")
    return f'{BEGIN}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{MIDDLE}'


def _stop(pen: Pen) -> str:
    """Where the numbers of pages stand, and the dots that lead to them.

    (Seen: LibreOffice 7.4 leaves out the numbers when the paragraph also has a right indentation.)"""
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{pen.width}"/></w:tabs>'
    return "" if pen.pages is None else stop


def _page(pen: Pen, bookmark: str) -> str:
    """A field with the number of the page that a heading stands on."""
    if pen.pages is None:
        return ""
    code = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
    shown = f"<w:r><w:t>{pen.pages.get(bookmark, 1)}</w:t></w:r>"
    return f"<w:r><w:tab/></w:r>{BEGIN}{code}{MIDDLE}{shown}{END}"
