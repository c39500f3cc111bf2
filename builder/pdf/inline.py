"""Marked words as Typst code: a joined row of strings and calls, in which no word is ever code."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never
from urllib.parse import urlsplit

from builder.model import Break, ClauseLink, Link, Marks, Number, OutsideLink, Text, Url
from builder.pdf.escape import cleaned, lines, string
from builder.pdf.labels import Labels
from builder.redline import Fate, MarkedNote, MarkedParagraph, Span, in_new, in_old

__all__ = ["Ink", "block", "heading", "look", "row"]

SAFE = frozenset({"http", "https", "mailto"})

WORD = re.compile(r"\S+")
INDENT = re.compile(r"^ +")
LONG, STRANGE = 40, 16
"""Letters of a word that may be parted anywhere, and of one that is an address or a code."""

PLAIN_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*\W*")
PART = re.compile(r".{1,9}[/.?&=_]|.{1,10}")


LEFT, ENTERED = frozenset({"gone", "departed", "passing"}), frozenset({"come", "arrived"})
GAP = "h(2pt)"
"""Between words that went and those that came in their place, which may touch."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What the writing of one document shares: the label of each section's heading, and the words of its language.

    `motive`: the word before the reason for a clause, empty where no reasons are shown. `signed`: rows are to be
    signed, and need room for a hand. `together`: a table stays on a page unless it is longer than one."""

    places: Mapping[str, str]
    words: Labels
    motive: str = ""
    signed: bool = False
    together: bool = False


def block(parts: Iterable[str]) -> str:
    """Parts joined to one value."""
    return "{" + ";".join(["[]", *parts]) + "}"


def row(ink: Ink, spans: Iterable[Span], *, literal: bool = False) -> str:
    """Spans as one value, those with one fate under one mark. `literal`: lines and spaces as written."""
    parts, before = [], ""
    for fate, run in groupby(spans, key=lambda span: span.fate):
        mark = look(fate)
        parts += [GAP] if before in LEFT and mark in ENTERED else []
        parts.append(_marked(block(_span(ink, span, literal) for span in run), mark))
        before = mark
    return block(parts)


def heading(ink: Ink, paragraph: MarkedParagraph) -> str:
    """A heading's words; a dash for one without any, which a PDF for everyone may not have."""
    said = "".join(span.inline.text for span in paragraph.spans)
    return row(ink, paragraph.spans) if cleaned(said).strip() else string("–")


def look(fate: Fate) -> str:
    """Which of the marks of changes a thing with this fate has: "" when it is kept."""
    if not fate:
        return ""
    kinds = {revision.kind for revision in fate}
    if not in_new(fate) and not in_old(fate) and "insertion" in kinds:
        return "passing"
    if not in_new(fate):
        return "gone" if "deletion" in kinds else "departed"
    return "come" if "insertion" in kinds else "arrived"


def _marked(code: str, name: str) -> str:
    return f"{name}({code})" if name else code


def _span(ink: Ink, span: Span, literal: bool) -> str:
    match span.inline:
        case Text(text=text, marks=marks):
            shown = _literal(text) if literal else _words(text)
            return _restyled(ink, span, _styled(ink, _crossed(ink, span, shown), marks))
        case Number(text=text, clause=clause, marks=marks):
            return _restyled(ink, span, _styled(ink, _crossed(ink, span, _inside(ink, clause, string(text))), marks))
        case Break():
            return "linebreak()"
        case MarkedNote(content=content):
            return f"note({_note(ink, content)})"
        case _:
            assert_never(span.inline)


def _note(ink: Ink, content: tuple[MarkedParagraph, ...]) -> str:
    """A note's paragraphs on one line each."""
    return block(_between(row(ink, paragraph.spans) for paragraph in content))


def _between(rows: Iterable[str]) -> Iterator[str]:
    for n, code in enumerate(rows):
        if n:
            yield "linebreak()"
        yield code


def _restyled(ink: Ink, span: Span, code: str) -> str:
    if span.before is None or span.fate:
        return code
    return f"{{{code};reformatted({string(ink.words.reformatted)})}}"


# --- words -------------------------------------------------------------------------------------------


def _words(text: str) -> str:
    """A string, or several with places between them where a line may end in a word that is too long for it."""
    text = cleaned(text)
    if not any(_needs_parting(word) for word in text.split(" ")):
        return string(text)
    return block(_parted(text))


def _parted(text: str) -> Iterator[str]:
    place = 0
    for word in WORD.finditer(text):
        if _needs_parting(word[0]):
            yield string(text[place : word.start()])
            for part in PART.findall(word[0]):
                yield string(part)
                yield "box()"
            place = word.end()
    yield string(text[place:])


def _needs_parting(word: str) -> bool:
    return len(word) > LONG or (len(word) > STRANGE and not PLAIN_WORD.fullmatch(word))


def _literal(text: str) -> str:
    """Lines as written. Spaces that begin one do not break, as a typesetter leaves out those that do."""
    return block(_between(_words(INDENT.sub(lambda found: "\u00a0" * len(found[0]), line)) for line in lines(text)))


# --- marks -------------------------------------------------------------------------------------------


def _crossed(ink: Ink, span: Span, code: str) -> str:
    """Words that the text has crossed out. Those that also came or went say so in words: a PDF for everyone may not
    have two lines in one word, and which of them stood for what could not be seen."""
    if isinstance(span.inline, MarkedNote | Break) or not span.inline.marks.strike:
        return code
    return block([code, f"reformatted({string(ink.words.crossed)})"]) if span.fate else f"strike({code})"


def _styled(ink: Ink, code: str, marks: Marks) -> str:
    names = (("strong", marks.strong), ("emph", marks.emphasis), ("code", marks.code))
    for name, on in names:
        code = f"{name}({code})" if on else code
    return code if marks.link is None else _linked(ink, marks.link, code)


def _linked(ink: Ink, link: Link, code: str) -> str:
    match link:
        case Url(address=address):
            return f"outside({string(address.strip())},{code})" if _is_safe(address) else code
        case ClauseLink(clause=clause, anchor=anchor):
            return _inside(ink, f"{clause}#{anchor}" if f"{clause}#{anchor}" in ink.places else clause, code)
        case OutsideLink():
            return code
        case _:
            assert_never(link)


def _inside(ink: Ink, clause: str, code: str) -> str:
    place = ink.places.get(clause)
    return code if place is None else f"inside({string(place)},{code})"


def _is_safe(address: str) -> bool:
    try:
        return urlsplit(address.strip()).scheme.lower() in SAFE
    except ValueError:
        return False
