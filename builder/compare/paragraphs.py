"""Two paragraphs, or two runs of paragraphs, as marked paragraphs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from builder.compare.align import Item, Pair, align, word_list
from builder.compare.edits import stretches
from builder.compare.readable import readable
from builder.compare.tokens import Token, tokenise
from builder.model import Break, Inline, Marks, Note, Number, Paragraph, Text
from builder.redline import (
    Fate,
    MarkedNote,
    MarkedParagraph,
    Revision,
    Span,
    keep_inline,
    keep_paragraph,
)  # fmt: skip

__all__ = ["Pen", "keep_last", "mark_inlines", "mark_paragraph", "mark_paragraphs", "paragraph_item"]


@dataclass(frozen=True, slots=True)
class Pen:
    """Who marks: the fates of what comes and goes, and the new ids of sections that were renamed.

    `numbers` tell the moves of paragraphs, rows and columns apart."""

    author: str
    date: str
    names: Mapping[str, str]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def came(self) -> Fate:
        """The fate of what is new."""
        return (Revision("insertion", self.author, self.date),)

    @property
    def went(self) -> Fate:
        """The fate of what is gone."""
        return (Revision("deletion", self.author, self.date),)

    def move(self) -> tuple[Revision, Revision]:
        """The two halves of a move of its own: from there, to here."""
        name = f"flytt {next(self.numbers)}"
        return (
            Revision("move-from", self.author, self.date, name),
            Revision("move-to", self.author, self.date, name),
        )


def mark_paragraphs(old: Sequence[Paragraph], new: Sequence[Paragraph], pen: Pen) -> tuple[MarkedParagraph, ...]:
    """The paragraphs of a cell or a note. The last ones are always paired where something replaced them:
    LibreOffice 7.4 leaves an empty paragraph when the last paragraph of a cell is deleted."""
    pairs = align(old, new, paragraph_item)
    return tuple(_marked(old, new, pair, pen) for pair in keep_last(pairs))


def keep_last(pairs: list[Pair]) -> list[Pair]:
    """Pairs in which the last thing that went and the last that came are one, if both end the sequence."""
    went = next((k for k in range(len(pairs) - 1, -1, -1) if pairs[k][1] is None), -1)
    if went < 0 or pairs[-1][0] is not None or any(old is not None for old, _ in pairs[went + 1 :]):
        return pairs
    return [*pairs[:went], *pairs[went + 1 : -1], (pairs[went][0], pairs[-1][1])]


def _marked(old: Sequence[Paragraph], new: Sequence[Paragraph], pair: Pair, pen: Pen) -> MarkedParagraph:
    match pair:
        case (int(i), int(j)):
            return mark_paragraph(old[i], new[j], pen)
        case (int(i), _):
            return keep_paragraph(old[i], pen.went)
        case (_, int(j)):
            return keep_paragraph(new[j], pen.came)
    raise AssertionError(pair)


def paragraph_item(paragraph: Paragraph) -> Item:
    """What aligning needs to know of a paragraph; the numbers in it are left out."""
    text = "".join(inline.text if isinstance(inline, Text) else " " for inline in paragraph.content)
    kind = paragraph.shape.kind
    return Item(paragraph, word_list(text), "text" if kind == "heading" else kind)


def mark_paragraph(old: Paragraph, new: Paragraph, pen: Pen) -> MarkedParagraph:
    """A paragraph that stands in both, word by word."""
    before = old.shape if old.shape != new.shape else None
    spans, uncounted = _compared(old.content, new.content, pen, literal=new.shape.kind == "code")
    return MarkedParagraph(spans, new.shape, before=before, uncounted=uncounted)


def mark_inlines(old: tuple[Inline, ...], new: tuple[Inline, ...], pen: Pen) -> tuple[Span, ...]:
    """Inlines as spans; deletion before insertion, neighbours with the same fate and looks joined."""
    return _compared(old, new, pen)[0]


def _compared(
    old: tuple[Inline, ...], new: tuple[Inline, ...], pen: Pen, *, literal: bool = False
) -> tuple[tuple[Span, ...], bool]:
    """The spans, and whether some of it is so long that it is shown as rewritten, uncompared."""
    if old == new:
        return tuple(Span(b) if isinstance(b, Text) else _kept(a, b, pen) for a, b in zip(old, new, strict=True)), False
    tokens_old, tokens_new = _with_notes(tokenise(old, pen.names, literal), tokenise(new, pen.names, literal))
    spans: list[Span] = []
    found = stretches(tokens_old, tokens_new)
    for stretch in readable(found, tokens_old, tokens_new):
        gone = tokens_old[stretch.old_start : stretch.old_end]
        come = tokens_new[stretch.new_start : stretch.new_end]
        spans += _kept_tokens(gone, come, pen) if stretch.kept else _changed(gone, come, pen)
    return tuple(_joined(spans)), any(stretch.uncounted for stretch in found)


def _changed(gone: Sequence[Token], come: Sequence[Token], pen: Pen) -> Iterator[Span]:
    yield from (keep_inline(inline, pen.went) for inline in _runs(gone))
    yield from (keep_inline(inline, pen.came) for inline in _runs(come))


def _runs(tokens: Sequence[Token]) -> Iterator[Inline]:
    """The inlines of tokens, texts of the same marks as one."""
    pairs = ((part, part) for token in tokens for part in token.parts)
    return (inline for inline, _ in _joined_pairs(pairs))


# --- what is kept ------------------------------------------------------------------------------------


def _kept_tokens(old: Sequence[Token], new: Sequence[Token], pen: Pen) -> Iterator[Span]:
    pairs: list[tuple[Inline, Inline]] = []
    for a, b in zip(old, new, strict=True):
        if len(a.parts) == len(b.parts) == 1:
            pairs.append((a.parts[0], b.parts[0]))
        elif a.text == b.text:
            pairs += _cut(a.parts, b.parts)
        else:
            yield from (_kept(x, y, pen) for x, y in _joined_pairs(pairs))
            pairs = []
            yield from _changed([a], [b], pen)
    yield from (_kept(x, y, pen) for x, y in _joined_pairs(pairs))


def _joined_pairs(pairs: Iterable[tuple[Inline, Inline]]) -> Iterator[tuple[Inline, Inline]]:
    """Neighbouring texts as one where both the old and the new marks are the same."""
    olds: list[str] = []
    news: list[str] = []
    last: tuple[Inline, Inline] | None = None
    for old, new in pairs:
        if last is not None and not _look_alike(last, (old, new)):
            yield _one(last, olds, news)
            olds, news = [], []
        olds.append(old.text)
        news.append(new.text)
        last = old, new
    if last is not None:
        yield _one(last, olds, news)


def _look_alike(first: tuple[Inline, Inline], second: tuple[Inline, Inline]) -> bool:
    """True for what can be joined; anything but text stands alone."""
    match (*first, *second):
        case Text(marks=old), Text(marks=new), Text(marks=old_next), Text(marks=new_next):
            return (old, new) == (old_next, new_next)
    return False


def _one(pair: tuple[Inline, Inline], olds: Iterable[str], news: Iterable[str]) -> tuple[Inline, Inline]:
    old, new = pair
    if isinstance(old, Text) and isinstance(new, Text):
        return Text("".join(olds), old.marks), Text("".join(news), new.marks)
    return pair


def _cut(old: Sequence[Inline], new: Sequence[Inline]) -> Iterator[tuple[Inline, Inline]]:
    """A word whose parts have different borders in old and new, cut at all of them."""
    letters_old = [Text(letter, t.marks) for t in old if isinstance(t, Text) for letter in t.text]
    letters_new = [Text(letter, t.marks) for t in new if isinstance(t, Text) for letter in t.text]
    return zip(letters_old, letters_new, strict=True)


def _kept(old: Inline, new: Inline, pen: Pen) -> Span:
    match old, new:
        case Text(), Text():
            before = _looked(old.marks, new.marks)
            same = Text(new.text, before or new.marks) == old
            return Span(new, before=before, was=None if same else old)
        case Number(), Number():
            before = _looked(old.marks, new.marks)
            same = (new.clause, before or new.marks) == (old.clause, old.marks)
            follows = old.text if old.text != new.text else None
            return Span(new, before=before, follows=follows, was=None if same else old)
        case Note(), Note():
            return Span(MarkedNote(mark_paragraphs(old.content, new.content, pen)))
        case _, Break():
            return Span(new)
    raise AssertionError(old, new)


def _looked(old: Marks, new: Marks) -> Marks | None:
    """The old marks where the text looks different now; a link's target or a found term is not a look."""
    return None if _look(old) == _look(new) else old


