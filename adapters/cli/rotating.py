"""`attune keys`: a fresh master key, and every key sealed anew under it.

The engine and its database are imported where a command begins.
"""

import asyncio

import typer

from adapters.cli.ready import counted, settings
from bot.clock import host_time
from bot.errors import VaultError
from bot.folder import check_whole
from bot.settings import Settings

app = typer.Typer(name="keys", help="Make and change the master key.", no_args_is_help=True)
NOT_ROTATED = (
    "Nothing changed, and nothing was recorded: every key is under the newest master key already."
)
CUT_SHORT = (
    "Every key is under the newest master key already: a run before was cut short at its very end. "
    "That it is done is recorded now."
)
ROTATED, _KEYS = "Done: {keys} sealed anew.", ("key is", "keys are")
OLDER_OPEN_NOTHING = "The older master keys open nothing any more."


@app.command("new")
def keys_new() -> None:
    """Print a fresh master key; nothing is changed."""
    from bot.vault import new_master_key

    print(new_master_key())


@app.command("rotate")
def keys_rotate() -> None:
    """Seal every key anew under the newest master key.

    What runs with both master keys goes on meanwhile.
    """
    from adapters.cli.compose import masters_of

    of = settings()
    check_whole(of.data_folder)
    _refuse_older(of)
    _refuse_without_keys(of)
    print(asyncio.run(_rotated(of)), *([OLDER_OPEN_NOTHING] if len(masters_of(of)) > 1 else []))


def _refuse_without_keys(of: Settings) -> None:
    """Refuses where nothing was ever kept: what rotates would make keys there."""
    from adapters.cli.compose import database_url, keys_url
    from bot.store.migrate import is_used
    from bot.vault import keys_exist

    if not (keys_exist(keys_url(of)) or is_used(database_url(of))):
        raise VaultError(
            "There are no keys yet: the first `attune chat` or `attune serve` makes them."
        )


# A process with the older master key alone could open nothing that is wrapped anew, and would wrap
# what it makes meanwhile under a key that is soon to be taken out.
def _refuse_older(of: Settings) -> None:
    """Refuses where the process that serves has not the newest master key yet."""
    from adapters.cli.compose import masters_of
    from adapters.cli.pulse import looked

    has = looked(of.data_folder).masters
    if has is not None and masters_of(of)[0].version not in has:
        raise VaultError(
            "What serves has the older master key alone. Restart it with both, then run this again."
        )


async def _rotated(of: Settings) -> str:
    """Seals every key anew, and gives what is told of it."""
    from adapters.cli.compose import open_vault, recorded
    from bot.audit.acts import KeysRotated, RotationBegun

    vault = await open_vault(of)
    try:
        if await vault.is_rotated():
            return CUT_SHORT if await _ended(of) else NOT_ROTATED
        await recorded(of, RotationBegun())
        count = await vault.rotate()
    finally:
        await vault.close()
    await recorded(of, KeysRotated(count))
    return ROTATED.format(keys=counted(count, *_KEYS))


async def _ended(of: Settings) -> bool:
    """Records the end of a rotation that was cut short before it; tells whether one was."""
    from adapters.cli.compose import database_url, opened
    from bot.engine.auditing import note_rotated
    from bot.store.migrate import Current, state

    if not isinstance(await asyncio.to_thread(state, database_url(of)), Current):
        return False
    async with opened(of) as (store, _):
        return await note_rotated(store, host_time())
