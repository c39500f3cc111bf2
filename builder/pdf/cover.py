"""The first page: what the document is, the table that says which version, and how changes are read."""

from collections.abc import Iterable, Iterator, Sequence

from builder.model import Edition
from builder.pdf.escape import string
from builder.pdf.inline import Ink, row
from builder.pdf.labels import Labels, labels
from builder.phrases import Front, Phrases, changed_clauses, front, phrases, reading_guide
from builder.redline import Redline, in_new

__all__ = ["SHORT", "contents", "cover", "guide", "history", "letter_head"]

SHORT = 12
"""The letters of a version's id that are printed."""

DASHED = ("valid_from", "valid_to")
LEGEND = (("come", "inserted"), ("gone", "deleted"), ("departed", "from"), ("arrived", "to"))


def cover(ink: Ink, redline: Redline) -> Iterator[str]:
    """The cover, and in a redline how to read it."""
    edition, words = redline.new, phrases(redline.new.language)
    kind = edition.kind[:1].upper() + edition.kind[1:] or edition.agreement_title or words.agreement
    said = ",".join(
        [string(kind), row(ink, redline.cover.spans), string(edition.parties), string(words.document_control)]
    )
    yield f"cover({said},{_control(redline, ink.words, words)})"
    if redline.old is not None:
        yield _legend(ink.words)


def letter_head(ink: Ink, redline: Redline) -> str:
    """The top of a letter, which has no page of its own."""
    kind = redline.new.kind[:1].upper() + redline.new.kind[1:]
    return f"letter-head({string(kind)},{row(ink, redline.cover.spans)})"


def contents(redline: Redline) -> str:
    """The table of contents with page numbers."""
    return f"contents({string(phrases(redline.new.language).contents)})" if redline.sections else ""


def history(redline: Redline) -> str:
    """The versions there have been, oldest first; nothing before there are any."""
    entries, own, words = redline.new.control.history, front(redline.new.language), phrases(redline.new.language)
    if not entries:
        return ""
    rows = ((e.version, e.date, e.status, changed_clauses(own, n, e.changed)) for n, e in enumerate(entries))
    grid = _grid((18, 18, 22, 42), (words.version, words.date, words.status, own.change), rows)
    return f"history({string(own.history)},{grid})"


def guide(redline: Redline) -> str:
    """How the text is read; nothing for what is read as any paper."""
    said = front(redline.new.language)
    clause = next((s.id for s in redline.sections if s.kind == "clause" and in_new(s.fate)), "")
    told = list(reading_guide(said, redline.new, clause, labels(redline.new.language).consultation))
    return f"guide({string(said.guide)},({','.join(map(string, told))},))" if told else ""


def _control(redline: Redline, own: Labels, words: Phrases) -> str:
    said = front(redline.new.language)
    return _grid((28, 72), (said.item, said.content), _rows(redline, said, own.compared, words))


def _grid(widths: Sequence[int], heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain words."""
    head = f"table.header({','.join(map(string, heads))})"
    cells = ",".join([head, *(string(text) for row in rows for text in row)])
    columns = ",".join(f"{width}fr" for width in widths)
    return f"grid-of(9pt,({columns}),({'left+top,' * len(widths)}),1,1.5mm,({cells},))"


def _rows(redline: Redline, own: Front, compared: str, words: Phrases) -> Iterator[tuple[str, str]]:
    """What is said of the version; of what few documents say, only what is known."""
    edition = redline.new
    yield own.kind, edition.kind[:1].upper() + edition.kind[1:] or "–"
    yield own.name, edition.title or "–"
    yield words.agreement, edition.agreement_title or edition.agreement or "–"
    yield own.issuing, edition.parties or "–"
    yield words.version, edition.version or "–"
    yield own.variant, own.variants[edition.variant]
    yield words.status, edition.status or "–"
    yield words.date, edition.date or "–"
    yield words.diary, edition.diary or "–"
    yield from _validity(edition, own)
    yield own.version_id, edition.commit or "–"
    yield words.checksum, edition.checksum or "–"
    if redline.old is not None:
        yield compared, redline.old.version or "–"


def _validity(edition: Edition, own: Front) -> Iterator[tuple[str, str]]:
    """What an agreement's register says of it. From when and to when it is valid has a row also when nobody knows."""
    for name, label in own.control.items():
        known = getattr(edition.control, name)
        if known or (name in DASHED and edition.agreement and not edition.supporting):
            yield label, known or "–"


def _legend(own: Labels) -> str:
    rows = ",".join(f"{mark}({string(own.legend_rows[name])})" for mark, name in LEGEND)
    return f"legend({string(own.legend)},({rows},))"
