"""What a change rests on: words that went and words that came, as a reader is told of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from builder.changes.edits import WORD, Edit, Side
from builder.changes.snippet import cut, glance, label, pinned, reference, sentences, snippet
from builder.changes.weighed import PLACES, Matter
from builder.model import Text

__all__ = ["Cause", "joined", "other_words", "standing", "told_whole", "words_of"]

SHORT = 8
"""Words in a sentence that is told whole, whatever changed in it."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What makes a change one that binds: the words that went and the words that came, either may be empty. `unit`:
    what a number counts. `said`: the words around, where something only came or only went. `stays`: a law that is
    cited in another place too, before and after. `sentence`: the one it stands in, before and after, where that stays.
    `rewritten`: the same in few words, where other words took the place of what went."""

    matter: Matter
    old: str = ""
    new: str = ""
    unit: str = ""
    said: str = field(default="", compare=False)
    stays: bool = False
    sentence: tuple[str, str] = field(default=("", ""), compare=False)
    rewritten: tuple[str, str] = field(default=("", ""), compare=False)


def standing(edit: Edit) -> tuple[str, str]:
    """The sentence that stays and that the edit is in, before and after; in a half of a move the one that is there.
    Nothing where sentences came or went."""
    if not (edit.spans and edit.is_inside):
        return "", ""
    old, new = sentences(edit)
    return ("" if edit.is_half and edit.new else old), ("" if edit.is_half and edit.old else new)


def told_whole(edit: Edit) -> tuple[str, str]:
    """The sentence before and after, where other words took the place of what went or it is short; else nothing."""
    if edit.is_half or not (edit.spans and edit.is_inside) or edit.kind not in ("text", "heading", "caption"):
        return "", ""
    sides = [words_of(joined(texts)) for texts in (edit.old, edit.new)]
    around = [len(words_of(text)) for text in sentences(edit)]
    return glance(edit) if all(sides) or (all(around) and max(around) <= SHORT) else ("", "")


def other_words(found: Sequence[Edit]) -> Iterator[Cause]:
    """The words that changed, place by place; a sentence with several changes, or a short one, is told whole."""
    changed = [edit for edit in found if words_of(joined(edit.old)) != words_of(joined(edit.new))]
    told = [(edit, sentences(edit)) for edit in changed]
    several = {both for both, number in Counter(both for _, both in told).items() if number > 1}
    for edit, both in told:
        whole = told_whole(edit)
        one_way = not (words_of(joined(edit.old)) and words_of(joined(edit.new)))
        if all(both) and both in several and edit.is_inside and not edit.is_half:
            yield Cause("words", *both, sentence=both, rewritten=glance(edit))
        elif one_way and all(whole):
            yield Cause("words", *whole, sentence=both, rewritten=whole)
        else:
            yield _told(edit, joined(edit.old), joined(edit.new))


def _told(edit: Edit, old: str, new: str) -> Cause:
    matter: Matter = "question" if edit.kind == "question" else "words"
    if words_of(old) and words_of(new):
        if of := pinned(edit):
            return Cause("version", cut(old), cut(new), said=of)
        said = label(edit) if edit.kind == "facts" else ""
        return Cause(matter, cut(old), cut(new), said=said, sentence=standing(edit))
    side: Side = "came" if words_of(new) else "went"
    if PLACES.issuperset(words_of(new or old)):
        matter, said, shown = "reference", "", reference(edit, side)
    else:
        said, shown = snippet(edit, side, ""), cut(new or old)
    return Cause(matter, *(("", shown) if side == "came" else (shown, "")), said=said, sentence=standing(edit))


def joined(texts: Sequence[Text]) -> str:
    """Texts as one."""
    return "".join(text.text for text in texts)


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return [word.lower() for word in WORD.findall(text)]
