"""The law register with what is new: lines put in under the law they concern, nothing else touched."""

import re
from collections.abc import Iterable

from builder.amendments.file import News

__all__ = ["with_news"]


def with_news(source: str, news: Iterable[News]) -> str:
    """The register's text with amendments last in their law's list, and the days laws ceased."""
    for item in news:
        lines = source.splitlines(keepends=True)
        start = next((n for n, line in enumerate(lines) if _names(line, item.law)), None)
        if start is not None:
            if lines and not lines[-1].endswith("\n"):
                lines[-1] += "\n"
            source = "".join(_told(lines, start, item))
    return source


def _names(line: str, law: str) -> bool:
    return (
        re.fullmatch(rf"(?:{re.escape(law)}|\"{re.escape(law)}\"|'{re.escape(law)}'):\s*(?:#.*)?", line.rstrip())
        is not None
    )


def _told(lines: list[str], start: int, item: News) -> list[str]:
    if item.repealed:
        lines = _with_keys(lines, start, {"upphävd": item.repealed, "ersatt-av": item.replaced_by})
    return _with_amendment(lines, start, item) if item.sfs else lines


def _with_keys(lines: list[str], start: int, values: dict[str, str]) -> list[str]:
    """The keys after the law's first one, in place of what they said."""
    end = _end(lines, start + 1, 0)
    block = [line for line in lines[start + 1 : end] if not re.match(rf"  (?:{'|'.join(values)}):", line)]
    told = [f'  {key}: "{value}"\n' for key, value in values.items() if value]
    return [*lines[: start + 1], *block[:1], *told, *block[1:], *lines[end:]]


def _with_amendment(lines: list[str], start: int, item: News) -> list[str]:
    end = _end(lines, start + 1, 0)
    heads = [n for n in range(start + 1, end) if re.fullmatch(r"  ändringar:\s*(?:#.*)?", lines[n].rstrip())]
    if heads:
        place = _end(lines, heads[0] + 1, 2)
        return [*lines[:place], *_written(item), *lines[place:]]
    place = next((n for n in range(start + 1, end) if lines[n].startswith("  paragrafer:")), end)
    return [*lines[:place], "  ändringar:\n", *_written(item), *lines[place:]]


def _end(lines: list[str], start: int, indent: int) -> int:
    """The line after the last that stands deeper than an indent, blank lines and comments after it left."""
    end = start
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if len(line) - len(line.lstrip(" ")) <= indent:
            break
        end = number + 1
    return end


def _written(item: News) -> list[str]:
    told = [f'    - sfs: "{item.sfs}"\n']
    told += [f'      gäller-från: "{item.from_date}"\n'] if item.from_date else []
    sections = ", ".join(f'"{section}"' for section in item.sections)
    return [*told, *([f"      paragrafer: [{sections}]\n"] if sections else [])]
