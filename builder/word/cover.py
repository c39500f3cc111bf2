"""The rendered template's own pages: its variables written with their fate, and the place of the text in it."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from builder.redline import KEPT, Fate, MarkedParagraph, Span, new_words
from builder.word.control import BODY, GUIDE, HISTORY, SOMETIMES, TRACKED, Values, token
from builder.word.drawings import WP
from builder.word.fault import TemplateError
from builder.word.pen import Pen
from builder.word.revisions import deleted, mark, rewritten, wrap
from builder.word.xml import NAMESPACES, R, escape, parse, serialise, tag, value

__all__ = ["Cover", "highest_id", "opened", "splice", "text_width", "untracked"]

MISPLACED = "Mallens fält {{ avtalstext }} måste stå ensamt i ett eget stycke, en gång, utanför tabeller och textrutor."
ALONE_IN_PARAGRAPH = "Mallens fält {{{{ {} }}}} måste stå ensamt i ett eget stycke, utanför tabeller och textrutor."
WIDTH, WIDE = 9070, 14002
"""Of the text on A4 with the margins of the built-in template."""
ALONE = frozenset(
    {tag("t"), tag("pPr"), tag("rPr"), tag("r"), tag("bookmarkStart"), tag("bookmarkEnd"), tag("proofErr")}
)


@dataclass(frozen=True, slots=True)
class Cover:
    """The main part of a rendered template. The text goes in before `place`; `section` rules its pages."""

    root: etree._Element
    place: etree._Element
    section: etree._Element


def opened(data: bytes) -> Cover:
    """The main part, with the place of the text found and cleared; the place is last when no field marks it."""
    root = _with_prefixes(parse(data))
    body = root.find(tag("body"))
    if body is None:
        raise TemplateError(MISPLACED)
    last = body.find(tag("sectPr"))
    if last is None:
        last = etree.SubElement(body, tag("sectPr"))
    marked = [text for text in root.iter(tag("t")) if token(BODY) in (text.text or "")]
    if not marked:
        return Cover(root, last, last)
    place = _place(body, marked)
    following = place.getnext()
    body.remove(place)
    return Cover(root, following if following is not None else last, _section(following, last))


def _with_prefixes(root: etree._Element) -> etree._Element:
    """The same with the prefix that the text writes relations with, which a template from outside may lack. (What Word
    calls w, docxtpl asks for itself.)"""
    if root.nsmap.get("r") == R:
        return root
    spaces = {name: space for name, space in root.nsmap.items() if name} | {"r": R}
    named = etree.Element(root.tag, nsmap=spaces)
    for name, text in root.attrib.items():
        named.set(name, text)
    named.extend(list(root))
    return named


def _place(body: etree._Element, marked: list[etree._Element]) -> etree._Element:
    paragraphs = [paragraph for text in marked for paragraph in text.iterancestors(tag("p"))]
    if len(paragraphs) != 1 or paragraphs[0].getparent() is not body:
        raise TemplateError(MISPLACED)
    shown = "".join(text.text or "" for text in paragraphs[0].iter(tag("t")))
    if shown.strip() != token(BODY) or paragraphs[0].find(f"{tag('pPr')}/{tag('sectPr')}") is not None:
        raise TemplateError(MISPLACED)
    return paragraphs[0]


def _section(following: etree._Element | None, last: etree._Element) -> etree._Element:
    while following is not None:
        found = next(following.iter(tag("sectPr")), None)
        if found is not None:
            return found
        following = following.getnext()
    return last


# --- pages -------------------------------------------------------------------------------------------


def text_width(cover: Cover, wide: bool = False) -> int:
    """How wide the text is, in twentieths of a point; `wide`: on a page on its side."""
    size, margins = cover.section.find(tag("pgSz")), cover.section.find(tag("pgMar"))
    if size is None or margins is None:
        return WIDE if wide else WIDTH
    sides = [int(value(size, name)) for name in ("w", "h") if value(size, name)]
    across = max(sides) if wide else sides[0]
    return across - int(value(margins, "left")) - int(value(margins, "right"))


def highest_id(roots: list[bytes]) -> int:
    """The highest number that a bookmark, a mark or a picture of the template has."""
    names = (tag("bookmarkStart"), tag("bookmarkEnd"), tag("commentRangeStart"), tag("docPr", WP))
    elements = (element for root in roots for element in parse(root).iter(*names))
    found = [value(element, "id") or element.get("id") or "" for element in elements]
    return max((int(number) for number in found if number.isdecimal()), default=0)


# --- words -------------------------------------------------------------------------------------------


def splice(cover: Cover, pen: Pen, shown: Values, text: str, front: Mapping[str, str]) -> bytes:
    """The whole main part: the variables' words, the texts that stand before the contents and the text itself."""
    for element in list(cover.root.iter(tag("t"))):
        if any(token(name) in (element.text or "") for name in TRACKED):
            _write_words(pen, element, shown.spans)
    if cover.place.getparent() is None:
        raise TemplateError(MISPLACED)
    for name in (HISTORY, GUIDE):
        _replace(cover.root, name, front.get(name, ""))
    cover.place.addprevious(etree.Comment(token(BODY)))
    before, mark, after = untracked(serialise(cover.root), shown).partition(f"<!--{token(BODY)}-->".encode())
    if not mark or token(BODY).encode() in after:
        raise TemplateError(MISPLACED)
    return b"".join((before, text.encode(), after))


