"""The part that holds the footnotes."""

from collections.abc import Iterator
from dataclasses import replace

from builder.model import Break, Number, Text
from builder.redline import Fate, MarkedNote, MarkedParagraph, Span
from builder.word.flow import cell
from builder.word.marks import settle
from builder.word.paragraphs import paragraph
from builder.word.pen import Pen
from builder.word.revisions import rewritten, wrap
from builder.word.xml import DECLARATION, NAMESPACES, parse, serialise, tag, value

__all__ = ["first_free", "notes_part"]

EMPTY = (
    f"{DECLARATION}<w:footnotes {NAMESPACES}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
).encode()


def first_free(part: bytes | None) -> int:
    """The first id that no footnote of the template has."""
    used = [int(value(note, "id") or 0) for note in parse(part or EMPTY).iter(tag("footnote"))]
    return max([0, *used]) + 1


def notes_part(pen: Pen, part: bytes | None) -> bytes:
    """The template's footnotes, if any, and the document's."""
    root = parse(part or EMPTY)
    number, written = 0, []
    while number < len(pen.notes):
        note, fate = pen.notes[number]
        written.append(_note(pen, note, fate, pen.first_note + number))
        number += 1
    root.extend(list(parse(f"<w:footnotes {NAMESPACES}>{''.join(written)}</w:footnotes>".encode(), own=True)))
    return serialise(root)


def _note(pen: Pen, note: MarkedNote, fate: Fate, number: int) -> str:
    lines = settle(cell(pen, printed(pen, note).content, "note"))
    style = pen.style["FootnoteReference"]
    sign = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteRef/></w:r><w:r>{{}}</w:r>'
    plain = rewritten(fate)
    space = (
        '<w:delText xml:space="preserve"> </w:delText>'
        if plain and plain[-1].kind == "deletion"
        else '<w:t xml:space="preserve"> </w:t>'
    )
    lead = wrap(pen, plain, sign.format(space))
    body = "".join(paragraph(pen, line, lead if n == 0 else "") for n, line in enumerate(lines))
    return f'<w:footnote w:id="{number}">{body}</w:footnote>'


def printed(pen: Pen, note: MarkedNote) -> MarkedNote:
    """The note, with its references as printed numbers when anything in it is changed.

    (Seen: LibreOffice 7.4 misplaces the tracked changes of a footnote that holds a field.)"""
    if not any(_changed(pen, paragraph) for paragraph in note.content):
        return note
    return MarkedNote(
        tuple(replace(p, spans=tuple(s for span in p.spans for s in _printed(pen, span))) for p in note.content)
    )


def _changed(pen: Pen, paragraph: MarkedParagraph) -> bool:
    return bool(paragraph.fate) or any(span.fate or span.before or _split(pen, span) for span in paragraph.spans)


def _split(pen: Pen, span: Span) -> bool:
    return isinstance(span.inline, Number) and pen.anchors.split(span.inline.clause)


def _printed(pen: Pen, span: Span) -> Iterator[Span]:
    match span.inline:
        case Number(text=text, marks=marks):
            before = span.before or marks
            if span.follows is None or span.follows == text:
                yield Span(Text(text, marks), span.fate, span.before)
            else:
                yield Span(Text(span.follows, before), pen.gone)
                yield Span(Text(text, marks), pen.come)
        case Text() | Break() | MarkedNote():
            yield span
