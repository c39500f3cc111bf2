"""The look of the slides: a wide sheet, large type, one colour. All measures are hundredths of a point."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from builder.model import Tone

__all__ = [
    "ACCENT",
    "ART",
    "BODY",
    "BODY_SIZES",
    "COLOURS",
    "EMU",
    "FOOTER",
    "FOOTER_SIZE",
    "FRONT_SIZE",
    "FRONT_SIZES",
    "FRONT_STATE",
    "FRONT_TEXT",
    "FRONT_TITLE",
    "GAP",
    "GREY",
    "INK",
    "MARK",
    "MOST_ROWS",
    "PAD",
    "PAPER",
    "SHEET",
    "STRIPE",
    "TABLE_SIZES",
    "TITLE",
    "TITLE_SIZES",
    "Place",
]


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the sheet."""

    x: int
    y: int
    width: int
    height: int


EMU: Final = 127
"""PowerPoint's units in a hundredth of a point."""

SHEET: Final = Place(0, 0, 96_000, 54_000)
TITLE: Final = Place(4_600, 2_200, 87_000, 7_000)
BODY: Final = Place(4_600, 10_800, 87_000, 38_000)
ART: Final = Place(4_600, 9_800, 87_000, 39_400)
FRONT_TITLE: Final = Place(8_000, 9_000, 80_000, 14_400)
FRONT_STATE: Final = Place(8_000, 25_200, 80_000, 3_600)
FRONT_TEXT: Final = Place(8_000, 30_400, 80_000, 18_000)
FOOTER: Final = Place(4_600, 50_200, 80_000, 2_400)
STRIPE: Final = 900
"""How wide the stripe along the left edge is."""

GAP: Final = 2_400
"""Between a text and what stands beside or under it."""

PAD: Final = 720
"""Within a table's cell, on each side."""

TITLE_SIZES: Final = (3_600, 3_200, 2_800, 2_400, 2_000, 1_600)
FRONT_SIZES: Final = (4_800, 4_000, 3_200, 2_400, 1_800)
BODY_SIZES: Final = (3_200, 2_800, 2_400, 2_000)
TABLE_SIZES: Final = (1_800, 1_600, 1_400, 1_200, 1_000)
FOOTER_SIZE: Final = 1_200
FRONT_SIZE: Final = 2_000
MOST_ROWS: Final = 8

ACCENT: Final = "1F4E79"
INK: Final = "1B2129"
GREY: Final = "595959"
MARK: Final = "9C1C1C"
PAPER: Final = "FFFFFF"
COLOURS: Mapping[Tone, str] = MappingProxyType({
    "text": INK, "faint": "404A55", "rule": "BFC7CF", "low": "EDF2F6", "medium": "F7DFA0", "high": "E79A86",
    "bar": ACCENT,
})  # fmt: skip
