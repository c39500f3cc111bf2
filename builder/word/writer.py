"""From a redline to a file: the template is rendered, the text written as one string and spliced in once."""

from collections.abc import Mapping
from functools import partial
from itertools import count

from builder.phrases import mark, phrases
from builder.redline import Redline, Revision
from builder.word.anchors import anchors
from builder.word.comments import add_comments, beside, first_comment
from builder.word.contents import contents
from builder.word.control import Values, values
from builder.word.cover import Cover, highest_id, opened, splice, text_width, untracked
from builder.word.draft import mark_pages
from builder.word.editing import is_numbered, track
from builder.word.first_note import remembered
from builder.word.flow import Grid, parted, sections_flow
from builder.word.front_matter import front_matter
from builder.word.labels import labels, locale
from builder.word.landscape import stretches
from builder.word.manifest import describe
from builder.word.marks import ranged, settled
from builder.word.notes import first_free, notes_part
from builder.word.numbering import Numbering
from builder.word.package import WORDML, Package, pack
from builder.word.pages import front_end, lay, pages_end
from builder.word.paragraphs import paragraph
from builder.word.pen import Pen
from builder.word.rendered import rendered
from builder.word.styles import complete
from builder.word.tables import table
from builder.word.twins import paired
from builder.word.zipped import begun

__all__ = ["write"]


def write(redline: Redline, template: bytes | None, pages: Mapping[str, int] | None = None) -> bytes:
    """The bytes of the .docx. `pages`: what page each bookmark stands on, for numbers in the contents."""
    revision = Revision("insertion", redline.author or redline.new.author, redline.date or redline.new.date)
    shown = values(redline, revision)
    package = rendered(redline.new, template, shown)
    cover = opened(package.parts[package.main])
    pen = _pen(package, cover, redline, revision)
    pen.pages = pages
    mark_pages(package, cover, pen, mark(redline.new.status, redline.new.language))
    listed = "" if redline.new.letter else contents(pen, redline, partial(front_end, cover))
    text = listed + _body(pen, redline, cover, not listed) + _closing(pen)
    package.parts[package.main] = splice(cover, pen, shown, text, front_matter(pen, redline))
    squeezing = begun(package.parts[package.main])
    _finish(package, pen, shown)
    track(package, redline)
    describe(package, redline, pen.anchors)
    squeezing.join()
    return pack(package.parts)


def _pen(package: Package, cover: Cover, redline: Redline, revision: Revision) -> Pen:
    language = redline.new.language
    styles = package.only("styles", "word/styles.xml")
    sheet = complete(package.parts.get(styles), locale(language))
    numbers = package.parts.get(package.only("numbering", "word/numbering.xml"))
    numbering = Numbering.of(numbers, sheet.ids, phrases(language).annex)
    bound = sheet.bind(numbering.bindings)
    package.add(styles, sheet.part(), f"{WORDML}styles+xml")
    notes = package.related("footnotes")
    return Pen(
        sheet.ids, bound, anchors(redline.sections), numbering, revision,
        text_width(cover), text_width(cover, wide=True), language,
        ids=count(highest_id([package.parts[package.main]]) + 1),
        first_note=first_free(package.parts[notes[0]] if notes else None),
        beside=beside(redline), first_comment=first_comment(package),
        cites=bool(redline.new.agreement) and not redline.new.supporting,
    )  # fmt: skip


def _body(pen: Pen, redline: Redline, cover: Cover, shared: bool) -> str:
    """The text. `shared`: it goes on on the pages of the cover."""
    last = cover.place is cover.section
    laid = list(stretches(redline.sections, shared, not last, is_numbered(redline)))
    items = sections_flow(pen, laid, partial(pages_end, cover))
    row = ranged(pen, settled(pen, remembered(pen, parted(pen, paired(items)))))
    if laid and last:
        lay(cover.section, laid[-1])
    return "".join(table(pen, item) if isinstance(item, Grid) else paragraph(pen, item) for item in row)


def _closing(pen: Pen) -> str:
    """A paragraph that is always kept: LibreOffice leaves an empty one when the last of a text is rejected."""
    style = pen.style["Slutrad"]
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{labels(pen.language).end}</w:t></w:r></w:p>'


def _finish(package: Package, pen: Pen, shown: Values) -> None:
    """The other parts: footnotes, lists, addresses, pictures, and the variables of headers and footers."""
    package.add(package.only("numbering", "word/numbering.xml"), pen.numbering.part(), f"{WORDML}numbering+xml")
    if pen.notes:
        name = package.only("footnotes", "word/footnotes.xml")
        package.add(name, notes_part(pen, package.parts.get(name)), f"{WORDML}footnotes+xml")
        package.link(name, pen.addresses)
    add_comments(package, pen)
    package.link(package.main, pen.addresses)
    for drawing, relation in pen.drawings.items():
        from builder.word.raster import png  # brings Pillow, which most documents do without

        package.place(relation, f"word/media/bild{relation.removeprefix('rIdB')}.png", png(drawing), "image/png")
    for name in [*package.related("header"), *package.related("footer")]:
        package.parts[name] = untracked(package.parts[name], shown)
