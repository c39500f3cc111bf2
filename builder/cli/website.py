"""Commands for the site."""

from pathlib import Path

import click

from builder import console
from builder.cli.arguments import PROJECT
from builder.cli.group import overens

__all__: list[str] = []


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@click.option("--strict", is_flag=True, help="Avbryt också vid varningar.")
@click.option(
    "--zip", "copy", metavar="FIL", type=click.Path(dir_okay=False, path_type=Path),
    help="Packa också en kopia som läses från en mapp, utan nät.",
)  # fmt: skip
def site(folder: Path, strict: bool, copy: Path | None) -> int:
    """Bygg webbplatsen i build/site.

    \b
    Exempel:
      overens site
      overens site --zip avtalen.zip
    """
    from builder.build import generator, website

    project = folder.resolve()
    generator.require(project)
    if copy is not None:
        website.require_zip(copy)
    target = project / "build" / "site"
    with console.progress() as tell:
        website.site(project, target, tell, strict=strict, copy=copy)
    console.say(f"Klart: {target / 'index.html'}")
    if copy is not None:
        console.say(f"Kopia: {copy}")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@click.option("--port", default=8000, metavar="NUMMER", help="Förval: 8000.")
def preview(folder: Path, port: int) -> int:
    """Visa webbplatsen medan du skriver.

    Sidan i webbläsaren följer med när du sparar en klausul.

    \b
    Exempel:
      overens preview
    """
    from builder.build import generator

    project = folder.resolve()
    generator.require(project)
    console.say(f"Öppna http://127.0.0.1:{port}/ i webbläsaren. Avsluta med Ctrl+C.")
    return min(generator.served(project, port), 2)
