"""Rules for sentences that bind someone: who acts, how many duties, and whether another sentence says otherwise."""

import re
from collections.abc import Iterator
from itertools import islice

from builder.finding import Finding
from builder.language.wording import Wording
from builder.lint.analysis import Analysis, Sheet
from builder.lint.passages import Page, Sentence

__all__ = ["doubled_duties", "duties_without_actor", "recommendations", "reminders_without_law", "unassigned_duties"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FAR = 6
"""So many words after the verb that binds the other verb is looked for."""
_LONGEST_WORD = 40


def unassigned_duties(analysis: Analysis) -> Iterator[Finding]:
    """S901: a duty that nobody is said to have, in a clause that names no responsible party."""
    for sheet, page, sentence in _duties(analysis):
        if sheet.clause.facts.responsible:
            continue
        hidden = _passive(sentence, page.words) or _impersonal(sentence, page.words)
        if hidden:
            yield _finding("S901", sheet, sentence, hidden)


def duties_without_actor(analysis: Analysis) -> Iterator[Finding]:
    """S902: a passive that does not say which of the clause's responsible parties acts."""
    parties = analysis.library.parties
    for sheet, page, sentence in _duties(analysis):
        responsible = sheet.clause.facts.responsible
        hidden = _passive(sentence, page.words) if len(responsible) > 1 else None
        if hidden:
            names = [parties[id].name if id in parties else id for id in responsible]
            told = f"{', '.join(names[:-1])} eller {names[-1]}"
            yield _finding("S902", sheet, sentence, hidden, parties=told, party=names[0])


def doubled_duties(analysis: Analysis) -> Iterator[Finding]:
    """S912: a sentence with two duties."""
    for sheet, page, sentence in _duties(analysis):
        second = _second_duty(sentence, page.words)
        if second is not None:
            text = " ".join(sentence.text[second:].split()[:_FAR])
            yield Finding("S912", sheet.place(sentence.start + second), {"text": text})


def reminders_without_law(analysis: Analysis) -> Iterator[Finding]:
    """S913: a clause that only reminds, and binds without naming the law that does."""
    for sheet, _, sentence in _duties(analysis):
        facts = sheet.clause.facts
        if facts.kind != "erinran" or "§" in sentence.text:
            continue
        if all(basis.lower().startswith("saknas") for basis in facts.basis):
            yield _finding("S913", sheet, sentence, sentence.modal or (0, 0))


def _duties(analysis: Analysis) -> Iterator[tuple[Sheet, Page, Sentence]]:
    for id, page in analysis.pages.items():
        for sentence in page.sentences:
            if sentence.modal:
                yield analysis.sheets[id], page, sentence


def _finding(code: str, sheet: Sheet, sentence: Sentence, place: tuple[int, int], **words: str) -> Finding:
    text = " ".join(sentence.text[slice(*place)].split())
    return Finding(code, sheet.place(sentence.start + place[0]), {"text": text, **words})


# --- the words after the verb that binds -----------------------------------------------------------------


def _passive(sentence: Sentence, words: Wording) -> tuple[int, int] | None:
    """Where the sentence says that something is to be done, and not by whom: "ska dokumenteras"."""
    start, end = sentence.modal or (0, 0)
    for count, word in enumerate(_WORD.finditer(sentence.text, end)):
        lower = word[0].lower()
        if count == _FAR or lower in words.not_passive or lower in words.subordinators:
            return None
        if word[0] != lower or lower.endswith(words.genitives):
            continue
        if lower.endswith(words.passive_endings):
            return None if words.agent.search(sentence.text, word.end()) else (start, word.end())
        if lower.endswith(words.infinitive_endings):
            return None
    return None


def _impersonal(sentence: Sentence, words: Wording) -> tuple[int, int] | None:
    if not any(sign in sentence.text for sign in words.impersonal_signs):
        return None
    start, _ = sentence.modal or (0, 0)
    match = words.impersonal.search(sentence.text)
    if match is None or not match.start() <= start < match.end():
        return None
    return None if words.agent.search(sentence.text, match.end()) else match.span()


def _second_duty(sentence: Sentence, words: Wording) -> int | None:
    """Where the sentence binds a second time, in another main clause."""
    _, end = sentence.modal or (0, 0)
    if not any(sign in sentence.text[end:] for sign in words.modal_signs):
        return None
    second = words.modals.search(sentence.text, end)
    if second is None or not words.joint.search(sentence.text, end, second.start()):
        return None
    between = _WORD.findall(sentence.text, end, second.start())
    return second.start() if words.subordinators.isdisjoint(map(str.lower, between)) else None


# --- a duty here, a recommendation there -----------------------------------------------------------------


def recommendations(analysis: Analysis) -> Iterator[Finding]:
    """S906: the same act is a duty in one sentence and recommended in another. S903: an agreement only recommends."""
    soft = [
        (analysis.sheets[id], page, match)
        for id, page in analysis.pages.items()
        if page.words.soft.sign in page.folded
        for match in page.words.soft.pattern.finditer(page.text)
    ]
    bound = _bound_acts(analysis) if soft else {}
    for sheet, page, match in soft:
        sentence = page.sentence_at(match.start())
        act = _act(sentence, match.start() - sentence.start, page.words) if sentence else None
        other = bound.get(act) if act else None
        place = sheet.place(match.start())
        if act and other:
            words = {"text": f"{match[0]} {act[1]}", "act": act[1], "path": other[0], "line": str(other[1])}
            yield Finding("S906", place, words)
        elif page.binds(match.start()):
            yield Finding("S903", place, {"text": match[0], "suggestion": page.words.soft.advice})


Act = tuple[str, str, str]


def _bound_acts(analysis: Analysis) -> dict[Act, tuple[str, int]]:
    """Where each act (who, does, what) is a duty first."""
    found: dict[Act, tuple[str, int]] = {}
    for sheet, page, sentence in _duties(analysis):
        start, _ = sentence.modal or (0, 0)
        act = _act(sentence, start, page.words)
        if act:
            place = sheet.place(sentence.start + start)
            found.setdefault(act, (place.path, place.line))
    return found


def _act(sentence: Sentence, modal: int, words: Wording) -> Act | None:
    """Who does what, in the order "Kommunen ska lämna besked": the word before the verb and the words after it."""
    before = _WORD.findall(sentence.text, max(modal - _LONGEST_WORD, 0), modal)
    after = [word[0].lower() for word in islice(_WORD.finditer(sentence.text, modal), 1, _FAR + 1)]
    verb = next((n for n, word in enumerate(after) if word.endswith(words.infinitive_endings)), None)
    if not before or verb is None or verb + 1 >= len(after):
        return None
    return before[-1].lower(), after[verb], after[verb + 1]
