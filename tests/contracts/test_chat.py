"""The contract of ports.Chat, kept by the console and by the fake."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from adapters.console.chat import Console
from adapters.console.clock import ConsoleClock
from adapters.console.transcript import Message, Transcript
from adapters.kit.platforms import Platforms
from bot.ids import MessageId, PersonId, RoomId
from bot.ports import Chat
from bot.strings import ENGLISH
from tests.console_stage import SetClock
from tests.contracts.chat import *  # noqa: F403
from tests.contracts.chat import Platform, Stands
from tests.exports import held_in
from tests.fake_chat import FakeChat


class _Named:
    hears_all = True

    def __init__(self) -> None:
        self.lounge, self.cellar = RoomId("console:room:lounge"), RoomId("console:room:cellar")
        self.ada, self.bob = PersonId("console:ada"), PersonId("console:bob")
        self.clock = SetClock()
        self.began = self.clock.now()

    async def later(self) -> datetime:
        self.clock.pass_by(days=3)
        return self.clock.now()


class Faked(_Named):
    """The fake that unit tests talk through."""

    def __init__(self) -> None:
        super().__init__()
        self.fake = FakeChat(self.clock.now)
        self.chat: Chat = self.fake

    async def says(
        self, text: str, reply_to: MessageId | None = None, *, to_bot: bool = True
    ) -> MessageId:
        return self.fake.hear(self.lounge, self.ada, text, reply_to=reply_to, to_bot=to_bot)

    async def take_back(self, message: MessageId) -> None:
        self.fake.take_back(message)

    async def stands(self, message: MessageId) -> Stands | None:
        post = self.fake.post(message)
        files = tuple(one.text for one in post.files)
        shown = Stands(post.text, post.choices, frozenset(post.reactions), files)
        return None if post.deleted else shown


class OnConsole(_Named):
    """The console over a transcript on the disk."""

    def __init__(self, transcript: Transcript, folder: Path) -> None:
        super().__init__()
        self.transcript = transcript
        self.chat = Console(
            transcript, ConsoleClock(folder, self.clock), lambda action: None, ENGLISH
        )
        self.chat.downloads = folder

    async def says(
        self, text: str, reply_to: MessageId | None = None, *, to_bot: bool = True
    ) -> MessageId:
        new, at = self.transcript.next_id("u"), self.clock.now()
        words = Message(new, self.lounge, self.ada, at, text, reply_to=reply_to, to_bot=to_bot)
        self.transcript.add(words)
        return new

    async def take_back(self, message: MessageId) -> None:
        old = self.transcript.get(message)
        assert old is not None
        self.transcript.change(old, text="", deleted=True)

    async def stands(self, message: MessageId) -> Stands | None:
        old = self.transcript.get(message)
        assert old is not None
        emojis = frozenset(emoji for _, emoji in old.reactions)
        shown = Stands(old.text, old.choices, emojis, held_in(old.files))
        return None if old.deleted else shown


class Routed(Faked):
    """The fake behind what serves several platforms."""

    def __init__(self) -> None:
        super().__init__()
        self.chat = Platforms({"console": self.fake})


@pytest.fixture(params=["console", "fake", "several"])
def platform(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Platform]:
    if request.param != "console":
        yield Faked() if request.param == "fake" else Routed()
        return
    transcript = Transcript(tmp_path)
    yield OnConsole(transcript, tmp_path)
    transcript.close()
