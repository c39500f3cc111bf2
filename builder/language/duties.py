"""Sentences of running text, and which of them bind someone: "Kommunen ska svara", not "den som ska svara".

A sentence ends at a full stop, question mark or exclamation mark before a space, unless the stop belongs to an
abbreviation. What binds is known for the languages of `_GRAMMARS`; in any other no sentence is a duty.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["is_duty", "main_modal", "sentences", "spans"]

_END = re.compile(r"[.!?](?=[)\]”\"’»*_\s]|\[\^|$)[)\]”\"’»*_]*(?:\[\^[^\[\]\s]{1,30}\])*(?=\s|$)")
_SHORTENED = re.compile(
    r"(?:^|(?<=[\s(”\"]))(?:(?i:t\. ?ex|bl\. ?a|m\. ?fl|m\. ?m|d\. ?v\. ?s|dvs|s\. ?k|o\. ?d|f\. ?n"
    r"|fr\. ?o\. ?m|t\. ?o\. ?m|f\. ?d|ca|kap|kl|nr|jfr|resp|inkl|exkl|ev|prop|st|p|tel|mån|tim|art)|[A-ZÅÄÖ]"
    r"|^\d{1,3})\.$"
)
_LONGEST_SHORTENED = 12
_LONGEST_RUN = 4
"""So many letters in a row an abbreviation has at most."""
_BEGINS = re.compile(r"\s+[”\"(\[*_]*[A-ZÅÄÖ0-9]|\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """How a language binds. `modals` begin a duty unless a word of `subordinators` stands before them with no finite
    verb in between; `phrases` always do. `finite` are short finite verbs, the others end on one of `finite_endings`
    and on none of `genitives`."""

    modals: re.Pattern[str]
    phrases: re.Pattern[str]
    subordinators: frozenset[str]
    finite: frozenset[str]
    finite_endings: tuple[str, ...]
    genitives: tuple[str, ...]


_GRAMMARS: Mapping[str, _Grammar] = {
    "sv": _Grammar(
        modals=re.compile(r"\b(?:ska|skall|måste)\b", re.IGNORECASE),
        phrases=re.compile(
            r"\b(?:ansvarar\s+för|är\s+(?:också\s+)?skyldiga?\s+att|åligger|får\s+(?:dock\s+)?inte)\b", re.IGNORECASE
        ),
        subordinators=frozenset({
            "att", "där", "då", "eftersom", "hur", "huruvida", "innan", "medan", "när", "om", "som", "tills", "trots",
            "vad", "var", "vars", "varför", "vem", "vems", "vilka", "vilken", "vilket",
        }),
        finite=frozenset({"bör", "fick", "finns", "får", "gick", "hade", "har", "kan", "kom", "måste", "vet", "vill",
                          "är"}),
        finite_endings=("r", "as"),
        genitives=("allas", "andras", "deras", "rnas"),
    ),
}  # fmt: skip


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, each on one line. A paragraph without a full stop is one sentence."""
    return tuple(" ".join(text[start:end].split()) for start, end in spans(text))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends."""
    start = len(text) - len(text.lstrip())
    for stop in _END.finditer(text):
        if stop.start() >= start and _ends_here(text, start, stop):
            yield start, stop.end()
            start = stop.end() + _gap(text, stop.end())
    if text[start:].strip():
        yield start, len(text.rstrip())


def is_duty(sentence: str, language: str = "sv") -> bool:
    """True when the sentence binds someone to do something. A question does not."""
    grammar = _grammar(language)
    if grammar is None or sentence.rstrip().endswith("?"):
        return False
    return main_modal(sentence, language) is not None or grammar.phrases.search(sentence) is not None


def main_modal(sentence: str, language: str = "sv") -> re.Match[str] | None:
    """The first word that binds in a main clause ("ska"); None when each stands in a clause of its own."""
    grammar = _grammar(language)
    if grammar is None:
        return None
    end = 0
    for modal in grammar.modals.finditer(sentence):
        if not _is_governed(sentence[end : modal.start()], grammar):
            return modal
        end = modal.end()
    return None


def _is_governed(before: str, grammar: _Grammar) -> bool:
    """True when the last words before a verb begin a clause of its own, which no verb has ended."""
    governed = False
    for word in _WORD.findall(before.lower()):
        governed = word in grammar.subordinators or (governed and not _is_finite(word, grammar))
    return governed


def _is_finite(word: str, grammar: _Grammar) -> bool:
    if word in grammar.finite:
        return True
    return len(word) > 2 and word.endswith(grammar.finite_endings) and not word.endswith(grammar.genitives)


def _grammar(language: str) -> _Grammar | None:
    return _GRAMMARS.get(language) or _GRAMMARS.get(language[:2].lower())


def _ends_here(text: str, start: int, stop: re.Match[str]) -> bool:
    """A capital letter or a figure follows, and the stop is not that of an abbreviation or of "1." in a list."""
    if _BEGINS.match(text, stop.end()) is None:
        return False
    if text[stop.start()] != "." or stop.end() == len(text):
        return True
    if stop.start() - start > _LONGEST_RUN and text[stop.start() - _LONGEST_RUN - 1 : stop.start()].isalpha():
        return True
    before = text[max(start, stop.start() - _LONGEST_SHORTENED) : stop.start() + 1]
    return _SHORTENED.search(before) is None


def _gap(text: str, end: int) -> int:
    return len(text[end : end + 1])
