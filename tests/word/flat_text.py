"""What a text says that LibreOffice has saved as flat ODF: its paragraphs with their styles, and its notes.

Asked of LibreOffice itself, each paragraph takes five questions of a millisecond; the whole file takes a hundred.
"""

import xml.etree.ElementTree as ET
from pathlib import Path

__all__ = ["read"]

SPACES = {
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("office", "text", "table", "style", "drawing", "svg-compatible")
}


def named(space: str, name: str) -> str:
    return SPACES[space] + name


PARAGRAPHS = (named("text", "p"), named("text", "h"))
STYLE, DISPLAYED, PARENT = named("style", "name"), named("style", "display-name"), named("style", "parent-style-name")
ROW, CELL = named("table", "table-row"), (named("table", "table-cell"), named("table", "covered-table-cell"))
WHITE = {named("text", "tab"): "\t", named("text", "line-break"): "\n"}
NOTE, FRAME = named("text", "note"), named("drawing", "frame")
ASIDE = (FRAME, named("office", "annotation"))
"""What stands in a paragraph and is no part of what it says."""

Body = list[list[str]]


def read(file: Path) -> tuple[Body, list[list[str]]]:
    """The paragraphs, each as its style and what it says, cells with their places and pictures in brackets; and the
    paragraphs of each note."""
    root = ET.parse(file).getroot()
    styles = shown_names(root)
    text = root.find(f"{named('office', 'body')}/{named('office', 'text')}")
    assert text is not None
    body = list(paragraphs(text, styles))
    return body, [[said for _, said in paragraphs(note, styles)] for note in text.iter(named("text", "note-body"))]


def shown_names(root: ET.Element) -> dict[str, str]:
    """The name that a reader sees of each style of paragraphs; those without one show their parent's."""
    made = [style for style in root.iter(named("style", "style")) if style.get(named("style", "family")) == "paragraph"]
    kept = root.find(named("office", "styles"))
    named_ = {id(style) for style in kept} if kept is not None else set()
    own = {s.get(STYLE, ""): s.get(DISPLAYED, s.get(STYLE, "")) for s in made if id(s) in named_}
    return own | {s.get(STYLE, ""): own.get(s.get(PARENT, ""), "") for s in made if id(s) not in named_}


def paragraphs(within: ET.Element, styles: dict[str, str]) -> Body:
    found: Body = []
    for item in within:
        if item.tag in PARAGRAPHS:
            style = item.get(named("text", "style-name"), "")
            found.append([styles.get(style, style), said(item) + "".join(f" [{alt}]" for alt in pictures(item))])
        elif item.tag == named("table", "table"):
            found += table(item, styles)
        elif item.tag != named("text", "tracked-changes"):
            found += paragraphs(item, styles)
    return found


def table(item: ET.Element, styles: dict[str, str]) -> Body:
    """The paragraphs of the cells row by row, each with its cell's name, as A1, before its style."""
    return [
        [f"{chr(ord('A') + column)}{line}:{style}", text]
        for line, row in enumerate(item.iter(ROW), 1)
        for column, cell in enumerate(each for each in row if each.tag in CELL)
        for style, text in paragraphs(cell, styles)
    ]


def said(item: ET.Element) -> str:
    """The words of a paragraph or of a part of it, of a note its number."""
    if item.tag == NOTE:
        return item.findtext(named("text", "note-citation"), "")
    if item.tag in ASIDE:
        return ""
    if item.tag == named("text", "s"):
        return " " * int(item.get(named("text", "c"), "1"))
    return WHITE.get(item.tag, item.text or "") + "".join(said(part) + (part.tail or "") for part in item)


def pictures(item: ET.Element) -> list[str]:
    """The descriptions of the pictures in the paragraph."""
    frames = [frame for part in item if part.tag != NOTE for frame in part.iter(FRAME)]
    return [frame.findtext(named("svg-compatible", "desc"), "") for frame in frames]
