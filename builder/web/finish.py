"""What is done to pages when a generator has made them, and what a built site needs beside its pages."""

from collections.abc import Iterable, Mapping

from builder.web.offline import MANIFEST, WORKER, manifest, offline_head, worker
from builder.web.policy import header_file, with_policy
from builder.web.sheets import slim_sheets
from builder.web.slim import needless, slim_page

__all__ = ["beside_pages", "finished", "needless"]

HEADERS = "_headers"


def finished(page: str, content: str, root: str, date: str) -> str:
    """A page as it is published: read without network, without blank space, and it runs nothing but the site's own."""
    return slim_page(with_policy(offline_head(page, root.rstrip("/") + "/", date), content))


def beside_pages(
    files: Mapping[str, bytes], scripts: Iterable[str], name: str, description: str, icon: str, language: str
) -> dict[str, bytes]:
    """The files that are made of all others: lighter style sheets, the manifest, the headers, and the worker."""
    lighter = slim_sheets(files)
    made = {
        MANIFEST: manifest(name, description, icon if icon in files else "", language, files),
        HEADERS: header_file(scripts),
        WORKER: worker({**files, **lighter}),
    }
    return lighter | {path: text.encode() for path, text in made.items()}
