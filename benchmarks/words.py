"""Words and sentences that look like the Swedish of an agreement, drawn by a given generator of chance."""

from random import Random

__all__ = ["ROLES", "TERMS", "noun", "phrase", "sentence", "title"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST = _words(
    "ansöknings arbets avgifts barn bostads budget drifts energi fastighets flytt fritids förvaltnings gatu hamn "
    "hyres idrotts insats klimat kontroll kultur lednings lokal miljö närings omsorgs park personal prov resurs "
    "samråds service skol stads tillsyns trafik utbildnings vatten verksamhets växt års"
)
LAST = _words(
    "ansvar avtal behov beslut besked dialog enhet form fråga förslag grupp handling insats kostnad ledning lista "
    "metod mål nivå område ordning plan process punkt regel rutin råd samtal stöd tid underlag uppdrag uppgift "
    "uppföljning utredning villkor ärende åtgärd översyn"
)
VERBS = _words(
    "anmäla använda avsluta bedöma begära bekosta bevara dokumentera ersätta fastställa följa föreslå genomföra "
    "granska hantera inleda kontrollera lämna meddela ordna planera pröva redovisa samordna fördela "
    "tillhandahålla utreda utse värdera återkalla överlämna"
)
PREPOSITIONS = _words("efter enligt för från genom inför mellan utan vid över")
CONDITIONS = (
    "när båda sidor är överens",
    "om inget annat har beslutats",
    "senast vid årets slut",
    "så snart det kan ske",
    "även under helger och semestrar",
    "utan dröjsmål och i samråd",
)
ROLES = {"parterna": "Parterna", "regionen": "Regionen", "kommunen": "Kommunen"}
TERMS = tuple(first + last for first, last in zip(FIRST, LAST[::-1], strict=False))
"""Words that the register defines."""


def noun(chance: Random) -> str:
    """A noun; about one in eight is a defined term, sometimes in the genitive."""
    if chance.random() < 0.12:
        return chance.choice(TERMS) + chance.choice(("", "", "s"))
    return chance.choice(FIRST) + chance.choice(LAST)


def phrase(chance: Random) -> str:
    """A few words with a preposition in front."""
    return f"{chance.choice(PREPOSITIONS)} {noun(chance)}"


def sentence(chance: Random) -> str:
    """About twelve words."""
    who = chance.choice(tuple(ROLES.values()))
    middle = " ".join(phrase(chance) for _ in range(chance.randint(1, 3)))
    act = f"{chance.choice(VERBS)} {noun(chance)} och {noun(chance)}"
    return f"{who} ska {act} {middle} {chance.choice(CONDITIONS)}."


def title(chance: Random) -> str:
    """A heading of two or three words."""
    words = f"{noun(chance)} {chance.choice(('och', 'för', 'vid'))} {noun(chance)}"
    return words[:1].upper() + words[1:]
