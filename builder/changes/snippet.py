"""A few words of the text around a change, so that a reader of the list sees what is meant."""

import re

from builder.changes.edits import BETWEEN_CELLS, SENTENCE_END, WORD, Edit

__all__ = ["cut", "is_row", "label", "row_words", "snippet"]

AROUND = 3
"""Words that stay, shown on each side of those that came or went."""

LONGEST, ROOM = 16, 10
NO_NUMBER = re.compile(r"\s*\((?:\s+[^()]*|[^()]*\s+)\)")
"""A reference without the number that is computed: "(avsnitt )"."""

LINE_END = re.compile(r"\n")
LABEL = re.compile(r"(\w+): [^:]*$")
MARK_AFTER = re.compile(r"\s+([.,;:!?)](?:\s|$))")


def snippet(edit: Edit, texts: str, word: str) -> str:
    """The part of the sentence that holds the word, among the words that came or went; the beginning of a row."""
    if is_row(edit, texts):
        return row_words(texts)
    head, tail = _last_words(edit.before), _first_words(edit.after)
    text = head + texts + tail
    at = _place(text, word, len(head))
    ends = [match.end() for match in (*SENTENCE_END.finditer(text), *LINE_END.finditer(text))]
    start = max((end for end in ends if end <= at), default=0)
    end = min((end for end in ends if end > at), default=len(text))
    more_before = not start and head != _sentence_before(edit.before)
    more_after = end == len(text) and tail != _sentence_after(edit.after)
    return _window(text[start:at], text[at:end], more_before, more_after)


def is_row(edit: Edit, texts: str) -> bool:
    """True for a row of a table that came or went."""
    return edit.is_whole and not (edit.old and edit.new) and BETWEEN_CELLS in texts


def row_words(texts: str) -> str:
    """The first words of a row's first two cells."""
    cells = [words for words in (_clean(cell).split() for cell in texts.split(BETWEEN_CELLS)) if words][:2]
    return BETWEEN_CELLS.join(" ".join(words[:ROOM]) + (" …" if words[ROOM:] else "") for words in cells)


def cut(text: str) -> str:
    """The first words of a text."""
    return _window("", text.strip(), False, False)


def label(edit: Edit) -> str:
    """What small print says before the words that changed: "Källa"."""
    found = LABEL.search(edit.before)
    return found[1] if found else ""


def _place(text: str, word: str, start: int) -> int:
    found = re.compile(rf"\b{re.escape(word)}" if word else r"\w").search(text, start)
    return found.start() if found else start


def _sentence_before(text: str) -> str:
    """The beginning of the sentence that goes on."""
    return SENTENCE_END.split(text)[-1]


def _sentence_after(text: str) -> str:
    """The end of the sentence that goes on."""
    end = SENTENCE_END.search(text)
    return text[: end.start() + 1] if end else text


def _last_words(text: str) -> str:
    sentence = _sentence_before(text)
    starts = [match.start() for match in WORD.finditer(sentence)]
    return sentence[starts[-AROUND] :] if len(starts) > AROUND else sentence


def _first_words(text: str) -> str:
    sentence = _sentence_after(text)
    ends = [match.end() for match in WORD.finditer(sentence)]
    return sentence[: ends[AROUND - 1]] if len(ends) > AROUND else sentence


def _window(before: str, after: str, more_before: bool, more_after: bool) -> str:
    """No more words than can be read at a glance: from the start of the sentence, where the word is among them."""
    words, place = _clean(before + after).split(), len(_clean(before).split())
    fits = len(words) <= LONGEST + AROUND
    start = 0 if fits or place < LONGEST - AROUND else place - LONGEST // 2
    end = len(words) if fits else start + LONGEST
    shown = " ".join(words[start:end]).strip(" ,;·(")
    return ("… " if start or more_before else "") + shown + (" …" if words[end:] or more_after else "")


def _clean(text: str) -> str:
    return MARK_AFTER.sub(r"\1", NO_NUMBER.sub("", text))
