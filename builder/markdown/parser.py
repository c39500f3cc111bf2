"""The Markdown parser as this project uses it: CommonMark, pipe tables, strikethrough and footnotes.

HTML is not known to it and stays text. Inline tokens of markdown-it have no place (seen in 4.3), so the
rules that make links and the like are wrapped to leave theirs behind. Two short cuts for plain prose,
which most of an agreement is, take a third off the time to read a clause.
"""

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, backtick, image, link, newline
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from builder.markdown.inline import is_prose

__all__ = ["markdown_parser"]

BULLET = re.compile(r"[-*+] +[^\s]")

InlineRule = Callable[[StateInline, bool], bool]


@cache
def markdown_parser() -> MarkdownIt:
    """The one parser; it keeps nothing between texts."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 40})
    parser.enable(["table", "strikethrough"]).disable(["html_block", "html_inline"])
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.block.ruler.before("table", "prose", _prose)
    parser.core.ruler.at("inline", _inline)
    for name, rule in PLACED_RULES.items():
        parser.inline.ruler.at(name, _placed(rule))
    setattr(parser, "validateLink", lambda _: True)  # noqa: B010  (judged here, with a finding)
    setattr(parser, "normalizeLink", lambda address: address)  # noqa: B010  (kept as written)
    setattr(parser, "normalizeLinkText", lambda text: text)  # noqa: B010
    return parser


def _prose(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A line that begins with a letter and stands alone is a paragraph, whatever the other rules say."""
    start = state.bMarks[line] + state.tShift[line]
    if silent or not state.src[start : start + 1].isalpha() or state.is_code_block(line):
        return False
    if not _ends(state, line + 1):
        return False
    state.line = line + 1
    state.push("paragraph_open", "p", 1).map = [line, state.line]
    token = state.push("inline", "", 0)
    token.content = mdTrim(state.src[start : state.eMarks[line]])
    token.map = [line, state.line]
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _ends(state: StateBlock, line: int) -> bool:
    """Whether nothing on this line can belong to a paragraph before it: the end, an empty line or the next item."""
    if line >= state.lineMax or state.isEmpty(line):
        return True
    outside = 0 <= state.sCount[line] < state.blkIndent
    return outside and BULLET.match(state.src, state.bMarks[line] + state.tShift[line]) is not None


def _inline(state: StateCore) -> None:
    """Read the inlines of every paragraph but those of plain prose, which keep no children."""
    for token in state.tokens:
        if token.type == "inline" and not is_prose(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


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
