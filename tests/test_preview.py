"""The preview while somebody writes: an edited clause is shown at once, all else follows, and a fault hides nothing."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.folder import Folder

pytestmark = pytest.mark.slow

CLAUSE = "---\ntitel: {title}\n---\n{text}\n"
FILES = {
    "clauses/avtal/ett.md": CLAUSE.format(title="Ett", text="Första texten, se [Två](tva.md)."),
    "clauses/avtal/tva.md": CLAUSE.format(title="Två", text="Andra texten."),
    "assemblies/avtal.yml": "titel: Avtalet\ninnehåll: [avtal/ett, avtal/tva]\n",
    "docs/om/index.md": "# Om\n\nEn sida.\n",
    "mkdocs.yml": "site_name: Prov\ntheme: mkdocs\nmarkdown_extensions: [attr_list, footnotes, sane_lists, tables]\n"
    "plugins: [overens]\nhooks: [../sakta.py]\n",
}
SLOW = """import pathlib
import time


def on_post_build(config):
    while pathlib.Path("../vila").exists():
        time.sleep(0.1)
"""
"""A whole build takes as long as there is a file that says so."""
ONE, TWO, ALL, ABOUT = "avtal/avtal/avtal-ett/", "avtal/avtal/avtal-tva/", "avtal/avtal/hela/", "om/"
RELOADING = re.compile(r"<script>[^<]*livereload.*?</script>", re.DOTALL)


@dataclass(frozen=True)
class Served:
    """A project that is being written, with its preview."""

    folder: Folder
    address: str
    said: Path
    places: Path

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return RELOADING.sub("", answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def shows(self, path: str, words: str) -> bool:
        return soon(lambda: words in self.page(path))

    def is_building_beside(self) -> bool:
        """True while a process of its own builds into a folder of its own."""
        return any(self.places.glob("overens_*/**/poster.js"))

    def write(self, name: str, title: str, text: str) -> None:
        self.folder.write(f"clauses/avtal/{name}.md", CLAUSE.format(title=title, text=text))


def soon(is_so: Callable[[], bool]) -> bool:
    """True when it becomes so within a minute."""
    end = time.monotonic() + 60
    while not (found := is_so()) and time.monotonic() < end:
        time.sleep(0.1)
    return found


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    folder = Folder(tmp_path / "projekt")
    for path, text in FILES.items():
        folder.write(path, text)
    folder.commit()
    places = tmp_path / "platser"
    places.mkdir()
    (tmp_path / "sakta.py").write_text(SLOW, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with (tmp_path / "sagt.txt").open("w") as said:
        environment = {**os.environ, "TMPDIR": str(places)}
        process = subprocess.Popen(command, cwd=folder.path, stdout=said, stderr=said, env=environment)
        made = Served(folder, f"http://127.0.0.1:{port}/", tmp_path / "sagt.txt", places)
        assert made.shows(ONE, "Första texten"), made.said.read_text("utf-8")
        time.sleep(1)  # the watch over the files begins after the first page can be read
        yield made
        process.terminate()
        process.wait(10)


def as_in_the_background() -> None:
    """What a script starts with & ignores interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@pytest.mark.parametrize("begin", [None, as_in_the_background])
@pytest.mark.parametrize("to_all", [True, False])
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_a_preview_that_is_ended_leaves_nothing_behind(
    tmp_path: Path, told: signal.Signals, to_all: bool, begin: Callable[[], None] | None
) -> None:
    """As Ctrl+C in a terminal reaches all its programs, and as an editor or a service ends the one it started."""
    folder = Folder(tmp_path / "projekt")
    for path, text in FILES.items():
        folder.write(path, text)
    folder.commit()
    places = tmp_path / "platser"
    places.mkdir()
    (tmp_path / "sakta.py").touch()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from builder.cli import main; main()", "preview", "--port", str(port)]
    environment = {**os.environ, "TMPDIR": str(places)}
    process = subprocess.Popen(
        command, cwd=folder.path, env=environment, stdout=-3, stderr=-3, start_new_session=True, preexec_fn=begin
    )
    made = Served(folder, f"http://127.0.0.1:{port}/", tmp_path / "sagt.txt", places)
    assert made.shows(ONE, "Första texten")
    os.killpg(process.pid, told) if to_all else process.send_signal(told)
    process.wait(20)
    with socket.socket() as again:
        assert soon(lambda: again.connect_ex(("127.0.0.1", port)) != 0)
    assert soon(lambda: not list(places.glob("overens_*")))


