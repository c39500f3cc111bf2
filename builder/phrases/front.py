"""The words of a document's first pages, by language: the control table, the versions, how it is read, its status."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from builder.model import Edition

__all__ = ["Front", "changed_clauses", "front", "mark", "reading_guide"]


@dataclass(frozen=True, slots=True)
class Front:
    """What first pages say in every format. `control`: the rows of the control table that agreements fill in.
    `guide_more`: for an edition, what stands beside a clause and what stands in a box."""

    item: str
    content: str
    kind: str
    name: str
    issuing: str
    version_id: str
    variant: str
    variants: Mapping[str, str]
    control: Mapping[str, str]
    history: str
    change: str
    first_version: str
    clauses_changed: tuple[str, str]
    guide: str
    guide_clause: str
    guide_more: Mapping[str, tuple[str, str]]
    marks: Mapping[str, str]
    unknown_mark: str


SWEDISH = Front(
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
    control=MappingProxyType({
        "valid_from": "Giltigt från",
        "valid_to": "Giltigt till",
        "working_group": "Författande arbetsgrupp",
        "user_organisations": "Brukarorganisationer",
        "revised_by": "Ansvarig för revidering",
        "adopted": "Antagen",
        "approved_by": "Godkänd av",
    }),
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
            "Raden därunder säger vem klausulen gäller för, vilket lagstöd den har och vad som bara är ett förslag.",
            "En fråga till remissinstanserna står i en numrerad ruta. Ange frågans nummer i svaret.",
        ),
    }),
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

ENGLISH = Front(
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
    control=MappingProxyType({
        "valid_from": "Valid from",
        "valid_to": "Valid to",
        "working_group": "Written by",
        "user_organisations": "User organisations",
        "revised_by": "Responsible for revision",
        "adopted": "Adopted",
        "approved_by": "Approved by",
    }),
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
            "The line below says whom the clause binds, its legal basis and what is only proposed.",
            "A question to those consulted stands in a numbered box. Give its number in the answer.",
        ),
    }),
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

LANGUAGES: Mapping[str, Front] = MappingProxyType({"sv": SWEDISH, "en": ENGLISH})


def front(language: str) -> Front:
    """The words of a language; English for one that is not known."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)


def mark(status: str, language: str) -> str:
    """What every page says of a text that is not in force; empty when it is."""
    said = front(language)
    return said.marks.get(status, said.unknown_mark)


def changed_clauses(said: Front, place: int, changed: int) -> str:
    """What a row of the versions says: `place` is its place among them, `changed` how many clauses changed in it."""
    if place == 0:
        return said.first_version
    one, many = said.clauses_changed
    return one if changed == 1 else many.format(changed) if changed else "–"


def reading_guide(said: Front, edition: Edition, clause: str, consultation: Sequence[str]) -> Iterator[str]:
    """How an agreement's own text is read, a paragraph each; nothing for others. `clause` is the id of one of its
    clauses. `consultation`: what the format does in the edition for those who are asked, first with their reasons."""
    if not clause or not edition.agreement or edition.supporting or edition.variant not in said.guide_more:
        return
    beside, boxes = said.guide_more[edition.variant]
    reasons, *rest = consultation if edition.variant == "remissversion" else ("",)
    yield said.guide_clause.format(clause)
    yield f"{beside} {reasons}".rstrip()
    yield boxes
    yield from rest
