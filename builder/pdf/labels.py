"""Words that only the PDF has, by language; the rest are in `builder.phrases`.

The marks of a status are the same as in the Word file, which this writer does not know; a test holds them together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["Labels", "labels", "language", "mark"]


@dataclass(frozen=True, slots=True)
class Labels:
    """The PDF's own words. `fates`: what is said of a section that came, went or moved."""

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
    compared: str
    changes_since: str
    legend: str
    legend_rows: Mapping[str, str]
    reformatted: str
    fates: Mapping[str, str]
    picture_fates: Mapping[str, str]
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
    control=MappingProxyType({
        "valid_from": "Giltigt från", "valid_to": "Giltigt till", "working_group": "Författande arbetsgrupp",
        "user_organisations": "Brukarorganisationer", "revised_by": "Ansvarig för revidering",
        "adopted": "Antagen", "approved_by": "Godkänd av",
    }),
    history="Revisionshistorik",
    change="Vad som har ändrats",
    first_version="Första versionen",
    clauses_changed=("Ändringar i en klausul", "Ändringar i {} klausuler"),
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
    control=MappingProxyType({
        "valid_from": "Valid from", "valid_to": "Valid to", "working_group": "Written by",
        "user_organisations": "User organisations", "revised_by": "Responsible for revision",
        "adopted": "Adopted", "approved_by": "Approved by",
    }),
    history="Edition history",
    change="What has changed",
    first_version="The first version",
    clauses_changed=("Changes in one clause", "Changes in {} clauses"),
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


def mark(status: str, name: str) -> str:
    """What every page says of a text that is not in force; empty when it is."""
    own = labels(name)
    return own.marks.get(status, own.unknown_mark)
