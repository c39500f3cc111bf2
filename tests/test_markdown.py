"""Markdown as flat paragraphs with places."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from builder.markdown import parse
from builder.markdown.inline import Page, inlines
from builder.markdown.parser import markdown_parser
from builder.model import Block, Break, Inline, Note, Paragraph, Table, Text, Url, words
from builder.read.decode import with_plain_lines

SIGNS = st.sampled_from("a b[]()!*_`~<>&;|-+1.#\\\n\t^:\"'=åa\u030a\u00ad\x00\u2028")


def shown(inline: Inline) -> str:
    """A short notation: **strong**, *emphasis*, `code`, ~strike~, [text](address), [^note], ⏎."""
    match inline:
        case Text(text=text, marks=marks):
            for mark, sign in ((marks.code, "`"), (marks.emphasis, "*"), (marks.strong, "**"), (marks.strike, "~")):
                text = f"{sign}{text}{sign}" if mark else text
            return f"[{text}]({marks.link.address})" if isinstance(marks.link, Url) else text
        case Note(content=content):
            return f"[^{' / '.join(line(p) for p in content)}]"
        case Break():
            return "⏎"
    raise AssertionError(inline)


def line(block: Block) -> str:
    match block:
        case Table(rows=rows):
            return " ; ".join(" | ".join(line(c.content[0]) for c in row.cells) for row in rows)
        case Paragraph(content=content, shape=shape):
            mark = {"bullet": "-", "number": f"{shape.start}.", "none": "·"}[shape.marker] if shape.level else ""
            kind = {"heading": "#" * shape.depth, "code": "kod"}.get(shape.kind, "")
            return (
                " ".join(p for p in (">" * shape.quote, "  " * (shape.level - 1) + mark, kind) if p.strip())
                + (" " if shape.quote or shape.level or kind else "")
                + "".join(map(shown, content))
            )


def lines(text: str) -> list[str]:
    return [line(block) for block in parse(text, "f.md")[0]]


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(f.code, f.position.line, f.position.column) for f in parse(text, "f.md")[1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ett\ntvå", ["ett två"]),
        ("ett  \ntvå\\\ntre", ["ett⏎två⏎tre"]),
        ("a **b** *c* `d` ~~e~~", ["a **b** *c* `d` ~e~"]),
        ("**a *b***", ["**a *****b***"]),
        ("[a](b.md)", ["[a](b.md)"]),
        ("[a **b**](c)", ["[a ](c)[**b**](c)"]),
        ("<https://a.b>", ["[https://a.b](https://a.b)"]),
        ("[å](å%20ä.md)", ["[å](å%20ä.md)"]),
        ("[å](<å ä.md>)", ["[å](å ä.md)"]),
        ("&amp; &lt;b&gt; \\*", ["& <b> *"]),
        ("# a\n## b\n### c", ["# a", "# b", "## c"]),
        ("- a\n- b\n  - c", ["- a", "- b", "  - c"]),
        ("3. a\n4. b", ["3. a", "3. b"]),
        ("- a\n\n  b", ["- a", "· b"]),
        ("- - a", ["- ", "  - a"]),
        ("- a\n-\n- b", ["- a", "- ", "- b"]),
        ("1. a\n   - b\n2. c", ["1. a", "  - b", "1. c"]),
        ("> a\n>> b", ["> a", ">> b"]),
        ("> - a", ["> - a"]),
        ("```\na\n  b\n```", ["kod a⏎  b"]),
        ("    a", ["kod a"]),
        ("| a | b |\n|---|--:|\n| c | `d\\|e` |", ["a | b ; c | `d|e`"]),
        ("a[^1]\n\n[^1]: b\n\n    c", ["a[^b / c]"]),
        ("a <b>c</b>", ["a <b>c</b>"]),
        ("<div>\nx", ["<div> x"]),
        ("[a](javascript:b)", ["a"]),
        ("![a *b*](c.png)", ["a b"]),
        ("a\u030a", ["å"]),
        ("x\ty", ["x y"]),
        ("", []),
    ],
)
def test_what_a_text_becomes(text: str, found: list[str]) -> None:
    assert lines(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <b>c</b>", [("T303", 1, 3), ("T303", 1, 7)]),
        ("a < b och c > d, <https://a.b>, \\<b>, `<i>`", []),
        ("en\n![två](x.png)", [("T304", 2, 1)]),
        ("|a|b|\n|-|-|\n|c|\n|d|e|f|", [("T305", 3, 1), ("T305", 4, 1)]),
        ("|a|b|\n|-|-|\n|c|d\\|e|", []),
        ("a [b](javascript:c)", [("T307", 1, 4)]),
        ("[b](JaVaScRiPt:c) [b](data:x) [b](file:///x) [b](//x.y)", [("T307", 1, n) for n in (2, 20, 32, 47)]),
        ("[b](jav&#x09;ascript:c)", [("T307", 1, 2)]),
        ("[a](https://b.c) [a](mailto:b@c.d) [a](../b.md#c)", []),
        ("a [^x]", [("T309", 1, 3)]),
        ("[^x]: a", [("T310", 1, 1)]),
        ("a[^x]\n\n[^x]: b\n\n[^x]: c", [("T310", 5, 1)]),
        ("a\n\n---\n\nb", [("T311", 3, 1)]),
        ("a[^x]\n\n[^x]: b [^x]", [("T312", 3, 9)]),
        (">" * 9 + " a", [("T306", 1, 1)]),
        ("- " * 9 + "a", [("T306", 1, 1)]),
        ("- " * 8 + "a", []),
    ],
)
def test_what_is_found_and_where(text: str, found: list[tuple[str, int, int]]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "[målet](a.md)",
        "se [målet](a.md) och [målet](b.md)",
        'rad ett\nrad två med [målet](a.md)\noch [målet](b.md "t") slut',
        "- a\n- b [målet](a.md)\n  fortsätter [målet](b.md)",
        "1. a\n\n   > b [målet](a.md)\n   > c [målet](b.md)",
        "| a | b |\n|---|---|\n| målet | [målet](a.md) |\n| x\\|y [målet](b.md) | z |",
        "**fet** \\[målet\\] &amp; [målet](a.md)",
        "`[målet](x)` *[målet](a.md)*  \n[målet](b.md)",
        "[a\nb](<c\nd>) [målet](a.md)",
        "[x](\na.md) och\n[målet](b.md)",
        "## Rubrik [målet](a.md) ##\n\n    kod",
        "text[^1] [målet](a.md)\n\n[^1]: not [målet](b.md)\n    mer [målet](c.md)",
        "\\\\ \\* [målet](a.md)\\\nny [målet](b.md)",
        "[målet][r] [målet](a.md)\n\n[r]: x.md",
    ],
)
def test_a_link_is_where_its_text_stands(text: str) -> None:
    found = list(links(parse(text, "f.md", 1)[0]))
    assert found
    for link in found:
        assert link.position is not None
        row = text.split("\n")[link.position.line - 1]
        assert row[link.position.column - 1 :].startswith("målet") or "\n" in text[: text.find("målet")]
        assert row[link.position.column - 2] == "["


def links(blocks: tuple[Block, ...]) -> list[Url]:
    return [inline.marks.link for inline in texts(blocks) if isinstance(inline.marks.link, Url)]


def texts(blocks: tuple[Block, ...]) -> list[Text]:
    found: list[Text] = []
    for block in blocks:
        paragraphs = (
            [block]
            if isinstance(block, Paragraph)
            else [p for row in block.rows for cell in row.cells for p in cell.content]
        )
        for paragraph in paragraphs:
            for inline in paragraph.content:
                if isinstance(inline, Text):
                    found.append(inline)
                elif isinstance(inline, Note):
                    found += texts(inline.content)
    return found


def test_lines_are_those_of_the_whole_file() -> None:
    blocks, _ = parse("---\ntitel: A\n---\n\ntext [a](b)", "f.md", 4)
    (block,) = blocks
    assert isinstance(block, Paragraph)
    assert block.position is not None
    assert block.position.line == 5
    assert words(block.content) == "text a"


def test_code_in_the_header_is_not_read() -> None:
    assert parse("---\ntitel: '[^x] <b>'\n---\ntext", "f.md", 4)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "[" * 50_000,
        "[" * 10_000 + "a" + "]" * 10_000,
        ">" * 20_000,
        "- " * 10_000,
        "[a](" * 20_000,
        "[a](<b" * 10_000,
        "![" * 20_000,
        "[^1" * 20_000,
        "*a **b " * 5_000,
        "`" * 20_000 + "a",
        "<a:" * 10_000,
        "|" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|a" * 5_000,
        "&amp;*a*" * 5_000,
    ],
)
def test_texts_made_to_hang_do_not(text: str) -> None:
    start = time.process_time()
    parse(text, "f.md")
    assert time.process_time() - start < 8


def test_a_text_that_is_not_read_is_shown_as_it_stands() -> None:
    text = "[" * 101
    assert lines(text) == [f"kod {text}"]
    assert codes(text) == [("T306", 1, 1)]


@given(st.text(alphabet=SIGNS, max_size=200) | st.text(max_size=100))
def test_no_text_raises_and_every_place_is_in_the_file(text: str) -> None:
    text = with_plain_lines(text)
    blocks, findings = parse(text, "f.md")
    last = len(text.split("\n"))
    for found in texts(blocks):
        assert found.position is not None
        assert 1 <= found.position.line <= last
        assert found.position.column >= 1
    assert all(1 <= f.position.line <= last and f.sentence for f in findings)


@given(st.lists(st.sampled_from(["ord", "[målet](a.md)", "*lutat*", "och", "`kod`", "\\[x\\]", "&amp;", "\n"])))
def test_links_in_running_text_are_found_where_they_stand(parts: list[str]) -> None:
    text = "x " + " ".join(parts)
    expected = [n + 1 for n in range(len(text)) if text.startswith("[målet]", n)]
    found = []
    for link in links(parse(text, "f.md")[0]):
        assert link.position is not None
        start = sum(len(row) + 1 for row in text.split("\n")[: link.position.line - 1])
        found.append(start + link.position.column - 1)
    assert set(found) <= set(expected)
    assert len(set(found)) == len(found)


def test_hostile_files_are_read_as_text(shared: Path) -> None:
    files = sorted((shared / "data/hostile/md").glob("*.md"))
    assert files
    for file in files:
        blocks, _ = parse(file.read_text("utf-8", "replace"), file.name)
        for text in texts(blocks):
            address = text.marks.link.address if isinstance(text.marks.link, Url) else ""
            assert not address.strip().lower().startswith(("javascript:", "data:", "vbscript", "file:"))


def without_short_cuts() -> MarkdownIt:
    """The library's own parser with the same language and none of our rules."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).enable(["table", "strikethrough"])
    for name in ("normalizeLink", "normalizeLinkText"):
        setattr(parser, name, str)
    setattr(parser, "validateLink", bool)  # noqa: B010
    return parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)


LINES = [
    "Ord och ord", "Ord  ", "- punkt", "- ", "  - inre", "  fortsatt", "1. ett", "2. två", "> citat", "---", "===",
    "| a | b |", "|---|---|", "Ord | ord", "-|-", "# rubrik", "    kod", "```", "* [a](b)", "[^1]: not", "[a]: b",
    "<div>", "ord*lut*", "1) a", "+ Å", "   Ord", "\tOrd", "Ord\u00a0", "",
]  # fmt: skip
ROWS = st.lists(st.sampled_from(LINES), max_size=7)


@given(ROWS)
def test_the_short_cuts_for_prose_change_nothing(rows: list[str]) -> None:
    ours, plain = (parser.parse("\n".join(rows)) for parser in (markdown_parser(), without_short_cuts()))
    assert [(t.type, t.map, t.level, t.hidden, t.content) for t in ours] == [
        (t.type, t.map, t.level, t.hidden, t.content) for t in plain
    ]
    for our, other in zip(ours, plain, strict=True):
        if our.type == "inline" and not our.children:
            assert {child.type for child in other.children or ()} <= {"text", "softbreak", "link_open", "link_close"}
            assert inlines(Page("f.md", rows), our) == inlines(Page("f.md", rows), other)
