"""Any text as a string of Typst's: the only form in which words from outside reach it, so that none is code."""

import re

__all__ = ["cleaned", "lines", "string"]

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What a PDF to keep may not hold, and what turns the text around it."""

SPACE = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")
LINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
TAB = "    "
SPECIAL = str.maketrans({"\\": "\\\\", '"': '\\"'})


def cleaned(text: str) -> str:
    """Text on one line, without control characters."""
    return SPACE.sub(" ", INVISIBLE.sub("", text))


def lines(text: str) -> list[str]:
    """The lines of literal text, their spaces kept."""
    return [INVISIBLE.sub("", line.replace("\t", TAB)) for line in LINE.split(text)]


def string(text: str) -> str:
    """A string literal. In it only the quotation mark and the backslash mean anything."""
    return f'"{cleaned(text).translate(SPECIAL)}"'
