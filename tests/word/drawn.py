"""Pairs of documents drawn by chance, the same in every run."""

from hypothesis import HealthCheck, Phase, assume, given, seed, settings
from hypothesis.strategies import SearchStrategy

from builder.model import Document
from tests.documents import pairs
from tests.word.printed import numbered

__all__ = ["drawn"]


Pair = tuple[Document, Document]
EDITED: SearchStrategy[Pair] = pairs()


def drawn(number: int, strategy: SearchStrategy[Pair] = EDITED) -> list[Pair]:
    """So many old documents, each with a new one made from it by a few edits, never the same."""
    found: list[Pair] = []

    @seed(20260101)
    @settings(
        max_examples=number,
        derandomize=False,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(pair: Pair) -> None:
        assume(pair[0].sections != pair[1].sections)
        found.append((numbered(pair[0]), numbered(pair[1])))

    collect()
    return found
