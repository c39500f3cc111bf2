"""What things are called besides: words that people type and texts do not use."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from builder.language.stem import stem
from builder.language.terms import term_finder
from builder.library import Library, Term
from builder.model import LawUse, Marks, Section, TermUse, Text, all_inlines, words
from builder.records import SEARCH_WORDS, value_texts
from builder.search.hidden import split_text

__all__ = ["Names", "law_word", "other_names"]


class Names:
    """Other words by the register of terms and the register of everyday words."""

    def __init__(self, library: Library, told: Mapping[str, tuple[str, ...]]) -> None:
        """Read the registers once for all clauses; `told`: what rows of tables say of each."""
        self._told = told
        self._terms = library.terms
        self._finder = term_finder(library.terms)
        self._rows = library.records.get(SEARCH_WORDS, ())
        views = (view for view in library.views.values() if view.kind == "frågor")
        self._questions = tuple(row for view in views for row in library.records.get(view.source, ()))

    def of_title(self, section: Section) -> tuple[str, ...]:
        """Other words for what a section's title is about, and those that everyday words lead to it by."""
        answers = (row for row in self._rows if section.id in value_texts(row, "klausul"))
        typed = [word for row in answers for word in value_texts(row, "ord")]
        return tuple(dict.fromkeys((*self.of_words(words(section.title)), *typed)))

    def of_words(self, text: str) -> tuple[str, ...]:
        """Other words for what a few words are about."""
        found = (name for term in self._within(text) for name in self._names[term])
        return tuple(dict.fromkeys((*found, *self._everyday(text))))

    def of_text(self, section: Section, text: str) -> tuple[str, ...]:
        """The questions a clause answers, what tables say of it, and other words for each use of a term, a law or a
        word, so that a text much about something comes first."""
        told = self._told.get(section.id, ())
        everyday = (name for said in (text, *told) for name in self._everyday(said))
        return (*self._used(section), *everyday, *self._asked(section), *told)

    def _asked(self, section: Section) -> Iterator[str]:
        """The everyday questions that a clause answers."""
        for row in self._questions:
            if section.id in value_texts(row, "klausul"):
                yield from value_texts(row, "fråga")

    def instead(self, section: Section, text: str) -> tuple[tuple[str, str], ...]:
        """(other word, what stands in the title or text for it): the second is marked where the first was typed."""
        found: dict[str, str] = {}
        for term, shown in self._terms_shown(section):
            for name in other_names(self._terms[term]):
                found.setdefault(name, shown.lower())
        for word in dict.fromkeys(split_text(f"{words(section.title)} {text}")):
            for name in self._meant.get(stem(word), ()):
                found.setdefault(name, word)
        return tuple(found.items())

    def _terms_shown(self, section: Section) -> Iterator[tuple[str, str]]:
        """(term, the words that stand for it) in the title and the text."""
        title = words(section.title)
        yield from ((hit.value.term, title[hit.start : hit.end]) for hit in self._finder.find(title))
        for inline in all_inlines(section.blocks):
            match inline:
                case Text(text=shown, marks=Marks(about=TermUse(term=term))) if term in self._terms:
                    yield term, shown
                case _:
                    pass

    def _used(self, section: Section) -> Iterator[str]:
        for inline in all_inlines(section.blocks):
            match inline.marks.about if isinstance(inline, Text) else None:
                case TermUse(term=term) if term in self._names:
                    yield from (name for name in self._names[term] if " " not in name)
                case LawUse() as use if use.section:
                    yield law_word(use)
                case _:
                    pass

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        """Each term's other names, with those of terms inside it ("utskrivning från slutenvård")."""
        return {id_: tuple(self._all_names(term)) for id_, term in self._terms.items()}

    def _all_names(self, term: Term) -> Iterator[str]:
        yield from other_names(term)
        for other in self._terms.values():
            if other is not term and f" {other.term}" in term.term:
                yield from other_names(other)

    def _within(self, text: str) -> list[str]:
        return sorted({hit.value.term for hit in self._finder.find(text)})

    def _everyday(self, text: str) -> Iterator[str]:
        """The everyday words for words of a text, once for each time they stand there."""
        for word in split_text(text):
            yield from self._meant.get(stem(word), ())

    @cached_property
    def _meant(self) -> Mapping[str, tuple[str, ...]]:
        meant: dict[str, tuple[str, ...]] = {}
        for row in self._rows:
            for word in value_texts(row, "betyder"):
                meant[stem(word)] = (*meant.get(stem(word), ()), *value_texts(row, "ord"))
        return meant


def other_names(term: Term) -> Iterator[str]:
    """What a term is called besides: abbreviation, synonyms, and words that texts avoid but people say."""
    yield from filter(None, (term.abbreviation, *term.synonyms, *term.avoid))


def law_word(use: LawUse) -> str:
    """A citation as one word, which the search makes of what is typed: 14 kap. 1 § HSL → 14kap1hsl."""
    return "".join(char for char in (use.section + use.law).lower() if char.isalnum())
