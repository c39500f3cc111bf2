"""What a template may print of the edition: its documented variables, and which of them show their change."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model import Edition, Text
from builder.phrases import front, mark
from builder.redline import Redline, Revision, Span
from builder.word.labels import labels
from builder.word.xml import clean

__all__ = [
    "BODY", "CONTROL", "FORMERLY", "GUIDE", "HISTORY", "NONE", "SOMETIMES", "VARIABLES", "Shown", "Values", "token",
    "values",
]  # fmt: skip

BODY = "avtalstext"
"""The variable whose paragraph is replaced by contents and text."""

HISTORY, GUIDE = "revisionshistorik", "läsanvisning"
"""The variables whose paragraphs are replaced by the list of versions and by the advice on reading."""

CONTROL = {
    "giltigt_från": "valid_from", "giltigt_till": "valid_to", "arbetsgrupp": "working_group",
    "brukarorganisationer": "user_organisations", "revideras_av": "revised_by", "antagen": "adopted",
    "godkänd_av": "approved_by",
}  # fmt: skip
"""The variables that an agreement's own register fills in, by the field of its control table."""
TRACKED = ("titel", "typ", "avtal", "upplaga", "status", "diarienummer", "parter", "part", *CONTROL)
"""Cover data whose change is a change of the document; version, date and checksum only follow."""

SOMETIMES = ("avtal", "upplaga", "arbetsgrupp", "brukarorganisationer", "revideras_av", "antagen", "godkänd_av")
"""What it has a row for only where somebody has."""

NONE = "–"
DASHED = ("diarienummer", "giltigt_från", "giltigt_till")
"""What the table of document control has a row for even where nobody has said it."""

FORMERLY = "commit"
"""The earlier name of `versions_id`, which templates may still use."""

SHORT = 12


def token(name: str) -> str:
    """What stands for a variable in the rendered body until its words are written."""
    return f"\ue000{name}\ue001"


class Shown(str):
    """A value that prints as a token, so that its words can be written with their fate, and is itself in conditions."""

    __slots__ = ("kept", "name")
    kept: bool
    name: str

    def __new__(cls, name: str, text: str, kept: bool) -> "Shown":
        """`kept` is true when there is something to print, in the new text or in the old."""
        shown = super().__new__(cls, text)
        shown.name, shown.kept = name, kept
        return shown

    def __bool__(self) -> bool:
        return self.kept

    def __html__(self) -> str:
        return token(self.name)


@dataclass(frozen=True, slots=True)
class Values:
    """The variables' values, and the words of those that are printed by token."""

    context: Mapping[str, str]
    spans: Mapping[str, tuple[Span, ...]]

    def plain(self, name: str) -> str:
        """The new text of a variable."""
        return str.__str__(self.context[name])


def values(redline: Redline, revision: Revision) -> Values:
    """The variables of a document; `revision` gives author and date of changes on the cover."""
    new, old = _facts(redline.new), _facts(redline.old or redline.new)
    spans = {name: _spans(old[name], new[name], revision) for name in TRACKED}
    spans |= {name: _spans(old[name] or NONE, new[name] or NONE, revision) for name in DASHED}
    spans["titel"] = redline.cover.spans
    context: dict[str, str] = dict(new)
    for name in TRACKED:
        context[name] = Shown(name, new[name], bool(new[name] or old[name]))
    context["utkast"] = mark(redline.new.status, redline.new.language)
    context["jämförelse"] = _compared(redline)
    for name in (BODY, HISTORY, GUIDE):
        context[name] = Shown(name, "", kept=True)
    return Values(context, spans)


def _facts(edition: Edition) -> dict[str, str]:
    facts = {
        "titel": edition.title, "typ": edition.kind[:1].upper() + edition.kind[1:],
        "avtal": edition.agreement_title or edition.agreement, "version": edition.version, "status": edition.status,
        "datum": edition.date, **dict.fromkeys(("versions_id", FORMERLY), edition.commit[:SHORT]),
        "kontrollsumma": edition.checksum,
        "diarienummer": edition.diary, "parter": edition.parties, "språk": edition.language,
        "upplaga": front(edition.language).variants[edition.variant] if edition.agreement else "",
        "part": edition.parties if edition.party else "",
        "underlag": "ja" if edition.supporting else "",
        **{name: getattr(edition.control, field) for name, field in CONTROL.items()},
    }  # fmt: skip
    return {name: clean(text) for name, text in facts.items()}


def _spans(old: str, new: str, revision: Revision) -> tuple[Span, ...]:
    if old == new:
        return (Span(Text(new)),)
    gone = Revision("deletion", revision.author, revision.date)
    come = Revision("insertion", revision.author, revision.date)
    both = (Span(Text(old), (gone,)), Span(Text(new), (come,)))
    return tuple(span for span in both if isinstance(span.inline, Text) and span.inline.text)


def _compared(redline: Redline) -> str:
    if redline.old is None:
        return ""
    return labels(redline.new.language).changes_since.format(clean(redline.old.version))


VARIABLES = frozenset({*_facts(Edition("")), "utkast", "jämförelse", BODY, HISTORY, GUIDE})
"""Every name a template may use."""
