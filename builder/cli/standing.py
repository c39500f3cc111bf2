"""How far the work has come, on one screen."""

from pathlib import Path
from typing import Literal

import click

from builder import console
from builder.cli.arguments import PROJECT, open_project
from builder.cli.group import overens

__all__: list[str] = []


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Hur läget skrivs.")
def status(folder: Path, form: Literal["text", "json"]) -> int:
    """Visa läget: vad som är klart och vad som återstår.

    Du ser versioner, öppna frågor, hänvisningar att läsa om, beslut, grindar och närmaste dagar. Grindarna och vad
    de kräver står i clauses/register/grindar.yml.

    \b
    Exempel:
      overens status
    """
    from builder.build.standing import progress
    from builder.export import progress_json, progress_text

    project = open_project(folder)
    with console.progress() as tell:
        tell("Ser efter hur långt arbetet har kommit")
        found = progress(project)
    console.write(progress_json(found) if form == "json" else progress_text(found))
    return 0
