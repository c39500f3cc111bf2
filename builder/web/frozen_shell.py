"""The page around a recorded version's text: what it is, what stands beside it, and ways on. It loads no other host."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

import markdown

from builder.model import Edition
from builder.web.banner import banner
from builder.web.cells import whole_tables
from builder.web.escape import html_text

__all__ = ["Shell", "shelled"]

EXTENSIONS = ("attr_list", "footnotes", "sane_lists", "tables")
NOTES = {"footnotes": {"BACKLINK_TITLE": "Tillbaka till texten vid fotnot {}"}}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
LINK = re.compile(r'(<a (?:[^>]*? )?href=")(?![a-z][a-z0-9+.-]*:)([^"#]*)\.md([#"])')
TITLE = re.compile(r'^title: "(.*)"$', re.MULTILINE)
FRAME = '<div class="tabell" tabindex="0" role="region" aria-label="{}">{}</div>'
TABLE = re.compile(r"<table>\s*(?:<caption[^>]*>(.*?)</caption>)?.*?</table>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Shell:
    """What the pages of one version share. `known` are its own pages; `now` is where the text as it stands now is read;
    `valid`, `newer` and `others` are other versions: the way there from the version's folder, and the label."""

    title: str
    edition: Edition
    site: str
    folder: str
    known: frozenset[str]
    now: str
    canonical: str = ""
    valid: tuple[str, str] = ("", "")
    newer: tuple[str, str] = ("", "")
    others: tuple[tuple[str, str, bool], ...] = ()


def shelled(shell: Shell, page: str, text: str, around: tuple[tuple[str, str, str], ...] = ()) -> str:
    """A page of the version: Markdown, with or without front matter, as a whole HTML page."""
    front, band, body = _parts(shell, text)
    up = "../" * page.count("/")
    root = up + "../" * (shell.folder.count("/") + 1)
    html = _turned(shell, page, body, root)
    title = f"{_title(front)}{html_text(shell.title)}, {html_text(shell.edition.version)}"
    inside = _body(shell, page, (band, html), around, up, root)
    return "\n".join((*_head(shell, page, title, root), *inside, "</html>", ""))


def _parts(shell: Shell, text: str) -> tuple[str, str, str]:
    """Front matter, banner, and the text under it."""
    if not text.startswith("---\n"):
        return "", banner(shell.edition), text
    front, _, shown = text[4:].partition("---\n\n")
    band, _, body = shown.partition("\n\n")
    return front, band, body


def _title(front: str) -> str:
    """The page's own name, which the front matter holds already escaped."""
    found = TITLE.search(front)
    return f"{found[1]} – " if found else ""


def _turned(shell: Shell, page: str, body: str, root: str) -> str:
    """Markdown as HTML, its links to pages led to files: the version's own, and else today's pages of the site."""

    def led(match: "re.Match[str]") -> str:
        own = _from(page, f"{match[2]}.md") in shell.known
        return f"{match[1]}{f'{match[2]}.html' if own else _today(root, match[2])}{match[3]}"

    numbers = count(1)
    html = LINK.sub(led, _converted(body))
    return TABLE.sub(lambda match: FRAME.format(_name(match, next(numbers)), match[0]), html)


@lru_cache(maxsize=256)
def _converted(body: str) -> str:
    """Markdown as HTML. Agreements that are recorded together show the same registers."""
    return whole_tables(markdown.Markdown(extensions=[*EXTENSIONS], extension_configs={**NOTES}).convert(body))


def _name(table: "re.Match[str]", number: int) -> str:
    """What the frame of a table is called: as its caption says, else its number on the page."""
    return TAG.sub("", table[1]).replace('"', "&quot;") if table[1] else f"Tabell {number} på sidan"


def _today(root: str, page: str) -> str:
    """A page of the site, which lies in a folder of its own."""
    path = page.lstrip("./")
    return f"{root}{path}.html" if path.rpartition("/")[2] == "index" else f"{root}{path}/index.html"


def _from(page: str, target: str) -> str:
    parts = page.split("/")[:-1]
    for step in target.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def _head(shell: Shell, page: str, title: str, root: str) -> Iterator[str]:
    language = html_text(shell.edition.language or "sv")
    yield f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    if not shell.edition.valid:
        yield '<meta name="robots" content="noindex">'
    if shell.canonical:
        own = shell.edition.valid and page != "index.md"
        yield f'<link rel="canonical" href="{html_text(shell.canonical + (page[:-3] + ".html" if own else ""))}">'
    yield f"<title>{title}</title>"
    yield from (f'<link rel="stylesheet" href="{root}assets/{name}">' for name in ("text.css", "frusen.css"))
    yield from (f'<script src="{root}assets/{name}" defer></script>' for name in ("text.js", "frusen.js"))
    yield "</head>"


def _body(
    shell: Shell, page: str, text: tuple[str, str], around: tuple[tuple[str, str, str], ...], up: str, root: str
) -> Iterator[str]:
    yield '<body>\n<a class="hoppa" href="#text">Till texten</a>\n<header class="huvud">'
    yield f'<a href="{root}index.html">{html_text(shell.site or "Start")}</a>'
    yield f'<nav aria-label="Versionen">{"".join(_ways(shell, page, up, root))}</nav>\n</header>'
    yield '<main id="text" class="md-content" tabindex="-1">\n<article class="md-typeset">'
    band, html = text
    yield f"{band}\n{_note(shell, up, root)}\n{html}"
    yield f"</article>\n{_steps(page, around)}</main>\n<footer>{_others(shell, up)}</footer>\n</body>"


def _ways(shell: Shell, page: str, up: str, root: str) -> Iterator[str]:
    if page != "index.md":
        yield f'<a href="{up}index.html">Innehåll</a> '
    yield f'<a href="{root}versioner/index.html">Alla versioner</a>'


def _note(shell: Shell, up: str, root: str) -> str:
    """Which text to read instead."""
    said = []
    if shell.valid[1]:
        said.append(f'Gällande text: <a href="{up}{shell.valid[0]}">version {html_text(shell.valid[1])}</a>.')
    if shell.newer[1]:
        said.append(f'Senaste version: <a href="{up}{shell.newer[0]}">{html_text(shell.newer[1])}</a>.')
    said.append(f'<a href="{root}{shell.now}">Texten som skrivgruppen arbetar med nu</a>.')
    return f'<p class="fakta vidare">Sidan är fryst: texten i den här versionen ändras aldrig. {" ".join(said)}</p>'


def _steps(page: str, around: tuple[tuple[str, str, str], ...]) -> str:
    if not around:
        return ""
    up = "../" * page.count("/")
    words = {"prev": "Föregående", "next": "Nästa"}
    links = "".join(
        f'<a rel="{rel}" href="{up}{target[:-3]}.html"><span>{words[rel]}</span> {html_text(name)}</a>'
        for rel, target, name in around
    )
    return f'<nav class="bladdra" aria-label="Kapitel">{links}</nav>\n'


def _others(shell: Shell, up: str) -> str:
    items = "".join(
        f'<li aria-current="true">{html_text(label)} (den här)</li>' if own else
        f'<li><a href="{up}{target}">{html_text(label)}</a></li>'
        for target, label, own in shell.others
    )  # fmt: skip
    return f'<nav aria-label="Samma text i andra versioner"><p>Samma text i andra versioner</p><ul>{items}</ul></nav>'
