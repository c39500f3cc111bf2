"""Files that a document needs and that could not be read as written: it would be told with words left out."""

from collections.abc import Iterable

from builder.assemble import annex_titles
from builder.finding import Finding
from builder.library import Assembly, Exhibit
from builder.phrases import SWEDISH
from builder.read import REGISTERS

__all__ = ["faults_of", "needed_and_unread", "refusal", "told", "unread"]

_UNREAD = frozenset({"F001", "F002", "F003", "F004", "F008", "H101", "H102", "H108", "T306"})
_REGISTERS = "clauses/register"
_ENDINGS = (".yml", ".yaml")
ANNEXES = frozenset(annex_titles(SWEDISH)) - {"processkort"}
"""Annexes that need no more than every document does. Process cards are made of the questions of a table."""


def unread(faults: Iterable[Finding]) -> tuple[Finding, ...]:
    """The faults that keep a file from being read as it is written."""
    return tuple(fault for fault in faults if fault.code in _UNREAD)


def needed_and_unread(assembly: Assembly, faults: Iterable[Finding]) -> tuple[Finding, ...]:
    """What keeps a document from being put together whole: its own file, its clauses or a register."""
    return unread(faults_of(assembly, faults))


def faults_of(assembly: Assembly, faults: Iterable[Finding]) -> tuple[Finding, ...]:
    """The faults of the files that a document is made of. Rows of tables may come from any clause or register."""
    found = tuple(faults)
    if not found:
        return ()
    template = {f"assemblies/{assembly.template}"} if assembly.template else set()
    needed = {assembly.path, *template, *(f"clauses/{id_}.md" for id_ in assembly.clauses)}
    tables = _shows_tables(assembly)
    return tuple(
        fault for fault in found
        if _concerns(fault.position.path, needed) or (tables and fault.position.path.startswith("clauses"))
    )  # fmt: skip


def refusal(name: str, faults: Iterable[Finding]) -> str:
    """Why a document is not made, with the place and remedy of each fault."""
    return told(f"Dokumentet ”{name}” görs inte, för en del av det går inte att läsa.", faults)


def told(said: str, faults: Iterable[Finding]) -> str:
    """A sentence, and under it the place and remedy of each fault."""
    lines = [f"{f.position.path}:{f.position.line}:{f.position.column}: {f.sentence} {f.hint}".rstrip() for f in faults]
    return "\n".join([said, *lines])


def _shows_tables(assembly: Assembly) -> bool:
    exhibits = any(isinstance(entry, Exhibit) for entry in assembly.entries)
    return exhibits or bool({*assembly.annexes} - ANNEXES)


def _concerns(path: str, needed: set[str]) -> bool:
    """A needed file, a register that every document rests on, or a folder that is a link and hides them."""
    folder, _, name = path.rpartition("/")
    if path in needed or (folder == _REGISTERS and name.endswith(_ENDINGS) and name.partition(".")[0] in REGISTERS):
        return True
    return any(file.startswith(path + "/") for file in (*needed, _REGISTERS + "/"))
