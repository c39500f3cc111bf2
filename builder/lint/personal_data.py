"""Rules for what tells who someone is, in every file: texts, headers, registers and assemblies, in any language."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from builder.finding import Finding
from builder.language.personal_data import Kind, Personal, personal_data
from builder.lint.analysis import Analysis
from builder.model import Position

__all__ = ["personal_details"]

_CODES: Mapping[Kind, str] = {"identity number": "S908", "telephone": "S909", "e-mail": "S910"}
_NEWLINE = re.compile(r"\r\n?|\n")
_OF_THE_PROJECT = re.compile(r"^synpunkter:.*", re.MULTILINE)
"""Where remarks go is a mailbox that the writing group has chosen to show."""
_OF_A_FUNCTION = re.compile(r"^ +telefon:.*", re.MULTILINE)
"""The numbers of the register of contacts are those of functions."""


def personal_details(analysis: Analysis) -> Iterator[Finding]:
    """S908, S909, S910: an identity number, a telephone number, an e-mail address."""
    for path, source in analysis.library.sources.items():
        text = source.removeprefix("\ufeff")
        found = [item for item in personal_data(text) if not _is_chosen(path, text, item)]
        if found:
            yield from _findings(path, text, found)


def _findings(path: str, text: str, found: list[Personal]) -> Iterator[Finding]:
    starts = (0, *(newline.end() for newline in _NEWLINE.finditer(text)))
    for item in found:
        line = bisect_right(starts, item.start)
        place = Position(path, line, item.start - starts[line - 1] + 1)
        yield Finding(_CODES[item.kind], place, {"text": _shown(item, text[item.start : item.end])})


def _shown(item: Personal, text: str) -> str:
    """The words as a report may repeat them: an identity number without its last digits."""
    return f"{text[:-4]}****" if item.kind == "identity number" else text


def _is_chosen(path: str, text: str, item: Personal) -> bool:
    if item.kind == "telephone":
        return path.endswith("register/kontakter.yml") and _stands_in(_OF_A_FUNCTION, text, item)
    if item.kind != "e-mail" or not path.endswith("register/projekt.yml"):
        return False
    return _stands_in(_OF_THE_PROJECT, text, item)


def _stands_in(lines: re.Pattern[str], text: str, item: Personal) -> bool:
    return any(line.start() <= item.start < line.end() for line in lines.finditer(text))
