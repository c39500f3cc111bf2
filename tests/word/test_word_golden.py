"""The written XML as text, so that a reviewer can read what changed.

To accept what is written now: OVERENS_GOLDEN=accept python -m pytest tests/word/test_word_golden.py"""

import os
from pathlib import Path

import pytest

from builder.redline import Redline, unchanged
from builder.word import write
from tests.word.parts import pretty
from tests.word.test_word_editions import ASKED
from tests.word.word_examples import NEW, redline

GOLDEN = Path(__file__).parent / "golden"
PARTS = {
    "clean": ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml", "word/numbering.xml",
              "customXml/item1.xml", "docProps/core.xml", "docProps/custom.xml"),
    "redline": ("word/document.xml", "word/footnotes.xml"),
    "remissversion": ("word/document.xml", "word/comments.xml"),
}  # fmt: skip
EXAMPLES = {"clean": unchanged(NEW), "redline": redline, "remissversion": ASKED}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_written_file_is_as_it_was_read_and_accepted(name: str) -> None:
    written = golden(EXAMPLES[name], PARTS[name])
    file = GOLDEN / f"{name}.xml"
    if os.environ.get("OVERENS_GOLDEN") == "accept":
        file.write_text(written, "utf-8")
    assert file.read_text("utf-8") == written


def golden(example: Redline, parts: tuple[str, ...]) -> str:
    data = write(example)
    return "".join(f"=== {name}\n{pretty(data, name)}" for name in parts)
