"""Where in a section words came and went: each place with what stood there and what stands there now."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, assert_never

from builder.model import Break, LawUse, Number, Table, Text, words
from builder.redline import (
    Fate,
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedRow,
    MarkedSection,
    MarkedTable,
    Span,
    new_table,
    old_table,
)

__all__ = ["BETWEEN_CELLS", "SENTENCE_END", "WORD", "Edit", "Placed", "Side", "edits", "placed", "side_text", "whole"]

SENTENCE_END = re.compile(r"[.!?](?:\s+(?=[A-ZÅÄÖ])|\s*$)")
"""A point before a small letter or a figure is that of a shortened word: "12 kap. 1 §"."""

BETWEEN_CELLS, BETWEEN_LINES = " · ", "\n"
STEP = re.compile(r"(\d{1,2})([a-z]?)")
Side = Literal["came", "went"]
ShapeKind = Literal["text", "heading", "code", "facts", "question", "caption"]
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
    """Words that went and words that came in their place, `before` and `after` the words around them that stay.
    Computed numbers are left out. `is_half`: in a half of a move, where what took the place stands in the other.
    `spans`: those of the paragraph, and the first and last of the edit among them."""

    old: tuple[Text, ...]
    new: tuple[Text, ...]
    kind: ShapeKind = "text"
    before: str = ""
    after: str = ""
    is_whole: bool = False
    is_half: bool = False
    spans: tuple[Span, ...] = field(default=(), compare=False)
    first: int = 0
    last: int = 0

    @property
    def is_inside(self) -> bool:
        """True when a sentence that stands was edited, false when sentences came or went."""
        texts = (text for text in (*self.old, *self.new) if not isinstance(text.marks.about, LawUse))
        return not self.is_whole and not any(SENTENCE_END.search(text.text) for text in texts)


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with its fate, and the row of a table it stands in, if any."""

    paragraph: MarkedParagraph
    fate: Fate
    row: MarkedRow | None = None


def edits(section: MarkedSection, before: MarkedSection | None) -> Iterator[Edit]:
    """Each place in a section where words came or went; whole paragraphs that only moved are left out."""
    found = list(placed(section, before))
    came = Counter(_text(p.paragraph) for p in found if whole(p.fate) == "came")
    went = Counter(_text(p.paragraph) for p in found if whole(p.fate) == "went")
    stayed = came & went
    left: dict[Side, Counter[str]] = {"came": Counter(stayed), "went": Counter(stayed)}
    rewritten: dict[ShapeKind, _Rewritten] = {}
    for each in found:
        side, kind, text = whole(each.fate), each.paragraph.shape.kind, _text(each.paragraph)
        if side is None:
            yield from (*_ended(rewritten), *_runs(each.paragraph))
            rewritten = {}
        elif left[side][text]:
            left[side][text] -= 1
        else:
            rewritten.setdefault(kind, _Rewritten(kind)).take(each, side)
    yield from _ended(rewritten)


def placed(section: MarkedSection, before: MarkedSection | None) -> Iterator[Placed]:
    """All paragraphs of a section's halves, each where it stands."""
    halves = [half for half in (before, section) if half is not None]
    blocks = (block for half in halves for block in (half.title, *half.blocks))
    return (found for block in blocks for found in _paragraphs(block, ()))


def _paragraphs(block: MarkedBlock, around: Fate, row: MarkedRow | None = None) -> Iterator[Placed]:
    """All paragraphs of a block with the fate of each, those of cells and notes among them."""
    match block:
        case MarkedParagraph(spans=spans, fate=fate):
            yield Placed(block, fate or around, row)
            for span in spans:
                if isinstance(span.inline, MarkedNote):
                    for inner in span.inline.content:
                        yield Placed(inner, inner.fate or span.fate or fate or around)
        case MarkedTable(rows=rows, fate=fate):
            first = 1 if _counts_rows(block) else 0
            for row in rows:
                for cell in row.cells[0 if row.header else first :]:
                    for paragraph in cell.content:
                        yield from _paragraphs(paragraph, row.fate or fate or around, row)
        case MarkedPicture():
            return
        case _:
            assert_never(block)


