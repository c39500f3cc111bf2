"""The command `overens`: arguments in, lines and an exit code out."""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem, get_completion_class

from builder import __version__, console
from builder.locale import speak_swedish

if TYPE_CHECKING:
    from builder.build import Project
    from builder.build.reports import Layout
    from builder.changes import Grade, Order
    from builder.finding import Finding
    from builder.finding_view import Form
    from builder.library import Library

__all__ = ["main"]

PROJECT = click.option(
    "--project", "folder", metavar="MAPP", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Projektets mapp. Förval: mappen du står i.",
)  # fmt: skip
REVISION = click.option(
    "--revision", metavar="VERSION", default=".", help="Vilken version texten tas från. Förval: det du skriver nu."
)
OUTPUT = click.option(
    "-o", "--output", "target", metavar="FIL", required=True, type=click.Path(dir_okay=False, path_type=Path),
    help="Filen som skrivs.",
)  # fmt: skip


def open_project(folder: Path) -> "Project":
    from builder.build import Project

    return Project(folder.resolve())


def complete_documents(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    folder = context.params.get("folder") or Path()
    return [
        CompletionItem(p.stem) for p in sorted(Path(folder, "assemblies").glob("*.yml")) if p.stem.startswith(begun)
    ]


DOCUMENT = click.argument("document", metavar="DOKUMENT", shell_complete=complete_documents)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[FLAGGOR]", subcommand_metavar="KOMMANDO …",
)  # fmt: skip
@click.version_option(__version__, message="Överens %(version)s", help="Visa programmets version.")
def overens() -> None:
    """Skriv överenskommelser tillsammans: klausuler blir Word, webbplats och ändringar.

    \b
    Exempel:
      overens check
      overens word hemmet -o utkast.docx
      overens redline hemmet utkast-1 . -o andringar.docx
    """


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@REVISION
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="Hur fynden skrivs."
)
@click.option("--strict", is_flag=True, help="Alla fynd räknas som fel, också varningar och frågor.")
def check(folder: Path, revision: str, form: "Form", strict: bool) -> int:
    """Granska texterna och visa alla fynd.

    \b
    Exempel:
      overens check
      overens check --revision utkast-1 --format json
    """
    from builder import finding_view
    from builder.finding import has_errors

    with console.progress() as tell:
        tell("Granskar")
        findings, library = open_project(folder).check(revision)
    console.write(finding_view.view(findings, library.sources, form, colour=console.coloured()))
    if has_errors(findings) or (strict and findings):
        console.suggest("overens fix", "rättar det som har ett enda rätt svar")
        return 1
    console.suggest("overens build", "gör Word, webbplats och ändringar")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@click.option(
    "--out",
    metavar="MAPP",
    default=None,
    type=click.Path(file_okay=False, path_type=Path),
    help="Förval: build i projektet.",
)
def build(folder: Path, out: Path | None) -> int:
    """Gör Word, Excel, bildspel, webbplats, JSON och ändringar.

    Ändringarna är mellan varje version och nästa, och från den senaste till det du skriver nu.

    \b
    Exempel:
      overens build
      overens build --out leverans
    """
    from builder.build import outputs
    from builder.finding import has_errors

    project = open_project(folder)
    target = (out or project.folder / "build").resolve()
    with console.progress() as tell:
        outputs.everything(project, target, tell)
        tell("Granskar")
        checked, library = project.check()
        findings = (*checked, *project.altered())
    show_findings(findings, library)
    console.say(f"Klart: {target}")
    console.suggest("overens preview", "visar webbplatsen medan du skriver")
    return 1 if has_errors(findings) else 0


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@PROJECT
@REVISION
@OUTPUT
def word(document: str, folder: Path, revision: str, target: Path) -> int:
    """Gör en Word-fil av ett dokument.

    \b
    Exempel:
      overens word hemmet -o utkast.docx
      overens word hemmet --revision utkast-1 -o utkast-1.docx
    """
    from builder.repository import write_file

    require_ending(target, ".docx", "utkast")
    project = open_project(folder)
    with console.progress() as tell:
        tell(f"Word: {document}")
        data, findings = project.word(document, revision)
    write_file(target, data)
    show_findings(findings, project.then(document, revision).library)
    console.say(f"Klart: {target}")
    console.suggest(f"overens redline {document} VERSION . -o andringar.docx", "visar vad som har ändrats")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@PROJECT
