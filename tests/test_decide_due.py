"""What was asked to come back on a day comes up once, at the first message from that day on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.holding import Hold
from bot.actions.platform import Say
from bot.choices import AskDay, DoneHeld, DropHeld, PickHeld
from bot.decide import Decision
from bot.decide.holding.due import MOST
from bot.holding import Held
from bot.holding.goodbyes import MOST_READ, says_goodbye
from bot.records import ConversationRow, EpisodeRow, Owner, ThreadRow
from bot.snapshot import Holding
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT, SHARED, Known, decide, says
from tests.test_decide_holding import MINE, ticked

SAID = ENGLISH.holding
DUE = ThreadRow(MINE, "nel", at=AT, number=1, body="call *Nel*", due=AT)
LATER = replace(DUE, due=AT + timedelta(days=1))
HELLO = says("so, the launch slips again")


def having(*rows: ThreadRow, direct: bool = True) -> Known:
    return ticked(Holding(rows), direct=direct)


def told(turn: Decision) -> list[Say]:
    came = SAID.came_up.format(words="").rstrip()
    return [one for one in turn.actions if isinstance(one, Say) and came in one.text]


def test_it_comes_up_beside_the_reply_with_what_can_be_done_and_is_kept_as_told() -> None:
    turn = decide(HELLO, having(DUE))
    (say,) = told(turn)
    assert say.text == SAID.came_up.format(words="call \\*Nel\\*")
    assert [one.means for one in say.choices] == [
        DoneHeld("nel"),
        AskDay("nel"),
        DropHeld(Held.THREADS, "nel"),
    ]
    kept = [one for one in turn.actions if isinstance(one, Hold)]
    assert kept == [Hold(replace(DUE, told_at=AT))]
    assert turn.ask is not None
    assert told(decide(HELLO, having(replace(DUE, told_at=AT)))) == []


def test_several_come_up_on_one_message_and_more_with_the_next() -> None:
    rows = tuple(replace(DUE, key=str(number), number=number) for number in range(1, 6))
    turn = decide(HELLO, having(*rows))
    (say,) = told(turn)
    assert [one.means for one in say.choices] == [
        PickHeld(Held.THREADS, str(number)) for number in range(1, MOST + 1)
    ]
    kept = [one.row.key for one in turn.actions if isinstance(one, Hold)]
    assert kept == ["1", "2", "3"]


@pytest.mark.parametrize(
    "state",
    [
        having(LATER),
        having(replace(DUE, done_at=AT)),
        having(replace(DUE, due=None)),
        replace(having(DUE), is_goodbye=True),
        replace(having(DUE), episode=EpisodeRow(Owner("e"), at=AT)),
        replace(having(DUE), person=replace(having(DUE).person, under_18=True)),
        replace(having(DUE), scope=replace(having(DUE).scope, memory=False)),
        replace(having(DUE), scope=replace(having(DUE).scope, level=1)),
        replace(having(DUE), scope=replace(having(DUE).scope, expires_at=AT)),
        replace(having(DUE), scope=replace(having(DUE).scope, paused_until=AT + timedelta(1))),
    ],
)
def test_nothing_comes_up_where_it_must_not_and_its_day_stays(state: Known) -> None:
    turn = decide(HELLO, state)
    assert told(turn) == []
    assert not [one for one in turn.actions if isinstance(one, Hold)]


@pytest.mark.parametrize("text", ["I want to kill myself", "I wish I was dead"])
def test_nothing_comes_up_beside_words_about_a_life(text: str) -> None:
    turn = decide(says(text), having(DUE))
    assert not [one for one in turn.actions if isinstance(one, Hold)]


def test_where_others_read_it_comes_up_only_in_the_room_in_which_it_is_open() -> None:
    event = says("hello there", SHARED)
    here = ConversationRow(Owner("scope"), "the_room")
    for open_in, is_told in (("the_room", True), ("another", False), ("", False)):
        row = replace(DUE, open_in=open_in)
        state = replace(having(row, direct=False), conversation=here)
        assert bool(told(decide(event, state))) is is_told


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "ok, good night"), ("de", "ok bis morgen"), ("de", "Gute Nacht"),
        ("fr", "bonne nuit"), ("ja", "おやすみ"), ("tr", "iyi geceler"), ("ru", "спокойной ночи"),
        ("de", "good night"),
    ],
)  # fmt: skip
def test_a_goodbye_is_heard_in_the_persons_language_and_in_english(code: str, text: str) -> None:
    assert says_goodbye(text, code)


@pytest.mark.parametrize("code", OFFERED)
def test_what_is_no_goodbye_is_none_in_any_language(code: str) -> None:
    for text in ("the launch slips again", "the bus leaves at nine", "x" * (MOST_READ + 1), ""):
        assert not says_goodbye(text, code)
