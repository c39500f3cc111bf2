"""The pieces that the short papers of a package are put together of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.fingerprint import document_fingerprint
from builder.model import Alignment, Block, Cell, Document, Edition, Marks, Paragraph, Row, Section, Shape, Table, Text

__all__ = ["bullet", "chapter", "facts", "letter", "prose", "table"]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, files: bool = False) -> Table:
    """Rows of plain words under their heads. `files`: each begins with a file's name, which no hyphen is put into."""
    left: Alignment = "left"
    name = Marks(code=True) if files else Marks()
    head = Row(tuple(Cell((prose(title),)) for title in heads), header=True)
    return Table((head, *(_row(cells, name) for cells in rows)), (left,) * len(heads))


def _row(cells: Sequence[str], name: Marks) -> Row:
    first, *rest = cells
    said = (Paragraph((Text(first, name),)), *map(prose, rest))
    return Row(tuple(Cell((paragraph,)) for paragraph in said), key=first)


def facts(said: Iterable[tuple[str, str]]) -> Table:
    """What is known, a row each; what is not has none."""
    return table(("Uppgift", "Innehåll"), [pair for pair in said if pair[1]])


def chapter(name: str, heading: str, *blocks: Block) -> Section:
    """Blocks under a heading."""
    return Section(f"kapitel/{name}", "chapter", 1, (Text(heading),), blocks)


def prose(text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Text(text),))


def bullet(text: str) -> Paragraph:
    """An item of a list."""
    return Paragraph((Text(text),), Shape(level=1, marker="bullet"))


def letter(name: str, edition: Edition, sections: tuple[Section, ...]) -> Document:
    """A paper without cover and contents, with the checksum of its own words."""
    document = Document(name, replace(edition, letter=True, variant="remissversion", checksum=""), sections)
    return replace(document, edition=replace(document.edition, checksum=document_fingerprint(document)))
