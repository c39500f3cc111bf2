"""What the file says to a program: the clauses with their bookmarks and fingerprints, and the file's properties."""

from collections.abc import Mapping

from builder.fingerprint import wording_fingerprint
from builder.model import Edition
from builder.redline import MarkedSection, Redline, in_new, new_text, new_words
from builder.word.anchors import Anchors
from builder.word.labels import locale
from builder.word.package import OFFICE, Package
from builder.word.xml import CP, DC, DCTERMS, DECLARATION, VT, XSI, attribute, escape

__all__ = ["MANIFEST", "attach", "attributes", "describe", "manifest_element"]

MANIFEST = "urn:overens:manifest:1"
STORE = "{7A1F2C4E-5B7D-4E0B-9C1A-0D5E8F6A3B21}"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/"
SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
PROPERTY_TYPES = {
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
FIRST_DAY = "1980-01-01"


def describe(package: Package, redline: Redline, anchors: Anchors) -> None:
    """Adds the manifest and the properties to a package."""
    attach(package, redline.name, redline.new, _manifest(redline, anchors))


def attach(package: Package, name: str, edition: Edition, manifest: str) -> None:
    """Adds a manifest and the properties of an edition of a document to a package."""
    item = "customXml/item1.xml"
    package.add(item, f"{DECLARATION}{manifest}".encode(), "application/xml")
    package.relate(package.main, "customXml", item)
    store = "customXml/itemProps1.xml"
    package.add(store, _store(), "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    package.relate(item, "customXmlProps", store)
    _property_part(package, "core", CORE, _core(edition))
    _property_part(package, "app", OFFICE + "extended-properties", _app())
    _property_part(package, "custom", OFFICE + "custom-properties", _custom(name, edition))


def _property_part(package: Package, name: str, kind: str, data: bytes) -> None:
    names = [relation.target for relation in package.relations("") if relation.type == kind]
    if not names:
        package.relate("", kind, f"docProps/{name}.xml")
    package.add(names[0] if names else f"docProps/{name}.xml", data, PROPERTY_TYPES[name])


def _manifest(redline: Redline, anchors: Anchors) -> str:
    edition = redline.new
    clauses = "".join(_clause(section, anchors) for section in redline.sections if in_new(section.fate))
    compared = redline.old.version if redline.old else ""
    return manifest_element(redline.name, edition, clauses, {"jämförd-med": compared})


def manifest_element(name: str, edition: Edition, content: str, more: Mapping[str, str]) -> str:
    """The root of a manifest: which text the file is of, and for whom it was made."""
    facts = attributes({
        "dokument": name, "version": edition.version, "status": edition.status, "datum": edition.date,
        "version-id": edition.commit, "kontrollsumma": edition.checksum, "upplaga": edition.variant, **more,
        "mottagare": edition.recipient,
    })  # fmt: skip
    return f'<manifest xmlns="{MANIFEST}"{facts}>{content}</manifest>'


def _clause(section: MarkedSection, anchors: Anchors) -> str:
    facts = attributes({
        "id": section.id, "bokmärke": anchors.new[section.id], "nummer": section.number, "slag": section.kind,
        "fingeravtryck": wording_fingerprint(new_text(section)),
    })  # fmt: skip
    return f"<klausul{facts}>{escape(new_words(section.title))}</klausul>"


def attributes(facts: Mapping[str, str]) -> str:
    """Attributes as they are written, those that say nothing left out."""
    return "".join(f' {name}="{attribute(text)}"' for name, text in facts.items() if text)


def _store() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{MANIFEST}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _core(edition: Edition) -> bytes:
    moment = f"{edition.date or FIRST_DAY}T00:00:00Z"
    subject = edition.agreement_title or edition.kind
    keywords = ", ".join(text for text in (edition.agreement, edition.version, edition.status) if text)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{CP}" xmlns:dc="{DC}" xmlns:dcterms="{DCTERMS}" xmlns:xsi="{XSI}">'
        f"<dc:title>{escape(edition.title)}</dc:title><dc:subject>{escape(subject)}</dc:subject>"
        f"<dc:creator>{escape(edition.author)}</dc:creator><cp:keywords>{escape(keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{escape(edition.author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{escape(locale(edition.language))}</dc:language><cp:version>{escape(edition.version)}</cp:version>"
        f"<cp:contentStatus>{escape(edition.status)}</cp:contentStatus></cp:coreProperties>"
    ).encode()


def _app() -> bytes:
    space = f'xmlns="{PROPERTIES}extended-properties"'
    return f"{DECLARATION}<Properties {space}><Application>Överens</Application></Properties>".encode()


def _custom(name: str, edition: Edition) -> bytes:
    facts = {
        "Dokument": name, "Avtal": edition.agreement, "Version": edition.version, "Status": edition.status,
        "Datum": edition.date, "Versions-id": edition.commit, "Kontrollsumma": edition.checksum,
        "Upplaga": edition.variant, "Diarienummer": edition.diary, "Mottagare": edition.recipient,
    }  # fmt: skip
    rows = "".join(
        f'<property fmtid="{SET}" pid="{n}" name="{name}"><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
        for n, (name, text) in enumerate(((name, text) for name, text in facts.items() if text), 2)
    )
    space = f'xmlns="{PROPERTIES}custom-properties" xmlns:vt="{VT}"'
    return f"{DECLARATION}<Properties {space}>{rows}</Properties>".encode()
