"""Two programs that answer each other are left after four exchanges; people are not."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from adapters.matrix import ids
from adapters.matrix.addressed import Me
from adapters.matrix.bot_loops import MOST, BotLoops
from adapters.matrix.chat import MatrixChat
from adapters.matrix.heard import HeardEvents
from adapters.matrix.history import History
from bot.errors import PlatformError
from bot.ids import MessageId, RoomId
from bot.strings import ENGLISH

AT = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
BOT, ADA = "@parrot:example.org", "@ada:example.org"


def talk(echoes: BotLoops, seconds: float, length: int, times: int = 8) -> list[bool]:
    step = timedelta(seconds=seconds)
    return [echoes.is_over("!r", BOT, AT + step * each, length) for each in range(times)]


@pytest.mark.parametrize(("seconds", "length"), [(1, 40), (6, 300), (0, 20)])
def test_who_answers_faster_than_hands_is_left_after_four_exchanges(
    seconds: float, length: int
) -> None:
    assert talk(BotLoops(), seconds, length) == [False] * 4 + [True] * 4


@pytest.mark.parametrize(("seconds", "length"), [(1, 5), (4, 50), (20, 250), (0, 2), (61, 4000)])
def test_who_writes_as_people_do_is_always_heard(seconds: float, length: int) -> None:
    assert not any(talk(BotLoops(), seconds, length, 40))


def test_it_is_said_at_the_first_message_that_is_not_answered_and_not_again() -> None:
    echoes = BotLoops()
    told = []
    for each in range(8):
        echoes.is_over("!r", BOT, AT + timedelta(seconds=each), 100)
        told.append(echoes.is_first("!r"))
    assert told == [False] * 4 + [True] + [False] * 3


def test_another_who_speaks_and_a_pause_begin_anew() -> None:
    echoes = BotLoops()
    assert talk(echoes, 1, 100)[-1]
    assert not echoes.is_over("!r", ADA, AT + timedelta(seconds=9), 100)
    assert not echoes.is_over("!r", BOT, AT + timedelta(seconds=10), 100)
    assert talk(BotLoops(), 1, 100)[-1]
    assert not echoes.is_over("!r", BOT, AT + timedelta(minutes=5), 100)


def test_rooms_are_apart_and_no_more_than_so_many_are_kept() -> None:
    echoes = BotLoops()
    for each in range(2 * MOST):
        assert not echoes.is_over(f"!{each}", BOT, AT, 100)
    assert len(echoes._talks) == MOST


def test_the_talks_of_who_erases_are_forgotten_and_nobody_elses() -> None:
    echoes = BotLoops()
    for room, user in (("!a", BOT), ("!b", ADA)):
        echoes.is_over(room, user, AT, 100)
    echoes.forget(ADA)
    assert [one.by for one in echoes._talks.values()] == [BOT]


async def test_who_commanded_and_spoke_last_is_forgotten_though_no_key_can_be_yet() -> None:
    home: Any = SimpleNamespace(typing=None, client=SimpleNamespace(next_batch=""))
    rooms: Any = None
    heard = HeardEvents(lambda: AT)
    past = History(home, Me("@attune:example.org", []), rooms, heard)
    chat = MatrixChat(past, ENGLISH)
    for user in (ADA, BOT):
        chat.commanded(RoomId("matrix:!r"), ids.person(user), MessageId("$a"))
        chat.echoes.is_over(f"!{user}", user, AT, 100)
    with pytest.raises(PlatformError):
        await chat.forget(ids.person(ADA), (), AT)
    assert [person for _, person in chat._commanded] == [ids.person(BOT)]
    assert [one.by for one in chat.echoes._talks.values()] == [BOT]
