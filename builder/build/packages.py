"""What is in a package, and what of it is the same for all: each such part is made once."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property, partial

from builder.answers import AnswerForm, Recipient, form
from builder.answers import addressed as to_recipient
from builder.asked import AskedQuestion, asked
from builder.build.answering import answer_bytes
from builder.build.outputs import redline_bytes
from builder.build.project import Project
from builder.build.text import Text
from builder.changes import changes
from builder.dispatch import Addressee, Entry, Occasion, addressed, digest, file_name, slip, summary
from builder.model import Document, Variant
from builder.records import value_texts
from builder.redline import Redline, unchanged
from builder.verify import read_word, words_digest

__all__ = ["PAPERS", "Begun", "Made", "Papers", "begin", "contents", "slip_of"]

PAPERS = "handlingar"
"""The register of what goes with the text: column `dokument` names a document of the project, `form` its formats."""


REVIEW: Variant = "remissversion"
"""The edition that is sent."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file of a package. `common`: the same bytes for all who get it."""

    name: str
    what: str
    data: bytes
    common: bool = False

    @property
    def entry(self) -> Entry:
        """The file as lists tell of it."""
        return Entry(self.name, self.what, digest(self.data))


class Papers:
    """All that a dispatch is made of, from one version of a document; what does not differ is made once."""

    def __init__(self, project: Project, occasion: Occasion, revision: str, missive: str) -> None:
        """`revision` is how the version is asked for, `missive` the name of the document that goes first."""
        self.project = project
        self.occasion = occasion
        self.revision = revision
        self.missive_name = missive
        self._redlines: dict[str, Redline] = {}
        self._marked: dict[str, bytes] = {}
        self._summaries: dict[str, bytes] = {}

    @cached_property
    def text(self) -> Text:
        """The project's text at the version."""
        return self.project.then(self.occasion.name, self.revision)

    @property
    def commit(self) -> str:
        """The version as any document can be asked for it: another agreement need not have one of the name."""
        return self.revision if self.revision == "." else self.occasion.edition.commit

    @cached_property
    def document(self) -> Document:
        """The document that is sent."""
        return self.text.whole(self.occasion.name)

    @cached_property
    def missive(self) -> Document:
        """The project's missiv, before it is addressed."""
        return self.project.then(self.missive_name, self.revision).whole(self.missive_name)

    @cached_property
    def questions(self) -> tuple[AskedQuestion, ...]:
        """The numbered questions."""
        return asked(self.document, self.text.library)

    @cached_property
    def form(self) -> AnswerForm:
        """The form to answer on, to nobody yet."""
        edition = replace(self.document.edition, variant=REVIEW)
        return form(replace(self.document, edition=edition), self.text.library)

    @property
    def word_name(self) -> str:
        """What the text for review is called as Word."""
        return file_name(("remissversion", self.occasion.name, self.occasion.edition.version), ".docx")

    @cached_property
    def word(self) -> bytes:
        """The text for review, as Word."""
        return self.project.word(self.occasion.name, self.revision, REVIEW)[0]

    @cached_property
    def wordings(self) -> Mapping[str, str]:
        """From the name of each Word file in which all get the same words to the SHA-256 of those."""
        enclosed = {made.name: made.data for made in self.enclosed if made.name.endswith(".docx")}
        files = {self.word_name: self.word, **enclosed}
        return {name: words_digest(read_word(data).refused) for name, data in files.items()}

    @cached_property
    def _press(self) -> ThreadPoolExecutor:
        """Where PDFs are set, one at a time, each in a process of its own: this one goes on with Word meanwhile.
        Two at a time would hold twice the memory, and a machine of two cores is busy already."""
        return ThreadPoolExecutor(1)

    @cached_property
    def _pdfs(self) -> Mapping[str, "Future[bytes]"]:
        """The PDFs of record, set or waiting for it."""
        from builder import pdf

        names = [self.occasion.name, *(name for _, name, formats in self._rows() if "pdf" in formats)]
        redlines = {name: unchanged(self.project.edition(name, self.commit, REVIEW)) for name in names}
        return {name: self._press.submit(pdf.write, redline) for name, redline in redlines.items()}

    def begin(self) -> int:
        """Start what can be made beside other things; how many they are."""
        return len(self._pdfs)

    def end(self) -> None:
        """Leave nothing at work: what waits to be set is given up."""
        self._press.shutdown(cancel_futures=True)

    def beside(self, make: Callable[[], Made]) -> "Future[Made]":
        """A file being made after the PDFs that were asked for before."""
        return self._press.submit(make)

    def pdf(self, name: str) -> bytes:
        """A document for review, as the PDF of record."""
        return self._pdfs[name].result()

    @cached_property
    def enclosed(self) -> tuple[Made, ...]:
        """The documents that go with the text."""
        return tuple(self._enclosed())

    def _enclosed(self) -> Iterator[Made]:
        for title, name, formats in self._rows():
            for ending, data in self._formats(name, formats):
                yield Made(file_name((name, self.occasion.edition.version), ending), title, data, common=True)

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        """The documents of the register of papers: what each is, its name and its formats in lower case."""
        for row in self.project.current.library.records.get(PAPERS, ()):
            for name in value_texts(row, "dokument"):
                yield " ".join(value_texts(row, "handling")), name, " ".join(value_texts(row, "form")).casefold()

    def _formats(self, name: str, formats: str) -> Iterator[tuple[str, bytes]]:
        if "word" in formats:
            yield ".docx", self.project.word(name, self.commit, REVIEW)[0]
        if "pdf" in formats:
            yield ".pdf", self.pdf(name)

    def redline(self, since: str) -> Redline:
        """What has changed since a version."""
        if since not in self._redlines:
            self._redlines[since] = self.project.redline(self.occasion.name, since, self.revision)
        return self._redlines[since]

    def marked(self, since: str) -> bytes:
        """What has changed since a version, as Word."""
        if since not in self._marked:
            redline = self.redline(since)
            self._marked[since] = redline_bytes(redline, ".docx", self.project.template(redline, self.revision))
        return self._marked[since]

    def summary(self, since: str, occasion: Occasion) -> bytes:
        """The page that says what it is about. It tells the last day to answer, so it may differ."""
        key = f"{since} {occasion.deadline}"
        if key not in self._summaries:
            found = tuple(changes(self.redline(since))) if since else ()
            clauses = sum(section.kind == "clause" for section in self.document.sections)
            self._summaries[key] = _word(summary(occasion, since, found, self.questions, clauses))
        return self._summaries[key]


