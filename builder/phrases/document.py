"""The words of a document's text and tables, by language."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["ENGLISH", "SWEDISH", "Phrases", "day_in_words", "phrases"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every word that a writer adds to what the writing group wrote."""

    section: str
    annex: str
    responsible: str
    basis: str
    source: str
    missing: str
    question: str
    alternatives: str
    asked: str
    assumed: str
    undecided_value: str
    undecided_values: str
    motive: str
    contents: str
    version: str
    status: str
    date: str
    draft: str
    working_copy: str
    commit: str
    checksum: str
    diary: str
    agreement: str
    parties: str
    signatures: str
    place_and_date: str
    signature: str
    name_in_print: str
    glossary: str
    term: str
    meaning: str
    parameters: str
    parameter: str
    value: str
    locked_or_question: str
    locked_by: str
    process_cards: str
    cards_note: str
    step: str
    who: str
    does: str
    when: str
    party: str
    code: str
    description: str
    note: str
    page: str
    of: str
    inserted: str
    deleted: str
    moved: str
    chapter: str
    document_control: str
    continued: str
    front_page: str
    title_prompt: str
    text_prompt: str
    footer: str
    slide: str
    picture: str
    table: str
    levels: tuple[str, str, str]
    grid: str
    grid_level: str
    none_there: str
    outside_grid: str
    timeline: str
    from_to: str
    unclear_dates: str
    quarter: str
    months: tuple[str, ...]
    choose_value: str
    write_day: str


SWEDISH_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

SWEDISH = Phrases(
    section="avsnitt",
    annex="Bilaga",
    responsible="Ansvarig",
    basis="Stöd",
    source="Källa",
    missing="saknas",
    question="Öppen fråga",
    alternatives="Alternativ",
    asked="Fråga {} till remissinstanserna",
    assumed="Förslag, ej beslutat",
    undecided_value="Ej beslutat värde",
    undecided_values="Ej beslutade värden",
    motive="Motiv",
    contents="Innehåll",
    version="Version",
    status="Status",
    date="Datum",
    draft="Utkast",
    working_copy="arbetskopia",
    commit="Textens id",
    checksum="Kontrollsumma",
    diary="Diarienummer",
    agreement="Överenskommelse",
    parties="Parter",
    signatures="Underskrifter",
    place_and_date="Ort och datum",
    signature="Underskrift",
    name_in_print="Namnförtydligande",
    glossary="Begreppslista",
    term="Begrepp",
    meaning="Betydelse",
    parameters="Tider, åldrar och belopp",
    parameter="Vad det gäller",
    value="Värde",
    locked_or_question="Låst av eller öppen fråga",
    locked_by="Låst av",
    process_cards="Processkort",
    cards_note="Varje kort visar stegen i en klausul. Det är klausulen som gäller.",
    step="Steg",
    who="Vem",
    does="Gör",
    when="När",
    party="Part",
    code="Kod",
    description="Beskrivning",
    note="Fotnot",
    page="Sida",
    of="av",
    inserted="Tillagt",
    deleted="Borttaget",
    moved="Flyttat",
    chapter="Kapitel",
    document_control="Om dokumentet",
    continued="forts.",
    front_page="Förstasida",
    title_prompt="Rubrik",
    text_prompt="Text",
    footer="Sidfot",
    slide="Bild nummer",
    picture="Bild",
    table="Tabell",
    levels=("Hög", "Medel", "Låg"),
    grid="Rutnät med två tal från 1 till {most}: {x} vågrätt och {y} lodrätt.",
    grid_level="{level} (talens produkt är minst {least}): {listed}.",
    none_there="inga",
    outside_grid="Utanför rutnätet",
    timeline="Tidslinje med {bars} rader, från {first} till {last}.",
    from_to="{first} till {last}",
    unclear_dates="oklara datum",
    quarter="K",
    months=SWEDISH_MONTHS,
    choose_value="Välj ett av värdena i listan.",
    write_day="Skriv dagen med år, månad och dag, till exempel 2027-03-31.",
)

ENGLISH = Phrases(
    section="section",
    annex="Annex",
    responsible="Responsible",
    basis="Legal basis",
    source="Source",
    missing="none",
    question="Open question",
    alternatives="Alternatives",
    asked="Question {} to those consulted",
    assumed="Proposed, not decided",
    undecided_value="Value not decided",
    undecided_values="Values not decided",
    motive="Reason",
    contents="Contents",
    version="Version",
    status="Status",
    date="Date",
    draft="Draft",
    working_copy="working copy",
    commit="Text id",
    checksum="Checksum",
    diary="Registration number",
    agreement="Agreement",
    parties="Parties",
    signatures="Signatures",
    place_and_date="Place and date",
    signature="Signature",
    name_in_print="Name in print",
    glossary="Glossary",
    term="Term",
    meaning="Meaning",
    parameters="Times, ages and amounts",
    parameter="What it concerns",
    value="Value",
    locked_or_question="Set by law or open question",
    locked_by="Set by",
    process_cards="Process cards",
    cards_note="Each card shows the steps of a clause. It is the clause that applies.",
    step="Step",
    who="Who",
    does="Does",
    when="When",
    party="Party",
    code="Code",
    description="Description",
    note="Note",
    page="Page",
    of="of",
    inserted="Inserted",
    deleted="Deleted",
    moved="Moved",
    chapter="Chapter",
    document_control="About this document",
    continued="cont.",
    front_page="First slide",
    title_prompt="Heading",
    text_prompt="Text",
    footer="Footer",
    slide="Slide number",
    picture="Picture",
    table="Table",
    levels=("High", "Medium", "Low"),
    grid="Grid of two numbers from 1 to {most}: {x} across and {y} upwards.",
    grid_level="{level} (the product is at least {least}): {listed}.",
    none_there="none",
    outside_grid="Outside the grid",
    timeline="Timeline with {bars} rows, from {first} to {last}.",
    from_to="{first} to {last}",
    unclear_dates="unclear dates",
    quarter="Q",
    months=ENGLISH_MONTHS,
    choose_value="Choose one of the values in the list.",
    write_day="Write the day as year, month and day, for example 2027-03-31.",
)

LANGUAGES: Mapping[str, Phrases] = MappingProxyType({"sv": SWEDISH, "en": ENGLISH})


def phrases(language: str) -> Phrases:
    """The words of a language ("sv", "sv-SE", "en" …)."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)


def day_in_words(date: str, language: str) -> str:
    """An ISO date in words: 2028-01-01 → 1 januari 2028. Anything else as it is."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{day.day} {phrases(language).months[day.month - 1]} {day.year}"
