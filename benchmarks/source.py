"""A made-up agreement as the files of a project, and as one Markdown file for other tools."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks import words
from benchmarks.text import COLUMNS, LAWS, PARAMETERS, Block, Book, Clause

__all__ = ["DOCUMENT", "files", "markdown", "registers"]

DOCUMENT = "provning"
TITLE = "Överenskommelse för provning"
REFERENCE = re.compile("@([a-z0-9-]+)@")
PARAMETER = re.compile("%([a-z0-9-]+)%")
MKDOCS = """\
site_name: Provning
docs_dir: site
site_dir: build/site
nav:
  - Om: om.md
theme:
  name: material
  language: sv
  font: false
  features: [navigation.footer, navigation.indexes, navigation.prune, navigation.top, toc.follow]
markdown_extensions: [attr_list, footnotes, sane_lists, tables, toc]
extra_css: [assets/text.css]
extra_javascript: [assets/text.js]
plugins:
  - overens
"""


def files(book: Book) -> dict[str, str]:
    """The clauses and the assembly by path."""
    link = partial(_linked, titles={clause.id: clause.title for clause in book.clauses}, address="{}.md")
    clauses = {f"clauses/{DOCUMENT}/{clause.id}.md": _clause_file(clause, link) for clause in book.clauses}
    return clauses | {f"assemblies/{DOCUMENT}.yml": _assembly(book)}


def registers() -> dict[str, str]:
    """The registers and the site's own files by path."""
    made = {
        "avtal": {DOCUMENT: {"titel": TITLE, "kort": "Provning"}},
        "parter": {id: {"namn": name, "slag": "roll"} for id, name in words.ROLES.items()},
        "parametrar": {id: {"värde": value, "betydelse": f"tid för svar {id}"} for id, value in PARAMETERS.items()},
        "termer": {f"term-{n}": _term(term) for n, term in enumerate(words.TERMS)},
    }
    written = {f"clauses/register/{name}.yml": _rows(rows) for name, rows in made.items()}
    site = {"mkdocs.yml": MKDOCS, "site/om.md": "# Om\n\nEn provning.\n"}
    return written | site | {"clauses/register/lagar.yml": _laws(), ".gitignore": "/build/\n"}


def markdown(book: Book) -> str:
    """The same text as one file: headings of two levels, the facts of each clause, the two annexes."""
    link = partial(_linked, titles={clause.id: clause.title for clause in book.clauses}, address="#{}")
    return "\n\n".join([f"---\ntitle: {TITLE}\nlang: sv\n---", *_chapters(book, link), *_annexes()]) + "\n"


def _linked(text: str, titles: dict[str, str], address: str) -> str:
    text = REFERENCE.sub(lambda found: f"[{titles[found[1]]}]({address.format(found[1])})", text)
    if address.startswith("#"):
        return PARAMETER.sub(lambda found: PARAMETERS[found[1]], text)
    return PARAMETER.sub(lambda found: f"[{PARAMETERS[found[1]]}](../register/parametrar.yml#{found[1]})", text)


def _clause_file(clause: Clause, link: Callable[[str], str]) -> str:
    facts = f"ansvarig: [parterna]\nlagstöd: [{clause.basis}]\n" if clause.basis else ""
    return f"---\ntitel: {clause.title}\n{facts}---\n{_body(clause, link)}\n"


def _body(clause: Clause, link: Callable[[str], str]) -> str:
    return "\n\n".join(_block(block, link) for block in clause.blocks)


def _block(block: Block, link: Callable[[str], str]) -> str:
    parts = [link(part) for part in block.parts]
    match block.kind:
        case "text":
            return "\n\n".join(parts)
        case "bullets":
            return "\n".join(f"- {part}" for part in parts)
        case "steps":
            return "\n".join(f"{number}. {part}" for number, part in enumerate(parts, 1))
        case "table":
            return _table([parts[n : n + COLUMNS] for n in range(0, len(parts), COLUMNS)])


def _table(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def _assembly(book: Book) -> str:
    chapters = (
        f"  - {chapter.title}:\n" + "".join(f"      - {DOCUMENT}/{clause.id}\n" for clause in chapter.clauses)
        for chapter in book.chapters
    )
    head = f"titel: {TITLE}\ntyp: överenskommelse\navtal: {DOCUMENT}\ninnehåll:\n"
    return f"{head}{''.join(chapters)}bilagor: [begreppslista, parametrar]\n"


def _term(term: str) -> dict[str, str]:
    return {"term": term, "definition": f"det som parterna menar med {term[:-1]}", "status": "fastställd"}


def _rows(rows: dict[str, dict[str, str]]) -> str:
    return "".join(
        f"{id}:\n" + "".join(f"  {key}: {value}\n" for key, value in row.items()) for id, row in rows.items()
    )


def _laws() -> str:
    names = {"KL": ("2017:725", "kommunallagen"), "FL": ("2017:900", "förvaltningslagen")}
    return "".join(
        f'{law}:\n  sfs: "{sfs}"\n  namn: {name}\n  paragrafer:\n' + "".join(_sections(law))
        for law, (sfs, name) in names.items()
    )


def _sections(law: str) -> Iterator[str]:
    return (
        f'    "{citation.removesuffix(f" {law}")}": {{säger: En regel.}}\n'
        for citation in LAWS
        if citation.endswith(law)
    )


def _chapters(book: Book, link: Callable[[str], str]) -> Iterator[str]:
    for chapter in book.chapters:
        yield f"# {chapter.title}"
        for clause in chapter.clauses:
            yield f"## {clause.title} {{#{clause.id}}}"
            if clause.basis:
                yield f"Ansvarig: Parterna · Stöd: {clause.basis}"
            yield _body(clause, link)


def _annexes() -> Iterator[str]:
    terms = [[row["term"], row["definition"]] for row in map(_term, words.TERMS)]
    yield "# Begreppslista"
    yield _table([["Begrepp", "Betydelse"], *terms])
    yield "# Tider, åldrar och belopp"
    yield _table([["Vad det gäller", "Värde"], *([f"tid för svar {id}", value] for id, value in PARAMETERS.items())])
