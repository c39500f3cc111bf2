"""A template from outside: checked as hostile, then rendered by docxtpl with the documented variables alone."""

import re
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from zipfile import ZipInfo

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from builder import zip_parts
from builder.word.control import VARIABLES, Values
from builder.word.fault import TemplateError
from builder.word.logo import check_pictures
from builder.word.package import OFFICE, Package, relations_name, unpack
from builder.word.xml import parse, tag

__all__ = ["check", "render"]

LARGEST_PAGES = 3_000_000

NOT_WORD = "Mallen är ingen Word-fil (.docx). Spara den i Word som ”Word-dokument (*.docx)” och försök igen."
OLD_WORD = "Mallen är lösenordsskyddad eller sparad i det gamla Word-formatet. Spara den som .docx utan lösenord."
DAMAGED = "Mallen är skadad: {}. Öppna den i Word och spara den på nytt."
TOO_LARGE = "Mallen är för stor: {}. Ta bort bilder och text som inte hör till omslag, sidhuvud och sidfot."
MACROS = "Mallen innehåller makron. Spara den som ”Word-dokument (*.docx)” utan makron."
EMBEDDED = "Mallen innehåller inbäddade objekt ({}). Ta bort dem eller ersätt dem med bilder."
OUTSIDE = "Mallen hämtar innehåll utifrån ({}). Ta bort kopplingen eller infoga innehållet i mallen."
REVISED = "Mallen innehåller spårade ändringar. Godkänn eller avvisa dem i Word och spara mallen på nytt."
UNKNOWN = "Mallen använder fältet {{{{ {} }}}} som inte finns. Fälten som finns är: {}."
FORBIDDEN = "Mallen använder uttrycket {}, som inte är tillåtet. Skriv bara fältets namn, till exempel {{{{ titel }}}}."
BROKEN = "Mallen har ett uttryck som inte går att läsa: {}. Skriv fält så här: {{{{ titel }}}}."

EXPRESSION = re.compile(r"\{[{%].{1,400}?[%}]\}")
TAGS = re.compile(r"<[^>]*>")
REVISIONS = frozenset(tag(name) for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange"))
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr, nodes.Or,
    nodes.And, nodes.Not, nodes.Compare, nodes.Operand, nodes.Getitem, nodes.Slice,
)  # fmt: skip


def render(data: bytes, values: Values) -> Package:
    """The package of a template with its variables filled in."""
    check(data)
    template = DocxTemplate(BytesIO(data))
    try:
        template.render(dict(values.context), _Checked(undefined=StrictUndefined), autoescape=True)
    except (OpcError, KeyError, ValueError, AttributeError, TypeError, etree.LxmlError) as fault:
        raise TemplateError(DAMAGED.format(_said(fault))) from fault
    target = BytesIO()
    template.save(target)
    return Package(unpack(target.getvalue()))


def _said(fault: Exception) -> str:
    return str(fault).splitlines()[0][:120] if str(fault) else type(fault).__name__


class _Checked(SandboxedEnvironment):
    """An environment that reads an expression before it runs it: names of variables, conditions, pieces of text."""

    def from_string(self, source: str, *_: object, **__: object) -> Template:  # type: ignore[override]
        return _compiled(source)


