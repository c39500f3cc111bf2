"""What stands between the first page and the contents: the versions there have been, and how the text is to be read."""

from collections.abc import Callable, Iterator, Sequence

from builder.model import HistoryEntry, Text
from builder.phrases import Front, changed_clauses, front, reading_guide
from builder.redline import (
    KEPT,
    Fate,
    MarkedCell,
    MarkedParagraph,
    MarkedRow,
    MarkedTable,
    Redline,
    Span,
    in_new,
    in_old,
)
from builder.word.control import GUIDE, HISTORY
from builder.word.flow import Grid, Item, parted
from builder.word.labels import labels
from builder.word.marks import settled
from builder.word.paragraphs import Line, paragraph
from builder.word.pen import Pen
from builder.word.tables import table
from builder.word.xml import clean

__all__ = ["front_matter"]


def front_matter(pen: Pen, redline: Redline) -> dict[str, str]:
    """What each variable of the template that stands for a whole text is replaced by; nothing where there is none."""
    written = {name: list(items) for name, items in ((HISTORY, _history(pen, redline)), (GUIDE, _guide(pen, redline)))}
    return {name: _written(pen, items) for name, items in written.items()}


def _written(pen: Pen, items: list[Item]) -> str:
    row = settled(pen, parted(pen, items))
    return "".join(table(pen, item) if isinstance(item, Grid) else paragraph(pen, item) for item in row)


def _line(pen: Pen, style: str, text: str, fate: Fate) -> Line:
    look = f'<w:pStyle w:val="{pen.style[style]}"/><w:suppressLineNumbers/>'
    return Line((Span(Text(text), fate),), look, look, fate, fate)


def _fates(pen: Pen, old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, Fate]]:
    """The places of what stands in both, of the old that went and of the new that came (from the end of old), so that
    each of the two reads in its own order."""
    done = 0
    for place, item in enumerate(old):
        if item not in new[done:]:
            yield place, pen.gone
            continue
        until = new.index(item, done)
        yield from ((len(old) + n, pen.come) for n in range(done, until))
        yield place, KEPT
        done = until + 1
    yield from ((len(old) + n, pen.come) for n in range(done, len(new)))


def _shared(pen: Pen, old: Sequence[object], new: Sequence[object]) -> Fate:
    """The fate of what encloses them."""
    if bool(old) == bool(new):
        return KEPT
    return pen.come if new else pen.gone


# --- the versions ------------------------------------------------------------------------------------


def _history(pen: Pen, redline: Redline) -> Iterator[Item]:
    new = redline.new.control.history
    old = (redline.old or redline.new).control.history
    if not new and not old:
        return
    said, fate = front(pen.language), _shared(pen, old, new)
    rows = [_row((pen.words.version, pen.words.date, pen.words.status, said.change), fate, header=True)]
    entries = [*_entries(said, old), *_entries(said, new)]
    first, second = entries[: len(old)], entries[len(old) :]
    rows += [_row(entries[place], fate or own) for place, own in _fates(pen, first, second)]
    yield _line(pen, "Forordsrubrik", said.history, fate)
    yield Grid(MarkedTable(tuple(rows), ("left",) * 4, fate), caption=said.history)


def _entries(said: Front, history: Sequence[HistoryEntry]) -> Iterator[tuple[str, ...]]:
    for n, entry in enumerate(history):
        change = changed_clauses(said, n, entry.changed)
        yield tuple(map(clean, (entry.version, entry.date, entry.status, change)))


def _row(texts: Sequence[str], fate: Fate, *, header: bool = False) -> MarkedRow:
    cells = (MarkedCell((MarkedParagraph((Span(Text(text), fate),), fate=fate),)) for text in texts)
    return MarkedRow(tuple(cells), header, fate=fate)


# --- how to read it ----------------------------------------------------------------------------------


def _guide(pen: Pen, redline: Redline) -> Iterator[Item]:
    said, asked = front(pen.language), labels(pen.language).consultation
    new = list(reading_guide(said, redline.new, _example(redline, in_new), asked))
    old = list(reading_guide(said, redline.old, _example(redline, in_old), asked)) if redline.old else new
    if not new and not old:
        return
    fate = _shared(pen, old, new)
    alone = not redline.new.control.history and not (redline.old or redline.new).control.history
    yield _line(pen, "Forordsrubrik" if alone else "Omslagsrubrik", said.guide, fate)
    both = [*old, *new]
    for place, own in _fates(pen, old, new):
        yield _line(pen, "BodyText", both[place], fate or own)


def _example(redline: Redline, stands: Callable[[Fate], bool]) -> str:
    """The id of the document's first clause, in the new text or the old."""
    found = (section for section in redline.sections if section.kind == "clause" and stands(section.fate))
    first = next(found, None)
    if first is None:
        return ""
    return clean(first.id if stands is in_new else first.old_id or first.id)
