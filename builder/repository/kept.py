"""What was made once and need not be made again: files beside the project, outside git, that may vanish at any time."""

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

__all__ = ["Kept"]

FOLDER = ".cache/overens"
DIGEST = 64


@dataclass(frozen=True, slots=True)
class Kept:
    """The folder of one kind of thing that is kept. No fault of it stops a run: then the thing is made again."""

    project: Path
    kind: str

    def read(self, key: str) -> bytes | None:
        """What is kept under a key; None when there is nothing, or when it is not whole."""
        try:
            content = self._place(key).read_bytes()
        except OSError:
            return None
        digest, said = content[:DIGEST], content[DIGEST:]
        return said if sha256(said).hexdigest().encode() == digest else None

    def write(self, key: str, content: bytes) -> None:
        """Keep something under a key; another run sees it whole or not at all."""
        place = self._place(key)
        aside = place.with_name(f"{place.name}.{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            self._hide()
            aside.write_bytes(sha256(content).hexdigest().encode() + content)
            aside.replace(place)

    def forget_others(self, keys: frozenset[str]) -> None:
        """Remove what is kept under other keys."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in keys:
                    path.unlink(missing_ok=True)

    def _hide(self) -> None:
        """Let git pass over the folder, whatever the project says of it."""
        rule = self.project / FOLDER / ".gitignore"
        if not rule.exists():
            rule.write_bytes(b"*\n")

    @property
    def _folder(self) -> Path:
        return self.project / FOLDER / self.kind

    def _place(self, key: str) -> Path:
        return self._folder / key
