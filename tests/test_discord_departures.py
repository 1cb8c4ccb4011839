"""Who left a server on Discord, while the store fails: nothing stops, and nothing is lost."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from adapters.discord import ids
from adapters.discord.api import DiscordRefused
from adapters.discord.departures import UNKNOWN_MEMBER, Departures
from adapters.kit.retry import MOST, waits
from bot.engine.writing import Gone
from bot.errors import StoreError
from bot.events import Event, Outcome
from bot.ids import RoomId, Scope, SpaceId
from bot.snapshot import Place
from tests.console_stage import SetClock

GUILD = "100"
CHANNEL = ids.room("300")
PEOPLE = ("1", "2", "3")
AWAY = StoreError("The database is away.")
FAULT = KeyError("a fault of its own")


@dataclass(slots=True)
class Town:
    """A server that everybody left, and a core that fails as often as it is told to."""

    clock: SetClock = field(default_factory=SetClock)
    leaving_fails: int = 0
    deciding_fails: int = 0
    failure: Exception = AWAY
    left: list[tuple[RoomId, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)

    def leaving(self) -> Departures:
        parts: Any = (self, self, self.clock, self.handle, self.leave, self.sleep)
        return Departures(*parts)

    async def ask(self, *_request: str) -> None:
        raise DiscordRefused(404, UNKNOWN_MEMBER)

    async def house(self, _name: str) -> str:
        return self.noted[-1] if self.noted else ""

    async def keep_house(self, _name: str, value: str) -> None:
        self.noted.append(value)

    async def places(
        self, space: SpaceId | None = None, until: datetime | None = None
    ) -> AsyncIterator[Place]:
        at = self.clock.now() - timedelta(days=7)
        for one in PEOPLE:
            yield place(one, at)

    async def leave(self, is_gone: Gone) -> None:
        if self.leaving_fails > 0:
            self.leaving_fails -= 1
            raise self.failure
        self.left += [
            (CHANNEL, one.scope.person)
            async for one in self.places()
            if is_gone(CHANNEL, one.scope)
        ]

    async def handle(self, event: Event) -> Outcome:
        if self.deciding_fails > 0:
            self.deciding_fails -= 1
            return Outcome.FAILED
        if event.id in self.told:
            return Outcome.SEEN_BEFORE
        self.told.append(event.id)
        return Outcome.DECIDED

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


def place(user: str, at: datetime) -> Place:
    return Place(Scope(ids.space(GUILD, ""), ids.person(user)), is_direct=False, at=at)


@pytest.mark.parametrize("failure", [AWAY, FAULT], ids=["store", "other"])
async def test_sent_away_while_the_store_fails_everybody_is_gone_once_it_is_back(
    failure: Exception,
) -> None:
    town = Town(leaving_fails=2, deciding_fails=2, failure=failure)
    await town.leaving().sent_away(GUILD)
    assert len(town.left) == len(town.told) == len(PEOPLE)
    assert town.slept == [*list(waits())[:2], *list(waits())[:1]]


async def test_where_no_reply_can_be_ended_what_was_agreed_is_ended_all_the_same() -> None:
    town = Town(leaving_fails=MOST)
    await town.leaving().sent_away(GUILD)
    assert town.left == []
    assert len(town.told) == len(PEOPLE)


async def test_a_channel_taken_away_while_the_store_fails_ends_its_replies_later() -> None:
    town = Town(leaving_fails=3)
    await town.leaving().taken_away("300")
    assert len(town.left) == len(PEOPLE)


@pytest.mark.parametrize("fails", [{"leaving_fails": MOST}, {"deciding_fails": MOST}])
async def test_a_member_whose_leaving_fails_stops_no_round(fails: dict[str, int]) -> None:
    town = Town(**fails)  # type: ignore[arg-type]
    await town.leaving().ask(0)
    assert len(town.told) == len(PEOPLE) - ("deciding_fails" in fails)


async def test_a_round_that_could_not_begin_is_not_taken_for_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def away(_self: Town, until: datetime) -> AsyncIterator[Place]:
        raise AWAY
        yield  # makes it an iterator

    town = Town()
    with monkeypatch.context() as broken:
        broken.setattr(Town, "places", away)
        with pytest.raises(StoreError):
            await town.leaving().ask(0)
    await town.leaving().ask(0)
    assert len(town.told) == len(PEOPLE)
