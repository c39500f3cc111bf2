"""What the commands write: the bytes of each format, and the whole of build/."""

from collections.abc import Callable
from pathlib import Path

from builder.build import generator
from builder.build.editions import NotYetError
from builder.build.error import BuildError
from builder.build.project import Project
from builder.redline import Redline, unchanged
from builder.repository import write_outputs

__all__ = ["REDLINE_FORMATS", "Tell", "everything", "redline_bytes"]

Tell = Callable[[str], None]
"""Told what is being done, in words for a progress line."""

REDLINE_FORMATS = (".docx", ".html", ".json", ".txt")


def redline_bytes(redline: Redline, ending: str, template: bytes | None) -> bytes:
    """A redline in the format of a file name's ending; BuildError for another ending."""
    match ending.lower():
        case ".docx":
            from builder import word

            return word.write(redline, template)
        case ".html":
            from builder import web

            return web.redline_html(redline).encode()
        case ".json":
            from builder import export

            return export.redline_json(redline).encode()
        case ".txt":
            from builder import export

            return export.redline_text(redline).encode()
        case _:
            known = ", ".join(REDLINE_FORMATS)
            raise BuildError(f"Filändelsen ”{ending}” är inget format för ändringar. Välj någon av {known}.")


def everything(project: Project, out: Path, tell: Tell) -> tuple[str, ...]:
    """All files of all documents, what has changed, and the site. Nothing is replaced until all is made.

    What must wait until more is settled is left out, and said in what is given back."""
    project.current.refuse_unread()
    words, waiting = _word_files(project, tell)
    makers = {
        "excel": _excel_files, "bildspel": _slide_files, "json": _json_files,
        "redline": _redline_files, "andringar": _report_files,
    }  # fmt: skip
    made = {"word": words} | {name: maker(project, tell) for name, maker in makers.items()}
    if (project.folder / generator.SETTINGS).exists():
        tell("Webbplats")
        made["site"] = generator.site_files(project.folder)
    for name, files in made.items():
        if files or (out / name).exists():
            write_outputs(out / name, files)
    return waiting


def _word_files(project: Project, tell: Tell) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The Word files, and a sentence for each document whose edition cannot be made yet."""
    files, waiting = {}, []
    for name in project.current.library.assemblies:
        tell(f"Word: {name}")
        try:
            files[f"{name}.docx"] = project.word(name)[0]
        except NotYetError as error:
            waiting.append(error.left_out)
    return files, tuple(waiting)


def _excel_files(project: Project, tell: Tell) -> dict[str, bytes]:
    from builder import excel

    files, tables = {}, project.current.library.tables
    for name, (document, _) in project.current.documents.items():
        if excel.has_tables(document, tables):
            tell(f"Excel: {name}")
            files[f"{name}.xlsx"] = project.excel(name)[0]
    return files


def _slide_files(project: Project, tell: Tell) -> dict[str, bytes]:
    files = {}
    for name, assembly in project.current.library.assemblies.items():
        if assembly.slides:
            tell(f"Bildspel: {name}")
            files[f"{name}.pptx"] = project.slides(name)[0]
    return files


def _json_files(project: Project, tell: Tell) -> dict[str, bytes]:
    from builder import export

    tell("JSON")
    documents = project.current.documents.items()
    return {f"{name}.json": export.redline_json(unchanged(document)).encode() for name, (document, _) in documents}


def _redline_files(project: Project, tell: Tell) -> dict[str, bytes]:
    files = {}
    for name, old, new in project.comparisons():
        tell(f"Ändringar: {name}, {old} till {_label(new)}")
        redline = project.redline(name, old, new)
        for ending in REDLINE_FORMATS:
            template = project.template(redline, new)
            files[f"{name}-{old}-{_label(new)}{ending}"] = redline_bytes(redline, ending, template)
    return files


def _report_files(project: Project, tell: Tell) -> dict[str, bytes]:
    """The three columns of each comparison, and one list of what has changed since the latest versions."""
    from builder.build.reports import report_bytes
    from builder.changes import Selection

    files, since = {}, []
    for name, old, new in project.comparisons():
        if not project.current.library.assemblies[name].party:
            tell(f"Trespalt: {name}, {old} till {_label(new)}")
            redline = project.redline(name, old, new)
            since += [redline] if new == "." else []
            files[f"{name}-{old}-{_label(new)}.docx"] = report_bytes(
                [redline], Selection(order="plats"), "trespalt", ".docx"
            )
    if since:
        files["lista-nu.docx"] = report_bytes(since, Selection(), "lista", ".docx")
    return files


def _label(version: str) -> str:
    return "nu" if version == "." else version
