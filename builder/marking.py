"""Terms and citations of law in paragraphs: found across the runs of a paragraph, marked on each run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from builder.citations import Cited, Fault, cite
from builder.finder import Finder, Hit, Phrase
from builder.finding import Finding
from builder.laws import Numbers, law_phrases, mentions, numbers
from builder.library import Library
from builder.model import About, ClauseLink, Inline, LawUse, OutsideLink, Position, TermUse, Text
from builder.places import locate
from builder.terms import term_phrases

__all__ = ["Marker"]

HIDDEN = "\ufffc"
Use = TermUse | LawUse
Spans = Sequence[tuple[int, int, About]]


@dataclass(slots=True)
class Marker:
    """Marks paragraphs by the registers of a library, and gathers what is wrong with their citations."""

    library: Library
    language: str = "sv"
    findings: list[Finding] = field(default_factory=list)
    terms: set[str] = field(default_factory=set)
    numbers: Numbers = field(init=False)
    finder: Finder[Use] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the registers once."""
        laws = self.library.laws
        phrases: list[tuple[Phrase, Use]] = [*law_phrases(laws), *term_phrases(self.library.terms, self.language)]
        self.numbers = numbers(laws)
        self.finder = Finder(phrases)

    def mark(
        self, content: tuple[Inline, ...], place: Position, last: str | None = None, terms: bool = True
    ) -> tuple[tuple[Inline, ...], str | None]:
        """The inlines with terms and citations marked, and the act named last. `place` serves texts without one."""
        text = "".join(map(_visible, content))
        hits = list(self.finder.find(text))
        if not hits and not {"§", "(", "kap"} & _signs(text):
            return content, last
        cited = self._cite(text, hits, last)
        for fault in cited.faults:
            self.findings.append(Finding(fault.code, self._place(content, fault, place), fault.words))
        uses = [(hit.start, hit.end, hit.value) for hit in hits if isinstance(hit.value, TermUse)] if terms else []
        spans = _apart([mark for citation in cited.citations for mark in citation.marks], uses)
        self.terms.update(about.term for _, _, about in spans if isinstance(about, TermUse))
        return (tuple(_apply(content, spans)) if spans else content), cited.last

    def _cite(self, text: str, hits: Iterable[Hit[Use]], last: str | None) -> Cited:
        if not self.library.laws:
            return Cited((), ())
        named = [Hit(hit.start, hit.end, hit.value) for hit in hits if isinstance(hit.value, LawUse)]
        return cite(text, mentions(text, named, self.numbers), self.library.laws, last)

    def _place(self, content: Iterable[Inline], fault: Fault, place: Position) -> Position:
        """Where in the file the faulty words stand."""
        offset = 0
        for inline in content:
            length = len(_visible(inline))
            if fault.start < offset + length and isinstance(inline, Text):
                begin = inline.position or place
                source = self.library.sources.get(begin.path) if inline.position else None
                inside = fault.start - offset
                return locate(source, begin, inline.text, inside, min(fault.end - fault.start, length - inside))
            offset += length
        return place


def _signs(text: str) -> set[str]:
    return {sign for sign in ("§", "(", "kap") if sign in text}


def _visible(inline: Inline) -> str:
    """The inline's text; code and other inlines as signs that match nothing."""
    if isinstance(inline, Text):
        return HIDDEN * len(inline.text) if inline.marks.code else inline.text
    return HIDDEN


def _apart(first: Spans, others: Spans) -> list[tuple[int, int, About]]:
    """All spans in order, those that overlap an earlier one left out."""
    spans: list[tuple[int, int, About]] = []
    end = 0
    for span in sorted([*first, *others], key=lambda span: span[0]):
        if span[0] >= end:
            spans.append(span)
            end = span[1]
    return spans


def _apply(content: Iterable[Inline], spans: Spans) -> Iterable[Inline]:
    offset, left = 0, list(reversed(spans))
    for inline in content:
        end = offset + len(_visible(inline))
        here = []
        while left and left[-1][0] < end:
            here.append(left[-1])
            if left[-1][1] > end:
                break
            left.pop()
        if isinstance(inline, Text) and here and _is_open(inline):
            yield from _split(inline, [(max(a, offset) - offset, min(b, end) - offset, use) for a, b, use in here])
        else:
            yield inline
        offset = end


def _is_open(text: Text) -> bool:
    """True for a text that is not a reference or already about something."""
    marks = text.marks
    return marks.about is None and not isinstance(marks.link, ClauseLink | OutsideLink) and not marks.code


def _split(text: Text, spans: Spans) -> Iterable[Inline]:
    """The text in pieces. A piece keeps the position of the run it is part of."""
    done = 0
    for start, end, about in spans:
        if start > done:
            yield replace(text, text=text.text[done:start])
        yield replace(text, text=text.text[start:end], marks=replace(text.marks, about=about))
        done = end
    if done < len(text.text):
        yield replace(text, text=text.text[done:])
