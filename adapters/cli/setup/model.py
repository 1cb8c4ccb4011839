"""Choosing a model: one of this machine, one at an address, or none for now."""

from functools import partial

from adapters.cli.setup import here, local
from adapters.cli.setup.asking import Option
from adapters.cli.setup.desk import Desk
from bot.errors import ModelError

MOST_SHOWN = 12  # models of one server


async def first_run(desk: Desk) -> None:
    """Asks for a model where there is none."""
    desk.ask.tell(desk.said.first)
    await choose_model(desk)


async def choose_model(desk: Desk) -> None:
    """Asks until a model is chosen that answers, or none is wanted."""
    is_settled = False
    while not is_settled:
        desk.ask.tell(desk.said.looking)
        found = await local.servers()
        _tell_what_lacks(desk, found)
        options = _options(desk, found)
        place = await desk.choose(*(one.label for one in options))
        is_settled = await options[place].does()


def _tell_what_lacks(desk: Desk, found: tuple[local.Server, ...]) -> None:
    if not found:
        desk.ask.tell(desk.said.found_none)
    for server in found:
        if not server.models:
            desk.ask.tell(desk.said.has_no_model.format(server=server.name))
        elif (more := len(server.models) - MOST_SHOWN) > 0:
            about = {"server": server.name, "count": more, "url": server.url}
            desk.ask.tell(desk.said.more_models.format(**about))


def _options(desk: Desk, found: tuple[local.Server, ...]) -> list[Option]:
    said = desk.said
    local_ones = [
        Option(
            said.on_this_machine.format(model=model, server=server.name),
            partial(_take, desk, server.url, model),
        )
        for server in found
        for model in server.models[:MOST_SHOWN]
    ]
    return [
        *local_ones,
        *here.options(desk),
        Option(said.another, partial(_typed, desk)),
        Option(said.look_again, _unsettled),
        Option(said.demonstration, partial(_none, desk)),
    ]


async def _unsettled() -> bool:
    return False


async def _typed(desk: Desk) -> bool:
    """Asks for an address, a key and a model there; False where one of them is wrong."""
    url = (await desk.ask.line(desk.said.address)).rstrip("/")
    if not url or desk.settings(model_url=url, model_name="any", model_key="") is None:
        return False
    key = await desk.ask.secret(desk.said.key)
    found = await local.listed(url, key)
    if not await _answers(desk, found):
        return False
    name = await _named(desk, found)
    return bool(name) and await _take(desk, found.url, name, key)


async def _answers(desk: Desk, found: local.Listed) -> bool:
    """Whether an address can be asked on; tells in the doctor's words why not."""
    from adapters.cli import doctor
    from bot.model.remote import failures

    fault: ModelError | None = None
    if found.status is None:
        fault = failures.unreachable()
    elif found.status in failures.KEY_REFUSED:
        fault = failures.refusal(found.status)
    if fault is not None:
        desk.ask.tell(str(doctor.not_answering(found.url, fault)))
    return fault is None


async def _named(desk: Desk, found: local.Listed) -> str:
    """Asks for one of the models that are listed, or for the name of another."""
    shown = found.models[:MOST_SHOWN]
    place = await desk.choose(*shown, desk.said.another_name) if shown else 0
    return shown[place] if place < len(shown) else await desk.ask.line(desk.said.model_name)


async def _take(desk: Desk, url: str, model: str, key: str = "") -> bool:
    """Keeps a model, if it answers; True then."""
    values = {"model_url": url, "model_name": model, "model_key": key}
    settings = desk.settings(**values)
    if settings is None:
        return False
    desk.ask.tell(desk.said.asking_model.format(model=model))
    if is_well := await desk.answers(settings):
        desk.keep(**values)
    return is_well


async def _none(desk: Desk) -> bool:
    """Keeps that none is wanted."""
    none = {"model_url": "", "model_name": "", "model_key": "", "model_file": ""}
    desk.keep_because(desk.said.why_demonstration, **none, model_ask="False")
    desk.ask.tell(desk.said.not_asked_again)
    return True
