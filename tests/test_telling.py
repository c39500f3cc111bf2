"""What the list says of a change, so that it is understood without the text at hand."""

import pytest
from small_project import library

from builder.assemble import assemble
from builder.changes import changes, line
from builder.changes.cause import Cause
from builder.changes.what_changed import what_changed
from builder.compare import compare
from builder.model import Block, Cell, Document, Edition, Number, Paragraph, Row, Section, Shape, Table, Text
from builder.resolve import resolve

LONG = (
    "Regionens primärvård ska se till att det material som ett enstaka besök kräver finns hos patienten före besöket."
)


def told(old: str, new: str, header: str = "") -> list[str]:
    documents = []
    for version, body in (("utkast-1", old), ("utkast-2", new)):
        lib = library(body, header)
        documents.append(resolve(assemble(lib, lib.assemblies["hemmet"])[0], lib, Edition("A", version=version))[0])
    (change,) = (c for c in changes(compare(*documents)) if c.section.id == "hemmet/klausul")
    return list(line(change).what)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            "Om något saknas ska kommunen skriftligt ange vad det är.",
            "Kommunen ska skriftligt ange vad som saknas.",
            [
                "Omskrivet: ”Om något saknas ska kommunen skriftligt ange vad det är.” → "
                "”Kommunen ska skriftligt ange vad som saknas.”"
            ],
        ),
        (
            "Det följer av 16 kap. 4 § HSL att en plan ska finnas.",
            "Kommunens ansvar följer av 16 kap. 4 § HSL att en plan ska finnas.",
            [
                "Omskrivet: ”Det följer av 16 kap. 4 § HSL att en plan ska finnas.” → "
                "”Kommunens ansvar följer av 16 kap. 4 § HSL att en plan ska finnas.”"
            ],
        ),
        (
            LONG,
            LONG.replace("se till att", "lämna").replace("finns hos", "till").replace("patienten", "den sjuke"),
            [
                "Omskrivet: ”Regionens primärvård ska se till att det material som ett enstaka besök kräver finns hos "
                "patienten före besöket.” → ”Regionens primärvård ska lämna det material som ett enstaka besök kräver "
                "till den sjuke före besöket.”"
            ],
        ),
        (
            "Regionens vård ska ha kvar det medicinska ansvaret för den vård som planerades på sjukhuset i sju dygn "
            "efter att patienten har lämnat sjukhuset.",
            "Regionens vård ska i sju dygn efter att patienten har lämnat sjukhuset ha det medicinska ansvaret för den "
            "vård som sjukhuset har planerat.",
            [
                "Omskrivet: ”Regionens vård ska ha kvar det medicinska ansvaret för den vård som planerades på "
                "sjukhuset i sju dygn efter att patienten har lämnat sjukhuset.” → ”Regionens vård ska i sju dygn "
                "efter att patienten har lämnat sjukhuset ha det medicinska ansvaret för den vård som sjukhuset har "
                "planerat.”"
            ],
        ),
        (
            "Patienten har med sig läkemedel, material och hjälpmedel som behövs under resan till orten och hem.",
            "Patienten har alltid med sig sina egna läkemedel, material och hjälpmedel som behövs under resan till "
            "orten och hem.",
            [
                "Omskrivet: ”Patienten har med sig läkemedel, material och hjälpmedel som behövs under resan till "
                "orten och hem.” → ”Patienten har alltid med sig sina egna läkemedel, material och hjälpmedel som "
                "behövs under resan till orten och hem.”"
            ],
        ),
        (
            "Förmågan bedöms för varje patient och omprövas när den ändras.",
            "Regionens vård ska bedöma förmågan för varje patient, och på nytt när den ändras.",
            [
                "Omskrivet: ”Förmågan bedöms för varje patient och omprövas när den ändras.” → "
                "”Regionens vård ska bedöma förmågan för varje patient, och på nytt när den ändras.”"
            ],
        ),
        (
            "Avtalet gäller alla.",
            "Avtalet gäller alla. Syftet är att patienten har en känd läkare, får läkarens bedömning i rätt tid och "
            "slipper resor som inte behövs.",
            [
                "Nytt: ”Syftet är att patienten har en känd läkare, får läkarens bedömning i rätt tid och slipper "
                "resor som inte behövs.”"
            ],
        ),
        ("Läkaren bör svara inom 3 dagar.", "Läkaren ska svara inom 5 dagar.", ["bör → ska; 3 → 5 dagar"]),
        ("Meddela läkaren.", "Meddela läkaren när planen ändras.",
         ["Omskrivet: ”Meddela läkaren.” → ”Meddela läkaren när planen ändras.”"]),
        ("Vi lämnar en beskrivning i tid.", "Vi lämnar en redogörelse i tid.", ["”beskrivning” → ”redogörelse”"]),
        (
            "Kommunen planerar vården tillsammans med patienten och de närstående i hemmet.",
            "Kommunen planerar vården tillsammans med patienten, läkaren och de närstående i hemmet.",
            ["Nytt: ”… tillsammans med patienten, läkaren och de närstående …”"],
        ),
    ],
)  # fmt: skip
def test_words_in_others_place_are_told_with_their_sentence(old: str, new: str, what: list[str]) -> None:
    assert told(old, new) == what


