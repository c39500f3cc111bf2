"""The fingerprints of a version's clauses, each of its wording alone: the same however lines are wrapped."""

from collections.abc import Mapping

from builder.library import Library
from builder.model import Document
from builder.review import Target, fingerprint, state

__all__ = ["clause_prints", "prints_file", "prints_path"]


def clause_prints(document: Document, library: Library) -> Mapping[str, str]:
    """From each clause of a document to the fingerprint of its wording."""
    names = sorted({section.id for section in document.sections if section.kind == "clause"})
    return {name: fingerprint(state(Target("klausul", name), library) or "") for name in names}


def prints_path(agreement: str, label: str) -> str:
    """Where the fingerprints of a version lie, from the project folder."""
    return f"clauses/versioner/{agreement}/{label}.yml"


def prints_file(agreement: str, label: str, prints: Mapping[str, str]) -> str:
    """The text of that file."""
    rows = "".join(f"  {name}: {print_}\n" for name, print_ in prints.items())
    return (
        "# Skriven av overens release. Ändra inte: filen visar vilka klausuler som lyder som de gjorde i versionen.\n"
        f"avtal: {agreement}\nversion: {label}\nklausuler:\n{rows}"
    )
