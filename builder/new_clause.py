"""A new clause file: an id that can be printed and linked for good, a header that can be read, and what to do next."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from builder.assemble import assemble
from builder.library import Assembly, Library

__all__ = ["ClauseError", "NewClause", "new_clause"]

_PLAIN = re.compile(r"[^\W\d_][\w ,.()/–§&+-]*")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BODY = "Skriv klausulens text här."


class ClauseError(Exception):
    """The clause cannot be made. The message is Swedish and says what to do."""


@dataclass(frozen=True, slots=True)
class NewClause:
    """The file to write, and what the writer should do next."""

    path: str
    text: str
    advice: tuple[str, ...]


def new_clause(library: Library, path: str, title: str) -> NewClause:
    """A clause file for `hemmet/nattlig-tillsyn`; ClauseError when the id or the title will not do."""
    id = _checked_id(library, path)
    text = f"---\ntitel: {_yaml(_checked_title(title))}\n---\n{_BODY}\n"
    return NewClause(f"clauses/{id}.md", text, tuple(_advice(library, id)))


# --- id and title --------------------------------------------------------------------------------------


def _checked_id(library: Library, path: str) -> str:
    id = unicodedata.normalize("NFC", path.replace("\\", "/")).strip().removeprefix("clauses/").removesuffix(".md")
    proposal = "/".join(slug for part in id.split("/") if (slug := _slug(part)))
    if not proposal:
        raise ClauseError(
            f"”{path}” kan inte vara en klausuls id. Skriv mapp och namn, till exempel hemmet/ny-klausul."
        )
    if id != proposal:
        rule = "små bokstäver a–z, siffror och bindestreck"
        raise ClauseError(f"”{path}” kan inte vara en klausuls id. Använd {proposal}: {rule}.")
    if id.startswith("register/"):
        raise ClauseError("Mappen register är till för registren. Välj avtalets mapp.")
    _refuse_taken(library, id)
    return id


def _refuse_taken(library: Library, id: str) -> None:
    owner = next((clause.id for clause in library.clauses.values() if id in clause.former), "")
    if id in library.clauses or id in library.broken or f"clauses/{id}.md" in library.sources:
        raise ClauseError(f"Klausulen {id} finns redan i clauses/{id}.md. Välj ett annat namn.")
    if owner:
        raise ClauseError(f"Id:t {id} har tidigare använts av {owner} och återanvänds aldrig. Välj ett annat namn.")


def _slug(part: str) -> str:
    """Small letters a–z, digits and hyphens: "Läkare i hemmet" becomes lakare-i-hemmet."""
    plain = unicodedata.normalize("NFKD", part.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _checked_title(title: str) -> str:
    checked = unicodedata.normalize("NFC", title).strip()
    if not checked:
        raise ClauseError("Klausulen behöver en titel, till exempel ”Nattlig tillsyn”.")
    if _UNPRINTABLE.search(checked):
        raise ClauseError("Titeln har ett tecken som inte kan tryckas, till exempel en radbrytning. Ta bort det.")
    return checked


def _yaml(text: str) -> str:
    """The text as a YAML value, in quotation marks where plain text could be read as something else."""
    if _PLAIN.fullmatch(text) and ": " not in text:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# --- what to do next -----------------------------------------------------------------------------------


def _advice(library: Library, id: str) -> Iterator[str]:
    folder = id.rpartition("/")[0]
    homes = [assembly for assembly in library.assemblies.values() if _is_home(library, assembly, folder)]
    for assembly in homes or library.assemblies.values():
        yield f"Lägg till raden ”- {id}” under innehåll i {assembly.path}, där klausulen ska stå."
    if not library.assemblies:
        yield f"Gör en fil i mappen assemblies med titel och innehåll: [{id}]."


def _is_home(library: Library, assembly: Assembly, folder: str) -> bool:
    """The document is of the folder's agreement, or already holds clauses from the folder."""
    sections = assemble(library, assembly)[0].sections
    held = {section.id.rpartition("/")[0] for section in sections if section.kind == "clause"}
    return bool(folder and assembly.agreement == folder) or folder in held
