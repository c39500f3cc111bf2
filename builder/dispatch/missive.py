"""The project's missiv as a letter to one recipient."""

from collections.abc import Sequence
from dataclasses import replace

from builder.asked import REGISTER, AskedQuestion, in_order
from builder.dispatch.addressee import Addressee
from builder.dispatch.deadline import DEADLINE, in_words
from builder.dispatch.occasion import NO_DIARY, Occasion
from builder.dispatch.paper import chapter, facts, letter
from builder.model import Block, Document, Inline, Paragraph, ParameterUse, Section, Table, Text

__all__ = ["addressed"]


def addressed(
    missive: Document, occasion: Occasion, addressee: Addressee, questions: Sequence[AskedQuestion]
) -> Document:
    """The project's missiv as a letter to one recipient, with its last day to answer and nothing for the writers. The
    questions of the register bear the numbers that they have in the text and the form."""
    top = chapter("till", f"Till {addressee.name}", facts(_about(occasion, addressee)))
    own = (_for_readers(section, occasion.deadline) for section in missive.sections)
    sections = (top, *(_numbered(section, questions) for section in own))
    edition = replace(missive.edition, date=occasion.day or missive.edition.date, recipient=addressee.id)
    return letter(missive.name, edition, sections)


def _about(occasion: Occasion, addressee: Addressee) -> list[tuple[str, str]]:
    edition = occasion.edition
    return [
        ("Skickas till", addressee.address),
        ("Varför ni får remissen", addressee.why),
        ("Från", occasion.sender),
        ("Datum", in_words(occasion.day)),
        ("Diarienummer", edition.diary or NO_DIARY),
        ("Förslaget", f"{edition.title}, version {edition.version}"),
        ("Svara senast", occasion.deadline),
    ]


def _for_readers(section: Section, deadline: str) -> Section:
    kept = (block for block in section.blocks if not (isinstance(block, Paragraph) and _is_for_writers(block)))
    return replace(section, blocks=tuple(_with_deadline(block, deadline) for block in kept))


def _is_for_writers(paragraph: Paragraph) -> bool:
    return paragraph.shape.kind in ("facts", "question")


def _with_deadline(block: Block, deadline: str) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, content=tuple(_own_day(inline, deadline) for inline in block.content))


def _own_day(inline: Inline, deadline: str) -> Inline:
    is_day = isinstance(inline, Text) and inline.marks.about == ParameterUse(DEADLINE)
    return replace(inline, text=deadline) if is_day and isinstance(inline, Text) else inline


# --- the questions -----------------------------------------------------------------------------------


def _numbered(section: Section, questions: Sequence[AskedQuestion]) -> Section:
    """The table of questions in the order of their numbers, without those that the text does not put."""
    if section.id != f"tabell/{REGISTER}":
        return section
    blocks = (in_order(block, questions) if isinstance(block, Table) else block for block in section.blocks)
    return replace(section, blocks=tuple(blocks))
