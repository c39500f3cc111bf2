"""Editions of the same text: what stands beside the clauses for those who write, answer, decide or follow it.

Made of the resolved document, so a version's checksum is the same whoever its file is for. The clauses' own text is
never touched: what changes is the small print under their headings, their questions and the words of registers' tables.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from builder.asked import AskedQuestion, asked
from builder.library import Library
from builder.model import (
    ASSUMED,
    Block,
    Break,
    Cell,
    Document,
    Edition,
    Inline,
    Marks,
    Number,
    Paragraph,
    ParameterUse,
    Row,
    Section,
    Shape,
    Table,
    Text,
    Variant,
    all_inlines,
    all_paragraphs,
    join,
    words,
)
from builder.phrases import Phrases, phrases

__all__ = ["VARIANTS", "dress", "lettered", "used_parameters", "variant_of"]

VARIANTS: tuple[Variant, ...] = ("arbetsversion", "remissversion", "beslutsversion", "gällande")

OF_STATUS: Mapping[str, Variant] = MappingProxyType({
    "remiss": "remissversion", "beslutsförslag": "beslutsversion", "beslutad": "beslutsversion",
    "gällande": "gällande", "upphävd": "beslutsversion",
})  # fmt: skip

PROPOSED = "beslutsförslag"
"""The status of what is put before those who decide, until they have."""

STRONG = Marks(strong=True)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def variant_of(edition: Edition) -> Variant:
    """The edition that is made of a version by its status when none is asked for.

    Nobody decides on what stands beside an agreement, and much there rests on assumptions: it says so to the end."""
    variant = OF_STATUS.get(edition.status, "arbetsversion")
    return "arbetsversion" if edition.supporting and variant != "remissversion" else variant


def dress(document: Document, variant: Variant, library: Library) -> Document:
    """The document as an edition shows it. `library`: that of the document's version."""
    match variant:
        case "arbetsversion":
            return document
        case "remissversion":
            sections = tuple(map(_asking(document, library).section, document.sections))
        case "beslutsversion" | "gällande":
            said = phrases(document.edition.language)
            sections = tuple(_clean(section, said) for section in document.sections)
    return replace(document, sections=sections, edition=_edition(document.edition, variant))


def _edition(edition: Edition, variant: Variant) -> Edition:
    proposed = variant == "beslutsversion" and not edition.decided
    return replace(edition, variant=variant, status=PROPOSED if proposed else edition.status)


# --- for those who decide ----------------------------------------------------------------------------


def _clean(section: Section, said: Phrases) -> Section:
    """Without what stands beside a clause's text; tables no longer speak of open questions in their heads."""
    heads = {said.locked_or_question: said.locked_by}
    kept = (block for block in section.blocks if section.kind != "clause" or not _beside(block))
    return replace(section, blocks=tuple(_reworded(block, heads) for block in kept))


