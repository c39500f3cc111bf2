"""Which versions of other agreements a clause was written against, and whether a newer one has been recorded since."""

from collections.abc import Iterator

from builder.library import Library
from builder.model import Number, OutsideLink, Section, Text, all_inlines
from builder.web.escape import markdown_text

__all__ = ["pinned"]


def pinned(library: Library, section: Section) -> Iterator[str]:
    """A sentence for each version of another agreement that the clause's references are pinned to."""
    for agreement, version in dict.fromkeys(_pins(section)):
        labels = [row.label for row in library.versions if row.agreement == agreement]
        row = library.agreements.get(agreement)
        name = markdown_text((row.short or row.title) if row else agreement)
        later = labels[-1] if version in labels and labels[-1] != version else ""
        newer = f" ({markdown_text(later)} är nyare)" if later else ""
        yield f"Skriven mot {name} {markdown_text(version)}{newer}"


def _pins(section: Section) -> Iterator[tuple[str, str]]:
    for inline in all_inlines(section.blocks):
        link = inline.marks.link if isinstance(inline, Text | Number) else None
        if isinstance(link, OutsideLink) and link.version:
            yield link.agreement, link.version
