"""The use case of building the site: into a folder, and as a copy to open from one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from builder.build import generator
from builder.build.error import BuildError
from builder.repository import fill_outputs, packed, write_file

__all__ = ["require_zip", "site"]


def site(
    folder: Path, out: Path, tell: Callable[[str], None], *, strict: bool = False, copy: Path | None = None
) -> None:
    """The site of a project folder, built aside and moved into place when it is whole. `copy`: a zip file that holds
    it as a folder to open without a server."""
    tell("Webbplats")
    fill_outputs(out, partial(generator.build, folder=folder, strict=strict))
    if copy is not None:
        tell("Kopia att öppna från en mapp")
        write_file(copy, packed(_unserved(generator.built_files(out), copy.stem)))


def _unserved(files: dict[str, bytes], folder: str) -> dict[str, bytes]:
    from builder.web.folder_copy import READ_ME, for_folder, read_me

    inside = {f"{folder}/{path}": content for path, content in for_folder(files).items()}
    return {READ_ME: read_me(folder).encode(), **inside}


def require_zip(copy: Path) -> None:
    """BuildError unless a file is named as a zip file."""
    if copy.suffix.lower() != ".zip":
        raise BuildError(f"Filen ”{copy.name}” ska sluta på .zip, till exempel {copy.stem or 'webbplatsen'}.zip.")