def _beside(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.shape.kind in ("facts", "question")


def _reworded(block: Block, said: Mapping[str, str]) -> Block:
    """A table in which a cell of exactly these words says others."""
    if not isinstance(block, Table) or not any(words(p.content) in said for p in all_paragraphs([block])):
        return block
    return replace(block, rows=tuple(_reworded_row(row, said) for row in block.rows))


def _reworded_row(row: Row, said: Mapping[str, str]) -> Row:
    cells = (Cell(tuple(_reworded_paragraph(p, said) for p in cell.content)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _reworded_paragraph(paragraph: Paragraph, said: Mapping[str, str]) -> Paragraph:
    other = said.get(words(paragraph.content))
    return paragraph if other is None else replace(paragraph, content=(Text(other),))


# --- for those who are asked -------------------------------------------------------------------------


def used_parameters(section: Section) -> tuple[str, ...]:
    """The ids of the parameters whose values a section's text says, each once."""
    used = map(_parameter, all_inlines(section.blocks))
    return tuple(dict.fromkeys(use.parameter for use in used if use))


def _parameter(inline: Inline) -> ParameterUse | None:
    about = inline.marks.about if isinstance(inline, Text) else None
    return about if isinstance(about, ParameterUse) else None


@dataclass(frozen=True, slots=True)
class _Asking:
    """Questions become numbered boxes, and what is only proposed says so."""

    library: Library
    said: Phrases
    boxes: Mapping[str, Sequence[AskedQuestion]]
    own: bool

    def section(self, section: Section) -> Section:
        """The section as those who are asked see it. What stands beside an agreement proposes nothing."""
        boxes = (_box(question, self.said) for question in self.boxes.get(section.id, ()))
        if not self.own:
            return replace(section, blocks=(*section.blocks, *boxes))
        if section.kind != "clause":
            proposed = {ASSUMED: self.said.assumed}
            return replace(section, blocks=tuple(_reworded(block, proposed) for block in section.blocks))
        kept = (block for block in section.blocks if not _beside(block))
        return replace(section, blocks=(*self._facts(section), *kept, *boxes))

    def _facts(self, section: Section) -> Iterator[Paragraph]:
        """The small print under the heading, with what is only proposed said last."""
        old = next((b for b in section.blocks if isinstance(b, Paragraph) and b.shape.kind == "facts"), None)
        content = _unsourced(old.content, f"{self.said.source}: {ASSUMED}") if old else ()
        proposed = " · ".join(self._proposed(section))
        marked = (Text(" · " if content else ""), Text(proposed, STRONG)) if proposed else ()
        if made := join((*content, *marked)):
            yield Paragraph(made, Shape("facts"))

    def _proposed(self, section: Section) -> Iterator[str]:
        if section.facts.source == ASSUMED:
            yield self.said.assumed
        known = (self.library.parameters.get(name) for name in used_parameters(section))
        values = dict.fromkeys(parameter.value for parameter in known if parameter and parameter.source == ASSUMED)
        if values:
            label = self.said.undecided_value if len(values) == 1 else self.said.undecided_values
            yield f"{label}: {'; '.join(values)}"


def _asking(document: Document, library: Library) -> _Asking:
    own = not document.edition.supporting
    said = phrases(document.edition.language)
    return _Asking(library, said, {} if document.edition.decided else _boxes(asked(document, library), own=own), own)


def _boxes(questions: Iterable[AskedQuestion], *, own: bool) -> Mapping[str, Sequence[AskedQuestion]]:
    """By clause: a general question stands in the first that it concerns, a clause's own in each that puts it. In a
    document beside the agreement only the general ones have a number: its own are not answered in the form."""
    boxes: dict[str, list[AskedQuestion]] = {}
    for question in questions:
        for clause in question.clauses[:1] if question.is_general else question.clauses:
            if question.is_general or own:
                boxes.setdefault(clause, []).append(question)
    return boxes


def _box(question: AskedQuestion, said: Phrases) -> Paragraph:
    """A question with its number, which follows the others and is no change of its own, and its alternatives."""
    before, _, after = said.asked.partition("{}")
    named = "" if question.is_general or not question.name else f" ({question.name})"
    content: list[Inline] = [Text(before, STRONG), Number(f"fråga/{question.id}", str(question.number), STRONG)]
    content += [Text(f"{after}{named}", STRONG), Break(), Text(question.text)]
    for letter, alternative in lettered(question.alternatives):
        content += [Break(), Text(f"{letter}. ", STRONG), Text(alternative)]
    if question.guidance:
        content += [Break(), Text(question.guidance, Marks(emphasis=True))]
    return Paragraph(tuple(content), Shape("question"))


def lettered(alternatives: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each alternative with its letter: A, B, … and numbers where the letters end."""
    for place, alternative in enumerate(alternatives):
        yield LETTERS[place] if place < len(LETTERS) else str(place + 1), alternative


def _unsourced(content: tuple[Inline, ...], source: str) -> tuple[Inline, ...]:
    """Small print without its source, which stands last."""
    last = content[-1] if content else None
    if not isinstance(last, Text) or not last.text.endswith(source):
        return content
    rest = last.text.removesuffix(source).removesuffix(" · ")
    return (*content[:-1], replace(last, text=rest)) if rest else content[:-1]
