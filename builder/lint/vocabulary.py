"""Rules for words: terms defined twice, abbreviations nobody explains, words to avoid."""

import re
from collections.abc import Iterator, Mapping

from builder.finding import Finding
from builder.language.finder import Finder, Phrase
from builder.language.inflection import phrase_forms
from builder.language.terms import term_phrases
from builder.library import Library, Term
from builder.lint.analysis import Analysis, Sheet
from builder.model import Document

__all__ = ["doubly_defined", "unexplained_abbreviations", "words_to_avoid"]

_ABBREVIATION = re.compile(
    r"[A-ZÅÄÖ](?<![\w§-].)[a-zåäö]?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]*"
    r"(?![\w/]|-[A-ZÅÄÖ]|[ \u00a0]\d{4}:\d|-?[ \u00a0]?\d)"
)
_ABBREVIATION_WORD = re.compile(r"\b[A-ZÅÄÖ]\w*")
_ROMAN = re.compile(r"[IVXLC]+")
_EXPLAINS = re.compile(r"\w+[\s>]{1,8}\($")
_IS_EXPLAINED = re.compile(r"[\s>]{1,8}\([a-zåäö]")
_ENOUGH = 10
"""So many letters of a word tell most texts that do not hold it from those that may."""
_EVERYBODY_KNOWS = frozenset({"AB", "EES", "EG", "EU", "FN", "IT", "OBS", "PDF", "SFS", "SMS", "TV", "USB"})


def doubly_defined(analysis: Analysis) -> Iterator[Finding]:
    """B502: a word that two rows define, or one row and a law."""
    defined: dict[str, tuple[str, str]] = {
        id.casefold(): (id, str(law.position.line if law.position else 1)) for id, law in analysis.library.laws.items()
    }
    for term in analysis.library.terms.values():
        if term.position is None:
            continue
        for form in dict.fromkeys(form.casefold() for form in _forms(term)):
            other, line = defined.setdefault(form, (term.term, str(term.position.line)))
            if other != term.term:
                yield Finding("B502", term.position, {"form": form, "term": term.term, "other": other, "line": line})


def unexplained_abbreviations(analysis: Analysis) -> Iterator[Finding]:
    """B503: an abbreviation that neither a register nor the document explains, at its first use in each document.

    Silent in a project without the registers that could explain it.
    """
    if not (analysis.library.terms or analysis.library.laws):
        return
    known = _known_abbreviations(analysis.library)
    uses = {id: tuple(_abbreviations(sheet, known)) for id, sheet in analysis.sheets.items()}
    for document in analysis.documents:
        yield from _first_uses(document, analysis.sheets, uses)


def words_to_avoid(analysis: Analysis) -> Iterator[Finding]:
    """B504: a word that the register of terms asks writers to avoid, in any inflected form."""
    terms, language = analysis.library.terms, analysis.library.project.language
    avoided = [
        (phrase, (term.term,))
        for term in terms.values()
        for word in term.avoid
        if (phrase := phrase_forms(word, language))
    ]
    if not avoided:
        return
    allowed = [(phrase, ()) for phrase, _ in term_phrases(terms, language)]
    finder: Finder[tuple[str, ...]] = Finder([*allowed, *avoided])
    beginnings = {beginning for phrase, _ in avoided for beginning in _beginnings(phrase)}
    for sheet in analysis.sheets.values():
        yield from _avoided(sheet, finder, beginnings)


# --- terms ---------------------------------------------------------------------------------------------


def _forms(term: Term) -> Iterator[str]:
    yield from (term.term, *term.forms)
    if term.abbreviation:
        yield term.abbreviation


def _avoided(sheet: Sheet, finder: Finder[tuple[str, ...]], beginnings: set[str]) -> Iterator[Finding]:
    """Most texts hold none of the words, which a search for their beginnings tells faster than the finder."""
    text = sheet.prose[sheet.body :]
    folded = text.lower()
    if not any(beginning in folded for beginning in beginnings):
        return
    for hit in finder.find(text):
        for term in hit.value:
            words = {"text": " ".join(text[hit.start : hit.end].split()), "term": term}
            yield Finding("B504", sheet.place(sheet.body + hit.start), words)


def _beginnings(phrase: Phrase) -> frozenset[str]:
    """How the longest word of a phrase may begin."""
    longest = max(phrase, key=lambda forms: min(map(len, forms)))
    return frozenset(form[:_ENOUGH].lower() for form in longest)


# --- abbreviations -------------------------------------------------------------------------------------


def _known_abbreviations(library: Library) -> frozenset[str]:
    texts = [library.project.name]
    for term in library.terms.values():
        texts += [*_forms(term), *term.synonyms, *term.avoid]
    for law in library.laws.values():
        texts += [law.id, law.name, law.title]
    for party in library.parties.values():
        texts += [party.short, party.name]
    for agreement in library.agreements.values():
        texts += [agreement.short, agreement.title]
    return _EVERYBODY_KNOWS.union(*(_ABBREVIATION_WORD.findall(text) for text in texts))


def _abbreviations(sheet: Sheet, known: frozenset[str]) -> Iterator[tuple[str, int]]:
    for match in _ABBREVIATION.finditer(sheet.prose, sheet.body):
        word = match[0]
        if word not in known and word.removesuffix("s") not in known and not _ROMAN.fullmatch(word):
            yield word, match.start()


def _first_uses(
    document: Document, sheets: Mapping[str, Sheet], uses: Mapping[str, tuple[tuple[str, int], ...]]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for section in document.sections:
        for word, offset in uses.get(section.id, ()):
            if word not in seen and not _is_explained(sheets[section.id].prose, word, offset):
                yield Finding("B503", sheets[section.id].place(offset), {"text": word})
            seen.add(word)


def _is_explained(text: str, word: str, offset: int) -> bool:
    """Written out where it is first used: "samordnad plan (SP)" or "SP (samordnad plan)"."""
    before, end = text[max(offset - 40, 0) : offset], offset + len(word)
    return bool(_EXPLAINS.search(before) and text[end : end + 1] == ")") or bool(_IS_EXPLAINED.match(text, end))
