"""The presentation's bytes."""

from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from builder.model import Document, Edition
from builder.phrases import Phrases, phrases
from builder.pictures.lettering import lines, width
from builder.slides import sheet
from builder.slides.exhibits import draw, tabulate
from builder.slides.front import Front, footer, front
from builder.slides.look import ACCENT, FOOTER, FOOTER_SIZE, FRONT_SIZE, FRONT_STATE, GAP, GREY, MARK, PAPER
from builder.slides.package import dated
from builder.slides.paging import Frame, Shown, Slide, Words, slides
from builder.slides.script import Run, topics
from builder.slides.text import Pen, bare, clean, plain, rgb

__all__ = ["write"]

LOCALES = {"sv": "sv-SE", "en": "en-GB"}
UNDATED = "1980-01-01"
AIR = 60
"""Above a line of the first slide, hundredths of its size."""

MANY = 1_000_000


def write(document: Document) -> bytes:
    """A first slide that says what it is, then at least one for each section of level 1.

    The same document gives the same bytes: the file's date is the text's.
    """
    edition = document.edition
    words = phrases(edition.language)
    writer = _Writer(edition, words)
    writer.front(front(edition, words))
    for topic in topics(document):
        for slide in slides(topic, words.continued):
            writer.slide(slide)
    return writer.bytes()


class _Writer:
    def __init__(self, edition: Edition, words: Phrases) -> None:
        language = LOCALES.get(edition.language, edition.language)
        self.edition = edition
        self.words = words
        self.pen = Pen(language)
        self.deck = sheet.empty(language, words)
        self.layouts = list(self.deck.slide_layouts)
        self.properties(language)

    def properties(self, language: str) -> None:
        properties, edition = self.deck.core_properties, self.edition
        day = datetime.fromisoformat(edition.date or UNDATED)
        properties.title, properties.author = _short(edition.title), _short(edition.author)
        properties.subject, properties.last_modified_by = _short(edition.agreement_title), _short(edition.author)
        properties.version, properties.language = _short(edition.version), language
        properties.created = properties.modified = day
        properties.revision = 1

    def bytes(self) -> bytes:
        data = BytesIO()
        self.deck.save(data)
        return dated(data.getvalue())

    # --- slides ---

    def front(self, page: Front) -> None:
        slide = self.deck.slides.add_slide(self.layouts[sheet.FRONT])
        self.pen.words(slide.shapes.title.text_frame, page.title, page.size, ACCENT, bold=True)
        frame = slide.placeholders[1].text_frame
        for number, (text, size) in enumerate(page.lines):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            paragraph.space_before, paragraph.alignment = Pt(size * AIR / 10_000), PP_ALIGN.LEFT
            self.pen.run(paragraph, Run(text), size, GREY)
        self.mark(slide, page.state)
        self.finish(slide, page.asides)

    def mark(self, slide: Any, state: str) -> None:
        """The status on the first slide, white on a colour of its own."""
        wide = min(width(state, FRONT_SIZE) + 2 * GAP, FRONT_STATE.width)
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
        sheet.put(shape, replace(FRONT_STATE, width=wide))
        plain(shape)
        shape.name = self.words.status
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(ACCENT if self.edition.valid else MARK)
        shape.line.fill.background()
        bare(shape.text_frame)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        self.pen.words(shape.text_frame, state, FRONT_SIZE, PAPER, bold=True)

    def slide(self, page: Slide) -> None:
        """A slide of a topic: heading, text, then the table or picture, in the order they are read."""
        slide = self.deck.slides.add_slide(self.layouts[sheet.FULL if page.words else sheet.BARE])
        self.pen.words(slide.shapes.title.text_frame, page.title, page.size, ACCENT, bold=True)
        if page.words:
            self.text(slide.placeholders[1], page.words)
        match page.exhibit:
            case Frame():
                tabulate(slide.shapes, page.exhibit, page.title, self.pen)
            case Shown():
                draw(slide.shapes, page.exhibit, self.pen, self.words.picture)
            case None:
                pass
        self.finish(slide, page.asides)

    def text(self, shape: Any, said: Words) -> None:
        sheet.put(shape, said.place)
        self.pen.lines(shape.text_frame, said.lines, said.size)

    def finish(self, slide: Any, asides: tuple[str, ...]) -> None:
        """The foot of a slide and what the speaker can say."""
        said, draft = footer(self.edition, self.words)
        room = FOOTER.width - width(draft, FOOTER_SIZE) - GAP
        rows = lines(said, room, FOOTER_SIZE, MANY)
        line = f"{rows[0]}…" if len(rows) > 1 else said
        number = str(len(self.deck.slides))
        for shape in slide.slide_layout.placeholders:
            kind = shape._element.ph.get("type")
            if kind in ("ftr", "sldNum"):
                element = deepcopy(shape._element)
                slide.shapes._spTree.append(element)
                paragraph = slide.shapes[-1].text_frame.paragraphs[0]
                if kind == "ftr":
                    self.foot(paragraph, line, draft)
                else:
                    _number(paragraph, number)
        if asides:
            self.pen.plain(slide.notes_slide.notes_text_frame, asides)

    def foot(self, paragraph: Any, line: str, draft: str) -> None:
        self.pen.run(paragraph, Run(f"{line} · " if draft else line), FOOTER_SIZE, GREY)
        if draft:
            self.pen.run(paragraph, Run(draft), FOOTER_SIZE, MARK, bold=True)


def _number(paragraph: Any, number: str) -> None:
    """The number that the field shows until PowerPoint counts for itself."""
    for text in paragraph._p.iter(qn("a:t")):
        text.text = number


def _short(text: str) -> str:
    """A property of the file holds 255 signs at most."""
    return clean(text)[:255]
