"""The whole site, which a process of its own builds while a preview goes on showing what is saved."""

import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp
from threading import Thread

from mkdocs.config.defaults import MkDocsConfig

__all__ = ["Whole", "begun", "new_place"]

TOLD = logging.getLogger("mkdocs")


@dataclass(frozen=True, slots=True)
class Whole:
    """A site that is being built in a folder. `since`: the files in it that have been shown anew since it was begun."""

    place: Path
    process: "subprocess.Popen[bytes]"
    since: set[str] = field(default_factory=set)

    @property
    def is_ended(self) -> bool:
        """True when it is built, or could not be."""
        return self.process.poll() is not None

    @property
    def is_built(self) -> bool:
        """True when the folder holds the site."""
        return self.process.poll() == 0

    def bring(self, shown: Path) -> None:
        """Put in what has been shown since it was begun."""
        for name in self.since:
            copyfile(shown / name, self.place / name)

    def drop(self) -> None:
        """Build no further, and leave nothing behind."""
        self.process.kill()
        self.process.wait()
        rmtree(self.place, ignore_errors=True)


def begun(config: MkDocsConfig, ended: Callable[[], None]) -> Whole:
    """Begin to build the site of these settings; `ended` is called from another thread."""
    place = new_place()
    words = (str(config.config_file_path), str(place), str(config.site_url), str(TOLD.getEffectiveLevel()))
    process = subprocess.Popen((sys.executable, "-m", "builder.plugin", *words))
    Thread(target=_tell, args=(process, ended), daemon=True).start()
    return Whole(place, process)


def _tell(process: "subprocess.Popen[bytes]", ended: Callable[[], None]) -> None:
    process.wait()
    ended()


def new_place() -> Path:
    """An empty folder for a site."""
    return Path(mkdtemp(prefix="overens_"))
