"""The table of platforms: when each is set, what serves it, and how the doctor checks it.

The library of a platform is imported only if the platform is set, because that takes a while.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from adapters.cli.checked import Checked
from adapters.cli.compose import open_vault
from adapters.cli.house import strings_of
from adapters.kit.supervision import Served
from bot.clock import SteadyClock
from bot.errors import AttuneError
from bot.ports import Store, Vault
from bot.settings import Settings

Kept = tuple[Store, Vault]
DISCORD = "https://discord.com/api/v10"


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform on which people are served, if it is set.

    Args:
        name: the prefix of its rooms' ids.
    """

    name: str
    is_set: Callable[[Settings], bool]
    served: Callable[[Settings, Kept, SteadyClock], Awaitable[Served]]
    examined: Callable[[Settings], AsyncIterator[Checked]]


async def _serve_matrix(settings: Settings, kept: Kept, clock: SteadyClock) -> Served:
    from adapters.matrix.serve import Matrix

    made = await Matrix.of(settings, kept, clock, strings_of(settings))
    made.home.client.dated = partial(clock.told, "matrix")
    return made


async def _serve_discord(settings: Settings, kept: Kept, clock: SteadyClock) -> Served:
    from adapters.discord.serve import Discord

    made = Discord(settings, kept, clock, strings_of(settings))
    made.skew.told = partial(clock.told, "discord")
    return made


async def _clock(name: str, url: str) -> AsyncIterator[Checked]:
    from adapters.cli.clocks import compared  # its library takes a while to load

    told = await compared(name, url)
    if told is not None:
        yield Checked(*told)


async def _examine_matrix(settings: Settings) -> AsyncIterator[Checked]:
    from adapters.matrix import reaching, trying
    from adapters.matrix.files import FOLDER

    is_well, what = await reaching.homeserver(settings.matrix_homeserver)
    yield Checked(is_well, f"matrix {what}")
    if not is_well:
        return  # whoever does not answer is not waited for once more
    where = settings.matrix_homeserver.rstrip("/")
    async for checked in _clock("Matrix", f"{where}/_matrix/client/versions"):
        yield checked
    if not (settings.data_folder / FOLDER).is_dir():
        for is_well, what in await trying.tried(settings):
            yield Checked(is_well, f"matrix {what}")
        return
    async for checked in _examine_account(settings):
        yield checked


async def _examine_account(settings: Settings) -> AsyncIterator[Checked]:
    """Checks the account and device of the bot on Matrix."""
    from adapters.matrix import diagnostics
    from adapters.matrix.files import files
    from adapters.matrix.session import Session

    try:
        vault = await open_vault(settings)
    except AttuneError as error:
        yield Checked(False, f"matrix: {error}")
        return
    session = Session.of(settings, await files(settings.data_folder, vault), vault)
    try:
        async for is_well, what in diagnostics.examine(session):
            yield Checked(is_well, f"matrix {what}")
    finally:
        await session.close()
        await vault.close()


async def _examine_discord(settings: Settings) -> AsyncIterator[Checked]:
    from adapters.discord import diagnostics

    api = settings.discord_api_url.rstrip("/") or DISCORD
    async for checked in _clock("Discord", f"{api}/gateway"):
        yield checked
    async for is_well, what in diagnostics.examine(settings):
        yield Checked(is_well, f"discord {what}")


PLATFORMS = (
    Platform("matrix", lambda of: bool(of.matrix_homeserver), _serve_matrix, _examine_matrix),
    Platform("discord", lambda of: of.discord_token is not None, _serve_discord, _examine_discord),
)
