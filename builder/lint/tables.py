"""Rules for tables: rows that point at what is gone, that disagree with their clause, or that nobody is shown."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from builder.finding import Finding
from builder.language.spelling import did_you_mean
from builder.library import Assembly, Exhibit, Library
from builder.lint.analysis import Analysis
from builder.markdown import misplaced_captions
from builder.model import Position, Table, words
from builder.records import SEARCH_WORDS, ColumnKind, PictureSpec, Record, RecordColumn, TableSpec, Value
from builder.rows import clauses_of

__all__ = [
    "crowded_tables", "disagreeing_rows", "lost_questions", "lost_rows", "misplaced_titles",
    "undrawn_pictures", "unfilled_columns", "unshown_tables",
]  # fmt: skip

MOST_COLUMNS = 14
"""A column of a page on its side is then as wide as a word of eight letters."""

SHOWN = 60
"""Letters of a text that a finding shows."""

KINDS: Mapping[str, tuple[ColumnKind, ...]] = {"heltal": ("heltal",), "datum": ("datum",), "text": ("text", "val")}


def lost_rows(analysis: Analysis) -> Iterator[Finding]:
    """K201 and R701: a row that names a clause or a party that is not there."""
    library = analysis.library
    for record, column in _written(library):
        for value in record.fields.get(column.name, ()):
            if value.position is None:
                continue
            if column.kind == "klausul" and not _is_clause(value.text, library):
                known = (*library.clauses, *library.broken)
                advice = did_you_mean(value.text, known, "Rätta raden, eller ta bort den.")
                yield Finding("K201", value.position, {"clause": value.text, "suggestion": advice})
            elif column.kind == "part" and library.parties and value.text not in library.parties:
                otherwise = f"Parter som finns: {', '.join(sorted(library.parties))}."
                advice = did_you_mean(value.text, library.parties, otherwise)
                yield Finding("R701", value.position, {"party": value.text, "suggestion": advice})


def disagreeing_rows(analysis: Analysis) -> Iterator[Finding]:
    """R709: a row that names another party than the clause it points at."""
    library = analysis.library
    for record, column in _written(library):
        if not column.agrees_with:
            continue
        bound = [party for clause in clauses_of(record, library) for party in clause.facts.responsible]
        for value in record.fields.get(column.name, ()):
            if bound and value.position and not _agrees(value, bound, library):
                yield Finding("R709", value.position, _disagreement(record, column, value, bound, library))


def unshown_tables(analysis: Analysis) -> Iterator[Finding]:
    """R708: a table that no document shows, and that no other table, picture or view is made of."""
    library = analysis.library
    used = {spec.source for spec in library.tables.values() if spec.source != spec.id}
    used |= {SEARCH_WORDS, *(picture.source for picture in library.pictures.values())}
    used |= {name for view in library.views.values() for name in (view.source, view.facts)}
    for assembly in library.assemblies.values():
        used |= {*assembly.annexes, *_shown(assembly)}
    for spec in library.tables.values():
        if spec.id not in used and spec.position is not None:
            yield Finding("R708", spec.position, {"table": spec.id})


def unfilled_columns(analysis: Analysis) -> Iterator[Finding]:
    """R710: a column whose rows cannot say anything: fetched without a clause, or a product of what is not
    there. Or one that is compared by a column that is not there."""
    tables = analysis.library.tables
    for spec in tables.values():
        names = {column.name for column in tables.get(spec.source, spec).columns}
        for column in spec.columns:
            reason = _reason(column, names, analysis.library)
            if reason and column.position is not None:
                words = {"column": column.name, "table": spec.id, "reason": reason[0], "suggestion": reason[1]}
                yield Finding("R710", column.position, words)


def crowded_tables(analysis: Analysis) -> Iterator[Finding]:
    """T313: a table of more columns than a page has room for, in a clause or made of a register."""
    library = analysis.library
    for spec in library.tables.values():
        yield from _crowded(len(spec.columns), spec.position)
    for clause in library.clauses.values():
        for block in clause.body:
            if isinstance(block, Table):
                yield from _crowded(len(block.alignment), block.position or Position(clause.path, clause.body_line))


def _crowded(columns: int, place: Position | None) -> Iterator[Finding]:
    if columns > MOST_COLUMNS and place is not None:
        yield Finding("T313", place, {"columns": str(columns), "most": str(MOST_COLUMNS)})


def misplaced_titles(analysis: Analysis) -> Iterator[Finding]:
    """T315: a caption that no table follows."""
    for clause in analysis.library.clauses.values():
        for paragraph in misplaced_captions(clause.body):
            said = " ".join(words(paragraph.content).split())
            text = said if len(said) <= SHOWN else f"{said[:SHOWN].rstrip()} …"
            yield Finding("T315", paragraph.position or Position(clause.path, clause.body_line), {"text": text})


def undrawn_pictures(analysis: Analysis) -> Iterator[Finding]:
    """R711: a picture that names a column which its table does not have, or has of another kind."""
    library = analysis.library
    for picture in library.pictures.values():
        table = library.tables.get(picture.source)
        for key, name, kind in _drawn(picture) if table else ():
            known = [column.name for column in table.columns if column.kind in KINDS[kind]] if table else []
            if name not in known and picture.position is not None:
                choice = f"Kolumner med {kind}: {', '.join(known) or 'inga'}."
                words = {
                    "picture": picture.id,
                    "key": key,
                    "column": name or "–",
                    "kind": kind,
                    "table": picture.source,
                }
                advice = did_you_mean(name, known, choice) if name else choice
                yield Finding("R711", picture.position, {**words, "suggestion": advice})


def _drawn(picture: PictureSpec) -> tuple[tuple[str, str, str], ...]:
    """The keys of a picture with the column each names and what that must hold."""
    match picture.kind:
        case "matris":
            return ("vågrätt", picture.x, "heltal"), ("lodrätt", picture.y, "heltal")
        case "tidslinje":
            return ("text", picture.label, "text"), ("från", picture.start, "datum"), ("till", picture.end, "datum")
        case kind:
            assert_never(kind)


def lost_questions(analysis: Analysis) -> Iterator[Finding]:
    """R712: an open question without a row in the table that lists them, or a row without its question."""
    library = analysis.library
    for spec in library.tables.values():
        if not spec.keyed_by:
            continue
        rows = {record.id.lower(): record.position for record in library.records.get(spec.source, ())}
        asked = {q.id.lower(): (q.id, q.position) for c in library.clauses.values() for q in c.facts.questions}
        for key, (id_, place) in asked.items():
            if key not in rows and place is not None:
                advice = f"Lägg till raden ”{key}” i clauses/register/{spec.source}.yml."
                yield Finding(
                    "R712", place, {"what": "Frågan", "question": id_, "missing": "rad", "suggestion": advice}
                )
        for key, place in rows.items():
            if key not in asked and place is not None:
                advice = did_you_mean(key, asked, "Ta bort raden, eller ställ frågan i en klausul.")
                words = {"what": "Raden", "question": key, "missing": "fråga i någon klausul", "suggestion": advice}
                yield Finding("R712", place, words)


def _reason(column: RecordColumn, names: set[str], library: Library) -> tuple[str, str] | None:
    missing = [factor for factor in column.factors if factor not in names]
    if missing:
        return f"”{missing[0]}” är ingen kolumn", did_you_mean(missing[0], names, "Ange kolumner i tabellen under av:.")
    lost = [name for name in column.same_for if name not in names]
    if lost:
        return f"”{lost[0]}” är ingen kolumn", did_you_mean(lost[0], names, "Ange kolumner i tabellen under lika-för:.")
    if column.agreement and column.agreement not in library.agreements:
        return f"avtalet ”{column.agreement}” finns inte", did_you_mean(
            column.agreement, library.agreements, f"Avtal som finns: {', '.join(library.agreements) or 'inga'}."
        )
    if (column.fetched or column.agreement) and "klausul" not in names:
        return "tabellen har ingen kolumn ”klausul” att hämta ur", "Lägg till kolumnen klausul: {slag: klausul}."
    if column.kind == "produkt" and not column.factors:
        return "det framgår inte av vilka kolumner", "Lägg till raden av: [kolumn, kolumn]."
    return None


def _written(library: Library) -> Iterator[tuple[Record, RecordColumn]]:
    """Every row of every register with each column that it may hold."""
    for name, records in library.records.items():
        spec: TableSpec | None = library.tables.get(name)
        for column in spec.columns if spec else ():
            for record in records:
                yield record, column


def _is_clause(name: str, library: Library) -> bool:
    return name in library.clauses or name in library.broken


def _agrees(value: Value, bound: list[str], library: Library) -> bool:
    """The party itself, what it is part of, or a part of it."""
    groups = library.groups(value.text)
    return any(party == value.text or party in groups or value.text in library.groups(party) for party in bound)


def _disagreement(
    record: Record, column: RecordColumn, value: Value, bound: list[str], library: Library
) -> dict[str, str]:
    clause = clauses_of(record, library)[0]
    said = ", ".join(dict.fromkeys(bound))
    return {"row": value.text, "column": column.name, "clause": clause.id, "said": said}


def _shown(assembly: Assembly) -> Iterator[str]:
    return (entry.name for entry in assembly.entries if isinstance(entry, Exhibit) and entry.kind == "table")
