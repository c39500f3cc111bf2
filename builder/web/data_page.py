"""The page of data: every table as files to fetch, and what stands in its columns."""

from collections.abc import Iterator

from builder.model import Edition
from builder.web.banner import page_top
from builder.web.data_files import csv_file, json_file
from builder.web.data_sets import DataSet
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.feed import FEED

__all__ = ["DATA", "data_files", "data_page"]

FOLDER = "data"
DATA = f"{FOLDER}/index.md"

INTRO = """Här finns det som texterna säger som tabeller, för den som räknar eller gör egna sammanställningar. Filerna
görs av samma texter som sidorna, varje gång webbplatsen byggs.

-   CSV öppnas i ett kalkylprogram: semikolon mellan kolumnerna, UTF-8. Flera värden i en cell skiljs av ett streck.
-   JSON är för program: samma rader, och en förklaring av varje kolumn.
-   Nya versioner går att följa i ett [flöde](../{feed}) (Atom).

Tomt betyder att uppgiften saknas, aldrig noll. Uppgifter som är märkta *antagande* är skrivgruppens förslag.
"""


def data_files(sets: tuple[DataSet, ...]) -> dict[str, bytes]:
    """The files by path."""
    made = {f"{FOLDER}/{slug(data.name)}.csv": csv_file(data) for data in sets}
    return made | {f"{FOLDER}/{slug(data.name)}.json": json_file(data) for data in sets}


def data_page(sets: tuple[DataSet, ...], edition: Edition | None) -> str:
    """The page that lists the tables."""
    body = "\n".join(line for data in sets for line in _table(data))
    top = page_top(yaml_text("Data"), edition, searchable=False)
    return f"{top}# Data\n\n{INTRO.format(feed=FEED)}\n{body}\n"


def _table(data: DataSet) -> Iterator[str]:
    number = f"{len(data.rows)} {'rad' if len(data.rows) == 1 else 'rader'}"
    yield f"## {markdown_text(data.title, at_start=True)} {{#{slug(data.name)}}}"
    yield ""
    name = slug(data.name)
    links = f"[{name}.csv]({name}.csv), [{name}.json]({name}.json)"
    yield f"{markdown_text(data.about, at_start=True)} {number}: {links}"
    yield ""
    yield "| Kolumn | Vad som står i den |\n|---|---|"
    for column in data.columns:
        yield f"| <code>{markdown_text(column.name)}</code> | {markdown_text(column.meaning)} |"
    yield ""
