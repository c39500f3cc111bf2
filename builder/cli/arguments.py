"""What the commands share: their options and arguments, and what they do with them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from builder import console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.build import Project
    from builder.finding import Finding
    from builder.library import Library

__all__ = [
    "DOCUMENT", "OUTPUT", "PROJECT", "REVISION", "complete_documents", "open_project", "require_ending",
    "show_findings", "show_warnings",
]  # fmt: skip

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
    """The project in a folder; the program is loaded first when it is needed."""
    from builder.build import Project

    return Project(folder.resolve())


def complete_documents(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The documents whose names begin so, for the shell."""
    folder = context.params.get("folder") or Path()
    return [
        CompletionItem(p.stem) for p in sorted(Path(folder, "assemblies").glob("*.yml")) if p.stem.startswith(begun)
    ]


DOCUMENT = click.argument("document", metavar="DOKUMENT", shell_complete=complete_documents)


def require_ending(target: Path, ending: str, example: str) -> None:
    """Only a file that is to be the program's: a slip of the hand must not write over a clause."""
    from builder.build import BuildError

    if target.suffix.lower() != ending:
        name = target.stem or example
        raise BuildError(f"”{target.name}” slutar inte på {ending}. Skriv till exempel -o {name}{ending}.")


def show_findings(findings: "tuple[Finding, ...]", library: "Library") -> None:
    """Findings beside a result that was made all the same, to standard error."""
    from builder import finding_view
    from builder.finding import in_order

    if findings:
        console.say(finding_view.view(in_order(findings), library.sources, "text", colour=False).rstrip())


def show_warnings(project: "Project", comparisons: "Iterable[tuple[str, str, str]]") -> None:
    """What was compared as far as it can be read, each said once: (document, old, new)."""
    said = (sentence for name, *versions in comparisons for sentence in project.warnings(name, *versions))
    for sentence in dict.fromkeys(said):
        console.say(sentence)