def _look(marks: Marks) -> tuple[bool, ...]:
    return marks.strong, marks.emphasis, marks.code, marks.strike, marks.link is not None


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        one = _join(joined[-1], span) if joined else None
        if one is None:
            joined.append(span)
        else:
            joined[-1] = one
    return joined


def _join(first: Span, second: Span) -> Span | None:
    """Two spans as one, or None where their words, fate or looks (now or before) differ."""
    a, b = first.inline, second.inline
    if not (isinstance(a, Text) and isinstance(b, Text)) or a.marks != b.marks or first.fate != second.fate:
        return None
    old_a, old_b = _old_text(first, a), _old_text(second, b)
    if old_a.marks != old_b.marks or first.before != second.before:
        return None
    old = Text(old_a.text + old_b.text, old_a.marks)
    new = Text(a.text + b.text, a.marks)
    return replace(first, inline=new, was=old if first.was or second.was else None)


def _old_text(span: Span, text: Text) -> Text:
    if isinstance(span.was, Text):
        return span.was
    return Text(text.text, span.before or text.marks)


# --- notes -------------------------------------------------------------------------------------------


def _with_notes(old: list[Token], new: list[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens with the same key for two notes of which one became the other."""
    notes_old = [k for k, token in enumerate(old) if isinstance(token.parts[0], Note)]
    notes_new = [k for k, token in enumerate(new) if isinstance(token.parts[0], Note)]
    pairs = align([old[k] for k in notes_old], [new[k] for k in notes_new], _note_item)
    for i, j in pairs:
        if i is not None and j is not None:
            old[notes_old[i]] = old[notes_old[i]]._replace(key=new[notes_new[j]].key)
    return old, new


def _note_item(token: Token) -> Item:
    note = token.parts[0]
    words = [paragraph_item(p).words for p in note.content] if isinstance(note, Note) else []
    return Item(note, tuple(word for paragraph in words for word in paragraph))
