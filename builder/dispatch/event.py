"""A sending written into the version register: lines put in after what stands there, nothing else touched."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Event", "with_event"]

KEY = "händelser:"
DASH = re.compile(r"( *)- ")
PLAIN = re.compile(r"[a-zåäö][a-zåäö0-9._-]*")
"""What YAML reads as a text without quotes, and as nothing else."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, in words and for a program: from recipients, files and Word files to SHA-256 sums, those
    of the last of their words alone."""

    day: str
    what: str
    packages: Mapping[str, str]
    files: Mapping[str, str]
    wordings: Mapping[str, str]


def with_event(source: str, line: int, event: Event) -> str | None:
    """The register with an event of the version whose row begins on a line (from 1), comments and layout kept.

    None where the row is written in another way than a key on each line: nothing is put in a wrong place."""
    lines = source.splitlines(keepends=True)
    dash = DASH.match(lines[line - 1]) if 0 < line <= len(lines) else None
    if dash is None or "{" in lines[line - 1]:
        return None
    indent = " " * (len(dash[1]) + 2)
    end = _end(lines, line, indent)
    told = [n for n in range(line, end) if lines[n].startswith(indent + KEY)]
    if told and lines[told[0]].split("#")[0].strip() != KEY:
        return None
    place = _end(lines, told[0] + 1, indent + " ") if told else end
    dashes = _dashes(lines[told[0] + 1 : place], indent) if told else indent + "  "
    added = [] if told else [f"{indent}{KEY}\n"]
    before = lines[:place]
    if before and not before[-1].endswith("\n"):
        before[-1] += "\n"
    return "".join([*before, *added, *_written(event, dashes), *lines[place:]])


def _end(lines: list[str], start: int, indent: str) -> int:
    """The line after the last that stands under a row: deeper than its dash, blank lines and comments after it left."""
    end = start
    for number in range(start, len(lines)):
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            continue
        if not lines[number].startswith(indent):
            break
        end = number + 1
    return end


def _dashes(lines: Iterable[str], indent: str) -> str:
    """How far in the events' dashes stand."""
    return next((found[1] for found in map(DASH.match, lines) if found), indent + "  ")


def _written(event: Event, indent: str) -> Iterator[str]:
    yield f'{indent}- datum: "{event.day}"\n'
    yield f"{indent}  händelse: {_quoted(event.what)}\n"
    for key, pairs in (("mottagare", event.packages), ("filer", event.files), ("lydelser", event.wordings)):
        if pairs:
            yield f"{indent}  {key}:\n"
        for name, digest in pairs.items():
            yield f"{indent}    {name if PLAIN.fullmatch(name) else _quoted(name)}: {_quoted(digest)}\n"


def _quoted(text: str) -> str:
    """A text as YAML reads it whatever it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(sign if sign.isprintable() else " " for sign in escaped)}"'
