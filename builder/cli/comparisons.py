"""Commands that show what has changed between two versions."""

from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import console
from builder.cli.arguments import (
    DOCUMENT,
    OUTPUT,
    PROJECT,
    complete_documents,
    open_project,
    show_findings,
    show_warnings,
)
from builder.cli.group import overens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.build import Project
    from builder.build.compared import Versions
    from builder.build.reports import Layout
    from builder.changes import Grade, Order
    from builder.redline import Redline

__all__: list[str] = []


PARTY = click.option("--part", "party", metavar="PART", help="Bara klausuler som binder parten, till exempel kommunen.")
GRADE_CHOICE = click.option(
    "--grad", "grades", multiple=True, type=click.Choice(["i sak", "liten", "redaktionell"]),
    help="Bara ändringar av den graden. Kan anges flera gånger.",
)  # fmt: skip


def _day(_context: click.Context, _parameter: click.Parameter, given: str) -> str:
    """A day as it is written on a change."""
    try:
        return date.fromisoformat(given).isoformat() if given else ""
    except ValueError:
        raise click.BadParameter(f"”{given}” är inget datum. Skriv det som 2027-01-15.") from None


AUTHOR = click.option(
    "--skrivgrupp", "author", metavar="FUNKTION", default="",
    help="Funktionen som står på varje ändring. Förval: den i registret projekt.yml. Skriv inga personnamn.",
)  # fmt: skip
DAY = click.option(
    "--datum", "day", metavar="DATUM", default="", callback=_day,
    help="Dagen som står på varje ändring. Förval: den nyare versionens.",
)  # fmt: skip


def _show_texts_findings(project: "Project", names: "Iterable[str]", new: str) -> None:
    """The findings of the newer texts, one that several documents share only once."""
    for text, group in groupby(names, lambda name: project.then(name, new).rescued):
        show_findings(tuple(finding for name in group for finding in text.findings(name)), text.library)


def _narrowed(
    project: "Project", whole: "tuple[Redline, ...]", versions: "Versions", party: str | None,
    grades: "frozenset[Grade]",
) -> "tuple[Redline, ...]":  # fmt: skip
    """The redlines with what is asked for; whole when nothing is."""
    if party is None and not grades:
        return whole
    from builder.build.reports import narrowed_redlines  # brings the lists of changes, which a whole one does without

    return narrowed_redlines(project, whole, versions, party, grades)


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@click.argument("old", metavar="FRÅN")
@click.argument("new", metavar="TILL")
@PROJECT
@OUTPUT
@PARTY
@GRADE_CHOICE
@AUTHOR
@DAY
def redline(
    document: str, old: str, new: str, folder: Path, target: Path, party: str | None, grades: "tuple[Grade, ...]",
    author: str, day: str,
) -> int:  # fmt: skip
    """Visa vad som har ändrats.

    Filens ändelse avgör formen: Word (.docx), webbsida (.html), JSON (.json) eller text (.txt).
    FRÅN och TILL är versioner (utkast-1), eller en punkt för det du skriver nu.
    Av klausuler utanför ett urval visas bara rubriken.

    \b
    Exempel:
      overens redline hemmet utkast-1 utkast-2 -o andringar.docx
      overens redline hemmet utkast-2 . -o andringar.html
      overens redline hemmet utkast-1 utkast-2 --part kommunen --grad "i sak" -o kommunen.docx
    """
    from builder.build import outputs
    from builder.build.compared import Versions, compared_documents
    from builder.repository import write_file

    project, versions = open_project(folder), Versions(old, new, author, day)
    with console.progress() as tell:
        tell(f"Jämför {old} och {new}")
        whole = compared_documents(project, (document,), versions)
        (marked,) = _narrowed(project, whole, versions, party, frozenset(grades))
        data = outputs.redline_bytes(marked, target.suffix, project.template(marked, new))
    write_file(target, data)
    show_warnings(project, [(document, old, new)])
    _show_texts_findings(project, [document], new)
    console.say(f"Klart: {target}")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("old", metavar="FRÅN")
