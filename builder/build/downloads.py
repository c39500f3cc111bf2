"""The Word files that the site's pages of comparisons offer. One between two recorded versions is made once."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from builder.build import versions
from builder.build.code import code_fingerprint
from builder.build.project import Project
from builder.redline import Redline
from builder.repository import Kept
from builder.web.places import word_file

__all__ = ["word_files"]


def word_files(project: Project, comparisons: Iterable[tuple[str, str, str]]) -> dict[str, bytes]:
    """The comparisons of the agreements' own texts as Word files, by path on the site."""
    own = {item.name for item in project.current.library.own_texts()}
    kept, used = Kept(project.folder, "word"), set[str]()
    made: dict[str, bytes] = {}
    for name, old, new in comparisons:
        if name in own:
            redline = project.redline(name, old, new)
            key = "" if new == "." else _key(project, name, old, new)
            known = kept.read(key) if key else None
            content = known if known is not None else _made(project, redline, new)
            if key and known is None:
                kept.write(key, content)
            used.add(key)
            made[word_file(redline)] = content
    kept.forget_others(frozenset(used))
    return made


def _made(project: Project, redline: Redline, new: str) -> bytes:
    from builder import word

    return word.write(redline, project.template(redline, new))


def _key(project: Project, name: str, old: str, new: str) -> str:
    """All that the file is made of: both texts, what is known of versions and reasons now, and this program."""
    said = (code_fingerprint(), name, old, new, *_known(project, name))
    return sha256("\0".join(said).encode()).hexdigest()


def _known(project: Project, name: str) -> Iterator[str]:
    library = project.current.library
    yield repr((library.project, library.assemblies[name].reasons))
    for row in versions.of_agreement(library, library.assemblies[name].agreement):
        yield repr((row.label, row.commit, row.date, row.status, row.diary, row.events))
