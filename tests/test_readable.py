"""Readability by example: {-deleted-}{+inserted+}{~with other looks~}, ¶ between paragraphs."""

from pathlib import Path

import pytest

from builder.compare import compare
from builder.model import Document, Edition, Marks, Paragraph, Section, Text
from builder.redline import MarkedParagraph, Span

EXAMPLES = Path(__file__).with_name("readable.txt")


def examples() -> list[list[str]]:
    """Three lines each: "- old", "+ new", "= what is shown"."""
    return [[line[2:] for line in e.splitlines()] for e in EXAMPLES.read_text("utf-8").strip().split("\n\n")]


def document(text: str) -> Document:
    """One paragraph, in which *this* is emphasised."""
    runs = tuple(Text(part, Marks(emphasis=k % 2 == 1)) for k, part in enumerate(text.split("*")) if part)
    return Document("hemmet", Edition(""), (Section("hemmet/a", "clause", 1, (), (Paragraph(runs),)),))


def shown(old: str, new: str) -> str:
    blocks = compare(document(old), document(new)).sections[0].blocks
    return " ¶ ".join("".join(map(marked, b.spans)) for b in blocks if isinstance(b, MarkedParagraph))


def marked(span: Span) -> str:
    assert isinstance(span.inline, Text)
    signs = {"deletion": "{-%s-}", "insertion": "{+%s+}"}
    sign = signs[span.fate[0].kind] if span.fate else "{~%s~}" if span.before else "%s"
    return sign % span.inline.text


@pytest.mark.parametrize(("old", "new", "expected"), examples())
def test_a_change_reads_as_people_would_write_it(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected
