"""Bytes of a file become text, and what cannot be printed or seen in it becomes findings."""

import re
import unicodedata
from collections.abc import Iterator

from builder.finding import Finding
from builder.model import Position

__all__ = ["CONTROL", "char_name", "decode", "with_plain_lines"]

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# Zero-width joiners are spelling, not a fault, in the scripts of Asia.
UNSEEN = re.compile(
    r"[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<![\u0600-\u0dff])[\u200c\u200d]"
)
CONFLICT = re.compile(r"^<<<<<<< ", re.MULTILINE)
"""What git leaves where two writers changed the same lines."""

MOST = 20
MARK = "\ufeff"


def decode(content: bytes, path: str) -> tuple[str, bool, tuple[Finding, ...]]:
    """The text as written, so that it gives the same bytes back; whether all could be read; and what is wrong."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content.decode("utf-8", "replace"), False, (_not_utf8(content, error, path),)
    conflict = CONFLICT.search(text) if "<<<<<<< " in text else None
    if conflict is not None:
        return text, False, (Finding("F008", _place(with_plain_lines(text), conflict.start(), path)),)
    if _is_plain(text):
        return text, True, ()
    return text, True, (*_signs(text, CONTROL, "F002", path), *_signs(text, UNSEEN, "F007", path))


def with_plain_lines(text: str) -> str:
    """The text with "\\n" at the end of each line, without a byte order mark, and with a space for each
    control character: the places stay the same."""
    text = text.removeprefix(MARK)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if _is_plain(text) else CONTROL.sub(" ", text)


def _is_plain(text: str) -> bool:
    """Nothing but lines of printable signs: the common case, told ten times faster than by a pattern."""
    return text.replace("\n", "").isprintable()


def _not_utf8(content: bytes, error: UnicodeDecodeError, path: str) -> Finding:
    before = with_plain_lines(content[: error.start].decode("utf-8", "replace"))
    words = {"byte": f"0x{content[error.start]:02X}", "offset": str(error.start + 1)}
    return Finding("F001", _place(before, len(before), path), words)


def _signs(text: str, pattern: re.Pattern[str], code: str, path: str) -> Iterator[Finding]:
    """The first few of the file's signs of one sort."""
    if pattern.search(text) is None:
        return
    lines = re.sub("\r\n?", "\n", text.removeprefix(MARK))
    for count, match in enumerate(pattern.finditer(lines)):
        if count == MOST:
            return
        yield Finding(code, _place(lines, match.start(), path), {"char": char_name(match[0])})


def _place(text: str, offset: int, path: str) -> Position:
    return Position(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def char_name(char: str) -> str:
    """A sign as a finding tells of it: its number, and its name where it has one."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