def test_an_edited_clause_is_shown_at_once_as_a_whole_build_shows_it(served: Served) -> None:
    search = served.page("sok/poster.js")
    served.write("ett", "Ett", "En ny text om **fönster**, se [Två](tva.md).\n\n## Under\n\nMer.")
    assert served.shows(ONE, "En ny text")
    assert served.page("sok/poster.js") == search
    at_once = {path: served.page(path) for path in (ONE, TWO, ALL)}
    assert "fönster" in at_once[ALL]
    assert soon(lambda: "fönster" in served.page("sok/poster.js"))
    assert {path: served.page(path) for path in (ONE, TWO, ALL)} == at_once


def test_two_edits_are_both_shown(served: Served) -> None:
    served.write("ett", "Ett", "En ny text.")
    assert served.shows(ONE, "En ny text")
    served.write("tva", "Två", "En annan text.")
    assert served.shows(TWO, "En annan text")
    assert "En ny text" in served.page(ALL)


def test_an_edit_is_shown_while_the_whole_is_built_and_stands_when_that_is_done(served: Served) -> None:
    pause = served.folder.path.parent / "vila"
    pause.touch()
    served.write("ett", "Ett", "En ny text om fönster.")
    assert served.shows(ONE, "En ny text")
    assert soon(lambda: served.is_building_beside()), "the whole was never begun"
    served.write("tva", "Två", "En annan text om dörrar.")
    assert served.shows(TWO, "En annan text")
    assert "fönster" not in served.page("sok/poster.js")
    pause.unlink()
    assert soon(lambda: "dörrar" in served.page("sok/poster.js"))
    assert "En ny text" in served.page(ALL)
    assert "En annan text" in served.page(ALL)
    served.write("tva", "Två", "En tredje text.")
    assert served.shows(TWO, "En tredje text"), "pages are written where the site now lies"


def test_a_new_page_while_the_whole_is_built_is_shown(served: Served) -> None:
    pause = served.folder.path.parent / "vila"
    pause.touch()
    served.write("ett", "Ett", "En ny text.")
    assert soon(lambda: served.is_building_beside()), "the whole was never begun"
    pause.unlink()
    served.write("tre", "Tre", "Tredje texten.")
    served.folder.write("assemblies/avtal.yml", "titel: Avtalet\ninnehåll: [avtal/ett, avtal/tva, avtal/tre]\n")
    assert served.shows("avtal/avtal/avtal-tre/", "Tredje texten")
    assert "En ny text" in served.page(ALL)


def test_a_clause_with_another_title_gets_its_page(served: Served) -> None:
    served.write("tva", "Något annat", "Andra texten.")
    assert served.shows(TWO, "Något annat")
    assert served.shows(ONE, "Något annat")


def test_what_is_more_than_a_clause_is_shown_when_all_is_built(served: Served) -> None:
    served.folder.write("docs/om/index.md", "# Om\n\nEn annan sida.\n")
    assert served.shows(ABOUT, "En annan sida")
    served.write("tre", "Tre", "Tredje texten.")
    served.folder.write("assemblies/avtal.yml", "titel: Avtalet\ninnehåll: [avtal/ett, avtal/tva, avtal/tre]\n")
    assert served.shows("avtal/avtal/avtal-tre/", "Tredje texten")


def test_a_clause_that_cannot_be_read_is_told_of_and_the_rest_still_shown(served: Served) -> None:
    served.folder.write("clauses/avtal/ett.md", "---\ntitel: [\n---\nText.\n")
    assert soon(lambda: "clauses/avtal/ett.md:3:1" in served.said.read_text("utf-8"))
    assert "Första texten" in served.page(ONE)
    served.write("ett", "Ett", "En lagad text.")
    assert served.shows(ONE, "En lagad text")
