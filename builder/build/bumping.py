"""Moving pins to a newer version of a related agreement: those that need no thought, and the list of the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from builder.build import versions
from builder.build.error import BuildError
from builder.build.project import Project
from builder.changes import GRADES, Line
from builder.fix import Edit, mended
from builder.library import Library
from builder.review import Pin, Target, changed, pins, state

__all__ = ["Bumped", "Outcome", "bumped", "moved_files"]

Outcome = Literal["lika", "redaktionell", "liten", "i sak", "borta"]
"""How the cited clause reads in the newer version: the same, with the same words, with other words, otherwise in what
binds, not at all."""

GRADED: Mapping[str, Outcome] = {grade: grade for grade in GRADES}


@dataclass(frozen=True, slots=True)
class Bumped:
    """One pin to an older version: what has happened to the clause it cites, with `line` to tell it."""

    pin: Pin
    outcome: Outcome
    line: Line | None = None

    @property
    def moves(self) -> bool:
        """True when the pin can be moved without reading: a new row that names who pays counts as other words."""
        return self.outcome in ("lika", "redaktionell")


def bumped(project: Project, agreement: str, label: str) -> tuple[Bumped, ...]:
    """Every pin to another version of the agreement than the one named; BuildError when there is none such."""
    library = project.current.library
    if agreement not in library.agreements:
        known = ", ".join(library.agreements) or "inga"
        raise BuildError(f"Avtalet ”{agreement}” finns inte i avtal.yml. Avtal som finns: {known}.")
    newer = _text(project, agreement, label)
    if newer is None:
        labels = ", ".join(versions.suggestions(library, agreement)) or "inga"
        raise BuildError(f"Versionen ”{label}” av {agreement} finns inte. Versioner som finns: {labels}.")
    found = (pin for pin in pins(library, agreement) if pin.label != label)
    return tuple(_judged(pin, _text(project, agreement, pin.label), newer) for pin in found)


def moved_files(project: Project, label: str, found: tuple[Bumped, ...]) -> Mapping[str, bytes]:
    """The clause files with the pins moved that need no thought; nothing else in them changes."""
    edits = [Edit(item.pin.position, item.pin.label, label) for item in found if item.moves]
    paths = sorted({edit.position.path for edit in edits})
    return {
        path: mended((project.folder / path).read_bytes(), [edit for edit in edits if edit.position.path == path])
        for path in paths
    }


def _text(project: Project, agreement: str, label: str) -> Library | None:
    version = versions.find(project.current.library, agreement, label)
    if version is None or project.is_lost(version):
        return None
    return project.at(label, agreement).library


def _judged(pin: Pin, then: Library | None, newer: Library) -> Bumped:
    """A pin to a version that never was, or is lost, has to be read."""
    target = Target("klausul", pin.target)
    was, now = state(target, then) if then else None, state(target, newer)
    if now is None:
        return Bumped(pin, "borta")
    if then is None or was is None:
        return Bumped(pin, "i sak")
    if was == now:
        return Bumped(pin, "lika")
    told, _ = changed(pin.target, then, newer)
    return Bumped(pin, GRADED[told.grade] if told else "redaktionell", told)
