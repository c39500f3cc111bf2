"""What the agreements say as tables for programs: clauses, who is responsible, values, decisions, versions, changes,
and the registers that documents show."""

from collections.abc import Iterator
from dataclasses import dataclass

from builder.decisions import signing_parties
from builder.library import Library
from builder.model import Document, Section, plain_text, words
from builder.records import Record, RecordColumn, value_texts
from builder.rows import Source, rows
from builder.web.exhibits import table_name
from builder.web.history import NO_PAST, Past, Pasts
from builder.web.site import Site
from builder.web.validity import standing

__all__ = ["Cell", "Column", "DataSet", "data_sets"]

Cell = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the files, and what stands in it."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DataSet:
    """A table with a name for its files, what it is about in a sentence, and its rows."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


Columns = tuple[tuple[str, str], ...]

AGREEMENT: Columns = (("avtal", "Avtalets id."),)
CLAUSE: Columns = (
    ("klausul", "Klausulens id, som aldrig ändras."),
    ("nummer", "Klausulens nummer i texten som den är nu. Numret kan ändras."),
    ("rubrik", "Klausulens rubrik."),
)
CLAUSES: Columns = (
    *AGREEMENT,
    *CLAUSE,
    ("ansvarig", "Id för dem som är bundna, se parterna."),
    ("typ", "Vad klausulen är: ansvar, kostnad, process …"),
    ("boende", "De slag av boende som klausulen gäller. Tomt: alla."),
    ("lagstöd", "Paragrafer som klausulen vilar på."),
    ("källa", "Var uppgifterna kommer från: känd, extern eller antagande. Ett antagande är ett förslag."),
    ("öppna_frågor", "Antal frågor i klausulen som parterna inte har svarat på."),
    ("ändrad_i", "Den senaste version som ändrade klausulen. Tomt: oförändrad sedan den första."),
    ("ändrad_datum", "Versionens datum."),
    ("ord", "Antal ord i klausulens text."),
    ("text", "Klausulens text utan länkar, med styckena efter varandra."),
)
DUTIES: Columns = (
    *AGREEMENT,
    *CLAUSE,
    ("part", "Id för den som är bunden."),
    ("part_namn", "Namnet på den som är bunden."),
    ("part_slag", "Region, kommun eller roll."),
    ("typ", "Vad klausulen är: ansvar, kostnad, process …"),
)
PARTIES: Columns = (
    ("part", "Id."), ("namn", "Namn."), ("slag", "Region, kommun eller roll."), ("kod", "Läns- eller kommunkod."),
    ("ingår_i", "Den part eller roll som den är en del av."), ("beslutar", "Ja för en part som ska besluta."),
)  # fmt: skip
PARAMETERS: Columns = (
    ("parameter", "Id."), ("värde", "Värdet med enhet, som det står i texten."), ("betydelse", "Vad värdet är."),
    ("källa", "Var värdet kommer från."), ("låst_av", "Lagen som bestämmer värdet, om någon gör det."),
    ("fråga", "Den öppna frågan om värdet, om det finns någon."),
)  # fmt: skip
DECISIONS: Columns = (
    *AGREEMENT,
    ("part", "Id för parten."), ("part_namn", "Partens namn."), ("kod", "Läns- eller kommunkod."),
    ("version", "Versionen som beslutet gäller."), ("organ", "Vem som beslutar."), ("datum", "Mötets dag."),
    ("utfall", "Bifall, bifall med ändring, avslag eller återremiss. Tomt: inte beslutat."),
    ("paragraf", "Paragrafen i protokollet."), ("diarienummer", "Partens diarienummer."),
    ("anslaget", "Dagen då protokollet anslogs."), ("laga_kraft", "Dagen då beslutet inte längre kan överklagas."),
)  # fmt: skip
VERSIONS: Columns = (
    *AGREEMENT,
    ("version", "Versionens namn."), ("datum", "Dagen då texten sparades."),
    ("status", "Versionens status nu: utkast, remiss, gällande, upphävd …"),
    ("diarienummer", "Versionens diarienummer."),
    ("fingeravtryck", "Kontrollsumma för hela texten."),
)  # fmt: skip
CHANGES: Columns = (
    *AGREEMENT,
    ("från", "Den äldre versionen. ”Arbetskopia” och ”mellanversion” är texten som skrivs nu."),
    ("till", "Den nyare versionen."), ("datum", "Den nyare versionens datum."), *CLAUSE,
    ("hände", "Ny, ändrad, flyttad, utgår …"),
    ("grad", "Hur mycket ändringen betyder: i sak, liten eller redaktionell. Graden räknas ut av programmet."),
    ("vad", "Vad som ändrades."), ("varför", "Skälen som är angivna."),
)  # fmt: skip


def data_sets(site: Site, known: Pasts = NO_PAST) -> tuple[DataSet, ...]:
    """All tables of the site, those about agreements first, then the registers that documents show."""
    library = site.library
    made = (
        _set("klausuler", "Klausuler", "En rad för varje klausul i varje avtal.", CLAUSES, _clauses(site, known)),
        _set("ansvar", "Ansvar", "En rad för var och en som en klausul binder.", DUTIES, _duties(site)),
        _set("parter", "Parter och roller", "De som klausulerna kan binda.", PARTIES, _parties(library)),
        _set("parametrar", "Tider, åldrar och belopp", "Alla värden i texterna.", PARAMETERS, _parameters(library)),
        _set("beslut", "Beslut", "Parternas beslut om avtalen.", DECISIONS, _decisions(site)),
        _set("versioner", "Versioner", "De sparade versionerna.", VERSIONS, _versions(library)),
        _set("andringar", "Ändringar", "En rad för varje ändring i varje version.", CHANGES, _changes(site)),
    )
    return (*made, *_registers(site, frozenset(one.name for one in made)))


def _set(name: str, title: str, about: str, columns: Columns, found: Iterator[tuple[Cell, ...]]) -> DataSet:
    return DataSet(name, title, about, tuple(Column(*column) for column in columns), tuple(found))


def _sections(site: Site) -> Iterator[tuple[Document, Section]]:
    return ((doc, section) for doc in site.own for section in doc.sections if section.kind == "clause")


def _named(document: Document, section: Section) -> tuple[str, str, str, str]:
    return document.edition.agreement or document.name, section.id, section.number, words(section.title)


def _clauses(site: Site, known: Pasts) -> Iterator[tuple[Cell, ...]]:
    for document, section in _sections(site):
        facts = section.facts
        text = [*plain_text(section)][1:]
        said = facts.responsible, facts.kind, facts.housing, facts.basis, facts.source, len(facts.questions)
        changed = _last(known.get((document.name, section.id)))
        yield (*_named(document, section), *said, *changed, sum(len(part.split()) for part in text), "\n".join(text))


def _last(past: Past | None) -> tuple[str, str]:
    return (past.steps[0].edition.version, past.steps[0].edition.date) if past and past.steps else ("", "")


def _duties(site: Site) -> Iterator[tuple[Cell, ...]]:
    for document, section in _sections(site):
        for name in section.facts.responsible:
            party = site.library.parties.get(name)
            said = (party.name, party.kind) if party else ("", "")
            yield (*_named(document, section), name, *said, section.facts.kind)


def _parties(library: Library) -> Iterator[tuple[Cell, ...]]:
    signing = {party.id for party in signing_parties(library)}
    for row in library.parties.values():
        yield row.id, row.name, row.kind, row.code, row.part_of, "ja" if row.id in signing else "nej"


def _parameters(library: Library) -> Iterator[tuple[Cell, ...]]:
    for row in library.parameters.values():
        yield row.id, row.value, row.meaning, row.source, row.locked_by, row.question


def _decisions(site: Site) -> Iterator[tuple[Cell, ...]]:
    for row in site.library.decisions:
        party = site.library.parties.get(row.party)
        who = (row.party, party.name, party.code) if party else (row.party, "", "")
        said = row.version, row.body, row.date, row.outcome, row.section, row.diary, row.announced, row.final
        yield (row.agreement, *who, *said)


def _versions(library: Library) -> Iterator[tuple[Cell, ...]]:
    for row in library.versions:
        mine = tuple(version for version in library.versions if version.agreement == row.agreement)
        yield row.agreement, row.label, row.date, standing(row, mine), row.diary, row.fingerprint


def _changes(site: Site) -> Iterator[tuple[Cell, ...]]:
    for compared in site.compared:
        if compared.old is None or compared.supporting:
            continue
        about = compared.agreement or compared.name, compared.old.version, compared.new.version, compared.new.date
        for told in (change.line for change in compared.told):
            yield (*about, told.id, told.number, told.clause, told.happened, told.grade, told.what, told.why)


def _registers(site: Site, taken: frozenset[str]) -> Iterator[DataSet]:
    """The registers whose tables stand in a document of the site."""
    shown = {table_name(section) for document in site.documents for section in document.sections}
    for name, spec in site.library.tables.items():
        if name in shown and name not in taken and spec.source in site.library.records:
            columns = [column for column in spec.columns if column.is_written]
            records = rows(spec, Source(site.library))
            about, named = "Registret som det står i dokumenten.", (("id", "Radens id."), *map(_meaning, columns))
            yield _set(name, spec.title, about, named, (_record(record, columns) for record in records))


def _record(record: Record, columns: list[RecordColumn]) -> tuple[Cell, ...]:
    return record.id, *(value_texts(record, column.name) for column in columns)


MEANINGS = {"klausul": "Klausulens id.", "part": "Id för parter eller roller.", "lag": "Paragrafer.",
            "datum": "Dag.", "heltal": "Heltal."}  # fmt: skip


def _meaning(column: RecordColumn) -> tuple[str, str]:
    kind = f"En av: {', '.join(column.values)}." if column.values else MEANINGS.get(column.kind, "")
    return column.name, " ".join(filter(None, (f"{column.title}.", kind)))
