"""A row put into the version register: lines put in after what stands there, nothing else touched."""

import re
from dataclasses import dataclass

__all__ = ["Row", "with_row"]

HEADING = re.compile(r"[^\s#\-][^#]*:")
DASH = re.compile(r"( *)- ")


@dataclass(frozen=True, slots=True)
class Row:
    """A version to be recorded. `fingerprint`: of everything that the agreement's own text prints; `changed`: how many
    clauses have changed since the version before, None for a first version."""

    agreement: str
    label: str
    commit: str
    date: str
    status: str
    builder: str
    fingerprint: str
    diary: str = ""
    changed: int | None = None


def with_row(source: str, row: Row) -> str:
    """The register with the row last under its agreement, comments and layout kept."""
    lines = source.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    starts = [n for n, line in enumerate(lines) if _names(line, row.agreement)]
    if not starts:
        return "".join([*lines, f"{row.agreement}:\n", *_written(row, "  ")])
    place = _end(lines, starts[0] + 1)
    dashes = [dash[1] for line in lines[starts[0] + 1 : place] if (dash := DASH.match(line))]
    return "".join([*lines[:place], *_written(row, dashes[0] if dashes else "  "), *lines[place:]])


def _names(line: str, agreement: str) -> bool:
    return re.fullmatch(rf"[\"']?{re.escape(agreement)}[\"']?:\s*(?:#.*)?", line.rstrip("\n")) is not None


def _end(lines: list[str], start: int) -> int:
    """The line after the last that stands under a heading, blank lines and comments after it left."""
    end = start
    for number in range(start, len(lines)):
        if HEADING.match(lines[number]):
            break
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            end = number + 1
    return end


def _written(row: Row, indent: str) -> list[str]:
    values = {
        "version": row.label, "commit": row.commit, "datum": f'"{row.date}"', "status": row.status,
        "byggare": row.builder, "fingeravtryck": row.fingerprint,
        "ändrade-klausuler": "" if row.changed is None else str(row.changed), "diarienummer": _quoted(row.diary),
    }  # fmt: skip
    kept = [f"{key}: {value}\n" for key, value in values.items() if value]
    return [f"{indent}- {kept[0]}", *(f"{indent}  {line}" for line in kept[1:])]


def _quoted(text: str) -> str:
    """A text between quotes, as YAML reads it; empty for none."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if text else ""
