"""The MkDocs plugin: generated pages in MkDocs, in navigation and search, rebuilt when a clause is saved."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.build import BuildError, website
from builder.build.generator import site_files
from builder.plugin.adapter import seconds

pytestmark = pytest.mark.slow

FILES = {
    "clauses/avtal/ett.md": "---\ntitel: Ett\n---\nFörsta texten, se [Två](tva.md).\n",
    "clauses/avtal/tva.md": "---\ntitel: Två\n---\nAndra texten.\n",
    "assemblies/avtal.yml": "titel: Avtalet\ninnehåll: [avtal/ett, avtal/tva]\n",
    "docs/om/index.md": "# Om\n",
    "docs/om/mer.md": "# Mer\n",
    "mkdocs.yml": "site_name: Prov\ntheme: mkdocs\nmarkdown_extensions: [attr_list, footnotes, sane_lists]\n"
    "plugins: [search, overens]\nnav:\n  - Om: om/\n",
}
GIT = ["git", "-c", "user.name=Prov", "-c", "user.email=prov@example.org", "-c", "init.defaultBranch=main"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Start"]):
        subprocess.run([*GIT, *command], cwd=tmp_path, check=True)
    return tmp_path


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_generated_pages_stand_in_navigation_and_search(folder: Path) -> None:
    done = build(folder)
    assert done.returncode == 0, done.stderr
    page = (folder / "site/avtal/avtal/avtal-ett/index.html").read_text("utf-8")
    assert "Första texten" in page
    assert 'href="../avtal-tva/#avtal/tva"' in page
    assert "../../../om/mer/" in page
    index = (folder / "site/search/search_index.json").read_text("utf-8")
    assert "avtal/avtal/avtal-ett/" in index
    assert "not included in the" not in done.stderr


def test_a_fault_in_one_clause_is_told_and_the_rest_is_built(folder: Path) -> None:
    (folder / "clauses/avtal/ett.md").write_text("---\ntitle: Ett\n---\nText.\n", "utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert "clauses/avtal/ett.md:2:1: H103 fel: Nyckeln ”title” är okänd." in done.stderr
    assert "Andra texten" in (folder / "site/avtal/avtal/avtal-tva/index.html").read_text("utf-8")


TABLE = {
    "clauses/register/avtal.yml": "avtal:\n  titel: Avtalet\n",
    "clauses/register/tabeller.yml": "steg:\n  titel: Steg\n  kolumner:\n    vad: {rubrik: Vad}\n"
    "    klausul: {rubrik: Klausul, slag: klausul}\n",
    "clauses/register/steg.yml": "ett:\n  vad: Börja\n  klausul: avtal/tva\n",
    "assemblies/avtal.yml": "titel: Avtalet\navtal: avtal\ninnehåll: [avtal/ett, avtal/tva]\n",
    "assemblies/plan.yml": "titel: Planen\ntyp: plan\nunderlag-till: avtal\ninnehåll: [{tabell: steg}]\n",
    "docs/om/mer.md": "# Mer\n\n{{ tabell: steg }}\n",
}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def test_a_page_written_by_hand_shows_a_table_with_links(folder: Path) -> None:
    settings = FILES["mkdocs.yml"].replace(
        "plugins: [search, overens]", "plugins: [overens: {underlag: {Ett: [plan]}}]"
    )
    write(folder, {**TABLE, "mkdocs.yml": settings})
    done = build(folder, "--strict")
    assert done.returncode == 0, done.stderr
    page = (folder / "site/om/mer/index.html").read_text("utf-8")
    assert "Börja" in page
    assert 'href="../../avtal/avtal/avtal-tva/#avtal/tva"' in page
    assert 'href="underlag/plan/"' in (folder / "site/index.html").read_text("utf-8")


def test_a_table_that_is_not_there_ends_a_strict_build(folder: Path) -> None:
    write(folder, {**TABLE, "docs/om/mer.md": "# Mer\n\n{{ tabell: stegg }}\n"})
    done = build(folder, "--strict")
    assert done.returncode != 0
    assert "docs/om/mer.md: Tabellen ”stegg” finns inte. Menade du ”steg”?" in done.stderr
    assert build(folder).returncode == 0
    assert "Tabellen ”stegg” finns inte." in (folder / "site/om/mer/index.html").read_text("utf-8")


def test_outside_git_the_build_ends_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(FILES["mkdocs.yml"], "utf-8")
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "git" in done.stderr


def test_a_strict_site_refuses_what_mkdocs_warns_of(folder: Path) -> None:
    write(folder, {"docs/om/mer.md": "# Mer\n\n[fel](finns-inte.md) och [fel](borta.md)\n"})
    with pytest.raises(BuildError, match=r"(?s)finns-inte\.md.*borta\.md"):
        site_files(folder, strict=True)
    assert "om/mer/index.html" in site_files(folder)


def test_a_site_that_cannot_be_built_leaves_the_one_before(folder: Path) -> None:
    out = folder / "build/site"
    website.site(folder, out, lambda step: None)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert out / "om/index.html" in before
    write(folder, {"docs/om/index.md": "# Annat\n", "docs/om/mer.md": "[fel](finns-inte.md)\n"})
    with pytest.raises(BuildError, match=r"finns-inte\.md"):
        website.site(folder, out, lambda step: None, strict=True)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_settings_that_mkdocs_cannot_read_are_told_of(folder: Path) -> None:
    write(folder, {"mkdocs.yml": FILES["mkdocs.yml"].replace("theme: mkdocs", "theme: inget")})
    with pytest.raises(BuildError, match="theme"):
        site_files(folder)


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}/avtal/avtal/avtal-ett/"
    process.terminate()
    process.wait(10)


def shows(address: str, words: str) -> bool:
    """True when the page holds the words within twenty seconds."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def test_the_preview_shows_an_edited_clause_by_itself(folder: Path, served: str) -> None:
    assert shows(served, "Första texten")
    time.sleep(1)
    (folder / "clauses/avtal/ett.md").write_text("---\ntitel: Ett\n---\nEn ny text.\n", "utf-8")
    assert shows(served, "En ny text")


def test_the_site_is_dated_by_the_text_and_not_by_the_clock() -> None:
    assert [seconds("2026-11-22"), seconds("")] == ["1795305600", "315532800"]
