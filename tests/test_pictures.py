"""Pictures drawn from values: what they say, what stands where, and that no value breaks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Box, Drawing, Label, Part, Picture, Stroke
from builder.pictures import NARROW, Tile, matrix, steps, tiles, timeline
from builder.pictures.lettering import SIZE, lines, width

RISKS = [("R1", 5, 4), ("R2", 1, 1), ("R3", 3, 2), ("R4", 5, 4), ("R5", 3, 5)]
STEPS = [
    ("Remiss", "2027-01-15", "2027-03-31"),
    ("Beslut", "2027-06-10", "2027-06-10"),
    ("Införande", "2027-07-01", "2028-02-29"),
]


def labels(drawing: Drawing) -> list[str]:
    return [part.text for part in drawing.parts if isinstance(part, Label)]


def boxes(drawing: Drawing) -> list[Box]:
    return [part for part in drawing.parts if isinstance(part, Box)]


def within(part: Part, drawing: Drawing) -> bool:
    match part:
        case Box(x=x, y=y, width=wide, height=high):
            return x >= 0 and y >= 0 and wide > 0 and x + wide <= drawing.width and y + high <= drawing.height
        case Stroke():
            return max(part.x1, part.x2) <= drawing.width and max(part.y1, part.y2) <= drawing.height
        case Label(x=x, y=y, text=text, size=size, anchor=anchor):
            start = x - width(text, size) * {"start": 0, "middle": 1, "end": 2}[anchor] // 2
            return start >= 0 and start + width(text, size) <= drawing.width and size <= y <= drawing.height


def is_sound(picture: Picture) -> bool:
    return bool(picture.alt) and all(within(part, picture.drawing) for part in picture.drawing.parts)


# --- the grid ----------------------------------------------------------------------------------------


def test_a_grid_says_in_words_which_are_highest_first() -> None:
    assert matrix(RISKS, "Sannolikhet", "Konsekvens").alt == (
        "Rutnät med två tal från 1 till 5: Sannolikhet vågrätt och Konsekvens lodrätt. "
        "Hög (talens produkt är minst 15): R1, R4 (Sannolikhet 5, Konsekvens 4); R5 (Sannolikhet 3, Konsekvens 5). "
        "Medel (talens produkt är minst 5): R3 (Sannolikhet 3, Konsekvens 2). "
        "Låg (talens produkt är minst 1): R2 (Sannolikhet 1, Konsekvens 1)."
    )


def test_an_id_stands_in_its_square() -> None:
    drawing = matrix(RISKS, "Sannolikhet", "Konsekvens").drawing
    place = next(part for part in drawing.parts if isinstance(part, Label) and part.text == "R1, R4")
    square = next(b for b in boxes(drawing) if b.x <= place.x < b.x + b.width and b.y <= place.y < b.y + b.height)
    assert sorted({b.x for b in boxes(drawing)}).index(square.x) == 5 - 1
    assert sorted({b.y for b in boxes(drawing)}, reverse=True).index(square.y) == 4 - 1
    assert square.tone == "high"


def test_levels_do_not_rely_on_colour() -> None:
    drawing = matrix([], "Sannolikhet", "Konsekvens").drawing
    tones = [box.tone for box in boxes(drawing)]
    assert {level: labels(drawing).count(level) for level in ("Hög", "Medel", "Låg")} == {
        "Hög": tones.count("high"), "Medel": tones.count("medium"), "Låg": tones.count("low"),
    }  # fmt: skip
    assert len(tones) == 25
    assert all(box.edge == (box.tone == "high") for box in boxes(drawing))


def test_a_row_outside_the_grid_is_named_under_it() -> None:
    picture = matrix([("R9", 0, 6)], "x", "y")
    assert "Utanför rutnätet: R9" in labels(picture.drawing)
    assert picture.alt.endswith("Utanför rutnätet: R9.")


def test_a_grid_in_another_language() -> None:
    assert "High" in labels(matrix(RISKS, "Likelihood", "Impact", language="en").drawing)


# --- the line of time --------------------------------------------------------------------------------


def test_a_line_of_time_says_first_and_last_day_and_each_bar() -> None:
    assert [picture.alt for picture in timeline(STEPS)] == [
        "Tidslinje med 3 rader, från 15 januari 2027 till 29 februari 2028. "
        "Remiss: 15 januari 2027 till 31 mars 2027. Beslut: 10 juni 2027. "
        "Införande: 1 juli 2027 till 29 februari 2028."
    ]


@pytest.mark.parametrize(
    ("last", "shown"),
    [("2027-03-01", ["jan", "feb", "mar"]), ("2029-08-01", ["K1", "K2", "K3"]), ("2040-01-01", ["2027", "2028"])],
)
def test_marks_are_months_quarters_or_years(last: str, shown: list[str]) -> None:
    said = labels(timeline([("a", "2027-01-01", last)])[0].drawing)
    assert [text for text in said if text in shown][: len(shown)] == shown


def test_bars_end_where_the_last_day_ends() -> None:
    first, second = boxes(timeline([("a", "2027-01-01", "2027-06-30"), ("b", "2027-07-01", "2027-12-31")])[0].drawing)
    assert first.x + first.width == second.x


def test_unclear_dates_are_said_and_never_guessed() -> None:
    picture = timeline([*STEPS, ("Fel", "2027-02-30", ""), ("Baklänges", "2027-02-02", "2027-02-01")])[0]
    assert labels(picture.drawing).count("oklara datum") == 2
    assert "Fel: oklara datum." in picture.alt
    assert len(boxes(picture.drawing)) == len(STEPS)


def test_without_a_single_day_there_is_no_line() -> None:
    assert timeline([]) == timeline([("a", "", "")]) == ()


def test_many_rows_go_on_in_further_pictures() -> None:
    bars = [(f"Rad {n}", "2027-01-01", "2027-02-01") for n in range(70)]
    sheets = timeline(bars, caption="Aktiviteter", key="linje")
    assert [text for s in sheets for text in labels(s.drawing) if text.startswith("Rad")] == [bar[0] for bar in bars]
    assert [sheet.caption for sheet in sheets] == [
        "Aktiviteter (1 av 3)",
        "Aktiviteter (2 av 3)",
        "Aktiviteter (3 av 3)",
    ]
    assert [sheet.key for sheet in sheets] == ["linje/1", "linje/2", "linje/3"]
    assert all(sheet.drawing.height <= 2100 for sheet in sheets)


def test_a_long_label_is_broken_and_an_endless_one_cut() -> None:
    said = labels(timeline([("Parterna kommer överens om gemensamma rutiner", "2027-01-01", "2027-02-01")])[0].drawing)
    assert said[-2:] == ["Parterna kommer överens om", "gemensamma rutiner"]
    assert len(lines("ord " * 500, 560)) == 8
    assert lines("ord " * 500, 560)[-1].endswith("…")
    assert lines("personal-saknas-i-hemmet", 270) == ("personal-saknas-", "i-hemmet")
    assert all(width(line, SIZE) <= 300 for line in lines("x" * 100, 300))


# --- laws --------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60)
DAYS = st.one_of(st.dates().map(str), st.sampled_from(["", "2027", "i vår", "9999-12-31", "0001-01-01"]))


@given(st.lists(st.tuples(TEXTS, st.integers(-1, 7), st.integers(-1, 7)), max_size=60), TEXTS)
def test_no_row_breaks_a_grid(points: list[tuple[str, int, int]], caption: str) -> None:
    picture = matrix(points, "Sannolikhet", "Konsekvens", caption=caption)
    assert is_sound(picture)
    assert all(id_ in picture.alt for id_, _, _ in points)


@given(st.lists(st.tuples(TEXTS, DAYS, DAYS), max_size=30))
def test_no_bar_breaks_a_line_of_time(bars: list[tuple[str, str, str]]) -> None:
    assert all(map(is_sound, timeline(bars)))


def test_squares_tell_each_state_in_words_and_keep_to_the_sheet() -> None:
    found: list[Tile] = [(f"Kommun {n}", "väntar", "low", False) for n in range(15)]
    picture = tiles([("Region Nordligaste Dalarnas län", "likalydande", "low", True), *found], caption="Parterna")
    assert picture.alt.startswith("likalydande: Region Nordligaste Dalarnas län. väntar: Kommun 0, Kommun 1,")
    boxes = [part for part in picture.drawing.parts if isinstance(part, Box)]
    assert len(boxes) == 16
    assert [box.edge for box in boxes] == [True, *[False] * 15]
    assert all(box.x >= 0 and box.x + box.width <= picture.drawing.width for box in boxes)
    assert all(box.y + box.height <= picture.drawing.height for box in boxes)
    assert sum(isinstance(part, Label) and part.text == "väntar" for part in picture.drawing.parts) == 15


def test_no_squares_are_a_picture_of_nothing() -> None:
    assert tiles([]).drawing.parts == ()


# --- for a telephone ---------------------------------------------------------------------------------


def test_a_narrow_picture_says_the_same_as_the_wide_one() -> None:
    for wide, narrow in (
        (matrix(RISKS, "x", "y"), matrix(RISKS, "x", "y", narrow=True)),
        (timeline(STEPS)[0], timeline(STEPS, narrow=True)[0]),
    ):
        assert wide.alt == narrow.alt
        assert (wide.drawing.width, narrow.drawing.width) == (2 * NARROW, NARROW)
        assert {text for text in labels(wide.drawing) if text[:1] == "R"} == {
            text for text in labels(narrow.drawing) if text[:1] == "R"
        }


def test_a_bar_stands_under_its_label() -> None:
    drawing = timeline([STEPS[0]], narrow=True)[0].drawing
    (label,) = (part for part in drawing.parts if isinstance(part, Label) and part.text == "Remiss")
    (bar,) = (box for box in boxes(drawing) if box.tone == "bar")
    assert bar.y > label.y


@given(st.lists(st.tuples(TEXTS, DAYS, DAYS), max_size=30))
def test_no_bar_breaks_a_narrow_line_of_time(bars: list[tuple[str, str, str]]) -> None:
    assert all(is_sound(picture) for picture in timeline(bars, narrow=True))


@given(st.lists(st.tuples(TEXTS, st.integers(-1, 7), st.integers(-1, 7)), max_size=60))
def test_no_row_breaks_a_narrow_grid(points: list[tuple[str, int, int]]) -> None:
    assert is_sound(matrix(points, "Sannolikhet", "Konsekvens", narrow=True))


# --- steps -------------------------------------------------------------------------------------------

WAY = [("1", "Kommunen", "Ringer."), ("2", "Regionen", "Svarar inom 30 minuter."), ("3", "Kommunen", "Skriver upp.")]


def test_steps_are_told_in_order_with_who_acts() -> None:
    assert steps(WAY).alt == "1. Kommunen: Ringer. 2. Regionen: Svarar inom 30 minuter. 3. Kommunen: Skriver upp."
    assert (
        steps([("Anmälan", "Kommunen", "Skriver."), ("2", "", "Klart.")]).alt == "Anmälan: Kommunen: Skriver. 2: Klart."
    )


def test_each_that_acts_has_an_edge_of_its_own() -> None:
    first, second, third = boxes(steps(WAY).drawing)
    assert first.x == third.x < second.x
    assert first.y + first.height < second.y < third.y


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=30))
def test_no_step_breaks_a_picture(found: list[tuple[str, str, str]]) -> None:
    drawing = steps(found).drawing
    assert all(within(part, drawing) for part in drawing.parts)
    assert len(boxes(drawing)) == len(found)
