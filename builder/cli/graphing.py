"""Who refers to whom, as a picture or as data."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import console
from builder.cli.arguments import OUTPUT, PROJECT, open_project
from builder.cli.group import overens

if TYPE_CHECKING:
    from builder.model import Picture
    from builder.review import Graph

__all__: list[str] = []


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("about", metavar="[AVTAL|KLAUSUL]", required=False)
@OUTPUT
@PROJECT
def graph(about: str | None, target: Path, folder: Path) -> int:
    """Rita vilka som hänvisar till vilka.

    Utan namn visas avtalen och antalet hänvisningar mellan dem. Med ett avtal visas dess kapitel och de
    kapitel i andra avtal som de hänvisar till. Med en klausul visas de klausuler som den står i förbindelse
    med. En fil som slutar på .json innehåller alla klausuler och hänvisningar.

    \b
    Exempel:
      overens graph -o graf.svg
      overens graph hemmet -o hemmet.svg
      overens graph hemmet/lakarmedverkan -o lakarmedverkan.svg
      overens graph -o graf.json
    """
    from builder.build import BuildError
    from builder.build.reviewing import references
    from builder.repository import write_file

    if target.suffix.lower() not in (".svg", ".json") or (about and target.suffix.lower() == ".json"):
        example = "-o graf.svg" if about else "-o graf.svg eller -o graf.json"
        raise BuildError(f"”{target.name}” går inte att skriva. Skriv till exempel {example}.")
    project = open_project(folder)
    with console.progress() as tell:
        tell("Läser hänvisningarna")
        found = references(project)
    if target.suffix.lower() == ".json":
        from builder.export import graph_json

        write_file(target, graph_json(found).encode())
    else:
        from builder.web import svg_file

        write_file(target, svg_file(_picture(found, about)).encode())
    console.say(f"Klart: {target}")
    return 0


def _picture(found: "Graph", about: str | None) -> "Picture":
    from builder.build import BuildError
    from builder.language.spelling import did_you_mean
    from builder.review import agreements_picture, chapters_picture, clause_picture

    if about is None:
        return agreements_picture(found)
    if about in found.groups:
        return chapters_picture(found, about)
    if about in found.nodes:
        return clause_picture(found, about)
    advice = did_you_mean(about, (*found.groups, *found.nodes), f"Avtal som finns: {', '.join(found.groups)}.")
    raise BuildError(f"”{about}” är varken ett avtal eller en klausul i något avtal. {advice}")
