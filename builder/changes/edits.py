"""Where in a section words came and went: each place with what stood there and what stands there now."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, assert_never

from builder.model import Break, Number, Table, Text, words
from builder.redline import (
    Fate,
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    Span,
    new_table,
    old_table,
)

__all__ = ["WORD", "Edit", "edits", "whole"]

SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
Side = Literal["came", "went"]
WORD = re.compile(r"[\w\u0300-\u036f]+(?:[-/:.,’][\w\u0300-\u036f]+)*")


def whole(fate: Fate) -> Side | None:
    """Whether a thing came or went; None for what stayed or moved."""
    match fate[-1].kind if fate else None:
        case "insertion":
            return "came"
        case "deletion":
            return "went"
        case "move-from" | "move-to" | None:
            return None


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that went and words that came in their place; `after` is the word that follows them. Computed
    numbers are left out."""

    old: tuple[Text, ...]
    new: tuple[Text, ...]
    is_facts: bool = False
    after: str = ""
    is_whole: bool = False

    @property
    def is_inside(self) -> bool:
        """True when a sentence that stands was edited, false when sentences came or went."""
        return not self.is_whole and not any(SENTENCE_END.search(text.text) for text in (*self.old, *self.new))


def edits(section: MarkedSection, before: MarkedSection | None) -> Iterator[Edit]:
    """Each place in a section where words came or went; whole paragraphs that only moved are left out."""
    halves = [half for half in (before, section) if half is not None]
    blocks = [block for half in halves for block in (half.title, *half.blocks)]
    paragraphs = [(p, fate) for block in blocks for p, fate in _paragraphs(block, ())]
    came = Counter(_text(p) for p, fate in paragraphs if whole(fate) == "came")
    went = Counter(_text(p) for p, fate in paragraphs if whole(fate) == "went")
    stayed = came & went
    left: dict[Side, Counter[str]] = {"came": Counter(stayed), "went": Counter(stayed)}
    rewritten = _Run()
    for paragraph, fate in paragraphs:
        side = whole(fate)
        if side is None:
            yield from (*rewritten.ended(), *_runs(paragraph))
            rewritten = _Run()
        elif left[side][_text(paragraph)]:
            left[side][_text(paragraph)] -= 1
        else:
            rewritten.take(paragraph, side)
    yield from rewritten.ended()


def _paragraphs(block: MarkedBlock, around: Fate) -> Iterator[tuple[MarkedParagraph, Fate]]:
    """All paragraphs of a block with the fate of each, those of cells and notes among them."""
    match block:
        case MarkedParagraph(spans=spans, fate=fate):
            yield block, fate or around
            for span in spans:
                if isinstance(span.inline, MarkedNote):
                    for inner in span.inline.content:
                        yield inner, inner.fate or span.fate or fate or around
        case MarkedTable(rows=rows, fate=fate):
            first = 1 if _counts_rows(block) else 0
            for row in rows:
                for cell in row.cells[0 if row.header else first :]:
                    for paragraph in cell.content:
                        yield from _paragraphs(paragraph, row.fate or fate or around)
        case MarkedPicture():
            return
        case _:
            assert_never(block)


def _counts_rows(table: MarkedTable) -> bool:
    """True when the first column only numbers the rows: a row more gives the others new numbers."""
    return not table.columns and all(_is_counting(side(table)) for side in (old_table, new_table))


def _is_counting(table: Table) -> bool:
    numbers = ["".join(words(p.content) for p in row.cells[0].content).strip() for row in table.rows if not row.header]
    return bool(numbers) and numbers == [str(place) for place in range(1, len(numbers) + 1)]


@dataclass(slots=True)
class _Run:
    """Neighbouring words, or paragraphs, that went and came."""

    old: list[Text] = field(default_factory=list)
    new: list[Text] = field(default_factory=list)
    is_facts: bool = False
    is_whole: bool = False

    def take(self, paragraph: MarkedParagraph, side: Side) -> None:
        """A whole paragraph that came or went."""
        (self.new if side == "came" else self.old).extend([*map(_inline, paragraph.spans), Text(" ")])
        self.is_facts, self.is_whole = paragraph.shape.kind == "facts", True

    def ended(self, after: str = "") -> Iterator[Edit]:
        """The edit it makes, if any word came or went."""
        if self.old or self.new:
            yield Edit(tuple(self.old), tuple(self.new), self.is_facts, after, self.is_whole)


def _runs(paragraph: MarkedParagraph) -> Iterator[Edit]:
    """Words that went and came, until words that stay."""
    run = _Run(is_facts=paragraph.shape.kind == "facts")
    for span in paragraph.spans:
        side, text = whole(span.fate), _inline(span)
        if side is not None:
            (run.new if side == "came" else run.old).append(text)
        elif text.text.strip():
            yield from run.ended(_first_word(text.text))
            run = _Run(is_facts=run.is_facts)
    yield from run.ended()


def _first_word(text: str) -> str:
    """The word that follows a change, "dagar" after a number; none when a mark comes first."""
    found = WORD.match(text.lstrip())
    return found[0] if found else ""


def _inline(span: Span) -> Text:
    match span.inline:
        case Text():
            return span.inline
        case Number():
            return Text("")
        case Break():
            return Text(" ")
        case MarkedNote():
            return Text("")
        case inline:
            assert_never(inline)


def _text(paragraph: MarkedParagraph) -> str:
    return " ".join("".join(_inline(span).text for span in paragraph.spans).split())
