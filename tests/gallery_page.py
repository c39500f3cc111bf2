"""The gallery of findings: one file a code with the smallest project that gives it, and the handbook page made of them.

A gallery file is Markdown: a title and a few words in Swedish, "## Fel" with the files at fault, "## Rätt" with the
files that mend them. A file is a fenced block with its path after the fence. The word `tecken` after the path says
that the block spells signs a text cannot hold: \\xff is a byte, \\u200b a sign. The assembly lists every clause of the
example, unless the example has one itself.

    python tests/gallery_page.py        writes site/handbok/fynd.md
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder import lint
from builder.build import Text
from builder.finding import RULES, Finding, Severity
from builder.finding_view import as_text
from builder.read import read
from builder.snapshot import Snapshot

PROJECT = Path(__file__).resolve().parent.parent
GALLERY = PROJECT / "tests" / "gallery"
PAGE = PROJECT / "site" / "handbok" / "fynd.md"

PART = re.compile(r"^## (Fel|Rätt)$", re.MULTILINE)
FILE = re.compile(
    r"^(?P<fence>`{3,}) (?P<path>\S+)(?P<spelled> tecken)?\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
BYTE = re.compile(rb"\\x([0-9a-f]{2})")
SIGN = re.compile(r"\\u([0-9a-f]{4})")
AREAS = (
    ("F", "Filer"),
    ("H", "Huvudet"),
    ("K", "Klausuler och hänvisningar"),
    ("T", "Texten"),
    ("P", "Parametrar"),
    ("B", "Begrepp"),
    ("L", "Lagar"),
    ("R", "Register och versioner"),
    ("D", "Beslut"),
    ("S", "Språk och personuppgifter"),
    ("A", "Godtagna fynd"),
)
SEVERITIES: Mapping[Severity, str] = {
    "fel": "Fel: måste rättas",
    "varning": "Varning: bör rättas",
    "fråga": "Fråga: skrivgruppen avgör",
}


@dataclass(frozen=True)
class Example:
    """A gallery file: its title and words, the files at fault and the files that mend them, as written."""

    code: str
    title: str
    words: str
    wrong: str
    right: str


def examples() -> Iterator[Example]:
    for path in sorted(GALLERY.glob("*.md")):
        words, *parts = PART.split(path.read_text(encoding="utf-8"))
        title, _, words = words.partition("\n")
        found = dict(zip(parts[::2], parts[1::2], strict=True))
        wrong, right = found.get("Fel", "").strip(), found.get("Rätt", "").strip()
        yield Example(path.stem, title.removeprefix("# "), words.strip(), wrong, right)


def wrong_files(example: Example) -> dict[str, bytes]:
    return _files(example.wrong)


def right_files(example: Example) -> dict[str, bytes]:
    """The mended files laid over the others; a file whose very name is at fault is gone."""
    kept = {path: content for path, content in wrong_files(example).items() if path.isascii()}
    return {**kept, **_files(example.right)}


def _files(part: str) -> dict[str, bytes]:
    return {match["path"]: _content(match) for match in FILE.finditer(part + "\n")}


def _content(match: re.Match[str]) -> bytes:
    if not match["spelled"]:
        return match["text"].encode()
    text = SIGN.sub(lambda sign: chr(int(sign[1], 16)), match["text"])
    return BYTE.sub(lambda byte: bytes([int(byte[1], 16)]), text.encode())


def snapshot(found: Mapping[str, bytes]) -> Snapshot:
    """The files as a project, with a document that lists every clause."""
    if any(path.startswith("assemblies/") and path.endswith(".yml") for path in found):
        return Snapshot(found)
    ids = [p[8:-3] for p in sorted(found) if p.startswith("clauses/") and p.endswith(".md")]
    contents = "".join(f"\n  - {id}" for id in ids)
    return Snapshot({**found, "assemblies/avtal.yml": f"titel: Avtal\ninnehåll:{contents or ' []'}\n".encode()})


def findings(made: Snapshot) -> tuple[Finding, ...]:
    """All that the check says of a snapshot, as the command does."""
    library, faults = read(made)
    text = Text(library, faults, library)
    documents = text.documents.values()
    found = [finding for _, more in documents for finding in more]
    found += lint.check(library, tuple(document for document, _ in documents))
    return lint.accept(library, [*faults, *found])


# --- the page ------------------------------------------------------------------------------------------

HEAD = """# Fynd

`overens check` läser alla texter och visar det som behöver rättas. Varje fynd har en kod, och här står alla koder:
vad de betyder, varför det spelar roll och hur det rättas.

- **Fel** måste rättas. Ett dokument kan ändå byggas, så att alla kan läsa det.
- **Varning** bör rättas innan texten skickas ut.
- **Fråga** är en sak som skrivgruppen avgör.

En varning eller fråga som ska få stå godtas i klausulens huvud, med ett skäl:

```yaml
godtagna:
  - kod: B504
    skäl: Ordet står i en lagtext som vi återger.
  - kod: S903
    text: vid behov
    skäl: Orden är lagens egna.
```

Med `text` gäller det bara det fynd som handlar om de orden. Utan `text` gäller det alla fynd med koden i klausulen.

Den här sidan är gjord av programmet: exemplen är granskade på riktigt.
"""


def page() -> str:
    """The handbook's list of findings, in Swedish."""
    shown = {example.code: example for example in examples()}
    parts = [HEAD]
    for letter, title in AREAS:
        parts.append(f"## {title}\n")
        parts += [_entry(shown[code]) for code in RULES if code.startswith(letter)]
    return "\n".join(parts)


def _entry(example: Example) -> str:
    rule = RULES[example.code]
    lines = [f"### {example.code}: {example.title} {{ #{example.code.lower()} }}"]
    lines += [f"**{SEVERITIES[rule.severity]}.** {rule.why}", *([example.words] if example.words else [])]
    lines += [_shown(example.wrong)] if example.wrong else []
    lines += _answer(example)
    lines += ["Så blir det rätt:", _shown(example.right)] if example.right else []
    return "\n\n".join(lines) + "\n"


def _answer(example: Example) -> tuple[str, ...]:
    """What the check says of the files at fault; what to do, where it takes a real folder to say it."""
    made = snapshot(wrong_files(example))
    found = findings(made)
    if not found:
        return (f"Så rättas det: {RULES[example.code].hint}",)
    shown, _, _ = as_text(found, read(made)[0].sources).rpartition("\n\n")
    return "Granskningen svarar:", f"```text\n{shown}\n```"


def _shown(part: str) -> str:
    """The files of a part, each with its path above it."""
    return "\n\n".join(_block(match) for match in FILE.finditer(part + "\n"))


def _block(match: re.Match[str]) -> str:
    language = "yaml" if match["path"].endswith(".yml") else "markdown"
    return f"`{match['path']}`\n\n```{language}\n{match['text']}```"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