def two(old: Block, new: Block) -> list[str]:
    documents = [
        Document(
            "d", Edition("A", version=version), (Section("a/ett", "clause", 1, (Text("Ett"),), (block,), "1"),),
            bound=frozenset({"regionen"}),
        )
        for version, block in (("utkast-1", old), ("utkast-2", new))
    ]  # fmt: skip
    (change,) = changes(compare(*documents))
    return list(line(change).what)


def test_a_reference_alone_is_told_as_one() -> None:
    old = Paragraph((Text("Erbjud en samordnad individuell plan när patienten behöver det."),))
    new = Paragraph(
        (Text("Erbjud en samordnad individuell plan (avsnitt "), Number("a/plan", "6.1"),
         Text(") när patienten behöver det."))
    )  # fmt: skip
    assert two(old, new) == ["Nytt: hänvisning vid ”samordnad individuell plan”"]
    assert two(new, old) == ["Struket: hänvisning vid ”samordnad individuell plan”"]


def test_another_version_of_another_agreement_says_of_which() -> None:
    old = "Se Fast läkarkontakt (Avtal om läkarmedverkan, utkast-1, avsnitt 1.3)."
    shown = two(Paragraph((Text(old),)), Paragraph((Text(old.replace("utkast-1", "utkast-2")),)))
    assert shown == ["version av Avtal om läkarmedverkan: ”utkast-1” → ”utkast-2”"]


def test_the_section_that_another_version_gives_a_clause_is_not_told() -> None:
    old = "Se Fast läkarkontakt (Avtal om läkarmedverkan, utkast-1, avsnitt 1.3)."
    new = old.replace("utkast-1", "utkast-2").replace("1.3", "2.1")
    assert two(Paragraph((Text(old),)), Paragraph((Text(new),))) == [
        "version av Avtal om läkarmedverkan: ”utkast-1” → ”utkast-2”"
    ]


def test_what_changed_beside_a_change_i_sak_is_told_too() -> None:
    old = "Läkaren bör svara.\n\nVi lämnar en beskrivning i tid."
    new = "Läkaren ska svara.\n\nVi lämnar en redogörelse i tid."
    assert told(old, new) == ["bör → ska; ”beskrivning” → ”redogörelse”"]


def test_many_such_changes_are_counted() -> None:
    words = ("ett", "två", "tre", "fyra", "fem", "sex", "sju")
    old, new = ("\n\n".join(f"Raden {word} {ending}." for word in words) for ending in ("stannar", "följer"))
    assert told(f"Läkaren bör svara.\n\n{old}", f"Läkaren ska svara.\n\n{new}") == [
        "bör → ska", "Dessutom 7 ändringar som inte är i sak",
    ]  # fmt: skip


