"""The site of the real project, built once for all the processes of a test run."""

import os
from pathlib import Path

import pytest

from builder.build.generator import build
from builder.repository import RepositoryError
from builder.repository.lock import alone

__all__ = ["built_once"]


def built_once(factory: pytest.TempPathFactory, project: Path) -> Path:
    """The folder of the built site, that a test may read and not write in. The first process that asks builds it, and
    the others wait: two builds side by side take the time of two."""
    own = factory.getbasetemp()
    # Beside the folders of a run alone lie those of other runs, whose site is of another text.
    place = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "real-site"
    while True:
        try:
            with alone(place):
                return _built(place, project)
        except RepositoryError:
            continue  # the lock is waited for half as long as a build may take


def _built(place: Path, project: Path) -> Path:
    if not place.exists():
        unfinished = place.with_name("real-site-unfinished")
        unfinished.mkdir(exist_ok=True)
        build(unfinished, project)
        unfinished.rename(place)
    return place
