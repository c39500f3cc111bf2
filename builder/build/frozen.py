"""The folders of pages of recorded versions. One that was made before, by this program from this text, is not made
again."""

import json
from collections.abc import Iterator
from hashlib import sha256

from builder.build import versions
from builder.build.aside import by_all
from builder.build.code import code_fingerprint
from builder.build.project import Project
from builder.library import Assembly, Version
from builder.model import Document
from builder.repository import Kept
from builder.web.frozen import Frozen, frozen_pages

__all__ = ["frozen_files", "frozen_versions", "recorded_text"]


def frozen_versions(project: Project) -> Iterator[tuple[Assembly, Version]]:
    """Each agreement's own text in each recorded version that has it. A version whose text is lost is left out; the
    check tells of it."""
    library = project.current.library
    for item in library.own_texts():
        for version in versions.of_agreement(library, item.agreement) if item.agreement else ():
            if not project.is_lost(version):
                yield item, version


def frozen_files(project: Project) -> dict[str, bytes]:
    """The pages of all recorded versions by their path on the site."""
    kept = Kept(project.folder, "versioner")
    keys = {_key(project, *one): one for one in frozen_versions(project)}
    known = {key: _told(said) for key in keys if (said := kept.read(key)) is not None}
    missing = [key for key in keys if key not in known]
    for key, pages in zip(missing, by_all(missing, lambda key: _made(project, *keys[key])), strict=True):
        kept.write(key, json.dumps(pages, ensure_ascii=False).encode())
        known[key] = pages
    kept.forget_others(frozenset(keys))
    return {path: text.encode() for key in keys for path, text in known[key].items()}


def _told(known: bytes) -> dict[str, str]:
    pages: dict[str, str] = json.loads(known)
    return pages


def _key(project: Project, item: Assembly, version: Version) -> str:
    """All that a version's pages are made of: its text, what is known of versions now, the site, and this program."""
    library = project.current.library
    rows = [repr((v.agreement, v.label, v.commit, v.date, v.status, v.diary, v.events)) for v in library.versions]
    own = [f"{other.name} {other.agreement}" for other in library.own_texts()]
    said = [code_fingerprint(), item.name, version.label, version.commit, repr(library.project), *own, *rows]
    return sha256("\0".join(said).encode()).hexdigest()


def _made(project: Project, item: Assembly, version: Version) -> dict[str, str]:
    """A version's pages; none where the document was not there yet."""
    frozen = recorded_text(project, item, version)
    return frozen_pages(frozen) if frozen is not None else {}


def recorded_text(project: Project, item: Assembly, version: Version) -> Frozen | None:
    """A recorded version of a document with all that its pages show; None where the document was not there yet."""
    text = project.at(version.label, version.agreement).rescued
    if item.name not in text.library.assemblies:
        return None
    library = project.current.library
    others = [a for a in library.own_texts() if a.name != item.name and a.name in text.library.assemblies]
    return Frozen(
        library=text.library,
        document=_labelled(text.document(item.name)[0], version),
        version=version,
        versions=versions.of_agreement(library, item.agreement),
        others=tuple((text.document(other.name)[0], _beside(project, other, version)) for other in others),
        name=library.project.name,
        address=library.project.address,
    )


def _labelled(document: Document, version: Version) -> Document:
    """The document as the version asked for, where two versions are one text."""
    from dataclasses import replace

    said = replace(document.edition, version=version.label, status=version.status, diary=version.diary)
    return replace(document, edition=said)


def _beside(project: Project, other: Assembly, version: Version) -> str:
    """The label under which another agreement's text is read from a version: that of the same text, else the latest
    that was recorded by then; empty when there is none."""
    known = [v for v in versions.of_agreement(project.current.library, other.agreement) if not project.is_lost(v)]
    same = [v for v in known if v.commit == version.commit]
    earlier = [v for v in known if v.date <= version.date]
    return next((found[-1].label for found in (same, earlier) if found), "")
