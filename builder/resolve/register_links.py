"""Links into the registers: a parameter's value, a term or an act that the author has pointed out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from builder.finding import Finding
from builder.language.spelling import did_you_mean
from builder.library import Library
from builder.model import Inline, LawUse, ParameterUse, TermUse, Text
from builder.resolve.use import Use, spaced, unlinked

__all__ = ["REGISTERS", "RegisterLinks"]


@dataclass
class RegisterLinks:
    """Turns links into registers into what they say; gathers what is used, and in `findings` what is wrong."""

    library: Library
    findings: list[Finding]
    parameters: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)

    def to_parameter(self, use: Use) -> tuple[Inline, ...]:
        """A parameter's value; the register decides where the text differs."""
        parameter = self.library.parameters.get(use.anchor)
        if parameter is None:
            advice = did_you_mean(use.anchor, self.library.parameters, "Lägg in parametern i parametrar.yml.")
            words = {"parameter": use.anchor, "suggestion": advice}
            self.findings.append(Finding("P402", use.place, words))
            return unlinked(use)
        self.parameters.add(use.anchor)
        marks = replace(use.texts[0].marks, link=None, about=ParameterUse(use.anchor))
        if spaced(use.text) != spaced(parameter.value):
            words = {"text": use.text, "parameter": use.anchor, "value": parameter.value}
            self.findings.append(Finding("P401", use.place, words))
        return (Text(parameter.value, marks, use.place),)

    def to_term(self, use: Use) -> tuple[Inline, ...]:
        """A use of a term that the author has pointed out."""
        if use.anchor not in self.library.terms:
            advice = did_you_mean(use.anchor, self.library.terms, "Lägg in begreppet i termer.yml.")
            self.findings.append(Finding("B501", use.place, {"term": use.anchor, "suggestion": advice}))
            return unlinked(use)
        self.terms.add(use.anchor)
        return tuple(replace(t, marks=replace(t.marks, link=None, about=TermUse(use.anchor))) for t in use.texts)

    def to_law(self, use: Use) -> tuple[Inline, ...]:
        """A citation that the author has pointed out."""
        law = self.library.laws.get(use.anchor)
        if law is None:
            advice = did_you_mean(use.anchor, self.library.laws, "Lägg in lagen i lagar.yml.")
            self.findings.append(Finding("L602", use.place, {"text": use.anchor, "suggestion": advice}))
            return unlinked(use)
        if law.repealed:
            after = self.library.laws.get(law.replaced_by)
            advice = f"Hänvisa till {after.name} ({after.sfs})." if after else "Ta bort hänvisningen."
            words = {"law": law.name, "sfs": law.sfs, "date": law.repealed, "suggestion": advice}
            self.findings.append(Finding("L601", use.place, words))
        return tuple(replace(t, marks=replace(t.marks, link=None, about=LawUse(use.anchor))) for t in use.texts)


REGISTERS: Mapping[str, Callable[[RegisterLinks, Use], tuple[Inline, ...]]] = {
    "clauses/register/parametrar.yml": RegisterLinks.to_parameter,
    "clauses/register/termer.yml": RegisterLinks.to_term,
    "clauses/register/lagar.yml": RegisterLinks.to_law,
}
