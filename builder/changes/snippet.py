"""A few words of the text around a change, so that a reader of the list sees what is meant."""

import re
from itertools import accumulate

from builder.changes.edits import BETWEEN_CELLS, SENTENCE_END, WORD, Edit, Side, side_text

__all__ = ["cut", "glance", "is_row", "label", "pinned", "reference", "row_words", "sentences", "snippet"]

AROUND = 3
"""Words that stay, shown on each side of those that came or went."""

SIDES: tuple[Side, Side] = ("went", "came")
LONGEST, ROOM = 16, 10
REACH = 300
"""Letters on each side of an edit among which the ends of its sentence are looked for."""

NO_NUMBER = re.compile(r"\s*\((?:\s+[^()]*|[^()]*\s+)\)")
"""A reference without the number that is computed: "(avsnitt )"."""

LINE_END = re.compile(r"\n")
LABEL = re.compile(r"(\w+): [^:]*$")
PIN = re.compile(r"\(([^()]+), $")
MARK_AFTER = re.compile(r"\s+([.,;:!?)](?:\s|$))")


def snippet(edit: Edit, side: Side, word: str) -> str:
    """The part of the sentence that holds the word, among the words that came or went; the beginning of a row."""
    texts = _own(edit, side)
    if is_row(edit, texts):
        return row_words(texts)
    before, after = map(_clean, _beside(edit, side))
    head, tail = _last_words(before), _first_words(after)
    text = head + texts + tail
    at = _place(text, word, len(head))
    ends = _ends(text)
    start = max((end for end in ends if end <= at), default=0)
    end = min((end for end in ends if end > at), default=len(text))
    more_before = not start and head != before
    more_after = end == len(text) and tail != after
    return _window(text[start:at], text[at:end], more_before, more_after)


def sentences(edit: Edit) -> tuple[str, str]:
    """The sentence that the edit stands in, before and after."""
    old, new = (_beside(edit, side) for side in SIDES)
    before, after = f"{old[0]}{_own(edit, 'went')}{old[1]}", f"{new[0]}{_own(edit, 'came')}{new[1]}"
    return _clean(before).strip(), _clean(after).strip()


def glance(edit: Edit) -> tuple[str, str]:
    """The same in so few words as can be read at a glance."""
    old, new = (_beside(edit, side) for side in SIDES)
    return (
        _window(old[0], _own(edit, "went") + old[1], False, False),
        _window(new[0], _own(edit, "came") + new[1], False, False),
    )


def _own(edit: Edit, side: Side) -> str:
    return "".join(text.text for text in (edit.new if side == "came" else edit.old))


def _beside(edit: Edit, side: Side) -> tuple[str, str]:
    """What the sentence says before the edit and after it, in the old text or the new."""
    before, own = _reach(edit, side, range(edit.first - 1, -1, -1))[::-1], _own(edit, side)
    text = "".join(before) + own + "".join(_reach(edit, side, range(edit.last + 1, len(edit.spans))))
    start, end = len("".join(before)), len("".join(before) + own)
    ends = _ends(text)
    first = max((place for place in ends if place <= start), default=0)
    last = min((place for place in ends if place >= end and place > first), default=len(text))
    return text[first:start], text[end:last]


def _reach(edit: Edit, side: Side, places: range) -> list[str]:
    """The texts of spans near the edit."""
    found, length = [], 0
    for place in places:
        if length >= REACH:
            break
        found.append(side_text((edit.spans[place],), side))
        length += len(found[-1])
    return found


def _ends(text: str) -> list[int]:
    """Where sentences and lines end."""
    return [match.end() for match in (*SENTENCE_END.finditer(text), *LINE_END.finditer(text))]


def is_row(edit: Edit, texts: str) -> bool:
    """True for a row of a table that came or went."""
    return edit.is_whole and edit.kind == "text" and not (edit.old and edit.new) and BETWEEN_CELLS in texts


def row_words(texts: str) -> str:
    """The first words of a row's cells: of the first two, and of more as far as they can be read at a glance."""
    cells = [words for words in (_clean(cell).split() for cell in texts.split(BETWEEN_CELLS)) if words]
    lengths = accumulate(min(len(words), ROOM) for words in cells)
    shown = max(2, sum(length <= LONGEST for length in lengths))
    return BETWEEN_CELLS.join(" ".join(words[:ROOM]) + (" …" if words[ROOM:] else "") for words in cells[:shown])


def cut(text: str) -> str:
    """The first words of a text."""
    return _window("", text.strip(), False, False)


def pinned(edit: Edit) -> str:
    """What the version belongs to whose label changed: "version av Avtal om hjälpmedel"."""
    found = PIN.search(edit.before)
    return f"version av {found[1]}" if found and edit.after[:1] in (",", ")") else ""


def reference(edit: Edit, side: Side) -> str:
    """The words before a reference that came or went."""
    return _clean(_last_words(_beside(edit, side)[0])).strip(" ,;·(")


def label(edit: Edit) -> str:
    """What small print says before the words that changed: "Källa"."""
    found = LABEL.search(edit.before)
    return found[1] if found else ""


def _place(text: str, word: str, start: int) -> int:
    found = re.compile(rf"\b{re.escape(word)}" if word else r"\w").search(text, start)
    return found.start() if found else start


def _last_words(sentence: str) -> str:
    starts = [match.start() for match in WORD.finditer(sentence)]
    return sentence[starts[-AROUND] :] if len(starts) > AROUND else sentence


def _first_words(sentence: str) -> str:
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
