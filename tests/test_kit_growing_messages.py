"""How often a message that grows is edited: rarely, and never for what stands already."""

import asyncio

import pytest

from adapters.kit.growing_messages import Pace, Streams
from adapters.matrix.growing import PACE, WORDS_S
from bot.errors import PlatformAway
from bot.tasks import start
from tests.jumping_loop import at_once, seconds
from tests.moments import Moments

A_SECOND = Pace(1.0, most=1000, slower_from=1000)
WORDS = [f"word{number}" for number in range(60)]


class Shown:
    """One message, as edits of it were shown."""

    def __init__(self, text: str) -> None:
        self.edits: list[str] = []
        self.moments = Moments()
        self.streams = Streams[str](PACE, "matrix", self.moments.sleep)
        self.streams.begin("$a", text, self._show)

    async def _show(self, text: str) -> None:
        self.edits.append(text)

    async def grows(self, text: str, after_s: float = 0.0, *, is_last: bool = False) -> None:
        """Time passes, all that is due is shown, and then the text grows."""
        self.moments.go_on(after_s)
        for _ in range(5):
            await asyncio.sleep(0)
        await self.streams.grow("$a", text, is_last=is_last)
        await asyncio.sleep(0)


@pytest.mark.parametrize("a_second", [5, 8, 15, 60])
@pytest.mark.parametrize("sentence", [3, 5, 12])
async def test_sixty_words_are_one_message_and_one_edit(a_second: int, sentence: int) -> None:
    shown = Shown(" ".join(WORDS[:sentence]))
    for end in range(2 * sentence, 61, sentence):
        await shown.grows(" ".join(WORDS[:end]), sentence / a_second)
    await shown.grows(" ".join(WORDS), is_last=True)
    assert shown.edits == [" ".join(WORDS)]


async def test_the_first_words_after_a_placeholder_come_soon_and_the_next_at_the_pace() -> None:
    shown = Shown("…")
    shown.streams.begin("$a", "…", shown._show, WORDS_S)
    await shown.grows("One.")
    await shown.grows("One. Two.", WORDS_S)
    assert shown.edits == ["One."]
    await shown.grows("One. Two. Three.", PACE.pause_s)
    assert shown.edits == ["One."]
    await shown.grows("One. Two. Three. Four.", PACE.pause_s)
    assert shown.edits == ["One.", "One. Two. Three."]


async def test_what_is_written_again_after_a_crash_is_shown_only_where_it_differs() -> None:
    shown = Shown("One. Two. Three.")
    await shown.grows("One.")
    await shown.grows("One. Two.", PACE.pause_s)
    await shown.grows("One. Two. Three.", PACE.pause_s)
    await shown.grows("One. Two. Three.", PACE.pause_s, is_last=True)
    assert shown.edits == []
    other = Shown("One. Two. Three.")
    await other.grows("One.")
    await other.grows("One.", PACE.pause_s, is_last=True)
    assert other.edits == ["One."]


async def test_an_edit_that_failed_may_stand_all_the_same() -> None:
    shown = Shown("One.")

    async def cut(text: str) -> None:
        shown.edits.append(text)
        await asyncio.Event().wait()

    shown.streams.begin("$a", "One.", cut)
    await shown.grows("One. But")
    await shown.grows("One. But not", PACE.pause_s)
    shown.streams._growing["$a"].show = shown._show
    await shown.grows("One.", is_last=True)
    assert shown.edits == ["One. But", "One."]


class Page:
    """Shows one message, notes when, and fails while it is told to."""

    def __init__(self) -> None:
        self.streams = Streams[str](A_SECOND, "test")
        self.shown: list[tuple[float, str]] = []
        self.fails = False

    def begin(self, text: str) -> None:
        self.streams.begin("m", text, self._show)

    async def _show(self, text: str) -> None:
        self.shown.append((seconds(), text))
        if self.fails:
            raise PlatformAway("away")

    async def grow(self, text: str, *, is_last: bool = False) -> None:
        assert await self.streams.grow("m", text, is_last=is_last)


def test_edits_are_a_second_apart_and_the_last_waits_for_nothing() -> None:
    async def work() -> list[tuple[float, str]]:
        page = Page()
        page.begin("0")
        for number in range(1, 8):
            await asyncio.sleep(0.3)
            await page.grow(str(number))
        await page.grow("end", is_last=True)
        return page.shown

    assert at_once(work) == [(1.3, "4"), (2.1, "end")]


def test_what_shows_already_is_not_shown_again() -> None:
    async def work() -> list[tuple[float, str]]:
        page = Page()
        page.begin("0")
        await page.grow("0")
        await asyncio.sleep(5)
        await page.grow("1")
        await page.grow("0")  # before the edit was due
        await asyncio.sleep(5)
        await page.grow("0", is_last=True)
        return page.shown

    assert at_once(work) == []


def test_an_edit_that_failed_may_have_worked_so_the_last_is_made_again() -> None:
    async def work() -> list[tuple[float, str]]:
        page = Page()
        page.begin("0")
        page.fails = True
        await page.grow("1")
        await asyncio.sleep(5)
        page.fails = False
        await page.grow("0", is_last=True)
        return page.shown

    assert at_once(work) == [(1.0, "1"), (5.0, "0")]


def test_whoever_is_cancelled_while_an_edit_ends_is_cancelled() -> None:
    async def work() -> None:
        page = Page()
        page.begin("0")
        await page.grow("1")
        ending = start(page.grow("end", is_last=True), "end")
        await asyncio.sleep(0)
        ending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await ending

    at_once(work)
