"""The form that a document is answered on, for one recipient or for whoever."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from builder.answers import AnswerForm, Recipient, form, recipients
from builder.build.error import BuildError
from builder.build.text import Text
from builder.variant import variant_of

__all__ = ["answer_bytes", "answer_form", "require_ending"]

FORMATS = (".docx", ".xlsx")


def require_ending(ending: str) -> None:
    """BuildError for an ending that is no format of a form."""
    if ending.lower() not in FORMATS:
        example = "-o svar.docx eller -o svar.xlsx"
        raise BuildError(f"Filändelsen ”{ending}” är inget format för svarsformulär. Skriv till exempel {example}.")


def answer_form(text: Text, name: str, recipient: str | None = None) -> AnswerForm:
    """The form for a document; BuildError when the recipient is not in the list."""
    document = text.whole(name)
    edition = replace(document.edition, variant=variant_of(document.edition))
    found = _recipient(recipients(text.library), recipient) if recipient else None
    return form(replace(document, edition=edition), text.library, found)


def answer_bytes(made: AnswerForm, ending: str, template: bytes | None) -> bytes:
    """A form in the format of a file name's ending."""
    require_ending(ending)
    if ending.lower() == ".docx":
        from builder import word

        return word.write_answer_form(made, template)
    from builder import excel

    return excel.write_answer_form(made)


def _recipient(known: Mapping[str, Recipient], wanted: str) -> Recipient:
    """The recipient that a user means by its id in the list, its id among the parties or its name."""
    for recipient in known.values():
        if wanted.casefold() in (recipient.id.casefold(), recipient.party.casefold(), recipient.name.casefold()):
            return recipient
    raise BuildError(f"Mottagaren ”{wanted}” finns inte i sändlistan. {_hint(known, wanted)}")


def _hint(known: Mapping[str, Recipient], wanted: str) -> str:
    if not known:
        return "Projektet har ingen sändlista. Skriv den i clauses/register/sandlista.yml."
    names = {text: r for r in known.values() for text in (r.id, r.party, r.name.casefold()) if text}
    close = get_close_matches(wanted.casefold(), names, 1)
    if close:
        return f"Menade du {names[close[0]].id} ({names[close[0]].name})?"
    return f"Mottagare som finns: {', '.join(known)}."
