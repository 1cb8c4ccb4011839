"""What commands of the operator share that work on data which is there."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from bot.errors import SettingsFault
from bot.logs import configure
from bot.settings import Settings, load

if TYPE_CHECKING:
    from bot.ports import Store, Vault

T = TypeVar("T")


def settings() -> Settings:
    """Gives the settings, with the log at the level that they name."""
    found = load()
    configure(found.log_level)
    return found


def refuse_without_data(of: Settings) -> None:
    """Raises SettingsFault where there is no database of this version."""
    from adapters.cli.compose import database_url
    from bot.store.migrate import Current, state

    if not isinstance(state(database_url(of)), Current):
        raise SettingsFault(("There is no database of this version here: see `attune doctor`.",))


def on_data(of: Settings, work: "Callable[[Store, Vault], Awaitable[T]]") -> T:
    """Runs work on the data that is there, also while somebody serves. Raises AttuneError."""
    refuse_without_data(of)
    return asyncio.run(_opened(of, work))


async def _opened(of: Settings, work: "Callable[[Store, Vault], Awaitable[T]]") -> T:
    from adapters.cli.compose import opened

    async with opened(of) as (store, vault):
        return await work(store, vault)
