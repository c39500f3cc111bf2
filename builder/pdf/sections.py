"""The sections with their headings, on upright pages and on pages on their side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from builder.anchors import slug, unique
from builder.pdf.blocks import blocks
from builder.pdf.columns import Sheet, sheet
from builder.pdf.escape import string
from builder.pdf.inline import Ink, heading
from builder.pdf.outline import Outline
from builder.redline import MarkedParagraph, MarkedSection, MarkedTable, in_new, new_words

__all__ = ["places", "sections"]

SIGNATURES, PROCESS_CARDS = "bilaga/underskrifter", "bilaga/processkort"


def places(sections: Sequence[MarkedSection]) -> Mapping[str, str]:
    """The label of each section and sub-heading: where it stands in the new text, if it does."""
    found: dict[str, str] = {}
    for n, section in enumerate(sections):
        if in_new(section.fate) or section.id not in found:
            found[section.id] = f"s{n}"
            found |= _subheadings(section, f"s{n}")
    return found


def _subheadings(section: MarkedSection, mark: str) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for n, block in enumerate(section.blocks):
        if isinstance(block, MarkedParagraph) and block.shape.kind == "heading" and in_new(block.fate):
            yield f"{section.id}#{unique(slug(new_words(block)), taken)}", f"{mark}-{n}"


def sections(ink: Ink, content: Sequence[MarkedSection]) -> Iterator[str]:
    """A line of code for each section, and lines that turn the page. An annex begins a page."""
    outline = Outline()
    numbered = zip(_pages(content), enumerate(content), strict=True)
    for page, group in groupby(numbered, key=lambda pair: pair[0]):
        if page is not None:
            yield f"wide({page.width}mm,{page.height}mm,{{"
        for place, (_, (n, section)) in enumerate(group):
            turned = section.kind == "annex" and section.level == 1 and (page is None or place > 0)
            yield ("pagebreak(weak:true);" if turned else "") + _section(ink, outline, section, f"s{n}")
        if page is not None:
            yield "})"


def _pages(content: Sequence[MarkedSection]) -> list[Sheet | None]:
    """The page of each section: on its side for a wide table, and for the headings right above it."""
    pages = [sheet([b for b in section.blocks if isinstance(b, MarkedTable)]) for section in content]
    for n in range(len(pages) - 2, -1, -1):
        if not content[n].blocks:
            pages[n] = pages[n + 1]
    return pages


def _section(ink: Ink, outline: Outline, section: MarkedSection, mark: str) -> str:
    title, number = heading(ink, section.title), string(section.number)
    parts = [f'section({outline.section_level(section.level)},{number},"{mark}",{title})']
    if section.level == 1:
        parts = [f"chapter({string(f'{section.number} {new_words(section.title)}'.strip())})", *parts]
    if section.fate:
        parts.append(f"fate({string(ink.words.fates[section.fate[-1].kind])})")
    if section.kind == "clause":
        parts.append(f"name({string(section.id)})")
    if section.facts.motive and ink.motive:
        parts.append(f"facts({string(f'{ink.motive}: {section.facts.motive}')})")
    ink = replace(ink, signed=section.id == SIGNATURES, together=section.id == PROCESS_CARDS)
    return ";".join([*parts, *blocks(ink, outline, section.blocks, mark)])