@REVISION
@OUTPUT
def excel(document: str, folder: Path, revision: str, target: Path) -> int:
    """Gör en Excel-fil av ett dokuments tabeller.

    Kolumner som läsaren ska fylla i är tomma och färgade.

    \b
    Exempel:
      overens excel gapanalys -o gapanalys.xlsx
    """
    from builder.repository import write_file

    require_ending(target, ".xlsx", "tabeller")
    project = open_project(folder)
    with console.progress() as tell:
        tell(f"Excel: {document}")
        data, findings = project.excel(document, revision)
    write_file(target, data)
    show_findings(findings, project.then(document, revision).library)
    console.say(f"Klart: {target}")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@PROJECT
@REVISION
@OUTPUT
def slides(document: str, folder: Path, revision: str, target: Path) -> int:
    """Gör ett bildspel i PowerPoint av ett dokument.

    Varje kapitel blir en bild, eller flera när texten inte ryms. I anteckningarna står det som den
    som talar kan behöva.

    \b
    Exempel:
      overens slides presentation -o presentation.pptx
    """
    from builder.repository import write_file

    require_ending(target, ".pptx", "bildspel")
    project = open_project(folder)
    with console.progress() as tell:
        tell(f"Bildspel: {document}")
        data, findings = project.slides(document, revision)
    write_file(target, data)
    show_findings(findings, project.then(document, revision).library)
    console.say(f"Klart: {target}")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@click.argument("old", metavar="FRÅN")
@click.argument("new", metavar="TILL")
@PROJECT
@OUTPUT
def redline(document: str, old: str, new: str, folder: Path, target: Path) -> int:
    """Visa vad som har ändrats.

    Filens ändelse avgör formen: Word (.docx), webbsida (.html), JSON (.json) eller text (.txt).
    FRÅN och TILL är versioner (utkast-1), eller en punkt för det du skriver nu.

    \b
    Exempel:
      overens redline hemmet utkast-1 utkast-2 -o andringar.docx
      overens redline hemmet utkast-2 . -o andringar.html
    """
    from builder.build import outputs
    from builder.repository import write_file

    project = open_project(folder)
    with console.progress() as tell:
        tell(f"Jämför {old} och {new}")
        marked = project.redline(document, old, new)
        data = outputs.redline_bytes(marked, target.suffix, project.template(marked, new))
    write_file(target, data)
    text = project.then(document, new)
    findings = text.findings(document)
    show_findings(findings, text.library)
    console.say(f"Klart: {target}")
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
@click.option("--part", "party", metavar="PART", help="Bara klausuler som binder parten, till exempel kommunen.")
@click.option(
    "--grad", "grades", multiple=True, type=click.Choice(["i sak", "liten", "redaktionell"]),
    help="Bara ändringar av den graden. Kan anges flera gånger.",
)  # fmt: skip
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
    from builder.repository import write_file

    project, versions = open_project(folder), reports.Versions(old, new)
    reports.require_ending(layout, target.suffix)
    with console.progress() as tell:
        tell(f"Jämför {old} och {new}")
        redlines = reports.compared_documents(project, documents, versions)
        concerned = reports.concerning(project, redlines, versions, party)
        wanted = replace(concerned, grades=frozenset(grades), order=order or reports.ORDERS[layout])
        data = reports.report_bytes(redlines, wanted, layout, target.suffix)
    write_file(target, data)
    console.say(f"Klart: {target}")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@click.option("--strict", is_flag=True, help="Avbryt också vid varningar.")
def site(folder: Path, strict: bool) -> int:
    """Bygg webbplatsen i build/site.

    \b
    Exempel:
      overens site
    """
    from builder.build import generator, outputs

    project = open_project(folder)
    generator.require(project.folder)
    project.current.refuse_unread()
    target = project.folder / "build" / "site"
    with console.progress() as tell:
        outputs.site(project, target, tell, strict=strict)
    console.say(f"Klart: {target / 'index.html'}")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@click.option("--port", default=8000, metavar="NUMMER", help="Förval: 8000.")
def preview(folder: Path, port: int) -> int:
    """Visa webbplatsen medan du skriver.

    Sidan i webbläsaren följer med när du sparar en klausul.

    \b
    Exempel:
      overens preview
    """
    from builder.build import generator

    project = open_project(folder)
    generator.require(project.folder)
    console.say(f"Öppna http://127.0.0.1:{port}/ i webbläsaren. Avsluta med Ctrl+C.")
    return min(generator.served(project.folder, port), 2)


