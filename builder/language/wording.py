"""Words that make a duty vague, and words with a plainer twin: data for each language.

A language that is not in `_LANGUAGES` has no such words, and what looks for them is silent.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Wording", "WordingEntry", "wording"]


@dataclass(frozen=True, slots=True)
class WordingEntry:
    """A word to look for. A text without `sign` (small letters) does not hold it; `advice` says what to write."""

    sign: str
    pattern: re.Pattern[str]
    advice: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A language's words. `vague` leave open what is meant; `heavy` have a plainer twin; `soft` recommends only.

    `routine` and `drawn_up` together promise a paper that does not exist; `none` says that there will be none.
    `passive_endings` end a verb that hides who acts; `not_passive` are verbs that only look so, `genitives` end nouns
    that do; `agent` names who acts after all. `impersonal` has no one as its subject. `modals` bind, `subordinators`
    begin a clause where they do not, and `joint` joins two clauses that do. `pays` says who bears a cost, `fillers` are
    words that say nothing of what is to be done, and `defines` begins a sentence that says what a word means. A text
    without any of the `signs` of something does not hold it.
    """

    vague: tuple[WordingEntry, ...]
    heavy: tuple[WordingEntry, ...]
    soft: WordingEntry
    routine: re.Pattern[str]
    drawn_up: re.Pattern[str]
    drawn_up_signs: tuple[str, ...]
    none: re.Pattern[str]
    passive_endings: tuple[str, ...]
    genitives: tuple[str, ...]
    not_passive: frozenset[str]
    infinitive_endings: tuple[str, ...]
    agent: re.Pattern[str]
    impersonal: re.Pattern[str]
    impersonal_signs: tuple[str, ...]
    subordinators: frozenset[str]
    joint: re.Pattern[str]
    modals: re.Pattern[str]
    modal_signs: tuple[str, ...]
    pays: re.Pattern[str]
    fillers: frozenset[str]
    defines: re.Pattern[str]
    defines_sign: str


def wording(language: str) -> Wording | None:
    """The words of a language ("sv", "sv-SE"); None where nobody has listed them."""
    return _LANGUAGES.get(language[:2].lower())


def _entry(sign: str, pattern: str, advice: str) -> WordingEntry:
    return WordingEntry(sign, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE), advice)


_TIME = "Skriv en tid ur parametrar.yml, till exempel ”inom [1 vardag](…)”."
_WHEN = "Skriv när det gäller och vem som bedömer det."
_LIMIT = "Skriv vad som krävs, eller när undantag får göras."
_WHAT = "Skriv vilket sätt, vilken tid eller vilken omfattning som avses."
_NEEDED = "Skriv vad som behövs, eller stryk ordet."
_OFTEN = "Skriv hur ofta, med ett värde ur parametrar.yml."
_ALL = "Räkna upp allt som avses, eller skriv ”till exempel” före uppräkningen."
_DO = "Skriv vad parten ska göra för att det ska bli så."

