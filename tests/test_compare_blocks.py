"""Paragraphs, tables and looks inside a section."""

import pytest

from builder.compare import compare
from builder.compare.align import Item, align, word_list
from builder.model import (
    Alignment,
    Block,
    Cell,
    ClauseLink,
    Document,
    Edition,
    Marks,
    Paragraph,
    Row,
    Section,
    Shape,
    Table,
    TermUse,
    Text,
    Url,
)  # fmt: skip
from builder.redline import MarkedBlock, MarkedParagraph, MarkedTable, Redline, Span, accept, is_changed, reject

LEFT: Alignment = "left"
CAPTION = Shape("caption")
SIGNS = {"insertion": "+", "deletion": "-", "move-from": "<", "move-to": ">"}


def paragraph(text: str, shape: Shape | None = None, marks: Marks | None = None) -> Paragraph:
    return Paragraph((Text(text, marks or Marks()),), shape or Shape())


def row(*cells: str, key: str = "", header: bool = False) -> Row:
    return Row(tuple(Cell((paragraph(text),)) for text in cells), header, key)


def table(*rows: Row) -> Table:
    return Table(rows, (LEFT,) * len(rows[0].cells))


def marked(old: list[Block], new: list[Block]) -> Redline:
    before, after = [Section("h/a", "clause", 1, (), tuple(blocks)) for blocks in (old, new)]
    redline = compare(Document("x", Edition("T"), (before,)), Document("x", Edition("T"), (after,)))
    assert accept(redline) == (after,)
    assert reject(redline) == (before,)
    return redline


def shown(old: list[Block], new: list[Block]) -> list[str]:
    return [block_text(block) for block in marked(old, new).sections[0].blocks]


def block_text(block: MarkedBlock) -> str:
    if isinstance(block, MarkedParagraph):
        return paragraph_text(block)
    lines = [" | ".join(" ¶ ".join(map(paragraph_text, c.content)) for c in r.cells) for r in block.rows]
    return sign(block) + " / ".join(sign(r) + line for r, line in zip(block.rows, lines, strict=True))


def sign(thing: object) -> str:
    fate = getattr(thing, "fate", ())
    return SIGNS[fate[-1].kind] if fate else ""


def paragraph_text(block: MarkedParagraph) -> str:
    """The paragraph's own sign, and {+…} or {-…} around words that came or went in it."""
    return sign(block) + "".join(span_text(span, block) for span in block.spans)


def span_text(span: Span, block: MarkedParagraph) -> str:
    assert isinstance(span.inline, Text)
    return span.inline.text if span.fate == block.fate else f"{{{sign(span)}{span.inline.text}}}"


