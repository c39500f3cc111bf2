"""What a target says, in words that can be compared: a clause's wording, a value, a definition, a section's history."""

from collections.abc import Iterator

from builder.library import Amendment, Clause, Law, Library
from builder.model import all_paragraphs, words
from builder.review.citations import Target

__all__ = ["concerns", "law_id", "law_note", "law_state", "state"]


def state(target: Target, library: Library, day: str = "") -> str | None:
    """What a target says in a text; None where it is not there. Of a law what had happened by a day, or has at all."""
    match target.kind:
        case "klausul" | "version":
            clause = library.clauses.get(target.id)
            return "\n".join(_clause_texts(clause)) if clause else None
        case "parameter":
            parameter = library.parameters.get(target.id)
            return parameter.value if parameter else None
        case "term":
            term = library.terms.get(target.id)
            return f"{term.term}: {term.definition}" if term else None
        case "lag":
            law, section = _law(target.id, library)
            return law_state(law, section, day) if law else None


def law_state(law: Law, section: str, day: str = "") -> str:
    """The acts that have amended a section, and the day the whole law ceased; up to a day (ISO date) where given."""
    amended = [change for change in law.amendments if concerns(change, section) and _by(change.from_date, day)]
    acts = [f"SFS {change.sfs}, gäller från {change.from_date or 'en dag som inte är läst'}" for change in amended]
    ceased = [f"upphävd {law.repealed}"] if law.repealed and _by(law.repealed, day) else []
    return "\n".join((*acts, *ceased))


def law_note(id_: str, library: Library) -> str:
    """What the register says of a section: of a repealed act where it stands now."""
    law, section = _law(id_, library)
    after = library.laws.get(law.replaced_by) if law else None
    replaced = f"Ersatt av {after.name} ({after.sfs})." if after and law and law.repealed else ""
    return (law.sections.get(section, "") if law else "") or replaced


def _by(date: str, day: str) -> bool:
    return not day or date <= day


def concerns(change: Amendment, section: str) -> bool:
    """True when an act names the section, the whole of its chapter, or some of a chapter that is cited whole."""
    return bool(section) and any(
        named == section or _is_within(section, named) or _is_within(named, section) for named in change.sections
    )


def _is_within(section: str, chapter: str) -> bool:
    return chapter.endswith("kap.") and section.startswith(f"{chapter} ")


def law_id(id_: str, library: Library) -> str:
    """The id of the law that a target's id begins with; empty where none is known."""
    return max((name for name in library.laws if id_ == name or id_.startswith(f"{name} ")), key=len, default="")


def _law(id_: str, library: Library) -> tuple[Law | None, str]:
    """The law that a target's id begins with, and the section it names."""
    name = law_id(id_, library)
    return library.laws.get(name), id_.removeprefix(name).strip()


def _clause_texts(clause: Clause) -> Iterator[str]:
    """Title, who is bound, and the text, with white space as one: the same however lines are wrapped."""
    yield clause.title
    yield " ".join(clause.facts.responsible)
    for paragraph in all_paragraphs(clause.body):
        yield " ".join(words(paragraph.content).split())
