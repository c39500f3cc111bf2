"""Taking amendments of laws into the register: what they touch, and the register with them in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.amendments import AmendmentsError, News, parse, with_news
from builder.build.error import BuildError
from builder.build.project import Project
from builder.library import Amendment, Law, Library
from builder.read import read
from builder.review import Citation, Target, citations, concerns
from builder.snapshot import Snapshot

__all__ = ["REGISTER", "Taken", "taken_in"]

REGISTER = "clauses/register/lagar.yml"
NO_REGISTER = f"Projektet har inget lagregister. Skriv lagarna i {REGISTER} först."
UNREADABLE = (
    f"{REGISTER} är skriven så att raderna inte kan läggas till. Skriv varje nyckel på en egen rad och kör igen."
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file holds: the news that the register lacked with the clauses each touches, what it had already, the
    sections that the register does not list, and the register's new text."""

    news: tuple[tuple[News, tuple[Citation, ...]], ...]
    known: tuple[News, ...]
    unlisted: tuple[tuple[News, str], ...]
    text: str


def taken_in(project: Project, content: bytes, ending: str) -> Taken:
    """The register with a file's amendments; BuildError when the file or the register cannot be used."""
    library = project.current.library
    source = library.sources.get(REGISTER)
    if source is None or not library.laws:
        raise BuildError(NO_REGISTER)
    try:
        all_news = parse(content, ending, library.laws)
    except AmendmentsError as fault:
        raise BuildError(str(fault)) from None
    new = tuple(item for item in dict.fromkeys(all_news) if not _is_known(item, library.laws[item.law]))
    text = with_news(source, new)
    if not _holds(library.laws, text, new):
        raise BuildError(UNREADABLE)
    cited = _cited(project)
    touched = tuple((item, tuple(c for c in cited if _touches(item, c, library))) for item in new)
    return Taken(touched, tuple(item for item in all_news if item not in new), tuple(_unlisted(new, library)), text)


def _cited(project: Project) -> tuple[Citation, ...]:
    text = project.current
    return citations(section for item in text.library.own_texts() for section in text.clauses(item.name))


def _touches(item: News, citation: Citation, library: Library) -> bool:
    """True when a clause cites a section that is amended, or a law that ceases."""
    if citation.target.kind != "lag":
        return False
    whole = citation.target == Target("lag", item.law)
    if whole or not citation.target.id.startswith(f"{item.law} "):
        return whole and bool(item.repealed)
    section = citation.target.id.removeprefix(f"{item.law} ")
    if any(len(name) > len(item.law) and citation.target.id.startswith(f"{name} ") for name in library.laws):
        return False
    return bool(item.repealed) or concerns(Amendment(item.sfs, item.from_date, item.sections), section)


def _is_known(item: News, law: Law) -> bool:
    amended = not item.sfs or any(
        (change.sfs, change.from_date) == (item.sfs, item.from_date) and set(item.sections) <= set(change.sections)
        for change in law.amendments
    )
    return amended and (not item.repealed or (law.repealed, law.replaced_by) == (item.repealed, item.replaced_by))


def _unlisted(news: tuple[News, ...], library: Library) -> Iterator[tuple[News, str]]:
    for item in news:
        listed = library.laws[item.law].sections
        yield from ((item, section) for section in item.sections if section.endswith("§") and section not in listed)


def _holds(before: Mapping[str, Law], text: str, news: tuple[News, ...]) -> bool:
    """True when the register reads as it did but for what is new."""
    after = read(Snapshot({REGISTER: text.encode()}))[0].laws
    touched = {item.law for item in news}
    if before.keys() != after.keys() or any(before[name] != after[name] for name in before.keys() - touched):
        return False
    return all(_is_known(item, after[item.law]) for item in news) and all(
        after[name].sections == before[name].sections and after[name].amendments[: len(before[name].amendments)]
        == before[name].amendments for name in touched
    )  # fmt: skip
