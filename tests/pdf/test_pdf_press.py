"""The process that sets pages: what is said when it dies."""

from pathlib import Path

import pytest

from builder.pdf import PdfError, press, write
from tests.word.word_examples import redline


def test_a_process_that_dies_is_told_with_its_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "dies.py"
    program.write_text("import os; os.kill(os.getpid(), 9)", "utf-8")
    monkeypatch.setattr(press, "PROGRAM", program)
    with pytest.raises(PdfError, match=rf"PDF-filen av ”{redline.name}” kunde inte göras: .*avbröts \(-9\).*minne"):
        write(redline)


def test_a_source_that_cannot_be_set_says_why() -> None:
    with pytest.raises(press.PressError) as caught:
        press.pressed(b"#panic()", 0)
    assert "panicked" in caught.value.message
    assert "panic()" in caught.value.diagnostic
