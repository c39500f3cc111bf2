"""Which of the references that a redline shows as moved to another version lead to other words there."""

from builder.build import versions
from builder.build.code import code_fingerprint
from builder.build.kept_rows import kept_rows
from builder.build.project import Project
from builder.library import Library
from builder.model import OutsideLink, Text, all_inlines
from builder.redline import MarkedSection, Redline, Repin, new_block, old_block, section_changed
from builder.repository import Kept

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
    with kept_rows(Kept(project.folder, "omlänkade"), (code_fingerprint(),), bool, bool) as known:
        return frozenset(repin for repin in found if _is_weighty(project, repin, known))


def _is_pinned(section: MarkedSection) -> bool:
    """Whether a reference of a section names a version of another agreement, before or now."""
    sides = (side(block) for block in section.blocks for side in (old_block, new_block))
    inlines = (inline for block in sides for inline in all_inlines((block,)))
    links = (inline.marks.link for inline in inlines if isinstance(inline, Text))
    return any(isinstance(link, OutsideLink) and link.version for link in links)


def _is_weighty(project: Project, repin: Repin, known: dict[str, bool]) -> bool:
    """A version that never was tells nothing: that is a finding. `known`: what was found before of a clause between two
    commits, which say the same for ever."""
    agreement = repin.clause.partition("/")[0]
    sides = [versions.find(project.current.library, agreement, label) for label in (repin.old, repin.new)]
    commits = [side.commit for side in sides if side is not None and not project.is_lost(side)]
    if len(commits) < 2:
        return False
    name = " ".join((repin.clause, *commits))
    if name not in known:
        then, now = (project.at(label, agreement).library for label in (repin.old, repin.new))
        known[name] = _is_changed(repin.clause, then, now)
    return known[name]


def _is_changed(clause: str, then: Library, now: Library) -> bool:
    """Whether a clause has changed i sak, or is gone. One that the older version does not hold is a finding."""
    from builder.review import Target, changed, state

    target = Target("klausul", clause)
    was, reads = state(target, then), state(target, now)
    if was is None or was == reads:
        return False
    told = changed(clause, then, now)[0] if reads is not None else None
    return reads is None or (told is not None and told.grade == "i sak")
