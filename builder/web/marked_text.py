"""Marked words as HTML: what came in <ins>, what went in <del>, with words for those who do not see the marks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, assert_never

from builder.changes import Moves
from builder.model import Break, Marks, Number, Text
from builder.redline import Fate, MarkedNote, Span
from builder.web.escape import html_text

__all__ = ["Notes", "Side", "side", "spans"]

Side = Literal["kvar", "ny", "gammal", "utgick"]
"""Where a thing stands: in both texts, only in the new, only in the old, or in neither (came and went)."""

ORDER: dict[Side, int] = {"utgick": 0, "gammal": 0, "ny": 1, "kvar": 2}
WORDS: dict[Side, str] = {"ny": "tillagt: ", "gammal": "borttaget: ", "utgick": "tillagt och borttaget: ", "kvar": ""}
END = '<span class="dold"> slut. </span>'
GAP = '<span class="mellan"> </span>'


@dataclass(slots=True)
class Notes:
    """The footnotes met so far in a section, its name and fate, where what moved by itself stands, and how many tables
    it has had."""

    section: str = ""
    fate: Fate = ()
    moved: Moves = field(default_factory=dict)
    tables: int = 0
    notes: list[tuple[Side, MarkedNote]] = field(default_factory=list)


def side(fate: Fate) -> Side:
    """Where something with this fate stands; that the whole section moved is said of the section."""
    if not fate:
        return "kvar"
    came, went = (any(revision.kind == kind for revision in fate) for kind in ("insertion", "deletion"))
    match came, went:
        case True, True:
            return "utgick"
        case True, False:
            return "ny"
        case False, True:
            return "gammal"
        case _:
            return "kvar"


def spans(content: tuple[Span, ...], notes: Notes, around: Side = "kvar") -> str:
    """Spans in one line of HTML. `around` is what already holds of all of them and is not said again."""
    runs = [(where, list(run)) for where, run in groupby(content, key=lambda span: side(span.fate))]
    ordered = _deletions_first([(where, "".join(_span(span, notes) for span in run)) for where, run in runs])
    parts: list[str] = []
    for before, now in zip([None, *ordered], ordered, strict=False):
        parts.append(GAP if before and _needs_gap(before, now) else "")
        parts.append(now[1] if now[0] == around else _wrapped(*now))
    return "".join(parts)


Run = tuple[Side, str]


def _deletions_first(runs: list[Run]) -> list[Run]:
    """Within neighbouring changes, what went stands before what came."""
    ordered: list[Run] = []
    for _, group in groupby(runs, key=lambda run: run[0] == "kvar"):
        ordered += sorted(group, key=lambda run: ORDER[run[0]])
    return ordered


def _needs_gap(before: Run, now: Run) -> bool:
    touching = not before[1].endswith(" ") and not now[1].startswith(" ")
    return before[0] in ("gammal", "utgick") and now[0] == "ny" and touching


def _wrapped(where: Side, html: str) -> str:
    said = f'<span class="dold">{WORDS[where]}</span>{html}{END}'
    match where:
        case "kvar":
            return html
        case "ny":
            return f"<ins>{said}</ins>"
        case "gammal":
            return f"<del>{said}</del>"
        case "utgick":
            return f'<del class="utgick">{said}</del>'
        case _:
            assert_never(where)


def _span(span: Span, notes: Notes) -> str:
    match span.inline:
        case Text(text=text, marks=marks):
            return _restyled(_formatted(html_text(text), marks), span)
        case Number(text=text, marks=marks):
            return _formatted(_number(text, span.follows), marks)
        case Break():
            return "<br>"
        case MarkedNote():
            notes.notes.append((side(span.fate), span.inline))
            return f"<sup>[{len(notes.notes)}]</sup>"
        case _:
            assert_never(span.inline)


def _number(text: str, old: str | None) -> str:
    if old is None:
        return html_text(text)
    return f'<span class="bara-nu">{html_text(text)}</span><span class="bara-da">{html_text(old)}</span>'


def _formatted(html: str, marks: Marks) -> str:
    pairs = (("strong", marks.strong), ("em", marks.emphasis), ("s", marks.strike), ("code", marks.code))
    return _nested(html, (tag for tag, on in pairs if on))


def _nested(html: str, tags: Iterable[str]) -> str:
    for tag in tags:
        html = f"<{tag}>{html}</{tag}>"
    return html


def _restyled(html: str, span: Span) -> str:
    if span.before is None or span.fate:
        return html
    return f'<span class="form">{html}<span class="dold"> (ändrat utseende) </span></span>'
