"""Words that only the PDF has, by language; the rest are in `builder.phrases`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["Labels", "labels", "language"]


@dataclass(frozen=True, slots=True)
class Labels:
    """The PDF's own words. `consultation`: what the reading guide says of its edition for those who are asked.
    `fates`: what is said of a section that came, went or moved."""

    consultation: tuple[str, ...]
    compared: str
    changes_since: str
    legend: str
    legend_rows: Mapping[str, str]
    reformatted: str
    crossed: str
    fates: Mapping[str, str]
    picture_fates: Mapping[str, str]


SWEDISH = Labels(
    consultation=("Där ändringar inte är markerade står skälen till klausulen ovanför den raden.",),
    compared="Jämfört med",
    changes_since="ändringar sedan {}",
    legend="Så läser du ändringarna",
    legend_rows=MappingProxyType({
        "inserted": "Tillagt är understruket.",
        "deleted": "Borttaget är genomstruket.",
        "from": "Flyttat härifrån är genomstruket med prickad linje.",
        "to": "Flyttat hit är understruket med prickad linje.",
    }),
    reformatted="ändrat utseende",
    crossed="överstruket i texten",
    fates=MappingProxyType({
        "insertion": "Nytt avsnitt",
        "deletion": "Borttaget avsnitt",
        "move-from": "Flyttat härifrån",
        "move-to": "Flyttat hit",
    }),
    picture_fates=MappingProxyType({
        "insertion": "Tillagd bild",
        "deletion": "Borttagen bild",
        "move-from": "Bilden har flyttats härifrån",
        "move-to": "Bilden har flyttats hit",
    }),
)  # fmt: skip

ENGLISH = Labels(
    consultation=("Where changes are not marked, the reasons for the clause stand above that line.",),
    compared="Compared with",
    changes_since="changes since {}",
    legend="How to read the changes",
    legend_rows=MappingProxyType({
        "inserted": "Inserted words are underlined.",
        "deleted": "Deleted words are struck through.",
        "from": "Words moved from here are struck through with a dotted line.",
        "to": "Words moved to here are underlined with a dotted line.",
    }),
    reformatted="new looks",
    crossed="crossed out in the text",
    fates=MappingProxyType({
        "insertion": "New section",
        "deletion": "Deleted section",
        "move-from": "Moved from here",
        "move-to": "Moved to here",
    }),
    picture_fates=MappingProxyType({
        "insertion": "New picture",
        "deletion": "Deleted picture",
        "move-from": "The picture was moved from here",
        "move-to": "The picture was moved to here",
    }),
)  # fmt: skip

LANGUAGES: Mapping[str, Labels] = MappingProxyType({"sv": SWEDISH, "en": ENGLISH})
CODE = re.compile(r"[a-z]{2,3}")
REGION = re.compile(r"[a-z]{2}")


def labels(name: str) -> Labels:
    """The words of a language; English for one that is not known."""
    return LANGUAGES.get(name.partition("-")[0].lower(), ENGLISH)


def language(name: str) -> tuple[str, str]:
    """The language and its region as a PDF says them; "und" for what is no code of a language."""
    code, _, region = name.lower().partition("-")
    where = region if REGION.fullmatch(region) else {"sv": "se", "en": "gb"}.get(code, "")
    return (code if CODE.fullmatch(code) else "und"), where
