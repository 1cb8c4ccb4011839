"""Decisions about the list of people: what a command and a tap change, and where it is shown."""

from dataclasses import replace

import pytest

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, DropPreference, KeepPreference
from bot.choices import Choice, Meaning
from bot.choices.of_people import ClearPeople, DropSomebody, ShowPeople
from bot.decide.people import night_card, of
from bot.levels import Level
from bot.people import MOST, MOST_OF_A_NAME, MOST_OF_WORDS, Listed, People, dump, load
from bot.records import NightCardRow, Owner, PeopleRow
from bot.strings import ENGLISH, OFFERED
from bot.strings.of_people import PeopleWords
from tests.scene import HOUSE, SHARED, Known, commands, decide, known, post, says, taps, told

SAID: PeopleWords = ENGLISH.people
OWN = (Listed(1, "Nel", "walks; ring her"), Listed(4, "Bo *the* builder", "cars"))
ALL = tuple(Listed(at, f"n{at}", "x") for at in range(1, MOST + 1))
IN_DANGER = "I want to kill myself"


def having(own: People = OWN, card: str = "") -> Known:
    rows = [PeopleRow(Owner("ada"), body=dump(own))]
    cards = [NightCardRow(Owner("ada"), body=card)] if card else []
    return replace(known(), preferences=(*rows, *cards))


def kept(actions: tuple[Action, ...]) -> People:
    (row,) = [one.preference for one in actions if isinstance(one, KeepPreference)]
    assert isinstance(row, PeopleRow)
    return load(row.body)


def said(actions: tuple[Action, ...]) -> str:
    return "\n".join(one.text for one in actions if isinstance(one, Say))


@pytest.mark.parametrize("level", [Level.PLAIN, Level.ATTUNED])
def test_whom_a_person_adds_is_kept_without_any_consent_and_shown_to_them_alone(
    level: Level,
) -> None:
    turn = decide(commands("people add Nel:  walks;\nring her", SHARED), known(level))
    assert kept(turn.actions) == (Listed(1, "Nel", "walks; ring her"),)
    (card,) = [one for one in turn.actions if isinstance(one, Say)]
    assert card.is_card
    assert card.to is not None
    assert "Nel: walks; ring her" in card.text


def test_what_is_shown_is_a_line_each_in_which_no_mark_of_theirs_means_anything() -> None:
    turn = decide(commands("people"), having())
    (card,) = [one for one in turn.actions if isinstance(one, Say)]
    assert "- 4. Bo \\*the\\* builder: cars" in card.text.split("\n")
    means = [one.means for one in card.choices]
    assert means == [DropSomebody("1"), DropSomebody("4"), ClearPeople()]


@pytest.mark.parametrize("which", ["4", "bo *the* BUILDER"])
def test_one_is_dropped_by_number_or_name(which: str) -> None:
    assert kept(decide(commands(f"people drop {which}"), having()).actions) == OWN[:1]
    alone = decide(commands(f"people drop {which}"), having(OWN[1:])).actions
    assert DropPreference(PeopleRow) in alone


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (f"add {'x' * (MOST_OF_A_NAME + 1)}: y", "too_long"),
        (f"add Nel: {'x' * (MOST_OF_WORDS + 1)}", "too_long"),
        ("add", "how"),
        ("add : walks", "how"),
        ("add \u200b: walks", "how"),
        ("drop 9", "no_such"),
        ("drop", "no_such"),
        ("paint it red", "how"),
    ],
)
def test_what_is_not_taken_changes_nothing_and_says_so(words: str, why: str) -> None:
    turn = decide(commands(f"people {words}"), having())
    line = getattr(SAID, why).format(name=MOST_OF_A_NAME, words=MOST_OF_WORDS, most=MOST)
    assert told(turn.actions) == [line]
    assert not [one for one in turn.actions if isinstance(one, KeepPreference | DropPreference)]


def test_a_full_list_takes_nobody_new_but_new_words() -> None:
    assert told(decide(commands("people add Bo: x"), having(ALL)).actions) == [
        SAID.full.format(most=MOST)
    ]
    changed = kept(decide(commands("people add N3: other"), having(ALL)).actions)
    assert changed[2] == Listed(3, "N3", "other")


def shown(means: Meaning, own: People = OWN) -> tuple[tuple[Action, ...], str]:
    card = replace(having(own), post=post(Choice("It", means)))
    turn = decide(taps("It"), card)
    (answer,) = [one for one in turn.actions if isinstance(one, AnswerCard)]
    return turn.actions, answer.text or ""


def test_a_tap_does_what_its_command_does_in_the_place_of_the_card() -> None:
    actions, text = shown(DropSomebody("1"))
    assert kept(actions) == OWN[1:]
    assert "Nel" not in text
    actions, text = shown(ClearPeople())
    assert text == SAID.sure
    assert DropPreference(PeopleRow) not in actions
    actions, text = shown(ClearPeople(is_sure=True))
    assert (DropPreference(PeopleRow) in actions, text) == (True, SAID.gone)
    _, text = shown(ShowPeople())
    assert "Nel" in text
    assert text.startswith(f"**{SAID.heading}**")
    _, text = shown(DropSomebody("1"), OWN[:1])
    assert SAID.none in text


def test_where_the_list_may_not_be_shown_it_is_nobodys() -> None:
    assert of(having()) == OWN
    assert of(known()) == ()
    assert night_card(having()) == night_card(known()) == ""


# -- the night card ----------------------------------------------------------------------------


def test_the_night_card_shows_them_below_its_own_words_where_it_is_shown_and_written() -> None:
    below = f"\n\n{SAID.on_a_card}\n- Nel: walks; ring her\n- Bo *the* builder: cars"
    own = having(card="Tea, then sleep.")
    assert said(decide(commands("night-card"), own).actions).endswith(f"Tea, then sleep.{below}")
    written = decide(commands("night-card Call Sam"), having())
    assert said(written.actions).endswith(f"Call Sam{below}")
    assert KeepPreference(NightCardRow(Owner(""), body="Call Sam")) in written.actions
    assert f"Tea, then sleep.{below}" in said(decide(says(IN_DANGER), own).actions)


def test_without_words_of_its_own_no_night_card_shows_anybody() -> None:
    assert "Nel" not in said(decide(commands("night-card"), having()).actions)
    assert "Nel" not in said(decide(says(IN_DANGER), having()).actions)


def test_nobody_on_the_list_is_named_where_others_read() -> None:
    own = replace(having(card="Tea, then sleep."), is_direct=False)
    assert "Nel" not in said(decide(says(IN_DANGER, SHARED), own).actions)


@pytest.mark.parametrize("code", OFFERED)
def test_the_card_is_shown_in_every_language(code: str) -> None:
    abroad = replace(having(), house=HOUSE.to(code))
    text = said(decide(commands("people"), abroad).actions)
    assert text.startswith(f"**{ENGLISH.to(code).people.heading}**")