@overens.group(options_metavar="[FLAGGOR]", subcommand_metavar="VAD …")
def new() -> None:
    """Börja på något nytt."""


@new.command(options_metavar="[FLAGGOR]")
@click.argument("path", metavar="KLAUSUL")
@click.option("--title", metavar="TITEL", required=True, help="Klausulens rubrik.")
@PROJECT
def clause(path: str, title: str, folder: Path) -> int:
    """Gör en ny klausul som går igenom granskningen.

    \b
    Exempel:
      overens new clause hemmet/nattlig-tillsyn --title "Nattlig tillsyn"
    """
    from builder import new_clause
    from builder.repository import write_file

    project = open_project(folder)
    made = new_clause.new_clause(project.current.library, path, title)
    write_file(inside(project.folder, made.path), made.text.encode())
    console.say(f"Klart: {made.path}")
    for sentence in made.advice:
        console.say(sentence)
    console.suggest("overens check", "granskar texterna")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
def fix(folder: Path) -> int:
    """Rätta det som har ett enda rätt svar.

    Texten rättas på plats i filen. Det som rättades visas.

    \b
    Exempel:
      overens fix
    """
    from builder import fix as mending
    from builder.repository import write_file

    project = open_project(folder)
    findings, library = project.check()
    edits = mending.fix(library, findings)
    for path in sorted({edit.position.path for edit in edits}):
        file = project.folder / path
        write_file(file, mending.mended(file.read_bytes(), (e for e in edits if e.position.path == path)))
    console.write(mending.view(edits))
    console.suggest("overens check", "granskar texterna igen")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="SKAL")
def completion(shell: str) -> int:
    """Låt skalet fylla i kommandon.

    Skriver ut det som ska läggas i skalets inställningar: bash, zsh eller fish.

    \b
    Exempel:
      overens completion bash >> ~/.bashrc
    """
    maker = get_completion_class(shell)
    if maker is not None:
        console.write(maker(overens, {}, "overens", "_OVERENS_COMPLETE").source())
    return 0


def require_ending(target: Path, ending: str, example: str) -> None:
    """Only a file that is to be the program's: a slip of the hand must not write over a clause."""
    from builder.build import BuildError

    if target.suffix.lower() != ending:
        name = target.stem or example
        raise BuildError(f"”{target.name}” slutar inte på {ending}. Skriv till exempel -o {name}{ending}.")


def inside(folder: Path, path: str) -> Path:
    """A file of the project; a folder that is a link could lead out of it."""
    from builder.build import BuildError

    if not (folder / path).resolve().is_relative_to(folder.resolve()):
        raise BuildError(f"{path} ligger utanför projektet: en mapp på vägen är en symbolisk länk. Välj en annan mapp.")
    return folder / path


def show_findings(findings: "tuple[Finding, ...]", library: "Library") -> None:
    """Findings beside a result that was made all the same, to standard error."""
    from builder import finding_view
    from builder.finding import in_order

    if findings:
        console.say(finding_view.view(in_order(findings), library.sources, "text", colour=False).rstrip())


def main() -> None:
    """Run the command; a fault of the user or the surroundings ends with its sentence and code 2."""
    speak_swedish()
    gc.disable()  # a command makes values and ends; collecting cycles took a tenth of a check of 1,000 clauses
    sys.exit(run(lambda: overens.main(prog_name="overens", standalone_mode=False)))


def run(command: Callable[[], Any]) -> int:
    """The exit code of a command, with every expected fault turned into a sentence."""
    try:
        return int(command() or 0)
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return stopped()
    except KeyboardInterrupt:
        return stopped()
    except expected_faults() as error:
        console.say(f"Fel: {error}")
        return 2
    except OSError as error:
        console.say(f"Fel: {error.filename or 'filen'}: {error.strerror or error}.")
        return 2


def stopped() -> int:
    """What an interrupted command ends with; outputs are moved into place whole, so nothing is half-written."""
    console.say("Avbrutet. Det som fanns sedan tidigare är kvar.")
    return 2


def expected_faults() -> tuple[type[Exception], ...]:
    """Faults whose message is meant for the user."""
    from builder.build import BuildError
    from builder.new_clause import ClauseError
    from builder.repository import RepositoryError
    from builder.word import TemplateError

    return (BuildError, ClauseError, RepositoryError, TemplateError)


if __name__ == "__main__":
    main()
