"""The Markdown parser as this project uses it: CommonMark, pipe tables, strikethrough and footnotes.

HTML is not known to it and stays text. Inline tokens of markdown-it have no place (seen in 4.3), so the
rules that make links and the like are wrapped to leave theirs behind.
"""

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, image, link, newline
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

__all__ = ["markdown_parser"]

InlineRule = Callable[[StateInline, bool], bool]


@cache
def markdown_parser() -> MarkdownIt:
    """The one parser; it keeps nothing between texts."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 40})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    for name, rule in PLACED_RULES.items():
        parser.inline.ruler.at(name, _placed(rule))
    setattr(parser, "validateLink", lambda _: True)  # noqa: B010  (judged here, with a finding)
    setattr(parser, "normalizeLink", lambda address: address)  # noqa: B010  (kept as written)
    setattr(parser, "normalizeLinkText", lambda text: text)  # noqa: B010
    return parser


def _any_footnote(state: StateInline, silent: bool) -> bool:
    return bool(footnote_ref(state, silent, always_match=True))


PLACED_RULES: dict[str, InlineRule] = {
    "newline": newline,
    "backticks": backtick,
    "link": link,
    "image": image,
    "autolink": autolink,
    "footnote_ref": _any_footnote,
}


def _placed(rule: InlineRule) -> InlineRule:
    """The rule, with the place in the text of what it makes: "at" on its first token, "end" on its last."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if len(state.tokens) > count:
            made = state.tokens[count]
            if made.type == "text" and len(state.tokens) > count + 1:
                made = state.tokens[count + 1]
            made.meta["at"] = start
            state.tokens[-1].meta["end"] = state.pos
        return True

    return placed
