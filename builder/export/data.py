"""A redline as JSON: the two editions, the list of changes, and every block with its words.

The new text is the kept and inserted spans of the kept, inserted and moved-to blocks, in order; the
old text the kept and deleted spans of the kept, deleted and moved-from blocks. A number that only
followed its target is kept, with its old text beside it as `follows`. The two places of what moved (a section, a
paragraph, a row or column of a table) have the same `move`; rows and columns are those of both texts together.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict

from builder.changes import Change, cause_words, changes, is_formatted, notes, printed, related, status, title
from builder.model import Text
from builder.redline import (
    Fate,
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedRow,
    MarkedSection,
    MarkedTable,
    Redline,
    Span,
)  # fmt: skip

__all__ = ["change_data", "redline_json"]

Data = dict[str, object]


def redline_json(redline: Redline) -> str:
    """The redline as JSON text; a clean document has `old` null."""
    data: Data = {
        "old": asdict(redline.old) if redline.old else None,
        "new": asdict(redline.new),
        **({"only": redline.only} if redline.only else {}),
        "changes": [change_data(change) for change in changes(redline)] if redline.old else [],
        "blocks": [*_paragraph("", "cover", redline.cover), *(b for s in redline.sections for b in _section(s))],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def change_data(change: Change) -> Data:
    """One change of the list."""
    section = change.section
    data: Data = {
        "clause": section.id,
        "kind": change.kind,
        "number": section.number,
        "title": title(section),
        "reasons": list(change.reasons),
        "grade": change.graded.grade,
        "causes": [cause_words(cause, "sv") for cause in change.graded.causes],
    }
    old: Data = {"old_clause": section.old_id, "old_number": section.old_number, "related": related(change)}
    old |= {"across": change.across, "notes": list(notes(change))}
    return data | {key: value for key, value in old.items() if value}


def _section(section: MarkedSection) -> Iterator[Data]:
    yield from _paragraph(section.id, "title", section.title, number=section.number, level=section.level)
    for block in section.blocks:
        yield from _block(section.id, block)


def _block(clause: str, block: MarkedBlock) -> Iterator[Data]:
    match block:
        case MarkedParagraph(shape=shape):
            yield from _paragraph(clause, shape.kind, block)
        case MarkedTable(rows=rows):
            for place, row in enumerate(rows, start=1):
                yield from _row(clause, place, row)
        case MarkedPicture():
            yield _picture(clause, block)


def _picture(clause: str, block: MarkedPicture) -> Data:
    """A picture as what it says in words."""
    happened = status(block.fate)
    spans = [_span(Span(Text(block.picture.alt), block.fate))]
    caption = {"caption": block.picture.caption} if block.picture.caption else {}
    return {"clause": clause, "kind": "picture", "status": happened, **caption, "spans": spans}


def _row(clause: str, place: int, row: MarkedRow) -> Iterator[Data]:
    for column, cell in enumerate(row.cells, start=1):
        for paragraph in cell.content:
            yield from _paragraph(clause, "cell", paragraph, row=place, column=column)


def _paragraph(clause: str, kind: str, paragraph: MarkedParagraph, **place: object) -> Iterator[Data]:
    """A paragraph, then the notes in it."""
    spans = [span for span in paragraph.spans if not isinstance(span.inline, MarkedNote)]
    happened = {"status": status(paragraph.fate), **_move(paragraph.fate)}
    yield {"clause": clause, "kind": kind, **happened, **place, "spans": list(map(_span, spans))}
    for span in paragraph.spans:
        if isinstance(span.inline, MarkedNote):
            for inner in span.inline.content:
                yield from _paragraph(clause, "note", inner)


def _move(fate: Fate) -> Data:
    """The name of what it moved with, the same in both its places: the innermost where moves lie in one another."""
    names = [revision.move for revision in fate if revision.move]
    return {"move": names[-1]} if names else {}


def _span(span: Span) -> Data:
    happened = status(span.fate)
    data: Data = {"status": "kept" if happened.startswith("moved") else happened, "text": printed(span)}
    if span.follows is not None:
        data["follows"] = span.follows
    if is_formatted(span):
        data["formatted"] = True
    return data
