"""Terms and citations of law in paragraphs: found across the runs of a paragraph, marked on each run."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Generic, TypeVar

from builder.finding import Finding
from builder.language.citations import Cited, Fault, cite
from builder.language.finder import Finder, Hit, Phrase
from builder.language.laws import Mention, Numbers, law_phrases, numbers, with_numbers
from builder.language.terms import term_phrases
from builder.library import Law, Library, Term
from builder.model import About, Inline, LawUse, Marks, Position, TermUse, Text
from builder.resolve.places import locate
from builder.resolve.references import leads_elsewhere

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
    known: dict[str, tuple[tuple[Inline, ...], tuple[Finding, ...]]] = field(default_factory=dict)
    reader: "_Reader" = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the registers once."""
        self.reader = _reader(_Same(self.library.laws), _Same(self.library.terms), self.language)

    def mark(
        self, content: tuple[Inline, ...], place: Position, last: str | None = None, terms: bool = True
    ) -> tuple[tuple[Inline, ...], str | None]:
        """The inlines with terms and citations marked, and the act named last. `place` serves texts without one."""
        read = _read(self.reader, _Same(content), last, terms)
        for fault in read.faults:
            self.findings.append(Finding(fault.code, self._place(content, fault, place), fault.words))
        self.terms |= read.terms
        return read.content, read.last

    def mark_words(self, words: str, place: Position) -> tuple[Inline, ...]:
        """Words that stand alone, with their citations marked; the same words are read once."""
        known = self.known.get(words)
        if known is None:
            before = len(self.findings)
            content = self.mark((Text(words),) if words else (), place, terms=False)[0]
            known = self.known[words] = content, tuple(self.findings[before:])
        else:
            self.findings += [replace(finding, position=place) for finding in known[1]]
        return known[0]

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


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class _Same(Generic[T]):
    """A value that is the same as another only when it is that very one: quick to tell, and places count."""

    it: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """What paragraphs are read by: the laws and terms of a library."""

    laws: Mapping[str, Law]
    numbers: Numbers
    finder: Finder[Use]

    def cite(self, text: str, hits: Iterable[Hit[Use]], last: str | None) -> Cited:
        """The citations in a text."""
        if not self.laws:
            return Cited((), ())
        named = [Mention(hit.start, hit.end, hit.value.law) for hit in hits if isinstance(hit.value, LawUse)]
        named = with_numbers(text, named, self.numbers)
        if not named and "§" not in text:
            return Cited((), (), last)
        return cite(text, named, self.laws, last)


@dataclass(frozen=True, slots=True)
class _Read:
    """A paragraph's inlines with their marks, the act named last, what is wrong, and the terms in it."""

    content: tuple[Inline, ...]
    last: str | None
    faults: tuple[Fault, ...] = ()
    terms: frozenset[str] = frozenset()


@lru_cache(maxsize=4)
def _reader(laws: _Same[Mapping[str, Law]], terms: _Same[Mapping[str, Term]], language: str) -> _Reader:
    """The reader of a library's registers, kept for its other documents and for versions with the same registers."""
    names = tuple((name, laws.it[name].name) for name in sorted(laws.it))
    return _Reader(laws.it, numbers(laws.it), _finder(names, tuple(terms.it[n] for n in sorted(terms.it)), language))


@lru_cache(maxsize=1 << 15)
def _read(reader: _Reader, paragraph: _Same[tuple[Inline, ...]], last: str | None, terms: bool) -> _Read:
    """A paragraph read. Most are of files that are the same in two versions, or stand in several documents."""
    content = paragraph.it
    text = _text(content)
    hits = _hits(reader.finder, text)
    if not hits and "§" not in text and "(" not in text:
        return _Read(content, last)
    cited = reader.cite(text, hits, last)
    uses = [hit for hit in hits if isinstance(hit.value, TermUse)] if terms else []
    spans = _apart([mark for citation in cited.citations for mark in citation.marks], uses)
    named = frozenset(about.term for _, _, about in spans if isinstance(about, TermUse))
    return _Read(tuple(_apply(content, spans)) if spans else content, cited.last, tuple(cited.faults), named)


@lru_cache(maxsize=4)
def _finder(laws: tuple[tuple[str, str], ...], terms: tuple[Term, ...], language: str) -> Finder[Use]:
    """The finder of a library's registers, kept for its other documents."""
    phrases: list[tuple[Phrase, Use]] = [*law_phrases(laws), *term_phrases({term.id: term for term in terms}, language)]
    return Finder(phrases)


@lru_cache(maxsize=1 << 15)
def _hits(finder: Finder[Use], text: str) -> tuple[Hit[Use], ...]:
    """What a finder finds. Most texts stand in several documents, or are the same in two versions of one."""
    return tuple(finder.find(text))


def _text(content: tuple[Inline, ...]) -> str:
    if len(content) == 1 and isinstance(content[0], Text) and not content[0].marks.code:
        return content[0].text
    return "".join(map(_visible, content))


def _visible(inline: Inline) -> str:
    """The inline's text; code and other inlines as signs that match nothing."""
    if isinstance(inline, Text):
        return HIDDEN * len(inline.text) if inline.marks.code else inline.text
    return HIDDEN


def _apart(first: Spans, others: Spans) -> Spans:
    """All spans in order, those that overlap an earlier one left out."""
    if not first or not others:
        return first or others
    spans: list[tuple[int, int, About]] = []
    end = 0
    for span in sorted([*first, *others], key=lambda span: span[0]):
        if span[0] >= end:
            spans.append(span)
            end = span[1]
    return spans


def _apply(content: tuple[Inline, ...], spans: Spans) -> Iterator[Inline]:
    if len(content) == 1 and isinstance(content[0], Text):
        yield from _split(content[0], spans)
        return
    offset, left = 0, list(reversed(spans))
    for inline in content:
        end = offset + (len(inline.text) if isinstance(inline, Text) else 1)
        here: list[tuple[int, int, About]] = []
        while left and left[-1][0] < end:
            start, stop, about = left[-1]
            here.append((max(start, offset) - offset, min(stop, end) - offset, about))
            if stop > end:
                break
            left.pop()
        if isinstance(inline, Text) and here:
            yield from _split(inline, here)
        else:
            yield inline
        offset = end


def _split(text: Text, spans: Spans) -> Iterator[Inline]:
    """The text in pieces, the words of a reference whole. A piece keeps the position of the run it is part of."""
    words, marks, place = text.text, text.marks, text.position
    if marks.code or (marks.link is not None and not leads_elsewhere(marks.link)):
        yield text
        return
    done = 0
    for start, end, about in spans:
        if start > done:
            yield Text(words[done:start], marks, place)
        yield Text(words[start:end], _about(marks, about), place)
        done = end
    if done < len(words):
        yield Text(words[done:], marks, place)


@lru_cache(maxsize=4096)
def _about(marks: Marks, about: About) -> Marks:
    return replace(marks, about=about)
