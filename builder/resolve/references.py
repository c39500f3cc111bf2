"""Links of a clause become references: to sections with their numbers, to other agreements, to register rows."""

import posixpath
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import unquote

from builder.anchors import anchors
from builder.assemble import Draft
from builder.finding import Finding
from builder.language.spelling import did_you_mean, similarity
from builder.language.terms import is_form
from builder.library import Clause, Library
from builder.model import (
    ClauseLink,
    Inline,
    Link,
    Marks,
    Number,
    OutsideLink,
    Position,
    Text,
    Url,
)
from builder.phrases import Phrases
from builder.resolve.register_links import REGISTERS, RegisterLinks
from builder.resolve.use import Use, linked, shown, spaced, unlinked

__all__ = ["References", "leads_elsewhere"]

CLAUSES = "clauses/"
ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
TYPED_NUMBER = re.compile(r"((?:avsnitt|kapitel|punkt|section)\s)?\d{1,3}(?:\.\d{1,3}){0,8}\.?", re.IGNORECASE)
STALE = 0.75
"""How like its target's title a link text is when it looks like an earlier title."""


Recorded = Callable[[str, str], Mapping[str, str]]
"""The numbers that an agreement's clauses had in a recorded version; empty when there is none."""


def none_recorded(agreement: str, version: str) -> Mapping[str, str]:
    """What a text without recorded versions answers."""
    return {}


