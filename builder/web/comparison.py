"""A redline as HTML: what is compared, counts, a table of changes and a card for each changed section."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from builder.changes import Change, title_reasons
from builder.model import Edition
from builder.redline import MarkedSection, Redline
from builder.web.banner import day, mark, version_name
from builder.web.card_html import Address, bound_attribute, card_html, grade_badge, lines, plain_title, section_number
from builder.web.cards import KINDS, Bound, Card, cards, counted, nobody, summary, unchanged_sections
from builder.web.escape import html_text
from builder.web.grades import grade_choice, grades_explained
from builder.web.marked_text import Notes, spans

__all__ = ["comparison", "heading_words", "versions_compared"]

LEGEND = (
    "<li><ins>Understruken text</ins> är tillagd.</li>"
    "<li><del>Överstruken text</del> är borttagen.</li>"
    "<li>Ett avsnitt som bara har fått nytt nummer räknas som oförändrat.</li>"
)
HEADS = ("Avsnitt", "Ändring", "Grad", "Varför")
NO_CHANGE = ("Texterna är lika.", "Inga ändringar av det slag som är valt.")
ONLY = "<p><strong>Här visas {}.</strong> Övriga avsnitt är utelämnade.</p>"
EVERYBODY: Mapping[str, str] = MappingProxyType({})
MODES = (("andringar", "Ändringar"), ("ny", "Ny text"), ("gammal", "Gammal text"))


def heading_words(redline: Redline) -> str:
    """What the page is called, as plain text."""
    return f"Ändringar från {versions_compared(redline)}"


def versions_compared(redline: Redline) -> str:
    """The two versions in a few words."""
    return f"{redline.old.version if redline.old else 'tom text'} till {redline.new.version}"


def comparison(
    redline: Redline,
    found: Iterable[Change],
    address: Address,
    names: Mapping[str, str] = EVERYBODY,
    bound: Bound = nobody,
) -> str:
    """The whole comparison with its changes as one HTML element, without heading of its own. `names`: those whose
    changes the reader may choose to see, by the ids that `bound` gives for a change."""
    changed = cards(redline, found, bound)
    same = unchanged_sections(redline, changed)
    only = ONLY.format(html_text(redline.only)) if redline.only else ""
    parts = [
        _compared(redline),
        only,
        f"<p><strong>{html_text(counted(changed, 0 if only else len(same)).capitalize())}</strong> avsnitt.</p>",
        f'<ul class="tecken" aria-label="Teckenförklaring">{LEGEND}</ul>',
        _tools(len(changed)) if changed else "",
        _overview(changed, names) if changed else f"<p>{NO_CHANGE[bool(only)]}</p>",
        _cover(redline),
        f'<div class="andringar">{"".join(card_html(card, address) for card in changed)}</div>' if changed else "",
        "" if only else _unchanged(same, address),
    ]
    return f'<div class="jamforelse" data-visa="andringar">{"".join(parts)}</div>'


def _compared(redline: Redline) -> str:
    rows = [("Gammal text", redline.old), ("Ny text", redline.new)]
    items = "".join(f"<dt>{name}</dt><dd>{_edition(edition)}</dd>" for name, edition in rows if edition)
    return f'<dl class="jamfors">{items}</dl>'


def _edition(edition: Edition) -> str:
    facts = [version_name(edition)] + ([day(edition.date)] if edition.date else [])
    return f'{html_text(", ".join(facts))} <span class="lapp">{html_text(mark(edition))}</span>'


def _tools(count: int) -> str:
    modes = "".join(
        f'<label><input type="radio" name="visa" value="{value}"{" checked" if not index else ""}> {name}</label>'
        for index, (value, name) in enumerate(MODES)
    )
    return (
        f'<fieldset class="visa" hidden><legend>Visa</legend>{modes}</fieldset>'
        '<p class="tangenter" hidden><label><input type="checkbox" checked> '
        "Tangenterna n och p går till nästa och föregående ändring</label></p>"
        '<div class="stega" role="group" aria-label="Gå mellan ändringarna" hidden>'
        '<button type="button" data-steg="-1">Föregående</button><button type="button" data-steg="1">Nästa</button>'
        f'<span role="status" data-antal="{count}"></span></div>'
    )


def _overview(changed: tuple[Card, ...], names: Mapping[str, str]) -> str:
    return (
        f"<h2>Ändringarna i korthet</h2>{grades_explained(changed)}{grade_choice(changed, names)}{_table(changed)}"
        "<h2>Ändringarna</h2>"
    )


def _table(changed: tuple[Card, ...]) -> str:
    columns = HEADS if any(card.told.why for card in changed) else HEADS[:-1]
    rows = "".join(_row(card, len(columns)) for card in changed)
    heads = "".join(f'<th scope="col">{name}</th>' for name in columns)
    return (
        '<div class="tabell korthet" tabindex="0" role="region" aria-label="Ändringarna i korthet">'
        f'<table class="data"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row(card: Card, columns: int) -> str:
    named = zip(HEADS[:columns], _cells(card)[:columns], strict=True)
    cells = (f'<td data-rubrik="{head}">{words}</td>' for head, words in named)
    return f'<tr data-grad="{card.told.grade}"{bound_attribute(card)}>{"".join(cells)}</tr>'


def _cells(card: Card) -> tuple[str, str, str, str]:
    change, told = card.change, card.told
    badge, line = KINDS[change.kind].badge, summary(change)
    name = section_number(change.section) + plain_title(card)
    return (
        f'<a href="#andring-{card.index}">{name}</a>',
        f"{badge}: {html_text(line)}" if line else badge,
        f"{grade_badge(change.graded.grade)}<br>{lines(told.what)}",
        lines(told.why),
    )


def _cover(redline: Redline) -> str:
    if not any(span.fate for span in redline.cover.spans):
        return ""
    why = "".join(f'<p class="varfor"><strong>Varför:</strong> {html_text(why)}</p>' for why in title_reasons(redline))
    return f"<p>Titeln har ändrats: {spans(redline.cover.spans, Notes())}</p>{why}"


def _unchanged(sections: tuple[MarkedSection, ...], address: Address) -> str:
    if not sections:
        return ""
    items = "".join(_items(sections, address))
    count = f"Oförändrade avsnitt: {len(sections)}"
    return f'<details class="oforandrade"><summary>{count}</summary><ul>{items}</ul></details>'


def _items(sections: tuple[MarkedSection, ...], address: Address) -> Iterator[str]:
    for section in sections:
        words = section_number(section) + spans(section.title.spans, Notes())
        link = address(section)
        yield f'<li><a href="{html_text(link)}">{words}</a></li>' if link else f"<li>{words}</li>"
