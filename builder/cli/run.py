"""Running the command: every expected fault becomes a sentence and an exit code."""

import gc
import sys
from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import get_completion_class

from builder import console
from builder.cli.group import overens
from builder.locale import speak_swedish

__all__ = ["main", "run"]


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="SKAL")
def completion(shell: str) -> int:
    """Låt skalet fylla i kommandon.

    Skriver ut det som ska läggas i skalets inställningar: bash, zsh eller fish.

    \b
    Exempel:
      overens completion bash >> ~/.bashrc
    """
    maker = get_completion_class(shell)
    if maker is not None:
        console.write(maker(overens, {}, "overens", "_OVERENS_COMPLETE").source())
    return 0


def main() -> None:
    """Run the command; a fault of the user or the surroundings ends with its sentence and code 2."""
    speak_swedish()
    gc.disable()  # a command makes values and ends; collecting cycles took a tenth of a check of 1,000 clauses
    code = run(lambda: overens.main(prog_name="overens", standalone_mode=False))
    gc.freeze()  # else all values are gone through on the way out: a fiftieth of a redline of 300 pages
    sys.exit(code)


def run(command: Callable[[], Any]) -> int:
    """The exit code of a command, with every expected fault turned into a sentence."""
    try:
        return int(command() or 0)
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return stopped()
    except KeyboardInterrupt:
        return stopped()
    except expected_faults() as error:
        console.say(f"Fel: {error}")
        return 2
    except OSError as error:
        console.say(f"Fel: {error.filename or 'filen'}: {error.strerror or error}.")
        return 2


def stopped() -> int:
    """What an interrupted command ends with; outputs are moved into place whole, so nothing is half-written."""
    console.say("Avbrutet. Det som fanns sedan tidigare är kvar.")
    return 2


def expected_faults() -> tuple[type[Exception], ...]:
    """Faults whose message is meant for the user."""
    from builder.build import BuildError
    from builder.new_clause import ClauseError
    from builder.pdf import PdfError
    from builder.repository import RepositoryError
    from builder.word import TemplateError

    return (BuildError, ClauseError, PdfError, RepositoryError, TemplateError)
