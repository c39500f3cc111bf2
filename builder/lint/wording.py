"""Rules for the text as typed: section numbers by hand, marks of unfinished work."""

import re
from collections.abc import Iterator

from builder.finding import Finding
from builder.lint.analysis import Analysis

__all__ = ["leftover_marks", "typed_numbers"]

_GAP = r"[\s>]{1,8}"
_NUMBER = re.compile(r"\d(?<![\w.,].)\d*(?:\.\d+)*(?!\w)")
_BEFORE = re.compile(
    r"(?<![\w.])(?:(?P<word>avsnitt(?:et|en)?|punkt(?:en|erna)?|klausul(?:en|erna)?|kapitel|kapitlet|kap\.?)"
    rf"|(?P<see>se|enligt|jfr)){_GAP}$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(rf"[.,:]\d|%|{_GAP}(?:%|§|kap\b|procent\b|kr\b|kronor|miljon|miljard|timm|dag|år\b)")
_ABOVE = re.compile(rf"{_GAP}(?:ovan|nedan)\b")
_ENDS_A_LINK = re.compile(r"\.?\]\([^()\s]*\.md\b")
_OF_LAW = re.compile(r"§|\blag\b|lagen\b|förordning|föreskrift|balken")
_OF_ANOTHER_TEXT = re.compile(rf"{_GAP}(?:(?:i|ur|av){_GAP}[A-ZÅÄÖ]|[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ])")
_IN_A_LINK_ELSEWHERE = re.compile(r"[^\[\]\r\n]{0,80}\]\((?![^()\s]*\.md\b)")
_IN_A_LINK = re.compile(r"\.?\]\(")
_LINK_INSTEAD = "Länka till klausulen i stället: [rubrik](fil.md). Numret sätts då av sig självt."
_MEND = "Kör overens fix: titeln skrivs i länken, och numret sätts av sig självt."
_NEAR = 50
_LONGEST_WORD = 24

# Every branch begins with a plain letter or sign, which lets the search skip all others.
_LEFTOVER = re.compile(
    r"T(?<!\w.)(?:ODO|BD)(?!\w)|F(?<!\w.)IXME(?!\w)|X(?<!\w.)XX+(?!\w)|x(?<!\w.)xx+(?!\w)"
    r"|\?\?\?+"
    r"|<(?<=\n.)<<<<<<(?= )|>(?<=\n.)>>>>>>(?= )"  # left by git where two have changed one line
    r"|u(?<!\w.)nder uppbyggnad\b|U(?<!\w.)nder uppbyggnad\b"
    r"|\[[A-ZÅÄÖ]{1,4}\d{1,3}\\?\](?![(\[:])"
)


def typed_numbers(analysis: Analysis) -> Iterator[Finding]:
    """T301: a section number typed by hand, which goes wrong when something is moved."""
    for sheet in analysis.sheets.values():
        for number in _NUMBER.finditer(sheet.text, sheet.body):
            start = _start(sheet.text, number)
            if start is not None and not _is_of_another_text(sheet.text, start, number):
                words = {"text": _on_one_line(sheet.text[start : number.end()])}
                advice = _MEND if _IN_A_LINK.match(sheet.text, number.end()) else _LINK_INSTEAD
                yield Finding("T301", sheet.place(start), {**words, "suggestion": advice})


def leftover_marks(analysis: Analysis) -> Iterator[Finding]:
    """T302: a mark of unfinished work, in the text or in the header."""
    for sheet in analysis.sheets.values():
        for match in _LEFTOVER.finditer(sheet.prose):
            yield Finding("T302", sheet.place(match.start()), {"text": match[0].replace("\\", "")})


def _start(text: str, number: re.Match[str]) -> int | None:
    """Where a reference to a section begins, None when the number is something else."""
    start, end = number.span()
    if _AMOUNT.match(text, end):
        return None
    before = _BEFORE.search(text, max(start - _LONGEST_WORD, 0), start)
    dotted = "." in number[0]
    if before and (before["word"] or dotted):
        return before.start()
    is_text_of_link = text[start - 1 : start] == "[" and _ENDS_A_LINK.match(text, end)
    return start if is_text_of_link or (dotted and _ABOVE.match(text, end)) else None


def _is_of_another_text(text: str, start: int, number: re.Match[str]) -> bool:
    """The number is of a law, of a named document or of a page elsewhere, which this project does not number."""
    end = number.end()
    if _OF_ANOTHER_TEXT.match(text, end) or _IN_A_LINK_ELSEWHERE.match(text, end):
        return True
    if not text[start:end].lower().startswith(("kap", "punkt")):
        return False
    return bool(_OF_LAW.search(text, max(start - _NEAR, 0), end + _NEAR))


def _on_one_line(text: str) -> str:
    return " ".join(text.replace(">", " ").split())
