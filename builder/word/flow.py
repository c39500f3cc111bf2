"""The whole text as one row of paragraphs and tables, with its changes where Word can carry them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from builder.model import Alignment, Picture, Text
from builder.redline import (
    KEPT,
    Fate,
    MarkedBlock,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    Span,
    in_new,
    in_old,
    new_words,
)
from builder.word import anchors
from builder.word.drawings import JOINER, Drawn
from builder.word.landscape import Stretch
from builder.word.numbering import Group
from builder.word.paragraphs import Line
from builder.word.pen import Pen
from builder.word.revisions import rewritten
from builder.word.shapes import Place, heading, lists, properties

__all__ = ["Grid", "Item", "Pair", "cell", "gap", "parted", "sections_flow"]

Pair = tuple[Alignment, Alignment]
LEFT: Pair = ("left", "left")
SIGNATURES, PROCESS_CARDS = "bilaga/underskrifter", "bilaga/processkort"
SHORT = 300
"""Letters from which on a paragraph stands by itself."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the row, on a page on its side or not. A `signed` one has room in its rows for a hand to write.
    `caption`: what it is called, in words that are heard and not seen. One `together` stays on a page where it can."""

    table: MarkedTable
    wide: bool = False
    signed: bool = False
    caption: str = ""
    together: bool = False


Item = Line | Grid


def sections_flow(pen: Pen, stretches: Iterable[Stretch], pages_end: Callable[[Stretch], str]) -> Iterator[Item]:
    """Headings, paragraphs, captions and tables of all sections, with the ends of their pages."""
    for stretch in stretches:
        for section in stretch.sections:
            yield _heading(pen, section)
            yield from _reference(pen, section)
            signed, cards = section.id == SIGNATURES, section.id == PROCESS_CARDS
            for item in _blocks(pen, section.blocks, section.level):
                if isinstance(item, Grid):
                    yield replace(item, wide=stretch.wide, signed=signed, together=cards)
                else:
                    yield replace(item, aside=True) if cards else item
        if stretch.ends:
            yield replace(gap(pen, _between(pen, stretch.ends_new, stretch.ends_old)), pages=pages_end(stretch))


def cell(pen: Pen, paragraphs: tuple[MarkedParagraph, ...], place: Place, align: Pair = LEFT) -> list[Line]:
    """The paragraphs of a cell or a note. Word moves neither rows nor notes: a move is a deletion and an insertion."""
    numbered = lists(paragraphs)
    lines = [_line(pen, p, numbered.get(n, (None, None)), place, 0, align) for n, p in enumerate(paragraphs)]
    return lines or [_line(pen, MarkedParagraph(()), (None, None), place, 0, align)]


def _heading(pen: Pen, section: MarkedSection) -> Line:
    fate = section.fate or section.title.fate
    old_level = section.level if section.old_level is None else section.old_level
    new, old = (heading(pen, section.kind, level) for level in (section.level, old_level))
    spans = _seen(pen, section.title.spans, fate)
    return Line(spans, new, old, fate, fate, bookmark=anchors.of(section), chapter=section.level == 1)


def _reference(pen: Pen, section: MarkedSection) -> Iterator[Line]:
    """The clause's id under its heading, in small print: what answers and minutes refer to in all versions."""
    if section.kind != "clause" or not pen.cites:
        return
    fate, old = section.fate or section.title.fate, section.old_id
    look = f'<w:pStyle w:val="{pen.style["Klausulid"]}"/>'
    spans = (Span(Text(old), pen.gone), Span(Text(section.id), pen.come)) if old else (Span(Text(section.id), fate),)
    yield Line(spans, look, look, fate, fate)


def _blocks(pen: Pen, blocks: tuple[MarkedBlock, ...], level: int) -> Iterator[Item]:
    numbered = lists(blocks)
    for n, block in enumerate(blocks):
        match block:
            case MarkedParagraph():
                line = _line(pen, block, numbered.get(n, (None, None)), "body", level, LEFT)
                below = n > 0 and isinstance(blocks[n - 1], MarkedTable)
                leads = _leads(block, blocks[n + 1 : n + 2])
                yield replace(line, spaced=below, leads=leads) if below or leads else line
            case MarkedTable():
                yield Grid(block, caption=_caption_before(blocks, n))
            case MarkedPicture(picture=picture, fate=fate):
                if picture.caption:
                    yield _caption(pen, picture.caption, rewritten(fate))
                yield _picture(pen, picture, rewritten(fate))


