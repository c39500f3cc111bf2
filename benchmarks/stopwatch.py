"""Whole processes timed in turn: A B A B, so that what disturbs the machine disturbs both."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Command", "Runs", "alternate", "in_turn", "overens", "run"]

TIMED = Path(__file__).with_name("timed.py")


@dataclass(frozen=True, slots=True)
class Command:
    """A command line and the folder it runs in."""

    words: tuple[str, ...]
    folder: Path = Path()


@dataclass(frozen=True, slots=True)
class Runs:
    """What several runs of one command took, round by round."""

    seconds: tuple[float, ...]
    cpu: tuple[float, ...]
    megabytes: tuple[float, ...]

    @property
    def peak(self) -> float:
        """The highest peak memory."""
        return max(self.megabytes)


def in_turn(*steps: Runs) -> Runs:
    """Commands that need each other's results, as one."""
    seconds = tuple(map(sum, zip(*(step.seconds for step in steps), strict=True)))
    cpu = tuple(map(sum, zip(*(step.cpu for step in steps), strict=True)))
    return Runs(seconds, cpu, tuple(map(max, zip(*(step.megabytes for step in steps), strict=True))))


def overens(*words: str, folder: Path) -> Command:
    """An `overens` command of the environment that runs this."""
    return Command((str(Path(sys.executable).with_name("overens")), *words), folder)


def alternate(
    commands: Mapping[str, Command], rounds: int, before: Callable[[int], object] = lambda number: None
) -> dict[str, Runs]:
    """Every command once a round. `before`: what is done, untimed, before each round, by its number."""
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
    for number in range(rounds):
        before(number)
        for name, command in commands.items():
            one = run(command)
            told = f"  {number + 1}/{rounds} {name}: {one['seconds']:.2f} s (CPU {one['cpu']:.2f} s)"
            print(told, file=sys.stderr, flush=True)
            taken[name].append(one)
    return {name: _runs(each) for name, each in taken.items()}


def run(command: Command) -> dict[str, float]:
    """One run; RuntimeError with what the command said when it failed."""
    line = [sys.executable, "-I", "-S", str(TIMED), *command.words]
    result = subprocess.run(line, cwd=command.folder, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(result.stdout)
    if measured["code"]:
        raise RuntimeError(f"{' '.join(command.words)} ended with {measured['code']}:\n{result.stderr[-2000:]}")
    return measured


def _runs(taken: Sequence[Mapping[str, float]]) -> Runs:
    columns = ("seconds", "cpu", "megabytes")
    return Runs(*(tuple(one[column] for one in taken) for column in columns))
