"""Decisions about boundaries: what a command and a tap set, and what a stop word ends."""

from dataclasses import replace

import pytest

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import (
    AnswerCard,
    DropPreference,
    KeepPreference,
    SetStopWord,
    StopReplies,
)
from bot.boundaries import (
    MOST_LINES,
    MOST_OF_A_LINE,
    MOST_OF_A_NAME,
    SHAPED,
    Boundaries,
    dump,
    load,
)
from bot.choices import Choice, Meaning
from bot.choices.of_people import ClearBoundaries, DropBoundary, ShowBoundaries
from bot.decide import edits as of_edits
from bot.decide import messages
from bot.decide.boundaries import stopped
from bot.decide.explaining import why
from bot.levels import Level
from bot.records import BoundariesRow, Owner, PersonRow
from bot.snapshot import EditSnapshot, MessageSnapshot, RepairSnapshot, Running
from bot.strings import ENGLISH, OFFERED
from tests.scene import (
    HOUSE,
    SHARED,
    Known,
    commands,
    decide,
    edits,
    known,
    post,
    reply,
    says,
    taps,
    told,
    writing,
)

SAID = ENGLISH.boundaries
OWN = Boundaries("Nel", "no pet names", ((1, "diets"), (4, "my ex")))


def having(own: Boundaries = OWN, stop_word: str = "hash") -> Known:
    return replace(
        known(), preferences=(BoundariesRow(Owner("ada"), body=dump(own), stop_word=stop_word),)
    )


def kept(actions: tuple[Action, ...]) -> tuple[Boundaries, str]:
    """Gives the boundaries that actions keep, and whether there is a stop word with them."""
    (row,) = [one.preference for one in actions if isinstance(one, KeepPreference)]
    assert isinstance(row, BoundariesRow)
    return load(row.body), row.stop_word


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("name  Nel  of Ghent", Boundaries("Nel of Ghent")),
        ("address du,\nno pet names", Boundaries(address="du, no pet names")),
        ("not talk of diets", Boundaries(nots=((1, "talk of diets"),))),
    ],
)
@pytest.mark.parametrize("level", [Level.PLAIN, Level.ATTUNED])
def test_what_is_set_is_kept_without_any_consent_and_shown(
    words: str, own: Boundaries, level: Level
) -> None:
    turn = decide(commands(f"boundaries {words}"), known(level))
    assert kept(turn.actions) == (own, "")
    (shown,) = told(turn.actions)
    assert shown.startswith(f"**{SAID.heading}**")
    assert " ".join(words.split()[1:]) in shown


def test_each_can_be_dropped_and_the_others_stay() -> None:
    for which, left in (
        ("name", replace(OWN, name="")),
        ("Address", replace(OWN, address="")),
        ("1", replace(OWN, nots=((4, "my ex"),))),
    ):
        assert kept(decide(commands(f"boundaries drop {which}"), having()).actions) == (
            left,
            "hash",
        )
    assert kept(decide(commands("boundaries drop stop-word"), having()).actions) == (OWN, "")
    turn = decide(commands("boundaries drop 1"), having(Boundaries(nots=((1, "a"),)), ""))
    assert DropPreference(BoundariesRow) in turn.actions


def test_what_is_not_there_is_not_dropped() -> None:
    for which in ("2", "99999999999999999999999", "me", "²"):
        turn = decide(commands(f"boundaries drop {which}"), having())
        assert told(turn.actions) == [SAID.no_such]
        assert not any(isinstance(one, KeepPreference) for one in turn.actions)


def test_what_is_too_long_and_one_line_too_many_change_nothing() -> None:
    full = Boundaries(nots=tuple((number, "x") for number in range(MOST_LINES)))
    for words, own, line in (
        (f"name {'x' * (MOST_OF_A_NAME + 1)}", OWN, SAID.too_long.format(most=MOST_OF_A_NAME)),
        (f"not {'x' * (MOST_OF_A_LINE + 1)}", OWN, SAID.too_long.format(most=MOST_OF_A_LINE)),
        ("not one more", full, SAID.full.format(most=MOST_LINES)),
        ("name", OWN, SAID.how),
        ("dance", OWN, SAID.how),
    ):
        turn = decide(commands(f"boundaries {words}"), having(own))
        assert told(turn.actions) == [line]
        assert not any(isinstance(one, KeepPreference) for one in turn.actions)


def test_a_stop_word_is_never_said_back_and_a_poor_one_is_refused() -> None:
    turn = decide(commands("boundaries stop-word Pineapple"), known())
    assert SetStopWord("Pineapple") in turn.actions
    assert "Pineapple" not in "".join(told(turn.actions)) + repr(turn.actions)
    assert SAID.stop_word in told(turn.actions)[0]
    for poor in ("ok", "stop", "ab"):
        turn = decide(commands(f"boundaries stop-word {poor}"), known())
        assert told(turn.actions) == [SAID.bad_stop_word]


