"""A line of their own is offered once, as their next conversation begins, and beside nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.actions.holding import Hold
from bot.actions.of_summaries import EndLine, OfferLine
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, RememberPerson
from bot.attention import Unasked
from bot.choices import Choice, DropHeld, KeepLine, OfALine, RefuseLine, WordLine
from bot.crisis.signs.kinds import What
from bot.crisis.tiers import Stated, Tier, Verdict
from bot.decide import Decision
from bot.decide.beginnings import has_room
from bot.decide.holding.offering import may_be
from bot.decide.unasked import owed
from bot.holding import Held
from bot.records import ConversationRow, EpisodeRow, Owner, SummaryRow, ThreadRow
from bot.snapshot import Holding, MessageSnapshot
from bot.strings import ENGLISH
from tests.scene import AT, Known, commands, decide, post, says, taps
from tests.test_decide_holding import MINE, ticked

SAID = ENGLISH.holding
DAY = timedelta(days=1)
WRITTEN = AT - DAY
LINE = "call the *landlord* on Friday"
ROW = SummaryRow(Owner("scope"), "room", WRITTEN, WRITTEN, 12, "You leave.", line=LINE)
OF = WRITTEN.isoformat()
HELLO = says("so, the launch slips again")
DUE = ThreadRow(MINE, "nel", at=AT, number=1, body="call Nel", due=AT)
THREAD = replace(DUE, due=None)


def having(row: SummaryRow | None = ROW, *threads: ThreadRow, **known: Any) -> Known:
    state = ticked(Holding(threads), direct=known.pop("direct", True))
    return replace(state, summary=row, **known)


def offers(turn: Decision) -> list[Say]:
    return [one for one in turn.actions if isinstance(one, Say) and "hold this" in one.text]


def person(state: Known, **fields: Any) -> Known:
    return replace(state, person=replace(state.person, **fields))


def scope(state: Known, **fields: Any) -> Known:
    return replace(state, scope=replace(state.scope, **fields))


def test_it_is_offered_with_three_taps_and_kept_that_it_was() -> None:
    turn = decide(HELLO, having())
    (say,) = offers(turn)
    assert say.text == SAID.offered.format(words="call the \\*landlord\\* on Friday")
    assert say.to == HELLO.person
    assert say.choices == (
        Choice(SAID.keep, KeepLine("room", OF)),
        Choice(SAID.edit, WordLine("room", OF)),
        Choice(SAID.refuse, RefuseLine("room", OF)),
    )
    assert OfferLine("room") in turn.actions
    assert RememberPerson(unasked_at=AT) in turn.actions
    assert turn.ask is not None
    assert turn.unasked == (Unasked.OFFERED,)


@pytest.mark.parametrize(
    "state",
    [
        having(None),
        having(replace(ROW, line="")),
        having(replace(ROW, offered_at=AT)),
        having(replace(ROW, at=AT - 7 * DAY)),
        having(ROW, replace(THREAD, body=LINE)),
        having(ROW, replace(THREAD, body=LINE, done_at=AT)),
        having(ROW, *(replace(THREAD, key=str(one)) for one in range(Held.THREADS.most))),
        having(ROW, DUE),
        having(ROW, is_goodbye=True),
        having(ROW, episode=EpisodeRow(Owner("e"), at=AT)),
        having(ROW, lately=(Stated(Verdict(Tier.CONCERN)), Stated())),
        having(ROW, lately=(Stated(faint=frozenset({What.ENDING})),)),
        having(ROW, conversation=ConversationRow(Owner("s"), started_at=AT, last_at=AT, turn=1)),
        having(ROW, direct=False),
        person(having(), under_18=True),
        person(having(), unasked_at=AT - DAY + timedelta(seconds=1)),
        scope(having(), memory=False),
        scope(having(), unsummed=True),
        scope(having(), level=1),
        scope(having(), paused_until=AT + DAY),
        scope(having(), expires_at=AT),
    ],
)
def test_it_is_not_offered_where_it_must_not_be(state: Known) -> None:
    turn = decide(HELLO, state)
    assert offers(turn) == []
    assert not any(isinstance(one, OfferLine) for one in turn.actions)


@pytest.mark.parametrize(
    "event",
    [
        says("ok, good night"),
        says("I want to kill myself"),
        says("I wish I was dead"),
        says("hold this: the talk with Ben"),
        says("remember that I'm vegetarian. What can I cook?"),
        says("help me write to my sister"),
        says("off"),
        commands("status"),
    ],
)
def test_it_is_offered_beside_a_reply_alone(event: Any) -> None:
    assert offers(decide(event, having())) == []


def test_a_conversation_that_began_with_a_command_has_still_to_begin() -> None:
    talk = ConversationRow(Owner("s"), started_at=AT, last_at=AT)
    assert offers(decide(HELLO, having(ROW, conversation=talk)))


def test_harmless_words_before_it_are_in_nobodys_way() -> None:
    assert offers(decide(HELLO, having(ROW, lately=(Stated(), Stated()))))


def test_a_day_later_there_is_room_again() -> None:
    assert offers(decide(HELLO, person(having(), unasked_at=AT - DAY)))


def test_what_is_owed_spends_the_day_and_is_never_held_back() -> None:
    state = person(having(ROW, DUE), unasked_at=AT - timedelta(minutes=1))
    turn = decide(HELLO, state)
    assert turn.unasked == (Unasked.DUE,)
    assert RememberPerson(unasked_at=AT) in turn.actions
    snapshot = state.for_event(HELLO)
    assert owed(HELLO, snapshot)[1] == (Unasked.DUE,)  # type: ignore[arg-type]
    assert isinstance(snapshot, MessageSnapshot)
    assert not has_room(snapshot, AT, turn)
    assert may_be(HELLO, snapshot) == ROW


def test_where_nothing_is_said_the_day_stays() -> None:
    turn = decide(HELLO, having(None))
    assert turn.unasked == ()
    assert not any(isinstance(one, RememberPerson) and one.unasked_at for one in turn.actions)


def tapped(means: OfALine, state: Known) -> Decision:
    return decide(taps("tap"), replace(state, post=post(Choice("tap", means))))


def answer(turn: Decision) -> AnswerCard:
    (said,) = [one for one in turn.actions if isinstance(one, AnswerCard)]
    return said


def test_kept_it_is_a_thread_in_the_place_of_the_question() -> None:
    offered = replace(ROW, line="call Nel by in 3 days", offered_at=AT)
    turn = tapped(KeepLine("room", OF), having(offered, replace(THREAD, number=4)))
    (hold,) = [one for one in turn.actions if isinstance(one, Hold)]
    assert isinstance(hold.row, ThreadRow)
    assert (hold.row.body, hold.row.number, hold.row.open_in) == ("call Nel", 5, "")
    assert hold.row.due is not None
    assert hold.row.due.date() == (AT + 3 * DAY).date()
    assert EndLine("room") in turn.actions
    assert answer(turn).text == SAID.held.format(words="call Nel")
    (drop,) = answer(turn).choices
    assert drop.means == DropHeld(Held.THREADS, hold.row.key, is_new=True)


def test_edited_or_refused_it_goes_and_a_no_is_remembered() -> None:
    turn = tapped(WordLine("room", OF), having())
    assert turn.actions == (EndLine("room"), AnswerCard(taps("tap").message, SAID.in_your_words))
    turn = tapped(RefuseLine("room", OF), having())
    assert EndLine("room") in turn.actions
    assert RememberPerson(refused_at=AT) in turn.actions
    assert answer(turn).text == SAID.refused


@pytest.mark.parametrize(
    "row", [None, replace(ROW, line=""), replace(ROW, at=AT), replace(ROW, at=AT - 7 * DAY)]
)
@pytest.mark.parametrize("kind", [KeepLine, WordLine, RefuseLine])
def test_a_tap_on_a_line_that_is_gone_says_so_and_does_nothing(
    kind: type[KeepLine], row: SummaryRow | None
) -> None:
    turn = tapped(kind("room", OF), having(row))
    assert turn.actions == (AnswerCard(taps("tap").message, SAID.over),)


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (scope(having(), memory=False), SAID.unticked),
        (person(having(), under_18=True), SAID.under_18),
        (
            having(ROW, *(replace(THREAD, key=str(one)) for one in range(Held.THREADS.most))),
            SAID.full.format(most=Held.THREADS.most),
        ),
    ],
)
def test_where_nothing_may_be_held_a_tap_says_why(state: Known, why: str) -> None:
    turn = tapped(KeepLine("room", OF), state)
    assert [one for one in turn.actions if isinstance(one, Hold)] == []
    assert answer(turn).text == why
