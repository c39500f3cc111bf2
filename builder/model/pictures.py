"""A drawing as plain shapes, and the picture that shows it."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Box", "Drawing", "Label", "Part", "Picture", "Stroke", "Tone"]


Tone = Literal["text", "faint", "rule", "low", "medium", "high", "bar"]
"""What a part of a drawing is for; each format has a colour for it. Nothing in a drawing is said by colour alone."""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, with an edge or without."""

    x: int
    y: int
    width: int
    height: int
    tone: Tone
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin line."""

    x1: int
    y1: int
    x2: int
    y2: int
    tone: Tone = "rule"


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line. `x` is where they begin, have their middle or end; `y` is the line they stand on."""

    x: int
    y: int
    text: str
    size: int
    tone: Tone = "text"
    anchor: Literal["start", "middle", "end"] = "start"


Part = Box | Stroke | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Parts on a sheet, later ones over earlier ones. All measures are tenths of a millimetre on paper."""

    width: int
    height: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with all that it says in words as `alt`. `key` pairs pictures in comparison, as a row's does."""

    alt: str
    drawing: Drawing
    caption: str = ""
    key: str = ""
