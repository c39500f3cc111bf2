"""Which of the references that a redline shows as moved to another version lead to other words there."""

from builder.build import versions
from builder.build.project import Project
from builder.changes import repinned
from builder.library import Library
from builder.redline import Redline, Repin
from builder.review import Target, changed, state

__all__ = ["weighty_pins"]


def weighty_pins(project: Project, made: Redline) -> frozenset[Repin]:
    """The references of a redline whose clause has changed i sak from the one version to the other."""
    found = {repin for section in made.sections for repin in repinned(section)}
    return frozenset(repin for repin in found if _is_weighty(project, repin))


def _is_weighty(project: Project, repin: Repin) -> bool:
    """A clause that the older version does not hold, or a version that never was, tells nothing: that is a finding."""
    target = Target("klausul", repin.clause)
    then, now = (_text(project, repin.clause.partition("/")[0], label) for label in (repin.old, repin.new))
    was, reads = state(target, then) if then else None, state(target, now) if now else None
    if then is None or now is None or was is None or was == reads:
        return False
    told = changed(repin.clause, then, now)[0] if reads is not None else None
    return reads is None or (told is not None and told.grade == "i sak")


def _text(project: Project, agreement: str, label: str) -> Library | None:
    version = versions.find(project.current.library, agreement, label)
    if version is None or project.is_lost(version):
        return None
    return project.at(label, agreement).library