@dataclass(frozen=True, slots=True)
class Begun:
    """A package whose följesedel is being set while the next one is begun."""

    addressee: Addressee
    since: str
    files: tuple[Made, ...]
    slip: "Future[Made]"


def begin(papers: Papers, addressee: Addressee, since: str) -> Begun:
    """The files of a package, and its följesedel asked for."""
    files = tuple(contents(papers, addressee, since))
    return Begun(
        addressee, since, files, papers.beside(partial(slip_of, papers.occasion.to(addressee), addressee, files))
    )


def contents(papers: Papers, addressee: Addressee, since: str) -> Iterator[Made]:
    """The files of a package, in the order a reader opens them; all but the lists of files."""
    for part in PARTS:
        yield from part(papers, papers.occasion.to(addressee), addressee, since)


Part = Callable[[Papers, Occasion, Addressee, str], Iterator[Made]]


def _missive(papers: Papers, occasion: Occasion, addressee: Addressee, since: str) -> Iterator[Made]:
    letter = addressed(papers.missive, occasion, addressee, papers.questions)
    yield Made(file_name(("missiv", addressee.name), ".docx"), "Missiv", _word(letter))


def _summary(papers: Papers, occasion: Occasion, addressee: Addressee, since: str) -> Iterator[Made]:
    name = file_name(("sammanfattning", occasion.name, occasion.edition.version), ".docx")
    yield Made(name, "Sammanfattning på en sida", _stamped(papers.summary(since, occasion), addressee))


def _text(papers: Papers, occasion: Occasion, addressee: Addressee, since: str) -> Iterator[Made]:
    yield Made(papers.word_name, "Remissversion att läsa och skriva i", _stamped(papers.word, addressee))
    name = file_name(("remissversion", occasion.name, occasion.edition.version), ".pdf")
    yield Made(name, "Remissversion att bevara", papers.pdf(occasion.name), common=True)


def _changed(papers: Papers, occasion: Occasion, addressee: Addressee, since: str) -> Iterator[Made]:
    if since:
        name = file_name(("andringar", occasion.name, since, "till", occasion.edition.version), ".docx")
        yield Made(name, f"Ändringar sedan {since}", _stamped(papers.marked(since), addressee))


def _answer(papers: Papers, occasion: Occasion, addressee: Addressee, since: str) -> Iterator[Made]:
    """The form. The recipient is one of today's list, which may be younger than the text."""
    asked_of = to_recipient(papers.form, Recipient(addressee.id, addressee.name, addressee.party))
    template = papers.text.library.templates.get(asked_of.template)
    for ending in (".docx", ".xlsx"):
        name = file_name(("svarsformular", addressee.name), ending)
        yield Made(name, "Svarsformulär", answer_bytes(asked_of, ending, template))


def _enclosed(papers: Papers, occasion: Occasion, addressee: Addressee, since: str) -> Iterator[Made]:
    yield from papers.enclosed


PARTS: tuple[Part, ...] = (_missive, _summary, _text, _changed, _answer, _enclosed)
"""What each recipient gets; the följesedel and the lists of files are made of these."""


def slip_of(occasion: Occasion, addressee: Addressee, files: tuple[Made, ...]) -> Made:
    """The följesedel of the files, as a PDF to keep."""
    from builder import pdf

    document = slip(occasion, addressee, [made.entry for made in files])
    return Made(file_name(("foljesedel", addressee.name), ".pdf"), "Följesedel", pdf.write(unchanged(document)))


def _word(document: Document) -> bytes:
    from builder import word

    return word.write(unchanged(document))


def _stamped(data: bytes, addressee: Addressee) -> bytes:
    from builder import word

    return word.stamped(data, addressee.id)
