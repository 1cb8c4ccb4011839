"""That an answer is on its way is shown while it is, told again, and ended."""

import asyncio

from adapters.kit.typing import SLOW_S, Typing
from bot.errors import PlatformError
from tests.jumping_loop import at_once

HOUR_S = 3600.0


class Shown:
    """What a homeserver was told; `came` is set when it was told so often."""

    def __init__(self, times: int) -> None:
        self.told: list[tuple[str, bool]] = []
        self.came, self._times = asyncio.Event(), times

    async def show(self, room: str, is_on: bool) -> None:
        self.told.append((room, is_on))
        if len(self.told) >= self._times:
            self.came.set()


async def test_it_ends_with_the_answer() -> None:
    shown = Shown(2)
    typing = Typing(shown.show, HOUR_S)
    typing.begin("!r")
    await asyncio.sleep(0)
    typing.end("!r")
    await shown.came.wait()
    assert shown.told == [("!r", True), ("!r", False)]


async def test_it_is_told_again_while_the_answer_takes_long() -> None:
    shown = Shown(5)
    typing = Typing(shown.show, 0.001)
    typing.begin("!r")
    await shown.came.wait()
    await typing.close()
    assert set(shown.told) == {("!r", True)}


async def test_it_goes_on_until_the_last_answer_of_a_room_stands() -> None:
    shown = Shown(2)
    typing = Typing(shown.show, HOUR_S)
    typing.begin("!r")
    typing.begin("!r")
    await asyncio.sleep(0)
    typing.end("!r")
    await asyncio.sleep(0)
    assert shown.told == [("!r", True)]
    typing.end("!r")
    await shown.came.wait()
    assert shown.told[-1] == ("!r", False)


async def test_a_next_answer_at_once_is_not_hidden_by_the_end_of_the_last() -> None:
    shown = Shown(2)
    typing = Typing(shown.show, HOUR_S)
    typing.begin("!r")
    await asyncio.sleep(0)
    typing.end("!r")
    typing.begin("!r")
    await shown.came.wait()
    await typing.close()
    assert shown.told == [("!r", True), ("!r", True)]


async def test_where_it_cannot_be_shown_nothing_else_fails() -> None:
    tried = asyncio.Event()

    async def refuse(_room: str, is_on: bool) -> None:
        if not is_on:
            tried.set()
        raise PlatformError("no")

    typing = Typing(refuse, HOUR_S)
    typing.begin("!r")
    await asyncio.sleep(0)
    typing.end("!r")
    await tried.wait()


def test_for_an_answer_that_is_there_soon_nothing_is_told() -> None:
    async def after(seconds: float) -> list[tuple[str, bool]]:
        shown = Shown(9)
        typing = Typing(shown.show, HOUR_S, SLOW_S)
        typing.begin("!r")
        await asyncio.sleep(seconds)
        typing.end("!r")
        await asyncio.sleep(1)
        return shown.told

    assert at_once(lambda: after(SLOW_S - 0.01)) == []
    assert at_once(lambda: after(SLOW_S + 0.01)) == [("!r", True), ("!r", False)]
