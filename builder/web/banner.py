"""What a page says of itself before anything else: draft or valid, version, status, date."""

from builder.model import Edition
from builder.web.escape import html_text

__all__ = ["MONTHS", "STATUSES", "WORKING", "banner", "day", "mark", "page_top", "version_name"]

WORKING = frozenset({"arbetskopia", "mellanversion"})
"""What texts that are not recorded versions call themselves."""
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
STATUSES = {
    "utkast": ("UTKAST", "Gäller inte."),
    "remiss": ("UTKAST – REMISS", "Gäller inte. Skickad för synpunkter."),
    "beslutsförslag": ("UTKAST – FÖRSLAG TILL BESLUT", "Gäller inte."),
    "beslutad": ("BESLUTAD, GÄLLER INTE ÄN", "Alla parter har beslutat."),
    "gällande": ("GÄLLER", "Beslutad text."),
    "upphävd": ("UPPHÄVD", "Gäller inte längre."),
}
BESIDE = "boost: 0.5"
"""How the search weighs a supporting document, which often repeats the words of an agreement."""
UNKNOWN = ("UTKAST", "Gäller inte.")


def day(date: str) -> str:
    """An ISO date in words: 2026-11-05 → 5 november 2026. Anything else as it is."""
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return date
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"


def mark(edition: Edition) -> str:
    """The status as one mark: UTKAST, GÄLLER, …"""
    return STATUSES.get(edition.status, UNKNOWN)[0]


def version_name(edition: Edition) -> str:
    """The version as readers name it."""
    return edition.version.capitalize() if edition.version in WORKING else f"Version {edition.version}"


def banner(edition: Edition) -> str:
    """The band on top of every page, as one HTML element kept out of the search."""
    means = STATUSES.get(edition.status, UNKNOWN)[1]
    facts = [version_name(edition)] + ([day(edition.date)] if edition.date else [])
    kind = "gallande" if edition.valid else "upphavd" if edition.status == "upphävd" else "utkast"
    return (
        f'<div class="utgava utgava--{kind}" role="note" aria-label="Textens status" data-search-exclude>'
        f"<strong>{html_text(mark(edition))}</strong> <span>{html_text(means)}</span> "
        f"<span>{html_text(', '.join(facts))}</span></div>"
    )


def _is_beside(edition: Edition | None) -> bool:
    return edition is not None and edition.supporting


def page_top(title: str, edition: Edition | None, hide: tuple[str, ...] = (), searchable: bool = True) -> str:
    """Front matter and banner. `title` is the front matter's, already safe."""
    meta = [f"title: {title}"]
    meta += [f"hide: [{', '.join(hide)}]"] if hide else []
    meta += [] if edition is None or edition.valid else ["robots: noindex"]
    if not searchable or _is_beside(edition):
        meta += ["search:", f"  {BESIDE if searchable else 'exclude: true'}"]
    return "---\n" + "\n".join(meta) + "\n---\n\n" + (f"{banner(edition)}\n\n" if edition else "")
