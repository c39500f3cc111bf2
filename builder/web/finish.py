"""What is done to pages when a generator has made them, and what a built site needs beside its pages."""

from collections.abc import Iterable, Mapping

from builder.web.offline import MANIFEST, WORKER, manifest, offline_head, worker
from builder.web.policy import header_file, with_policy

__all__ = ["beside_pages", "finished"]

HEADERS = "_headers"


def finished(page: str, content: str, root: str, date: str) -> str:
    """A page as it is published: it can be read without network, and loads and runs nothing but the site's own."""
    return with_policy(offline_head(page, root.rstrip("/") + "/", date), content)


def beside_pages(
    files: Mapping[str, bytes], scripts: Iterable[str], name: str, description: str, icon: str, language: str
) -> dict[str, bytes]:
    """The files that are made of all others: the manifest, the headers, and last the worker that keeps the rest."""
    made = {
        MANIFEST: manifest(name, description, icon if icon in files else "", language),
        HEADERS: header_file(scripts),
        WORKER: worker(files),
    }
    return {path: text.encode() for path, text in made.items()}
