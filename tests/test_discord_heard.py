"""What the gateway delivered is read again as Discord would give it, and goes when it must."""

from types import SimpleNamespace
from typing import Any

import pytest

from adapters.discord import ids
from adapters.discord.client import GatewayDispatch
from adapters.discord.heard import HeardChannels
from adapters.discord.lines import Lines
from adapters.discord.skew import Skew
from tests.console_stage import SetClock
from tests.deaf_line import DeafLine

JSON = dict[str, Any]
BOT, CHANNEL, GUILD = "100", "7", str(5 << 22)


class HearingLine(DeafLine):
    """A line on which all is heard."""

    is_up = True

    def hears(self, _channel: str, _guild: str) -> bool:
        return self.is_up


class Gateway:
    """Tells of messages of one channel."""

    def __init__(self) -> None:
        self.clock, self.line, self.number = SetClock(), HearingLine(), 0
        self.heard = HeardChannels(lambda: BOT, Skew(self.clock), self.line)

    def id(self) -> str:
        self.number += 1
        return str(int(ids.first_after(self.clock.now())) + self.number)

    def message(self, text: str, **more: object) -> JSON:
        return {"id": self.id(), "channel_id": CHANNEL, "author": {"id": "1"}, "content": text,
                "mentions": [{"id": BOT}], "guild_id": GUILD, **more}  # fmt: skip

    def tell(self, name: str, data: JSON) -> None:
        self.heard.dispatched(GatewayDispatch(name, data, 0, "s:1"))

    def words(self) -> list[str]:
        return [str(one["content"]) for one in self.heard.before(CHANNEL, str(2**62))]


def test_a_channel_is_held_from_when_somebody_speaks_to_the_bot_there() -> None:
    gateway = Gateway()
    for text, named in (("aside", []), ("hello", [{"id": BOT}]), ("aside too", [])):
        gateway.tell("MESSAGE_CREATE", gateway.message(text, mentions=named))
    assert gateway.words() == ["aside too", "hello"]


def test_edits_and_deletions_of_one_or_many_are_applied() -> None:
    gateway = Gateway()
    every = [gateway.message(text) for text in ("a", "b", "c", "d")]
    for one in every:
        gateway.tell("MESSAGE_CREATE", one)
    edit = {"id": every[0]["id"], "channel_id": CHANNEL, "content": "a, rather"}
    gateway.tell("MESSAGE_UPDATE", {**edit, "edited_timestamp": "2026-01-01T00:00:00+00:00"})
    gateway.tell("MESSAGE_DELETE", {"id": every[1]["id"], "channel_id": CHANNEL})
    gone = [every[2]["id"], every[3]["id"]]
    gateway.tell("MESSAGE_DELETE_BULK", {"ids": gone, "channel_id": CHANNEL})
    assert gateway.words() == ["a, rather"]
    assert gateway.heard.one(CHANNEL, every[0]["id"])["author"] == {"id": "1"}  # type: ignore[index]


def test_an_answer_of_discords_that_comes_late_takes_no_edit_back() -> None:
    gateway = Gateway()
    one = gateway.message("As it grew.", edited_timestamp="2026-01-01T00:00:01+00:00")
    gateway.tell("MESSAGE_CREATE", {**one, "content": "As it", "edited_timestamp": None})
    gateway.heard.made(one)
    gateway.tell("MESSAGE_CREATE", {**one, "content": "As it", "edited_timestamp": None})
    assert gateway.words() == ["As it grew."]


def test_nothing_is_read_from_memory_while_the_line_is_down() -> None:
    gateway = Gateway()
    one = gateway.message("hello")
    gateway.tell("MESSAGE_CREATE", one)
    gateway.line.is_up = False
    assert gateway.words() == []
    assert gateway.heard.one(CHANNEL, one["id"]) is None
    assert gateway.heard.after(CHANNEL, one["id"], 9) is None


GONE: dict[str, tuple[str, JSON]] = {
    "a channel": ("CHANNEL_UPDATE", {"id": CHANNEL, "guild_id": GUILD}),
    "a role": ("GUILD_ROLE_UPDATE", {"guild_id": GUILD}),
    "its member": ("GUILD_MEMBER_UPDATE", {"guild_id": GUILD}),
    "a server": ("GUILD_DELETE", {"id": GUILD}),
    "a thread taken away": ("THREAD_DELETE", {"id": CHANNEL, "guild_id": GUILD}),
    "threads it sees now": ("THREAD_LIST_SYNC", {"guild_id": GUILD}),
    "a thread it was added to": ("THREAD_CREATE", {"id": CHANNEL, "guild_id": GUILD}),
}


@pytest.mark.parametrize("what", GONE)
def test_where_rights_may_have_changed_nothing_is_held(what: str) -> None:
    gateway = Gateway()
    gateway.tell("MESSAGE_CREATE", gateway.message("hello"))
    gateway.heard.is_changed("GUILD_ROLE_UPDATE", {"guild_id": "1"})
    gateway.heard.is_changed("CHANNEL_UPDATE", {"id": "8", "guild_id": GUILD})
    assert gateway.words() == ["hello"]
    gateway.heard.is_changed(*GONE[what])
    assert gateway.words() == []


def test_a_new_session_ends_what_is_held_of_its_shard_alone() -> None:
    gateway = Gateway()
    gateway.tell("MESSAGE_CREATE", gateway.message("hello"))
    gateway.heard.dispatched(GatewayDispatch("READY", {}, 1, "s:1"))
    assert gateway.words() == ["hello"]
    gateway.tell("READY", {})
    assert gateway.words() == []


def test_a_channel_is_heard_while_its_shard_is_up_and_its_history_may_be_read() -> None:
    client: Any = SimpleNamespace(may_read=lambda channel: channel != "9", parent_of=lambda _: "8")
    up: Any = SimpleNamespace(shard=1, is_up=True)
    lines = Lines(client, 2, [up])
    assert [lines.shard(GUILD), lines.shard("")] == [1, 0]
    assert [lines.hears(CHANNEL, GUILD), lines.hears("9", GUILD)] == [True, False]
    assert [lines.hears(CHANNEL, ""), lines.parent(CHANNEL)] == [False, "8"]
    up.is_up = False
    assert not lines.hears(CHANNEL, GUILD)
