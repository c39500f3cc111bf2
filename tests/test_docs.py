"""README and the other pages say what the program does: each command is told of, each link leads somewhere."""

import re
import tomllib
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


def test_every_room_of_the_program_has_its_line_in_the_same_order_as_its_floor(project: Path) -> None:
    """The table in CONTRIBUTING holds all that import-linter holds, and nothing on a wrong floor."""
    rows = re.findall(r"^\| ((?:`\w+` ?)+) \|", (project / "CONTRIBUTING.md").read_text("utf-8"), re.M)
    told = {name: place for place, row in enumerate(rows) for name in re.findall(r"\w+", row)}
    settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    floors = {
        name.strip(): floor for floor, layer in enumerate(reversed(contract["layers"])) for name in layer.split("|")
    }
    assert set(told) == set(floors)
    ordered = sorted(floors, key=lambda name: (floors[name], told[name]))
    assert [told[name] for name in ordered] == sorted(told.values())
