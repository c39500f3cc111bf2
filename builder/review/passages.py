"""Where in a clause a reference is made: the sentence of running text, the row of a table, the entry of legal basis.

Who rewrites such a passage has looked at the reference in it; who rewrites another one has not.
"""

from collections.abc import Iterator, Sequence

from builder.language.duties import sentences, spans
from builder.library import Clause
from builder.model import Block, Inline, Paragraph, Section, Table, all_inlines, all_paragraphs, words
from builder.review.citations import Target, cited

__all__ = ["citing", "passages"]

BETWEEN = "; "
"""What stands between the entries of legal basis in the small print."""


def passages(clause: Clause) -> frozenset[str]:
    """All passages of a clause, and its paragraphs whole."""
    return frozenset(text for text in _passages(clause))


def _passages(clause: Clause) -> Iterator[str]:
    yield from map(_spaced, clause.facts.basis)
    for block in clause.body:
        if isinstance(block, Table):
            yield from _rows(block)
            continue
        for paragraph in all_paragraphs([block]):
            text = words(paragraph.content)
            yield _spaced(text)
            yield from sentences(text)


def citing(target: Target, section: Section, clause: Clause) -> frozenset[str]:
    """The passages of a clause's file that refer to a target. `section`: the clause as a document prints it, where
    references are marked and have their numbers put in; the passages are those of the file, without the numbers."""
    return frozenset(
        _spaced(passage)
        for content, passage in _paired(section, clause)
        if any(found.target == target for found in cited(section.id, content))
    )


def _paired(section: Section, clause: Clause) -> Iterator[tuple[Sequence[Inline], str]]:
    """Inlines as printed, with the passage of the file that they come from."""
    own = [block for block in section.blocks if not _is_beside(block)]
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.shape.kind == "facts":
            yield from _entries(block, clause)
    for printed, written in zip(own, clause.body, strict=False):
        match printed, written:
            case Table(rows=rows), Table():
                contents = ([*all_inlines(p for cell in row.cells for p in cell.content)] for row in rows)
                yield from zip(contents, _rows(written), strict=False)
            case Paragraph(), Paragraph():
                both = zip(all_paragraphs([printed]), all_paragraphs([written]), strict=False)
                for one, other in both:
                    yield from _sentences(one, words(other.content))
            case _:
                pass


def _is_beside(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.shape.kind in ("facts", "question")


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield _spaced(" | ".join(words(p.content) for cell in row.cells for p in all_paragraphs(cell.content)))


def _sentences(printed: Paragraph, written: str) -> Iterator[tuple[Sequence[Inline], str]]:
    """What is put in on the way never ends a sentence: the first sentence that is printed is the first of the file."""
    ends = [end for _, end in spans(words(printed.content))]
    yield from _parted(printed.content, ends, sentences(written), written)


def _entries(printed: Paragraph, clause: Clause) -> Iterator[tuple[Sequence[Inline], str]]:
    parts = words(printed.content).split(BETWEEN)
    ends = [sum(map(len, parts[:k])) + k * len(BETWEEN) for k in range(1, len(parts) + 1)]
    yield from _parted(printed.content, ends, clause.facts.basis, BETWEEN.join(clause.facts.basis))


def _parted(
    content: Sequence[Inline], ends: Sequence[int], written: Sequence[str], whole: str
) -> Iterator[tuple[Sequence[Inline], str]]:
    """The inlines that begin in each part; all with the whole where the parts do not answer to each other."""
    if len(ends) != len(written) or not ends:
        yield content, whole
        return
    place, part = 0, 0
    begun: list[list[Inline]] = [[] for _ in ends]
    for inline in content:
        while part < len(ends) - 1 and place >= ends[part]:
            part += 1
        begun[part].append(inline)
        place += len(words((inline,)))
    yield from zip(begun, written, strict=True)


def _spaced(text: str) -> str:
    return " ".join(text.split())