HEAD = row("Uppgift", "Ansvarig", header=True)
SAR, PROV = row("Omläggning av sår", "Kommunen"), row("Provtagning i hemmet", "Kommunen")
LONGER = [
    ("Uppgift", "Tid", "Ansvarig", True),
    ("Omläggning av sår", "Dagligen", "Regionen", False),
    ("Provtagning i hemmet", "Ibland", "Kommunen", False),
]
TWO = [
    (("Uppgift", "Ansvarig"), True),
    (("Omläggning av sår", "Kommunen"), False),
    (("Provtagning i hemmet", "Kommunen"), False),
]
INTRO, RULE = paragraph("Vården ges i hemmet."), paragraph("Läkaren svarar inom en timme.")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([INTRO], [INTRO, RULE], [INTRO, "+Läkaren svarar inom en timme."]),
        ([INTRO, RULE], [RULE], ["-Vården ges i hemmet.", RULE]),
        ([INTRO], [RULE], ["-Vården ges i hemmet.", "+Läkaren svarar inom en timme."]),
        ([INTRO, RULE], [RULE, INTRO], ["<Vården ges i hemmet.", RULE, ">Vården ges i hemmet."]),
        (
            [table(HEAD, SAR, PROV)],
            [table(HEAD, row("Omläggning av sår", "Regionen"), PROV)],
            ["Uppgift | Ansvarig / Omläggning av sår | {-Kommunen}{+Regionen} / Provtagning i hemmet | Kommunen"],
        ),
        (
            [table(HEAD, SAR)],
            [table(HEAD, PROV, SAR)],
            ["Uppgift | Ansvarig / ++Provtagning i hemmet | +Kommunen / Omläggning av sår | Kommunen"],
        ),
        (
            [table(HEAD, row("Alfa beta", "gamma", key="r1"), row("ett", "två", key="r2"))],
            [table(HEAD, row("Delta", "epsilon", key="r1"), row("ett", "två", key="r3"))],
            [
                "Uppgift | Ansvarig / {-Alfa beta}{+Delta} | {-gamma}{+epsilon}"
                " / --ett | -två / ++ett | +två"
            ],
        ),
        (
            [table(HEAD)],
            [table(row("Uppgift", header=True))],
            ["Uppgift | -Ansvarig"],
        ),
        (
            [table(HEAD, SAR)],
            [table(row("Vem", "Vad", "När", header=True), row("Parterna", "planering", "årligen"))],
            [
                "---Uppgift | -Ansvarig / --Omläggning av sår | -Kommunen",
                "+++Vem | +Vad | +När / ++Parterna | +planering | +årligen",
            ],
        ),
        (
            [table(HEAD, SAR, PROV)],
            [table(*(row(a, b, c, header=h) for a, b, c, h in LONGER))],
            [
                "Uppgift | +Tid | Ansvarig / Omläggning av sår | +Dagligen | {-Kommunen}{+Regionen}"
                " / Provtagning i hemmet | +Ibland | Kommunen"
            ],
        ),
        (
            [table(HEAD, SAR, PROV)],
            [table(*(row(*reversed(cells), header=h) for cells, h in TWO))],
            [
                ">Ansvarig | Uppgift | <Ansvarig / >Kommunen | Omläggning av sår | <Kommunen"
                " / >Kommunen | Provtagning i hemmet | <Kommunen"
            ],
        ),
        (
            [table(HEAD, SAR, PROV)],
            [table(HEAD, PROV, SAR)],
            [
                "Uppgift | Ansvarig / <<Omläggning av sår | <Kommunen / Provtagning i hemmet | Kommunen"
                " / >>Omläggning av sår | >Kommunen"
            ],
        ),
        (
            [table(HEAD, row("Alfa beta", "gamma", key="r1"), row("ett", "två", key="r2"))],
            [table(HEAD, row("ett", "två", key="r2"), row("Alfa gamma", "gamma", key="r1"))],
            [
                "Uppgift | Ansvarig / <<Alfa {-beta} | <gamma / ett | två"
                " / >>Alfa {+gamma} | >gamma"
            ],
        ),
        (
            [table(HEAD, row("Skola", "Elevhälsans eget ansvar"), SAR)],
            [table(HEAD, row("Skola", "Ingen av parterna, se skollagen"), SAR)],
            [
                "Uppgift | Ansvarig / Skola | {-Elevhälsans eget ansvar}{+Ingen av parterna, se skollagen}"
                " / Omläggning av sår | Kommunen"
            ],
        ),
        (
            [table(HEAD, row("Skola", "Elevhälsans ansvar"), SAR, PROV)],
            [table(HEAD, SAR, PROV, row("Skola", "Elevhälsans eget ansvar"))],
            [
                "Uppgift | Ansvarig / <<Skola | <Elevhälsans ansvar / Omläggning av sår | Kommunen"
                " / Provtagning i hemmet | Kommunen / >>Skola | >Elevhälsans {+eget }ansvar"
            ],
        ),
        (
            [table(HEAD, row("1", "Omläggning av sår"), row("2", "Provtagning i hemmet"))],
            [table(HEAD, row("1", "Samtal"), row("2", "Omläggning av sår"), row("3", "Provtagning i hemmet"))],
            [
                "Uppgift | Ansvarig / ++1 | +Samtal / {-1}{+2} | Omläggning av sår"
                " / {-2}{+3} | Provtagning i hemmet"
            ],
        ),
        ([table(HEAD)], [paragraph("Ansvar", CAPTION), table(HEAD)], ["+Ansvar", "Uppgift | Ansvarig"]),
        (
            [INTRO, table(HEAD)],
            [RULE, table(HEAD)],
            ["{-Vården ges i hemmet.}{+Läkaren svarar inom en timme.}", table(HEAD)],
        ),
    ],
)  # fmt: skip
def test_blocks_come_go_and_change(old: list[Block], new: list[Block], expected: list[str | Block]) -> None:
    plain = {id(block): shown([block], [block])[0] for block in expected if not isinstance(block, str)}
    assert shown(old, new) == [block if isinstance(block, str) else plain[id(block)] for block in expected]