@dataclass
class References:
    """Turns the links of a draft's clauses into references, and gathers what is wrong with them.

    While `brief`, a reference is its words alone, without the number and the name of the text it leads to.
    """

    draft: Draft
    library: Library
    words: Phrases
    recorded: Recorded
    own: tuple[Draft, ...]
    brief: bool = False
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def registers(self) -> RegisterLinks:
        """What turns links into registers into what they say."""
        return RegisterLinks(self.library, self.findings)

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The number of each clause of the document."""
        return {section.id: section.number for section in self.draft.sections if section.clause}

    @cached_property
    def former(self) -> Mapping[str, str]:
        """Earlier ids and what they are called now."""
        clauses = self.library.clauses
        return {old: name for name in sorted(clauses, reverse=True) for old in clauses[name].former}

    @cached_property
    def elsewhere(self) -> Mapping[str, tuple[str, str]]:
        """For each clause its agreement's document: (title, number). A clause's own agreement comes first."""
        found: dict[str, tuple[str, str]] = {}
        for draft in self.own:
            for section in draft.sections:
                own = section.id.partition("/")[0] == draft.agreement
                if section.clause and (own or not draft.agreement):
                    found.setdefault(section.id, (draft.title, section.number))
        return found

    @cached_property
    def supported(self) -> Mapping[str, str]:
        """The number of each clause in the agreement's own text, where this document is beside it."""
        drafts = (draft for draft in self.own if draft.agreement == self.draft.agreement and self.draft.supporting)
        return {section.id: section.number for draft in drafts for section in draft.sections if section.clause}

    def resolve(self, texts: tuple[Text, ...], url: Url, clause: Clause, in_brackets: bool) -> tuple[Inline, ...]:
        """What a link's words become."""
        if leads_elsewhere(url):
            return texts
        written, _, anchor = (unicodedata.normalize("NFC", unquote(part)) for part in url.address.partition("#"))
        folder = posixpath.dirname(clause.path)
        path = posixpath.normpath(posixpath.join(folder, written)) if written else clause.path
        place = texts[0].position or url.position or Position(clause.path, clause.body_line)
        use = Use(clause, texts, url, path, anchor, place, in_brackets)
        register = REGISTERS.get(path)
        if register is not None and anchor:
            return register(self.registers, use)
        return self.to_clause(use)

    # --- clauses ---

    def to_clause(self, use: Use) -> tuple[Inline, ...]:
        """A reference to a clause, here or in another document."""
        name = use.path.removeprefix(CLAUSES).removesuffix(".md")
        if not (use.path.startswith(CLAUSES) and use.path.endswith(".md")):
            return self.nowhere(use, _no_clause(use))
        target = self.library.clauses.get(name) or self.renamed(use, name)
        if target is None:
            return unlinked(use) if name in self.library.broken else self.nowhere(use, self.near(use))
        self.check(use, target)
        name = target.id
        if name == use.clause.id and not posixpath.basename(use.url.address.partition("#")[0]):
            return linked(use, ClauseLink(name, use.anchor))
        if name in self.numbers:
            return self.inside(use, target)
        return self.beside(use, target) if name in self.supported else self.outside(use, target)

    def renamed(self, use: Use, name: str) -> Clause | None:
        """The clause that had a name before; reported, since the file the link names is gone."""
        target = self.library.clauses.get(self.former.get(name, ""))
        if target is not None:
            self.findings.append(Finding("T314", use.place, {"former": name, "target": target.id}))
        return target

    def check(self, use: Use, target: Clause) -> None:
        """Report an anchor that is gone and a link text that looks like an earlier title."""
        if use.anchor and use.anchor not in (there := anchors(target.body)):
            known = ", ".join(f"#{name}" for name in there) or "inga"
            advice = did_you_mean(use.anchor, there, f"Rubriker som finns: {known}.")
            words = {"anchor": use.anchor, "target": shown(use), "suggestion": advice}
            self.findings.append(Finding("K207", use.place, words))
        if not use.anchor and _is_stale(use.text, target.title, self.draft.language):
            self.findings.append(Finding("T308", use.place, {"text": use.text, "title": target.title}))

    def inside(self, use: Use, target: Clause) -> tuple[Inline, ...]:
        """A reference within the document, with the number of its target."""
        if self.brief:
            return linked(use, ClauseLink(target.id, use.anchor))
        marks = replace(use.texts[-1].marks, link=None)
        link = ClauseLink(target.id, use.anchor)
        number = Number(target.id, self.numbers[target.id], marks)
        typed = TYPED_NUMBER.fullmatch(use.text.strip())
        if typed:
            number = replace(number, marks=replace(marks, link=link))
            return (Text(typed[1], number.marks, use.place), number) if typed[1] else (number,)
        begin, end = (", ", "") if use.in_brackets else (" (", ")")
        section = Text(f"{begin}{self.words.section} ", marks)
        return (*linked(use, link), section, number, *([Text(end, marks)] if end else []))

    def beside(self, use: Use, target: Clause) -> tuple[Inline, ...]:
        """A reference to the agreement that this document belongs to: both are of the same version."""
        agreement = self.library.agreements.get(self.draft.agreement)
        title = (agreement.short or agreement.title) if agreement else self.draft.agreement
        if self.brief:
            return linked(use, OutsideLink(target.id, self.draft.agreement))
        printed = f"{title}, {self.words.section} {self.supported[target.id]}"
        begin, end = (", ", "") if use.in_brackets else (" (", ")")
        marks = replace(use.texts[-1].marks, link=None)
        return (*linked(use, OutsideLink(target.id, self.draft.agreement)), Text(f"{begin}{printed}{end}", marks))

    def to_named(self, name: str, place: Position, where: bool = True) -> tuple[Inline, ...]:
        """A clause that a register's row names: its number and title, and `where` it is when that is elsewhere. What
        is not there is printed as written."""
        target = self.library.clauses.get(self.former.get(name, name))
        if target is None:
            return (Text(name, position=place),)
        if target.id in self.numbers:
            number = Number(target.id, self.numbers[target.id])
            return (number, Text(" "), Text(target.title, Marks(link=ClauseLink(target.id)), place))
        agreement = self.draft.agreement if target.id in self.supported else target.id.partition("/")[0]
        shown = self.supported.get(target.id) or self.elsewhere.get(target.id, ("", ""))[1]
        known = self.library.agreements.get(agreement)
        own = known is None or target.id in self.supported or not where
        after = "" if known is None or own else f" ({known.short or known.title})"
        link = Marks(link=OutsideLink(target.id, agreement))
        parts = (Text(f"{shown} " if shown else ""), Text(target.title, link, place), Text(after))
        return tuple(part for part in parts if part.text)

    def outside(self, use: Use, target: Clause) -> tuple[Inline, ...]:
        """A reference to a text that the reader has elsewhere: printed in full, with a warning unless it is pinned."""
        agreement, version = target.id.partition("/")[0], use.url.title.strip()
        title, number = self.elsewhere.get(target.id, ("", ""))
        known = self.library.agreements.get(agreement)
        title = known.title if known else title
        self.check_pin(use, target, agreement if known else "", title or agreement, version)
        if then := self.recorded(agreement, version):
            number = then.get(target.id, "")
            self.check_then(use, target, title or agreement, number)
        parts = (title, version, f"{self.words.section} {number}" if number else "")
        printed = ", ".join(part for part in parts if part)
        words = linked(use, OutsideLink(target.id, agreement, version))
        begin, end = (", ", "") if use.in_brackets else (" (", ")")
        marks = replace(use.texts[-1].marks, link=None)
        return (*words, Text(f"{begin}{printed}{end}", marks)) if printed and not self.brief else words

    def check_pin(self, use: Use, target: Clause, agreement: str, title: str, version: str) -> None:
        """Report a reference out of the document that has no version, or one that was never recorded."""
        if not version:
            words = {"title": target.title, "target": shown(use), "document": f"”{self.draft.title}”"}
            self.findings.append(Finding("K205", use.place, words))
            return
        labels = [item.label for item in self.library.versions if item.agreement == agreement]
        if labels and version not in labels:
            advice = did_you_mean(version, labels, f"Versioner som finns: {', '.join(labels)}.")
            words = {"version": version, "agreement": title, "suggestion": advice}
            self.findings.append(Finding("K208", use.place, words))

    def check_then(self, use: Use, target: Clause, title: str, number: str) -> None:
        """Report a clause that the version it is pinned to does not hold."""
        if not number:
            words = {"clause": target.id, "version": use.url.title.strip(), "agreement": title}
            self.findings.append(Finding("K213", use.place, words))

    def near(self, use: Use) -> str:
        """The clause that a link to nothing may mean, as it would be written in a link."""
        folder = posixpath.dirname(use.path)
        known = {clause.path: posixpath.relpath(clause.path, posixpath.dirname(use.clause.path))
                 for clause in self.library.clauses.values()}  # fmt: skip
        same = [shown for path, shown in known.items() if posixpath.dirname(path) == folder]
        written = posixpath.relpath(use.path, posixpath.dirname(use.clause.path))
        return did_you_mean(written, same) or did_you_mean(written, known.values(), NO_FILE)

    def nowhere(self, use: Use, advice: str) -> tuple[Inline, ...]:
        """The words without the link, which leads to nothing."""
        self.findings.append(Finding("K204", use.place, {"target": shown(use), "suggestion": advice}))
        return unlinked(use)


NO_FILE = "Rätta adressen, eller skriv klausulen."


def leads_elsewhere(link: Link) -> bool:
    """True for a link to the web, which stays as it is."""
    return isinstance(link, Url) and ELSEWHERE.match(link.address) is not None


def _no_clause(use: Use) -> str:
    if use.path in REGISTERS:
        return f"Ange vilken rad: {posixpath.basename(use.path)}#id."
    if use.path.startswith(("../", "/")) or use.path == "..":
        return "Adressen leder ut ur projektet. Skriv den från filens egen mapp: fil.md eller ../mapp/fil.md."
    return "Länka till en klausul (fil.md) eller till en rad i parametrar.yml, termer.yml eller lagar.yml."


def _is_stale(text: str, title: str, language: str) -> bool:
    text, title = spaced(text), spaced(title)
    if text == title or (text[1:] == title[1:] and text[:1].upper() == title[:1].upper()):
        return False
    return similarity(text.lower(), title.lower()) >= STALE and not is_form(text, title, language)
