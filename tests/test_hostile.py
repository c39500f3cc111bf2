"""Hostile files from outside, through reading, check, Word, redline and site: nothing of them may act."""

import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from builder import lint, web, word
from builder.build.text import Text
from builder.compare import compare
from builder.finding import Finding
from builder.finding_view import as_github, as_json, as_text
from builder.read import read
from builder.redline import unchanged
from builder.repository import Repository, RepositoryError, open_project
from builder.snapshot import Snapshot
from builder.web.places import places
from builder.web.redline_page import compared
from tests.folder import Folder

GENEROUS = 10.0
"""Seconds for one file through the whole chain: ten times what the slowest takes."""

CALM = "---\ntitel: Lugn\n---\nParterna är A och B.\n"
ASSEMBLY = "titel: Avtal\ninnehåll: [one, two]\nbilagor: [begreppslista, parter]\n"
DRAWN = '<figure class="bild">'
"""Begins a picture that the page writer drew: a register of parties brings one that a calm text has not."""

LIVE_TAGS = frozenset({"script", "iframe", "object", "embed", "base", "meta", "link", "style", "form", "applet", "svg"})
LIVE_ADDRESSES = ("javascript:", "vbscript:", "data:", "file:")
FIELDS = {"REF", "TOC", "PAGEREF", "HYPERLINK"}
SIGNS = ("root:x:0", "uid=0(")


@dataclass
class Made:
    """All that the chain makes of a project's files."""

    findings: tuple[Finding, ...]
    report: str
    main: str
    parts: dict[str, bytes]
    redline: str
    pages: dict[str, str]


class Alive(HTMLParser):
    """Counts what a browser would run, fetch or follow blindly."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LIVE_TAGS:
            self.found[tag] += 1
        for name, value in attrs:
            plain = "".join((value or "").split()).lower()
            if name.startswith("on") or name in {"srcdoc", "formaction"}:
                self.found[name] += 1
            elif name in {"href", "src", "action", "xlink:href", "data"} and plain.startswith(LIVE_ADDRESSES):
                self.found[plain[:40]] += 1


def alive(html: str) -> Counter[str]:
    parser = Alive()
    parser.feed(html)
    parser.close()
    return parser.found


@dataclass
class Chain:
    """The whole chain on files in memory, with the project's own Markdown settings for the site."""

    settings: Path
    markdown: Markdown = field(init=False)

    def __post_init__(self) -> None:
        config = load_config(str(self.settings))
        self.markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)

    def __call__(self, **files: str | bytes) -> Made:
        old = self.text(two=CALM)
        new = self.text(**{"two": CALM, **files})
        documents = tuple(document for document, _ in new.documents.values())
        findings = (*new.faults, *(f for _, more in new.documents.values() for f in more))
        findings += tuple(lint.check(new.library, documents))
        redline = compare(old.document("lease")[0], documents[0]) if documents else None
        data = word.write(unchanged(documents[0])) if documents else b""
        site = web.Site(new.library, documents, findings=findings)
        pages = web.pages(replace(site, compared=(compared(places(site), redline),) if redline else ()))
        return Made(
            findings,
            "".join((as_text(findings, new.library.sources), as_json(findings), as_github(findings))),
            _part(data, "word/document.xml").decode() if data else "",
            {name: _part(data, name) for name in _names(data)} if data else {},
            web.redline_html(redline) if redline else "",
            {path: page for path, page in pages.items() if isinstance(page, str) and path.endswith(".md")},
        )

    def text(self, **files: str | bytes) -> Text:
        named = {"one": CALM.replace("Lugn", "Parter"), "assembly": ASSEMBLY, **files}
        paths = {PATHS.get(name, f"clauses/{name}.md"): content for name, content in named.items()}
        encoded = {p: c.encode("utf-8", "surrogatepass") if isinstance(c, str) else c for p, c in paths.items()}
        library, faults = read(Snapshot(encoded))
        return Text(library, faults, library)

    def rendered(self, page: str) -> str:
        self.markdown.reset()
        return self.markdown.convert(page.split("---\n", 2)[-1] if page.startswith("---\n") else page)


PATHS = {
    "assembly": "assemblies/lease.yml",
    "terms": "clauses/register/termer.yml",
    "parties": "clauses/register/parter.yml",
    "parameters": "clauses/register/parametrar.yml",
    "versions": "clauses/register/versioner.yml",
    "settings": "clauses/register/projekt.yml",
}


def _part(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def _names(data: bytes) -> list[str]:
    with ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def hostile(shared: Path) -> Path:
    return shared / "data" / "hostile"


@pytest.fixture(scope="module")
def chain(project: Path) -> Chain:
    return Chain(project / "mkdocs.yml")


@pytest.fixture(scope="module")
def calm(chain: Chain) -> Made:
    return chain()


def assert_harmless(chain: Chain, made: Made, calm: Made) -> None:
    """No more is alive than in a calm text, and nothing is told in control characters."""
    assert alive(made.redline) - alive(calm.redline) == Counter()
    for path, page in made.pages.items():
        own = alive(chain.rendered(calm.pages[path])) if path in calm.pages else Counter()
        own["svg"] = max(own["svg"], page.count(DRAWN))
        assert alive(chain.rendered(page)) - own == Counter(), path
    assert set(re.findall(r"<w:instrText[^>]*> *(\w+)", made.main)) <= FIELDS
    everything = "".join((made.report, made.redline, made.main, *made.pages.values()))
    assert not [sign for sign in SIGNS if sign in everything]
    assert not any(ord(char) < 32 and char not in "\n\t\r" for char in everything)


def through(chain: Chain, calm: Made, **files: str | bytes) -> Made:
    start = time.monotonic()
    made = chain(**files)
    assert time.monotonic() - start < GENEROUS
    assert_harmless(chain, made, calm)
    return made


def clause(body: str) -> str:
    return f"---\ntitel: Hyra\n---\n{body}\n"


def shown(main: str) -> str:
    """What a reader of the Word file sees, but for fingerprints."""
    return re.sub(r"[0-9a-f]{10,}", "", "".join(re.findall(r"<w:t[ >][^<]*", main)))


def quoted(text: str) -> str:
    return json.dumps(text)


# --- clause texts -----------------------------------------------------------------------------------------


def test_a_calm_text_has_a_finding_of_nothing_alive(calm: Made) -> None:
    assert set(alive("<script></script><a href=' JavaScript:x' onclick=y>")) == {"script", "javascript:x", "onclick"}
    assert "Parterna är A och B." in calm.main


def markdown_files(folder: Path) -> Iterator[Path]:
    for pattern in ("md/*.md", "md/*.txt", "md/bleach-data/*", "text/unicode/*"):
        yield from sorted(folder.glob(pattern))


@pytest.mark.slow
def test_hostile_markdown_as_a_clause(chain: Chain, calm: Made, hostile: Path) -> None:
    for path in markdown_files(hostile):
        content = path.read_bytes()
        through(chain, calm, two=content)
        through(chain, calm, two=b"---\ntitel: Hyra\n---\n" + content)


@pytest.mark.slow
def test_hostile_lines_as_clauses(chain: Chain, calm: Made, hostile: Path) -> None:
    for path in [*sorted((hostile / "md").glob("*.txt")), hostile / "jinja/patt-ssti.fuzz"]:
        lines = path.read_text("utf-8", "replace").splitlines()
        through(chain, calm, two=clause("\n\n".join(lines)))


@pytest.mark.slow
def test_every_example_of_the_markdown_specification(chain: Chain, calm: Made, hostile: Path) -> None:
    examples = json.loads((hostile / "md/commonmark-spec.json").read_text("utf-8"))
    for begin in range(0, len(examples), 25):
        parts = (f"## {n}\n\n{example['markdown']}" for n, example in enumerate(examples[begin : begin + 25]))
        through(chain, calm, two=clause("\n\n".join(parts)))


# --- the same strings everywhere a file holds text --------------------------------------------------------

REGISTERS = {
    "two": "---\ntitel: {}\nmotiv: {}\nkälla: {}\nansvarig: {}\nöppna-frågor:\n  - id: a\n    fråga: {}\n---\nT.\n",
    "assembly": "titel: {}\ntyp: {}\ninnehåll: [one, {}: [two]]\nbilagor: [begreppslista, parter]\n",
    "terms": "a:\n  term: {}\n  definition: {}\n  källa: {}\n",
    "parties": "a:\n  namn: {}\n  kort: {}\n  slag: region\n  beskrivning: {}\n",
    "parameters": "a:\n  värde: {}\n  betydelse: {}\n  källa: {}\n",
    "settings": "namn: {}\nadress: {}\nsynpunkter: {}\nskrivgrupp: {}\n",
}
MARKUP = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "[x](javascript:alert(1))", "\x1b[31m\x00")


@pytest.mark.slow
def test_hostile_strings_in_headers_and_registers(chain: Chain, calm: Made, hostile: Path) -> None:
    strings = json.loads((hostile / "jinja/strings.json").read_text("utf-8"))
    for text in (*strings, *MARKUP):
        files = {name: form.replace("{}", quoted(text)) for name, form in REGISTERS.items()}
        made = through(chain, calm, **files)
        assert "49" not in shown(made.main)


@pytest.mark.slow
def test_template_strings_come_out_as_they_went_in(chain: Chain, calm: Made) -> None:
    made = through(chain, calm, two="---\ntitel: '{{ 7*7 }}'\n---\nText {{ 7*7 }} och {% raw %}.\n")
    assert made.main.count("{{ 7*7 }}") >= 3
    assert "{% raw %}" in made.main


# --- YAML ------------------------------------------------------------------------------------------------


def yaml_texts(folder: Path) -> Iterator[bytes]:
    for path in sorted((folder / "yaml").glob("*.yaml")):
        yield path.read_bytes()
    for path in sorted((folder / "yaml/yaml-test-suite").glob("*.yaml")):
        yield path.read_bytes()


@pytest.mark.slow
def test_hostile_yaml_as_header_assembly_and_register(chain: Chain, calm: Made, hostile: Path) -> None:
    for content in yaml_texts(hostile):
        through(chain, calm, two=b"---\n" + content + b"\n---\nText.\n")
        through(chain, calm, **dict.fromkeys(("assembly", "terms", "parties", "versions", "settings"), content))


# --- git -------------------------------------------------------------------------------------------------


def resolved(repository: Repository, revision: str) -> str:
    """The version a string means, or what is said of it."""
    try:
        return repository.resolve(revision)
    except RepositoryError as error:
        return str(error)


@pytest.mark.slow
def test_hostile_revisions(tmp_path: Path, hostile: Path) -> None:
    folder = Folder(tmp_path / "git")
    folder.write("clauses/one.md")
    commit = folder.commit()
    repository = open_project(folder.path)
    for revision in json.loads((hostile / "git/refs.json").read_text("utf-8")):
        answer = resolved(repository, revision)
        assert answer == commit or (answer.isprintable() and "usage" not in answer)
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith("PWNED")]


@pytest.mark.slow
def test_hostile_file_names(tmp_path: Path, chain: Chain, calm: Made, hostile: Path) -> None:
    folder = Folder(tmp_path / "git")
    for name in json.loads((hostile / "git/filenames.json").read_text("utf-8")):
        folder.write(f"clauses/{name}", clause("Text."))
    folder.commit()
    saved, lying = (open_project(folder.path).snapshot(revision) for revision in ("HEAD", None))
    assert dict(saved.files) == dict(lying.files)
    library, faults = read(lying)
    assert {fault.code for fault in faults} <= {"F005", "F006"}
    assert len(faults) >= 10
    assert not any(ord(char) < 32 and char != "\n" for char in as_text(faults, library.sources))
