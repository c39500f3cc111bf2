"""The work list of references as JSON, for other programs and for pages."""

import json
from collections.abc import Iterable

from builder.review import Stale, entry

__all__ = ["stale_json"]


def stale_json(found: Iterable[Stale]) -> str:
    """An object for each reference to look at again: clause, target, kind, since when, by whom, why in words, and
    what to do."""
    return json.dumps([_row(stale) for stale in found], ensure_ascii=False, indent=1) + "\n"


def _row(stale: Stale) -> dict[str, object]:
    cited, one = stale.citation, entry(stale)
    row: dict[str, object] = {
        "clause": cited.clause, "target": str(cited.target), "kind": stale.kind, "since": stale.since,
        "changed": stale.came or None, "by": stale.by, "said": stale.was, "says": stale.now,
        "what": one.what, "when": one.when, "told": list(one.said), "remedy": one.remedy, "command": one.command,
    }  # fmt: skip
    return row | ({"pin": cited.pin, "newest": stale.newest} if cited.pin else {})
