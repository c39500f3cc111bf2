"""What a page says of itself before anything else: draft or valid, version, status, date."""

from builder.model import Edition
from builder.web.escape import html_text

__all__ = ["MONTHS", "STATUSES", "WORKING", "banner", "day", "page_top"]

WORKING = "arbetskopia"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
STATUSES = {
    "utkast": ("UTKAST", "Texten är inte beslutad och gäller inte."),
    "remiss": ("UTKAST – REMISS", "Texten är skickad för synpunkter. Den är inte beslutad och gäller inte."),
    "beslutsförslag": ("UTKAST – FÖRSLAG TILL BESLUT", "Texten är inte beslutad och gäller inte."),
    "beslutad": ("BESLUTAD, GÄLLER INTE ÄN", "Alla parter har beslutat. Texten har inte börjat gälla."),
    "gällande": ("GÄLLANDE", "Texten gäller."),
    "upphävd": ("UPPHÄVD", "Texten gäller inte längre."),
}
UNKNOWN = ("UTKAST", "Texten är inte beslutad och gäller inte.")


def day(date: str) -> str:
    """An ISO date in words: 2026-11-05 → 5 november 2026. Anything else as it is."""
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return date
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"


def banner(edition: Edition) -> str:
    """The band on top of every page, as one HTML element kept out of the search."""
    mark, means = STATUSES.get(edition.status, UNKNOWN)
    facts = [f"Version {edition.version}", f"status {edition.status}"] + ([day(edition.date)] if edition.date else [])
    kind = "gallande" if edition.valid else "upphavd" if edition.status == "upphävd" else "utkast"
    return (
        f'<div class="utgava utgava--{kind}" role="note" aria-label="Textens status" data-search-exclude>'
        f"<p><strong>{html_text(mark)}</strong> {html_text(means)}</p>"
        f"<p>{html_text(', '.join(facts))}</p></div>"
    )


def page_top(title: str, edition: Edition | None, hide: tuple[str, ...] = (), searchable: bool = True) -> str:
    """Front matter and banner. `title` is the front matter's, already safe."""
    meta = [f"title: {title}"]
    meta += [f"hide: [{', '.join(hide)}]"] if hide else []
    meta += [] if searchable else ["search:", "  exclude: true"]
    return "---\n" + "\n".join(meta) + "\n---\n\n" + (f"{banner(edition)}\n\n" if edition else "")
