"""The link by which a reader sends a remark on a clause: a letter begun with the clause and its version."""

import re
from urllib.parse import quote

from builder.library import Project
from builder.model import Document, Section
from builder.web.banner import version_name
from builder.web.escape import clean, safe_address
from builder.web.names import numbered

__all__ = ["remark_address"]

MAILBOX = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
WEB = ("https://", "http://")


def remark_address(project: Project, document: Document, section: Section) -> str:
    """The address, safe to stand in Markdown; empty where the project has said of no place for remarks."""
    if MAILBOX.fullmatch(project.remarks):
        title, edition = clean(numbered(section)), document.edition
        subject = f"Synpunkt på {section.id}, {version_name(edition).lower()}"
        lines = (f"Klausul: {title} ({section.id})", f"Avtal: {clean(edition.agreement_title or edition.title)}",
                 f"Version: {version_name(edition)}, {edition.date}".rstrip(", "), "",
                 "Skriv aldrig uppgifter om en patient.", "", "Min synpunkt:", "")  # fmt: skip
        return safe_address(f"mailto:{project.remarks}?subject={quote(subject)}&body={quote(chr(10).join(lines))}")
    return safe_address(project.remarks) if project.remarks.lower().startswith(WEB) else ""
