"""Rules of Discord, each broken in turn, for `tests.platforms.broken`."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from adapters.discord.catch_up import CatchUp
from adapters.discord.lease import Lease
from adapters.discord.sends import Sends
from bot.engine import streaming_message
from bot.engine.codec import load_shown
from bot.engine.dedupe import Dedupe


def no_claims() -> None:
    """Every event counts as new, however often it comes."""

    async def is_new(self: Dedupe, unit: object, event: object) -> bool:
        return True

    Dedupe.is_new = is_new  # type: ignore[method-assign]


def no_catch_up() -> None:
    """Messages sent while the bot was offline are never read."""

    def begin(self: CatchUp, shard: int) -> None:
        return None

    CatchUp.begin = begin  # type: ignore[method-assign]


def never_looked_for() -> None:
    """A send with a lost answer is sent again, without looking for the message first."""

    async def found(*_given: object, **_named: object) -> str | None:
        return None

    Sends._found = found  # type: ignore[method-assign]


def no_beginning_is_looked_for() -> None:
    """Of a send with a lost answer only the same words are looked for."""
    whole = Sends._found

    async def found(
        self: Sends, channel: str, body: dict[str, Any], since: datetime, **_named: bool
    ) -> str | None:
        return await whole(self, channel, body, since, may_have_grown=False)

    Sends._found = found  # type: ignore[method-assign]


def placeholder_forgotten() -> None:
    """Nobody knows of the placeholder that an earlier process left."""
    vars(streaming_message)["load_shown"] = lambda body: replace(load_shown(body), placeholder=None)


def forgotten_and_not_looked_for() -> None:
    """Neither is it known, nor looked for."""
    placeholder_forgotten()
    never_looked_for()


def no_lease() -> None:
    """Nobody asks whether another process serves the same."""

    async def tried(self: Lease, shard: int, **_named: object) -> None:
        return None

    Lease._tried = tried  # type: ignore[method-assign]


RULES = {
    "no claims": no_claims,
    "no catch-up": no_catch_up,
    "never looked for": never_looked_for,
    "no lease": no_lease,
    "no beginning is looked for": no_beginning_is_looked_for,
    "placeholder forgotten": forgotten_and_not_looked_for,
}
