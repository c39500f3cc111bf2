"""Pages that were put into the theme before: a build with them gives the same site as one without."""

import json
from pathlib import Path

import pytest

from builder.build.code import code_fingerprint
from builder.repository import Kept
from tests.folder import Folder
from tests.test_made_pages import FILES, SETTINGS, again, built, forget, run

pytestmark = pytest.mark.slow

OWN = SETTINGS.replace("mkdocs\n", "{name: mkdocs, custom_dir: tema}\n").replace("search, ", "")
THEME = '{% extends "base.html" %}{% block footer %}<p>Sidfot</p><script>var a = 1</script>{% endblock %}\n'


def begun(path: Path) -> Folder:
    made = Folder(path)
    for name, text in {**FILES, "mkdocs.yml": OWN, "tema/main.html": THEME}.items():
        made.write(name, text)
    made.commit("2026-11-01")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return begun(tmp_path / "projekt")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder where the site has been built, and the site: what every edit comes after."""
    made = begun(tmp_path_factory.mktemp("before") / "projekt")
    return made.path, built(made)


def place(folder: Folder) -> Path:
    (found,) = (folder.path / ".cache/overens/fardiga").iterdir()
    return found


def test_what_is_kept_changes_no_byte(before: tuple[Path, dict[str, bytes]], folder: Folder) -> None:
    where, first = before
    again(where, folder)
    was = place(folder).stat().st_mtime_ns
    assert built(folder) == first
    assert place(folder).stat().st_mtime_ns == was
    assert b"sha256-" in first["om/mer/index.html"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("clauses/avtal/ett.md", "---\ntitel: Ett\n---\nNy text.\n"),
        ("clauses/avtal/tva.md", "---\ntitel: Något annat\n---\nText.\n"),
        ("docs/om/fler.md", "# Fler\n"),
        ("tema/main.html", THEME.replace("Sidfot", "Annat").replace("a = 1", "a = 2")),
        ("tema/content.html", "<p>{{ nav.items | length }}</p>{{ page.content }}\n"),
        ("mkdocs.yml", OWN.replace("Prov", "Namnet")),
        ("mkdocs.yml", OWN + "extra_css: [egen.css]\n"),
        ("mkdocs.yml", OWN + "copyright: Fri att använda\n"),
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


def test_another_day_of_the_text_gives_the_site_that_a_first_build_gives(
    before: tuple[Path, dict[str, bytes]], folder: Folder
) -> None:
    again(before[0], folder)
    folder.commit("2026-11-20")
    later = built(folder)
    forget(folder)
    assert later == built(folder)
    assert later != before[1]


def test_only_a_page_that_is_as_it_was_is_taken_from_what_is_kept(
    before: tuple[Path, dict[str, bytes]], folder: Folder
) -> None:
    again(before[0], folder)
    kept = Kept(folder.path, "fardiga")
    pages = json.loads(kept.read(code_fingerprint()) or b"")
    for page in pages.values():
        page["html"] += "<!-- kept -->"
    kept.write(code_fingerprint(), json.dumps(pages).encode())
    folder.write("docs/om/mer.md", "# Mer *om*\n\n## Del\n\nAnnat.\n")
    made = built(folder)
    assert made["om/utan/index.html"].endswith(b"<!-- kept -->")
    assert b"<!-- kept -->" not in made["om/mer/index.html"]
    folder.write("tema/main.html", THEME.replace("Sidfot", "Annat"))
    assert not any(b"<!-- kept -->" in content for content in built(folder).values())


def test_pages_that_another_plugin_dresses_are_not_kept(folder: Folder) -> None:
    folder.write("hook.py", "def on_page_context(context, **_):\n    context['page'].title = open('ord.txt').read()\n")
    folder.write("mkdocs.yml", OWN + "hooks: [hook.py]\n")
    for word in ("ett ord", "ett annat"):
        folder.write("ord.txt", word)
        assert word.encode() in built(folder)["om/mer/index.html"]


def test_a_site_without_warnings_is_built_strictly_from_what_is_kept(folder: Folder) -> None:
    for _ in range(2):
        assert run(folder, "--strict").returncode == 0
