"""`/attune status` says, to who asks alone, each reason why nothing is said to them here."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.actions.platform import Say
from bot.decide.silent_here import AT_FIRST_SIGHT, line
from bot.house_rules import ACCOUNT_AGE, QUIET_HOURS, SPEAKS_IN, TALKS_TO, with_value
from bot.house_rules.kinds.hours import Hours
from bot.house_rules.kinds.named import Places
from bot.ids import Named
from bot.records import BoundariesRow, MuteRow, Owner, RepairRow, SpaceRow
from bot.strings import ENGLISH, OFFERED
from tests.scene import ADA, AT, DIRECT, MET, SHARED, Known, commands, decide, known

SAID = ENGLISH.status
WHY = SAID.why_silent
ROW = SpaceRow(Owner("s"))
MUTED = MuteRow(Owner("s"), "ada", AT, AT + timedelta(hours=2), "by")
ALL_DAY = Hours(0, 1439, "UTC")
ELSEWHERE = Places("only", (Named("other", "#other"),))
MODS = (Named("role:mods", "@mods", is_role=True),)
HERE = replace(SHARED, roles=())


def in_server(rule: Any = None, set_to: Any = None, **more: Any) -> Known:
    space = with_value(ROW, rule, set_to) if rule is not None else ROW
    return replace(known(direct=False), where=HERE, **{"space": space, **more})


def why(state: Known) -> str:
    (say,) = decide(commands("status", HERE), state).actions[-1:]
    assert isinstance(say, Say)
    assert say.to == ADA
    return say.text


def test_where_nothing_silences_it_status_says_nothing_of_it() -> None:
    assert SAID.silent.partition("{")[0] not in why(in_server())


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (in_server(mute=MUTED), WHY["muted"].format(until="for the next 2 hours")),
        (in_server(QUIET_HOURS, ALL_DAY), WHY["quiet"].format(time="23:59", zone="UTC")),
        (in_server(SPEAKS_IN, ELSEWHERE), WHY["here"]),
        (in_server(TALKS_TO, MODS), WHY["role"]),
        (in_server(person=replace(MET, blocked=True)), WHY["blocked"]),
        (in_server(space=replace(ROW, blocked=True)), WHY["blocked_here"]),
        (in_server(above=(replace(ROW, blocked=True),)), WHY["blocked_here"]),
    ],
)
def test_each_reason_is_said_with_what_works_all_the_same(state: Known, reason: str) -> None:
    assert SAID.silent.format(why=reason) in why(state)


def test_an_account_that_is_too_new_is_told_so() -> None:
    young = replace(HERE, since=AT - timedelta(days=1))
    state = replace(in_server(ACCOUNT_AGE, 30), where=young)
    assert line(commands("status", young), state) == SAID.silent.format(why=WHY["age"])


def test_every_reason_that_holds_stands_in_the_one_line() -> None:
    state = in_server(QUIET_HOURS, ALL_DAY, mute=MUTED)
    both = f"{WHY['muted'].format(until='for the next 2 hours')}; "
    assert both + WHY["quiet"].format(time="23:59", zone="UTC") in why(state)


def test_in_a_direct_message_what_a_server_sets_is_no_reason() -> None:
    assert line(commands("status", DIRECT), known()) == ""


@pytest.mark.parametrize("code", OFFERED)
def test_with_every_reason_at_once_it_stays_short_in_each_language(code: str) -> None:
    said = ENGLISH.to(code).status
    every = "; ".join(said.why_silent.values())
    assert len(said.silent.format(why=every)) < 600


def test_who_wants_nothing_read_is_told_that_no_emergency_is_seen_and_how_it_ends() -> None:
    state = in_server(QUIET_HOURS, ALL_DAY, person=replace(MET, ignored=True))
    assert SAID.ignored in why(state)
    assert SAID.silent.partition("{")[0] not in why(state)


STYLE = (
    *(("length", "shorter"), ("tone", "warmer"), ("questions", "no-questions")),
    *(("voice", "plain-voice"), ("delivery", "whole")),
)


@pytest.mark.parametrize("code", OFFERED)
def test_with_all_that_is_kept_and_every_reason_it_is_one_short_card_in_every_language(
    code: str,
) -> None:
    zone = "America/Argentina/ComodRivadavia"
    row = with_value(with_value(ROW, QUIET_HOURS, Hours(0, 1439, zone)), ACCOUNT_AGE, 7)
    of = in_server(
        space=row, mute=MUTED, style=STYLE, person=replace(MET, blocked=True, under_18=True)
    )
    gone = replace(of.scope, entered_at=AT, frozen_until=AT + timedelta(days=400))
    repairs = tuple(RepairRow(Owner("a"), str(one), kind="cold", at=AT) for one in range(12))
    own = (BoundariesRow(Owner("a"), body="{}"),)
    strings = ENGLISH.to(code)
    of = replace(of, scope=gone, repairs=repairs, preferences=own)
    text = why(replace(of, house=replace(of.house, strings=strings)))
    said = strings.status
    assert len(text) <= AT_FIRST_SIGHT
    assert all(one in text for one in (said.kept_boundaries, said.kept_under_18, zone))
    assert said.kept_style.partition("{")[0] in text
    assert said.why_silent["age"] in text
