"""What Matrix costs, counted: the events of a reply, and the commits for what concerns nobody."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.matrix.growing import GROWTH
from bot.capabilities import Growth
from bot.words import Draft, Prompt
from tests.console_stage import SetClock
from tests.moments import Moments
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE
from tests.play import ScriptedModel
from tests.statements import counting

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
PAGE = Path(__file__).parent.parent.parent / "ARCHITECTURE.md"
TOLD = "On Matrix a reply of 60 words is at most {} events, {} where they come late and slowly"
MOST = 4
SENTENCES = (
    "The launch slips one more week.", "One old machine failed its last test.",
    "Tell the team first thing tomorrow.", "Nobody should hear it from a customer.",
    "Name the new date after one quiet night.", "Say plainly what is known by then.",
    "Say too what still has to be found.", "After that the old plan holds again.",
    "Sleep comes before it.",
)  # fmt: skip


class Speaking(ScriptedModel):
    """Says sixty words, so many a second; whatever is due meanwhile is shown before it goes on."""

    def __init__(self, d: MatrixDriver, a_second: int) -> None:
        super().__init__(lambda _prompt: " ".join(SENTENCES).split())
        self.moments, self._a_second = Moments(), a_second
        self._growing = d.matrix.chat.growing
        self._growing.streams._sleep = self._growing.stops.sleep = self.moments.sleep

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        async for word in super().stream(prompt):
            self.moments.go_on(1 / self._a_second)
            while self._under_way > len(self.moments.sleepers):
                await asyncio.sleep(0)
            yield Draft(f"{word.proposed} ")

    @property
    def _under_way(self) -> int:
        """How many edits and emojis wait for their time, or are on their way."""
        edits = sum(one.waiting is not None for one in self._growing.streams._growing.values())
        offers = [one.putting for one in self._growing.stops._offers.values()]
        return edits + sum(one is not None and not one.done() for one in offers)


async def sent(d: MatrixDriver, room: str) -> int:
    """Counts the bot's events in a room, whatever they are."""
    page = await d.people["ada"].asked("GET", f"/rooms/{room}/messages?dir=b&limit=1000")
    return sum(one["sender"] == d.bot and "state_key" not in one for one in page["chunk"])


async def replied(d: MatrixDriver, model: ScriptedModel) -> int:
    """Lets the bot say its sixty words, and counts its events."""
    await d.say("hello")
    before = await sent(d, room := await d.room("ada", "dm"))
    d.model.stream = model.stream  # type: ignore[method-assign]
    (reply,) = await d.say("It slips, and I have to say so.")
    assert reply.text == " ".join(SENTENCES)
    assert len(reply.text.split()) == 60
    return await sent(d, room) - before


async def test_a_quick_reply_is_one_event(made: Making) -> None:
    d = await made(encrypted=True)
    d.matrix.chat.growth = GROWTH
    assert await replied(d, Speaking(d, 60)) == 1


@pytest.mark.parametrize("a_second", [5, 15, 60])
async def test_a_reply_of_sixty_words(made: Making, a_second: int) -> None:
    d = await made(encrypted=True)
    d.matrix.chat.growth = Growth()
    assert await replied(d, Speaking(d, a_second)) <= MOST
    assert TOLD.format(MOST, MOST + 1) in " ".join(PAGE.read_text("utf-8").split())


@pytest.mark.parametrize(("a_second", "most"), [(5, MOST + 1), (40, MOST)])
async def test_a_reply_of_sixty_words_that_come_late(
    made: Making, a_second: int, most: int
) -> None:
    d = await made(encrypted=True)
    await d.say("hello")
    before = await sent(d, room := await d.room("ada", "dm"))
    d.matrix.chat.growth, model = Growth(placeholder_s=0.0), Speaking(d, a_second)
    d.model.stream = model.stream  # type: ignore[method-assign]
    gate = model.gates[0] = asyncio.Event()
    await d.people["ada"].say(room, "It slips, and I have to say so.")
    async with asyncio.timeout(30):
        while await sent(d, room) - before < 2:  # the placeholder, and what stops it
            await asyncio.sleep(0.02)
    gate.set()
    (reply,) = await d.settle()
    assert reply.text == " ".join(SENTENCES)
    assert await sent(d, room) - before <= most


async def read(d: MatrixDriver, event: str) -> None:
    """Waits until the bot has read that far, and done all that came of it."""
    while event not in d.matrix.heard._came:
        await asyncio.sleep(0.01)
    await d.settle()


async def test_what_concerns_nobody_costs_no_commit_but_one_a_minute(made: Making) -> None:
    d = await made()
    d.clock._real = SetClock(d.clock.now())  # type: ignore[assignment]
    room, admin = await d.room("ada", "lobby"), (await d.person("admin"))
    await d.say("hello", room="lobby")
    unheard = await admin.say(await d.room("ada", "garden"), "nobody speaks to it here")
    aside = await admin.say(room, "not for it")
    await read(d, aside)
    with counting(d.store) as found:
        await admin.asked("PUT", f"/rooms/{room}/typing/{admin.user}", {"typing": True})
        await admin.asked("POST", f"/rooms/{room}/receipt/m.read/{aside}", {})
        await admin.say(room, "nor is this")
        reaction = await admin.react(room, aside, "🔧")
        assert reaction is not None
        await read(d, reaction)
        other = await admin.react(await d.room("ada", "garden"), unheard, "🎉")
        assert other is not None
        await read(d, other)
        assert found.commits == 0
        d.clock.by += timedelta(minutes=1)
        await read(d, await admin.say(room, "nor this"))
        assert found.commits == 1
    with counting(d.store) as found:
        await read(d, await admin.take_back(await d.room("ada", "garden"), other))
        assert found.commits == 2  # it was stored, and it was handled: nothing was decided
