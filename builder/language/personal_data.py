"""What tells who someone is: personal identity numbers, telephone numbers and e-mail addresses, in any text.

A personal identity number has a real date and a right check digit, so that a code or a diary number is none.
Time grows with the text's length: each pattern begins with a sign of its own and repeats a counted number of times.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

__all__ = ["Personal", "personal_data"]

Kind = Literal["identity number", "telephone", "e-mail"]


class Personal(NamedTuple):
    """Where a text says who someone is."""

    kind: Kind
    start: int
    end: int


_IDENTITY = re.compile(r"\d(?<![\w/=+.,-].)(?<!\d .)\d{5}(?:\d{2})?[-+ ]?\d{4}(?![\w/=-]|[.,]\d| \d)")
_DATE = re.compile(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])")
_TELEPHONE = re.compile(
    r"[+0](?<![\w+/=.,:–-].)(?<!\d .)(?:"
    r"(?:(?<=\+)|0)46[ -]?(?:\(0\)[ -]?)?[1-9]\d{0,2}(?:[ -]?\d{2,3}){2,4}(?![\w-])"
    r"|(?<=0)[1-9]\d{0,2}(?:(?: ?[-–/] ?| )\d{2,3}(?: ?\d{2,3}){1,3}|(?<=07\d)\d{7})(?![\w/=-]|[.,:]\d| \d))"
)
_ADDRESS = re.compile(r"@(?<=[\w+-]@)[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_LOCAL = re.compile(r"[\w.+-]{1,64}$")
_MADE_UP = re.compile(r"(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|org|net))$", re.IGNORECASE)
_DIGITS = range(8, 14)


def personal_data(text: str) -> Iterator[Personal]:
    """Each place that tells who someone is. Addresses made up for examples (a@b.example) do not."""
    for match in _IDENTITY.finditer(text):
        if _is_identity(re.sub(r"\D", "", match[0])):
            yield Personal("identity number", *match.span())
    for match in _TELEPHONE.finditer(text):
        if sum(map(str.isdigit, match[0])) in _DIGITS:
            yield Personal("telephone", *match.span())
    if "@" in text:
        yield from _addresses(text)


def _addresses(text: str) -> Iterator[Personal]:
    for match in _ADDRESS.finditer(text):
        local = _LOCAL.search(text, max(match.start() - 64, 0), match.start())
        if local and not _MADE_UP.search(match[0][1:]):
            yield Personal("e-mail", local.start(), match.end())


def _is_identity(digits: str) -> bool:
    """The date is real, as that of a co-ordination number (its day plus 60) also is, and the check digit is right."""
    short = digits[-10:]
    if len(digits) == 12 and digits[:2] not in ("18", "19", "20"):
        return False
    return _DATE.match(short) is not None and _check_sum(short) % 10 == 0


def _check_sum(digits: str) -> int:
    """Each other digit doubled, and the digits of the products added."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled)
