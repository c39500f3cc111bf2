"""What changed in a clause, in plain Swedish: each cause once, and a sentence whole where pieces of it would not be
understood."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from builder.changes.cause import Cause
from builder.changes.edits import WORD
from builder.changes.wording import cause_words, named

__all__ = ["MOST", "REWRITTEN", "what_changed"]

REWRITTEN = "Omskrivet: "
REPINNED = "Hänvisningar till klausuler som har ändrats i sak: "
MOST = 6
"""The causes of a kind that are told; a long table can have dozens."""

READABLE = 40
"""Words in a sentence that is told whole where several places in it changed."""

MORE = "…"
"""Where a sentence goes on, beside the piece of it that is told."""

OVERLAP = 4
"""Words that two pieces have in common where they are of one sentence."""

PAIRED = 24
"""The sentences that are held against each other, to see which were rewritten."""


def what_changed(causes: Sequence[Cause]) -> Iterator[str]:
    """What took another's place; then what is new, and what was struck."""
    pins = dict.fromkeys(f"{cause.old} → {cause.new}" for cause in causes if cause.matter == "pin")
    sentences = _sentences(causes)
    swaps = (c for c in causes if c.old and c.new and not all(c.rewritten) and not _is_within(c, sentences))
    changed = dict.fromkeys(_swapped(cause) for cause in swaps if cause.matter != "pin" or len(pins) == 1)
    one_way = [cause for cause in causes if not all(cause.rewritten) and not _is_told(cause, sentences)]
    came, went = _named([cause for cause in one_way if not cause.old]), _named([c for c in one_way if not c.new])
    rewritten = [(old, new) for new in list(came)[:PAIRED] for old in list(went)[:PAIRED] if _is_rewritten(old, new)]
    told = {key for pair in rewritten for key in pair}
    groups = {
        "": list(changed),
        REPINNED: list(pins) if len(pins) > 1 else [],
        REWRITTEN: [f"”{old}” → ”{new}”" for old, new in sentences]
        + [f"{went[old]} → {came[new]}" for old, new in rewritten if old != new],
        "Flyttat i texten: ": [came[new] for old, new in rewritten if old == new],
        "Nytt: ": [came[key] for key in came if key not in told],
        "Struket: ": [went[key] for key in went if key not in told],
    }
    for name, found in groups.items():
        if found:
            more = f" och {len(found) - MOST} till" if len(found) > MOST else ""
            yield f"{name}{'; '.join(found[:MOST])}{more}"


def _swapped(cause: Cause) -> str:
    """Words in another's place: in quotation marks where they are a piece of a sentence."""
    if cause.matter in ("words", "version", "question"):
        of = f"{cause.said}: " if cause.said else "Öppen fråga: " if cause.matter == "question" else ""
        return f"{of}”{cause.old}” → ”{cause.new}”"
    return cause_words(cause, "sv") + (f" (”{cause.said}”)" if cause.said else "")


# --- sentences told whole ------------------------------------------------------------------------


def _sentences(causes: Iterable[Cause]) -> list[tuple[str, str]]:
    """The sentences that are told whole, each once. Of a long one each change shows another part: where several do, all
    of it is told unless it is too much to read."""
    parts: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for cause in causes:
        if all(cause.sentence) and not (cause.old and cause.new and not all(cause.rewritten)):
            parts.setdefault(cause.sentence, {})[cause.rewritten if all(cause.rewritten) else ("", cause.said)] = None
    found: list[tuple[str, str]] = []
    for sentence, shown in parts.items():
        whole = len(shown) > 1 and _is_readable(sentence)
        for old, new in [sentence] if whole else filter(all, shown):
            if not any(old == before or new == after for before, after in found):
                found.append((old, new))
    return found


def _is_readable(sentence: tuple[str, str]) -> bool:
    return all(len(text.split()) <= READABLE for text in sentence)


def _is_told(cause: Cause, sentences: Iterable[tuple[str, str]]) -> bool:
    """True for a piece of a sentence that is told whole."""
    piece = _piece(cause)
    return bool(piece) and any(piece in sentence for pair in sentences for sentence in pair)


def _is_within(cause: Cause, sentences: Iterable[tuple[str, str]]) -> bool:
    """True for words in others' place, which weigh nothing by themselves, in a sentence that is told whole."""
    return cause.matter == "words" and any(pair == cause.sentence for pair in sentences)


def _is_rewritten(old: str, new: str) -> bool:
    """True for a sentence most of whose words stand in the other."""
    before, after = (Counter(WORD.findall(text)) for text in (old, new))
    same = (before & after).total()
    return same * 2 > max(before.total(), after.total())


# --- pieces of sentences --------------------------------------------------------------------------


def _named(causes: Sequence[Cause]) -> dict[str, str]:
    """What came, or went, word by word, each once whatever the case of its letters."""
    found: dict[str, str] = {}
    for cause in _gathered(cause for cause in causes if not _is_seen(cause, causes)):
        told = named(cause, "sv")
        found.setdefault(told.casefold(), told)
    return found


def _is_seen(cause: Cause, causes: Iterable[Cause]) -> bool:
    """True for words around a change that are seen among those around another in the same sentence."""
    piece = _piece(cause)
    beside = [_piece(other) for other in causes if any(cause.sentence) and other.sentence == cause.sentence]
    return bool(piece) and any(piece in shown != piece for shown in beside)


def _piece(cause: Cause) -> str:
    return cause.said.strip(f"{MORE} ")


def _gathered(causes: Iterable[Cause]) -> list[Cause]:
    """With pieces of one sentence that overlap as one, unless that is too much to read."""
    found: list[Cause] = []
    for cause in causes:
        same = found and found[-1].sentence == cause.sentence
        if same and (both := _overlapping(found[-1].said, cause.said)):
            found[-1] = replace(found[-1], said=both)
        else:
            found.append(cause)
    return found


def _overlapping(first: str, second: str) -> str:
    """A piece and another that begins with what the first ends with, as one; empty where they do not overlap."""
    if not (first.endswith(f" {MORE}") and second.startswith(f"{MORE} ")):
        return ""
    before, after = first.split()[:-1], second.split()[1:]
    sizes = range(min(len(before), len(after)), OVERLAP - 1, -1)
    same = next((size for size in sizes if before[-size:] == after[:size]), 0)
    both = [*before, *after[same:]]
    return " ".join(both) if same and len(both) <= READABLE else ""
