"""A small agreement that uses everything the Word writer knows, and the next version of it."""

from dataclasses import replace

from builder.compare import compare
from builder.model import (
    TABLES,
    Block,
    Break,
    Cell,
    ClauseLink,
    Document,
    Edition,
    Inline,
    Marks,
    Note,
    Number,
    OutsideLink,
    Paragraph,
    Row,
    Section,
    Shape,
    Table,
    Text,
    Url,
)  # fmt: skip

__all__ = ["EDITION", "NEW", "OLD", "p", "redline", "section", "table", "titled"]

EDITION = Edition(
    "Överenskommelse om stöd i hemmet", "överenskommelse", "hemmet", "Stöd i hemmet", "Länet och kommunerna",
    "utkast-1", "utkast", "2026-11-02", "0123456789abcdef" * 2 + "01234567", "fedcba9876543210" * 4, "RN 2026/123",
)  # fmt: skip


def p(*content: str | Inline, **shape: object) -> Paragraph:
    inlines = tuple(Text(part) if isinstance(part, str) else part for part in content)
    return Paragraph(inlines, Shape(**shape))  # type: ignore[arg-type]


def section(name: str, title: str, number: str, *blocks: Block, level: int = 2) -> Section:
    kind = "annex" if name.startswith("bilaga/") else "chapter" if name.startswith("kapitel/") else "clause"
    return Section(name, kind, level, (Text(title),), blocks, number)


def titled(number: str, said: str) -> Paragraph:
    return p(Number(TABLES, f"Tabell {number}."), f" {said}", kind="caption")


def table(*rows: tuple[str, ...]) -> Table:
    made = [Row(tuple(Cell((p(text),)) for text in row), n == 0, row[0] if n else "") for n, row in enumerate(rows)]
    return Table(tuple(made), (*("left",) * (len(rows[0]) - 1), "right"))


def note(text: str) -> Note:
    return Note((p(text),))


PARTIES = section(
    "hemmet/parter", "Parter", "1.1",
    p("Ansvarig: länet · Stöd: 1 kap. 2 § PL", kind="facts"),
    p("Parter är ", Text("länet", Marks(strong=True)), " och kommunerna", note("Enligt registret."), ". Se avsnitt ",
      Number("hemmet/syfte", "1.2"), " och ", Text("svarstider", Marks(link=ClauseLink("hemmet/svar"))), " (avsnitt ",
      Number("hemmet/svar", "2.1"), ")."),
    p("punkt ett", level=1, marker="bullet"), p("under punkt ett", level=2, marker="bullet"),
    p("mer om det", level=2), p("punkt två", level=1, marker="bullet"),
    p("Därefter gäller:"), p("först", level=1, marker="number"), p("sedan", level=1, marker="number"),
    p("Ny lista:"), p("tredje", level=1, marker="number", start=3),
    p("Citat ur ", Text("protokollet", Marks(link=Url("https://example.org/a?b=1&c=2"))), ".", quote=1),
    p("rad ett\n\trad två", kind="code"),
)  # fmt: skip
PURPOSE = section(
    "hemmet/syfte", "Syfte & mål <viktigt>", "1.2",
    p("Texten beskriver varför ", Text("parterna", Marks(emphasis=True)), " samverkar", Break(), "och hur."),
    p("Närmare om målen", kind="heading", depth=1), p("Målen följs upp varje år."),
    p("Ska uppföljningen ske oftare?", kind="question"),
)  # fmt: skip
ANSWER = section(
    "hemmet/svar", "Svarstider", "2.1", p("Länet svarar inom 30 minuter dygnet runt."),
    titled("1", "Tider"),
    table(("Vad", "Vem", "När"), ("Fråga", "Länet", "30 minuter"), ("Besök", "Kommunen", "2 timmar")),
    p("Avsteg kräver ", Text("skriftlig överenskommelse", Marks(link=OutsideLink("rehab/avsteg", "rehab"))),
      " (Rehabilitering, avsnitt 2)."),
)  # fmt: skip
TERMS = section(
    "bilaga/begrepp", "Begreppslista", "Bilaga 1", table(("Begrepp", "Betydelse"), ("hem", "bostad")), level=1
)
TIMES = section("bilaga/tider", "Tider", "Bilaga 2", table(("Vad", "Värde"), ("svar", "30 minuter")), level=1)

OLD = Document(
    "hemmet", EDITION,
    (section("kapitel/grunder", "Grunder", "1", level=1), PARTIES, PURPOSE,
     section("kapitel/vagar", "Vägar in och ut", "2", level=1), ANSWER, TERMS, TIMES),
)  # fmt: skip

NEW_PARTIES = replace(
    PARTIES, title=(Text("Avtalets parter"),),
    blocks=(
        PARTIES.blocks[0],
        p("Parterna är ", Text("länet", Marks(emphasis=True)), " och kommunerna", note("Enligt det nya registret."),
          ". Se avsnitt ", Number("hemmet/syfte", "2.1"), " och ",
          Text("svarstider", Marks(link=ClauseLink("hemmet/svar"))), " (avsnitt ", Number("hemmet/svar", "2.2"), ").",
          note("Gäller från årsskiftet.")),
        PARTIES.blocks[2], p("under punkt ett", level=1, marker="bullet"), PARTIES.blocks[4], *PARTIES.blocks[6:8],
        p("däremellan", level=1, marker="number"), *PARTIES.blocks[8:11], p("Citat utan länk.", quote=1),
        PARTIES.blocks[12],
    ),
)  # fmt: skip
NEW_PURPOSE = replace(
    PURPOSE, number="2.1",
    blocks=(*PURPOSE.blocks[:2], p("Målen följs upp varje halvår."), titled("1", "Målen"),
            table(("Mål", "Mått"), ("Trygghet", "Svar i tid"))),
)  # fmt: skip
NEW_ANSWER = replace(
    ANSWER, number="2.2",
    blocks=(
        p("Länet svarar inom 30 minuter, alla dagar."), p("Ett nytt stycke före tabellen."),
        titled("2", "Tider för svar"),
        table(("Vad", "Vem", "När"), ("Fråga", "Länet", "20 minuter"), ("Prov", "Länet", "1 dygn")),
    ),
)  # fmt: skip
ADDED = section(
    "hemmet/tvist", "Tvister", "2.3", p("Tvister löses enligt avsnitt ", Number("hemmet/parter", "1.1"), ".")
)

NEW = Document(
    "hemmet",
    replace(EDITION, title="Överenskommelse om stöd och vård i hemmet", version="utkast-2", status="remiss",
            date="2026-12-01", commit="abcdef0123456789" * 2 + "abcdef01", checksum="0011223344556677" * 4),
    (OLD.sections[0], NEW_PARTIES, OLD.sections[3], NEW_PURPOSE, NEW_ANSWER, ADDED, TERMS),
)  # fmt: skip

redline = compare(OLD, NEW)
