"""What the first slide says: the title, and which text of which agreement this is."""

from dataclasses import dataclass

from builder.model import Edition
from builder.phrases import Phrases
from builder.pictures.lettering import lines
from builder.slides.look import FRONT_SIZES, FRONT_TEXT, FRONT_TITLE
from builder.slides.paging import heading

__all__ = ["Front", "footer", "front", "state"]

LARGE, SMALL = 2_400, 1_600
MOST_LINES = 4
"""Of the parties' names."""


@dataclass(frozen=True, slots=True)
class Front:
    """The first slide: its heading, whether and how it is marked, the lines below with their sizes."""

    title: str
    size: int
    state: str
    lines: tuple[tuple[str, int], ...]
    asides: tuple[str, ...]


def front(edition: Edition, words: Phrases) -> Front:
    """The first slide of an edition."""
    title, size, whole = heading(edition.title, "", FRONT_TITLE.width, FRONT_TITLE.height, FRONT_SIZES)
    parties, all_parties = _short(edition.parties, SMALL)
    agreement = edition.agreement_title if edition.agreement_title != edition.title else ""
    shown, all_of_it = _short(agreement, LARGE)
    version = " · ".join(filter(None, (f"{words.version} {edition.version}", edition.date, edition.diary)))
    said = ((shown, LARGE), (_short(version, LARGE)[0], LARGE), (parties, SMALL))
    beside = (
        *whole, *all_of_it, *all_parties,
        *(f"{label}: {value}" for label, value in (
            (words.status, edition.status), (words.checksum, edition.checksum), (words.commit, edition.commit),
        ) if value),
    )  # fmt: skip
    return Front(title, size, state(edition, words), tuple(line for line in said if line[0]), beside)


def state(edition: Edition, words: Phrases) -> str:
    """How the slides are marked: as a draft until the text is in force."""
    draft = words.draft.upper()
    if edition.valid or edition.status.upper() == draft:
        return edition.status.upper()
    return f"{draft}: {edition.status}" if edition.status else draft


def footer(edition: Edition, words: Phrases) -> tuple[str, str]:
    """What stands at the foot of every slide, and the mark of a draft."""
    said = " · ".join(filter(None, (edition.title, edition.version, edition.date)))
    return said, "" if edition.valid else words.draft.upper()


def _short(text: str, size: int) -> tuple[str, tuple[str, ...]]:
    """As much as there is room for; the whole when it had to be cut."""
    rows = lines(text, FRONT_TEXT.width, size, 1_000_000)
    if len(rows) <= MOST_LINES:
        return text, ()
    return f"{' '.join(rows[:MOST_LINES])} …", (text,)
