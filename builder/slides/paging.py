"""Topics become slides: what stands on each, where, and how large. Nothing goes below the edge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from builder.model import Picture
from builder.pictures.lettering import lines
from builder.slides.columns import grids
from builder.slides.look import ART, BODY, BODY_SIZES, GAP, TITLE, TITLE_SIZES, Place
from builder.slides.measure import LEADING, fits, pages, rows_of, total
from builder.slides.script import Art, Grid, Line, Run, Topic

__all__ = ["Frame", "Shown", "Slide", "Words", "heading", "slides"]

SMALL = BODY_SIZES[-1]
LEAD = 40
"""Hundredths of a slide that a text may take of it above a table or picture."""

LABEL = 1_600
"""The size of what stands over a picture that has text beside it."""

NARROWEST = 24_000
"""A text beside a picture has at least so much room."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines in their place."""

    lines: tuple[Line, ...]
    size: int
    place: Place


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a table that fits on one slide, with the widths and heights of its columns and rows."""

    grid: Grid
    size: int
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in its place, with what stands over it when there is text beside it."""

    picture: Picture
    place: Place
    caption: Words | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its heading, the text and what stands under or beside it, and what the speaker can say."""

    title: str
    size: int
    words: Words | None = None
    exhibit: Frame | Shown | None = None
    asides: tuple[str, ...] = ()


def slides(topic: Topic, continued: str) -> Iterator[Slide]:
    """The slides of a topic; from the second on, the heading says that it is continued."""
    made = list(_made(topic)) or [Slide("", 0)]
    for number, slide in enumerate(made):
        more = f" ({continued})" if number else ""
        title, size, rest = heading(topic.title, more, TITLE.width, TITLE.height, TITLE_SIZES)
        asides = (*rest, *(topic.asides if not number else ()), *slide.asides)
        yield replace(slide, title=title, size=size, asides=asides)


def heading(title: str, more: str, room: int, most: int, sizes: tuple[int, ...]) -> tuple[str, int, tuple[str, ...]]:
    """A heading as it is shown, its size, and the whole of it when it had to be cut."""
    for size in sizes:
        if rows_of(title + more, size, room) * size * LEADING // 100 <= most:
            return title + more, size, ()
    size = sizes[-1]
    fits = max(1, most * 100 // (size * LEADING) - 1)
    return f"{' '.join(lines(title, room, size, 1_000_000)[:fits])}…{more}", size, (title,)


def _made(topic: Topic) -> Iterator[Slide]:
    pending: list[Line] = []
    for item in topic.items:
        match item:
            case Line():
                pending.append(item)
            case Grid():
                rest, lead = _lead(pending)
                yield from _text(rest)
                yield from _table(lead, item)
                pending = []
            case Art():
                yield from _picture(pending, item)
                pending = []
            case _:
                assert_never(item)
    yield from _text(pending)


# --- text --------------------------------------------------------------------------------------------


def _text(lines_: Sequence[Line]) -> Iterator[Slide]:
    """As large as can be on no more slides than the smallest needs."""
    made = ((size, list(pages(lines_, size, BODY.width, BODY.height))) for size in BODY_SIZES)
    fewest = len(list(pages(lines_, SMALL, BODY.width, BODY.height)))
    size, parts = next((size, parts) for size, parts in made if len(parts) <= fewest)
    for page in parts:
        yield Slide("", 0, Words(page, size, BODY), None, _asides(page))


def _asides(lines_: Sequence[Line]) -> tuple[str, ...]:
    return tuple(aside for line in lines_ for aside in line.asides)


def _lead(pending: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """What goes on slides of its own, and what stands above a table: all when it is little, else its headings."""
    text, over = _parted(pending)
    room = BODY.height * LEAD // 100
    if fits([*text, *over], SMALL, BODY.width, room):
        return (), [*text, *over]
    return (text, over) if fits(over, SMALL, BODY.width, room) else ([*text, *over], ())


def _parted(pending: Sequence[Line], caption: str = "") -> tuple[Sequence[Line], Sequence[Line]]:
    """The text, and the headings it ends with, which are those of a table or picture, with a picture's caption."""
    end = len(pending)
    while end and pending[end - 1].kind in ("section", "heading"):
        end -= 1
    return pending[:end], [*pending[end:], *([Line((Run(caption),), "heading")] if caption else [])]


def _under(lead: Sequence[Line], whole: Place) -> tuple[Words | None, Place]:
    """The text above, and the place that is left."""
    if not lead:
        return None, whole
    used = total(lead, SMALL, whole.width)
    place = Place(whole.x, whole.y, whole.width, used)
    return Words(tuple(lead), SMALL, place), Place(
        whole.x, whole.y + used + GAP // 2, whole.width, whole.height - used - GAP // 2
    )


# --- tables and pictures -----------------------------------------------------------------------------


def _table(lead: Sequence[Line], grid: Grid) -> Iterator[Slide]:
    above, place = _under(lead, BODY)
    parts = grids(grid, place.width, (place.height, BODY.height))
    for number, (part, size, widths, heights) in enumerate(parts):
        spot = place if not number else BODY
        asides = (*_asides(lead), *grid.asides) if not number else ()
        yield Slide("", 0, above if not number else None, Frame(part, size, widths, heights, spot), asides)


def _picture(pending: Sequence[Line], art: Art) -> Iterator[Slide]:
    text, over = _parted(pending, art.picture.caption)
    if not fits(over, LABEL, ART.width // 4, ART.height // 4):
        text, over = [*text, *over], []
    beside = _beside(text, over, art)
    if beside is not None:
        yield beside
        return
    if not fits(text, SMALL, ART.width, ART.height // 5):
        yield from _text(text)
        text = ()
    above, place = _under(text, ART)
    yield Slide("", 0, above, _shown(over, art, place), (*_asides([*text, *over]), *art.asides))


def _shown(over: Sequence[Line], art: Art, place: Place) -> Shown:
    """The picture, as large as there is room for under its headings."""
    used = total(over, LABEL, place.width) + LABEL // 2 if over else 0
    caption = Words(tuple(over), LABEL, replace(place, height=used)) if over else None
    rest = replace(place, y=place.y + used, height=place.height - used)
    return Shown(art.picture, _fitted(art.picture, rest), caption)


def _beside(text: Sequence[Line], over: Sequence[Line], art: Art) -> Slide | None:
    """A slide with the text to the left of the picture, when both have room."""
    shown = _shown(over, art, ART)
    room = ART.width - shown.place.width - GAP
    size = next((s for s in BODY_SIZES[-3:] if fits(text, s, room, ART.height)), None)
    if not text or room < NARROWEST or size is None:
        return None
    x = ART.x + ART.width - shown.place.width
    caption = shown.caption
    if caption is not None:
        caption = replace(caption, place=replace(caption.place, x=x, width=shown.place.width))
    said = Words(tuple(text), size, replace(ART, width=room))
    asides = (*_asides([*text, *over]), *art.asides)
    return Slide("", 0, said, Shown(art.picture, replace(shown.place, x=x), caption), asides)


def _fitted(picture: Picture, place: Place) -> Place:
    """As large as there is room for, in the middle."""
    drawn = picture.drawing
    wide, high = max(drawn.width, 1), max(drawn.height, 1)
    width = min(place.width, place.height * wide // high)
    height = min(place.height, place.width * high // wide)
    return Place(place.x + (place.width - width) // 2, place.y + (place.height - height) // 2, width, height)