@click.argument("new", metavar="TILL")
@PROJECT
@click.option(
    "-o", "--output", "target", metavar="MAPP", required=True, type=click.Path(file_okay=False, path_type=Path),
    help="Mappen som filerna skrivs i.",
)  # fmt: skip
@click.option(
    "--form", "endings", multiple=True, type=click.Choice(["docx", "html", "json", "txt"]), default=["docx"],
    help="Word, webbsida, JSON eller text. Kan anges flera gånger. Förval: docx.",
)  # fmt: skip
@PARTY
@GRADE_CHOICE
@AUTHOR
@DAY
def redlines(
    old: str, new: str, folder: Path, target: Path, endings: tuple[str, ...], party: str | None,
    grades: "tuple[Grade, ...]", author: str, day: str,
) -> int:  # fmt: skip
    """Visa vad som har ändrats i alla dokument, en fil för varje.

    FRÅN och TILL är versioner (utkast-1), eller en punkt för det du skriver nu.
    Alla dokument som finns i båda versionerna tas med.

    \b
    Exempel:
      overens redlines utkast-1 utkast-2 -o andringar
      overens redlines utkast-2 . --part kommunen --form docx --form html -o kommunen
    """
    from builder.build import outputs
    from builder.build.compared import Versions, compared_documents
    from builder.repository import write_file

    project, versions = open_project(folder), Versions(old, new, author, day)
    with console.progress() as tell:
        tell(f"Jämför {old} och {new}")
        whole = compared_documents(project, (), versions)
        for marked in _narrowed(project, whole, versions, party, frozenset(grades)):
            tell(f"Skriver {marked.name}")
            for ending in dict.fromkeys(endings):
                data = outputs.redline_bytes(marked, f".{ending}", project.template(marked, new))
                write_file(target / f"{marked.name}.{ending}", data)
    show_warnings(project, [(marked.name, old, new) for marked in whole])
    _show_texts_findings(project, [marked.name for marked in whole], new)
    console.say(f"Klart: {target} ({len(whole)} dokument)")
    return 0


@overens.command("changes", options_metavar="[FLAGGOR]")
@click.argument("old", metavar="FRÅN")
@click.argument("new", metavar="TILL")
@PROJECT
@OUTPUT
@click.option(
    "--document", "documents", metavar="DOKUMENT", multiple=True, shell_complete=complete_documents,
    help="Bara det dokumentet. Kan anges flera gånger. Förval: alla som finns i båda versionerna.",
)  # fmt: skip
@PARTY
@GRADE_CHOICE
@click.option(
    "--ordning", "order", type=click.Choice(["grad", "plats"]),
    help="De viktigaste först, eller som de står i texten. Förval: grad i listan, plats i trespalten.",
)  # fmt: skip
@click.option(
    "--tabell", "layout", type=click.Choice(["lista", "trespalt"]), default="lista",
    help="En lista i ord, eller Nuvarande – Förslag – Motiv. Förval: lista.",
)  # fmt: skip
def list_changes(
    old: str, new: str, folder: Path, target: Path, documents: tuple[str, ...], party: str | None,
    grades: "tuple[Grade, ...]", order: "Order | None", layout: "Layout",
) -> int:  # fmt: skip
    """Lista vad som har ändrats, hur mycket det betyder och varför.

    FRÅN och TILL är versioner (utkast-1), eller en punkt för det du skriver nu.
    Listan blir Word (.docx), webbsida (.html), JSON (.json), kalkylblad (.csv) eller text (.txt).
    Trespalten blir Word eller webbsida.

    \b
    Exempel:
      overens changes utkast-1 utkast-2 -o andringar.docx
      overens changes utkast-2 . --document hemmet --tabell trespalt -o trespalt.docx
      overens changes utkast-1 . --part kommunen --grad "i sak" -o kommunen.html
    """
    from builder.build import reports
    from builder.build.compared import Versions, compared_documents
    from builder.repository import write_file

    project, versions = open_project(folder), Versions(old, new)
    reports.require_ending(layout, target.suffix)
    with console.progress() as tell:
        tell(f"Jämför {old} och {new}")
        redlines = compared_documents(project, documents, versions)
        concerned = reports.concerning(project, redlines, versions, party)
        wanted = replace(concerned, grades=frozenset(grades), order=order or reports.ORDERS[layout])
        data = reports.report_bytes(redlines, wanted, layout, target.suffix)
    write_file(target, data)
    show_warnings(project, [(redline.name, old, new) for redline in redlines])
    console.say(f"Klart: {target}")
    return 0
