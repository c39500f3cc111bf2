"""What was told of comparisons before, kept beside the project: what their pages say, and their Word files."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from builder.changes import Line
from builder.repository import Kept
from builder.web.compared import Compared, Side, Told

__all__ = ["KeptComparisons", "Shown"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the site shows of a comparison, if anything. `word` is the file that its page offers, if it does."""

    compared: Compared | None
    word: bytes = b""


@dataclass(frozen=True, slots=True)
class KeptComparisons:
    """Comparisons by the digest of all that they are made of."""

    told: Kept
    words: Kept

    @classmethod
    def of(cls, project: Path, *, with_word: bool) -> "KeptComparisons":
        """Those of a project; a preview, which offers no files, has its own."""
        name = "jamforelser" if with_word else "jamforelser-forhandsvisning"
        return cls(Kept(project, name), Kept(project, "word"))

    def read(self, key: str) -> Shown | None:
        """What is kept whole under a key."""
        told = self.told.read(key)
        if told is None:
            return None
        row = json.loads(told)
        word = self.words.read(key) if row["word"] else b""
        return None if word is None else Shown(_compared(row["compared"]), word)

    def write(self, key: str, one: Shown) -> None:
        """Keep what is shown of a comparison."""
        if one.word:
            self.words.write(key, one.word)
        plain = {"compared": one.compared and asdict(one.compared), "word": bool(one.word)}
        self.told.write(key, json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def forget_others(self, keys: frozenset[str]) -> None:
        """Remove what is kept under other keys."""
        self.told.forget_others(keys)
        if self.told.kind == "jamforelser":
            self.words.forget_others(keys)


def _compared(row: Any) -> Compared | None:
    if row is None:
        return None
    sides = {name: Side(**row[name]) if row[name] else None for name in ("old", "new")}
    return Compared(**{**row, **sides, "told": tuple(map(_told, row["told"]))})


def _told(row: Any) -> Told:
    line = row["line"]
    return Told(**{**row, "line": Line(**{**line, "what": tuple(line["what"]), "why": tuple(line["why"])})})
