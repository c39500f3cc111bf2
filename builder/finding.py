"""Findings: what is wrong in the texts, as values with a stable code, a place and a Swedish sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.model import Position
from builder.rules import RULES, Rule, Severity

__all__ = ["RULES", "Finding", "Rule", "Severity", "has_errors", "in_order"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `words` fills the rule's sentence and hint; `trace` is how the text was included."""

    code: str
    position: Position
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    trace: tuple[Position, ...] = ()

    @property
    def severity(self) -> Severity:
        """How bad it is: fel, varning or fråga."""
        return RULES[self.code].severity

    @property
    def sentence(self) -> str:
        """What is wrong, in Swedish."""
        return RULES[self.code].sentence.format_map(self.words)

    @property
    def hint(self) -> str:
        """What to do about it, in Swedish; empty where there is nothing to suggest."""
        return RULES[self.code].hint.format_map({"suggestion": "", **self.words})

    @property
    def why(self) -> str:
        """Why it matters, in Swedish."""
        return RULES[self.code].why


def in_order(findings: "tuple[Finding, ...] | list[Finding]") -> tuple[Finding, ...]:
    """Each finding once, sorted by place and code."""
    unique = {(f.position, f.code, f.sentence): f for f in findings}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """True when any finding is of severity fel."""
    return any(finding.severity == "fel" for finding in findings)
