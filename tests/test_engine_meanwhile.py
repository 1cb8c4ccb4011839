"""While the store is away: an episode lasts in memory, and is kept once it is back."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest

from bot.engine import Engine, meanwhile
from bot.engine.counts import REFERRED, SIGNAL
from bot.engine.episodes import LASTS
from bot.engine.meanwhile import IGNORED_FOR
from bot.engine.reply_inputs import Manner
from bot.engine.shell import Parts
from bot.errors import StoreError
from bot.events import Event, MessageSeen, Outcome
from bot.ids import EventId, PersonId, Where
from bot.ports import Unit
from bot.records import CountRow, EpisodeRow, Owner
from bot.strings import ENGLISH
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel
from tests.scene import AT, DIRECT, HOUSE, SHARED, commands, says

T = TypeVar("T")
ACUTE = "I want to kill myself tonight, I have the pills here"
AWAY = StoreError("The database is in use by another program.")
NAMED = f"{ENGLISH.crisis.again[0]}\n\n{ENGLISH.failures.here}"


class Followed(FakeStore):
    """A store in which something happens right after a decision."""

    then: Callable[[], None] = staticmethod(lambda: None)

    async def deciding(self, lock: Owner, work: Callable[[Unit], Awaitable[T]]) -> T:
        done = await super().deciding(lock, work)
        self.then()
        return done


class Scene:
    """A companion whose store can be away, and whose messages come one after the other."""

    def __init__(self) -> None:
        self.chat, vault = FakeChat(lambda: AT), FakeVault()
        self.store, self.model = Followed(vault), ScriptedModel(lambda _prompt: ["One thing."])
        parts = Parts(self.chat, (self.model,), self.store, vault, SetClock())
        self.core = Engine(parts, HOUSE, Manner())
        self.count = 0

    async def hears(self, event: Event, *, after: timedelta = timedelta(minutes=2)) -> Outcome:
        self.count += 1
        own: Event = replace(event, id=EventId(f"e{self.count}"), at=AT + after * self.count)
        if isinstance(own, MessageSeen):
            own = replace(own, message=self.chat.hear(own.where.room, own.person, own.text))
        outcome = await self.core.handle(own)
        await self.core.settled()
        return outcome

    @property
    def crises(self) -> list[str]:
        return [prompt.brief.crisis for prompt in self.model.prompts]

    async def kept(self) -> tuple[EpisodeRow, ...]:
        return await self.store.sweep(EpisodeRow)

    def said(self, where: Where = DIRECT) -> list[str]:
        return [one.text for one in self.chat.posts(where.room) if one.by is None]


async def test_what_follows_is_held_as_a_crisis_once_the_store_is_back() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    assert await scene.hears(says(ACUTE)) is Outcome.FAILED
    scene.store.fails = None
    assert await scene.hears(says("the bus was late")) is Outcome.DECIDED
    assert scene.crises == ["episode"]
    assert len(await scene.kept()) == 1


async def test_it_is_kept_once_the_store_is_back_also_where_nobody_writes() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE))
    scene.store.fails = None
    await scene.core.again()
    await scene.core.again()
    await scene.core.settled()
    (row,) = await scene.kept()
    assert (row.referred, row.at) == (4, AT + timedelta(minutes=2))
    counts = {one.key: one.count for one in await scene.store.sweep(CountRow)}
    assert counts == {
        f"{AT:%Y-%m}:{one}": 1 for one in ("crisis:acute", REFERRED, f"{SIGNAL}means")
    }


async def test_what_is_kept_by_two_at_once_is_kept_once() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE))
    scene.store.fails = None
    keep = scene.core.floor.meanwhile.keep
    await asyncio.gather(keep(scene.store), keep(scene.store))
    counts = {one.key.rpartition(":")[2]: one.count for one in await scene.store.sweep(CountRow)}
    assert counts == {"acute": 1, "referred": 1, "means": 1}


async def test_what_was_erased_while_another_is_kept_is_not_kept_after_it() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    await scene.hears(replace(says(ACUTE), person=PersonId("console:bob")))
    await scene.hears(says(ACUTE))
    scene.store.fails = None
    scene.store.then = lambda: scene.core.floor.meanwhile.forget(says(ACUTE).person)
    await scene.core.floor.meanwhile.keep(scene.store)
    assert len(await scene.kept()) == 1


async def test_the_same_event_that_comes_again_is_held_once() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    again = says(ACUTE)
    again = replace(again, message=scene.chat.hear(DIRECT.room, again.person, again.text))
    assert await scene.core.handle(again) is Outcome.FAILED
    scene.store.fails = None
    assert await scene.core.handle(again) is Outcome.DECIDED
    await scene.core.again()
    await scene.core.settled()
    counts = {one.key.rpartition(":")[2]: one.count for one in await scene.store.sweep(CountRow)}
    assert counts == {"acute": 1, "referred": 1, "means": 1}


async def test_while_it_is_away_help_is_named_beside_what_failed() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE))
    await scene.hears(says("the bus was late"))
    assert scene.said()[1:] == [NAMED]


async def test_an_episode_that_was_kept_before_is_known_while_it_is_away() -> None:
    scene = Scene()
    await scene.hears(says(ACUTE))
    scene.store.fails = AWAY
    await scene.hears(says("the bus was late"))
    assert scene.said()[-1] == NAMED


async def test_what_began_alone_is_not_shown_where_others_read() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE))
    await scene.hears(says("the bus was late", SHARED))
    assert scene.said(SHARED) == [ENGLISH.failures.here]
    scene.store.fails = None
    await scene.hears(says("and the next one too", SHARED))
    assert scene.crises == [""]


async def test_another_person_is_held_in_no_episode() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE))
    scene.store.fails = None
    await scene.hears(replace(says("the bus was late"), person=PersonId("console:bob")))
    assert scene.crises == [""]


async def test_an_episode_in_memory_ends_as_one_that_is_kept_does() -> None:
    scene = Scene()
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE), after=timedelta())
    await scene.hears(says("the bus was late"), after=LASTS)
    assert scene.said()[-1] == ENGLISH.failures.here


async def test_who_wants_to_be_ignored_is_told_nothing_while_it_is_away() -> None:
    scene = Scene()
    await scene.hears(commands("ignore-me"))
    await scene.hears(says("the bus was late"))
    before = scene.chat.script()
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE))
    await scene.hears(says("the bus was late"))
    assert scene.chat.script() == before


async def test_who_is_read_again_is_answered_while_it_is_away() -> None:
    scene = Scene()
    await scene.hears(commands("ignore-me"))
    await scene.hears(commands("ignore-me off"))
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE))
    assert ENGLISH.crisis.first in scene.said()[-1]


async def test_that_somebody_is_ignored_is_forgotten_after_a_while() -> None:
    scene = Scene()
    await scene.hears(commands("ignore-me"), after=timedelta())
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE), after=IGNORED_FOR)
    assert ENGLISH.crisis.first in scene.said()[-1]


async def test_no_more_people_are_remembered_than_the_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(meanwhile, "MOST", 1)
    scene = Scene()
    scene.store.fails = AWAY
    await scene.hears(says(ACUTE))
    await scene.hears(replace(says(ACUTE), person=PersonId("console:bob")))
    scene.store.fails = None
    await scene.core.again()
    assert len(await scene.kept()) == 1


def test_nothing_of_what_was_written_is_remembered() -> None:
    assert not any("text" in name or "words" in name for name in meanwhile.Held.__slots__)