def _counts_rows(table: MarkedTable) -> bool:
    """True when the first column only numbers the rows: a row more gives the others new numbers."""
    return not table.columns and all(_is_counting(side(table)) for side in (old_table, new_table))


def _is_counting(table: Table) -> bool:
    """True for 1, 2, 3 and for 1, 2, 2b, 3."""
    texts = ["".join(words(p.content) for p in row.cells[0].content).strip() for row in table.rows if not row.header]
    found = [STEP.fullmatch(text) for text in texts]
    steps = [(int(match[1]), match[2]) for match in found if match]
    return bool(steps) and len(steps) == len(texts) and steps[0][0] == 1 and steps == sorted(set(steps))


@dataclass(slots=True)
class _Run:
    """Neighbouring words that went and came."""

    kind: ShapeKind
    spans: tuple[Span, ...]
    first: int = 0
    before: str = ""
    old: list[Text] = field(default_factory=list)
    new: list[Text] = field(default_factory=list)
    is_half: bool = False

    def pause(self) -> None:
        """White space that stayed: the words on both sides of it are not one."""
        for texts in filter(None, (self.old, self.new)):
            texts.append(Text(" "))

    def ended(self, after: str, end: int) -> Iterator[Edit]:
        """The edit it makes, if any word came or went; `end` is the place of the span after it."""
        if self.old or self.new:
            yield Edit(
                tuple(self.old), tuple(self.new), self.kind, self.before, after, is_half=self.is_half,
                spans=self.spans, first=self.first, last=end - 1,
            )  # fmt: skip


@dataclass(slots=True)
class _Rewritten:
    """Neighbouring paragraphs of a kind that went and came; those of a row in a table are told together."""

    kind: ShapeKind
    old: list[list[Text]] = field(default_factory=list)
    new: list[list[Text]] = field(default_factory=list)
    rows: dict[Side, MarkedRow | None] = field(default_factory=dict)

    def take(self, each: Placed, side: Side) -> None:
        """A whole paragraph that came or went."""
        lines = self.new if side == "came" else self.old
        if each.row is not None and each.row is self.rows.get(side):
            lines[-1].append(Text(BETWEEN_CELLS))
        else:
            lines.append([])
        lines[-1].extend(map(_inline, each.paragraph.spans))
        self.rows[side] = each.row

    def ended(self) -> Iterator[Edit]:
        """One edit for all that were rewritten; one for each where they only came or only went."""
        if self.old and self.new:
            yield Edit(_lines(self.old), _lines(self.new), self.kind, is_whole=True)
        else:
            yield from (Edit(tuple(line), (), self.kind, is_whole=True) for line in self.old)
            yield from (Edit((), tuple(line), self.kind, is_whole=True) for line in self.new)


def _lines(lines: list[list[Text]]) -> tuple[Text, ...]:
    return tuple(text for line in lines for text in (*line, Text(BETWEEN_LINES)))


def _ended(rewritten: Mapping[ShapeKind, _Rewritten]) -> Iterator[Edit]:
    return (edit for each in rewritten.values() for edit in each.ended())


def _runs(paragraph: MarkedParagraph) -> Iterator[Edit]:
    """Words that went and came, until words that stay."""
    spans = paragraph.spans
    run, kept, end = _Run(paragraph.shape.kind, spans), "", 0
    for place, span in enumerate(spans):
        side, text = whole(span.fate), _inline(span)
        if side is None:
            kept += text.text
            continue
        if kept.strip():
            yield from run.ended(kept, end)
            run = _Run(run.kind, spans, place, kept)
        elif kept:
            run.pause()
        kept, end = "", place + 1
        (run.new if side == "came" else run.old).append(text)
        run.is_half = len(span.fate) > 1
    yield from run.ended(kept, end)


def side_text(spans: Iterable[Span], side: Side) -> str:
    """What spans say in the old text ("went") or in the new ("came")."""
    return "".join(_inline(span).text for span in spans if whole(span.fate) in (side, None))


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
    return " ".join(WORD.findall("".join(_inline(span).text for span in paragraph.spans).lower()))
