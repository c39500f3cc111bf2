"""The command that all others stand under."""

import click

from builder import __version__

__all__ = ["overens"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[FLAGGOR]", subcommand_metavar="KOMMANDO …",
)  # fmt: skip
@click.version_option(__version__, message="Överens %(version)s", help="Visa programmets version.")
def overens() -> None:
    """Skriv överenskommelser tillsammans: klausuler blir Word, webbplats och ändringar.

    \b
    Exempel:
      overens check
      overens word hemmet -o utkast.docx
      overens redline hemmet utkast-1 . -o andringar.docx
    """
