"""Keeping the law register: amendments are shown with the clauses they touch before they are taken in."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import console
from builder.cli.arguments import PROJECT, open_project
from builder.cli.group import overens

if TYPE_CHECKING:
    from builder.amendments import News
    from builder.build.amending import Taken

__all__: list[str] = []


@overens.group("law", options_metavar="[FLAGGOR]", subcommand_metavar="VAD …")
def law() -> None:
    """Håll lagregistret aktuellt."""


@law.command("import", options_metavar="[FLAGGOR]")
@click.argument("source", metavar="FIL", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@PROJECT
@click.option("--prova", "trial", is_flag=True, help="Visa bara vad ändringarna berör.")
def take_in(source: Path, folder: Path, trial: bool) -> int:
    """Ta in ändringar av lagar från en fil.

    Filen är JSON eller CSV med lag, sfs, gäller-från och paragrafer, och för en upphävd lag även
    upphävd och ersatt-av. Först visas vilka klausuler varje ändring berör.

    \b
    Exempel:
      overens law import andringar.csv --prova
      overens law import andringar.csv
    """
    from builder.build.amending import REGISTER, taken_in
    from builder.repository import write_file

    project = open_project(folder)
    taken = taken_in(project, source.read_bytes(), source.suffix.lower())
    console.write("".join(f"{line}\n" for line in _lines(taken)))
    if trial or not taken.news:
        console.say("Inget är ändrat." if taken.news else "Allt i filen finns redan i lagregistret.")
        return 0
    write_file(project.folder / REGISTER, taken.text.encode())
    console.say(f"Klart: {len(taken.news)} nya rader i {REGISTER}. overens review visar vad som ska läsas om.")
    return 0


def _lines(taken: "Taken") -> Iterator[str]:
    for news, cited in taken.news:
        yield _headline(news)
        for citation in cited:
            yield f"  {citation.clause}: {str(citation.target).removeprefix('lag ')}"
        if not cited:
            yield "  Ingen klausul åberopar de ändrade paragraferna."
        missing = [section for other, section in taken.unlisted if other is news]
        if missing:
            yield f"  Finns inte i lagregistret, kontrollera numren: {', '.join(missing)}."
    for news in taken.known:
        yield f"{_headline(news)} Finns redan."


def _headline(news: "News") -> str:
    from_date = f", gäller från {news.from_date}" if news.from_date else ""
    amended = f"ändras genom SFS {news.sfs}{from_date}" if news.sfs else ""
    replaced = f" och ersätts av {news.replaced_by}" if news.replaced_by else ""
    ceased = f"upphävs {news.repealed}{replaced}" if news.repealed else ""
    return f"{news.law} {', '.join(filter(None, (amended, ceased)))}."
