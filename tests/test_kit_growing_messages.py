"""How often a message that grows is edited: rarely, and never for what stands already."""

import asyncio

import pytest

from adapters.kit.growing_messages import Streams
from adapters.matrix.chat import PACE
from tests.moments import Moments

WORDS = [f"word{number}" for number in range(60)]


class Shown:
    """One message, as edits of it were shown."""

    def __init__(self, text: str) -> None:
        self.edits: list[str] = []
        self.moments = Moments()
        self.streams = Streams(PACE, "matrix", self.moments.sleep)
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


@pytest.mark.parametrize("a_second", [4, 5, 8, 15, 60])
@pytest.mark.parametrize("sentence", [3, 5, 12])
async def test_sixty_words_are_one_message_and_three_edits_at_most(
    a_second: int, sentence: int
) -> None:
    shown = Shown(" ".join(WORDS[:sentence]))
    for end in range(2 * sentence, 61, sentence):
        await shown.grows(" ".join(WORDS[:end]), sentence / a_second)
    await shown.grows(" ".join(WORDS), is_last=True)
    assert shown.edits[-1] == " ".join(WORDS)
    assert len(shown.edits) <= 3


async def test_what_is_written_again_after_a_crash_is_shown_only_where_it_differs() -> None:
    shown = Shown("One. Two. Three.")
    await shown.grows("One.")
    await shown.grows("One. Two.", 10)
    await shown.grows("One. Two. Three.", 10)
    await shown.grows("One. Two. Three.", 10, is_last=True)
    assert shown.edits == []
    other = Shown("One. Two. Three.")
    await other.grows("One.")
    await other.grows("One.", 10, is_last=True)
    assert other.edits == ["One."]


async def test_an_edit_that_failed_may_stand_all_the_same() -> None:
    shown = Shown("One.")

    async def cut(text: str) -> None:
        shown.edits.append(text)
        await asyncio.Event().wait()

    shown.streams.begin("$a", "One.", cut)
    await shown.grows("One. But")
    await shown.grows("One. But not", 10)
    shown.streams._growing["$a"].show = shown._show
    await shown.grows("One.", is_last=True)
    assert shown.edits == ["One. But", "One."]
