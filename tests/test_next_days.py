"""The next days of an agreement: what the registers say is done is not asked for again."""

from dataclasses import replace

import pytest

from builder.build.next_days import days_left, next_days
from builder.decisions import days
from builder.library import Agreement, Decision, Library, Parameter, Party, Sending, Step, Version
from builder.model import Control

PARTIES = {"nord": Party("nord", "Nord", kind="region"), "aby": Party("aby", "Åby", kind="kommun")}
STEPS = (
    Step("underlag", "Texten har kommit", -70, done_when="sänd"),
    Step("namnd", "Nämnden bereder", -28, "Nämnden"),
    Step("mote", "Fullmäktige beslutar", 0, "Fullmäktige"),
    Step("anslag", "Protokollet är anslaget", 16, done_when="anslaget"),
    Step("laga-kraft", "Laga kraft", 38, done_when="laga-kraft"),
)
PRINT = "1" * 64
TEXT = Version("hemmet", "beslut-1", "a" * 40, "2027-03-01", "beslutsförslag", fingerprint=PRINT)
REMISS = Version("hemmet", "remiss-1", "b" * 40, "2027-01-01", "remiss")
SENT = Sending("2027-03-02", {"nord": "x", "aby": "y"}, {})


def library(*decisions: Decision, known: tuple[Version, ...] = (TEXT,), day: str = "2028-01-01") -> Library:
    agreement = Agreement("hemmet", "Avtalet", control=Control(valid_from=day), decide_by="2027-06-30")
    parameters = {"remiss-svar": Parameter("remiss-svar", "31 mars 2027 klockan 12.00")}
    return Library(
        {}, {}, parties=PARTIES, versions=known, agreements={"hemmet": agreement}, decisions=decisions, steps=STEPS,
        parameters=parameters,
    )  # fmt: skip


def decided(party: str, outcome: str = "bifall", day: str = "2027-06-14", announced: str = "") -> Decision:
    return Decision("hemmet", party, "beslut-1", date=day, outcome=outcome, announced=announced)


def named(text: Library, today: str = "2027-03-10") -> list[tuple[str, str]]:
    return list(next_days(text, "hemmet", today))


ALL = [
    ("2027-04-21", "Texten har kommit (2 parter)"), ("2027-06-02", "Nämnden bereder (2 parter)"),
    ("2027-06-30", "Fullmäktige beslutar (2 parter)"), ("2027-07-16", "Protokollet är anslaget (2 parter)"),
    ("2027-08-07", "Laga kraft (2 parter)"),
]  # fmt: skip


def test_all_steps_are_left_while_nothing_is_written_down() -> None:
    assert named(library()) == ALL


def test_a_text_that_has_been_sent_need_not_be_sent_again() -> None:
    assert named(library(known=(replace(TEXT, sendings=(SENT,)),))) == ALL[1:]
    half = Sending("2027-03-02", {"nord": "x"}, {})
    assert named(library(known=(replace(TEXT, sendings=(half,)),)))[0] == ("2027-04-21", "Texten har kommit (Åby)")


def test_a_text_sent_for_answers_is_not_one_to_decide_on() -> None:
    assert named(library(known=(replace(REMISS, sendings=(SENT,)), TEXT)))[0] == ALL[0]


def test_the_last_day_to_answer_is_told_while_the_answers_are_awaited() -> None:
    waiting = library(known=(replace(REMISS, sendings=(SENT,)),))
    assert named(waiting)[0] == ("2027-03-31", "Sista dag att svara på remiss-1 (2 mottagare)")
    assert named(waiting, "2027-04-01")[0] == ALL[0]
    assert "svara" not in str(named(library(known=(REMISS,))))


def test_what_comes_before_a_decision_is_done_with_it() -> None:
    assert named(library(decided("nord"), decided("aby"))) == [
        ("2027-06-30", "Protokollet är anslaget (2 parter)"), ("2027-07-22", "Laga kraft (2 parter)"),
        ("2028-01-01", "Överenskommelsen börjar gälla"),
    ]  # fmt: skip


def test_the_list_of_decisions_has_no_step_that_is_taken_either() -> None:
    both = library(decided("nord", announced="2027-06-20"), decided("aby"))
    assert {(day.party, day.step, day.latest) for day in days_left(both, "hemmet", "2027-06-21")} == {
        ("nord", "Laga kraft", "2027-07-12"), ("aby", "Protokollet är anslaget", "2027-06-30"),
        ("aby", "Laga kraft", "2027-07-22"),
    }  # fmt: skip


def test_announced_minutes_give_the_day_of_legal_force() -> None:
    both = (decided("nord", announced="2027-06-20"), decided("aby", announced="2027-06-20"))
    assert named(library(*both), "2027-06-21")[0] == ("2027-07-12", "Laga kraft (2 parter)")


def test_a_meeting_that_has_been_held_is_done_and_one_to_come_has_its_own_day() -> None:
    planned = tuple(
        Decision("hemmet", party, date="2027-06-30", meetings=(("Nämnden", "2027-05-20"),)) for party in PARTIES
    )
    assert ("2027-05-20", "Nämnden bereder (2 parter)") in named(library(*planned))
    assert not any("Nämnden" in what for _, what in named(library(*planned), "2027-05-21"))


def test_after_a_party_has_sent_it_back_all_is_counted_anew() -> None:
    text = library(decided("nord"), decided("aby", "återremiss", "2027-04-01"))
    assert {day.latest for day in days(text, "hemmet") if day.party == "aby" and day.step == STEPS[2].name} == {
        "2027-06-30"
    }
    assert ("2027-06-30", "Fullmäktige beslutar (Åby)") in named(text)


@pytest.mark.parametrize(("status", "left"), [("gällande", [("2028-01-01", "Överenskommelsen börjar gälla")]),
                                              ("upphävd", [])])  # fmt: skip
def test_a_text_in_force_asks_for_no_decisions(status: str, left: list[tuple[str, str]]) -> None:
    known = (TEXT, Version("hemmet", "v", "c" * 40, "2027-12-01", status, fingerprint=PRINT))
    assert named(library(decided("nord"), decided("aby"), known=known), "2027-06-20") == left


def test_a_day_in_words_is_a_day() -> None:
    text = library(decided("nord"), decided("aby"), day="1 januari 2028")
    assert named(text)[-1] == ("2028-01-01", "Överenskommelsen börjar gälla")
