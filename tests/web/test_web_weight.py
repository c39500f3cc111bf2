"""What the real site weighs: a first view and a chapter over the wire, and that what was left out is not missed."""

import gzip
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.web.slim import needless, slim_page, slim_sheets

FIRST_RAW, FIRST_SENT = 300_000, 150_000
CHAPTER_RAW, CHAPTER_SENT = 100_000, 20_000
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*?(?:href|src)="([^"#]+)"')


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """The real texts as they lie, built beside the project with all its recorded versions, as they are published."""
    folder = tmp_path_factory.mktemp("real") / "avtal"
    subprocess.run(["git", "clone", "-q", "--no-checkout", str(project), str(folder)], check=True)
    for name in ("clauses", "assemblies", "site", "mkdocs.yml"):
        copy = shutil.copytree if (project / name).is_dir() else shutil.copy
        copy(project / name, folder / name)
    command = [sys.executable, "-m", "builder.cli", "site", "--project", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "build" / "site"


def sent(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


@pytest.mark.slow
def test_the_first_view_is_light(real: Path) -> None:
    for start in ("index.html", "avtal/hemmet/index.html"):
        page = (real / start).read_bytes()
        named = {(real / start).parent / link for link in LOADED.findall(page.decode())}
        parts = [page, *(path.resolve().read_bytes() for path in sorted(named))]
        assert len(parts) > 5
        assert sum(map(len, parts)) <= FIRST_RAW, start
        assert sum(map(sent, parts)) <= FIRST_SENT, start


@pytest.mark.slow
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
def test_nothing_is_loaded_for_the_search_before_it_is_used(real: Path) -> None:
    for link in LOADED.findall((real / "index.html").read_text("utf-8")):
        assert "pagefind" not in link
        assert "poster" not in link
        assert "search_index" not in link


def test_what_is_preformatted_keeps_its_lines() -> None:
    page = "<p>\n\n   Text\n  </p>\n<pre>rad 1\n\n    rad 2</pre>\n<script>a\n\n  b</script>"
    assert slim_page(page) == "<p>\nText\n</p>\n<pre>rad 1\n\n    rad 2</pre>\n<script>a\n\n  b</script>"


def test_only_comparisons_bring_what_shows_them() -> None:
    head = '<link rel="stylesheet" href="../assets/redline.css"><script src="../assets/redline.js"></script>'
    assert slim_page(f"<head>{head}</head><p>Text</p>") == "<head></head><p>Text</p>"
    assert head in slim_page(f'<head>{head}</head><div class="jamforelse"></div>')


def test_rules_of_parts_that_no_page_has_are_left_out() -> None:
    sheet = (
        "@media print{.md-tabs{color:red}a{color:blue}}.tabbed-set,.tabbed-block{a:b}.tabbed-set,p{c:d}"
        "p:not(.tabbed-set){e:f}[data-md-color-accent=red]{g:h}[data-md-color-accent=custom]{i:j}.md-tabs .x{k:l}"
        "/*# sourceMappingURL=x.map */"
    )
    files = {
        "assets/stylesheets/x.css": sheet.encode(),
        "a.html": b'<body data-md-color-accent="custom"><p>.md-tabs</p>',
    }
    assert slim_sheets(files)["assets/stylesheets/x.css"].decode() == (
        "@media print{a{color:blue}}.tabbed-set,p{c:d}p:not(.tabbed-set){e:f}[data-md-color-accent=custom]{i:j}\n"
    )
    with_tabs = {**files, "b.html": b'<div class="x tabbed-set">'}
    assert ".tabbed-set,.tabbed-block" in slim_sheets(with_tabs)["assets/stylesheets/x.css"].decode()


def test_maps_for_debuggers_are_needless() -> None:
    assert needless(["a.js", "a.js.map"]) == ("a.js.map",)
