"""How a reply is written because of what was noticed, and when it asks anything because of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.ask import Ask
from bot.actions.observing import KeepTold
from bot.actions.platform import Say
from bot.actions.state import RememberPerson
from bot.attention import Unasked
from bot.crisis.tiers import stated
from bot.decide import Decision
from bot.decide.effects import within
from bot.decide.noticed_line import may_be_shown
from bot.engine.codec import dump, load_ask
from bot.levels import Level, Stance
from bot.markers import Marker, Observation
from bot.markers.effects import ASKING, Effect
from bot.markers.state import State
from bot.markers.told import Told
from bot.people import Listed
from bot.records import ConversationRow, EpisodeRow, Owner, ThreadRow
from bot.snapshot import Holding, MessageSnapshot, Observed, Running
from bot.strings import ENGLISH
from bot.strings.strings import LANGUAGES
from tests.scene import ADA, AT, DIRECT, SHARED, Known, decide, known, says, talking, writing

DAY = AT.date()
HELLO = says("I stayed in again today")
NEL = Listed(1, "Nel", "to walk with")
LOOP = Marker.DISTRESS_LOOP
SINCE = Told(since=DAY - timedelta(days=9))
LATELY = DAY - timedelta(days=5)


def days(*markers: Marker) -> tuple[Observation, ...]:
    """Gives each marker on five of the last twelve days, which is sustained."""
    ago = (timedelta(days=each) for each in (12, 9, 6, 3, 1))
    dates = [DAY - each for each in ago]
    return tuple(Observation(one, day, 1.0, "about_work") for one in markers for day in dates)


def seen(*markers: Marker, **told: Told) -> Known:
    """Gives who agreed to all, with these markers sustained and this said of them."""
    state = known(Level.ATTUNED)
    scope = replace(state.scope, functioning=True, loops=True)
    said = {Marker(name): one for name, one in told.items()}
    return replace(state, scope=scope, observed=Observed(days(*markers), said, people=(NEL,)))


def ask_of(state: Known, text: str = HELLO.text) -> Ask:
    ask = decide(says(text, DIRECT if state.is_direct else SHARED), state).ask
    assert ask is not None
    return ask


def kept(state: Known, text: str = HELLO.text) -> dict[Marker, Told]:
    """Gives what is kept of what was said, after a message."""
    actions = decide(says(text), state).actions
    found = [one.told for one in actions if isinstance(one, KeepTold)]
    return dict(found[0]) if found else dict(state.observed.told)


def within_a_day(state: Known) -> Known:
    """Gives who was told something else that they did not ask for, less than a day ago."""
    last = AT - timedelta(hours=23)
    return replace(state, person=replace(state.person, unasked_at=last))


def test_each_marker_that_lasts_changes_the_reply_in_its_way() -> None:
    assert ask_of(seen(Marker.EXCLUSIVITY)).effects == (
        Effect.NOTHING_SPECIAL,
        Effect.TAKE_UP_PEOPLE,
    )
    assert ask_of(seen(Marker.FUNCTIONING)).effects == (Effect.SMALL_STEP,)
    withdrawal = ask_of(seen(Marker.WITHDRAWAL))
    assert withdrawal.effects == (Effect.TAKE_UP_PEOPLE, Effect.ASK_AFTER)
    assert withdrawal.asks_after == "Nel"
    assert ask_of(seen(LOOP)).effects == (Effect.STAY_OR_TURN,)


def test_of_two_questions_one_is_asked_and_the_other_on_another_day() -> None:
    both = seen(Marker.WITHDRAWAL, LOOP)
    assert ask_of(both).effects == (Effect.TAKE_UP_PEOPLE, Effect.ASK_AFTER)
    assert kept(both)[Marker.WITHDRAWAL] == Told(since=DAY, asked=DAY, somebody=NEL.mark)
    asked = seen(Marker.WITHDRAWAL, LOOP, withdrawal=Told(asked=DAY - timedelta(days=1)))
    assert ask_of(asked).effects == (Effect.TAKE_UP_PEOPLE, Effect.STAY_OR_TURN)
    today = within_a_day(asked)
    assert ask_of(today).effects == (Effect.TAKE_UP_PEOPLE,)


@pytest.mark.parametrize(
    ("state", "line"),
    [
        ("shown", Unasked.NOTICED),
        ("asked after", Unasked.ASKED_AFTER),
        ("stuck", Unasked.STUCK),
    ],
)
def test_each_line_spends_the_day_and_waits_where_another_did(state: str, line: Unasked) -> None:
    seen_in = {
        "shown": seen(Marker.EXCLUSIVITY, exclusivity=SINCE),
        "asked after": seen(Marker.WITHDRAWAL),
        "stuck": seen(LOOP),
    }
    turn = decide(HELLO, seen_in[state])
    assert turn.unasked == (line,)
    assert RememberPerson(unasked_at=AT) in turn.actions
    later = decide(HELLO, within_a_day(seen_in[state]))
    assert later.unasked == ()
    assert not any(isinstance(one, Say) for one in later.actions)
    assert later.ask is not None
    assert not set(later.ask.effects) & set(ASKING.values())


def test_what_lasts_holds_in_every_reply_of_the_day() -> None:
    state = within_a_day(seen(*Marker))
    assert ask_of(state).effects == (
        Effect.NOTHING_SPECIAL,
        Effect.TAKE_UP_PEOPLE,
        Effect.SMALL_STEP,
    )
    assert kept(state) == {one: Told(since=DAY) for one in Marker}


def test_beside_a_day_that_was_named_for_a_thread_nothing_noticed_is_said_or_asked() -> None:
    due = ThreadRow(Owner("scope"), "nel", at=AT, number=1, body="call Nel", due=AT)
    for state in (seen(*Marker), seen(Marker.EXCLUSIVITY, exclusivity=SINCE)):
        scope = replace(state.scope, memory=True)
        turn = decide(HELLO, replace(state, scope=scope, holding=Holding((due,))))
        assert turn.unasked == (Unasked.DUE,)
        assert turn.ask is not None
        assert not set(turn.ask.effects) & set(ASKING.values())


def test_nobody_is_asked_after_where_nobody_may_be() -> None:
    alone = seen(Marker.WITHDRAWAL)
    alone = replace(alone, observed=replace(alone.observed, people=()))
    assert ask_of(alone).effects == (Effect.TAKE_UP_PEOPLE,)


def test_without_a_tick_its_marker_changes_nothing() -> None:
    state = seen(Marker.FUNCTIONING, LOOP)
    state = replace(state, scope=replace(state.scope, functioning=False, loops=False))
    assert ask_of(state).effects == ()
    assert kept(state) == {}


@pytest.mark.parametrize("where", ["shared", "warm", "episode", "risk"])
def test_nothing_changes_in_a_shared_room_below_attuned_or_where_a_life_is_at_risk(
    where: str,
) -> None:
    state, text = seen(*Marker), HELLO.text
    if where == "shared":
        state = replace(state, is_direct=False)
    elif where == "warm":
        state = replace(state, scope=replace(state.scope, level=int(Level.WARM)))
    elif where == "episode":
        state = replace(state, episode=EpisodeRow(Owner("p"), at=AT))
    else:
        text = "sometimes I wish I could fall asleep and not wake up"
    decision = decide(says(text, DIRECT if state.is_direct else SHARED), state)
    assert decision.ask is None or decision.ask.effects == ()
    assert not any(isinstance(one, KeepTold) for one in decision.actions)


def test_later_in_a_conversation_beside_a_goodbye_or_after_a_sign_nothing_is_asked() -> None:
    state = seen(Marker.WITHDRAWAL)
    talk = ConversationRow(Owner("scope"), "room", started_at=AT, last_at=AT, turn=1)
    lately = (stated("I wish I were dead"),)
    for other in (
        replace(state, conversation=talk),
        replace(state, is_goodbye=True),
        replace(state, lately=lately),
    ):
        ask = decide(HELLO, other).ask
        assert ask is None or Effect.ASK_AFTER not in ask.effects


def test_a_burst_keeps_the_question_of_the_message_that_it_takes_in() -> None:
    state = seen(Marker.WITHDRAWAL, withdrawal=Told(since=DAY, asked=DAY))
    before = replace(writing().ask, effects=(Effect.ASK_AFTER,), asks_after="Nel", asked_at=AT)
    house = replace(state.house, burst=timedelta(seconds=5))
    state = replace(talking(state), house=house, running=(Running(before, ()),))
    ask = ask_of(state)
    assert (ask.effects[-1], ask.asks_after) == (Effect.ASK_AFTER, "Nel")


@pytest.mark.parametrize("said", [Told(stopped=DAY), Told(since=DAY, asked=DAY)])
def test_a_burst_keeps_no_question_of_what_was_stopped_or_does_not_last_meanwhile(
    said: Told,
) -> None:
    state = seen(*(() if said.stopped is None else (Marker.WITHDRAWAL,)), withdrawal=said)
    before = replace(writing().ask, effects=(Effect.ASK_AFTER,), asks_after="Nel", asked_at=AT)
    house = replace(state.house, burst=timedelta(seconds=5))
    state = replace(talking(state), house=house, running=(Running(before, ()),))
    ask = ask_of(state)
    assert (ask.effects, ask.asks_after) == ((), "")
    assert kept(state)[Marker.WITHDRAWAL].asked is None


def test_that_it_is_better_ends_the_loop() -> None:
    state = seen(LOOP)
    assert kept(state, "that's better now") == {LOOP: Told(relieved=DAY)}
    assert ask_of(state, "that's better now").effects == ()
    assert kept(seen(), "that's better now") == {}


def test_what_changes_replies_is_kept_from_its_first_day_until_it_was_quiet() -> None:
    assert kept(seen(Marker.EXCLUSIVITY)) == {Marker.EXCLUSIVITY: Told(since=DAY)}
    before = Told(since=DAY - timedelta(days=9), shown=DAY - timedelta(days=5))
    lasting = seen(Marker.EXCLUSIVITY, exclusivity=before)
    assert kept(lasting) == {Marker.EXCLUSIVITY: before}
    faint = Observation(Marker.EXCLUSIVITY, DAY - timedelta(days=60), 0.5)
    quiet = replace(lasting, observed=Observed((faint,), lasting.observed.told))
    assert kept(quiet) == {Marker.EXCLUSIVITY: Told()}


def test_an_ask_keeps_its_effects_and_one_of_an_earlier_release_has_none() -> None:
    ask = replace(writing().ask, effects=(Effect.ASK_AFTER,), asks_after="Nel", stance=Stance.THINK)
    assert load_ask(dump(ask)) == ask
    assert "Nel" not in repr(ask)
    old = dump(ask).replace('"effects": ["ask_after"], "asks_after": "Nel"', '"note": ""')
    assert load_ask(old).effects == ()


def test_a_turn_without_a_reply_stays_as_it_is() -> None:
    turn = Decision()
    snapshot = seen(*Marker).for_event(HELLO)
    assert isinstance(snapshot, MessageSnapshot)
    assert within(HELLO, snapshot, turn) is turn


# -- the line ------------------------------------------------------------------------------------

SAID = ENGLISH.noticed


def line(state: Known, text: str = HELLO.text) -> Say | None:
    """Gives the line that a message is answered with beside its reply, or None."""
    return next((one for one in decide(says(text), state).actions if isinstance(one, Say)), None)


def test_once_a_spell_its_person_reads_first_what_changed_and_then_what_can_be_said_to_it() -> None:
    state = seen(Marker.WITHDRAWAL, withdrawal=replace(SINCE, asked=LATELY, somebody=NEL.mark))
    shown = line(state)
    assert shown is not None
    assert shown.to == ADA
    assert shown.text.startswith("Since 25 April I ask about Nel now and then.")
    assert "You had written about plans and people." in shown.text
    labels = [SAID.why_tap, SAID.wrong_tap, SAID.stop_tap, SAID.fine_tap]
    assert [one.label for one in shown.choices] == labels
    now = kept(state)[Marker.WITHDRAWAL]
    assert now.shown == DAY
    assert line(seen(Marker.WITHDRAWAL, withdrawal=now)) is None


def test_who_was_asked_after_is_named_while_listed_and_no_harm_or_death_is_said_of_them() -> None:
    asked = replace(SINCE, asked=LATELY, somebody=NEL.mark)
    bo, gone = Listed(1, "Bo", "cars"), replace(NEL, words="died in May")
    for people, change in (
        ((bo, replace(NEL, name="NEL")), SAID.asked_after.format(name="NEL")),
        ((bo, gone), SAID.takes_up),
        ((bo,), SAID.takes_up),
    ):
        state = seen(Marker.WITHDRAWAL, withdrawal=asked)
        shown = line(replace(state, observed=replace(state.observed, people=people)))
        assert shown is not None
        assert change in shown.text
        assert "Bo" not in shown.text


def test_on_the_day_of_the_line_nothing_is_asked_besides() -> None:
    state = seen(Marker.WITHDRAWAL, LOOP, withdrawal=SINCE)
    assert line(state) is not None
    assert ask_of(state).effects == (Effect.TAKE_UP_PEOPLE,)


def test_who_was_not_asked_after_anybody_reads_of_the_people_they_mention() -> None:
    shown = line(seen(Marker.WITHDRAWAL, withdrawal=SINCE))
    assert shown is not None
    assert SAID.takes_up in shown.text
    assert "Nel" not in shown.text


def test_on_its_first_day_after_fine_or_before_a_loop_was_asked_about_there_is_no_line() -> None:
    exclusivity = Marker.EXCLUSIVITY
    assert line(seen(exclusivity)) is None
    assert line(seen(exclusivity, exclusivity=replace(SINCE, fine=DAY))) is None
    assert line(seen(LOOP, distress_loop=SINCE)) is None
    asked = replace(SINCE, asked=SINCE.since)
    shown = line(seen(LOOP, distress_loop=asked))
    assert shown is not None
    assert SAID.better_tap in [one.label for one in shown.choices]


def test_a_line_is_due_from_the_day_after_the_change_and_90_days_after_fine() -> None:
    exclusivity = Marker.EXCLUSIVITY
    assert SINCE.since is not None
    assert not may_be_shown(exclusivity, SINCE, SINCE.since)
    assert may_be_shown(exclusivity, SINCE, SINCE.since + timedelta(days=1))
    fine = replace(SINCE, fine=DAY)
    assert not may_be_shown(exclusivity, fine, DAY + timedelta(days=89))
    assert may_be_shown(exclusivity, fine, DAY + timedelta(days=90))
    assert not may_be_shown(exclusivity, replace(SINCE, shown=DAY), DAY)


def test_beside_a_goodbye_later_in_a_talk_or_where_others_read_there_is_no_line() -> None:
    state = seen(Marker.EXCLUSIVITY, exclusivity=SINCE)
    talk = ConversationRow(Owner("scope"), "room", started_at=AT, last_at=AT, turn=1)
    assert line(state) is not None
    assert line(replace(state, conversation=talk)) is None
    assert line(replace(state, is_goodbye=True)) is None
    assert line(replace(state, is_direct=False)) is None


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("marker", Marker)
def test_in_every_language_no_word_of_the_records_is_shown(code: str, marker: Marker) -> None:
    told = replace(SINCE, asked=SINCE.since)
    state = seen(marker, **{marker.value: told})
    state = replace(state, house=state.house.to(code))
    shown = line(state)
    assert shown is not None
    assert len(shown.text) <= 600
    for word in (*Marker, *State, "depend", "risk", "marker"):
        assert str(word) not in shown.text.casefold()