def test_the_last_paragraph_of_a_cell_is_rewritten_rather_than_deleted() -> None:
    old, new = [Row((Cell((INTRO, paragraph(last))),)) for last in ("Alfa beta.", "Helt annan text.")]
    block = marked([table(old)], [table(new)]).sections[0].blocks[0]
    assert isinstance(block, MarkedTable)
    assert [p.fate for p in block.rows[0].cells[0].content] == [(), ()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (paragraph("Vård  i\u00a0hemmet"), paragraph("Vård i hemmet")),
        (paragraph("Vård i o\u0308ppna former"), paragraph("Vård i \u00f6ppna former")),
        (paragraph("En plan", marks=Marks(about=TermUse("plan"))), paragraph("En plan")),
        (
            paragraph("En plan", marks=Marks(link=ClauseLink("h/b"))),
            paragraph("En plan", marks=Marks(link=ClauseLink("h/c"))),
        ),
    ],
)
def test_what_no_reader_sees_is_no_change(old: Paragraph, new: Paragraph) -> None:
    assert not is_changed(marked([old], [new]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (paragraph("Punkt", Shape(level=1, marker="bullet")), paragraph("Punkt", Shape(level=2, marker="bullet"))),
        (paragraph("Ord", marks=Marks(strong=True)), paragraph("Ord")),
        (paragraph("kod  med  luft", Shape("code")), paragraph("kod med luft", Shape("code"))),
        (paragraph("Länk", marks=Marks(link=Url("https://a.example"))), paragraph("Länk")),
        (
            paragraph("Länk", marks=Marks(link=Url("https://a.example"))),
            paragraph("Länk", marks=Marks(link=Url("https://b"))),
        ),
    ],
)
def test_what_a_reader_sees_is_a_change(old: Paragraph, new: Paragraph) -> None:
    assert is_changed(marked([old], [new]))


def test_a_word_with_half_of_it_in_bold_is_the_same_word() -> None:
    half = Paragraph((Text("hemsjuk", Marks(strong=True)), Text("vård ges")))
    block = marked([half], [paragraph("hemsjukvård ges")]).sections[0].blocks[0]
    assert isinstance(block, MarkedParagraph)
    assert [(s.fate, s.before) for s in block.spans] == [((), Marks(strong=True)), ((), None)]


def item(text: str) -> Item:
    return Item(text, word_list(text))


def test_a_rewritten_clause_of_many_paragraphs_is_aligned_near_its_diagonal() -> None:
    old = [f"stycke nummer {k} av texten" for k in range(600)]
    new = [f"{text} ändrad" for text in old if not text.startswith("stycke nummer 7 ")]
    pairs = align(old, new, item)
    assert [pair for pair in pairs if None in pair] == [(7, None)]
    assert all(new[j].startswith(old[i]) for i, j in pairs if i is not None and j is not None)


def test_a_very_long_paragraph_is_compared_sentence_by_sentence() -> None:
    sentences = [f"Mening {k} gäller kommun {k * 7} i länet." for k in range(400)]
    edited = [*sentences[:9], sentences[9].replace("gäller", "omfattar"), *sentences[11:]]
    (text,) = shown([paragraph(" ".join(sentences))], [paragraph(" ".join(edited))])
    assert text.count("{") == 3
    assert "Mening 9 {-gäller}{+omfattar} kommun 63 i länet. {-Mening 10 gäller kommun 70 i länet. }Mening 11" in text


def test_a_very_long_rewritten_paragraph_is_shown_whole() -> None:
    old, new = ("".join(f"{word}{k} " for k in range(3000)) for word in ("gammalt", "nytt"))
    assert shown([paragraph(f"Inledning {old}")], [paragraph(f"Inledning {new}")]) == [
        f"-Inledning {old}",
        f"+Inledning {new}",
    ]


def test_a_column_that_is_aligned_otherwise_is_a_change_that_can_be_taken_back() -> None:
    centred = Table(table(HEAD).rows, ("center", "left"))
    assert is_changed(marked([table(HEAD)], [centred]))


def test_headings_that_changed_place_over_columns_that_did_not_are_edited_headings() -> None:
    body = row("Sår", "Kommunen")
    before, after = (table(row(*heads, header=True), body) for heads in (("Vad", "Vem"), ("Vem", "Vad")))
    assert shown([before], [after]) == ["{-Vad}{+Vem} | {-Vem}{+Vad} / Sår | Kommunen"]
    (moved,) = marked([before], [table(row("Vem", "Vad", header=True), row("Kommunen", "Sår"))]).sections[0].blocks
    assert isinstance(moved, MarkedTable)
    assert len(moved.columns) == 3
