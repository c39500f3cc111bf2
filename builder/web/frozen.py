"""A recorded version as a folder of pages that needs no generator: its contents, chapters and registers as then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from builder.library import Library, Version
from builder.model import Document
from builder.web.banner import day
from builder.web.chapter import chapter_page
from builder.web.escape import anchor_text, markdown_text
from builder.web.frozen_place import CONTENTS, clause_place, folder_name, version_folder
from builder.web.frozen_shell import Shell, shelled
from builder.web.laws import laws_page
from builder.web.names import numbered
from builder.web.parameters import parameters_page
from builder.web.parties import parties_page
from builder.web.places import (
    LAWS,
    PARAMETERS,
    PARTIES,
    TERMS,
    Chapter,
    Place,
    Places,
    chapters,
    contents_page,
    path_between,
)  # fmt: skip
from builder.web.terms import terms_page
from builder.web.used import uses
from builder.web.validity import standing, valid_version

__all__ = ["Frozen", "frozen_pages", "frozen_texts"]

CHAPTERS = "kapitel"
INDEX = "index.md"
REGISTERS = ((TERMS, "Begrepp"), (PARAMETERS, "Tider, åldrar och belopp"), (LAWS, "Lagar"), (PARTIES, "Parter"))


@dataclass(frozen=True, slots=True)
class Frozen:
    """A recorded version of a document: `library` and `document` as they were then.

    `others` are the own texts of the agreements as they stood beside it, each with the label under which it is read, or
    none. `versions` are the agreement's recorded versions as they are known now, oldest first. `name` and `address` are
    the site's."""

    library: Library
    document: Document
    version: Version
    versions: tuple[Version, ...]
    others: tuple[tuple[Document, str], ...] = ()
    name: str = ""
    address: str = ""

    @property
    def folder(self) -> str:
        """Where its pages lie."""
        return version_folder(self.document.name, self.version.label)


def frozen_pages(frozen: Frozen) -> dict[str, str]:
    """The version's pages by their path on the site, each a whole HTML page."""
    written = frozen_texts(frozen)
    shell = _shell(_then(frozen), frozenset(written))
    around = _neighbours(chapters(frozen.document, CHAPTERS))
    return {
        f"{frozen.folder}/{page.removesuffix('.md')}.html": shelled(shell, page, text, around.get(page, ()))
        for page, text in written.items()
    }


def frozen_texts(frozen: Frozen) -> dict[str, str]:
    """The version's pages as Markdown, by their path in its folder."""
    then = _then(frozen)
    where = _places(then)
    parts = chapters(then.document, CHAPTERS)
    callers = uses(where, (then.document,))
    written = {chapter.page: chapter_page(where, then.document, chapter, callers) for chapter in parts}
    return {INDEX: _contents(then, parts)} | written | _registers(then.library, then.document)


def _then(frozen: Frozen) -> Frozen:
    """With the status that the version has now."""
    status = standing(frozen.version, frozen.versions)
    return replace(frozen, document=replace(frozen.document, edition=replace(frozen.document.edition, status=status)))


def _registers(library: Library, document: Document) -> dict[str, str]:
    edition = document.edition
    return {
        TERMS: terms_page(library, edition),
        PARAMETERS: parameters_page(library, edition),
        LAWS: laws_page(library, edition),
        PARTIES: parties_page(library, edition),
    }


def _places(frozen: Frozen) -> Places:
    """Where sections stand, seen from the version's own folder: its own on its pages, those of other agreements under
    their lasting addresses."""
    own, sections, homes, agreements = frozen.document, {}, {}, {}
    for chapter in chapters(own, CHAPTERS):
        for section in chapter.sections:
            sections[own.name, section.id] = Place(chapter.page, section.id)
            homes[own.edition.agreement, section.id] = homes["", section.id] = own.name
    agreements[own.edition.agreement] = INDEX
    for other, label in frozen.others:
        if label:
            agreements[other.edition.agreement] = _seen(frozen, clause_place(other.name, label, "").page)
            for section in other.sections:
                place = clause_place(other.name, label, section.id)
                sections[other.name, section.id] = Place(_seen(frozen, place.page), section.id)
                homes[other.edition.agreement, section.id] = other.name
                homes.setdefault(("", section.id), other.name)
    return Places(frozen.library, sections, homes, agreements)


def _seen(frozen: Frozen, page: str) -> str:
    return path_between(f"{frozen.folder}/{CONTENTS}", page)


def _contents(frozen: Frozen, parts: tuple[Chapter, ...]) -> str:
    edition = frozen.document.edition
    lines = [f"# {markdown_text(edition.title, at_start=True)}", "", *_facts(frozen), "## Innehåll {#innehall}", ""]
    lines += [line for chapter in parts for line in _entries(chapter)]
    lines += ["", "## Så stod det i registren {#registren}", ""]
    lines += [f"-   [{title}]({page})" for page, title in REGISTERS]
    return "\n".join(lines) + "\n"


def _entries(chapter: Chapter) -> Iterator[str]:
    """A chapter's sections; each line bears the section's id, and so is its lasting address."""
    base = chapter.head.level
    for section in chapter.sections:
        name, indent = anchor_text(section.id), "    " * max(0, section.level - base)
        yield f"{indent}-   [{markdown_text(numbered(section))}]({chapter.page}#{name}){{#{name}}}"


def _facts(frozen: Frozen) -> Iterator[str]:
    version, edition = frozen.version, frozen.document.edition
    said = [("Version", version.label), ("Sparad", day(version.date)), ("Diarienummer", version.diary)]
    said += [(day(date), what) for date, what in version.events]
    said += [("Parter", edition.parties), ("Kontrollsumma", edition.checksum[:12])]
    yield from (f"-   {markdown_text(name)}: {markdown_text(words)}" for name, words in said if words)
    yield ""


def _neighbours(parts: tuple[Chapter, ...]) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """For each chapter's page the page before it and the one after, with what leads there."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for one, next_ in pairwise(parts):
        found[next_.page] = (("prev", one.page, numbered(one.head)),)
        found[one.page] = (*found.get(one.page, ()), ("next", next_.page, numbered(next_.head)))
    return found


def _shell(frozen: Frozen, known: frozenset[str]) -> Shell:
    valid, newest = valid_version(frozen.versions), frozen.versions[-1]
    address = frozen.address.rstrip("/")
    canonical = f"{address}/{version_folder(frozen.document.name, valid.label)}/" if valid and address else ""
    return Shell(
        title=frozen.document.edition.title,
        edition=frozen.document.edition,
        site=frozen.name,
        folder=frozen.folder,
        known=known,
        now=contents_page(frozen.document).removesuffix(".md") + ".html",
        canonical=canonical,
        valid=_link(valid, frozen.version),
        newer=_link(None if newest == valid else newest, frozen.version),
        others=tuple((f"../{folder_name(v.label)}/{CONTENTS}", v.label, v == frozen.version) for v in frozen.versions),
    )


def _link(version: Version | None, own: Version) -> tuple[str, str]:
    """A version's contents and name, seen from the folder of another; nothing where it is the same."""
    if version is None or version == own:
        return "", ""
    return f"../{folder_name(version.label)}/{CONTENTS}", version.label
