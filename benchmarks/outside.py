"""Pairs of other people's texts as sections: amended laws and pages in Markdown, and Word files through pandoc."""

import csv
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.judged import Pair
from benchmarks.rivals import pandoc_path

__all__ = ["amendments", "compare_pairs"]

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
CHAPTER = re.compile(r"(\d+)(?: ([a-z]))? kap\.")
PARAGRAPH = re.compile(r"(\d+)(?: ([a-z]))? §\s*(.*)")
EXPIRES = re.compile(r"\A\W*(?:Träder i kraft \S+\s+/?)?Upphör att gälla U:([\d-]+)")
HEADING = re.compile(r"#+ (.+)")
NOT_CARRIED = re.compile(r"<[a-z]|!\[|\$`")
"""What pandoc writes for merged cells, pictures and formulas, which clauses cannot hold."""

Sections = dict[str, tuple[str, str]]


def amendments(shared: Path) -> Iterator[Pair]:
    """Every pair of the folder."""
    for folder in sorted((shared / "data/amendments").iterdir()):
        old, new = (_sections((folder / f"{side}.md").read_text("utf-8")) for side in ("old", "new"))
        yield Pair(folder.name, old, new)


def compare_pairs(shared: Path) -> Iterator[Pair]:
    """The pairs that can be carried into Markdown."""
    folder = shared / "data/compare-pairs"
    for row in csv.DictReader((folder / "expected.tsv").read_text("utf-8").splitlines(), delimiter="\t"):
        old, new = (_markdown(folder / row[side]) for side in ("old", "new"))
        if not (NOT_CARRIED.search(old) or NOT_CARRIED.search(new)):
            yield Pair(row["id"], {"text": ("Text", old)}, {"text": ("Text", new)})


def _markdown(path: Path) -> str:
    command = [pandoc_path(), "-f", "docx", "-t", "gfm", "--wrap=none", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _sections(text: str) -> Sections:
    """A section for each heading and each paragraph of law, named by its number so that both versions agree."""
    found: Sections = {}
    chapter, name, title, lines = "", "inledning", "Inledning", [""]
    for line in FRONT_MATTER.sub("", text).splitlines():
        line = line.strip() if not line.startswith("|") else line
        if number := CHAPTER.match(line):
            chapter = "k" + _number(number)
        if lines[-1] or (start := _start(line, chapter)) is None:
            lines.append(line)
            continue
        _close(found, name, title, lines)
        name, title, first = start
        lines = [first]
    _close(found, name, title, lines)
    return found


def _start(line: str, chapter: str) -> tuple[str, str, str] | None:
    """Name, title and first words of the section that a line begins."""
    if paragraph := PARAGRAPH.match(line):
        number = _number(paragraph)
        return f"{chapter}p{number}", f"{number} §", paragraph[3]
    if heading := HEADING.fullmatch(line):
        return "rubrik-" + re.sub("[^a-z0-9]+", "-", heading[1].lower()).strip("-"), heading[1], ""
    return None


def _number(found: re.Match[str]) -> str:
    return found[1] + (found[2] or "")


def _close(found: Sections, name: str, title: str, lines: list[str]) -> None:
    """A wording that ends on a day is named by it, and the one that stays keeps the name; other doubles are counted."""
    body = "\n".join(line for line in lines if line != "---").strip()
    if expires := EXPIRES.match(body):
        name = f"{name}-till-{expires[1]}"
    again = sum(other == name or other.startswith(f"{name}-gang-") for other in found)
    found[f"{name}-gang-{again + 1}" if again else name] = (title, body)
