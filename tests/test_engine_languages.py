"""What is said later, whatever happened between, is said in the language it was decided in."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.engine import Engine
from bot.engine.meanwhile import Meanwhile
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reply_inputs import Manner
from bot.engine.shell import Parts
from bot.errors import ModelUnreachable, StoreError
from bot.events import Event, MessageSeen
from bot.ids import EventId
from bot.records import LanguageRow
from bot.strings import ENGLISH
from tests.console_stage import SetClock
from tests.fake_chat import FakeChat
from tests.fakes import FakeStore, FakeVault
from tests.play import ScriptedModel
from tests.scene import ADA, DIRECT, HOUSE, commands, says

GERMAN = ENGLISH.to("de")
SAID = "Ich weiß nicht, was ich machen soll, und ich bin ganz allein."


class Scene:
    """A companion that can be started anew over what it kept."""

    def __init__(self) -> None:
        self.clock = SetClock()
        self.chat, self.vault = FakeChat(lambda: self.clock.at), FakeVault()
        self.store, self.model = FakeStore(self.vault), ScriptedModel(lambda _prompt: ["Gut."])
        self.count = 0
        self.core = self._new()

    def _new(self) -> Engine:
        parts = Parts(self.chat, (self.model,), self.store, self.vault, self.clock)
        return Engine(parts, HOUSE, Manner())

    async def hears(self, event: Event) -> None:
        self.count += 1
        own: Event = replace(event, id=EventId(f"e{self.count}"), at=self.clock.now())
        if isinstance(own, MessageSeen):
            own = replace(own, message=self.chat.hear(own.where.room, own.person, own.text))
        await self.core.handle(own)
        await self.core.settled()

    async def starts_anew(self) -> None:
        self.core = self._new()
        await self.core.recover()
        await self.core.settled()

    @property
    def words(self) -> str:
        return "\n".join(one.text for one in self.chat.posts(DIRECT.room) if one.by is None)


@pytest.fixture
async def at() -> Scene:
    scene = Scene()
    await scene.hears(commands("language de"))
    return scene


async def test_who_begins_with_the_command_is_greeted_in_that_language(at: Scene) -> None:
    greeting = (
        GERMAN.rooms.greeting.format(name="Attune", operator="Ada") + f" {GERMAN.rooms.unsuitable}"
    )
    assert at.words == f"{GERMAN.language.set}\n\n-# {greeting}"


async def test_messages_and_edits_tell_the_platform_their_readers_language(at: Scene) -> None:
    at.chat.languages.clear()
    await at.hears(says("hm"))
    await at.hears(commands("status"))
    assert set(at.chat.languages) == {"de"}
    await at.hears(commands("language auto"))
    assert at.chat.languages[-1] == ""


async def test_a_reply_that_is_too_late_after_a_restart_says_so_in_their_language(
    at: Scene,
) -> None:
    at.model.gates[0] = asyncio.Event()
    said, now = at.chat.hear(DIRECT.room, ADA, "hm"), at.clock.now()
    await at.core.handle(replace(says("hm"), id=EventId("held"), message=said, at=now))
    await asyncio.wait_for(at.model.reached.wait(), 5)
    await at.core.close()
    at.clock.at += timedelta(hours=2)
    await at.starts_anew()
    assert GERMAN.failures.too_late in at.words


async def test_what_was_refused_is_sent_after_a_restart_with_its_language(at: Scene) -> None:
    at.chat.broken = True
    await at.hears(commands("style"))
    at.chat.broken = False
    at.chat.languages.clear()
    await at.starts_anew()
    assert GERMAN.style.none in at.words
    assert at.chat.languages == ["de"]


async def test_a_reply_that_fails_is_told_in_their_language(at: Scene) -> None:
    at.model.script = lambda _prompt: [ModelUnreachable("down")]
    await at.hears(says("hm"))
    assert GERMAN.failures.unreachable in at.words


async def test_without_the_store_memory_knows_the_language_until_an_erase(at: Scene) -> None:
    at.store.fails = StoreError("The disk is full.")
    await at.hears(says("hm"))
    assert GERMAN.failures.here in at.words
    at.core.floor.forget(ADA)
    at.clock.at += timedelta(minutes=2)
    await at.hears(says("hm"))
    assert ENGLISH.failures.here in at.words


async def test_without_store_and_memory_the_platform_tells_it_and_then_the_words() -> None:
    scene = Scene()
    scene.store.fails = StoreError("The disk is full.")
    await scene.hears(replace(commands("style"), locale="fr"))
    assert ENGLISH.to("fr").failures.here in scene.words
    await scene.hears(says(SAID))
    assert GERMAN.failures.here in scene.words


def test_memory_holds_a_language_until_it_is_forgotten() -> None:
    knows = Meanwhile(Pseudonyms(FakeVault()))
    assert knows.language(ADA) is None
    knows.hears(ADA, "")
    assert knows.language(ADA) == ""
    knows.forget(ADA)
    assert knows.language(ADA) is None


async def test_the_language_is_kept_under_its_persons_key_alone(at: Scene) -> None:
    (row,) = await at.store.sweep(LanguageRow)
    assert (row.owner, row.code, row.by) == (Pseudonyms(at.vault).person(ADA), "de", "command")
