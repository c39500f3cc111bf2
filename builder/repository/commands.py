"""Git, asked through GitPython: local reading, and setting a tag; a fixed environment, user text never an option."""

import os
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")  # without git on the machine the import itself would stop us

import git

from builder.repository.fault import RepositoryError

__all__ = ["Commands", "Leaf"]

ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LANGUAGE": "C",
    "LC_ALL": "C",
}
HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
FORBIDDEN = re.compile(r"[\x00-\x20\x7f:\ud800-\udfff]|^-|@\{|^$|\.\.")
LONGEST = 250
DAYS = ("--no-show-signature", "--format=%H %as")
MANY = ("--no-walk=unsorted", "--ignore-missing", "--stdin")

NO_GIT = "Programmet git finns inte på datorn. Installera git (https://git-scm.com) och kör igen."
NOT_GIT = (
    "{folder} är inte ett git-projekt. Gå till projektets mapp, ange den med --project, "
    "eller gör mappen till ett git-projekt med git init."
)
NOT_MINE = (
    "Mappen {folder} ägs av en annan användare, och git läser den inte förrän du säger att du litar på den: "
    "git config --global --add safe.directory '{folder}'"
)
BARE = "{folder} är ett git-arkiv utan arbetsfiler. Gör en vanlig kopia med git clone och kör där."
UNKNOWN = "Det finns ingen version som heter ”{revision}”. Se vilka som finns i clauses/register/versioner.yml."
SHALLOW = (
    "Versionen ”{revision}” finns inte i den här kopian av projektet, som saknar äldre historik. "
    "Hämta den med git fetch --unshallow --tags och kör igen."
)
BAD_NAME = "”{revision}” kan inte vara en version. Skriv en beteckning som utkast-1, eller . för arbetskopian."
BROKEN = "Git kunde inte läsa projektet. Kontrollera det med git fsck. Git svarar: {answer}"
MISSING = "En fil i versionen {commit} finns inte i den här kopian av projektet. Hämta den med git fetch och kör igen."

Leaf = tuple[str, str, int, bytes]
"""A file of a revision: mode, object id, size, path from the project folder."""


