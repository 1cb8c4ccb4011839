"""Each key is said once, and no line is taken for another that says the same."""

from types import SimpleNamespace
from typing import Any

import pytest

from adapters.discord import ids
from adapters.discord.api import DiscordRefused
from adapters.discord.authors import DRAWER
from adapters.discord.cards import card
from adapters.discord.components import NOTE, Under, content, nonce
from adapters.discord.heard import HeardChannels
from adapters.discord.history import Me
from adapters.discord.sends import Sends
from adapters.discord.sentences import own_button
from adapters.discord.skew import Skew
from adapters.kit.notes import Notes
from bot.ids import SendKey
from bot.records import OutboxRow, Owner
from bot.strings import ENGLISH
from tests.console_stage import SetClock
from tests.deaf_line import DeafLine
from tests.fakes import FakeStore, FakeVault

JSON = dict[str, Any]
BODY = content("A line that many are told.")
CARD = card("**A line**\nthat many are told.", Under(("Yes", "No")))


class Channel:
    """A channel on Discord; who reads it again sees no nonce."""

    def __init__(self, clock: SetClock) -> None:
        self.clock, self.stands, self.may_read = clock, list[JSON](), True
        self.reads = 0

    async def ask(self, method: str, path: str, body: JSON | None = None, **_query: str) -> Any:
        self.reads += method == "GET"
        if method == "GET" and not self.may_read:
            raise DiscordRefused(403, 50013)
        if method == "GET":
            return self.stands[::-1]
        return self.put(body or {})

    def put(self, body: JSON) -> JSON:
        number = int(ids.first_after(self.clock.now())) + len(self.stands)
        made = {"content": "", **body, "id": str(number), "author": {"id": "100"}}
        self.stands.append(made)
        return made


class Stage:
    """A process that begins while some sends are open since an earlier one."""

    def __init__(self) -> None:
        self.clock = SetClock()
        self.channel = Channel(self.clock)
        self.store = FakeStore(FakeVault())

    async def begin(self, *open_: str) -> Sends:
        async def put(unit: Any) -> None:
            for key in open_:
                await unit.put(OutboxRow(Owner("o"), f"{key}:00", at=self.clock.now(), body="x"))

        await self.store.deciding(Owner("o"), put)
        kept = Notes(self.store, self.store.vault, self.clock, DRAWER)
        heard = HeardChannels(lambda: "100", Skew(self.clock), DeafLine())
        pages: Any = SimpleNamespace(heard=heard)
        past: Any = SimpleNamespace(api=self.channel, me=Me("100"), strings=ENGLISH, pages=pages)
        whispers: Any = None
        made = Sends(past, whispers, kept, Skew(self.clock))
        await made.load()
        return made


async def test_a_new_line_is_said_though_the_same_words_stand_there() -> None:
    stage = Stage()
    sends = await stage.begin()
    first = await sends.said(SendKey("a:00"), "5", BODY)
    assert await sends.said(SendKey("b:00"), "5", BODY) != first
    assert await sends.said(SendKey("a:00"), "5", BODY) == first
    assert (len(stage.channel.stands), stage.channel.reads) == (2, 0)


@pytest.mark.parametrize("body", [BODY, CARD])
async def test_what_an_earlier_process_said_and_did_not_note_is_found(body: JSON) -> None:
    stage = Stage()
    await stage.begin("a", "b")
    stage.clock.pass_by(minutes=1 / 60)
    stands = stage.channel.put(body)["id"]
    stage.clock.pass_by(minutes=10)
    sends = await stage.begin()
    assert await sends.said(SendKey("a:00"), "5", body) == stands
    assert await sends.said(SendKey("b:00"), "5", body) != stands  # one message is one send's


async def test_a_card_is_not_taken_for_another_that_says_something_else() -> None:
    stage = Stage()
    await stage.begin("a")
    stands = stage.channel.put(card("**Another**", Under(("Yes", "No"))))["id"]
    sends = await stage.begin()
    assert await sends.said(SendKey("a:00"), "5", CARD) != stands


async def test_a_card_that_was_said_is_new_and_one_that_discord_knew_is_not() -> None:
    stage = Stage()
    sends = await stage.begin()
    assert (await sends.sent(SendKey("a:00"), "5", CARD)).is_new
    assert not (await sends.sent(SendKey("a:00"), "5", CARD)).is_new


async def test_older_words_are_of_another_send() -> None:
    stage = Stage()
    older = stage.channel.put(BODY)["id"]
    stage.clock.pass_by(minutes=1)
    sends = await stage.begin("a")
    assert await sends.said(SendKey("a:00"), "5", BODY) != older


@pytest.mark.parametrize("own", [True, False])
async def test_a_note_for_one_person_is_no_note_for_another(own: bool) -> None:
    stage = Stage()
    await stage.begin("a")
    key = SendKey("a:00")
    about, another = (own_button(f"{NOTE}{nonce(one)}", ENGLISH) for one in (key, SendKey("z")))
    note = content("Something for you alone.", Under(own=about))
    other = content("Something for you alone.", Under(own=another))
    stands = stage.channel.put(note if own else other)["id"]
    sends = await stage.begin()
    assert (await sends.said(key, "5", note) == stands) is own


async def test_what_was_tried_long_ago_is_looked_for_in_this_process_too() -> None:
    stage = Stage()
    sends = await stage.begin()
    sends._tried[nonce(SendKey("a:00"))] = stage.clock.now()
    stands = stage.channel.put(BODY)["id"]
    stage.clock.pass_by(minutes=3)
    assert await sends.said(SendKey("a:00"), "5", BODY) == stands


async def test_where_it_may_not_read_it_says_it() -> None:
    stage = Stage()
    sends = await stage.begin("a")
    stage.channel.may_read = False
    assert await sends.said(SendKey("a:00"), "5", BODY)
