"""What a message asks to be held is held, beside its reply or alone; or why not is said."""

from dataclasses import replace

import pytest

from bot.actions.holding import Hold, SayWhyNot
from bot.actions.platform import Say
from bot.choices import DropHeld
from bot.decide import Decision
from bot.decide.holding.spoken import beside, is_all
from bot.engine.apply.held import say_why_not
from bot.holding import Held, is_open_in
from bot.layout.markup import plainly, small
from bot.records import ConversationRow, EpisodeRow, Owner, ThreadRow
from bot.snapshot import Holding, MessageSnapshot
from bot.strings import ENGLISH
from tests.scene import AT, SHARED, Known, decide, known, says, talking
from tests.test_decide_holding import BELOW, MINE, NEL, NOON, ticked

SAID = ENGLISH.holding


def lines(turn: Decision) -> list[Say]:
    return [one for one in turn.actions if isinstance(one, Say) and one.reply_to is not None]


def kept(turn: Decision) -> list[Hold]:
    return [one for one in turn.actions if isinstance(one, Hold)]


@pytest.mark.parametrize(
    ("text", "which", "words"),
    [
        ("hold this: the *talk*", Held.THREADS, "the *talk*"),
        ("remember that my sister is Nel", Held.MEMORY, "my sister is Nel"),
    ],
)
def test_an_order_alone_is_held_and_one_line_is_all_that_is_said(
    text: str, which: Held, words: str
) -> None:
    turn = decide(says(text), ticked(Holding()))
    assert turn.ask is None
    (new,) = kept(turn)
    assert (type(new.row), new.row.body, new.is_new) == (which.row, words, True)
    (line,) = lines(turn)
    assert line.text == small(SAID.held.format(words=words.replace("*", "\\*")))
    assert [one.means for one in line.choices] == [DropHeld(which, new.row.key, is_new=True)]


def test_a_day_in_words_is_read_as_the_command_reads_it() -> None:
    (new,) = kept(turn := decide(says("hold this: call Nel by 6 May."), ticked(Holding())))
    assert isinstance(new.row, ThreadRow)
    assert (new.row.body, new.row.due) == ("call Nel", NOON)
    (line,) = lines(turn)
    words = SAID.due.format(words="call Nel", day="6 May")
    assert line.text == small(SAID.held.format(words=words))
    (new,) = kept(decide(says("remember: be there by 6 May"), ticked(Holding())))
    assert new.row.body == "be there by 6 May"


def test_a_day_in_words_that_cannot_be_read_is_named_and_the_words_are_held_whole() -> None:
    turn = decide(says("hold this: call Nel by *blursday*."), ticked(Holding((NEL,))))
    (new,) = kept(turn)
    assert isinstance(new.row, ThreadRow)
    assert (new.row.body, new.row.due) == ("call Nel by *blursday*.", None)
    (line,) = lines(turn)
    named = SAID.unread_day.format(words=plainly("*blursday*"), number=new.row.number)
    assert line.text.splitlines()[1:] == [small(named)]
    assert len(line.choices) == 1


def test_beside_other_words_the_reply_goes_on() -> None:
    turn = decide(says("remember that I'm vegetarian. What can I cook?"), ticked(Holding()))
    assert turn.ask is not None
    assert [one.row.body for one in kept(turn)] == ["I'm vegetarian."]
    assert len(lines(turn)) == 1


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (known(), BELOW),
        (replace(ticked(Holding()), scope=replace(ticked().scope, memory=False)), SAID.unticked),
        (replace(ticked(), person=replace(known().person, under_18=True)), SAID.under_18),
    ],
)
def test_where_nothing_may_be_held_that_is_said_once_a_conversation_and_the_reply_goes_on(
    state: Known, why: str
) -> None:
    turn = decide(says("remember that I'm vegetarian"), state)
    assert turn.ask is not None
    assert kept(turn) == []
    assert [one.text for one in lines(turn)] == [small(why)]
    assert SayWhyNot() in turn.actions
    before = talking(state).conversation
    again = replace(state, conversation=replace(before, said_why_not=True))
    assert lines(decide(says("remember that I'm vegetarian"), again)) == []


def test_where_others_read_only_that_it_is_not_held_is_said_and_what_is_held_is_open() -> None:
    event = says("remember that I'm vegetarian", SHARED)
    (line,) = lines(decide(event, known(direct=False)))
    assert line.text == small(SAID.not_held)
    here = ConversationRow(Owner("scope"), "this_room")
    state = replace(ticked(Holding(), direct=False), conversation=here)
    (new,) = kept(decide(event, state))
    assert is_open_in(new.row, "this_room")
    assert not kept(decide(says("remember that I'm here"), ticked(Holding())))[0].row.open_in


def test_too_much_is_refused_in_a_line() -> None:
    full = tuple(ThreadRow(MINE, str(one), number=one) for one in range(Held.THREADS.most))
    for text, rows, why in (
        ("hold this: x", full, SAID.full.format(most=200)),
        (f"hold this: {'x' * 301}", (), SAID.too_long.format(most=300)),
    ):
        turn = decide(says(text), ticked(Holding(rows)))
        assert kept(turn) == []
        assert [one.text for one in lines(turn)] == [small(why)]


def test_in_an_episode_and_beside_words_about_a_life_nothing_is_held() -> None:
    turn = decide(says("remember that I want to kill myself"), ticked(Holding()))
    assert kept(turn) == []
    state = replace(ticked(Holding()), episode=EpisodeRow(Owner("e"), at=AT))
    assert decide(says("remember that I'm vegetarian"), state).ask is not None


def test_the_same_event_twice_holds_one_line() -> None:
    event = says("hold this: the talk")
    first, again = (decide(event, ticked(Holding())) for _ in range(2))
    assert kept(first) == kept(again)


def test_a_message_that_asks_for_nothing_pays_nothing() -> None:
    event = says("the launch slips again")
    snapshot = ticked().for_event(event)
    assert isinstance(snapshot, MessageSnapshot)
    assert beside(event, snapshot) == ()
    assert not is_all(event, snapshot)
    assert say_why_not is not None
    assert not ConversationRow(MINE).said_why_not
