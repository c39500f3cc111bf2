"""Law: nothing in a clause, a register or a redline becomes live on a page."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Page, read, read_markdown, without_front_matter
from web_examples import DOCUMENT, LIBRARY, SITE, cell, comparing

from builder.library import Law, Parameter, Party, Term, Version
from builder.model import (
    Box,
    Drawing,
    Label,
    Marks,
    Paragraph,
    Picture,
    Question,
    Row,
    Section,
    Shape,
    Table,
    Text,
    Url,
)
from builder.redline import keep_section, unchanged
from builder.web import pages, redline_html
from builder.web.search_page import SEARCH, search_pages

pytestmark = pytest.mark.slow

FORBIDDEN = {
    "script",
    "iframe",
    "object",
    "embed",
    "img",
    "foreignobject",
    "use",
    "style",
    "base",
    "form",
    "link",
    "meta",
    "video",
}
QUIET = "vanlig text"


def site_with(text: str):  # type: ignore[no-untyped-def]
    """The example site with one text in every place that a writer of clauses can reach."""
    plain, link = Text(text), Text(text, Marks(strong=True, link=Url(text)))
    blocks = (
        *(Paragraph((plain, link, plain), Shape(kind)) for kind in ("text", "heading", "code", "facts", "question")),
        Paragraph((plain,), Shape(level=1, marker="bullet")),
        Paragraph((plain,), Shape(level=2, marker="number", start=3)),
        Paragraph((plain,), Shape(quote=1)),
        Table((Row((cell(text), cell(text)), header=True), Row((cell(text), cell(link)))), ("left", "left"), text),
        Picture(text, Drawing(90, 45, (Label(9, 9, text, 9), Box(0, 0, 9, 9, "low", edge=True))), text, text),
    )
    facts = replace(DOCUMENT.sections[4].facts, questions=(Question(text, text, (text,)),))
    clause = Section("hemmet/x", "clause", 2, (plain,), blocks, text, facts)
    chapter = Section(f"kapitel/{text}", "chapter", 1, (plain,), (), text)
    edition = replace(DOCUMENT.edition, title=text, version=text, date=text, parties=text, diary=text)
    document = replace(DOCUMENT, sections=(chapter, clause), edition=edition)
    library = replace(
        LIBRARY,
        terms={text: Term(text, text, text, abbreviation=text, source=text, status=text, avoid=(text,))},
        laws={text: Law(text, text, text, text, text, repealed=text, sections={text: text})},
        parameters={text: Parameter(text, text, text, text, text, text)},
        parties={text: Party(text, text, text, text, "region", text)},
        agreements={},
        versions=(Version(DOCUMENT.edition.agreement, text, "", text, text, events=((text, text),)),),
        project=replace(LIBRARY.project, name=text),
    )
    redline = replace(unchanged(document), old=replace(edition, version="x"))
    beside = replace(document, name="plan", edition=replace(edition, kind=text, supporting=True))
    paper = replace(beside, name=f"beslut-{text}", edition=replace(beside.edition, party=text))
    documents = (document, beside, paper)
    site = replace(SITE, library=library, documents=documents, headings={text: (text,)})
    return comparing(site, redline), redline


def unsafe(page: Page) -> list[str]:
    found = [tag for tag in page.tags if tag in FORBIDDEN]
    found += [name for name, _ in page.attributes if name.startswith("on") or name in ("srcdoc", "src", "action")]
    found += [
        link for link in page.links if ":" in link.split("#")[0] and not link.startswith(("https:", "http:", "mailto:"))
    ]
    return found


def check(text: str) -> None:
    site, redline = site_with(text)
    written = pages(site)
    # The page to search on has a form and scripts of its own; it is the same whatever the texts say.
    assert written.pop(SEARCH) == search_pages()[SEARCH]
    for path, content in written.items():
        if isinstance(content, str):
            page = read_markdown(without_front_matter(content))
            assert not unsafe(page), (path, unsafe(page))
            assert page.tags.count("svg") == page.tags.count("figure") <= 1
    shown = redline_html(redline)
    assert shown.count("<script>") == shown.count("</script>") == shown.count("<style>") == 1
    body = read(shown.split("<body>")[1].rsplit("<script>", 1)[0])
    assert not unsafe(body)


PIECES = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</code></pre><b>",
    "[x](javascript:alert(1))",
    '" onclick="x',
    "javascript:alert(1)",
    "{: onclick=x }",
    "{{ 7*7 }}",
    "{% include 'x' %}",
    '--8<-- "mkdocs.yml"',
    "<!--",
    "-->",
    "\n\n",
    "    ",
    "\n---\n",
    "]]>",
    "&lt;script&gt;",
    "\\",
    "`",
    "]",
    ")",
    "\u202e",
    "\u0002",
    "|",
    "å",
    "https://x.example/?a=<b>",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
def test_no_text_is_live_anywhere(text: str) -> None:
    check(text)


def test_markup_in_a_text_changes_no_element_of_a_chapter() -> None:
    quiet, loud = (pages(site_with(text)[0]) for text in (QUIET, "<b onclick=x>*a* `b` [c](d)</b> {{ e }}"))
    chapters = [
        [str(v) for k, v in made.items() if k.startswith("avtal/") and "index" not in k] for made in (quiet, loud)
    ]
    tags = [[list(read_markdown(without_front_matter(page)).tags) for page in made] for made in chapters]
    assert tags[0] == tags[1]


def test_jinja_in_a_text_is_shown_as_text() -> None:
    page = next(str(v) for k, v in pages(site_with("{{ config.site_name }}")[0]).items() if k.startswith("avtal/"))
    assert "{{" not in page
    assert "{{ config.site_name }}" in read_markdown(without_front_matter(page)).text


@pytest.mark.parametrize("folder", ["md", "jinja", "text"])
def test_collected_attacks_stay_text(shared: Path, folder: str) -> None:
    for path in sorted((shared / "data" / "hostile" / folder).glob("*")):
        if path.is_file() and path.stat().st_size < 20_000:
            check(path.read_text("utf-8", "replace"))


def test_collected_template_strings_stay_text(shared: Path) -> None:
    strings = json.loads((shared / "data" / "hostile" / "jinja" / "strings.json").read_text("utf-8"))
    check("\n".join(str(item) for item in (strings if isinstance(strings, list) else strings.values())))


def test_a_deep_and_wide_clause_is_written() -> None:
    deep = tuple(Paragraph((Text("x"),), Shape(level=level, marker="bullet")) for level in range(1, 30))
    section = Section("hemmet/x", "clause", 2, (Text("x"),), deep)
    site = replace(SITE, documents=(replace(DOCUMENT, sections=(section,)),))
    assert "x" in str(pages(site)["avtal/hemmet/hemmet-x.md"])
    assert redline_html(replace(unchanged(site.documents[0]), sections=(keep_section(section),)))
