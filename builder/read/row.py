"""The rows of a register, cut out of the file's text, for those who look into many states of a file for one row."""

import re
from collections.abc import Mapping
from itertools import pairwise

__all__ = ["rows_alone"]

BEGINS = re.compile(rb"^(?:[^\s#}\]\-]|-(?!--))", re.MULTILINE)
"""A line that begins with neither space, comment nor an ending bracket, and is no rule, begins a row."""

KEY = re.compile(rb"(?:\"([^\"\\\n]+)\"|'([^'\n]+)'|([^\s\"'#{\[&*!|>%@`-][^:#\n]*?))[ \t]*:(?=\s)")


def rows_alone(content: bytes) -> Mapping[str, bytes]:
    """The lines of each row by its key, which stands at the start of a line. Nothing for a file that does not begin
    each row so, and a row without its lines where the key is written in some other way."""
    starts = [begin.start() for begin in BEGINS.finditer(content)]
    found: dict[str, bytes] = {}
    for start, end in pairwise([*starts, len(content)]):
        if (key := KEY.match(content, start)) is not None:
            name = next(group for group in key.groups() if group is not None).decode("utf-8", "replace")
            found[name] = b"" if name in found else content[start:end]
    return {name: lines for name, lines in found.items() if lines}
