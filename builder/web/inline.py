"""Inlines as Markdown: text, marks, references, terms, laws, parameters and footnotes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from builder.model import (
    About,
    Break,
    ClauseLink,
    Inline,
    LawUse,
    Link,
    Marks,
    Note,
    Number,
    OutsideLink,
    ParameterUse,
    TermUse,
    Text,
    Url,
)  # fmt: skip
from builder.web.escape import attribute, markdown_text, safe_address, slug
from builder.web.places import LAWS, PARAMETERS, TERMS, Place, Places, law_anchor, relative, subheading_anchor

__all__ = ["Pen", "inlines"]


@dataclass(slots=True)
class Pen:
    """Writes one page: knows where it is, what stands in the clause so far and the page's footnotes."""

    places: Places
    document: str
    page: str
    explained: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)

    def begin_clause(self) -> None:
        """Terms are explained anew, and sub-headings named anew, in each clause."""
        self.explained.clear()
        self.anchors.clear()

    def link(self, place: Place) -> str:
        """The address of a place, seen from this page."""
        return relative(self.page, place)


def inlines(pen: Pen, content: tuple[Inline, ...]) -> str:
    """A paragraph's inlines as Markdown on one line."""
    parts: list[str] = []
    for inline in content:
        parts.append(_inline(pen, inline, at_start=not parts))
    return "".join(parts).strip(" ")


def _inline(pen: Pen, inline: Inline, at_start: bool) -> str:
    match inline:
        case Text(text=text, marks=marks):
            return _marked(pen, text, marks, at_start)
        case Number(clause=clause, text=text, marks=marks):
            return _linked(pen, markdown_text(text, at_start), marks.link or ClauseLink(clause))
        case Break():
            return "<br>"
        case Note():
            pen.notes.append(inline)
            return f"[^{len(pen.notes)}]"
        case _:
            assert_never(inline)


def _marked(pen: Pen, text: str, marks: Marks, at_start: bool) -> str:
    written = markdown_text(text, at_start)
    if marks.link is not None:
        written = _linked(pen, written, marks.link)
    elif marks.about is not None and not marks.code:
        written = _about(pen, written, marks.about)
    return _formatted(written, marks)


def _formatted(written: str, marks: Marks) -> str:
    if not (marks.strong or marks.emphasis or marks.strike or marks.code):
        return written
    tags = [tag for tag, on in _tags(marks) if on]
    return "".join(f"<{tag}>" for tag in tags) + written + "".join(f"</{tag}>" for tag in reversed(tags))


def _tags(marks: Marks) -> Iterable[tuple[str, bool]]:
    return ("strong", marks.strong), ("em", marks.emphasis), ("s", marks.strike), ("code", marks.code)


def _linked(pen: Pen, written: str, link: Link) -> str:
    target = _target(pen, link)
    return f"[{written}]({target})" if target and written.strip() else written


def _target(pen: Pen, link: Link) -> str:
    match link:
        case Url(address=address):
            return safe_address(address)
        case ClauseLink(clause=clause, anchor=anchor):
            return _address(pen, pen.places.sections.get((pen.document, clause)), clause, anchor)
        case OutsideLink(clause=clause, agreement=agreement):
            return _address(pen, pen.places.outside(agreement, clause), clause, "")
        case _:
            assert_never(link)


def _address(pen: Pen, place: Place | None, clause: str, anchor: str) -> str:
    if place is None:
        return ""
    return pen.link(Place(place.page, subheading_anchor(clause, anchor)) if anchor else place)


def _about(pen: Pen, written: str, about: About) -> str:
    match about:
        case TermUse(term=term):
            return _term(pen, written, term)
        case LawUse(law=law, section=section):
            return _law(pen, written, law, section)
        case ParameterUse(parameter=name):
            row = pen.places.library.parameters.get(name)
            return _explained(pen, written, Place(PARAMETERS, slug(name)), row.meaning, "tal") if row else written
        case _:
            assert_never(about)


def _term(pen: Pen, written: str, name: str) -> str:
    row = pen.places.library.terms.get(name)
    if row is None or name in pen.explained:
        return written
    pen.explained.add(name)
    return _explained(pen, written, Place(TERMS, slug(name)), row.definition, "begrepp")


def _law(pen: Pen, written: str, name: str, section: str) -> str:
    row = pen.places.library.laws.get(name)
    if row is None:
        return written
    known = section in row.sections
    says = f"{row.title or row.name}. {row.sections[section]}" if known else row.title or row.name
    return _explained(pen, written, Place(LAWS, law_anchor(name, section if known else "")), says, "lag")


def _explained(pen: Pen, written: str, place: Place, words: str, kind: str) -> str:
    if place.page == pen.page:
        return written
    title = f' "{attribute(words)}"' if words.strip() else ""
    return f"[{written}]({pen.link(place)}{title}){{.{kind}}}"
