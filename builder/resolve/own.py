"""The agreements' own texts among the documents of a project."""

from collections.abc import Iterable, Mapping

from builder.assemble import Draft, assemble
from builder.library import Assembly, Library

__all__ = ["in_order", "own_texts"]


def own_texts(library: Library) -> tuple[Draft, ...]:
    """The drafts of the agreements' own texts, in the order of the register of agreements."""
    return tuple(assemble(library, item)[0] for item in in_order(library, library.own_texts()))


def in_order(library: Library, assemblies: Iterable[Assembly]) -> list[Assembly]:
    """Assemblies in the order of the register of agreements; an agreement's own text before what supports it."""
    place: Mapping[str, int] = {agreement: number for number, agreement in enumerate(library.agreements)}
    return sorted(assemblies, key=lambda a: (place.get(a.agreement, len(place)), a.supporting))
