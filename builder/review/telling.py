"""A reference to look at again, in plain Swedish: what, since when, by whom, what it said and says, and what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.review.stale import Stale

__all__ = ["Entry", "entry", "told"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of a reference: `what` has happened to what it points at, `when` and by whom, `said` line by line,
    and the `remedy`, with the `command` that says that it has been read."""

    what: str
    when: str
    said: tuple[str, ...]
    remedy: str
    command: str


def entry(found: Stale) -> Entry:
    """All that is told of one reference."""
    cited = found.citation
    command = f'overens review {cited.clause} --mot "{cited.target}" --granskad'
    return Entry(_what(found), _when(found), tuple(_said(found)), _remedy(found), command)


def told(found: Stale) -> tuple[str, ...]:
    """The lines of one entry, the first of them a sentence of its own."""
    one = entry(found)
    return f"{found.citation.target}: {one.what}", one.when, *one.said, one.remedy, f"  {one.command}"


def _what(found: Stale) -> str:
    match found.kind:
        case "ändrad":
            return "har ändrats i sak."
        case "nyare version":
            return f"hänvisningen gäller {found.since}. Klausulen lyder annorlunda i {found.newest}."
        case "utgår":
            return f"utgår{f' i {found.newest}' if found.newest else ''}."
        case "ändrat värde":
            return "värdet har ändrats."
        case "ändrad definition":
            return "har fått en annan definition."
        case "ändrad lag":
            return "paragrafen har ändrats."
        case "upphävd lag":
            return "lagen är upphävd."


def _when(found: Stale) -> str:
    """The day it came to read as it does, the function behind that, and when the reference was last looked at."""
    by = f" av {found.by}" if found.by else ""
    if found.newest:
        return f"{found.newest} sparades {found.came}{by}."
    match found.kind:
        case "ändrad lag" | "upphävd lag":
            done, unsaved = "Infördes i lagregistret", "Står i lagregistret, som inte är sparat än."
        case "utgår":
            done, unsaved = "Markerades så", "Markeringen är inte sparad än."
        case _:
            done, unsaved = "Ändrades", "Ändringen är inte sparad än."
    happened = f"{done} {found.came}{by}." if found.came else unsaved
    return f"{happened} Lästes senast {found.since}."


def _said(found: Stale) -> Iterator[str]:
    match found.kind:
        case "ändrat värde":
            yield f"{found.was} → {found.now}"
        case "ändrad definition":
            yield f"Löd: {found.was}"
            yield f"Lyder: {found.now}"
        case "ändrad lag":
            yield from _new_lines(found)
        case "upphävd lag":
            yield from _new_lines(found)
            yield from filter(None, [found.note])
        case "ändrad" | "nyare version" | "utgår":
            pass
    if found.line is not None:
        yield from found.line.what
        yield from (f"Varför: {why}" for why in found.line.why)


def _new_lines(found: Stale) -> Iterator[str]:
    """What a law's history has that it did not have."""
    before = set((found.was or "").split("\n"))
    yield from (line for line in (found.now or "").split("\n") if line not in before)


def _remedy(found: Stale) -> str:
    match found.kind:
        case "nyare version":
            return f"Skriv {found.newest} i länken när klausulen är läst, eller behåll {found.since}:"
        case "utgår":
            return "Hänvisa till något annat eller ta bort hänvisningen. Ska den stå kvar:"
        case "upphävd lag":
            return "Hänvisa till lagen som gäller nu. Ska hänvisningen stå kvar:"
        case "ändrad" | "ändrat värde" | "ändrad definition" | "ändrad lag":
            return "Rätta klausulen om den inte stämmer. Stämmer den:"
