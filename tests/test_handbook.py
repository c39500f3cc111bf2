"""The handbook for writers says what is so: its links lead somewhere, its commands and keys exist."""

import re
from pathlib import Path

import click
import pytest

from builder.cli import overens
from builder.finding import RULES
from builder.read.keys import FILES

HANDBOOK = Path(__file__).resolve().parent.parent / "site" / "handbok"
PAGES = sorted(HANDBOOK.glob("*.md"))
FENCED = re.compile(r"^(`{3,})[^\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s#]+)(?:#([\w-]+))?\)")
COMMAND = re.compile(r"(?:^|`|\\)overens ((?:[a-z][a-z-]* ?)+)", re.MULTILINE)


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_pages(page: Path) -> None:
    prose = re.sub(r"`[^`\n]+`", "", FENCED.sub("", text(page)))
    missing = [target for target, _ in LINK.findall(prose) if not (page.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page: Path) -> None:
    for words in COMMAND.findall(text(page)):
        first, *rest = words.split()
        command = overens.commands.get(first)
        assert command is not None, words
        if isinstance(command, click.Group):
            assert rest[0] in command.commands, words


def test_every_key_of_a_clause_is_explained() -> None:
    explained = re.findall(r"^\| (\S+) \|", text(HANDBOOK / "skriva-klausul.md"), re.MULTILINE)
    assert FILES["klausul"].keys() <= set(explained)


def test_only_known_codes_are_named() -> None:
    named = {code for page in PAGES for code in re.findall(r"\b[A-Z]\d{3}\b", FENCED.sub("", text(page)))}
    assert named <= RULES.keys()


def test_the_handbook_speaks_swedish_not_jargon() -> None:
    """Words of git stand in its own list of words; elsewhere the text does without them."""
    jargon = re.compile(r"\b(?:commit|push|pull|merge|branch|repo|diff|snapshot|parser?)\b", re.IGNORECASE)
    for page in PAGES:
        if page.name not in ("ordlista-git.md", "fynd.md"):
            assert jargon.findall(FENCED.sub("", text(page))) == [], page.name
