"""Law: any text written as Markdown reads back as itself, and is never anything but text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read_markdown

from builder.web.escape import attribute, clean, markdown_text, safe_address, slug, yaml_text

SIGNS = st.text(alphabet="\\`*_[]{}()<>#+-.!|&~^=$:\"'@/1a å\n\t:;\u0002\u0003\u202e", max_size=40)
WORDS = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</p>",
            "<!--",
            "-->",
            "![x](y)",
            "[x](javascript:alert(1))",
            "[^1]:",
            "[^1]",
            "*[HTML]: x",
            "{: onclick=x }",
            "{#id}",
            "{{ config }}",
            "{% raw %}",
            "--8<-- 'x'",
            "!!! note",
            "```",
            "~~~",
            "1.",
            "-",
            "+",
            ">",
            "#",
            "===",
            "---",
            "| a |",
            "&lt;",
            "&#60;",
            "&amp;",
            "<https://x.y>",
            "a@b.c",
            "[TOC]",
            "\\",
            "\\*",
            "wzxhzdk:0",
            "klzzwxh:0000",
            "\u0002wzxhzdk:0\u0003",
            "vård",
            " ",
        ]
    ),
    max_size=8,
).map("".join)
TEXTS = st.one_of(SIGNS, WORDS, st.text(max_size=60)).filter(lambda text: clean(text).strip())


def same(read: str, text: str) -> bool:
    return clean(read).split() == clean(text).split()


@given(TEXTS)
def test_a_paragraph_reads_back_as_itself(text: str) -> None:
    page = read_markdown(markdown_text(text, at_start=True))
    assert page.tags == ["p"]
    assert same(page.text, text)


@given(TEXTS)
def test_a_heading_reads_back_as_itself(text: str) -> None:
    page = read_markdown(f"## {markdown_text(text, at_start=True)} {{#plats}}")
    assert page.tags == ["h2"]
    assert page.ids == ["plats"]
    assert same(page.text, text)


@given(TEXTS)
def test_a_list_item_reads_back_as_itself(text: str) -> None:
    page = read_markdown(f"-   {markdown_text(text, at_start=True)}\n-   b")
    assert page.tags == ["ul", "li", "li"]
    assert same(page.text, text + " b")


@given(TEXTS)
def test_a_cell_reads_back_as_itself(text: str) -> None:
    page = read_markdown(f"| a | b |\n|---|---|\n| {markdown_text(text)} | c |")
    assert page.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert same(page.text, f"a b {text} c")


@given(TEXTS, TEXTS)
def test_a_link_keeps_its_text_and_its_title(text: str, title: str) -> None:
    page = read_markdown(f'Se [{markdown_text(text)}](sida.md "{attribute(title)}"){{.begrepp}} nu.')
    assert page.tags == ["p", "a"]
    assert page.links == ["sida.md"]
    assert same(dict(page.attributes)["title"], title)
    assert same(page.text, f"Se {text} nu.".replace(f" {text} ", f" {clean(text)} "))


@given(st.one_of(TEXTS, TEXTS.map("https://x.example/".__add__), TEXTS.map("javascript:".__add__)))
def test_an_address_leads_to_the_web_or_the_mail_or_nowhere(text: str) -> None:
    address = safe_address(text)
    assert not address or address.lower().startswith(("http:", "https:", "mailto:"))
    if address:
        assert read_markdown(f"Se [här]({address}) nu.").links == [address.replace("&amp;", "&")]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:x",
        "java\nscript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//x.example",
        "x.md",
        "",
        "http://[",
        "\u0001javascript:x",
    ],
)
def test_other_addresses_are_no_links(address: str) -> None:
    assert safe_address(address) == ""


@given(st.text(max_size=30))
def test_a_slug_is_safe_in_an_address(text: str) -> None:
    assert slug(text).replace("-", "").replace("_", "").isascii()
    assert not set(slug(text)) & set("/.?#% ")


@given(TEXTS)
def test_a_title_is_one_string_of_yaml(text: str) -> None:
    import yaml

    title = yaml.safe_load(f"title: {yaml_text(text)}")["title"]
    assert "<" not in title
    assert "\n" not in title