def _replace(root: etree._Element, name: str, text: str) -> None:
    """A text in the place of the paragraph that holds its variable and nothing else."""
    for shown in [element for element in root.iter(tag("t")) if token(name) in (element.text or "")]:
        place = next(shown.iterancestors(tag("p")), None)
        parent = place.getparent() if place is not None else None
        if place is None or parent is None or parent.tag != tag("body") or _words(place) != token(name):
            raise TemplateError(ALONE_IN_PARAGRAPH.format(name))
        for element in list(parse(f"<w:body {NAMESPACES}>{text}</w:body>".encode(), own=True)):
            place.addprevious(element)
        parent.remove(place)


def _words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(tag("t"))).strip()


def _write_words(pen: Pen, text: etree._Element, spans: Mapping[str, tuple[Span, ...]]) -> None:
    """The run of a text with tokens becomes several, so that each word can have its fate."""
    run = text.getparent()
    if run is None or run.tag != tag("r") or (parent := run.getparent()) is None:
        return
    looks = run.find(tag("rPr"))
    look = "" if looks is None else etree.tostring(looks, encoding="unicode", with_tail=False)
    _mark_row(pen, text, spans)
    written = "".join(_pieces(pen, text.text or "", look, spans))
    place = parent.index(run)
    after = deepcopy(run)
    cut = run.index(text)
    del run[cut:]
    for child in list(after)[: cut + 1]:
        if child.tag != tag("rPr"):
            after.remove(child)
    new = list(parse(f"<w:p {NAMESPACES}>{written}</w:p>".encode()))
    parent[place + 1 : place + 1] = [*new, *([after] if _holds(after) else [])]
    if not _holds(run):
        parent.remove(run)


def _mark_row(pen: Pen, text: etree._Element, spans: Mapping[str, tuple[Span, ...]]) -> None:
    """A row that is printed only where its fact is known came or went with the fact."""
    row = next(text.iterancestors(tag("tr")), None)
    name = next((name for name in SOMETIMES if (text.text or "").strip() == token(name)), "")
    fates = {rewritten(span.fate) for span in spans.get(name, ())}
    fate = fates.pop() if len(fates) == 1 else KEPT
    if row is None or not fate:
        return
    properties = row.find(tag("trPr"))
    if properties is None:
        properties = etree.Element(tag("trPr"))
        row.insert(0, properties)
    properties.extend(parse(f"<w:trPr {NAMESPACES}>{mark(pen, fate)}</w:trPr>".encode()))
    for run in [run for run in row.iter(tag("r")) if run.find(tag("t")) is not None and run is not text.getparent()]:
        _wrap(pen, run, fate)


def _wrap(pen: Pen, run: etree._Element, fate: Fate) -> None:
    """An ordinary run as one that came or went."""
    if deleted(fate):
        for text in run.findall(tag("t")):
            text.tag = tag("delText")
    said = wrap(pen, fate, etree.tostring(run, encoding="unicode", with_tail=False))
    (made,) = parse(f"<w:p {NAMESPACES}>{said}</w:p>".encode())
    parent = run.getparent()
    if parent is not None:
        parent.replace(run, made)


def _holds(run: etree._Element) -> bool:
    return any(child.tag != tag("rPr") for child in run)


def _pieces(pen: Pen, text: str, look: str, spans: Mapping[str, tuple[Span, ...]]) -> Iterator[str]:
    for n, piece in enumerate(text.replace("\ue001", "\ue000").split("\ue000")):
        if n % 2 == 0:
            yield f'<w:r>{look}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' if piece else ""
        else:
            yield from (_marked(pen, span, look) for span in spans.get(piece, ()))


def _marked(pen: Pen, span: Span, look: str) -> str:
    fate = rewritten(span.fate)
    name = "w:delText" if deleted(fate) else "w:t"
    shown = new_words(MarkedParagraph((replace(span, fate=KEPT),)))
    return wrap(pen, fate, f'<w:r>{look}<{name} xml:space="preserve">{escape(shown)}</{name}></w:r>')


def untracked(part: bytes, shown: Values) -> bytes:
    """A part whose variables just show their new text: headers, footers, text boxes."""
    for name in TRACKED:
        part = part.replace(token(name).encode(), escape(shown.plain(name)).encode())
    return part
