"""Where recorded versions are read: a folder for each, and in it a lasting address for every clause."""

import re
from hashlib import sha256

from builder.web.escape import slug
from builder.web.places import Place

__all__ = ["CONTENTS", "clause_place", "folder_name", "version_folder", "version_place"]

CONTENTS = "index.html"
PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")


def version_folder(document: str, label: str) -> str:
    """The folder of a document's recorded version."""
    return f"v/{folder_name(document)}/{folder_name(label)}"


def version_place(document: str, label: str) -> Place:
    """The contents of a recorded version."""
    return Place(f"{version_folder(document, label)}/{CONTENTS}")


def clause_place(document: str, label: str, clause: str) -> Place:
    """A clause in a recorded version, wherever in it the clause stands: its line in the contents, which leads on."""
    return Place(version_place(document, label).page, clause)


def folder_name(label: str) -> str:
    """A label as a part of an address. Two labels never share one: another text would stand under an address."""
    if PLAIN.fullmatch(label) and ".." not in label:
        return label
    return f"{slug(label)}-{sha256(label.encode()).hexdigest()[:8]}"
