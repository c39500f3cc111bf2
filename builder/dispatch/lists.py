"""The lists of a dispatch: checksums and metadata for each package, and the sender's list of all packages."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from builder.dispatch.addressee import Addressee
from builder.dispatch.occasion import Entry, Occasion
from builder.dispatch.paper import table
from builder.model import Document, Section, Text
from builder.records import RecordColumn, TableSpec

__all__ = ["CHECKSUMS", "METADATA", "Sent", "checksums", "digest", "metadata", "sent_list"]

CHECKSUMS = "sha256.txt"
METADATA = "metadata.json"


@dataclass(frozen=True, slots=True)
class Sent:
    """A package that was made: its name, and the SHA-256 of its list of checksums."""

    addressee: Addressee
    package: str
    deadline: str
    since: str
    sha256: str


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(data).hexdigest()


def checksums(entries: Iterable[Entry]) -> bytes:
    """The files as `sha256sum --check` reads them."""
    return "".join(f"{entry.sha256}  {entry.name}\n" for entry in entries).encode()


def metadata(occasion: Occasion, addressee: Addressee, since: str, entries: Iterable[Entry]) -> bytes:
    """What the följesedel says, for a program."""
    edition = occasion.edition
    said = {
        "ärende": {
            "diarienummer": edition.diary, "datum": occasion.day, "avsändare": occasion.sender,
            "innehåll": f"Remiss: {edition.title}", "svara-senast": occasion.deadline,
        },
        "mottagare": {"id": addressee.id, "namn": addressee.name, "skickas-till": addressee.address},
        "dokument": {
            "namn": occasion.name, "titel": edition.title, "version": edition.version, "status": edition.status,
            "datum": edition.date, "versions-id": edition.commit, "kontrollsumma": edition.checksum,
            "jämförd-med": since, "språk": edition.language,
        },
        "filer": [{"fil": entry.name, "vad": entry.what, "sha256": entry.sha256} for entry in entries],
    }  # fmt: skip
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


# --- the sender's own list ---------------------------------------------------------------------------

COLUMNS = (
    RecordColumn("id", "Id", "val"),
    RecordColumn("mottagare", "Mottagare", "klausul"),
    RecordColumn("grupp", "Grupp", "part"),
    RecordColumn("sätt", "Skickas till", "klausul"),
    RecordColumn("svar", "Svara senast", "part"),
    RecordColumn("paket", "Paket", "klausul"),
    RecordColumn("sedan", "Ändringar sedan", "val"),
    RecordColumn("summa", "Kontrollsumma för sha256.txt", "klausul"),
    RecordColumn("skickat", "Skickat", "datum", fill_in=True),
    RecordColumn("mottaget", "Mottagandet bekräftat", "datum", fill_in=True),
    RecordColumn("svarat", "Svar inkommet", "datum", fill_in=True),
)
"""The kinds give the columns' widths: all eleven fit on a page on its side."""

SPEC = TableSpec("utskick", "Sändlista", "utskick", COLUMNS)


def sent_list(occasion: Occasion, sent: Sequence[Sent]) -> tuple[Document, TableSpec]:
    """All packages of a dispatch, with columns for the sender to fill in: as a document, and its table's columns."""
    rows = table([column.title for column in COLUMNS], ([*_cells(one), "", "", ""] for one in sent))
    section = Section(f"tabell/{SPEC.id}", "table", 1, (Text(SPEC.title),), (rows,))
    edition = replace(
        occasion.edition, title=f"Sändlista: {occasion.edition.title}", kind="sändlista", supporting=True,
        date=occasion.day or occasion.edition.date,
    )  # fmt: skip
    return Document("sandlista", edition, (section,)), SPEC


def _cells(sent: Sent) -> list[str]:
    to = sent.addressee
    return [to.id.upper(), to.name, to.group, to.address, sent.deadline, sent.package, sent.since or "–", sent.sha256]
