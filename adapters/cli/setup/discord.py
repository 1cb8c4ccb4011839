"""Setting up Discord: token, what the app allows, the invitation."""

from typing import TYPE_CHECKING

from adapters.cli.setup.desk import Desk

if TYPE_CHECKING:
    from adapters.discord.setting_up import Seen


async def set_up(desk: Desk) -> bool:
    """Asks for a token and walks through what is left; False where somebody went back."""
    from adapters.discord.setting_up import PORTAL  # its library takes a while to load

    desk.ask.tell(desk.said.discord_first.format(portal=PORTAL))
    if not await _token(desk):
        return False
    await _app(desk)
    await _invitation(desk)
    desk.ask.tell(desk.said.discord_next)
    return True


async def _token(desk: Desk) -> bool:
    """Asks until Discord takes a token, and keeps it; False where somebody goes back."""
    from adapters.discord.setting_up import seen

    while token := await desk.ask.secret(desk.said.discord_token):
        settings = desk.settings(discord_token=token)
        if settings is not None and desk.told([(await seen(settings)).token], "discord"):
            desk.keep(discord_token=token)
            return True
    return False


async def _app(desk: Desk) -> None:
    """Tells what the app does not allow yet and where to change it, until it does or is left."""
    is_wanted = True
    while is_wanted:
        found = await _seen(desk)
        told = (found.token,) if not found.token[0] else found.app
        is_wanted = not desk.told(told, "discord") and await desk.is_again()


async def _invitation(desk: Desk) -> None:
    """Shows the link that invites the bot, until it is seen on a server or left for later."""
    found = await _seen(desk)
    is_there, is_wanted = False, True
    while is_wanted and not is_there:
        desk.ask.tell(f"{desk.said.invite}\n{found.invite}")
        await desk.ask.line(desk.said.invited)
        found = await _seen(desk)
        is_there = desk.told(_where(desk, found), "discord")
        is_wanted = is_there or await desk.is_again()


def _where(desk: Desk, found: "Seen") -> tuple[tuple[bool, str], ...]:
    if not found.token[0]:
        return (found.token,)
    return found.servers or ((False, desk.said.no_server),)


async def _seen(desk: Desk) -> "Seen":
    from adapters.discord.setting_up import seen

    return await seen(desk.given.settings())
