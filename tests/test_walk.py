"""Walking through blocks: nothing is left out, whatever it stands in, and nothing comes twice."""

from hypothesis import given

from builder.model import Cell, Note, Paragraph, Row, Table, Text, all_inlines, all_paragraphs, words
from tests.documents import paragraphs, tables


def plain(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_the_order_is_the_readers() -> None:
    noted = Paragraph((Text("a"), Note((plain("b"), plain("c"))), Text("d")))
    table = Table((Row((Cell((plain("e"), noted)), Cell((plain("f"),)))),), ("left", "left"))
    assert [words(p.content) for p in all_paragraphs([noted, table])] == ["ad", "b", "c", "e", "ad", "b", "c", "f"]


@given(paragraphs, tables())
def test_every_inline_comes_once(paragraph: Paragraph, table: Table) -> None:
    met = list(all_inlines([paragraph, table]))
    above = [paragraph, *(p for row in table.rows for cell in row.cells for p in cell.content)]
    called = sum(isinstance(inline, Note) for inline in met)
    inside = sum(len(p.content) for inline in met if isinstance(inline, Note) for p in inline.content)
    assert len(met) == sum(len(p.content) for p in above) + inside
    assert called == sum(isinstance(inline, Note) for p in above for inline in p.content)
