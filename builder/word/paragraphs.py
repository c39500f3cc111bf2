"""Paragraphs and runs: from spans to w:p, w:r, fields, links and footnote references."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from builder.model import PLAIN, TABLES, Break, ClauseLink, Link, Marks, Number, OutsideLink, Text, Url
from builder.redline import KEPT, Fate, MarkedNote, Revision, Span, in_new
from builder.word.comments import remarked
from builder.word.drawings import Drawn, drawing
from builder.word.pen import Pen
from builder.word.revisions import deleted, mark, moves, rewritten, wrap
from builder.word.shapes import before
from builder.word.xml import attribute, escape

__all__ = ["Line", "paragraph", "runs"]

AFTER_SPACING = ("<w:ind ", "<w:jc ", "<w:outlineLvl ")
SAFE = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as Word will have it.

    `fate` is that of the words' paragraph, `mark` that of the mark that ends it (they differ where a
    change ends at a table or a cell). `new` and `old` are its properties in the two texts. `bookmark`
    encloses its words; `spaced`: it stands right under a table; `leads`: what follows stands on its page; `stays`:
    it stands on the page of what is before it, also where its style begins a page; `aside`: its lines are not numbered.
    `pages` ends a stretch of pages with it. `start` and `end` are ends of a move's range. A `chapter` is
    found by the pages' headers."""

    spans: tuple[Span | Drawn, ...]
    new: str
    old: str
    fate: Fate = KEPT
    mark: Fate = KEPT
    bookmark: str = ""
    start: str = ""
    end: str = ""
    spaced: bool = False
    leads: bool = False
    stays: bool = False
    aside: bool = False
    pages: str = ""
    chapter: bool = False


def paragraph(pen: Pen, line: Line, lead: str = "") -> str:
    """A w:p, with the end of a move's range after it. `lead` stands before its words."""
    content = lead + runs(pen, line.spans, line.fate)
    if line.chapter:
        content = re.sub(r"<w:r>(?=<w:(?:t|delText) )", f"<w:r>{_chapter(pen)}", content)
    if line.bookmark:
        number = pen.id()
        content = (
            f'<w:bookmarkStart w:id="{number}" w:name="{line.bookmark}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
        )
        content = remarked(pen, line.bookmark, content)
    return f"<w:p>{_properties(pen, line)}{line.start}{content}</w:p>{line.end}"


def _chapter(pen: Pen) -> str:
    """The looks of a chapter's plain words: a style that shows nothing, by which headers find them (STYLEREF)."""
    return f'<w:rPr><w:rStyle w:val="{pen.style["Kapitelnamn"]}"/></w:rPr>'


def _properties(pen: Pen, line: Line) -> str:
    signed = f"<w:rPr>{mark(pen, line.mark)}</w:rPr>" if line.mark else ""
    change = ""
    if line.new != line.old:
        was = _placed(line, before(pen, line.new, line.old))
        change = f"<w:pPrChange {pen.signed(_dated(pen, line))}><w:pPr>{was}</w:pPr></w:pPrChange>"
    return f"<w:pPr>{_placed(line, line.new)}{signed}{line.pages}{change}</w:pPr>"


def _placed(line: Line, properties: str) -> str:
    """Properties with what the neighbours of a paragraph ask for; the same in the new text and the old."""
    if line.leads or line.stays or line.aside:
        style, end, rest = properties.partition("/>")
        kept = "<w:keepNext/>" if line.leads else ""
        page = '<w:pageBreakBefore w:val="0"/>' if line.stays else ""
        number, close, others = rest.rpartition("</w:numPr>")
        aside = "<w:suppressLineNumbers/>" if line.aside else ""
        properties = f"{style}{end}{kept}{page}{number}{close}{aside}{others}"
    return _spaced(properties) if line.spaced else properties


def _spaced(properties: str) -> str:
    """Properties with room above, which a table cannot have below it; at their place in the order of the schema."""
    place = min((n for name in AFTER_SPACING if (n := properties.find(name)) >= 0), default=len(properties))
    return f'{properties[:place]}<w:spacing w:before="160"/>{properties[place:]}'


def _dated(pen: Pen, line: Line) -> Revision:
    return (line.fate or line.mark or (pen.revision,))[0]


# --- runs --------------------------------------------------------------------------------------------


def runs(pen: Pen, spans: Iterable[Span | Drawn], paragraph: Fate = KEPT) -> str:
    """Runs with their fates; in a paragraph that does not move, a moved word is one deleted or inserted."""
    prepared = _prepared(pen, spans, moves(paragraph) is not None)
    return "".join(_linked(pen, link, group, bool(paragraph)) for link, group in groupby(prepared, _link))


def _prepared(pen: Pen, spans: Iterable[Span | Drawn], moving: bool) -> Iterator[Span | Drawn]:
    for span in spans:
        if isinstance(span, Drawn):
            yield span
        elif span.fate:
            yield span if moving else Span(span.inline, rewritten(span.fate), span.before, span.follows)
        elif isinstance(span.inline, Number) and pen.anchors.split(span.inline.clause):
            yield from _replaced(pen, span, span.inline)
        else:
            yield span