_SWEDISH = Wording(
    vague=(
        _entry("snarast", r"(?:så\s+)?snarast(?:\s+möjligt)?", _TIME),
        _entry(" som möjligt", r"så\s+(?:snart|fort|snabbt)\s+som\s+möjligt", _TIME),
        _entry("skyndsam", r"skyndsamt?", _TIME),
        _entry("omgående", r"omgående", _TIME),
        _entry("i god tid", r"i\s+god\s+tid", _TIME),
        _entry("rimlig tid", r"(?:inom|i)\s+rimlig\s+tid", _TIME),
        _entry("vid behov", r"vid\s+behov", _WHEN),
        _entry("möjligaste", r"i\s+möjligaste\s+mån", _LIMIT),
        _entry("så långt", r"så\s+långt\s+(?:som\s+)?(?:det\s+är\s+)?möjligt", _LIMIT),
        _entry(
            "lämplig",
            r"lämplig[at]?\s+(?:sätt|vis|tid|tidpunkt|omfattning|nivå|åtgärd|åtgärder|form|former|plats|kompetens)",
            _WHAT,
        ),
        _entry("erforderlig", r"erforderlig[at]?", _NEEDED),
        _entry("adekvat", r"adekvata?", _NEEDED),
        _entry("regelbund", r"regelbund(?:et|en|na)", _OFTEN),
        _entry("jämna mellanrum", r"med\s+jämna\s+mellanrum", _OFTEN),
        _entry("etc", r"etc\b\.?|etcetera", _ALL),
        _entry("m.m.", r"m\.m\.", _ALL),
        _entry("m.fl.", r"m\.fl\.", _ALL),
        _entry("och/eller", r"och/eller", "Skriv ”och” eller ”eller”, eller räkna upp fallen."),
    ),
    heavy=(
        _entry("skall", r"skall", "Skriv ”ska”."),
        _entry("tillse", r"tillse[rs]?", _DO),
        _entry("säkerställ", r"säkerställ(?:a|s|as|er|es|de|des|t|ts)", _DO),
    ),
    soft=_entry("bör", r"bör", "Skriv ”ska” om parten är skyldig, annars ”får”."),
    routine=re.compile(
        r"\b(?:rutin|riktlinje|checklist|vägledning|anvisning|mall)(?:en|er|erna|a|an|or|orna|ar|arna|n|r|rna)?\b"
        r"|\b\w{2,30}(?:rutin|riktlinj|checklist|mall)(?:e|en|er|erna|a|an|or|orna|ar|arna|n|r|rna)?\b",
        re.IGNORECASE,
    ),
    drawn_up=re.compile(
        r"\b(?:(?:ta|tar|tas|arbeta|arbetar|arbetas)\s+(?:\w+\s+){0,4}fram|utarbeta[rs]?|utformas?|upprättas?)\b",
        re.IGNORECASE,
    ),
    drawn_up_signs=("fram", "utarbeta", "utforma", "upprätta"),
    none=re.compile(r"\b(?:ingen|inga|inte|utan)\b", re.IGNORECASE),
    passive_endings=("as", "fås", "ges", "göms", "nås", "ses", "sys"),
    genitives=("allas", "andras", "bådas", "deras", "erskas", "ligas", "rnas"),
    not_passive=frozenset({
        "andas", "enas", "fattas", "finnas", "hoppas", "hjälpas", "kännas", "lyckas", "minnas", "mötas", "samlas",
        "samsas", "saknas", "ses", "skiljas", "synas", "träffas", "trivas", "turas", "umgås", "vistas",
    }),
    infinitive_endings=("a", "be", "bli", "bo", "få", "ge", "gå", "le", "må", "nå", "se", "ske", "slå", "stå", "tro"),
    agent=re.compile(r"\bav\b", re.IGNORECASE),
    impersonal=re.compile(
        r"\b(?:(?:det|man)\s+(?:ska|skall|måste)|(?:ska|skall|måste)\s+(?:det|man))\s+(?:alltid\s+|också\s+)?(?:finnas\b)"
        r"|\b(?:man\s+(?:ska|skall|måste)|(?:ska|skall|måste)\s+man)\b",
        re.IGNORECASE,
    ),
    impersonal_signs=("finnas", "man ", "Man "),
    subordinators=frozenset({
        "att", "där", "då", "eftersom", "hur", "huruvida", "innan", "medan", "när", "om", "som", "tills", "trots",
        "vad", "var", "vars", "varför", "vem", "vems", "vilka", "vilken", "vilket",
    }),
    joint=re.compile(r"[,;]|\b(?:och|samt|men)\b"),
    modal_signs=("ska", "måste"),
    modals=re.compile(r"\b(?:ska|skall|måste)\b", re.IGNORECASE),
    pays=re.compile(r"\b(?:bekostar|betalar|svarar\s+för\s+kostnad(?:en|erna)?)\b", re.IGNORECASE),
    fillers=frozenset({
        "alltid", "därför", "dessa", "dock", "eller", "även", "efter", "från", "före", "högst", "inom", "innan",
        "minst", "måste", "också", "samt", "senast", "ska", "skall", "till", "under",
    }),
    defines=re.compile(r"Med\s+(?P<word>[^,.]{2,80}?)\s+(?:avses|menas)\b"),
    defines_sign="med ",
)  # fmt: skip

_LANGUAGES: Mapping[str, Wording] = {"sv": _SWEDISH}
