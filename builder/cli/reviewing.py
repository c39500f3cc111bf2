"""The work list: references that have to be looked at again, and saying that one has been."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from builder import console
from builder.cli.arguments import PROJECT, open_project
from builder.cli.group import overens
from builder.cli.texts import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.build.bumping import Bumped, Outcome
    from builder.library import Library
    from builder.review import Stale

__all__: list[str] = []

BUMPED: "dict[Outcome, str]" = {
    "lika": "lyder likadant",
    "redaktionell": "bara skrivsätt är ändrat",
    "liten": "andra ord, läs om",
    "i sak": "ändrad i sak, läs om",
    "borta": "finns inte i den nya versionen, läs om",
}


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("clauses", metavar="[KLAUSUL …]", nargs=-1)
@PROJECT
@click.option("--mot", "target", metavar="MÅL", help="En rad på listan, till exempel ”lag HSL 16 kap. 1 §”.")
@click.option(
    "--granskad",
    "reviewed",
    is_flag=True,
    help="Hänvisningarna är lästa och stämmer: klausulernas alla, de med --mot, eller båda.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Hur listan skrivs.")
def review(
    clauses: tuple[str, ...], folder: Path, target: str | None, reviewed: bool, form: Literal["text", "json"]
) -> int:
    """Lista hänvisningar som behöver läsas om.

    En hänvisning står på listan när det den pekar på har ändrats i sak sedan klausulen skrevs eller
    granskades: en annan klausul, en nyare version av ett annat avtal, ett värde, ett begrepp eller en lag.

    \b
    Exempel:
      overens review
      overens review hemmet/lakarmedverkan
      overens review hemmet/lakarmedverkan --mot "lag HSL 16 kap. 1 §" --granskad
      overens review hemmet/lakarmedverkan hemmet/egenvard --granskad
      overens review --mot "term specialiserad-vard" --granskad
    """
    from builder.build.reviewing import known_clause, mark_reviewed, told_list
    from builder.export import stale_json
    from builder.repository import write_file

    project = open_project(folder)
    with console.progress() as tell:
        tell("Läser historiken")
        for clause in clauses:
            known_clause(project, clause)
        if reviewed:
            _require(clauses or target)
            marks = mark_reviewed(project, clauses, target)
            for path, text in marks.items():
                write_file(inside(project.folder, path), text.encode())
            console.say("".join(f"Klart: {path}\n" for path in marks) + _marked(len(marks)))
            return 0
        found = [s for s in told_list(project) if _is_asked(s, clauses, target)]
    console.write(stale_json(found) if form == "json" else _as_text(found, project.own_texts.library))
    return 0


def _require(chosen: object) -> None:
    from builder.build import BuildError

    if not chosen:
        example = 'overens review hemmet/lakarmedverkan --mot "lag HSL 16 kap. 1 §" --granskad'
        raise BuildError(f"Ange vad som är granskat, en klausul eller --mot, till exempel: {example}.")


def _marked(number: int) -> str:
    if not number:
        return "Inget är kvar att se över där. Inget är ändrat."
    return f"{number} hänvisning{'ar' * (number > 1)} räknas som läst{'a' * (number > 1)}."


def _is_asked(found: "Stale", clauses: tuple[str, ...], target: str | None) -> bool:
    cited = found.citation
    return (not clauses or cited.clause in clauses) and target in (None, str(cited.target), cited.target.id)


def _as_text(found: "list[Stale]", library: "Library") -> str:
    from builder.review import told

    if not found:
        return "Inget att se över.\n"
    lines: list[str] = []
    for name, mine in groupby(found, key=lambda stale: stale.citation.clause):
        lines += [f"{name}  {library.clauses[name].title}"]
        for stale in mine:
            first, *rest = told(stale)
            lines += [f"  {first}", *(f"    {line}" for line in rest)]
        lines.append("")
    clauses = len({stale.citation.clause for stale in found})
    counted = f"{len(found)} hänvisning{'ar' * (len(found) > 1)} i {clauses} klausul{'er' * (clauses > 1)}"
    return "\n".join([*lines, f"{counted} att se över.", ""])


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("agreement", metavar="AVTAL")
@click.argument("version", metavar="VERSION")
@PROJECT
@click.option("--prova", "trial", is_flag=True, help="Visa bara vad som skulle ändras.")
def bump(agreement: str, version: str, folder: Path, trial: bool) -> int:
    """Flytta hänvisningar till en nyare version av ett avtal.

    Varje hänvisning till en äldre version visas. Där klausulen lyder likadant, eller bara skrivs på
    ett annat sätt, flyttas hänvisningen. De andra ska läsas: de står på listan från overens review.

    \b
    Exempel:
      overens bump rehab-hjalpmedel 2027-1 --prova
    """
    from builder.build.bumping import bumped, moved_files
    from builder.repository import write_file

    project = open_project(folder)
    with console.progress() as tell:
        tell("Jämför versionerna")
        found = bumped(project, agreement, version)
    console.write("".join(f"{text}\n" for item in found for text in _bumped_lines(item)))
    moving = sum(item.moves for item in found)
    if not found:
        console.say(f"Alla hänvisningar till {agreement} gäller redan {version}.")
    elif trial:
        console.say(f"{moving} kan flyttas utan att läsas, {len(found) - moving} ska läsas. Inget är ändrat.")
    else:
        for path, data in moved_files(project, version, found).items():
            write_file(inside(project.folder, path), data)
        console.say(f"{moving} flyttade till {version}, {len(found) - moving} ska läsas.")
    return 0


def _bumped_lines(item: "Bumped") -> "Iterator[str]":
    pin, words = item.pin, BUMPED[item.outcome]
    yield f"{pin.position.path}:{pin.position.line} {pin.target} {pin.label}: {words}"
    if item.line is not None:
        yield from (f"    {what}" for what in item.line.what)
