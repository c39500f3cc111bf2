"""Words that only the Word file has, by language; the rest are in `builder.phrases`."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["Labels", "labels", "locale"]


@dataclass(frozen=True, slots=True)
class Labels:
    """The Word file's own words. `consultation`: what the reading guide says of its edition for those who are asked."""

    consultation: tuple[str, ...]
    end: str
    links: str
    table: str
    changes_since: str


SWEDISH = Labels(
    consultation=(
        "Där ändringar inte är markerade står skälen till klausulen som en kommentar vid rubriken.",
        "Raderna i överenskommelsens egen text är numrerade. Det som du ändrar i filen syns som spårade ändringar.",
    ),
    end="Slut på dokumentet",
    links="Raderna i innehållet är länkar till avsnitten.",
    table="Tabell med kolumnerna",
    changes_since="ändringar sedan {} är markerade",
)

ENGLISH = Labels(
    consultation=(
        "Where changes are not marked, the reasons for the clause stand as a comment on its heading.",
        "The lines of the agreement's own text are numbered. What you change in the file shows as tracked changes.",
    ),
    end="End of document",
    links="The lines of the contents are links to the sections.",
    table="Table with the columns",
    changes_since="changes since {} are marked",
)

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
