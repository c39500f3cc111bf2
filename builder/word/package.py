"""A .docx as a package: named parts, their content types and their relations to each other."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from builder.word.xml import CT, DECLARATION, REL, R, parse, serialise, tag
from builder.word.zipped import zipped

__all__ = ["CONTENT_TYPES", "OFFICE", "WORDML", "Package", "Relation", "pack", "relations_name", "unpack"]

CONTENT_TYPES = "[Content_Types].xml"
OFFICE = R + "/"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def pack(parts: dict[str, bytes]) -> bytes:
    """The zip file of the parts, sorted."""
    return zipped((name, parts[name]) for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)))


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file that has been checked already."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def relations_name(part: str) -> str:
    """Where the relations of a part are kept; the package's own for an empty name."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


@dataclass(frozen=True, slots=True)
class Relation:
    """A line from one part to another, or to an address outside."""

    id: str
    type: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of one file, open for changes."""

    parts: dict[str, bytes]
    main: str = field(init=False, default="word/document.xml")

    def __post_init__(self) -> None:
        found = [relation.target for relation in self.relations("") if relation.type == OFFICE + "officeDocument"]
        self.main = found[0] if found else self.main

    def relations(self, part: str) -> Iterator[Relation]:
        """The relations of a part, targets as names of parts."""
        data = self.parts.get(relations_name(part))
        for element in parse(data).iter(tag("Relationship", REL)) if data else ():
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(part), target)).lstrip("/")
            yield Relation(element.get("Id", ""), element.get("Type", ""), target, external)

    def related(self, kind: str) -> list[str]:
        """Names of the parts of a kind ("styles", "header" …) that the main part points to."""
        return sorted(r.target for r in self.relations(self.main) if r.type == OFFICE + kind and r.target in self.parts)

    def relate(self, part: str, kind: str, target: str) -> str:
        """A new relation to another part; its id. `kind` is the last word of its type, or the whole type."""
        used = {relation.id for relation in self.relations(part)}
        fresh = next(f"rIdO{n}" for n in range(1, len(used) + 2) if f"rIdO{n}" not in used)
        self._append(part, [(fresh, kind if "/" in kind else OFFICE + kind, "/" + target, "Internal")])
        return fresh

    def place(self, relation: str, name: str, data: bytes, content_type: str) -> None:
        """A picture's file, under the relation by which the main part shows it."""
        self.add(name, data, content_type)
        self._append(self.main, [(relation, OFFICE + "image", "/" + name, "Internal")])

    def link(self, part: str, addresses: Mapping[str, str]) -> None:
        """Relations to web addresses: from the address to the id of its relation."""
        if addresses:
            self._append(part, [(id_, OFFICE + "hyperlink", url, "External") for url, id_ in addresses.items()])

    def _append(self, part: str, rows: list[tuple[str, str, str, str]]) -> None:
        name = relations_name(part)
        empty = f'{DECLARATION}<Relationships xmlns="{REL}"/>'.encode()
        root = parse(self.parts.get(name, empty))
        for id_, kind, target, mode in rows:
            element = etree.SubElement(root, tag("Relationship", REL), Id=id_, Type=kind, Target=target)
            if mode == "External":
                element.set("TargetMode", mode)
        self.parts[name] = serialise(root)

    def add(self, name: str, data: bytes, content_type: str) -> None:
        """A part and its content type; what had the name before is replaced."""
        self.parts[name] = data
        types = parse(self.parts[CONTENT_TYPES])
        for element in types.findall(tag("Override", CT)):
            if element.get("PartName") == "/" + name:
                types.remove(element)
        etree.SubElement(types, tag("Override", CT), PartName="/" + name, ContentType=content_type)
        self.parts[CONTENT_TYPES] = serialise(types)

    def only(self, kind: str, default: str) -> str:
        """The name of the one part of a kind, made a place for when there is none."""
        for relation in self.relations(self.main):
            if relation.type == OFFICE + kind:
                return relation.target
        self.relate(self.main, kind, default)
        return default
