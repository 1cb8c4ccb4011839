"""What lasts of what was noticed holds too in a reply that is written once more."""

from dataclasses import replace

import pytest

from bot.choices import AnswerAgain, AnswerAnew, Choice, Meaning, RepairAgain, RepairAs
from bot.crisis.tiers import stated
from bot.decide.again import again_of
from bot.levels import Level
from bot.markers import Marker
from bot.markers.effects import Effect
from bot.markers.told import Told
from bot.records import EpisodeRow, Owner
from bot.rupture import Rupture
from tests.scene import AT, Known, commands, decide, post, reacts, reply, says, talking, taps
from tests.test_decide_effects import DAY, seen

BOTH = (Effect.NOTHING_SPECIAL, Effect.TAKE_UP_PEOPLE)
REPLY = reply(said='{"m": "w"}')
EXCLUSIVITY = Marker.EXCLUSIVITY


def given(*markers: Marker, **told: Told) -> Known:
    """Gives whose newest message was answered while these markers last."""
    return replace(talking(seen(*markers, **told)), reply=REPLY)


def effects(state: Known) -> tuple[Effect, ...]:
    ask = decide(reacts(), state).ask
    assert ask is not None
    assert ask.asks_after == ""
    return ask.effects


@pytest.mark.parametrize(
    "means", [RepairAs(Rupture.COLD), RepairAgain("tap", True, None), AnswerAgain(), AnswerAnew()]
)
def test_a_tap_that_writes_a_reply_again_keeps_what_lasts(means: Meaning) -> None:
    state = replace(given(EXCLUSIVITY), post=post(Choice("x", means), reply="r"))
    ask = decide(taps("x"), state).ask
    assert ask is not None
    assert ask.effects == BOTH


@pytest.mark.parametrize("event", [reacts(), commands("repair cold"), says("that was cold")])
def test_a_repair_keeps_what_lasts(event: object) -> None:
    state = given(EXCLUSIVITY)
    ask = decide(event, state).ask  # type: ignore[arg-type]
    assert ask is not None
    assert ask.reply == "r"
    assert ask.effects == BOTH
    assert again_of(reacts(), state.for_event(reacts()), REPLY).effects == BOTH  # type: ignore[arg-type]


def test_it_asks_no_question_anew_and_what_ended_or_was_stopped_is_not_kept() -> None:
    assert effects(given(*Marker)) == (*BOTH, Effect.SMALL_STEP)
    assert effects(given(Marker.DISTRESS_LOOP)) == ()
    assert effects(given()) == ()
    assert effects(given(EXCLUSIVITY, exclusivity=Told(stopped=DAY))) == ()


def test_where_others_read_below_its_level_without_its_tick_or_at_a_risk_it_keeps_nothing() -> None:
    state = given(EXCLUSIVITY, Marker.FUNCTIONING)
    warm = replace(state.scope, level=int(Level.WARM))
    unticked = replace(state.scope, functioning=False)
    assert effects(replace(state, is_direct=False)) == ()
    assert effects(replace(state, scope=warm)) == ()
    assert effects(replace(state, scope=unticked)) == BOTH
    assert effects(replace(state, episode=EpisodeRow(Owner("p"), at=AT))) == ()
    assert effects(replace(state, lately=(stated("I want to die tonight"),))) == ()
