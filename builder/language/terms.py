"""Find the register's terms in running text, in all their inflected forms."""

from collections.abc import Iterator, Mapping

from builder.language.finder import Finder, Phrase
from builder.language.inflection import abbreviation_forms, phrase_forms
from builder.library import Term
from builder.model import TermUse

__all__ = ["is_form", "term_finder", "term_phrases"]

ARTICLES = frozenset({"den", "det", "de", "en", "ett", "a", "an", "the"})


def term_finder(terms: Mapping[str, Term], language: str = "sv") -> Finder[TermUse]:
    """A finder of all the terms. `find(text)` yields each use, longest first, never one inside another."""
    return Finder(term_phrases(terms, language))


def term_phrases(terms: Mapping[str, Term], language: str = "sv") -> Iterator[tuple[Phrase, TermUse]]:
    """What a finder looks for: each term, its given forms and its abbreviation."""
    for name in sorted(terms):
        term, use = terms[name], TermUse(name)
        for form in (term.term, *term.forms):
            if phrase := phrase_forms(form, language):
                yield phrase, use
        if term.abbreviation:
            yield (abbreviation_forms(term.abbreviation),), use


def is_form(text: str, phrase: str, language: str = "sv") -> bool:
    """True when the text is the phrase in some inflected form, with or without an article, and nothing more."""
    article, space, rest = text.partition(" ")
    bare = rest if space and article.lower() in ARTICLES else text
    finder = Finder([(forms, True)] if (forms := phrase_forms(phrase, language)) else [])
    return any(hit.start == 0 and hit.end == len(bare) for hit in finder.find(bare))
