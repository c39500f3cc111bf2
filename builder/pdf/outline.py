"""The levels of headings, as a reader's outline wants them: none is skipped, and none is deeper than six."""

from dataclasses import dataclass

__all__ = ["Outline"]

DEEPEST = 6


@dataclass(slots=True)
class Outline:
    """The headings so far: the level of the section that is being written, and of the last heading of any kind."""

    section: int = 0
    last: int = 0

    def section_level(self, wanted: int) -> int:
        """The level that a section's heading gets."""
        self.section = self.last = self._next(wanted)
        return self.section

    def below(self, depth: int) -> int:
        """The level that a heading within the section gets."""
        self.last = self._next(self.section + depth)
        return self.last

    def _next(self, wanted: int) -> int:
        return max(1, min(wanted, self.last + 1, DEEPEST))