@lru_cache(maxsize=32)
def _compiled(source: str) -> Template:
    """A part of a template that has been read through; many files are made of the same parts."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as fault:
        raise TemplateError(BROKEN.format(_written(source, fault.lineno))) from None
    _allow(tree, source)
    return environment.from_string(tree)


def _allow(tree: nodes.Template, source: str) -> None:
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Name) and node.name not in VARIABLES:
            raise TemplateError(UNKNOWN.format(node.name, ", ".join(sorted(VARIABLES))))
        if not isinstance(node, ALLOWED) or (isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice)):
            raise TemplateError(FORBIDDEN.format(_written(source, node.lineno)))


def _written(source: str, line: int) -> str:
    """The expression as it stands in the template; docxtpl gives each paragraph a line of its own."""
    lines = source.splitlines()
    text = TAGS.sub("", lines[line - 1]) if line <= len(lines) else ""
    found = EXPRESSION.search(text)
    return f"”{found.group()[:80]}”" if found else f"”{text.strip()[:80]}”"


# --- the file ----------------------------------------------------------------------------------------


def check(data: bytes) -> dict[str, bytes]:
    """The parts of a template that is safe to open."""
    if data.startswith(zip_parts.OLE):
        raise TemplateError(OLD_WORD)
    if len(data) > zip_parts.LARGEST_FILE:
        raise TemplateError(TOO_LARGE.format("filen är över 20 MB"))
    parts = _read(data)
    if "[Content_Types].xml" not in parts or not any(name.endswith(".rels") for name in parts):
        raise TemplateError(NOT_WORD)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            _check_xml(name, part)
    _check_meaning(parts)
    return parts


def _read(data: bytes) -> dict[str, bytes]:
    try:
        return zip_parts.parts(data, _check_entries)
    except (zip_parts.NoZipError, zip_parts.DamagedError) as fault:
        raise TemplateError(NOT_WORD) from fault
    except zip_parts.TooLargeError as fault:
        raise TemplateError(TOO_LARGE.format(f"delen ”{str(fault)[:60]}” är över 60 MB")) from fault


def _check_entries(all_entries: Sequence[ZipInfo]) -> None:
    entries = [entry for entry in all_entries if not entry.is_dir()]
    names = [entry.filename for entry in entries]
    if len(names) > zip_parts.MOST_PARTS or sum(entry.file_size for entry in entries) > zip_parts.LARGEST_WHOLE:
        raise TemplateError(TOO_LARGE.format("den packas upp till för många eller för stora delar"))
    if len({name.casefold() for name in names}) < len(names):
        raise TemplateError(DAMAGED.format("samma del finns två gånger"))
    for entry in entries:
        _check_entry(entry)


def _check_entry(entry: ZipInfo) -> None:
    name = entry.filename
    if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name:
        raise TemplateError(DAMAGED.format(f"delen ”{name[:60]}” har ett otillåtet namn"))
    if entry.flag_bits & 1:
        raise TemplateError(OLD_WORD)
    if zip_parts.is_overpacked(entry):
        raise TemplateError(TOO_LARGE.format(f"delen ”{name[:60]}” är orimligt hårt packad"))


def _check_xml(name: str, part: bytes) -> None:
    try:
        root = parse(part)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise TemplateError(DAMAGED.format(f"delen ”{name[:60]}” är inte läsbar XML")) from fault
    if root.getroottree().docinfo.doctype:  # type: ignore[attr-defined]
        raise TemplateError(DAMAGED.format(f"delen ”{name[:60]}” har en dokumenttypsdeklaration"))


def _check_meaning(parts: dict[str, bytes]) -> None:
    package = Package(parts)
    if any("vbaproject" in name.casefold() or "vbadata" in name.casefold() for name in parts) or _macro_type(parts):
        raise TemplateError(MACROS)
    embedded = [name for name in parts if "/embeddings/" in name or "/activex/" in name.casefold()]
    if embedded:
        raise TemplateError(EMBEDDED.format(embedded[0]))
    _check_relations(package)
    _check_main(package)
    check_pictures(package)
    for name in (package.main, *package.related("header"), *package.related("footer")):
        _check_expressions(parse(parts[name]))


def _check_expressions(root: etree._Element) -> None:
    """An expression begins and ends in the same paragraph; docxtpl swallows what stands between else."""
    for paragraph in root.iter(tag("p")):
        text = "".join(piece.text or "" for piece in paragraph.iter(tag("t")))
        if text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}"):
            raise TemplateError(BROKEN.format(f"”{text.strip()[:80]}”"))


def _macro_type(parts: dict[str, bytes]) -> bool:
    return b"macroenabled" in parts["[Content_Types].xml"].lower()


def _check_relations(package: Package) -> None:
    for name in ["", *package.parts]:
        if relations_name(name) in package.parts:
            for relation in package.relations(name):
                if relation.external and relation.type != OFFICE + "hyperlink":
                    raise TemplateError(OUTSIDE.format(f"{relation.type.rpartition('/')[2]}: {relation.target[:80]}"))


def _check_main(package: Package) -> None:
    part = package.parts.get(package.main)
    if part is None:
        raise TemplateError(NOT_WORD)
    root = parse(part)
    if root.tag != tag("document") or root.find(tag("body")) is None:
        raise TemplateError(NOT_WORD)
    if len(part) > LARGEST_PAGES:
        raise TemplateError(TOO_LARGE.format("texten i mallen är för lång"))
    if any(element.tag in REVISIONS for element in root.iter()):
        raise TemplateError(REVISED)
