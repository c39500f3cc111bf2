"""Two texts as projects, their redline in Word and JSON, and what an outside judge says of it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.assemble import assemble
from builder.compare import compare
from builder.export import redline_json
from builder.model import Document, Edition, plain_text
from builder.read import read
from builder.redline import Redline, unchanged
from builder.resolve import resolve
from builder.snapshot import Snapshot
from builder.word import write

__all__ = ["SHARED", "Pair", "Verdict", "built", "judge", "judged", "project_files", "read_json", "texts"]

SHARED = Path(os.environ.get("OVERENS_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
"""Outside data and judges, no part of the project."""

DOCUMENT = "provning"
CHECKSUM = "^[0-9a-f]{12,64}$"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of a text: for each section its title and body in Markdown, by name and in order."""

    name: str
    old: Mapping[str, tuple[str, str]]
    new: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge counted. `right`: the Word file gives both texts; `json`: the JSON does."""

    name: str
    right: bool
    json: bool
    marked: int
    moved: int
    minimum: int
    floor: int
    faults: Mapping[str, int]

    @property
    def has_moves(self) -> bool:
        """Whether ignoring the order of words makes the least change smaller by more than a twentieth."""
        return self.floor < 0.95 * self.minimum

    @property
    def excess(self) -> int:
        """Words marked beyond the least."""
        return self.marked - self.minimum


def project_files(sections: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """A project of one clause a section."""
    clauses = {
        f"clauses/{DOCUMENT}/{name}.md": f"---\ntitel: {json.dumps(title, ensure_ascii=False)}\n---\n{body}\n"
        for name, (title, body) in sections.items()
    }
    listed = "".join(f"  - {DOCUMENT}/{name}\n" for name in sections)
    assembly = f"titel: Provning\ntyp: överenskommelse\navtal: {DOCUMENT}\ninnehåll:\n{listed}"
    register = f"{DOCUMENT}: {{titel: Provning, kort: Provning}}\n"
    return {**clauses, f"assemblies/{DOCUMENT}.yml": assembly, "clauses/register/avtal.yml": register}


def built(sections: Mapping[str, tuple[str, str]]) -> Document:
    """The document of a project; both versions bear the same date and name, so that only the text differs."""
    files = {path: text.encode() for path, text in project_files(sections).items()}
    library, _ = read(Snapshot(files))
    draft, _ = assemble(library, library.assemblies[DOCUMENT])
    return resolve(draft, library, Edition("Provning", agreement=DOCUMENT, date="2027-01-15"))[0]


def texts(document: Document) -> list[str]:
    """Each paragraph of a document, white space folded, empty ones left out."""
    found = (line for section in document.sections for line in plain_text(section))
    return [folded for line in found if (folded := " ".join(line.split()))]


def read_json(data: str, side: Callable[[str], bool]) -> list[str]:
    """The paragraphs of one side out of a redline's JSON, by what its head says of it."""
    blocks = json.loads(data)["blocks"]
    standing = [block for block in blocks if side(block["status"]) and block["kind"] != "cover"]
    lines = ("".join(s["text"] for s in block["spans"] if side(s["status"])) for block in standing)
    return [folded for line in lines if (folded := " ".join(line.split()))]


def is_new(status: str) -> bool:
    return status not in ("deleted", "moved-from")


def is_old(status: str) -> bool:
    return status not in ("inserted", "moved-to")


def judged(pair: Pair, folder: Path) -> Verdict:
    """The redline of a pair, written to a folder and judged."""
    old, new = built(pair.old), built(pair.new)
    redline = compare(old, new)
    data = redline_json(redline)
    both = read_json(data, is_new) == texts(new) and read_json(data, is_old) == texts(old)
    return judge(pair.name, (unchanged(old), unchanged(new), redline), folder, both)


def judge(name: str, redlines: tuple[Redline, Redline, Redline], folder: Path, is_json_right: bool) -> Verdict:
    """Old, new and redline as Word files before the judge; the contents are left out."""
    files = [folder / f"{name}-{part}.docx" for part in ("old", "new", "redline")]
    for file, redline in zip(files, redlines, strict=True):
        file.write_bytes(write(redline))
    judge = [sys.executable, str(SHARED / "bin/score_redline_docx.py"), "--json"]
    words = [*judge, "--ignore", CHECKSUM, "--ignore-style", "^TOC", *map(str, files)]
    said = subprocess.run(words, capture_output=True, text=True)
    score = json.loads(said.stdout)
    return Verdict(
        name, score["accept"]["same"] and score["reject"]["same"] and _kept(score), is_json_right,
        score["ins"] + score["del"], score["moved_from"] + score["moved_to"], score["minimum"], score["floor"],
        score["faults"],
    )  # fmt: skip


def _kept(score: Mapping[str, Mapping[str, int]]) -> bool:
    """Style, list level, place in tables, emphasis and notes as they should be, both ways."""
    sides = ("accept", "reject")
    return not any(score[side][what] for side in sides for what in ("shape_off", "look_off", "note_references"))