def _caption_before(blocks: tuple[MarkedBlock, ...], place: int) -> str:
    """The words of the caption above a table, without the number, which a program that shows the file may renew."""
    before = blocks[place - 1] if place else None
    if not isinstance(before, MarkedParagraph) or before.shape.kind != "caption":
        return ""
    said = (span.inline.text for span in before.spans if isinstance(span.inline, Text) and in_new(span.fate))
    return "".join(said).strip()


def _leads(paragraph: MarkedParagraph, after: tuple[MarkedBlock, ...]) -> bool:
    """Whether a short paragraph stands right before a list, a table or a picture, and must stay on its page."""
    if paragraph.shape.kind != "text" or paragraph.shape.level or not after:
        return False
    follows = not isinstance(after[0], MarkedParagraph) or (after[0].shape.kind == "text" and after[0].shape.level > 0)
    return follows and len(new_words(paragraph)) < SHORT


def _caption(pen: Pen, caption: str, fate: Fate) -> Line:
    style = f'<w:pStyle w:val="{pen.style["Caption"]}"/>'
    return Line((Span(Text(caption), fate),), style, style, fate, fate)


def _picture(pen: Pen, picture: Picture, fate: Fate) -> Line:
    """A move is a deletion and an insertion: when a moved picture is put back, LibreOffice 7.4 takes the looks
    from the heading after it."""
    style = f'<w:pStyle w:val="{pen.style["BodyText"]}"/>'
    return Line((Drawn(picture, fate),), style, style, fate, fate)


def _line(
    pen: Pen,
    paragraph: MarkedParagraph,
    groups: tuple[Group | None, Group | None],
    place: Place,
    level: int,
    align: Pair,
) -> Line:
    fate = paragraph.fate if place == "body" else rewritten(paragraph.fate)
    spans = _seen(pen, paragraph.spans, fate) if place == "body" else paragraph.spans
    here, there = groups
    shape, before = paragraph.shape, paragraph.before or paragraph.shape
    if not in_new(fate):
        old = properties(pen, before, there, place, level, align[1])
        return Line(spans, old, old, fate, fate)
    new = properties(pen, shape, here, place, level, align[0])
    same = not in_old(fate) or (paragraph.before is None and align[0] == align[1])
    old = new if same else properties(pen, before, there, place, level, align[1])
    return Line(spans, new, old, fate, fate)


def _seen(pen: Pen, spans: tuple[Span, ...], fate: Fate) -> tuple[Span, ...]:
    """Spans with a letter that is not seen in each text where they say nothing: an empty item of a list, a footnote
    alone.

    (Seen: LibreOffice 7.4 leaves an empty heading, or joins the neighbours, where a clause with such a paragraph
    moved.)"""
    said = {span.fate for span in spans if isinstance(span.inline, Text) and span.inline.text.strip()}
    if KEPT in said:
        return spans
    empty_new, empty_old = (stands(fate) and not any(map(stands, said)) for stands in (in_new, in_old))
    if not empty_new and not empty_old:
        return spans
    return (*spans, Span(Text(JOINER), fate or _between(pen, empty_new, empty_old)))


# --- tables side by side -----------------------------------------------------------------------------


def parted(pen: Pen, items: Iterable[Item]) -> Iterator[Item]:
    """The same with a narrow paragraph between tables that would touch: Word makes one table of two that do."""
    after_new = after_old = touching = False
    for item in items:
        if isinstance(item, Grid):
            fate = item.table.fate
            needed = (in_new(fate) and after_new, in_old(fate) and after_old)
            if touching or any(needed):
                yield gap(pen, _between(pen, *needed))
            after_new, after_old, touching = after_new or in_new(fate), after_old or in_old(fate), True
        else:
            after_new, after_old = after_new and not in_new(item.fate), after_old and not in_old(item.fate)
            touching = False
        yield item


def _between(pen: Pen, in_new_text: bool, in_old_text: bool) -> Fate:
    """The fate of what stands in one of the texts, in both, or (to keep tables apart in the redline) in neither."""
    if in_new_text:
        return KEPT if in_old_text else pen.come
    return pen.gone if in_old_text else pen.come + pen.gone


def gap(pen: Pen, fate: Fate = KEPT) -> Line:
    """A narrow empty paragraph."""
    style = f'<w:pStyle w:val="{pen.style["Tabellavstand"]}"/>'
    return Line((), style, style, fate, fate)
