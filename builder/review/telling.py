"""A reference to look at again, in plain Swedish: what, since when, and what it said and says."""

from collections.abc import Iterator

from builder.review.stale import Stale

__all__ = ["told"]


def told(found: Stale) -> tuple[str, ...]:
    """The lines of one entry, the first of them a sentence of its own."""
    return tuple(_told(found))


def _told(found: Stale) -> Iterator[str]:
    target, since = found.citation.target, found.since
    match found.kind:
        case "ändrad":
            yield f"{target}: har ändrats i sak sedan {since}."
        case "nyare version":
            yield f"{target}: hänvisningen gäller {since}. Klausulen lyder annorlunda i {found.newest}."
        case "utgår":
            yield f"{target}: utgår{f' i {found.newest}' if found.newest else ''}."
        case "ändrat värde":
            yield f"{target}: värdet har ändrats sedan {since}."
            yield f"{found.was} → {found.now}"
        case "ändrad definition":
            yield f"{target}: har fått en annan definition sedan {since}."
            yield f"Löd: {found.was}"
            yield f"Lyder: {found.now}"
        case "ändrad lag":
            yield f"{target}: har ändrats sedan {since}."
            yield from _new_lines(found)
        case "upphävd lag":
            yield f"{target}: lagen är upphävd."
            yield from _new_lines(found)
            yield from filter(None, [found.note])
    if found.line is not None:
        yield from found.line.what
        yield from (f"Varför: {why}" for why in found.line.why)


def _new_lines(found: Stale) -> Iterator[str]:
    """What a law's history has that it did not have."""
    before = set((found.was or "").split("\n"))
    yield from (line for line in (found.now or "").split("\n") if line not in before)
