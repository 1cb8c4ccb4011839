"""A repair that is taken back while it is shown: at the end the first words stand, unlearnt."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.engine.repair.mending import Mending
from bot.events import Event, Outcome, ReactionAdded, ReactionRemoved
from bot.ids import EventId
from bot.records import AskRow, OutboxRow, RepairRow
from bot.tasks import ended, start
from tests.conversations.stage import COLDER, SAID, plain_reply
from tests.play import Play, ScriptedModel, met, play

FIRST = "Tell them first thing. Then name the new date."


@pytest_asyncio.fixture
async def p(tmp_path: Path) -> AsyncIterator[Play]:
    one = play(tmp_path, ScriptedModel(plain_reply))
    async with one.running():
        yield await met(one)


@dataclass
class Hasty:
    """A person who takes an emoji back while what it asked for is being shown."""

    p: Play
    is_after: bool  # the words are there already, and nothing is kept yet
    added: ReactionAdded | None = None
    is_done: bool = False

    def set_up(self) -> None:
        self._handle, self.p.session._handle = self.p.session._handle, self._noting
        console = self.p.session.console
        self._replace = console.replace
        console.replace = self._replaced  # type: ignore[method-assign,assignment]

    async def _noting(self, event: Event) -> Outcome:
        if isinstance(event, ReactionAdded):
            self.added = event
        return await self._handle(event)

    async def _replaced(self, *given: object) -> None:
        if not self.is_after:
            await self._take_back()
        await self._replace(*given)  # type: ignore[arg-type]
        if self.is_after:
            await self._take_back()

    async def _take_back(self) -> None:
        added, self.added = self.added, None
        if added is not None and not self.is_done:
            self.is_done = True
            of = (EventId(f"{added.id}-back"), added.at, added.person, added.where)
            gone = ReactionRemoved(*of, added.message, added.emoji)
            assert await self.p.companion.handle(gone) is Outcome.DECIDED


@pytest.mark.parametrize("is_after", [False, True])
async def test_what_is_taken_back_while_it_is_shown_does_not_stay(p: Play, is_after: bool) -> None:
    await p.type(SAID)
    hasty = Hasty(p, is_after)
    hasty.set_up()
    await p.type("/react 🔧 r2")
    await p.companion.settled()
    assert p.words.count(FIRST) == 1
    assert COLDER not in p.words
    assert await p.store.sweep(RepairRow) == ()
    assert await p.store.sweep(AskRow) == () == await p.store.sweep(OutboxRow)


async def test_after_it_was_taken_back_in_haste_it_can_be_repaired_again(p: Play) -> None:
    await p.type(SAID)
    Hasty(p, is_after=True).set_up()
    await p.type("/react 🔧 r2")
    await p.companion.settled()
    await p.type("/unreact 🔧 r2", "/react 🔧 r2")
    assert COLDER in p.words
    await p.type("/unreact 🔧 r2")
    assert p.words.count(FIRST) == 1


async def test_what_a_closing_process_was_showing_is_shown_by_the_next(p: Play) -> None:
    await p.type(SAID)
    console, is_shown = p.session.console, asyncio.Event()

    async def never(*_given: object) -> None:
        is_shown.set()
        await asyncio.Event().wait()

    console.replace = never  # type: ignore[method-assign,assignment]
    reacting = start(p.type("/react 🔧 r2"), "react")
    await is_shown.wait()
    await p.companion.close()
    await ended(reacting)
    assert [row.state for row in await p.store.sweep(AskRow)] == ["open"]
    assert Mending.__slots__
