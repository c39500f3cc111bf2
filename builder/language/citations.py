"""Citations of law in running text: "12 kap. 1 och 2 §§ HSL", "9 § 8 och 9 LSS", "1 § samma lag".

A reference belongs to the act named after it, right before it, or last. Patterns have counted repetitions only,
so that the time grows with the text's length.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.language.law_sections import GAP, Reference, chains
from builder.language.laws import DEFINITE_LAW_WORD, Mention
from builder.language.spelling import did_you_mean
from builder.library import Law
from builder.model import LawUse

__all__ = ["Citation", "Cited", "Fault", "cite"]

TO_LAW = re.compile(rf"{GAP}(?:\(|i{GAP}|enligt{GAP}|av{GAP})?")
SAME = re.compile(rf"(?:(?:samma|nämnda|den|denna|sistnämnda){GAP}(?:lag|förordning|balk)(?:en)?|lagen|förordningen)\b")
UNKNOWN = re.compile(
    rf"(?:lagen|förordningen)(?:{GAP}\(\d{{4}}:\d{{1,5}}\))?{GAP}om(?:{GAP}[\w-]+){{1,6}}|{DEFINITE_LAW_WORD}(?!\w)"
    r"|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}[A-ZÅÄÖ](?!\w)"
)
UNCHECKED = "Kontrollera paragrafen i lagtexten och lägg in den i lagar.yml."
UNREGISTERED = "Lägg in lagen i lagar.yml när någon har kontrollerat att den gäller."
Chain = tuple[Reference, ...]


class Citation(NamedTuple):
    """A place in a text that cites an act. `pieces` are (start, end, section), one for each section named."""

    start: int
    end: int
    law: str
    sections: tuple[str, ...] = ()
    pieces: tuple[tuple[int, int, str], ...] = ()

    @property
    def marks(self) -> tuple[tuple[int, int, LawUse], ...]:
        """What to mark: each section with its words, or the whole when no section is named."""
        if not self.pieces:
            return ((self.start, self.end, LawUse(self.law)),)
        starts = [self.start, *(piece[0] for piece in self.pieces[1:])]
        ends = [*(piece[1] for piece in self.pieces[:-1]), self.end]
        return tuple(
            (start, end, LawUse(self.law, piece[2]))
            for start, end, piece in zip(starts, ends, self.pieces, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a citation: a finding's code and words, and where in the text."""

    code: str
    start: int
    end: int
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cited:
    """All citations of a text, their faults, and the act named last."""

    citations: tuple[Citation, ...]
    faults: tuple[Fault, ...]
    last: str | None = None


def cite(text: str, named: Sequence[Mention], laws: Mapping[str, Law], last: str | None = None) -> Cited:
    """Read the citations of a text in which `named` acts are mentioned. `last`: the act named just before the text."""
    bound = _bind_all(text, named, last) if "§" in text or "kap" in text else []
    used = {item.mention.start for item in bound if item.mention}
    alone = [_Bound(m.start, m.end, m.law, mention=m, name=(m.start, m.end)) for m in named if m.start not in used]
    citations: list[Citation] = []
    faults: list[Fault] = []
    for item in sorted([*bound, *alone], key=lambda item: item.start):
        last = item.law
        if item.law:
            citations.append(Citation(item.start, item.end, item.law, item.sections, item.pieces))
            faults += _checked(citations[-1], laws)
        elif item.law is None:
            faults.append(Fault("L603", item.start, item.end, {"text": text[item.start : item.end]}))
        elif item.name:
            faults.append(_unregistered(text, item.name, laws))
    return Cited(tuple(citations), tuple(faults), last)


# --- binding references to acts ----------------------------------------------------------------------


class _Bound(NamedTuple):
    """References and the act they belong to: "" when the register does not hold it, None when none is named.

    `name` is where an act that is not registered is named; empty where it was named before.
    """

    start: int
    end: int
    law: str | None
    references: tuple[Reference, ...] = ()
    mention: Mention | None = None
    name: tuple[int, int] | None = None

    @property
    def sections(self) -> tuple[str, ...]:
        return tuple(section for reference in self.references for section in reference.sections)

    @property
    def pieces(self) -> tuple[tuple[int, int, str], ...]:
        return tuple(piece for reference in self.references for piece in reference.pieces)


