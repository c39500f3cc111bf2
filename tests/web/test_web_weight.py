"""What the real site weighs: a first view and a chapter over the wire, and that what was left out is not missed."""

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.web.sheets import slim_sheets
from builder.web.slim import needless, slim_page, without_margins
from tests.real_site import built_once

FIRST_RAW, FIRST_SENT = 260_000, 75_000
"""The limits are 300 and 150 kB; these hold what has been won, with room for one more view."""
CHAPTER_RAW, CHAPTER_SENT = 100_000, 20_000
PAGE_RAW, PAGE_SENT = 250_000, 45_000
WHOLE = re.compile(r"avtal/[^/]+/hela/|versioner/[^/]+/[^/]+--")
"""Pages that show a whole agreement, to be printed or compared, are as long as the agreement."""
WHOLE_RAW, WHOLE_SENT = 600_000, 90_000
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*?(?:href|src)="([^"#]+)"')


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """The site of the real texts, with all their recorded versions."""
    return built_once(tmp_path_factory, project)


def sent(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


@pytest.mark.slow
@pytest.mark.xdist_group("weight")
def test_the_first_view_is_light(real: Path) -> None:
    for start in ("index.html", "avtal/hemmet/index.html"):
        page = (real / start).read_bytes()
        named = {(real / start).parent / link for link in LOADED.findall(page.decode())}
        parts = [page, *(path.resolve().read_bytes() for path in sorted(named))]
        assert len(parts) > 5
        assert sum(map(len, parts)) <= FIRST_RAW, start
        assert sum(map(sent, parts)) <= FIRST_SENT, start


@pytest.mark.slow
@pytest.mark.xdist_group("weight")
def test_every_chapter_is_light(real: Path) -> None:
    chapters = [path for path in (real / "avtal").rglob("index.html") if len(path.relative_to(real).parts) == 4]
    chapters = [path for path in chapters if path.parent.name != "hela"]
    chapters += (real / "v").rglob("kapitel/*.html")
    assert len(chapters) > 60
    for path in chapters:
        content = path.read_bytes()
        assert len(content) <= CHAPTER_RAW, path
        assert sent(content) <= CHAPTER_SENT, path


@pytest.mark.slow
@pytest.mark.xdist_group("weight")
def test_no_page_is_heavy(real: Path) -> None:
    pages = [path.relative_to(real).as_posix() for path in real.rglob("*.html")]
    whole = [path for path in pages if WHOLE.match(path)]
    assert 0 < len(whole) < len(pages) / 4
    heavy = []
    for path in pages:
        content = (real / path).read_bytes()
        most, most_sent = (WHOLE_RAW, WHOLE_SENT) if path in whole else (PAGE_RAW, PAGE_SENT)
        if len(content) > most or sent(content) > most_sent:
            heavy.append((path, len(content), sent(content)))
    assert heavy == []


@pytest.mark.slow
@pytest.mark.xdist_group("weight")
def test_nothing_is_loaded_for_the_search_before_it_is_used(real: Path) -> None:
    for link in LOADED.findall((real / "index.html").read_text("utf-8")):
        assert "pagefind" not in link
        assert "poster" not in link
        assert "search_index" not in link


def test_what_is_preformatted_keeps_its_lines() -> None:
    page = "<p>\n\n   Text\n  </p>\n<pre>rad 1\n\n    rad 2</pre>\n<script>a\n\n  b</script>"
    assert slim_page(page) == "<p>\nText\n</p>\n<pre>rad 1\n\n    rad 2</pre>\n<script>a\n\n  b</script>"


@given(st.text(alphabet="a <\n\t\r\v\xa0\x1c\x85\u2028"))
def test_blank_space_in_which_a_line_ends_is_the_end_of_a_line(text: str) -> None:
    assert without_margins(text) == re.sub(r"\s*\n\s*", "\n", text)


def test_only_comparisons_bring_what_shows_them() -> None:
    head = '<link rel="stylesheet" href="../assets/redline.css"><script src="../assets/redline.js"></script>'
    assert slim_page(f"<head>{head}</head><p>Text</p>") == "<head></head><p>Text</p>"
    assert head in slim_page(f'<head>{head}</head><div class="jamforelse"></div>')


SHEET = "assets/stylesheets/x.css"


def sheet(text: str, **files: str) -> str:
    """What is left of a sheet beside a page and scripts (`start`, `page`, `script`)."""
    names = {"start": "index.html", "page": "a/index.html", "script": "assets/a.js", "own": "assets/own.css"}
    others = {names[name]: content.encode() for name, content in files.items()}
    return slim_sheets({SHEET: text.encode(), **others})[SHEET].decode().strip()


def test_rules_of_what_no_page_has_are_left_out() -> None:
    text = (
        "@media print{.md-tabs{color:red}a{color:blue}}.tabbed-set,.tabbed-block{a:b}.tabbed-set,p{c:d}"
        "p:not(.tabbed-set){e:f}.tabbed-set:not(:first-child)>b:nth-child(2){u:v}[data-md-color-accent=red]{g:h}"
        "[data-md-color-accent=custom]{i:j}.md-tabs .x{k:l}[dir=rtl] p{m:n}/*# sourceMappingURL=x.map */"
    )
    page = '<body data-md-color-accent="custom"><p>.md-tabs</p>'
    left = "@media print{a{color:blue}}.tabbed-set,p{c:d}p:not(.tabbed-set){e:f}[data-md-color-accent=custom]{i:j}"
    assert sheet(text, page=page) == left
    assert ".tabbed-set,.tabbed-block" in sheet(text, page=page + '<div class="x tabbed-set">')
    assert "[dir=rtl] p" in sheet(text, page=page + '<p dir="rtl">')


def test_rules_of_classes_that_a_script_gives_are_kept() -> None:
    text = ".md-dialog--open{a:b}.js .x{c:d}"
    assert sheet(text, script='e.classList.add("md-dialog--open")') == ".md-dialog--open{a:b}"
    assert sheet(text, start='<p class="x"></p><script>c.replace("no-js","js")</script>') == ".js .x{c:d}"


def test_icons_that_no_rule_left_shows_are_left_out() -> None:
    text = ':root{--a:url("data:x;y,<svg/>");--b:url("data:z")}p{mask:var(--b)}.gone{mask:var(--a)}'
    assert sheet(text, page="<p>") == ':root{--b:url("data:z")}p{mask:var(--b)}'
    assert "--a:url" in sheet(text, page="<p>", own="i{mask:var(--a)}")
    assert "--a:url" in sheet(text, page="<p>", script="style='--a'")


def test_maps_for_debuggers_are_needless() -> None:
    assert needless(["a.js", "a.js.map"]) == ("a.js.map",)
