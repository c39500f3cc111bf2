"""Editions: the document as one of them shows it, and why one cannot be made yet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from builder.build.error import BuildError
from builder.build.text import Text
from builder.finding import Finding
from builder.model import Document, Variant
from builder.remaining import Left, LeftKind, remaining
from builder.variant import dress, variant_of

__all__ = ["NotYetError", "alike", "edition"]

NOT_YET = "Beslutsversionen av ”{}” kan inte göras än. Det här återstår:"
INSTEAD = "Gör en arbetsversion så länge: overens word {} --upplaga arbetsversion -o {}.docx"
NOT_IN_FORCE = (
    "Upplagan gällande görs bara av en version med status gällande. Den här har status {}. Ange versionen med "
    "--revision, eller gör en annan upplaga."
)
LEFT_OUT = (
    "Word-filen av ”{0}” är inte gjord: {1} återstår före beslut. Kommandot overens word {0} -o {0}.docx visar dem."
)
KINDS: dict[LeftKind, str] = {
    "fel": "Fel ({}). Rätta dem, overens check visar dem i texten:",
    "fråga": "Öppna frågor ({}). Låt parterna avgöra dem, skriv in svaret och ta bort frågan:",
    "värde": "Värden som ingen har bestämt ({}). Skriv in dem i registret och ta bort frågan:",
    "rad": "Rader som säger att något är öppet ({}). Fyll i dem:",
    "antagande": "Antaganden ({}). Låt parterna ta ställning och ändra sedan källan till känd:",
}


class NotYetError(BuildError):
    """An edition must wait. Where many files are made, `left_out` says in one sentence that this is not among them."""

    def __init__(self, name: str, left: Sequence[Left]) -> None:
        """The name of the document and what remains."""
        super().__init__("\n".join([NOT_YET.format(name), *_listed(left), INSTEAD.format(name, name)]))
        self.left_out = LEFT_OUT.format(name, "en sak" if len(left) == 1 else f"{len(left)} saker")


def edition(text: Text, name: str, variant: Variant | None, checked: Callable[[], Sequence[Finding]]) -> Document:
    """The document as an edition shows it, by its status when none is asked for; BuildError when it must wait.

    `checked`: all findings of the text. What is decided is decided, whatever its clauses say of their source."""
    document = text.whole(name)
    status = document.edition.status
    wanted = variant or variant_of(document.edition)
    if wanted == "gällande" and not document.edition.valid:
        raise BuildError(NOT_IN_FORCE.format(status))
    waits = wanted == "beslutsversion" and not document.edition.decided
    if waits and (left := remaining(document, text.library, checked())):
        raise NotYetError(document.name, left)
    return dress(document, wanted, text.library)


def _listed(left: Sequence[Left]) -> Iterator[str]:
    for kind, group in groupby(left, lambda item: item.kind):
        items = tuple(group)
        yield KINDS[kind].format(len(items))
        yield from (f"  {item.position.path}:{item.position.line}: {item.said}" for item in items)


def alike(text: Text, document: Document, variant: Variant) -> Document:
    """A document for comparing, with what the edition shows and what it says of itself."""
    return replace(dress(document, variant, text.library), edition=replace(document.edition, variant=variant))
