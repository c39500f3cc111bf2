"""The part that holds the footnotes."""

from builder.redline import Fate, MarkedNote
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
    root.extend(list(parse(f"<w:footnotes {NAMESPACES}>{''.join(written)}</w:footnotes>".encode())))
    return serialise(root)


def _note(pen: Pen, note: MarkedNote, fate: Fate, number: int) -> str:
    lines = settle(cell(pen, note.content, "note"))
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