def _bind_all(text: str, named: Sequence[Mention], last: str | None) -> list[_Bound]:
    """Every chain of references with its act: the one after it, before it, or named last."""
    starts = {mention.start: mention for mention in named}
    ends = {mention.end: mention for mention in named}
    order = [mention.start for mention in named]
    bound: list[_Bound] = []
    for chain in chains(text):
        earlier = bisect_left(order, chain[0].start)
        context = named[earlier - 1].law if earlier else last
        if bound and (not earlier or bound[-1].end > named[earlier - 1].end):
            context = bound[-1].law
        taken = bound[-1].end if bound else 0
        item = _after(text, chain, starts, context) or _before(text, chain, ends, taken)
        item = item or _unknown(text, chain) or _Bound(chain[0].start, chain[-1].end, context, chain)
        bound.append(item)
    return [item for item in bound if item.mention or any(r.sections for r in item.references)]


def _after(text: str, chain: Chain, starts: Mapping[int, Mention], context: str | None) -> _Bound | None:
    place = _law_place(text, chain)
    mention = starts.get(place)
    if mention and text[place - 1] == "(":
        return _Bound(chain[0].start, chain[-1].end, mention.law, chain)
    if mention:
        return _Bound(chain[0].start, mention.end, mention.law, chain, mention, (mention.start, mention.end))
    same = SAME.match(text, place)
    if same and not text.startswith((" om ", " ("), same.end()):
        return _Bound(chain[0].start, same.end(), context, chain)
    return None


def _before(text: str, chain: Chain, ends: Mapping[int, Mention], taken: int) -> _Bound | None:
    start = chain[0].start
    for gap in (1, 2):
        mention = ends.get(start - gap)
        if mention and mention.start >= taken and not text[start - gap : start].strip(" ,\u00a0"):
            return _Bound(mention.start, chain[-1].end, mention.law, chain, mention, (mention.start, mention.end))
    return None


def _unknown(text: str, chain: Chain) -> _Bound | None:
    match = UNKNOWN.match(text, _law_place(text, chain))
    return _Bound(chain[0].start, match.end(), "", chain, name=match.span()) if match else None


def _law_place(text: str, chain: Chain) -> int:
    """Where the name of the act would begin after a reference."""
    match = TO_LAW.match(text, chain[-1].end)
    return match.end() if match else chain[-1].end


# --- what can be wrong -------------------------------------------------------------------------------


def _unregistered(text: str, name: tuple[int, int], laws: Mapping[str, Law]) -> Fault:
    """An act that the register does not hold."""
    written = text[slice(*name)]
    known = [*laws, *(law.name for law in laws.values())]
    advice = did_you_mean(written, known, UNREGISTERED)
    return Fault("L602", *name, {"text": written, "suggestion": advice})


def _checked(citation: Citation, laws: Mapping[str, Law]) -> Iterator[Fault]:
    """What is wrong with a citation of a known act."""
    law = laws[citation.law]
    if law.repealed:
        words = {"law": law.name, "sfs": law.sfs, "date": law.repealed, "suggestion": _successor(law, laws)}
        yield Fault("L601", citation.start, citation.end, words)
    missing = [section for section in dict.fromkeys(citation.sections) if section not in law.sections]
    if law.sections and missing and not law.repealed:
        words = {"section": ", ".join(missing), "law": law.id, "suggestion": UNCHECKED}
        yield Fault("L604", citation.start, citation.end, words)


def _successor(law: Law, laws: Mapping[str, Law]) -> str:
    """Which act to cite instead."""
    after = laws.get(law.replaced_by)
    return f"Hänvisa till {after.name} ({after.sfs}) och kontrollera paragrafen." if after else "Ta bort hänvisningen."
