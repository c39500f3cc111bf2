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
    variant: str
    variants: Mapping[str, str]
    valid_from: str
    valid_to: str
    working_group: str
    user_organisations: str
    revised_by: str
    adopted: str
    approved_by: str
    history: str
    change: str
    first_version: str
    clauses_changed: tuple[str, str]
    guide: str
    guide_clause: str
    guide_more: Mapping[str, tuple[str, ...]]
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
    variant="Upplaga",
    variants=MappingProxyType({
        "arbetsversion": "Arbetsversion", "remissversion": "Remissversion", "beslutsversion": "Beslutsversion",
        "gällande": "Gällande",
    }),
    valid_from="Giltigt från",
    valid_to="Giltigt till",
    working_group="Författande arbetsgrupp",
    user_organisations="Brukarorganisationer",
    revised_by="Ansvarig för revidering",
    adopted="Antagen",
    approved_by="Godkänd av",
    history="Revisionshistorik",
    change="Vad som har ändrats",
    first_version="Första versionen",
    clauses_changed=("Ändringar i en klausul", "Ändringar i {} klausuler"),
    guide="Så läser du dokumentet",
    guide_clause="Under varje rubrik står klausulens beteckning med liten stil, till exempel {}. Ange den i svar och "
    "protokoll: den är densamma i alla versioner. Avsnittets nummer kan ändras.",
    guide_more=MappingProxyType({
        "arbetsversion": (
            "Raden därunder säger vem klausulen gäller för och vilket lagstöd den har. Det som är ett antagande är "
            "skrivgruppens förslag. Ingen part har beslutat det.",
            "En öppen fråga står i en ruta. Parterna behöver svara på den innan texten kan beslutas.",
        ),
        "remissversion": (
            "Raden därunder säger vem klausulen gäller för, vilket lagstöd den har och vad som bara är ett förslag. "
            "Där ändringar inte är markerade står skälen till klausulen som en kommentar vid rubriken.",
            "En fråga till remissinstanserna står i en numrerad ruta. Ange frågans nummer i svaret.",
            "Raderna i överenskommelsens egen text är numrerade. Det som du ändrar i filen syns som spårade ändringar.",
        ),
    }),
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
    variant="Edition",
    variants=MappingProxyType({
        "arbetsversion": "Working edition", "remissversion": "Consultation edition",
        "beslutsversion": "Edition for decision", "gällande": "In force",
    }),
    valid_from="Valid from",
    valid_to="Valid to",
    working_group="Written by",
    user_organisations="User organisations",
    revised_by="Responsible for revision",
    adopted="Adopted",
    approved_by="Approved by",
    history="Edition history",
    change="What has changed",
    first_version="The first version",
    clauses_changed=("Changes in one clause", "Changes in {} clauses"),
    guide="How to read this document",
    guide_clause="Under each heading the clause's reference stands in small print, such as {}. Use it in answers and "
    "minutes: it is the same in all versions. The number of a section may change.",
    guide_more=MappingProxyType({
        "arbetsversion": (
            "The line below says whom the clause binds and its legal basis. What is assumed is a proposal of the "
            "writing group. No party has decided it.",
            "An open question stands in a box. The parties need to answer it before a decision.",
        ),
        "remissversion": (
            "The line below says whom the clause binds, its legal basis and what is only proposed. Where changes "
            "are not marked, the reasons for the clause stand as a comment on its heading.",
            "A question to those consulted stands in a numbered box. Give its number in the answer.",
            "The lines of the agreement's own text are numbered. What you change in the file shows as tracked changes.",
        ),
    }),
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
