"""Leaving and erasing in one message, and beside what is only unsure: what was asked is done."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.state import RecordConsent
from bot.crisis import texts
from bot.crisis.scores import Scores
from bot.decide import Decision, erasing
from bot.ids import MessageId
from bot.levels import Level
from bot.reading import read
from bot.snapshot import Running
from bot.strings import ENGLISH
from bot.strings.spoken import Leaving
from tests.scene import Known, decide, on, says, told
from tests.test_decide_leaving import (
    DYING,
    EPISODE,
    ERASE,
    LABELS,
    WARM,
    blocked,
    edits,
    ignored,
    labels,
    withdraws,
)


def leaving(language: str) -> Leaving:
    own = ENGLISH.leaving_in(language)
    assert own is not None
    return own


# -- erasing, and both -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["erase everything", "delete my data", "forget what I told you", "wipe my history please",
     "borra mis datos", "vergiss alles", "全部消して"],
    ids=lambda _: None,
)  # fmt: skip
def test_who_asks_for_an_erase_is_asked_about_that_and_not_about_leaving(text: str) -> None:
    for state in (WARM, EPISODE):
        turn = decide(says(text), state)
        said = ENGLISH.to(turn.language)
        assert labels(turn) == [said.choices.erase, said.choices.keep]
        assert told(turn.actions)[-1].endswith(said.data.erase_card)
        assert not withdraws(says(text), state)
        assert (turn.ask is not None) is (state is EPISODE)


def test_the_card_of_an_erase_names_what_stays_however_it_was_asked_for() -> None:
    minor = replace(WARM, person=replace(WARM.person, under_18=True))
    asked = on(erasing.erase_card)(says("erase everything"), minor)
    assert asked.text == f"{ENGLISH.data.erase_card} {ENGLISH.data.stays_under_18}"
    assert asked in decide(says("erase everything"), minor).actions


def test_an_erase_in_another_language_is_asked_about_in_it() -> None:
    (card,) = told(decide(says("lösch meine Daten"), WARM).actions)
    assert card == ENGLISH.to("de").data.erase_card
    asked = on(erasing.erase_card)(says("lösch meine Daten"), WARM, "German")
    assert asked.text == f"{leaving('German').erases}\n{ENGLISH.data.erase_card}"


@pytest.mark.parametrize(
    "text", ["erase everything about me, turn it off", "turn it off, delete my data",
             "opt me out. erase all of it", "delete my data. turn yourself off."],
    ids=lambda _: None,
)  # fmt: skip
def test_who_wants_both_has_it_off_at_once_and_the_erase_asked_about(text: str) -> None:
    turn = decide(says(text), WARM)
    assert withdraws(says(text), WARM)
    assert labels(turn) == [ENGLISH.data.erase_now, *ERASE]


def test_both_beside_a_life_at_risk_take_effect_after_the_fixed_words() -> None:
    for text in (f"{DYING}. turn it off. erase everything", f"erase my data. turn it off. {DYING}"):
        turn = decide(says(text), WARM)
        assert withdraws(says(text), WARM)
        assert labels(turn) == [ENGLISH.data.erase_now, *ERASE]
        assert told(turn.actions)[-1].startswith(ENGLISH.data.erase_card)
        assert turn.ask is not None
        assert turn.ask.level is Level.PLAIN


def test_who_is_ignored_or_blocked_has_both_as_well() -> None:
    for state in (ignored(WARM), blocked(WARM)):
        turn = decide(says("turn it off, delete my data"), state)
        assert labels(turn)[-2:] == ERASE
        assert turn.ask is None


def test_what_may_be_said_of_a_life_is_no_erase_beside_one() -> None:
    for text in (f"{DYING}. delete me", f"{DYING}. forget me", "erase me"):
        assert labels(decide(says(text), EPISODE)) == []


# -- beside what is only unsure ----------------------------------------------------------------

DOG = "i gave the dog to my sister"


def hinting(text: str, state: Known = WARM, risk: float = 0.6) -> tuple[Decision, Known]:
    """Gives what a message leads to that a classifier finds unsure, and what was known."""
    event = says(text)
    reading = read(event).with_scores([Scores(risk, (0.0, 1.0, 0.0))], event.text)
    state = replace(state, reading=reading)
    return decide(event, state), state


@pytest.mark.parametrize(
    "text",
    [f"{DOG}. turn it off", f"turn it off. {DOG}", f"{DOG}\noff", f"I withdraw my consent. {DOG}",
     f"{DOG} – please turn it off"],
    ids=lambda _: None,
)  # fmt: skip
def test_off_beside_what_is_unsure_takes_effect_and_the_rest_is_answered_at_plain(
    text: str,
) -> None:
    turn, _ = hinting(text)
    entries = [one.state for one in turn.actions if isinstance(one, RecordConsent)]
    assert entries == ["withdrawn"]
    assert turn.ask is not None
    assert (turn.ask.crisis, turn.ask.level) == ("unsure", Level.PLAIN)
    assert not any(texts.is_vital(ENGLISH, one) for one in told(turn.actions))


def test_what_may_be_leaving_beside_what_is_unsure_is_asked_and_the_rest_answered() -> None:
    for text, asked_about in ((f"{DOG}, turn it off", LABELS), (f"{DOG}. delete my data", ERASE)):
        turn, _ = hinting(text)
        assert labels(turn) == asked_about
        assert turn.ask is not None
        assert (turn.ask.crisis, turn.ask.level) == ("unsure", Level.WARM)


def test_both_wishes_beside_what_is_unsure_stand() -> None:
    turn, _ = hinting(f"{DOG}. turn it off. erase everything about me")
    assert labels(turn) == [ENGLISH.data.erase_now, *ERASE]
    assert turn.ask is not None


def test_what_may_be_said_of_a_life_is_heard_as_that_where_it_is_unsure() -> None:
    for text in ("I want out", "make it stop", f"{DOG}. let me go"):
        turn, _ = hinting(text)
        assert labels(turn) == []
        assert turn.ask is not None
        assert turn.ask.crisis == "unsure"


def test_a_message_that_only_leaves_is_only_left_however_unsure_it_seems() -> None:
    for text, shown in (("turn it off", [ENGLISH.data.erase_now]), ("erase everything", ERASE)):
        turn, _ = hinting(text)
        assert labels(turn) == shown
        assert turn.ask is None


def test_off_right_after_takes_the_answer_from_nobody() -> None:
    first, _ = hinting(DOG)
    assert first.ask is not None
    next_one = replace(says("turn it off"), message=MessageId("m2"))
    house = replace(WARM.house, burst=timedelta(seconds=4))
    state = replace(WARM, house=house, running=(Running(first.ask),))
    owed = decide(next_one, state)
    assert owed.ask is not None
    assert (owed.ask.message, owed.ask.level, owed.ask.crisis) == ("m1", Level.PLAIN, "unsure")
    ordinary = replace(state, running=(Running(replace(first.ask, crisis="")),))
    assert decide(next_one, ordinary).ask is None


def test_an_edit_that_leaves_beside_what_is_unsure_is_let_go_and_answered_anew() -> None:
    first, _ = hinting(DOG)
    assert first.ask is not None
    edit = edits(f"{DOG}. turn it off")
    reading = read(edit).with_scores([Scores(0.6, (0.0, 1.0, 0.0))], edit.text)
    state = replace(WARM, reading=reading, running=(Running(first.ask),))
    turn = decide(edit, state)
    assert [one.state for one in turn.actions if isinstance(one, RecordConsent)] == ["withdrawn"]
    assert turn.ask is not None
    assert (turn.ask.crisis, turn.ask.level) == ("unsure", Level.PLAIN)
