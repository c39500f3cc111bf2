"""Draft → document: links become references, terms and law are marked, facts and annexes are added."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from builder.asked import REGISTER
from builder.assemble import ANNEX, Draft, DraftSection
from builder.finding import Finding
from builder.fingerprint import document_fingerprint
from builder.library import Clause, Library
from builder.model import (
    TABLES,
    Block,
    Cell,
    Document,
    Edition,
    Inline,
    Note,
    Number,
    Paragraph,
    Picture,
    Position,
    Row,
    Section,
    Table,
    Text,
    Url,
    join,
)
from builder.phrases import phrases
from builder.resolve.annexes import ANNEXES, AnnexSource
from builder.resolve.cards import PROCESS_CARDS, process_cards, without_cards
from builder.resolve.facts import basis_reason, facts_paragraph, question_paragraph
from builder.resolve.marking import Marker
from builder.resolve.own import own_texts
from builder.resolve.pictures import register_picture
from builder.resolve.questions import numbered
from builder.resolve.references import Recorded, References, none_recorded
from builder.resolve.tables import register_table
from builder.rows import Source

__all__ = ["clause_sections", "resolve"]

ASKING = "utkast"
"""The status of a text that still tells its sources and questions."""


def resolve(
    draft: Draft,
    library: Library,
    edition: Edition,
    recorded: Recorded = none_recorded,
    own: tuple[Draft, ...] | None = None,
) -> tuple[Document, tuple[Finding, ...]]:
    """The document that a reader sees, and what is wrong with its references. Fills the edition's checksum, which is
    that of the text as it was when it was decided on: a decided text no longer tells its sources, but is the same.

    `recorded` gives the numbers of an agreement's clauses in the version that a reference is pinned to.
    `own` are the drafts of the agreements' own texts, in the order of the register; made here when not given.
    """
    own = own_texts(library) if own is None else own
    step = _Resolver(draft, library, edition, recorded, own)
    sections = tuple([step.section(section) for section in draft.sections if section.kind != "annex"])
    annexes = tuple([step.annex(section, sections) for section in draft.sections if section.kind == "annex"])
    bound = frozenset(step.bound_words())
    document = Document(draft.name, edition, (*sections, *annexes), draft.template, bound)
    asking = resolve(draft, library, replace(edition, status=ASKING), recorded, own)[0] if edition.decided else None
    checksum = asking.edition.checksum if asking else document_fingerprint(document)
    return replace(document, edition=replace(edition, checksum=checksum)), (
        *step.references.findings,
        *step.marker.findings,
    )


def clause_sections(
    draft: Draft, library: Library, edition: Edition, recorded: Recorded, own: tuple[Draft, ...]
) -> tuple[Section, ...]:
    """The clauses alone of the document, for those who ask of nothing else."""
    step = _Resolver(draft, library, edition, recorded, own)
    return tuple([step.section(section) for section in draft.sections if section.clause])


@dataclass(slots=True)
class _Resolver:
    draft: Draft
    library: Library
    edition: Edition
    recorded: Recorded
    own: tuple[Draft, ...]
    references: References = field(init=False)
    marker: Marker = field(init=False)
    last: str | None = None
    captions: int = 0

    def __post_init__(self) -> None:
        self.references = References(self.draft, self.library, phrases(self.edition.language), self.recorded, self.own)
        self.marker = Marker(self.library, self.edition.language)

    @property
    def decided(self) -> bool:
        """True for a text that no longer asks anything."""
        return self.edition.decided

    # --- sections ---

    def section(self, section: DraftSection) -> Section:
        clause = section.clause
        if clause is None:
            blocks = tuple(self.exhibit(section))
            return Section(section.id, section.kind, section.level, _words(section.title), blocks, section.number)
        blocks = (*self.facts(clause), *[self.block(block, clause) for block in clause.body], *self.questions(clause))
        return Section(
            section.id, section.kind, section.level, _words(section.title), blocks, section.number,
            clause.facts, clause.path, clause.former,
        )  # fmt: skip

    def exhibit(self, section: DraftSection) -> Iterator[Block]:
        """The table or picture that a section shows; nothing in a chapter."""
        name = section.id.partition("/")[2]
        match section.kind:
            case "table":
                yield self.table(name)
            case "picture":
                yield from register_picture(self.library.pictures[name], self.source, self.language)
            case "chapter" | "clause" | "annex":
                return

    def table(self, name: str) -> Table:
        made = register_table(self.library.tables[name], self.source, self, self.references.findings.append)
        is_questions = self.library.tables[name].source == REGISTER
        return numbered(made, self.draft, self.own, self.library) if is_questions else made

    @property
    def source(self) -> Source:
        """What the rows of tables are made of."""
        return Source(self.library, self.own, self.draft.agreement, self.draft.party)

    def annex(self, section: DraftSection, sections: tuple[Section, ...]) -> Section:
        blocks = tuple(self.annexed(section, sections))
        return Section(section.id, section.kind, section.level, _words(section.title), blocks, section.number)

    def annexed(self, section: DraftSection, sections: tuple[Section, ...]) -> Iterator[Block]:
        """What an annex holds; `sections` are what stands before the annexes."""
        made, name = self.references, section.id.removeprefix(ANNEX)
        if name == PROCESS_CARDS:
            yield from process_cards(self.library, sections, made.words, self.named)
            made.findings.extend(without_cards(self.library, sections, section.position))
        elif name in ANNEXES:
            terms = frozenset(self.marker.terms | made.registers.terms)
            parameters = frozenset(made.registers.parameters)
            yield ANNEXES[name](
                AnnexSource(
                    self.library, made.words, self.marker.mark_words, terms, parameters, self.bound, self.decided
                )
            )
        else:
            yield self.table(name)

    @property
    def bound(self) -> frozenset[str]:
        """The parties and roles that the document's clauses bind, and what they are part of."""
        clauses = (section.clause for section in self.draft.sections if section.clause)
        named = {party for clause in clauses for party in clause.facts.responsible}
        return frozenset(named.union(*(self.library.groups(party) for party in named)))

    def bound_words(self) -> Iterator[str]:
        """The words that name those whom the clauses bind; a name of several words begins with another's."""
        for party in self.bound & self.library.parties.keys():
            row = self.library.parties[party]
            name = (row.short or row.name).lower()
            if " " not in name:
                yield name

    def facts(self, clause: Clause) -> Iterator[Paragraph]:
        basis = [self.basis(clause, index, entry) for index, entry in enumerate(clause.facts.basis)]
        paragraph = facts_paragraph(clause.facts, basis, self.library.parties, self.references.words, self.decided)
        if paragraph is not None:
            yield replace(paragraph, content=join(paragraph.content))

    def basis(self, clause: Clause, index: int, entry: str) -> tuple[Inline, ...]:
        reason = basis_reason(entry)
        if reason is not None:
            return _words(f"{self.references.words.missing} – {reason}")
        place = clause.keys.get(f"lagstöd.{index}") or clause.keys.get("lagstöd") or Position(clause.path)
        return self.marker.mark_words(entry, place)

    def questions(self, clause: Clause) -> Iterator[Paragraph]:
        if not self.decided:
            yield from (question_paragraph(question, self.references.words) for question in clause.facts.questions)

    # --- cells of a table ---

    @property
    def language(self) -> str:
        """The document's language."""
        return self.edition.language

    def named(self, clause: str, place: Position, where: bool = True) -> tuple[Inline, ...]:
        """A clause with its number and a link, and `where` it is when that is elsewhere."""
        return self.references.to_named(clause, place, where)

    def cited(self, citation: str, place: Position) -> tuple[Inline, ...]:
        """A citation of law, marked; the reason where there is none."""
        reason = basis_reason(citation)
        return self.marker.mark_words(citation, place) if reason is None else _words(reason)

    def prose(self, content: tuple[Inline, ...], place: Position) -> tuple[Inline, ...]:
        """The words of a cell, with links and citations resolved."""
        register = Clause(place.path.removesuffix(".yml"), place.path, place.path)
        marked, _ = self.marker.mark(content, place, terms=False)
        return join(self.inlines(marked, register))

    def required(self, block: Block, clause: Clause) -> Block:
        """A block of another clause, with its references as seen from this document, in short."""
        self.references.brief = True
        try:
            return self.block(block, clause)
        finally:
            self.references.brief = False

    # --- blocks ---

    def block(self, block: Block, clause: Clause) -> Block:
        match block:
            case Paragraph():
                return self.paragraph(block, clause)
            case Table(rows=rows):
                return replace(block, rows=tuple([self.row(row, clause) for row in rows]))
            case Picture():
                return block

    def row(self, row: Row, clause: Clause) -> Row:
        self.last = None
        return replace(row, cells=tuple([Cell(tuple([self.in_row(p, clause) for p in c.content])) for c in row.cells]))

    def in_row(self, paragraph: Paragraph, clause: Clause) -> Paragraph:
        """A paragraph that may rest on the act named in an earlier cell."""
        return self.inner(paragraph, clause, self.last)

    def paragraph(self, paragraph: Paragraph, clause: Clause) -> Paragraph:
        """An item of a list may rest on the act named in the paragraph before."""
        return self.inner(paragraph, clause, self.last if paragraph.shape.level else None)

    def inner(self, paragraph: Paragraph, clause: Clause, last: str | None) -> Paragraph:
        if paragraph.shape.kind == "code":
            return paragraph
        place = paragraph.position or Position(clause.path, clause.body_line)
        marked, self.last = self.marker.mark(paragraph.content, place, last, terms=paragraph.shape.kind == "text")
        content = self.inlines(marked, clause)
        if paragraph.shape.kind == "caption":
            content = (self.numbered(), Text(" "), *content)
        if content is paragraph.content:
            return paragraph
        return Paragraph(join(content), paragraph.shape, paragraph.position)

    def numbered(self) -> Number:
        """What stands before a caption's words: the number of the next table of those that have a caption."""
        self.captions += 1
        return Number(TABLES, f"{self.references.words.table} {self.captions}.")

    # --- inlines ---

    def inlines(self, content: tuple[Inline, ...], clause: Clause) -> tuple[Inline, ...]:
        if all(isinstance(inline, Text) and inline.marks.link is None for inline in content):
            return content
        made: list[Inline] = []
        for group in _groups(content):
            first = group[0]
            link = first.marks.link if isinstance(first, Text) else None
            if isinstance(link, Url):
                texts = tuple(text for text in group if isinstance(text, Text))
                made += self.references.resolve(texts, link, clause, _in_brackets(made))
            elif isinstance(first, Note):
                made.append(self.note(first, clause))
            else:
                made.append(first)
        return tuple(made)

    def note(self, note: Note, clause: Clause) -> Note:
        last = self.last
        content = tuple([self.inner(paragraph, clause, None) for paragraph in note.content])
        self.last = last
        return Note(content)


def _words(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def _groups(content: tuple[Inline, ...]) -> Iterator[list[Inline]]:
    """Inlines one by one, but the texts of one link together."""
    group: list[Inline] = []
    for inline in content:
        link = inline.marks.link if isinstance(inline, Text) else None
        if group and (link is None or not isinstance(group[0], Text) or group[0].marks.link is not link):
            yield group
            group = []
        group.append(inline)
    if group:
        yield group


def _in_brackets(made: list[Inline]) -> bool:
    """True after an opening bracket that nothing has closed."""
    text = "".join(inline.text for inline in made if isinstance(inline, Text))
    return text.rfind("(") > text.rfind(")")
