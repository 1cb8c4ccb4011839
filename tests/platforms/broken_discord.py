"""Rules of Discord, each broken in turn, for `tests.platforms.broken`."""

from adapters.discord.catch_up import CatchUp
from adapters.discord.lease import Lease
from adapters.discord.sends import Sends
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
}
