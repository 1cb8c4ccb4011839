"""The parts of Matrix that need no homeserver: who is meant, what grows, what cannot be read."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from adapters.matrix import addressed as told
from adapters.matrix import streams
from adapters.matrix.chat import MatrixChat
from adapters.matrix.hear import Hearing
from adapters.matrix.kept import Incoming
from adapters.matrix.listen import Listening
from adapters.matrix.manners import ALONE_FOR, Manners
from adapters.matrix.past import LONGEST_CHAIN, Past
from adapters.matrix.rooms import Rooms
from adapters.matrix.serve import Matrix
from adapters.matrix.unreadable import PATIENCE, Unreadable
from adapters.matrix.work import LOOK_S, Working
from adapters.running import serving
from bot.errors import SettingsFault
from bot.settings import load

ME = told.Me("@attune:example.org", ["Attune"])


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Attune: hello", "hello"),
        ("attune, hello", "hello"),
        ("@attune hello", "hello"),
        ("@attune:example.org: hello", "hello"),
        ("attunement is a word", None),
        ("hello Attune", None),
    ],
)
def test_a_name_at_the_head_is_who_is_meant(text: str, bare: str | None) -> None:
    assert ME.without(text) == bare


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("!attune on warm", "attune on warm"),
        ("/attune", "attune"),
        ("!ATTUNE-ADMIN ceiling plain", "attune-admin ceiling plain"),
        ("!attuned", None),
        ("please !attune on", None),
    ],
)
def test_commands_begin_with_a_mark(text: str, words: str | None) -> None:
    assert told.command(text) == words


@pytest.mark.parametrize(
    "content", [{}, {"m.relates_to": 1}, {"m.relates_to": {"m.in_reply_to": 1}}, {"body": 1}]
)
def test_odd_events_say_nothing(content: dict[str, Any]) -> None:
    assert told.body_of(content) is None
    assert told.replied_to(content) is None
    assert told.thread_of(content) is None
    assert told.replaced(content) is None
    assert not told.mentions(content, ME)


def test_the_quotation_before_a_reply_is_left_out() -> None:
    reply = {"m.in_reply_to": {"event_id": "$a"}}
    body = "> <@ada:example.org> hello\n> there\n\nyes"
    content = {"msgtype": "m.text", "body": body, "m.relates_to": reply}
    assert told.body_of(content) == "yes"
    assert told.body_of({**content, "m.relates_to": {}}) == body


async def test_the_last_words_are_always_shown_and_the_edits_are_few(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(streams, "PAUSE_S", 0.0001)
    shown: list[str] = []

    async def show(text: str) -> None:
        shown.append(text)

    growing = streams.Streams()
    growing.begin("$a", "w0", show)
    for number in range(1, 200):
        await growing.grow("$a", f"w{number}", is_last=False)
        await asyncio.sleep(0.0005)
    await growing.grow("$a", "the end", is_last=True)
    assert shown[-1] == "the end"
    assert len(shown) <= streams.MOST_EDITS
    assert not await growing.grow("$a", "more", is_last=True)


def test_waiting_has_an_end() -> None:
    assert timedelta(seconds=LOOK_S) < PATIENCE <= ALONE_FOR
    assert LONGEST_CHAIN == 20
    parts = (
        MatrixChat,
        Hearing,
        Listening,
        Manners,
        Past,
        Rooms,
        Unreadable,
        Working,
        serving,
        Matrix,
    )
    assert all(each.__doc__ for each in parts)


def test_a_homeserver_needs_an_account_and_a_way_in() -> None:
    with pytest.raises(SettingsFault) as told_of:
        load({"ATTUNE_MATRIX_HOMESERVER": "https://example.org"}, None)
    assert {one.partition(":")[0] for one in told_of.value.faults} == {
        "ATTUNE_MATRIX_USER",
        "ATTUNE_MATRIX_PASSWORD",
    }


def test_no_words_stand_in_the_repr_of_what_came() -> None:
    assert "secret" not in repr(Incoming("!r", {"content": {"body": "secret"}}))
