"""What the rows of an answer form are written with: paragraphs, cells to read and to write in, dropdowns, tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from builder.answers import Wording
from builder.word.anchors import bookmark
from builder.word.look import TABLE_LOOK
from builder.word.xml import attribute, escape

__all__ = ["FormPen"]

GREY_TEXT = '<w:color w:val="595959"/>'
GROUND, EDGE = "FFFBEE", "8C8C8C"
"""Of what is to be filled in: seen in colour, and by its border without."""

LINE = 280
"""The height of a line of a table, in twentieths of a point."""

LONGEST = 64
"""Letters that Word takes in a control's title."""

PLAIN_HEADING = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


@dataclass(slots=True)
class FormPen:
    """The state of one writing. `style`: the template's ids of our styles; `bullet`: its list of bullets; `width` of
    the text, in twentieths of a point."""

    style: Mapping[str, str]
    bullet: int
    width: int
    said: Wording
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    # --- paragraphs ----------------------------------------------------------------------------------

    def paragraph(self, style: str, content: str, more: str = "") -> str:
        """A paragraph of runs. `more`: properties after the style."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style[style]}"/>{more}</w:pPr>{content}</w:p>'

    def heading(self, level: int, text: str, *, new_page: bool = False) -> str:
        """A heading without a number: the clauses' numbers are the only ones in a form."""
        page = "<w:pageBreakBefore/>" if new_page else ""
        properties = f'{page}{PLAIN_HEADING}<w:ind w:left="0" w:firstLine="0"/>'
        look = f'<w:rStyle w:val="{self.style["Kapitelnamn"]}"/>' if level == 1 else ""
        return self.paragraph(f"Heading{level}", self.run(text, look), properties)

    def item(self, text: str) -> str:
        """An item of a list with bullets."""
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.bullet}"/></w:numPr>'
        return self.paragraph("ListBullet", self.run(text), listed)

    def run(self, text: str, looks: str = "") -> str:
        """A run of text."""
        properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
        return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""

    def strong(self, text: str) -> str:
        """A run in bold."""
        return self.run(text, "<w:b/><w:bCs/>")

    def small(self, text: str) -> str:
        """A line of small print in a cell."""
        looks = f'{GREY_TEXT}<w:sz w:val="17"/><w:szCs w:val="17"/>'
        return self.line(self.run(text, looks)) if text else ""

    def line(self, content: str) -> str:
        """A line of a cell."""
        return self.paragraph("Tabelltext", content)

    # --- what is filled in ---------------------------------------------------------------------------

    def marked(self, id_: str, content: str) -> str:
        """Runs within the bookmark of an answer's id."""
        number = next(self.ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(id_)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def dropdown(self, id_: str, title: str, choices: Iterable[str]) -> str:
        """A list to choose from, showing its prompt until a choice is made. The prompt is also an item: it undoes."""
        prompt = self.said.choose
        items = "".join(f'<w:listItem w:displayText="{attribute(c)}" w:value="{attribute(c)}"/>' for c in choices)
        control = (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(title[:LONGEST])}"/><w:tag w:val="{bookmark(id_)}"/>'
            f'<w:id w:val="{next(self.ids)}"/><w:lock w:val="sdtLocked"/><w:showingPlcHdr/><w:dropDownList>'
            f'<w:listItem w:displayText="{attribute(prompt)}" w:value=""/>{items}</w:dropDownList></w:sdtPr>'
            f"<w:sdtContent>{self.run(prompt, GREY_TEXT)}</w:sdtContent></w:sdt>"
        )
        return self.line(self.marked(id_, control))

    # --- tables --------------------------------------------------------------------------------------

    def table(self, caption: str, shares: Sequence[int], heads: Sequence[str], rows: Iterable[str]) -> str:
        """A table whose first row repeats on each page. `shares`: the columns' widths in parts of the whole."""
        widths = self.widths(shares)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        top = "".join(
            self.cell(width, self.paragraph("Tabellrubrik", self.run(text)))
            for width, text in zip(widths, heads, strict=True)
        )
        said = attribute(f"{caption}: {', '.join(heads)}")
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style["Avtalstabell"]}"/>'
            f'<w:tblW w:w="{self.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{TABLE_LOOK}'
            f'<w:tblCaption w:val="{attribute(caption)}"/><w:tblDescription w:val="{said}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{top}</w:tr>"
            f"{''.join(rows)}</w:tbl>"
        )

    def widths(self, shares: Sequence[int]) -> list[int]:
        """The columns' widths; the last takes what is left."""
        found = [self.width * share // sum(shares) for share in shares]
        return [*found[:-1], self.width - sum(found[:-1])]

    def row(self, cells: Iterable[str], lines: int) -> str:
        """A row at least so many lines high, which grows with what is written in it."""
        height = f'<w:trHeight w:val="{lines * LINE}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"

    def cell(self, width: int, content: str) -> str:
        """A cell to read."""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'

    def field(self, width: int, content: str = "") -> str:
        """A cell to write in."""
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{EDGE}"/>'
            for side in ("top", "left", "bottom", "right")
        )
        look = f'<w:tcBorders>{sides}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{GROUND}"/>'
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{content or self.line("")}</w:tc>'
