"""Steps from above, each in a box: who does it, and what. Each that acts has an edge of its own for its boxes, so that
it is seen where one hands over to another.
"""

from collections.abc import Iterator, Sequence

from builder.model import Box, Drawing, Label, Part, Picture, Stroke
from builder.pictures.lettering import LINE, NARROW, SIZE, SMALL, lines

__all__ = ["Step", "steps"]

Step = tuple[str, str, str]
"""Its number, who acts (may be nobody in particular), and what is done."""

EDGE, PAD, GAP, TIP = 10, 18, 50, 14
IN, MOST_IN = 60, 300
"""How far each next actor's boxes are moved in, and how far at most in all."""


def steps(found: Sequence[Step], *, caption: str = "", key: str = "") -> Picture:
    """The steps in the order given."""
    told = (f"{_named(step)}: {step[2].rstrip('.')}." for step in found)
    return Picture(" ".join(told), _drawn(found), caption, key)


def _drawn(found: Sequence[Step]) -> Drawing:
    actors = list(dict.fromkeys(who for _, who, _ in found))
    each = min(IN, MOST_IN // max(len(actors) - 1, 1))
    room = NARROW - 2 * EDGE - each * (len(actors) - 1)
    parts: list[Part] = []
    y, before = EDGE, 0
    for number, step in enumerate(found):
        x = EDGE + each * actors.index(step[1])
        if number:
            parts += _arrow(max(before, x) + room // 2, y)
            y += GAP
        height = _height(step, room)
        parts += _box(step, x, y, room, height)
        y, before = y + height, x
    return Drawing(NARROW, y + EDGE, tuple(parts))


def _arrow(x: int, y: int) -> Iterator[Part]:
    end = y + GAP - 4
    yield Stroke(x, y, x, end, "faint")
    yield Stroke(x - TIP, end - TIP, x, end, "faint")
    yield Stroke(x + TIP, end - TIP, x, end, "faint")


def _head(step: Step, room: int) -> tuple[str, ...]:
    return lines(_named(step), room - 2 * PAD, SIZE, 2)


def _named(step: Step) -> str:
    """A step's number, or the name it has for one, and who acts."""
    number, who, _ = step
    return f"{number}{'.' if number[:1].isdecimal() else ':'} {who}".rstrip(". :" if not who else " ")


def _done(step: Step, room: int) -> tuple[str, ...]:
    return lines(step[2], room - 2 * PAD, SMALL)


def _height(step: Step, room: int) -> int:
    return LINE * (len(_head(step, room)) + len(_done(step, room))) + 2 * PAD + PAD


def _box(step: Step, x: int, y: int, room: int, height: int) -> Iterator[Part]:
    head = _head(step, room)
    first = LINE * len(head) + PAD
    yield Box(x, y, room, height, "low", edge=True)
    for n, text in enumerate(head):
        yield Label(x + PAD, y + PAD // 2 + SIZE + LINE * n, text, SIZE)
    yield Stroke(x, y + first, x + room, y + first, "text")
    for n, text in enumerate(_done(step, room)):
        yield Label(x + PAD, y + first + PAD // 2 + SIZE + LINE * n, text, SMALL)
