"""Where admins let the bot talk, and with whom: what passes it, and what is silence."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.actions.platform import Say
from bot.actions.state import AskAge, KeepInTray, RecordConsent, RememberPerson, SeeLowered
from bot.choices import AnswerAgain, Choice
from bot.commands import command_in
from bot.decide import Decision, house_gate, lowered
from bot.decide.house_gate import Refused
from bot.house_rules import (
    ACCOUNT_AGE,
    ANSWERS_TO,
    DEEPEST,
    DEEPEST_FOR,
    MINORS,
    PRIVATE_TALK,
    SPEAKS_IN,
    TALKS_TO,
    Rule,
    with_value,
)
from bot.house_rules.kinds.named import Places
from bot.ids import Named, Where
from bot.levels import Level
from bot.records import EpisodeRow, Owner, SpaceRow
from bot.snapshot import TrayLine
from bot.strings import ENGLISH
from tests.scene import (
    AT,
    DIRECT,
    SHARED,
    Known,
    commands,
    decide,
    known,
    post,
    says,
    taps,
    told,
)

SAID = ENGLISH.settings
HERE: Where = replace(SHARED, roles=(), since=AT - timedelta(days=2))
ELSEWHERE = Places("only", (Named("garden", "#garden"),))
MODS = (Named("role:mods", "@mods", is_role=True),)
CLOSED: tuple[tuple[Rule[Any], Any, Refused], ...] = (
    (SPEAKS_IN, ELSEWHERE, Refused.HERE),
    (TALKS_TO, MODS, Refused.ROLE),
    (ACCOUNT_AGE, 7, Refused.AGE),
)


def where_set(rule: Rule[Any], now: Any, where: Where = HERE, **more: Any) -> Known:
    """Gives what is known where an admin set that."""
    state = known(direct=False)
    space = with_value(state.space, rule, now)
    return replace(state, space=space, where=where, **more)


@pytest.mark.parametrize(("rule", "now", "why"), CLOSED)
def test_a_message_is_answered_only_where_and_to_whom_the_admins_let_it(
    rule: Rule[Any], now: Any, why: Refused
) -> None:
    state = where_set(rule, now)
    event = replace(says("hello"), where=HERE)
    assert house_gate.refused(event, state) is why
    turn = decide(event, state)
    assert turn.ask is None
    is_silent = why is Refused.HERE
    assert turn.is_silent_refusal is is_silent
    assert told(turn.actions) == ([] if is_silent else [SAID.refused[why]])
    assert decide(event, where_set(rule, rule.default)).ask is not None


@pytest.mark.parametrize(("rule", "now", "_why"), CLOSED)
def test_an_age_counts_where_nothing_is_said_too(rule: Rule[Any], now: Any, _why: Refused) -> None:
    turn = decide(replace(says("I'm 14"), where=HERE), where_set(rule, now))
    assert turn.ask is None
    assert {AskAge(True), KeepInTray("age")} <= set(turn.actions)


@pytest.mark.parametrize(("rule", "now", "why"), CLOSED[1:])
def test_the_kind_line_is_said_once_a_day_and_then_nothing(
    rule: Rule[Any], now: Any, why: Refused
) -> None:
    state, event = where_set(rule, now), replace(says("hello"), where=HERE)
    assert RememberPerson(told_at=AT) in decide(event, state).actions
    lately = replace(state, person=replace(state.person, told_at=AT - timedelta(hours=23)))
    assert decide(event, lately).is_silent_refusal
    again = replace(state, person=replace(state.person, told_at=AT - timedelta(hours=24)))
    assert told(decide(event, again).actions) == [SAID.refused[why]]


@pytest.mark.parametrize(("rule", "now", "why"), CLOSED)
@pytest.mark.parametrize(
    "words", ["off", "data", "status", "help", "pause", "under-18", "report 1"]
)
def test_what_is_a_persons_right_is_answered_everywhere(
    rule: Rule[Any], now: Any, why: Refused, words: str
) -> None:
    event = replace(commands(words, HERE), where=HERE)
    assert SAID.refused[why] not in told(decide(event, where_set(rule, now)).actions)


@pytest.mark.parametrize(("rule", "now", "why"), CLOSED)
@pytest.mark.parametrize("words", ["on", "listen", "repair cold", "style shorter"])
def test_any_other_command_is_answered_in_private_with_why_it_does_nothing(
    rule: Rule[Any], now: Any, why: Refused, words: str
) -> None:
    turn = decide(commands(words, HERE), where_set(rule, now))
    assert told(turn.actions) == [SAID.refused[why]]
    assert turn.ask is None


@pytest.mark.parametrize(("rule", "now", "_why"), CLOSED)
def test_admins_set_it_otherwise_from_where_they_are(
    rule: Rule[Any], now: Any, _why: Refused
) -> None:
    where = replace(HERE, by_admin=True)
    event = replace(commands("", where), command=command_in("/attune-admin settings"))
    assert SAID.heading in told(decide(event, where_set(rule, now, where)).actions)[0]


@pytest.mark.parametrize(("rule", "now", "_why"), CLOSED)
@pytest.mark.parametrize("words", ["I want to kill myself", "I am going to kill myself tonight"])
def test_what_a_life_at_risk_needs_is_said_whatever_admins_set(
    rule: Rule[Any], now: Any, _why: Refused, words: str
) -> None:
    event = replace(says(words), where=HERE)
    open_to_all = decide(event, where_set(rule, rule.default))
    closed = decide(event, where_set(rule, now))
    assert told(closed.actions) == told(open_to_all.actions)
    assert (closed.ask is None) == (open_to_all.ask is None)


@pytest.mark.parametrize(("rule", "now", "_why"), CLOSED)
def test_leaving_in_words_works_everywhere(rule: Rule[Any], now: Any, _why: Refused) -> None:
    state = replace(where_set(rule, now), scope=known(Level.WARM).scope)
    turn = decide(replace(says("off"), where=HERE), state)
    assert any(isinstance(one, RecordConsent) for one in turn.actions)
    assert turn.ask is None


@pytest.mark.parametrize(("rule", "now", "_why"), CLOSED)
def test_a_tap_that_asks_for_a_reply_gets_none(rule: Rule[Any], now: Any, _why: Refused) -> None:
    state = where_set(rule, now, post=post(Choice("x", AnswerAgain()), space=SHARED.space))
    assert decide(replace(taps("x"), where=HERE), state).ask is None


def test_while_an_episode_lasts_every_message_is_answered() -> None:
    episode = EpisodeRow(Owner("e"), at=AT, started_at=AT, referred=3)
    event = replace(says("I am still here"), where=HERE)
    state = where_set(SPEAKS_IN, ELSEWHERE, episode=episode)
    opened = where_set(SPEAKS_IN, Places(), episode=episode)
    assert told(decide(event, state).actions) == told(decide(event, opened).actions)
    assert decide(event, state).ask == decide(event, opened).ask


def test_where_only_its_name_counts_a_mere_reply_to_it_is_silence() -> None:
    state = where_set(ANSWERS_TO, "named")
    assert decide(replace(says("hello"), where=HERE, by_name=False), state).is_silent_refusal
    assert decide(replace(says("hello"), where=HERE), state).ask is not None
    usual = where_set(ANSWERS_TO, "replies")
    assert decide(replace(says("hello"), where=HERE, by_name=False), usual).ask is not None


def test_a_space_above_bounds_its_rooms_and_never_widens_them() -> None:
    event = replace(says("hello"), where=HERE)
    above = with_value(SpaceRow(Owner("above")), SPEAKS_IN, ELSEWHERE)
    bounded = replace(where_set(DEEPEST, Level.PLAIN), above=(above,))
    assert house_gate.refused(event, bounded) is Refused.HERE
    wide = with_value(SpaceRow(Owner("above")), DEEPEST, Level.ONGOING)
    assert replace(where_set(DEEPEST, Level.PLAIN), above=(wide,)).ceiling is Level.PLAIN
    narrow = with_value(SpaceRow(Owner("above")), DEEPEST, Level.PLAIN)
    assert replace(where_set(DEEPEST, Level.ONGOING), above=(narrow,)).ceiling is Level.PLAIN
    unset = SpaceRow(Owner("above"))
    assert replace(where_set(DEEPEST, Level.ONGOING), above=(unset,)).ceiling is Level.ONGOING


def test_in_a_direct_message_no_admin_has_a_say() -> None:
    assert house_gate.refused(says("hello"), known()) is None
    assert decide(says("hello"), known()).ask is not None


def test_directly_a_server_above_bounds_levels_roles_and_whom_it_talks_to() -> None:
    aside = replace(DIRECT, above=(SHARED.space,), within=(SHARED.room,), roles=(MODS[0].id,))
    row = SpaceRow(Owner("above"))

    def under(rule: Rule[Any], now: Any) -> Known:
        return replace(known(), where=aside, above=(with_value(row, rule, now),))

    assert under(DEEPEST, Level.PLAIN).ceiling is Level.PLAIN
    assert under(DEEPEST_FOR, ((MODS[0], Level.WARM),)).ceiling is Level.WARM
    assert (under(MINORS, MODS).is_minor, under(MINORS, ()).is_minor) == (True, False)
    event, closed = replace(says("hello"), where=aside), under(SPEAKS_IN, ELSEWHERE)
    assert decide(event, closed).ask is None
    assert told(decide(event, closed).actions) == [SAID.refused["here"]]
    asked = decide(event, under(SPEAKS_IN, Places())).ask
    assert asked is not None
    assert asked.above == (SHARED.space,)


def test_a_blocked_server_is_silent_to_a_private_ask_there_but_for_a_life_and_rights() -> None:
    aside = replace(DIRECT, above=(SHARED.space,), within=(SHARED.room,))
    blocked = SpaceRow(Owner("above"), blocked=True)
    state = replace(known(), where=aside, above=(blocked,))
    assert decide(replace(says("hello"), where=aside), state) == Decision()
    in_danger = decide(replace(says("I want to kill myself"), where=aside), state)
    assert any(isinstance(one, Say) for one in in_danger.actions)
    assert decide(replace(commands("data"), where=aside), state).actions
    assert decide(replace(commands("style short"), where=aside), state) == Decision()
    elsewhere = decide(says("hello"), replace(state, where=DIRECT, above=()))
    assert elsewhere.ask is not None


def test_admins_may_want_that_nothing_is_offered_in_private_from_there() -> None:
    event = replace(says("hello"), where=HERE)
    stays = decide(event, where_set(PRIVATE_TALK, False)).ask
    offers = decide(event, where_set(PRIVATE_TALK, True)).ask
    assert stays is not None
    assert offers is not None
    assert (stays.stays_here, offers.stays_here) == (True, False)


# -- what was lowered --------------------------------------------------------------------------


def lower(level: Level = Level.PLAIN, **changed: Any) -> Known:
    """Gives somebody who agreed to warm, where admins then lowered what is allowed."""
    state = where_set(DEEPEST, level)
    return replace(state, scope=replace(known(Level.WARM).scope, **changed))


def test_who_agreed_to_more_than_is_allowed_now_is_told_once_and_not_in_the_room() -> None:
    turn = decide(replace(says("hello"), where=HERE), lower())
    assert {KeepInTray("lowered"), SeeLowered(1)} <= set(turn.actions)
    assert not any("Less is allowed" in one for one in told(turn.actions))
    knows = decide(replace(says("hello"), where=HERE), lower(lowered_seen=1))
    assert KeepInTray("lowered") not in knows.actions
    assert (
        KeepInTray("lowered")
        not in decide(replace(says("hi"), where=HERE), lower(Level.WARM)).actions
    )


def test_the_line_is_said_on_a_private_occasion_and_names_no_level() -> None:
    state = known(direct=False)
    line = TrayLine("lowered", replace(says("x"), where=HERE).scope, known(Level.WARM).scope)
    event = commands("status", HERE)
    shown = told(decide(event, replace(state, tray=(line,), where=HERE)).actions)
    assert any(one.startswith("Less is allowed in this room now than") for one in shown)
    gone = TrayLine("lowered", line.scope, replace(known(Level.WARM).scope, state="withdrawn"))
    again = told(decide(event, replace(state, tray=(gone,), where=HERE)).actions)
    assert not any(one.startswith("Less") for one in again)
    assert lowered.of(state) == 0
