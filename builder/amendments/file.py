"""A file of amendments, as JSON or CSV: one row for each act and law.

Keys or columns: `lag` (its id in the register), `sfs` ("2026:214"), `gäller-från` (YYYY-MM-DD), `paragrafer` (a list;
in CSV "12 kap. 1 och 2 §§, 13 a kap."), `upphävd` (the first day the law no longer applies), `ersatt-av` (a law's id).
A row holds `sfs` or `upphävd`, or both. CSV has a first line with the names, and commas or semicolons between.
"""

import csv
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

from builder.language.law_sections import chains

__all__ = ["AmendmentsError", "News", "parse"]

KEYS = ("lag", "sfs", "gäller-från", "paragrafer", "upphävd", "ersatt-av")
SFS = re.compile(r"\d{4}:\d{1,5}")
BETWEEN = re.compile(r"[\s,;]*(?:och|samt)?[\s,;]*")
LARGEST = 2_000_000


class AmendmentsError(Exception):
    """The file cannot be taken in. The message is Swedish and lists every fault with its row."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened to a law: amended by an act, or repealed. Dates are ISO dates; `row` counts from 1 in the file."""

    law: str
    sfs: str
    from_date: str
    sections: tuple[str, ...]
    repealed: str
    replaced_by: str
    row: int


def parse(content: bytes, ending: str, laws: Collection[str]) -> tuple[News, ...]:
    """The rows of a file whose name has an ending (".json" or ".csv"); AmendmentsError when any of them is wrong."""
    if len(content) > LARGEST:
        raise AmendmentsError("Filen är större än 2 MB. Dela den, eller ta bara med de lagar som finns i lagregistret.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise AmendmentsError("Filen är inte i UTF-8. Spara om den som UTF-8 och kör igen.") from None
    rows = list(_READERS[ending](text)) if ending in _READERS else []
    if ending not in _READERS:
        raise AmendmentsError(f"Filändelsen ”{ending}” är inget format för lagändringar. Använd .json eller .csv.")
    if not rows:
        raise AmendmentsError("Filen har inga rader. Den ska ha en rad för varje lag och ändring.")
    faults = [f"rad {number}: {said}" for number, row in rows for said in _faults(row, laws)]
    if faults:
        raise AmendmentsError("Filen kan inte tas in:\n" + "\n".join(f"  {fault}" for fault in faults))
    return tuple(_news(row, number) for number, row in rows)


# --- rows --------------------------------------------------------------------------------------------


def _from_json(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise AmendmentsError(f"Filen är inte riktig JSON: felet är på rad {line}.") from None
    if not isinstance(data, list):
        raise AmendmentsError("Filen ska vara en lista med ett objekt för varje lag och ändring.")
    for number, item in enumerate(data, 1):
        if not isinstance(item, dict):
            example = '{"lag": "HSL", "sfs": "2026:214"}'
            raise AmendmentsError(f"Post {number} är inget objekt. Skriv till exempel {example}.")
        yield number, {str(key): _flat(value) for key, value in item.items()}


def _flat(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _from_csv(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    first = text.split("\n", 1)[0]
    reader = csv.reader(StringIO(text), delimiter=";" if first.count(";") >= first.count(",") else ",")
    try:
        names = [name.strip() for name in next(reader, [])]
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, dict(zip(names, map(str.strip, row), strict=False))
    except csv.Error as error:
        raise AmendmentsError(f"Filen kan inte läsas som CSV, rad {reader.line_num}: {error}.") from None


_READERS: Mapping[str, Callable[[str], Iterator[tuple[int, Mapping[str, str]]]]] = {
    ".json": _from_json, ".csv": _from_csv,
}  # fmt: skip


def _faults(row: Mapping[str, str], laws: Collection[str]) -> Iterator[str]:
    for key in sorted(row.keys() - set(KEYS)):
        yield f"nyckeln ”{key}” känns inte igen. Nycklar som finns: {', '.join(KEYS)}."
    if (law := row.get("lag", "")) not in laws:
        yield f"lagen ”{law}” finns inte i lagar.yml. Skriv förkortningen som i registret, eller ta bort raden."
    if row.get("ersatt-av") and row["ersatt-av"] not in laws:
        yield f"lagen ”{row['ersatt-av']}” (ersatt-av) finns inte i lagar.yml. Lägg till den först."
    if not row.get("sfs") and not row.get("upphävd"):
        yield "varken sfs eller upphävd är ifyllt. Ett av dem behövs."
    if row.get("sfs") and not SFS.fullmatch(row["sfs"]):
        yield f"”{row['sfs']}” är inget SFS-nummer. Skriv till exempel 2026:214."
    for key in ("gäller-från", "upphävd"):
        if row.get(key) and not _is_date(row[key]):
            yield f"”{row[key]}” ({key}) är ingen dag. Skriv år-månad-dag, till exempel 2026-07-01."
    if rest := _unread(row.get("paragrafer", "")):
        yield f"”{rest}” är ingen paragraf. Skriv till exempel 12 kap. 1 §, eller 13 a kap. för ett helt kapitel."


def _is_date(text: str) -> bool:
    try:
        return len(text) == 10 and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _unread(text: str) -> str:
    """What in a list of sections is none."""
    end = 0
    for reference in (reference for chain in chains(text) for reference in chain):
        if between := BETWEEN.sub("", text[end : reference.start], count=1):
            return between
        end = reference.end
    return BETWEEN.sub("", text[end:], count=1)


def _news(row: Mapping[str, str], number: int) -> News:
    each = (reference for chain in chains(row.get("paragrafer", "")) for reference in chain)
    sections = tuple(dict.fromkeys(
        section for reference in each for section in reference.sections or (f"{reference.chapter} kap.",)
    ))  # fmt: skip
    sfs, day, repealed, other = (row.get(key, "") for key in ("sfs", "gäller-från", "upphävd", "ersatt-av"))
    return News(row["lag"], sfs, day, sections, repealed, other, number)