def test_all_are_shown_on_one_card_with_a_tap_to_drop_each_and_to_clear() -> None:
    turn = decide(commands("boundaries"), having())
    (say,) = [one for one in turn.actions if isinstance(one, Say)]
    for words in ("Nel", "no pet names", "1. Not: diets", "4. Not: my ex", SAID.stop_word):
        assert words in say.text
    means = {one.means for one in say.choices}
    dropped = {DropBoundary(one) for one in ("name", "address", "stop-word", "1", "4")}
    assert means == {*dropped, ClearBoundaries()}
    assert len({one.label for one in say.choices}) == len(say.choices)
    assert say.is_card
    none = decide(commands("boundaries"), known())
    assert told(none.actions) == [f"{SAID.none}\n{SAID.how}"]


@pytest.mark.parametrize("code", OFFERED)
def test_no_label_is_there_twice_or_too_long_in_any_language(code: str) -> None:
    full = Boundaries(
        "x", "y", tuple((number, "z" * MOST_OF_A_LINE) for number in range(MOST_LINES))
    )
    house = replace(HOUSE, strings=HOUSE.strings.to(code))
    turn = decide(commands("boundaries"), replace(having(full), house=house))
    (say,) = [one for one in turn.actions if isinstance(one, Say)]
    labels = [one.label for one in say.choices]
    assert len(set(labels)) == len(labels) == MOST_LINES + 4
    assert all(len(label) <= 40 for label in labels)


def after(means: Meaning, state: Known) -> tuple[Action, ...]:
    card = replace(state, post=post(Choice("it", means)))
    return decide(taps("it"), card).actions


def test_a_tap_drops_one_in_place_and_to_clear_takes_a_second_tap() -> None:
    actions = after(DropBoundary("name"), having())
    assert kept(actions) == (replace(OWN, name=""), "hash")
    (shown,) = [one for one in actions if isinstance(one, AnswerCard)]
    assert shown.text is not None
    assert "Nel" not in shown.text
    (asked,) = after(ClearBoundaries(), having())
    assert isinstance(asked, AnswerCard)
    assert asked.text == SAID.sure
    assert [one.means for one in asked.choices] == [ClearBoundaries(is_sure=True), ShowBoundaries()]
    assert DropPreference(BoundariesRow) in after(ClearBoundaries(is_sure=True), having())
    (again,) = after(ShowBoundaries(), having())
    assert isinstance(again, AnswerCard)
    assert "Nel" in (again.text or "")
    cleared = decide(commands("boundaries clear"), having())
    assert DropPreference(BoundariesRow) in cleared.actions


def test_a_blocked_person_may_still_set_and_see_their_own() -> None:
    blocked = replace(having(), person=PersonRow(Owner("ada"), blocked=True))
    assert told(decide(commands("boundaries"), blocked).actions)


# -- the stop word -----------------------------------------------------------------------------


def stop(running: tuple[Running, ...] = (), **changed: object) -> MessageSnapshot:
    state = replace(known(), running=running).for_event(says("pineapple"))
    assert isinstance(state, MessageSnapshot)
    return replace(state, is_stop_word=True, **changed)  # type: ignore[arg-type]


def test_a_stop_word_ends_what_is_written_and_asks_for_nothing() -> None:
    turn = messages.decide(says("pineapple"), stop())
    (silence, line) = stopped(says("pineapple"), stop())
    assert turn.actions == (silence, line)
    assert (silence, turn.ask) == (StopReplies(), None)
    assert isinstance(line, Say)
    assert (line.text, line.choices) == (ENGLISH.commands.stop_done, ())


def test_where_a_reply_is_seen_to_stop_nothing_is_said() -> None:
    assert messages.decide(says("pineapple"), stop((writing(),))).actions == (StopReplies(),)


def test_no_limit_and_no_pause_keeps_a_stop_word_from_being_heard() -> None:
    person = PersonRow(Owner("ada"), minute_at=says("x").at, minute_count=10_000)
    turn = messages.decide(says("pineapple", SHARED), stop(person=person, is_direct=False))
    assert StopReplies() in turn.actions


def test_an_edit_into_the_stop_word_ends_it_too() -> None:
    state = known().for_event(edits("pineapple"))
    assert isinstance(state, EditSnapshot)
    turn = of_edits.edited(edits("pineapple"), replace(state, is_stop_word=True))
    assert (turn.actions[0], turn.ask) == (StopReplies(), None)


def test_a_life_at_risk_outranks_a_stop_word() -> None:
    event = says("I want to kill myself")
    state = known().for_event(event)
    assert isinstance(state, MessageSnapshot)
    turn = messages.decide(event, replace(state, is_stop_word=True))
    assert turn.ask is not None or ENGLISH.crisis.first in "".join(told(turn.actions))


# -- why ---------------------------------------------------------------------------------------


def test_why_says_that_boundaries_shaped_a_reply_and_what_was_left_out_for_them() -> None:
    for found, said in (
        ((), f"{ENGLISH.why.nothing} {ENGLISH.why.bounded}"),
        ((("brought-up", "drop"),), f"{ENGLISH.why.left_out['boundary']} {ENGLISH.why.bounded}"),
    ):
        pairs = [list(pair) for pair in (*found, SHAPED)]
        row = reply(findings=str(pairs).replace("'", '"'))
        assert why(RepairSnapshot(HOUSE, reply=row)) == said
