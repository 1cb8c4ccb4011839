"""Who was told how to be heard is told once, whichever release told them."""

from typing import Any

import pytest

from adapters.discord import ids
from adapters.discord.authors import DRAWER
from adapters.discord.hints import Hints
from adapters.discord.history import Me
from adapters.discord.sentences import said_on_discord
from adapters.discord.skew import Skew
from adapters.discord.translate import Translation
from adapters.kit.notes import Notes
from adapters.kit.tongues import Tongues
from bot.ids import MessageId
from bot.strings import ENGLISH
from bot.words import Outgoing
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault

ROOM = ids.room("300")
SAID = said_on_discord(ENGLISH)
WORDLESS_REPLY = {
    "id": "900",
    "channel_id": "300",
    "guild_id": "100",
    "type": 19,
    "author": {"id": "1"},
    "content": "",
    "message_reference": {"message_id": "800"},
    "referenced_message": {"author": {"id": "7"}},
}
PROXIED = {
    "id": "901",
    "channel_id": "300",
    "guild_id": "100",
    "author": {"id": "5"},
    "webhook_id": "5",
    "mentions": [{"id": "7"}],
    "content": "<@7> hello",
}
# What a release before kept, and of whom: the first 20 letters of the line it said.
TOLD = [
    (WORDLESS_REPLY, ids.person("1"), SAID.unheard, "told:Your reply reached m"),
    (PROXIED, ids.person(str(ROOM)), SAID.proxied, "told:I cannot tell who sp"),
]


class Heard:
    """A chat that only remembers what was said in it."""

    def __init__(self) -> None:
        self.strings, self.said = ENGLISH, list[str]()

    async def say(self, new: Outgoing) -> MessageId:
        self.said.append(new.text)
        return MessageId("1")


def hints() -> tuple[Hints, Heard, Notes]:
    clock, vault = SetClock(), FakeVault()
    chat, notes = Heard(), Notes(FakeStore(vault), vault, clock, DRAWER)
    nothing: Any = None
    spoken: Any = chat
    hearing = Translation(Me("7", "7"), clock, Skew(clock))
    made = Hints(hearing, spoken, notes, nothing, Tongues(notes, ENGLISH))
    return made, chat, notes


@pytest.mark.parametrize(("data", "owner", "line", "before"), TOLD, ids=["unheard", "proxied"])
async def test_how_to_be_heard_is_said_once(
    data: dict[str, Any], owner: Any, line: str, before: str
) -> None:
    made, chat, notes = hints()
    for _ in range(2):
        await made.unheard("MESSAGE_CREATE", data)
    assert chat.said == [line]
    assert await notes.of(owner, before) is None


@pytest.mark.parametrize(("data", "owner", "line", "before"), TOLD, ids=["unheard", "proxied"])
async def test_whom_a_release_before_told_is_not_told_again(
    data: dict[str, Any], owner: Any, line: str, before: str
) -> None:
    made, chat, notes = hints()
    assert before == f"told:{line[:20]}"
    await notes.keep(owner, before, "told")
    await made.unheard("MESSAGE_CREATE", data)
    assert chat.said == []
