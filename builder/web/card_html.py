"""A card of the comparison: one changed section as HTML."""

from collections.abc import Callable, Iterator
from typing import assert_never

from builder.model import Number, Text
from builder.redline import MarkedSection, Span
from builder.web.cards import KINDS, Card, rewritten, summary
from builder.web.escape import html_text
from builder.web.marked_blocks import marked_blocks
from builder.web.marked_text import Notes, Side, side, spans

__all__ = ["Address", "card_html", "plain_title", "section_number"]

Address = Callable[[MarkedSection], str]
"""Where a section can be read as it is now; empty when nowhere."""


def card_html(card: Card, address: Address) -> str:
    """One changed section: what it is called, why it changed, what came and went."""
    around = _around(card)
    title = spans(card.section.title.spans, Notes(), around)
    line = summary(card)
    parts = [
        f'<h3 id="andring-{card.index}" tabindex="-1">{section_number(card.section)}{title} '
        f'<span class="marke marke--{_class(card)}">{KINDS[card.kind][0]}</span></h3>',
        f'<p class="fakta">{html_text(line[:1].upper() + line[1:])}.</p>' if line else "",
        *(f'<p class="varfor"><strong>Varför:</strong> {html_text(reason)}</p>' for reason in card.why),
        _body(card, around),
        _foot(card, address),
    ]
    named = f'class="andring andring--{_class(card)}" aria-labelledby="andring-{card.index}"'
    return f"<section {named}>{''.join(parts)}</section>"


def _around(card: Card) -> Side:
    match card.kind:
        case "ny":
            return "ny"
        case "borttagen":
            return "gammal"
        case "ändrad" | "flyttad":
            return "kvar"
        case _:
            assert_never(card.kind)


def _class(card: Card) -> str:
    return card.kind.replace("ä", "a")


def _body(card: Card, around: Side) -> str:
    name = f"avsnitt {card.section.number or card.section.id}"
    blocks = marked_blocks(card.section.blocks, around, name)
    match card.kind:
        case "ändrad":
            return blocks
        case "ny":
            return f'<ins class="helt">{_said("tillagt")}{blocks}</ins>{_absent("gammal")}'
        case "borttagen":
            return f'<del class="helt">{_said("borttaget")}{blocks}</del>{_absent("ny")}'
        case "flyttad":
            return f'<div class="bara-ny">{blocks}</div>{_old_place(card)}' if rewritten(card) else blocks
        case _:
            assert_never(card.kind)


def _said(word: str) -> str:
    return f'<span class="dold">Hela avsnittet är {word}. </span>'


def _absent(mode: str) -> str:
    words = {"gammal": "Finns inte i den gamla texten.", "ny": "Finns inte i den nya texten."}
    return f'<p class="tom tom--{mode}">{words[mode]}</p>'


def _old_place(card: Card) -> str:
    if card.before is None:
        return ""
    old = marked_blocks(card.before.blocks, section="texten före flytten")
    return f'<details class="fore-flytt"><summary>Texten före flytten</summary>{old}</details>'


def _foot(card: Card, address: Address) -> str:
    link = address(card.section) if card.kind != "borttagen" else ""
    name = html_text(card.section.id)
    now = f' · <a href="{html_text(link)}">Läs texten som den är nu</a>' if link else ""
    return f'<p class="klausulfot">{name}{now}</p>'


def section_number(section: MarkedSection) -> str:
    """A section's number before its title."""
    return f'<span class="nr">{html_text(section.number)}</span> ' if section.number else ""


def plain_title(card: Card) -> str:
    """A section's title without marks: the new one, or the old one of a section that went."""
    shown = card.section.title.spans if card.kind == "borttagen" else _standing(card.section.title.spans)
    return html_text("".join(span.inline.text for span in shown if isinstance(span.inline, Text | Number)))


def _standing(content: tuple[Span, ...]) -> Iterator[Span]:
    return (span for span in content if side(span.fate) in ("kvar", "ny"))
