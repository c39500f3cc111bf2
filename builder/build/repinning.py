"""Which of the references that a redline shows as moved to another version lead to other words there."""

from builder.build import versions
from builder.build.project import Project
from builder.library import Library
from builder.model import OutsideLink, Text, all_inlines
from builder.redline import MarkedSection, Redline, Repin, new_block, old_block, section_changed

__all__ = ["weighty_pins"]


def weighty_pins(project: Project, made: Redline) -> frozenset[Repin]:
    """The references of a redline whose clause has changed i sak from the one version to the other."""
    if all(version.agreement == made.new.agreement for version in project.current.library.versions):
        return frozenset()
    citing = [section for section in made.sections if section_changed(section) and _is_pinned(section)]
    if not citing:
        return frozenset()
    from builder.changes import repinned  # takes longer to load than most redlines have use for

    found = {repin for section in citing for repin in repinned(section)}
    return frozenset(repin for repin in found if _is_weighty(project, repin))


def _is_pinned(section: MarkedSection) -> bool:
    """Whether a reference of a section names a version of another agreement, before or now."""
    sides = (side(block) for block in section.blocks for side in (old_block, new_block))
    inlines = (inline for block in sides for inline in all_inlines((block,)))
    links = (inline.marks.link for inline in inlines if isinstance(inline, Text))
    return any(isinstance(link, OutsideLink) and link.version for link in links)


def _is_weighty(project: Project, repin: Repin) -> bool:
    """A clause that the older version does not hold, or a version that never was, tells nothing: that is a finding."""
    from builder.review import Target, changed, state

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