class Commands:
    """Git's answers to the few questions we ask, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._git = git.Git(str(folder))
        self._git.update_environment(**ENVIRONMENT)
        self._contents: dict[str, bytes] = {}
        self._days: dict[str, str] = {}

    def check(self) -> None:
        """Refuse a folder that git cannot read for us."""
        try:
            answer = self._ask("rev-parse", "--is-bare-repository", "--is-inside-work-tree").split()
        except git.GitCommandError as error:
            raise self._not_usable(error) from None
        if answer[-1] != b"true":
            raise RepositoryError(BARE.format(folder=self.folder))

    def head(self) -> str:
        """The full id of the last commit; empty in a project where nothing has been committed."""
        try:
            return self._commit("HEAD")
        except git.GitCommandError:
            return ""

    def resolve(self, revision: str) -> str:
        """The full id of the commit that a user's words mean. A full id that is known is not asked for again."""
        if revision in self._days:
            return revision
        shown = _shown(revision)
        if FORBIDDEN.search(revision) or len(revision) > LONGEST:
            raise RepositoryError(BAD_NAME.format(revision=shown))
        try:
            commit = self._commit(revision)
        except git.GitCommandError:
            raise RepositoryError((SHALLOW if self._is_shallow() else UNKNOWN).format(revision=shown)) from None
        if not HASH.fullmatch(commit):
            raise RepositoryError(UNKNOWN.format(revision=shown))
        return commit

    def _commit(self, revision: str) -> str:
        """The full id of a commit, whose day is then known too: one answer of git for both."""
        answer = self._ask("log", "-1", "--no-walk", *DAYS, "--end-of-options", revision + "^{commit}", "--")
        commit, _, day = answer.decode("ascii", "replace").strip().rpartition("\n")[2].partition(" ")
        self._days[commit] = day
        return commit

    def look_up(self, commits: Iterable[str]) -> None:
        """Ask for many commits by their full ids at once: `resolve` then knows those that are here and whole."""
        unknown = [commit for commit in commits if HASH.fullmatch(commit) and commit not in self._days]
        answer = b""
        if unknown:
            with suppress(RepositoryError):  # one damaged commit stops the answer: then each is asked for alone
                answer = self._read_about(unknown, "log", *DAYS, *MANY, "--")
        for line in answer.decode("ascii", "replace").splitlines():
            commit, _, self._days[commit] = line.partition(" ")

    def date(self, commit: str) -> str:
        """The day a commit that `head` or `resolve` gave was written (YYYY-MM-DD)."""
        return self._days[commit]

    def tag(self, name: str, commit: str) -> None:
        """Set a tag on a commit; one that is there already must mean the same."""
        if FORBIDDEN.search(name.replace("@", "-")) or len(name) > LONGEST:
            raise RepositoryError(BAD_NAME.format(revision=_shown(name)))
        try:
            self._ask("update-ref", "--end-of-options", f"refs/tags/{name}", commit)
        except git.GitCommandError as error:
            raise _broken(error) from None

    def changes(self, folders: Iterable[str]) -> bytes:
        """What in some folders differs from the last commit; empty where nothing does, line endings apart."""
        return self._read("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", *folders)

    def leaves(self, commit: str, folders: Iterable[str]) -> list[Leaf]:
        """All files of a commit in some folders of the project."""
        answer = self._read("ls-tree", "-r", "-z", "-l", commit, "--", *folders)
        return [_leaf(line) for line in answer.split(b"\0") if line]

    def blobs(self, commit: str, ids: Iterable[str]) -> dict[str, bytes]:
        """The contents of many files in one reading. A file that is the same in two commits is read once."""
        asked = set(ids)
        wanted = sorted(asked - self._contents.keys())
        answer = self._read_about(wanted, "cat-file", "--batch", "--buffer") if wanted else b""
        self._contents.update(_batch(answer, wanted, commit))
        return {id_: self._contents[id_] for id_ in asked}

    def log(self, folders: Iterable[str]) -> bytes:
        """Each commit with the files it touched and what they became, newest first: fields of `history`."""
        form = "--format=%x01%H %as"
        return self._read(
            "log", "-z", "--topo-order", "--raw", "--no-abbrev", "--no-renames", "--relative", "--no-color",
            "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-mailmap", form, "HEAD", "--", *folders,
        )  # fmt: skip

    def _is_shallow(self) -> bool:
        return self._read("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _not_usable(self, error: git.GitCommandError) -> RepositoryError:
        answer = str(error.stderr)
        if "dubious ownership" in answer or "unsafe repository" in answer:
            return RepositoryError(NOT_MINE.format(folder=self.folder))
        if "not a git repository" in answer:
            return RepositoryError(NOT_GIT.format(folder=self.folder))
        return _broken(error)

    def _read_about(self, lines: Iterable[str], *arguments: str) -> bytes:
        """An answer about the lines that git is given to read."""
        with tempfile.TemporaryFile() as questions:
            questions.write("".join(f"{line}\n" for line in lines).encode("ascii"))
            questions.seek(0)
            return self._read(*arguments, istream=questions)

    def _read(self, *arguments: str, istream: object = None) -> bytes:
        try:
            return self._ask(*arguments, istream=istream)
        except git.GitCommandError as error:
            raise _broken(error) from None

    def _ask(self, *arguments: str, istream: object = None) -> bytes:
        command = [self._git.GIT_PYTHON_GIT_EXECUTABLE or "git", "--no-pager", *arguments]
        try:
            return self._git.execute(  # type: ignore[no-any-return, call-overload]
                command, istream=istream, stdout_as_string=False, strip_newline_in_stdout=False
            )
        except git.GitCommandNotFound:
            raise RepositoryError(NO_GIT) from None


def _broken(error: git.GitCommandError) -> RepositoryError:
    lines = str(error.stderr).strip().splitlines()
    return RepositoryError(BROKEN.format(answer=(lines[-1] if lines else "inget svar").strip(" '")))


def _shown(revision: str) -> str:
    """A revision as it may be shown: whatever the user gave, on one short line."""
    plain = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in revision)
    return plain if len(plain) <= 60 else plain[:59] + "…"


def _leaf(line: bytes) -> Leaf:
    facts, _, path = line.partition(b"\t")
    mode, _, id_, size = facts.decode("ascii").split()
    return mode, id_, int(size) if size.isdigit() else 0, path


def _batch(answer: bytes, wanted: list[str], commit: str) -> Iterable[tuple[str, bytes]]:
    """Read `cat-file --batch`: a line of id, type and size, then the content and a line feed."""
    start = 0
    for id_ in wanted:
        end = answer.index(b"\n", start)
        facts = answer[start:end].split()
        if len(facts) != 3:
            raise RepositoryError(MISSING.format(commit=commit[:10]))
        size = int(facts[2])
        yield id_, answer[end + 1 : end + 1 + size]
        start = end + 2 + size
