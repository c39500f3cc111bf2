"""Findings as text for people, as JSON for programs and beside the lines for git hosts.

Everything from the files is shown without its control characters: a clause cannot move the cursor,
change the colours or forge a line of the report.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, assert_never

from builder.finding import Finding, Severity, in_order

__all__ = ["Form", "as_gitea", "as_github", "as_gitlab", "as_json", "as_text", "count", "view"]

Form = Literal["text", "json", "github", "gitlab", "gitea"]

_LEVELS: Mapping[Severity, str] = {"fel": "error", "varning": "warning", "fråga": "notice"}
_QUALITY: Mapping[Severity, str] = {"fel": "major", "varning": "minor", "fråga": "info"}
_COLOURS: Mapping[Severity, str] = {"fel": "31", "varning": "33", "fråga": "36"}
_NAMES: Mapping[Severity, tuple[str, str]] = {
    "fel": ("fel", "fel"),
    "varning": ("varning", "varningar"),
    "fråga": ("fråga", "frågor"),
}
_NEWLINE = re.compile(r"\r\n|\r|\n")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_BEFORE, _AFTER = 60, 100
_BOLD = "1"

Paint = Callable[[str, str], str]
"""Gives a text a colour, or leaves it."""


def view(findings: Iterable[Finding], sources: Mapping[str, str], form: Form, *, colour: bool = False) -> str:
    """The findings in the form asked for."""
    match form:
        case "text":
            return as_text(findings, sources, colour=colour)
        case "json":
            return as_json(findings)
        case "github":
            return as_github(findings)
        case "gitlab":
            return as_gitlab(findings)
        case "gitea":
            return as_gitea(findings)
        case _:
            assert_never(form)


def as_text(findings: Iterable[Finding], sources: Mapping[str, str], *, colour: bool = False) -> str:
    """A block a finding: place and sentence, the source line with a mark under it, the hint. Last the count."""
    ordered = in_order(tuple(findings))
    paint = _painted if colour else _plain
    lines = {path: _NEWLINE.split(sources[path]) for path in {f.position.path for f in ordered} & sources.keys()}
    blocks = ["\n".join(_block(finding, lines.get(finding.position.path, []), paint)) for finding in ordered]
    return "\n\n".join([*blocks, count(ordered)]) + "\n"


def as_json(findings: Iterable[Finding]) -> str:
    """A list of objects, sorted by place."""
    fields = [_fields(finding) for finding in in_order(tuple(findings))]
    return _encodable(json.dumps(fields, ensure_ascii=False, indent=2)) + "\n"


def as_github(findings: Iterable[Finding]) -> str:
    """A workflow command a finding, which the git host shows beside the line."""
    return "".join(_annotation(finding) + "\n" for finding in in_order(tuple(findings)))


def as_gitlab(findings: Iterable[Finding]) -> str:
    """GitLab's code quality report. What a finding says, not its line, decides whether it is the same as before."""
    ordered = in_order(tuple(findings))
    return _encodable(json.dumps([_quality(finding) for finding in ordered], ensure_ascii=False, indent=1)) + "\n"


def as_gitea(findings: Iterable[Finding]) -> str:
    """A review of a pull request, as Forgejo and Gitea take it: a comment a finding."""
    ordered = in_order(tuple(findings))
    review = {"event": "COMMENT", "body": count(ordered), "comments": [_comment(finding) for finding in ordered]}
    return _encodable(json.dumps(review, ensure_ascii=False, indent=1)) + "\n"


def count(findings: Iterable[Finding]) -> str:
    """How many of each severity: "2 fel, 3 varningar, 1 fråga"."""
    severities = [finding.severity for finding in findings]
    numbers = {severity: severities.count(severity) for severity in _NAMES}
    parts = [f"{number} {_NAMES[severity][number != 1]}" for severity, number in numbers.items() if number]
    return ", ".join(parts) or "Inga fynd."


# --- text ----------------------------------------------------------------------------------------------


def _block(finding: Finding, lines: list[str], paint: Paint) -> Iterator[str]:
    place = _safe(_place(finding)) + ":"
    level = paint(f"{finding.code} {finding.severity}:", _COLOURS[finding.severity])
    yield f"{paint(place, _BOLD)} {level} {_safe(finding.sentence)}"
    if 0 < finding.position.line <= len(lines):
        yield from _excerpt(finding, lines[finding.position.line - 1], paint)
    if finding.hint:
        yield f"  {_safe(finding.hint)}"
    for outer in finding.trace:
        yield _safe(f"  Ingår genom {outer.path}:{outer.line}:{outer.column}")


def _place(finding: Finding) -> str:
    position = finding.position
    return f"{position.path}:{position.line}:{position.column}"


def _excerpt(finding: Finding, line: str, paint: Paint) -> Iterator[str]:
    start = min(max(finding.position.column - 1, 0), len(line))
    begin = max(start - _BEFORE, 0)
    before, after = _safe(line[begin:start]), _safe(line[start : start + _AFTER])
    if not (before + after).strip():
        return
    before = "…" + before if begin else before
    after = after + "…" if start + _AFTER < len(line) else after
    margin = f"{finding.position.line:>5} | "
    yield (margin + before + after).rstrip()
    mark = "^" * max(_width(_marked(finding, after)), 1)
    yield " " * (len(margin) - 2) + "| " + " " * _width(before) + paint(mark, _COLOURS[finding.severity])


def _marked(finding: Finding, after: str) -> str:
    """The part of the line the finding is about, where it names that part."""
    texts = (_safe(text) for text in finding.words.values())
    return max((text for text in texts if after.startswith(text)), key=len, default="")


def _width(text: str) -> int:
    """Columns on a screen: a wide sign takes two, a combining one none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _safe(text: str) -> str:
    return _UNSAFE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\t\n\r":
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def _plain(text: str, _colour: str) -> str:
    return text


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"


# --- for programs --------------------------------------------------------------------------------------


def _fields(finding: Finding) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.position.path,
        "line": finding.position.line,
        "column": finding.position.column,
        "sentence": finding.sentence,
        "hint": finding.hint,
        "why": finding.why,
    }


def _quality(finding: Finding) -> dict[str, object]:
    said = f"{finding.code} {_said(finding)}"
    same = hashlib.sha256(_encodable(f"{finding.position.path}\n{said}").encode()).hexdigest()
    place = {"path": finding.position.path, "lines": {"begin": finding.position.line}}
    return {
        "description": said, "check_name": finding.code, "fingerprint": same, "severity": _QUALITY[finding.severity],
        "location": place,
    }  # fmt: skip


def _comment(finding: Finding) -> dict[str, object]:
    said = f"**{finding.code} {finding.severity}:** {_said(finding)}"
    return {"path": finding.position.path, "new_position": finding.position.line, "body": said}


def _said(finding: Finding) -> str:
    return _safe(f"{finding.sentence} {finding.hint}".strip())


def _annotation(finding: Finding) -> str:
    position = finding.position
    place = f"file={_property(position.path)},line={position.line},col={position.column}"
    title = _property(f"{finding.code} {finding.severity}")
    sentence = "\n".join(part for part in (finding.sentence, finding.hint) if part)
    return f"::{_LEVELS[finding.severity]} {place},title={title}::{_escaped(sentence)}"


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    """As the git host reads it: percent first, then line breaks."""
    return _encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _encodable(text: str) -> str:
    """Without lone surrogates: what stands for a byte of a file name that no encoding knows."""
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text)
