"""Decisions about 🔧, its taking back, and the taps under a repaired reply."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.actions.platform import Replace
from bot.actions.state import PutBack, StopReplies, Unlearn
from bot.choices import AnswerAgain, Choice, RepairAs, ShowEveryKind, ShowFirstWords, UndoRepair
from bot.crisis.tiers import stated
from bot.decide import Decision, explaining, repairing
from bot.house_rules import REPAIR_EMOJIS, with_value
from bot.ids import MessageId, Named
from bot.levels import Level
from bot.records import EpisodeRow
from bot.repair import every_kind
from bot.rupture import Rupture
from bot.snapshot import NOBODY, CommandSnapshot, Guards, Running
from bot.strings import ENGLISH
from tests.scene import (
    AT,
    DIRECT,
    HOUSE,
    SHARED,
    VERSIONS,
    Known,
    commands,
    decide,
    known,
    on,
    post,
    reacts,
    reply,
    says,
    takes_back,
    talking,
    taps,
    told,
)

chosen, in_words = on(repairing.chosen), on(repairing.in_words)
what_changed = on(repairing.what_changed)
STOP = StopReplies(answering=MessageId("m2"))
QUIET = (STOP, Unlearn("r"))


def test_a_wrench_asks_for_that_reply_again_at_the_persons_own_level() -> None:
    state = replace(talking(known(Level.WARM)), reply=reply())
    ask = decide(reacts(), state).ask
    assert ask is not None
    assert (ask.reply, ask.repaired, ask.message) == ("r", "m2", "m1")
    assert (ask.level, ask.rupture, ask.in_place) == (Level.WARM, None, True)


@pytest.mark.parametrize("emoji", ["👍", "❤️", "🔨", ""])
def test_another_emoji_does_nothing(emoji: str) -> None:
    assert decide(reacts(emoji), replace(known(), reply=reply())) == Decision()


THUMB = Named("👎", "👎", is_emoji=True)
IN_THE_ROOM = replace(reacts("👎"), where=SHARED), replace(takes_back("👎"), where=SHARED)


def allowing(state: Known, **there: Any) -> Known:
    """Gives what is known in a shared room whose admins, or those above, let a thumb repair."""
    row = with_value(state.space, REPAIR_EMOJIS, (THUMB,))
    rows: dict[str, Any] = {name: (row,) if name == "above" else row for name in there}
    return replace(state, is_direct=False, where=SHARED, reply=reply(), **rows)


@pytest.mark.parametrize("there", ["space", "above"])
def test_an_emoji_that_admins_let_repair_asks_for_it_as_a_wrench_does(there: str) -> None:
    puts, takes = IN_THE_ROOM
    state = allowing(talking(known(direct=False)), **{there: True})
    ask = decide(puts, state).ask
    wrench = decide(replace(puts, emoji="🔧"), state).ask
    assert ask is not None
    assert wrench is not None
    assert replace(ask, by="🔧") == wrench
    assert ask.by == "👎"
    assert decide(replace(puts, emoji="👎🏽"), state).ask == ask
    assert decide(puts, replace(state, reply=None)) == Decision()
    assert decide(replace(puts, emoji="👍"), state) == Decision()
    asked_for = reply()
    asked_for = replace(asked_for, row=replace(asked_for.row, by_emoji=True))
    assert decide(takes, replace(state, reply=asked_for)).actions == QUIET


def test_an_emoji_of_a_space_asks_for_nothing_in_a_direct_message_and_once_it_is_taken_away() -> (
    None
):
    puts, takes = IN_THE_ROOM
    alone = replace(allowing(known(), space=True), is_direct=True, where=DIRECT)
    assert decide(reacts("👎"), alone) == Decision()
    gone = allowing(known(direct=False))
    assert decide(puts, gone) == Decision()
    asked_for = reply()
    asked_for = replace(asked_for, row=replace(asked_for.row, by_emoji=True))
    assert decide(takes, replace(gone, reply=asked_for)) == Decision()


def test_a_wrench_on_what_is_no_reply_to_the_person_does_nothing() -> None:
    assert decide(reacts(), known()) == Decision()
    assert decide(takes_back(), known()) == Decision()


@pytest.mark.parametrize(("minutes", "turns"), [(61, 0), (5, 1)])
def test_a_reply_that_is_not_the_newest_or_an_hour_old_is_referred_to(
    minutes: int, turns: int
) -> None:
    state = talking(known(), since=AT - timedelta(hours=2))
    state = replace(state, conversation=replace(state.conversation, turn=turns))
    old = reply(at=AT - timedelta(minutes=minutes))
    ask = decide(reacts(), replace(state, reply=old)).ask
    assert ask is not None
    assert not ask.in_place


def test_a_repair_in_an_episode_that_only_the_store_remembers_is_one_of_the_episode() -> None:
    state = replace(talking(known()), reply=reply(), episode=EpisodeRow(NOBODY, ""))
    ask = decide(reacts(), state).ask
    assert ask is not None
    assert ask.crisis == "episode"


def test_what_was_said_before_words_about_a_reply_holds_for_its_repair() -> None:
    lately = (stated("I want to be dead"), stated("that was cold"))
    state = replace(talking(known()), reply=reply(), lately=lately)
    ask = decide(reacts(), state).ask
    assert ask is not None
    assert ask.crisis == "elevated"


def test_repairs_are_within_the_same_guards_as_messages() -> None:
    full = replace(known(), reply=reply(), house=replace(HOUSE, guards=Guards(tokens_a_day=0)))
    full = replace(full, person=replace(full.person, day_at=AT))
    turn = decide(reacts(), full)
    assert turn.ask is None
    assert told(turn.actions) == [ENGLISH.limits.day]


def test_taking_it_back_restores_and_unlearns() -> None:
    done, at = reply(VERSIONS, repairs=2, by_emoji=True), AT + timedelta(hours=23)
    assert decide(takes_back(at=at), replace(known(), reply=done)) == Decision(
        (STOP, Unlearn("r", (1, 2)), PutBack("r", (1, 2)))
    )


def test_taking_it_back_before_the_repair_stands_only_stops_it() -> None:
    waiting = reply(by_emoji=True)
    assert decide(takes_back(), replace(known(), reply=waiting)) == Decision(QUIET)


def test_after_a_day_it_only_unlearns_and_says_so() -> None:
    late, at = reply(VERSIONS, repairs=2, by_emoji=True), AT + timedelta(hours=24)
    turn = decide(takes_back(at=at), replace(known(), reply=late))
    assert turn.actions[:2] == (STOP, Unlearn("r", (1, 2)))
    assert told(turn.actions) == [ENGLISH.repair.undone_late]


def test_a_tap_repairs_again_with_that_kind_known() -> None:
    state = replace(known(), reply=reply(repairs=1), post=post(reply="r"))
    turn = chosen(taps("Cold"), state, RepairAs(Rupture.COLD))
    assert turn.ask is not None
    assert turn.ask.rupture is Rupture.COLD


def test_more_shows_all_kinds() -> None:
    state = replace(known(), reply=reply(repairs=1))
    shown = Replace(MessageId("m2"), choices=every_kind(ENGLISH), reply="r")
    assert chosen(taps("More"), state, ShowEveryKind()) == Decision((shown,))


def test_put_it_back_is_a_tap_too() -> None:
    state = replace(known(), reply=reply(VERSIONS, repairs=2))
    assert chosen(taps("Put it back"), state, UndoRepair()) == Decision(
        (STOP, Unlearn("r", (2,)), PutBack("r", (2,)))
    )


@pytest.mark.parametrize("kind", [Rupture.COLD, Rupture.OTHER])
def test_a_fourth_repair_says_what_it_cannot_get_right(kind: Rupture) -> None:
    state = replace(known(), reply=reply(VERSIONS, repairs=3))
    turn = chosen(taps("Cold"), state, RepairAs(kind))
    assert told(turn.actions) == [ENGLISH.repair.cannot_get_right.format(kinds="cold, bland")]
    assert turn.ask is None


def test_the_emojis_of_the_kinds_repair_only_where_the_person_switched_them_on() -> None:
    state = replace(known(), reply=reply())
    assert decide(reacts("🧊"), state) == Decision()
    switched_on = replace(state, person=replace(state.person, emojis=True))
    ask = decide(reacts("🧊"), switched_on).ask
    assert ask is not None
    assert (ask.rupture, ask.by) == (Rupture.COLD, "🧊")


def test_what_changed_shows_the_first_text_to_its_person_alone() -> None:
    state = replace(known(), reply=reply(VERSIONS, repairs=2))
    (said,) = chosen(taps("What changed?"), state, ShowFirstWords()).actions
    assert told((said,)) == [f"{ENGLISH.repair.first_was.format(kinds='cold, bland')}\n\nFirst."]
    late = what_changed(taps("x", AT + timedelta(hours=24)), state)
    assert told((late,)) == [ENGLISH.repair.first_gone]
    assert told((what_changed(taps("x"), known()),)) == [ENGLISH.repair.nothing_changed]


def test_words_repair_in_a_new_message_below() -> None:
    state = replace(talking(known()), reply=reply())
    turn = in_words(says("that was cold"), state, Rupture.COLD)
    assert turn.ask is not None
    assert (turn.ask.rupture, turn.ask.in_place, turn.ask.by) == (Rupture.COLD, False, "words")


def test_trying_again_asks_for_the_message_anew_and_can_be_tapped_once() -> None:
    state = replace(
        known(), reply=reply(), post=post(Choice("Try again", AnswerAgain()), reply="r")
    )
    turn = chosen(taps("Try again"), state, AnswerAgain())
    assert turn.ask is not None
    assert (turn.ask.reply, turn.ask.repaired, turn.ask.message) == ("", None, "m1")
    assert Replace(MessageId("m2"), reply="r") in turn.actions


def test_a_tap_without_its_reply_does_nothing() -> None:
    assert chosen(taps("Cold"), known(), RepairAs(Rupture.COLD)) == Decision()


# -- one at a time -----------------------------------------------------------------------------


def being_repaired(kind: Rupture | None = None) -> Known:
    """Gives a reply that is being put better, for that kind."""
    state = replace(talking(known()), reply=reply())
    ask = decide(reacts(), state).ask
    assert ask is not None
    return replace(state, running=(Running(replace(ask, rupture=kind)),))


@pytest.mark.parametrize("kind", [None, Rupture.COLD])
def test_a_second_wrench_joins_the_repair_that_is_running(kind: Rupture | None) -> None:
    assert decide(reacts(), being_repaired(kind)) == Decision()


def test_another_kind_takes_the_place_of_the_one_that_is_running() -> None:
    state = being_repaired(Rupture.COLD)
    chooses = post(
        Choice("Bland", RepairAs(Rupture.BLAND)), Choice("Cold", RepairAs(Rupture.COLD)), reply="r"
    )
    turn = decide(taps("Bland"), replace(state, post=chooses))
    assert turn.ask is not None
    assert turn.ask.rupture is Rupture.BLAND
    assert turn.actions[0] == STOP
    assert decide(taps("Cold"), replace(state, post=chooses)) == Decision()


def test_a_command_that_joins_says_so_and_one_with_a_note_begins_anew() -> None:
    state = being_repaired()
    assert told(decide(commands("repair"), state).actions) == [ENGLISH.repair.under_way]
    noted = decide(commands("repair note: the dates first"), state)
    assert noted.ask is not None
    assert (noted.ask.note, STOP in noted.actions) == ("the dates first", True)


def test_what_failed_is_tried_again_once() -> None:
    failed = replace(being_repaired(), post=post(Choice("Try again", AnswerAgain()), reply="r"))
    assert decide(taps("Try again"), failed) == Decision()
    assert decide(taps("Try again"), replace(failed, running=())).ask is not None


# -- why a reply reads so ----------------------------------------------------------------------

LEFT_OUT, ANEW = ENGLISH.why.left_out, ENGLISH.why.written_anew


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ('[["flattery", "drop"]]', LEFT_OUT["flattery"]),
        (
            '[["hook", "redraft"], ["assent", "drop"], ["hook", "redraft"]]',
            " ".join((LEFT_OUT["attachment_hook"], LEFT_OUT["capitulation"], ANEW)),
        ),
        ("[]", ENGLISH.why.nothing),
        ('[["a rule of old", "drop"]]', ENGLISH.why.something),
    ],
    ids=["left out", "anew", "nothing", "an older rule"],
)
def test_what_the_governor_found_in_a_reply_is_said_to_who_asks_why(
    findings: str, line: str
) -> None:
    own = reply()
    asked = replace(own, row=replace(own.row, findings=findings))
    seen = CommandSnapshot(HOUSE, reply=asked)
    assert explaining.why(seen) == line
    assert explaining.why(CommandSnapshot(HOUSE)) == ENGLISH.why.in_general
