"""A card of the comparison: one changed section as HTML."""

from collections.abc import Callable
from typing import assert_never

from builder.changes import Change, Grade, Moves
from builder.redline import MarkedSection
from builder.web.cards import KINDS, Card, summary
from builder.web.escape import html_text
from builder.web.marked_blocks import marked_blocks
from builder.web.marked_text import Notes, Side, spans

__all__ = ["Address", "bound_attribute", "card_html", "grade_badge", "lines", "plain_title", "section_number"]

Address = Callable[[MarkedSection], str]
"""Where a section can be read as it is now; empty when nowhere."""


def card_html(card: Card, address: Address) -> str:
    """One changed section: what it is called, how much the change matters and why, what came and went."""
    change, told = card.change, card.told
    around, kind, line = _around(change), KINDS[change.kind], summary(change)
    name = spans(change.section.title.spans, Notes(), around)
    parts = [
        f'<h3 id="andring-{card.index}" tabindex="-1">{section_number(change.section)}{name} '
        f'<span class="marke marke--{kind.look}">{kind.badge}</span> {grade_badge(change.graded.grade)}</h3>',
        f'<p class="fakta">{html_text(line[:1].upper() + line[1:])}.</p>' if line else "",
        f'<p class="varfor"><strong>{change.graded.grade.capitalize()}:</strong> {lines(told.what)}</p>',
        *(f'<p class="varfor"><strong>Varför:</strong> {html_text(reason)}</p>' for reason in told.why),
        _body(card, around),
        _foot(change, address),
    ]
    named = f'class="andring andring--{kind.look}" aria-labelledby="andring-{card.index}"'
    return f'<section {named} data-grad="{change.graded.grade}"{bound_attribute(card)}>{"".join(parts)}</section>'


def bound_attribute(card: Card) -> str:
    """Whom the clause binds, for the script that shows the changes of one party."""
    return f' data-part="{html_text(" ".join(card.binds))}"' if card.binds else ""


def grade_badge(grade: Grade) -> str:
    """How much a change matters, as a word with a shape of its own."""
    return f'<span class="grad grad--{grade.replace(" ", "-")}">{grade}</span>'


def lines(texts: tuple[str, ...]) -> str:
    """Texts each on a line of its own."""
    return "<br>".join(map(html_text, texts))


def _around(change: Change) -> Side:
    match change.kind:
        case "inserted":
            return "ny"
        case "deleted":
            return "gammal"
        case "changed" | "renamed" | "moved" | "moved-and-changed" | "split" | "merged":
            return "kvar"
        case _:
            assert_never(change.kind)


def _body(card: Card, around: Side) -> str:
    change, section = card.change, card.change.section
    blocks = marked_blocks(section.blocks, around, f"avsnitt {section.number or section.id}", section.fate, card.moved)
    match change.kind:
        case "changed" | "renamed" | "moved" | "split" | "merged":
            return blocks
        case "inserted":
            return f'<ins class="helt">{_said("tillagt")}{blocks}</ins>{_absent("gammal")}'
        case "deleted":
            return f'<del class="helt">{_said("borttaget")}{blocks}</del>{_absent("ny")}'
        case "moved-and-changed":
            return f'<div class="bara-ny">{blocks}</div>{_old_place(change, card.moved)}'
        case _:
            assert_never(change.kind)


def _said(word: str) -> str:
    return f'<span class="dold">Hela avsnittet är {word}. </span>'


def _absent(mode: str) -> str:
    words = {"gammal": "Finns inte i den gamla texten.", "ny": "Finns inte i den nya texten."}
    return f'<p class="tom tom--{mode}">{words[mode]}</p>'


def _old_place(change: Change, moved: Moves) -> str:
    if change.before is None:
        return ""
    old = marked_blocks(change.before.blocks, "kvar", "texten före flytten", change.before.fate, moved)
    return f'<details class="fore-flytt"><summary>Texten före flytten</summary>{old}</details>'


def _foot(change: Change, address: Address) -> str:
    link = address(change.section) if change.kind != "deleted" else ""
    name = html_text(change.section.id)
    now = f' · <a href="{html_text(link)}">Läs texten som den är nu</a>' if link else ""
    return f'<p class="klausulfot">{name}{now}</p>'


def section_number(section: MarkedSection) -> str:
    """A section's number before its title."""
    return f'<span class="nr">{html_text(section.number)}</span> ' if section.number else ""


def plain_title(card: Card) -> str:
    """A section's title without marks: the new one, or the old one of a section that went."""
    return html_text(card.told.clause)
