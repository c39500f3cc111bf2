"""Words that only the Word file has, by language; the rest are in `builder.phrases`."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["Labels", "labels", "locale", "mark"]


@dataclass(frozen=True, slots=True)
class Labels:
    """The Word file's own words."""

    item: str
    content: str
    kind: str
    name: str
    issuing: str
    version_id: str
    end: str
    links: str
    table: str
    changes_since: str
    marks: Mapping[str, str]
    unknown_mark: str


SWEDISH = Labels(
    item="Uppgift",
    content="Innehåll",
    kind="Dokumenttyp",
    name="Dokumentnamn",
    issuing="Utfärdande parter",
    version_id="Versions-id",
    end="Slut på dokumentet",
    links="Raderna i innehållet är länkar till avsnitten.",
    table="Tabell med kolumnerna",
    changes_since="ändringar sedan {} är markerade",
    marks=MappingProxyType({
        "utkast": "UTKAST",
        "remiss": "UTKAST – REMISS",
        "beslutsförslag": "UTKAST – BESLUTSFÖRSLAG",
        "beslutad": "BESLUTAD – GÄLLER INTE ÄN",
        "upphävd": "UPPHÄVD",
        "gällande": "",
    }),
    unknown_mark="UTKAST",
)  # fmt: skip

ENGLISH = Labels(
    item="Item",
    content="Content",
    kind="Type of document",
    name="Name of document",
    issuing="Issuing parties",
    version_id="Version id",
    end="End of document",
    links="The lines of the contents are links to the sections.",
    table="Table with the columns",
    changes_since="changes since {} are marked",
    marks=MappingProxyType({
        "utkast": "DRAFT",
        "remiss": "DRAFT – FOR CONSULTATION",
        "beslutsförslag": "DRAFT – FOR DECISION",
        "beslutad": "DECIDED – NOT YET IN FORCE",
        "upphävd": "REPEALED",
        "gällande": "",
    }),
    unknown_mark="DRAFT",
)  # fmt: skip

LANGUAGES: Mapping[str, Labels] = MappingProxyType({"sv": SWEDISH, "en": ENGLISH})
REGIONS: Mapping[str, str] = MappingProxyType({
    "sv": "sv-SE", "en": "en-GB", "fi": "fi-FI", "nb": "nb-NO", "nn": "nn-NO", "da": "da-DK", "de": "de-DE",
    "fr": "fr-FR", "se": "se-SE", "is": "is-IS", "et": "et-EE", "es": "es-ES", "pl": "pl-PL", "ar": "ar-SA",
})  # fmt: skip


def labels(language: str) -> Labels:
    """The words of a language; English for one that is not known."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)


def locale(language: str) -> str:
    """The language with its region, as Word's spelling check wants it."""
    return REGIONS.get(language.lower(), language or "sv-SE")


def mark(status: str, language: str) -> str:
    """What every page says of a text that is not in force; empty when it is."""
    words = labels(language)
    return words.marks.get(status, words.unknown_mark)