def _replaced(pen: Pen, span: Span, number: Number) -> Iterator[Span]:
    """A kept reference to a section that moved: an old and a new reference, each to its own bookmark."""
    old = Number(number.clause, span.follows or number.text, span.before or number.marks)
    yield Span(old, pen.gone)
    yield Span(number, pen.come)


def _link(span: Span | Drawn) -> Link | None:
    return span.inline.marks.link if isinstance(span, Span) and isinstance(span.inline, Text) else None


def _fate(span: Span | Drawn) -> Fate:
    return span.fate


def _linked(pen: Pen, link: Link | None, spans: Iterable[Span | Drawn], whole: bool) -> str:
    opening = _opening(pen, link)
    content = "".join(
        wrap(pen, fate, "".join(_run(pen, span) for span in group), whole=whole)
        for fate, group in groupby(spans, _fate)
    )
    return f"{opening}{content}</w:hyperlink>" if opening else content


def _opening(pen: Pen, link: Link | None) -> str:
    match link:
        case Url(address=address) if _safe(link):
            return f'<w:hyperlink r:id="{pen.address(address)}" w:history="1">'
        case ClauseLink(clause=clause) if target := pen.anchors.new.get(clause) or pen.anchors.old.get(clause):
            return f'<w:hyperlink w:anchor="{target}" w:history="1">'
        case Url() | ClauseLink() | OutsideLink() | None:
            return ""


def _run(pen: Pen, span: Span | Drawn) -> str:
    if isinstance(span, Drawn):
        return drawing(pen, span)
    inline = span.inline
    match inline:
        case Text(text=text, marks=marks):
            looks = _looks(pen, marks, span)
            return f"<w:r>{looks}{_text(text, deleted(span.fate))}</w:r>"
        case Number():
            return _number(pen, span, inline)
        case Break():
            return "<w:r><w:br/></w:r>"
        case MarkedNote():
            return _note(pen, span, inline)


def _text(text: str, gone: bool) -> str:
    name = "w:delText" if gone else "w:t"
    if "\n" not in text and "\t" not in text:
        return f'<{name} xml:space="preserve">{escape(text)}</{name}>'
    return "".join(
        {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(piece) or f'<{name} xml:space="preserve">{escape(piece)}</{name}>'
        for piece in _pieces(text)
    )


def _pieces(text: str) -> list[str]:
    return [piece for piece in text.replace("\n", "\0\n\0").replace("\t", "\0\t\0").split("\0") if piece]


def _looks(pen: Pen, marks: Marks, span: Span) -> str:
    now = _format(pen, marks)
    before = now if span.before is None else _format(pen, span.before)
    changed = span.fate[0] if span.fate else pen.revision
    change = "" if before == now else f"<w:rPrChange {pen.signed(changed)}><w:rPr>{before}</w:rPr></w:rPrChange>"
    return f"<w:rPr>{now}{change}</w:rPr>" if now or change else ""


def _format(pen: Pen, marks: Marks) -> str:
    if marks is PLAIN or marks == PLAIN:
        return ""
    style = "Kodtecken" if marks.code else "Hyperlink" if isinstance(marks.link, Url) and _safe(marks.link) else ""
    return (
        (f'<w:rStyle w:val="{pen.style[style]}"/>' if style else "")
        + ("<w:b/><w:bCs/>" if marks.strong else "")
        + ("<w:i/><w:iCs/>" if marks.emphasis else "")
        + ("<w:strike/>" if marks.strike else "")
    )


def _safe(link: Url) -> bool:
    return link.address.lower().startswith(SAFE)


# --- references and notes ----------------------------------------------------------------------------


def _number(pen: Pen, span: Span, number: Number) -> str:
    """A REF field with its result in place; printed text when nothing of that name is in the file."""
    looks, gone = _looks(pen, number.marks, span), deleted(span.fate)
    if number.clause == TABLES:
        return _counted(number, looks, gone)
    shown = f"<w:r>{looks}{_text(number.text, gone)}</w:r>"
    target = (pen.anchors.new if in_new(span.fate) else pen.anchors.old).get(number.clause)
    return _field(looks, gone, f"REF {attribute(target)} \\r \\h", shown) if target else shown


def _counted(number: Number, looks: str, gone: bool) -> str:
    """The words of a series with a SEQ field for the number in them: Word numbers anew where tables come or go."""
    series, _, figures = number.text.removesuffix(".").rpartition(" ")
    before, shown, after = (f"<w:r>{looks}{_text(said, gone)}</w:r>" for said in (f"{series} ", figures, "."))
    return before + _field(looks, gone, f"SEQ {attribute(series)} \\* ARABIC", shown) + after


def _field(looks: str, gone: bool, instruction: str, shown: str) -> str:
    """A field with its result in place."""
    code = "w:delInstrText" if gone else "w:instrText"
    begin, middle, end = (f'<w:r>{looks}<w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end"))
    said = f'<w:r>{looks}<{code} xml:space="preserve"> {instruction} </{code}></w:r>'
    return f"{begin}{said}{middle}{shown}{end}"


def _note(pen: Pen, span: Span, note: MarkedNote) -> str:
    number = pen.note(note, span.fate)
    style = pen.style["FootnoteReference"]
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
