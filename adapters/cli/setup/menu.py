"""`attune setup`: what is set, and the way through each part of it."""

from collections.abc import Awaitable, Callable
from functools import partial

from adapters.cli.platforms import PLATFORMS
from adapters.cli.setup import discord, matrix, model
from adapters.cli.setup.asking import Option
from adapters.cli.setup.desk import Desk
from bot.settings import Settings

WALKS: dict[str, Callable[[Desk], Awaitable[bool]]] = {
    "matrix": matrix.set_up,
    "discord": discord.set_up,
}


async def walk(desk: Desk) -> None:
    """Shows what is set and sets up what is chosen, until somebody is done."""
    is_done = False
    while not is_done:
        desk.ask.tell(desk.said.menu)
        options = _options(desk, desk.given.settings())
        place = await desk.choose(*(one.label for one in options))
        is_done = await options[place].does()


def _options(desk: Desk, settings: Settings) -> list[Option]:
    said = desk.said
    names = _model_names(settings) or said.none_yet
    account = settings.matrix_user if settings.matrix_homeserver else said.none_yet
    app = said.is_set if settings.discord_token is not None else said.none_yet
    return [
        Option(said.model_is.format(model=names), partial(_model, desk)),
        Option(said.matrix_is.format(account=account), partial(_platform, desk, "matrix")),
        Option(said.discord_is.format(app=app), partial(_platform, desk, "discord")),
        Option(said.done, partial(_done, desk)),
    ]


def _model_names(settings: Settings) -> str:
    """Gives the models that are set, in the order they are asked; empty where none is."""
    file = (settings.model_file.name,) if settings.model_file else ()
    return ", ".join((*file, *(settings.model_name if settings.model_url else ())))


async def _model(desk: Desk) -> bool:
    settings = desk.given.settings()
    if not _model_names(settings) or await _is_changed(desk):
        await model.choose_model(desk)
    return False


async def _platform(desk: Desk, name: str) -> bool:
    """Walks through one platform; where it is set, only if somebody wants to change it."""
    one = next(one for one in PLATFORMS if one.name == name)
    if one.is_set(settings := desk.given.settings()):
        async for checked in one.examined(settings):
            desk.ask.tell(str(checked))
        if not await _is_changed(desk):
            return False
    if await WALKS[name](desk):
        await _operator(desk)
    return False


async def _is_changed(desk: Desk) -> bool:
    return await desk.choose(desk.said.leave, desk.said.change) == 1


async def _operator(desk: Desk) -> None:
    """Asks who runs this, where nobody is named yet."""
    if desk.given.settings().operator_name:
        return
    while name := await desk.ask.line(desk.said.operator):
        if desk.settings(operator_name=name) is not None:
            desk.keep(operator_name=name)
            return


async def _done(desk: Desk) -> bool:
    settings, said = desk.given.settings(), desk.said
    serves = any(one.is_set(settings) for one in PLATFORMS)
    desk.ask.tell(said.next_serve if serves else said.next_chat)
    return True
