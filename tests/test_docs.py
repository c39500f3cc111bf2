"""README and the other pages say what the program does: each command is told of, each link leads somewhere."""

import re
from pathlib import Path

import click
import pytest

from builder.cli import overens

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands(group: click.Group, before: str = "") -> list[str]:
    names = []
    for name, command in group.commands.items():
        full = f"{before} {name}".strip()
        names += commands(command, full) if isinstance(command, click.Group) else [full]
    return names


@pytest.mark.parametrize("name", commands(overens))
def test_each_command_is_in_the_readme(project: Path, name: str) -> None:
    assert f"overens {name}" in (project / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", commands(overens))
def test_each_command_has_help_in_swedish_with_an_example(name: str) -> None:
    command: click.Command = overens
    for part in name.split():
        assert isinstance(command, click.Group)
        command = command.commands[part]
    assert f"overens {name}" in (command.help or "")
    assert "Exempel:" in (command.help or "")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "site/decisions/index.md"])
def test_links_of_the_developers_pages_lead_somewhere(project: Path, page: str) -> None:
    targets = [t for t in LINK.findall((project / page).read_text("utf-8")) if "://" not in t]
    assert [target for target in targets if not ((project / page).parent / target).exists()] == []
