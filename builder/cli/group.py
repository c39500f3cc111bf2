"""The command that all others stand under, and the order in which its help lists them."""

import click

from builder import __version__

__all__ = ["SECTIONS", "overens"]

SECTIONS = {
    "Skriva": ("check", "fix", "new", "preview", "status"),
    "Göra filer": ("word", "pdf", "excel", "slides", "site", "build", "template"),
    "Se vad som har ändrats": ("redline", "redlines", "changes", "versions", "show", "log"),
    "Hålla ihop avtalen": ("review", "bump", "law", "graph"),
    "Sända och besluta": ("release", "remiss", "answer-form", "verify", "decisions"),
    "Övrigt": ("completion",),
}
"""Commands by what one does with them, those that come first in the work first."""


class _Sections(click.Group):
    """A group whose commands stand under headings."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each heading with its commands, what they do in one column."""
        width = max(map(len, self.commands))
        for heading, names in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), self.commands[name].get_short_help_str(100)) for name in names])


@click.group(
    cls=_Sections,
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
