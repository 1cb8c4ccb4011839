"""`attune matrix`: the devices of the account, and a fresh identity for it."""

import asyncio
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.errors import PlatformError, SettingsFault
from bot.folder import FolderLock
from bot.logs import configure
from bot.settings import Settings, load

if TYPE_CHECKING:
    from adapters.matrix.session import Session

app = typer.Typer(name="matrix", help="Look after the bot's Matrix account.", no_args_is_help=True)
ASKED = "The account's password (it is used once and not kept)"
NOT_ASKED = (
    "This needs the account's password: set ATTUNE_MATRIX_PASSWORD, or run it in a terminal."
)


@app.command()
def devices(
    remove: Annotated[
        bool, typer.Option("--remove", help="Sign out those that Attune made and uses no more.")
    ] = False,
) -> None:
    """List the devices of the account, the one in use marked."""
    settings = _settings()
    asyncio.run(_devices(settings, is_removing=remove))


@app.command("reset-identity")
def reset_identity() -> None:
    """Make fresh keys for the account where the old ones are lost.

    People may be warned of it.
    """
    settings = _settings()
    password = _password(settings)
    with FolderLock(settings.data_folder):
        device = asyncio.run(_reset(settings, password))
    print(f"Done: device {device} is signed by fresh keys. `attune serve` goes on from here.")


async def _devices(settings: Settings, *, is_removing: bool) -> None:
    from adapters.cli.compose import open_vault
    from adapters.matrix import devices as own
    from adapters.matrix.files import files
    from adapters.matrix.session import Session

    vault = await open_vault(settings)
    session = Session.of(settings, await files(settings.data_folder, vault), vault)
    try:
        found = await own.listed(session)
        for one in found:
            use = "in use" if one.is_this else "old" if one.is_old_own else "not Attune's"
            seen = f"{one.seen:%Y-%m-%d %H:%M} UTC" if one.seen else "never"
            print(f"{one.id}  {one.name or '(no name)'}  seen {seen}  {use}")
        for one in (one for one in found if is_removing and one.is_old_own):
            await _remove(session, one.id, settings)
            print(f"{one.id} is signed out.")
    finally:
        await session.close()
        await vault.close()


async def _remove(session: "Session", device: str, settings: Settings) -> None:
    from adapters.matrix import devices as own
    from adapters.matrix.errors import WantsPassword

    try:
        await own.remove(session, device, None)
    except WantsPassword:
        await own.remove(session, device, await asyncio.to_thread(_password, settings))


async def _reset(settings: Settings, password: str) -> str:
    from adapters.cli.compose import open_vault
    from adapters.matrix import devices as own
    from adapters.matrix.files import files
    from adapters.matrix.session import Session

    vault = await open_vault(settings)
    kept = await files(settings.data_folder, vault)
    try:
        return await own.reset_identity(partial(Session.of, settings, kept, vault), password)
    finally:
        await vault.close()


def _password(settings: Settings) -> str:
    """Gives the account's password, asked for where the settings have none."""
    if settings.matrix_password is not None:
        return settings.matrix_password.get_secret_value()
    if not sys.stdin.isatty():
        raise PlatformError(NOT_ASKED)
    return str(typer.prompt(ASKED, hide_input=True))


def _settings() -> Settings:
    settings = load()
    configure(settings.log_level)
    if not settings.matrix_homeserver:
        raise SettingsFault(("No Matrix account is set: set ATTUNE_MATRIX_HOMESERVER first.",))
    return settings
