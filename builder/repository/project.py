"""A project folder in git: its files at a revision or as they lie on disk, and their history."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from builder.finding import Finding
from builder.model import Position
from builder.repository.commands import Commands, Leaf
from builder.repository.fault import RepositoryError, disk_fault
from builder.snapshot import Change, History, Revision, Snapshot

__all__ = ["Repository", "open_project"]

FOLDERS = ("clauses", "assemblies")
TEXT_LIMIT = 2_000_000
TEMPLATE_LIMIT = 20_000_000
OURS = re.compile(r"(?:clauses|assemblies)/.+\.(?:md|ya?ml)|assemblies/.+\.docx")
HIDDEN = re.compile(r"(?:^|/)\.")
LINK = "120000"
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
RAW = re.compile(rb":\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*")
COMMIT = re.compile(rb"\x01([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)")


def open_project(folder: Path) -> "Repository":
    """The project in a folder, which may be a sub-folder of its git repository."""
    place = Path(os.path.realpath(folder))
    if not place.is_dir():
        raise RepositoryError(f"Mappen {folder} finns inte. Ange projektets mapp med --project.")
    commands = Commands(place)
    commands.check()
    return Repository(place, commands)


@dataclass(frozen=True, slots=True)
class Repository:
    """An opened project. `folder` is its real path."""

    folder: Path
    commands: Commands

    def resolve(self, revision: str) -> str:
        """The full id of the commit that a git revision means."""
        return self.commands.resolve(revision)

    def look_up(self, commits: Iterable[str]) -> None:
        """Ask git once for many full ids that `resolve` will be asked for one by one."""
        self.commands.look_up(commits)

    def tag(self, name: str, commit: str) -> None:
        """Set a tag on a commit."""
        self.commands.tag(name, commit)

    def head(self) -> Revision:
        """The working tree, with the last commit and its day."""
        commit = self.commands.head()
        return Revision(commit, self.commands.date(commit) if commit else "", working=True)

    def is_saved(self) -> bool:
        """True when the texts in the working tree are those of the last commit."""
        return not self.commands.changes(FOLDERS) and bool(self.commands.head())

    def edited(self) -> frozenset[str]:
        """The paths of the texts in the working tree that differ from the last commit."""
        lines = self.commands.changes(FOLDERS).split(b"\0")
        return frozenset(_path(line[3:]) for line in lines if line)

    def snapshot(self, revision: str | None = None) -> Snapshot:
        """The project's files at a git revision; None or "." is the working tree."""
        if revision is None or revision == ".":
            return _gather(_disk_files(self.folder), self.head())
        commit = self.commands.resolve(revision)
        return _gather(_git_files(self.commands, commit), Revision(commit, self.commands.date(commit)))

    def history(self, paths: Iterable[str] = FOLDERS) -> History:
        """The commits that touched each file, newest first, in all folders or of some paths. A renamed file begins
        anew."""
        if not self.commands.head():
            return {}
        changes: dict[str, list[Change]] = {}
        commit, content, place = Change("", "", place=-1), "", -1
        for field in self.commands.log(paths).split(b"\0"):
            facts = field.strip(b"\n")
            if mark := COMMIT.fullmatch(facts):
                place += 1
                commit = Change(mark[1].decode(), mark[2].decode(), place=place)
            elif raw := RAW.fullmatch(facts):
                content = "" if raw[2] == b"D" else raw[1].decode()
            elif facts:
                changes.setdefault(_path(field), []).append(replace(commit, content=content))
        return MappingProxyType({path: tuple(found) for path, found in changes.items()})

    def contents(self, ids: Iterable[str]) -> Mapping[str, bytes]:
        """The bytes of many files of the history in one reading, by their ids."""
        return self.commands.blobs("", ids)


# --- files from git or disk --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    """A file or a link on the way in; `content` is None for what is not read."""

    path: str
    size: int = 0
    content: bytes | None = None
    link: bool = False


def _git_files(commands: Commands, commit: str) -> Iterator[_Found]:
    leaves = [leaf for leaf in commands.leaves(commit, FOLDERS) if _is_ours(_path(leaf[3])) or leaf[0] == LINK]
    contents = commands.blobs(commit, (leaf[1] for leaf in leaves if _is_read(leaf)))
    for mode, id_, size, path in leaves:
        yield _Found(_path(path), size, contents.get(id_), mode == LINK)


def _is_read(leaf: Leaf) -> bool:
    return leaf[0] != LINK and leaf[2] <= _limit(_path(leaf[3]))


def _disk_files(root: Path) -> Iterator[_Found]:
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            yield _Found(folder, link=True)
        elif (root / folder).is_dir():
            yield from _folder_files(root / folder, folder, str(root))


def _folder_files(folder: Path, path: str, root: str) -> Iterator[_Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise disk_fault(f"Mappen {path} kan inte läsas", error) from None
    for entry in entries:
        inner = f"{path}/{entry.name}"
        if entry.is_symlink():
            yield _Found(_plain(inner), link=True)
        elif entry.is_dir():
            leaves = not os.path.realpath(entry.path).startswith(root + os.sep)
            yield from [_Found(_plain(inner), link=True)] if leaves else _folder_files(Path(entry.path), inner, root)
        elif entry.is_file() and _is_ours(_plain(inner)):
            yield _disk_file(entry, inner)


def _disk_file(entry: "os.DirEntry[str]", path: str) -> _Found:
    try:
        size = entry.stat().st_size
        content = Path(entry.path).read_bytes() if size <= _limit(path) else None
    except OSError as error:
        raise disk_fault(f"Filen {path} kan inte läsas", error) from None
    return _Found(_plain(path), size, content)


# --- into a snapshot ---------------------------------------------------------------------------------


def _gather(found: Iterable[_Found], revision: Revision) -> Snapshot:
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    seen: dict[str, str] = {}
    for file in found:
        if HIDDEN.search(file.path):
            continue
        other = seen.setdefault(file.path.casefold(), file.path)
        if other != file.path or file.path in files:
            findings.append(Finding("F006", Position(file.path), {"name": file.path, "other": other}))
        if file.link:
            findings.append(Finding("F004", Position(file.path), {"path": file.path}))
        elif file.content is None:
            findings.append(_too_large(file))
        else:
            files.setdefault(file.path, file.content)
    return Snapshot(_sorted(files), revision, tuple(findings))


def _sorted(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return MappingProxyType(dict(sorted(files.items())))


def _too_large(file: _Found) -> Finding:
    words = {"size": _megabytes(file.size), "limit": _megabytes(_limit(file.path))}
    return Finding("F003", Position(file.path), words)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _limit(path: str) -> int:
    return TEMPLATE_LIMIT if path.endswith(".docx") else TEXT_LIMIT


def _is_ours(path: str) -> bool:
    return OURS.fullmatch(path) is not None


def _path(name: bytes) -> str:
    """A path as the rest of the program knows it: composed letters, and a mark for what cannot be printed."""
    text = unicodedata.normalize("NFC", name.decode("utf-8", "replace"))
    return text if text.isprintable() else "".join(sign if sign.isprintable() else UNPRINTABLE for sign in text)


def _plain(path: str) -> str:
    return path if path.isascii() and path.isprintable() else _path(os.fsencode(path))
