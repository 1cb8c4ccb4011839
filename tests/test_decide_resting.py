"""A break is suggested to a minor who talks in a shared room, and nobody else there sees it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.platform import Say
from bot.actions.state import EmptyTray, KeepInTray, RememberPerson
from bot.decide import resting
from bot.duties import Law, duties_of
from bot.ids import Scope, SpaceId
from bot.records import ConversationRow, EpisodeRow, Owner
from bot.snapshot import TrayLine
from bot.strings import ENGLISH
from tests.scene import ADA, AT, HOUSE, SHARED, Known, commands, decide, known, says, told

LINE = ENGLISH.replies.notice_under_18
HOUR = timedelta(hours=1)
KEPT = {KeepInTray("rest"), RememberPerson(break_at=AT)}
HERE = Scope(SHARED.space, ADA)
HELLO = replace(says("and now?"), where=SHARED)
UNCAPPED = replace(duties_of((Law.OREGON,)), minors="")


def talking(*, under_18: bool = True, hours: float = 1, **of_them: object) -> Known:
    """Gives somebody who has talked in a shared room for so long."""
    state = replace(known(direct=False), where=SHARED, house=replace(HOUSE, duties=UNCAPPED))
    last = AT - timedelta(minutes=5)
    person = replace(
        state.person, under_18=under_18, talk_since=AT - hours * HOUR, last_at=last, noticed_at=last
    )
    return replace(state, person=replace(person, **of_them))  # type: ignore[arg-type]


def keeps(state: Known) -> bool:
    return set(decide(HELLO, state).actions) >= KEPT


def test_a_minor_who_talks_where_others_read_is_suggested_a_break_where_they_alone_read_it() -> (
    None
):
    assert keeps(talking())
    assert not any(LINE in one for one in told(decide(HELLO, talking()).actions))
    answer = decide(commands("status", SHARED), waiting(talking())).actions
    assert EmptyTray(HERE, "rest") in answer
    (say,) = (one for one in answer if isinstance(one, Say) and one.text == LINE)
    assert say.to == ADA


def test_it_is_due_as_often_as_the_law_asks_and_to_nobody_else() -> None:
    assert not keeps(talking(hours=0.9))
    assert not keeps(talking(under_18=False))
    assert not keeps(talking(hours=2, break_at=AT - 0.9 * HOUR))
    assert keeps(talking(hours=2, break_at=AT - HOUR))
    assert keeps(talking(break_at=AT - 9 * HOUR))
    assert not keeps(talking(hours=0.5, break_at=AT - 9 * HOUR))


def test_what_the_room_reads_is_the_same_for_a_minor() -> None:
    minor, other = (decide(HELLO, talking(under_18=one)) for one in (True, False))
    assert set(minor.actions) - KEPT == set(other.actions)
    assert minor.ask == other.ask


def waiting(state: Known, *rooms: str) -> Known:
    """Gives somebody for whom the line waits, of each of these rooms."""
    scopes = [Scope(SpaceId(room), ADA) for room in rooms] or [HERE]
    person = replace(state.person, break_at=AT)
    lines = tuple(TrayLine("rest", one, state.scope) for one in scopes)
    return replace(state, person=person, tray=lines)


def test_whose_age_was_put_right_since_hears_no_break_of_a_minor() -> None:
    state = waiting(talking(under_18=False))
    righted = replace(state, person=replace(state.person, break_at=None))
    actions = decide(commands("status", SHARED), righted).actions
    assert LINE not in told(actions)
    assert EmptyTray(HERE, "rest") in actions


def test_it_is_said_once_however_often_it_was_kept() -> None:
    answer = decide(commands("status", SHARED), waiting(talking(), "one", "two")).actions
    assert [one for one in told(answer) if one == LINE] == [LINE]
    assert len([one for one in answer if isinstance(one, EmptyTray)]) == 2


@pytest.mark.parametrize("last", [timedelta(minutes=31), 5 * HOUR])
def test_whoever_made_a_break_is_suggested_none(last: timedelta) -> None:
    rested = waiting(talking(last_at=AT - last))
    answer = decide(commands("status", SHARED), rested).actions
    assert EmptyTray(HERE, "rest") in answer
    assert LINE not in told(answer)


def in_private(state: Known) -> Known:
    talk = ConversationRow(Owner("scope"), "room", started_at=AT - HOUR, last_at=AT)
    here = replace(known(), conversation=talk)
    return replace(here, person=state.person, tray=state.tray, house=state.house)


def test_in_a_direct_message_it_is_said_unless_the_notice_says_it() -> None:
    state = in_private(waiting(talking()))
    due = replace(state, person=replace(state.person, noticed_at=AT - 2 * HOUR))
    for one, said in ((state, 1), (due, 0)):
        turn = decide(says("hello"), one)
        assert EmptyTray(HERE, "rest") in turn.actions
        assert told(turn.actions).count(LINE) == said
        assert turn.ask is not None
        assert (turn.ask.notice == LINE) is not bool(said)


def test_while_a_life_is_at_risk_it_waits() -> None:
    grave = replace(waiting(talking()), episode=EpisodeRow(Owner("episode"), at=AT))
    assert resting.kept(HELLO, grave) == ()
    assert EmptyTray(HERE, "rest") not in decide(commands("status", SHARED), grave).actions
