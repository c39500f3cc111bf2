"""Pages that were made to HTML before: a build with them gives the same site as one without, and says the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.build.aside import aside, hands
from tests.folder import Folder

pytestmark = pytest.mark.slow

SETTINGS = (
    "site_name: Prov\ntheme: mkdocs\nmarkdown_extensions: [attr_list, footnotes, sane_lists, tables, toc]\n"
    "plugins: [search, overens]\nnav:\n  - Om: om/\nvalidation: {links: {anchors: warn}}\n"
)
FILES = {
    "clauses/avtal/ett.md": "---\ntitel: Ett\n---\nText, se [Två](tva.md).[^1]\n\n[^1]: En fotnot.\n",
    "clauses/avtal/tva.md": "---\ntitel: Två\n---\n## Rubrik & mer\n\n| a | b |\n|---|---|\n| å | ”ö” |\n",
    "assemblies/avtal.yml": "titel: Avtalet\ninnehåll: [avtal/ett, avtal/tva]\n",
    "docs/om/index.md": '---\ntitle: "Allt"\n---\n# Om\n\n## Lika\n\n## Lika\n\n<a id="eget"></a>[hit](mer.md#del)\n',
    "docs/om/mer.md": "# Mer *om*\n\n## Del\n\n[dit](index.md#lika_1) och [eget](index.md#eget)\n",
    "docs/om/utan.md": "Ingen rubrik.\n",
    "mkdocs.yml": SETTINGS,
}


def begun(path: Path) -> Folder:
    made = Folder(path)
    for name, text in FILES.items():
        made.write(name, text)
    made.commit()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return begun(tmp_path / "projekt")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder where the site has been built, and the site: what every edit comes after."""
    made = begun(tmp_path_factory.mktemp("before") / "projekt")
    return made.path, built(made)


def built(folder: Folder, *options: str) -> dict[str, bytes]:
    """The site by path."""
    done = run(folder, *options)
    assert done.returncode == 0, done.stderr
    place = folder.path / "site"
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def run(folder: Folder, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=folder.path, capture_output=True, text=True, check=False)


def kept(folder: Folder) -> Path:
    (found,) = (folder.path / ".cache/overens/sidor").iterdir()
    return found


def again(before: Path, folder: Folder) -> None:
    """Leave in a folder of the same files what the build left in the folder before."""
    for name in (".cache", "site"):
        shutil.copytree(before / name, folder.path / name)


def forget(folder: Folder) -> None:
    shutil.rmtree(folder.path / ".cache")


def test_what_is_kept_changes_no_byte(before: tuple[Path, dict[str, bytes]], folder: Folder) -> None:
    place, first = before
    again(place, folder)
    was = kept(folder).stat().st_mtime_ns
    assert built(folder) == first
    assert kept(folder).stat().st_mtime_ns == was


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("clauses/avtal/ett.md", "---\ntitel: Ett\n---\nNy text.\n"),
        ("clauses/avtal/tva.md", "---\ntitel: Något annat\n---\nText.\n"),
        ("docs/om/mer.md", "# Annat\n\n## Del\n\n[dit](index.md#lika)\n"),
        ("docs/om/fler.md", "# Fler\n"),
        ("mkdocs.yml", SETTINGS.replace("toc]", "toc: {permalink: true}]")),
        ("mkdocs.yml", SETTINGS + "use_directory_urls: false\n"),
    ],
)
def test_an_edit_gives_the_site_that_a_first_build_gives(
    before: tuple[Path, dict[str, bytes]], folder: Folder, path: str, text: str
) -> None:
    again(before[0], folder)
    folder.write(path, text)
    edited = built(folder)
    forget(folder)
    assert edited == built(folder)
    assert edited != before[1]


def test_without_a_process_aside_the_site_is_the_same(before: tuple[Path, dict[str, bytes]], folder: Folder) -> None:
    _, both = before
    alone = "import os, runpy, sys\nos.sched_getaffinity = lambda _: {0}\nsys.argv = ['mkdocs', 'build']\n"
    command = [sys.executable, "-c", alone + "runpy.run_module('mkdocs', run_name='__main__')"]
    subprocess.run(command, cwd=folder.path, check=True, capture_output=True)
    place = folder.path / "site"
    assert {name: (place / name).read_bytes() for name in both} == both


@pytest.mark.parametrize("link", ["finns-inte.md", "index.md#finns-inte"])
def test_a_fault_of_a_page_is_told_at_every_build(folder: Folder, link: str) -> None:
    folder.write("docs/om/mer.md", f"# Mer\n\n[fel]({link})\n")
    for _ in range(2):
        done = run(folder, "--strict")
        assert done.returncode != 0
        assert done.stderr.count(f"contains a link '{link}'") == 1, done.stderr


def test_what_is_kept_and_not_whole_is_made_again(before: tuple[Path, dict[str, bytes]], folder: Folder) -> None:
    place, first = before
    again(place, folder)
    kept(folder).write_bytes(kept(folder).read_bytes()[:-9])
    assert built(folder) == first


def test_a_page_that_another_plugin_writes_in_is_not_kept(folder: Folder) -> None:
    folder.write("hook.py", "def on_page_content(html, **_):\n    return html + open('ord.txt').read()\n")
    folder.write("mkdocs.yml", SETTINGS + "hooks: [hook.py]\n")
    for word in ("ett ord", "ett annat"):
        folder.write("ord.txt", word)
        assert word.encode() in built(folder)["om/mer/index.html"]


@pytest.mark.parametrize("text", [FILES["docs/om/mer.md"], "# Mer\n\n[fel](finns-inte.md)\n"])
def test_the_search_is_the_same_whoever_makes_the_pages(folder: Folder, text: str) -> None:
    """Its index is begun when the pages are made, and later where some are left to MkDocs."""
    folder.write("docs/om/mer.md", text)
    early = search(built(folder))
    folder.write("hook.py", "def on_page_content(html, **_):\n    return html\n")
    folder.write("mkdocs.yml", SETTINGS + "hooks: [hook.py]\n")
    assert early == search(built(folder))
    assert "Ingen rubrik" in early["sok/poster.js"].decode()


def search(site: dict[str, bytes]) -> dict[str, bytes]:
    return {
        name: content for name, content in site.items() if name.startswith("sok/") and name.endswith((".js", ".pf"))
    }


def test_what_is_made_aside_is_what_would_be_made_here() -> None:
    here = os.getpid()
    where = aside(os.getpid)()
    assert (where != here) == (hands() > 1)
    assert aside(lambda: "å" * 100_000)() == "å" * 100_000


def test_a_fault_aside_is_told_as_a_fault_here() -> None:
    def fault() -> None:
        raise ValueError("fel")

    with pytest.raises(ValueError, match="fel"):
        aside(fault)()
