"""After whom of a list nobody asks: who died, who does harm, and what is no person."""

import tomllib
from pathlib import Path

import pytest

from bot.people import Listed, named
from bot.people.asked_after import BESIDE, MOST_NAMINGS, asked_after, folded, is_grave_beside
from bot.strings import OFFERED

HELD_OUT = tomllib.loads((Path(__file__).parent / "words/people_held_out.toml").read_text("utf-8"))
NEL = Listed(9, "Nel", "to walk with")


def is_left_out(line: str) -> bool:
    """Returns whether the one who is listed so is passed over for the next."""
    return asked_after((Listed(1, *named(line)), NEL)) == NEL


@pytest.mark.parametrize(
    "line",
    [
        "Gran: passed in March", "Jo: my late sister", "Al: lost him last year",
        "Kit: killed in a crash", "Max: he drowned", "Ex: raped me", "Uncle: assaulted me",
        "Jay: hurts", "Dad: beats us", "coach: groomed me", "Bob: stay away from him",
        "Mum: no-contact", "Leo: gaslights me", "Vater: tot.", "Mama: im Himmel",
        "Onkel: schlug mich", "tío: me pegó", "papa: me battait", "Luc: il me frappait",
        "мама: её больше нет", "avó: já partiu", "Opa †", "Jo (R.I.P.): gardens",
    ],
)  # fmt: skip
def test_who_died_or_does_harm_is_never_asked_after(line: str) -> None:
    assert is_left_out(line)


@pytest.mark.parametrize(
    "line",
    [
        "God",
        "me",
        "Me: be kind to yourself",
        "Samaritans: help line",
        "Bo: 116 123",
        "いのちの電話",
    ],
)
def test_no_service_and_nobody_that_is_no_other_person_is_asked_after(line: str) -> None:
    assert is_left_out(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sam: never lets me down", "Ana: don't hesitate to call her", "Bo: beats me at chess",
        "Kit: passed the exam with me", "Al: always late, kind", "Lee: harmless",
        "Omi: 88, ruf sonntags an", "Leo: muerto de risa", "Nico: mort de rire avec lui",
    ],
)  # fmt: skip
def test_who_is_alive_and_kind_may_be_asked_after(line: str) -> None:
    assert not is_left_out(line)


# What is caught of lines that no pattern was written for: of those put in usual words nearly all,
# of others less than half. A list is no way to say it safely, so talk is looked at too.
@pytest.mark.parametrize(
    ("when", "caught", "of", "wrong", "of_fine"),
    [("before", 139, 140, 0, 96), ("after", 20, 46, 1, 34)],
)
def test_of_lines_left_out_so_many_are_caught_and_so_few_twins(
    when: str, caught: int, of: int, wrong: int, of_fine: int
) -> None:
    said = HELD_OUT[when]
    assert set(said) == set(OFFERED)
    grave = [line for each in said.values() for line in each["not"]]
    fine = [line for each in said.values() for line in each["fine"]]
    assert (len(grave), len(fine)) == (of, of_fine)
    assert sum(map(is_left_out, grave)) >= caught
    assert sum(map(is_left_out, fine)) <= wrong


def test_a_death_or_harm_is_heard_in_talk_where_it_stands_beside_the_name() -> None:
    assert is_grave_beside(("Gran",), "I was at work when Gran died, and nobody rang")
    assert is_grave_beside(("Nel", "my ex"), "then My Ex hit me")
    assert is_grave_beside(("父",), "きのう父が亡くなった")
    assert not is_grave_beside(("Gran",), f"Gran rang. {'So it goes on. ' * 9}My hamster died.")
    assert not is_grave_beside(("Gran",), "granite is dead weight")
    assert not is_grave_beside(("Gran",), "Gran rang about the garden")
    assert not is_grave_beside(("", "…"), "he died")


def test_of_a_name_said_often_only_the_first_namings_are_looked_at() -> None:
    often = "gran " + "x" * BESIDE + " "
    assert is_grave_beside(("Gran",), often * (MOST_NAMINGS - 1) + "Gran died")
    assert not is_grave_beside(("Gran",), often * MOST_NAMINGS + "Gran died")


def test_marks_are_blanks_and_letters_are_plain() -> None:
    assert folded("Mum: no-contact, “né”!") == " mum no contact ne "
