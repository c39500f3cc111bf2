"""The answer form as a Word file: dropdowns and cells to write in, for whoever has no network and no macros.

Each row has one bookmark, around its dropdown or, where the answer is free, around its printed name: in LibreOffice 7.4
a bookmark around a control outlives a save and the control's tag does not. Free answers are ordinary cells, so that
paragraphs, lists and tracked changes work in them as anywhere.
"""

from dataclasses import replace

from lxml import etree

from builder.answers import AnswerForm
from builder.model import Document, Edition
from builder.phrases import phrases
from builder.redline import Revision, unchanged
from builder.word.answer_form_manifest import form_manifest
from builder.word.answer_form_parts import parts
from builder.word.answer_form_pen import FormPen
from builder.word.control import Values, values
from builder.word.cover import Cover, text_width, untracked
from builder.word.fault import TemplateError
from builder.word.labels import locale
from builder.word.manifest import attach
from builder.word.numbering import BULLET, Numbering
from builder.word.package import WORDML, Package, pack
from builder.word.pages import turn
from builder.word.rendered import rendered
from builder.word.styles import complete
from builder.word.xml import NAMESPACES, parse, serialise, tag, value

__all__ = ["write_answer_form"]

NO_BODY = "Mallen har ingen text. Öppna den i Word och spara den på nytt."


def write_answer_form(form: AnswerForm, template: bytes | None) -> bytes:
    """The bytes of the .docx: pages on their side, with the headers and footers of the document's template."""
    edition = replace(form.edition, title=f"{form.words.title}: {form.edition.title}", kind=form.words.kind)
    shown = _values(form, edition)
    package = rendered(edition, template, shown)
    root = parse(package.parts[package.main])
    section = _emptied(root)
    pen = _pen(package, form, text_width(Cover(root, section, section)))
    for element in parse(f"<w:body {NAMESPACES}>{''.join(parts(pen, form))}</w:body>".encode(), own=True):
        section.addprevious(element)
    package.parts[package.main] = serialise(root)
    for name in [*package.related("header"), *package.related("footer")]:
        package.parts[name] = untracked(package.parts[name], shown)
    attach(package, form.document, edition, form_manifest(form, edition))
    return pack(package.parts)


def _values(form: AnswerForm, edition: Edition) -> Values:
    """The variables of headers and footers. A form is no draft: a mark across its pages would lie over the answers."""
    found = values(unchanged(Document(form.document, edition, ())), Revision("insertion", edition.author, edition.date))
    return replace(found, context={**found.context, "utkast": ""})


def _emptied(root: etree._Element) -> etree._Element:
    """Takes out the text of a template; what rules its pages, turned on their side."""
    body = root.find(tag("body"))
    if body is None:
        raise TemplateError(NO_BODY)
    first = next(body.iter(tag("sectPr")), None)
    section = etree.SubElement(body, tag("sectPr")) if first is None else first
    for element in list(body):
        body.remove(element)
    body.append(section)
    turn(section)
    return section


def _pen(package: Package, form: AnswerForm, width: int) -> FormPen:
    language = form.edition.language
    name = package.only("styles", "word/styles.xml")
    sheet = complete(package.parts.get(name), locale(language))
    numbers = package.only("numbering", "word/numbering.xml")
    numbering = Numbering.of(package.parts.get(numbers), sheet.ids, phrases(language).annex)
    sheet.bind(numbering.bindings)
    _stretch(sheet.root, {sheet.ids["Header"], sheet.ids["Footer"]}, width)
    package.add(name, sheet.part(), f"{WORDML}styles+xml")
    package.add(numbers, numbering.part(), f"{WORDML}numbering+xml")
    return FormPen(sheet.ids, numbering.uses[BULLET], width, form.words)


def _stretch(styles: etree._Element, wanted: set[str], width: int) -> None:
    """Lets what stands to the right in headers and footers do so on a page on its side."""
    for style in styles.iter(tag("style")):
        if style.get(tag("styleId")) in wanted:
            for stop in style.iter(tag("tab")):
                if value(stop) == "right":
                    stop.set(tag("pos"), str(width))
