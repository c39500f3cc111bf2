"""What the site tells of comparisons of versions, with the Word files that their pages offer. One is made again only
when a text of it, a register or a document's own file is another."""

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from builder.build import editions
from builder.build.aside import by_all
from builder.build.code import code_fingerprint
from builder.build.kept_comparisons import KeptComparisons, Shown
from builder.build.project import Project
from builder.model import Document
from builder.redline import is_changed
from builder.variant import variant_of
from builder.web.compared import Compared
from builder.web.places import Places
from builder.web.redline_page import compared

__all__ = ["shown"]

Words = tuple[str, str, str]
"""What is compared: a document, and the labels of its older and its newer text."""

COMMON = ("clauses/register/", "assemblies/")
"""Where the files lie that a comparison may depend on whichever texts it is of."""


def shown(project: Project, where: Places, *, with_word: bool) -> tuple[tuple[Compared, bytes], ...]:
    """The comparisons that the site shows, each with its Word file: one of an agreement's own text, where asked for.

    What has changed in documents made for each party is not shown: they say the same. Nor is a supporting document in
    which nothing has.
    """
    maker = _Maker(project, where, with_word)
    kept = KeptComparisons.of(project.folder, with_word=with_word)
    keys = {words: maker.key(*words) for words in project.pairs() if not maker.is_of_a_party(words[0])}
    known = {words: one for words, key in keys.items() if (one := kept.read(key)) is not None}
    missing = sorted((words for words in keys if words not in known), key=maker.effort, reverse=True)
    for words, one in zip(missing, by_all(missing, maker.make), strict=True):
        known[words] = one
        kept.write(keys[words], one)
    kept.forget_others(frozenset(keys.values()))
    found = (known[words] for words in keys)
    return tuple((one.compared, one.word) for one in found if one.compared)


@dataclass(frozen=True)
class _Maker:
    """Makes what is shown of comparisons, and says what each is made of. `where`: the places that their links lead
    to."""

    project: Project
    where: Places
    with_word: bool

    def is_of_a_party(self, name: str) -> bool:
        return bool(self.project.current.library.assemblies[name].party)

    def effort(self, words: Words) -> int:
        """How much there is to compare, so that the longest is begun first."""
        return len(self.project.current.document(words[0])[0].sections)

    def make(self, words: Words) -> Shown:
        """Nothing of a document younger than the version, or in which nothing that is shown has changed."""
        if not self.project.is_comparable(*words):
            return Shown(None)
        redline = self.project.redline(*words)
        supporting = redline.new.supporting
        if supporting and not is_changed(redline):
            return Shown(None)
        with_word = self.with_word and not supporting
        told = compared(self.where, redline, with_word=with_word)
        if not with_word:
            return Shown(told)
        from builder import word

        return Shown(told, word.write(redline, self.project.template(redline, words[2])))

    def key(self, name: str, old: str, new: str) -> str:
        """All that it is made of, as a digest. A recorded version is told by its label, which the registers explain."""
        places = [(place.page, id_) for (of, id_), place in self.where.sections.items() if of == name]
        text = self._text(name) if new == "." else ""
        return _digest(self._common, name, old, new, repr(places), str(self.with_word), text)

    @cached_property
    def _common(self) -> str:
        library = self.project.current.library
        sources = (f"{path}\0{text}" for path, text in sorted(library.sources.items()) if path.startswith(COMMON))
        templates = (f"{path}\0{sha256(content).hexdigest()}" for path, content in sorted(library.templates.items()))
        lost = (version.commit for version in library.versions if self.project.is_lost(version))
        return _digest(code_fingerprint(), *sources, *templates, *lost)

    def _text(self, name: str) -> str:
        """The text that is being edited, as its edition shows it."""
        text = self.project.current
        document = text.whole(name)
        dressed = editions.alike(text, document, variant_of(document.edition))
        return _said(dressed)


def _said(document: Document) -> str:
    """All that a document holds; what has no order of its own in one that is always the same."""
    return f"{sorted(document.bound)}{replace(document, bound=frozenset())!r}"


def _digest(*said: str) -> str:
    return sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()
