"""The page of terms: what the words mean in all the agreements."""

from collections.abc import Iterator
from itertools import groupby

from builder.library import Library, Term
from builder.model import Edition
from builder.web.banner import page_top
from builder.web.escape import clean, markdown_text, slug, yaml_text

__all__ = ["swedish_order", "terms_page"]

STATUSES = {"fastställd": "Fastställd", "förslag": "Förslag", "omtvistad": "Parterna är inte överens"}


def terms_page(library: Library, edition: Edition | None) -> str:
    """All terms in the order of the Swedish alphabet."""
    rows = sorted(library.terms.values(), key=lambda row: (swedish_order(row.term), row.id))
    intro = "Orden betyder samma sak i alla avtalen."
    groups = groupby(rows, key=lambda row: clean(row.term)[:1].upper())
    body = "\n".join(_letter(letter, list(group)) for letter, group in groups) or "Inga begrepp är införda än.\n"
    return f"{page_top(yaml_text('Begrepp'), edition)}# Begrepp\n\n{intro}\n\n{body}"


def swedish_order(word: str) -> str:
    """A sort key that puts å, ä and ö last, in that order."""
    return clean(word).lower().translate({ord("å"): "{", ord("ä"): "|", ord("ö"): "}", ord("é"): "e"})


def _letter(letter: str, rows: list[Term]) -> str:
    anchor = f"bokstav-{ord(letter) if letter else 0}"
    return f"## {markdown_text(letter, at_start=True)} {{#{anchor}}}\n\n" + "\n".join(map(_term, rows))


def _term(row: Term) -> str:
    title = row.term + (f" ({row.abbreviation})" if row.abbreviation else "")
    head = f"### {markdown_text(title, at_start=True)} {{#{slug(row.id)}}}"
    paragraphs = [head, markdown_text(row.definition or "Inte definierat än.", at_start=True)]
    facts = " · ".join(_facts(row))
    return "\n\n".join([*paragraphs, f"{facts}\n{{: .fakta }}"] if facts else paragraphs) + "\n"


def _facts(row: Term) -> Iterator[str]:
    if row.status:
        yield markdown_text(STATUSES.get(row.status, row.status))
    if row.source:
        yield f"Källa: {markdown_text(row.source)}"
    if row.synonyms:
        yield f"Kallas också: {markdown_text(', '.join(row.synonyms))}"
    if row.avoid:
        yield f"Skriv inte: {markdown_text(', '.join(row.avoid))}"