def test_a_party_that_became_responsible_is_named_in_full() -> None:
    old, new = (
        Paragraph((Text(f"Ansvarig: Kommunen{more} · Källa: antagande"),), Shape("facts"))
        for more in ("", ", Regionens specialiserade vård")
    )
    assert two(old, new) == ["Nytt: ansvarig ”Regionens specialiserade vård”"]


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (("Material", "Ordineras inte", "Kommunen"), "Material · Ordineras inte · Kommunen"),
        (
            ("Material", "Ordineras inte", "ord " * 12),
            f"Material · Ordineras inte · {'ord ' * 10}…",
        ),
        (("ord " * 10, "ord " * 10, "Kommunen"), f"{'ord ' * 10}· {('ord ' * 10).strip()}"),
    ],
)
def test_a_new_row_is_told_as_far_as_it_is_read_at_a_glance(cells: tuple[str, ...], shown: str) -> None:
    rows = [Row(tuple(Cell((Paragraph((Text(text),)),)) for text in row)) for row in (("Säng", "Ja", "Ingen"), cells)]
    old, new = (Table(tuple(some), ("left", "left", "left")) for some in (rows[:1], rows))
    assert two(old, new) == [f"Nytt: ”{shown}”"]


def test_a_divided_clause_that_went_says_where_its_parts_are_and_not_its_small_print() -> None:
    facts = Paragraph((Text("Ansvarig: Parterna · Källa: antagande"),), Shape("facts"))
    parts = [
        Paragraph((Text(f"Parterna ska ge {what} till den som behöver det varje dag på året."),))
        for what in ("vård i hemmet", "hjälpmedel och material", "läkemedel i dosett")
    ]
    stays = [
        Paragraph((Text(f"Här står {n} ord som alltid har stått i just den här klausulen."),)) for n in ("ett", "två")
    ]
    old = (
        Section("a/borta", "clause", 1, (Text("Borta"),), (facts, *parts), "1"),
        Section("a/ett", "clause", 1, (Text("Ett"),), (stays[0],), "2"),
        Section("a/två", "clause", 1, (Text("Två"),), (stays[1],), "3"),
    )
    new = (
        Section("a/ett", "clause", 1, (Text("Ett"),), (stays[0], parts[0]), "1"),
        Section("a/två", "clause", 1, (Text("Två"),), (stays[1], parts[1]), "2"),
    )
    made = compare(*(Document("d", Edition("A", version=v), s) for v, s in (("utkast-1", old), ("utkast-2", new))))
    (gone,) = (change for change in changes(made) if change.section.id == "a/borta")
    assert list(line(gone).what) == [
        "Flyttat till 1 Ett: 1 stycke", "Flyttat till 2 Två: 1 stycke", "Resten av texten utgår",
    ]  # fmt: skip


def test_a_row_whose_cells_were_emptied_and_filled_is_told() -> None:
    """Whole paragraphs went from one cell of a row that stands, and came to another."""
    stays, gone, come = (
        Paragraph((Text(text),)) for text in ("Kommunen", "Regionen ska svara.", "Parterna ska svara.")
    )

    def table(*cells: tuple[Paragraph, ...]) -> Table:
        return Table((Row(tuple(map(Cell, cells))),), ("left", "left"))

    old, new = table((stays, gone), (stays,)), table((stays,), (come, stays))
    documents = [
        Document("d", Edition("A", version=version), (Section("a/ett", "clause", 1, (Text("Ett"),), (block,), "1"),))
        for version, block in (("utkast-1", old), ("utkast-2", new))
    ]
    (change,) = changes(compare(*documents))
    assert line(change).what == ("”Regionen ska svara.” → ”Parterna ska svara.”",)


def test_pieces_of_two_sentences_stay_two_whatever_words_they_share() -> None:
    first = Cause("negation", new="inte", said="Regionen får inte svara i samråd med kommunen …", sentence=("", "Ett."))
    second = Cause("negation", new="utan", said="… i samråd med kommunen utan läkare.", sentence=("", "Två."))
    assert list(what_changed([first, second])) == [
        "Nytt: ”Regionen får inte svara i samråd med kommunen …”; ”… i samråd med kommunen utan läkare.”"
    ]
