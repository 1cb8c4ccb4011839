"""What the replies of an installation are made with, found out once, at its start."""

import asyncio
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import structlog

from adapters.cli import digests, weights
from adapters.cli.house import made_by
from bot.engine.instructed import used_since
from bot.making import PROMPT_VERSION
from bot.ports import Clock, Store
from bot.settings import Settings
from bot.snapshot import House

log = structlog.get_logger()


async def with_origin(house: House, settings: Settings, store: Store, clock: Clock) -> House:
    """Gives the house that knows what each reply is made with, and tells of changes by the same."""
    file, folder = settings.model_file, settings.data_folder
    of_file = await asyncio.to_thread(digests.of_weights, file, folder) if file else ""
    if file and not of_file:
        log.warning("no digest of the model's file could be made", why="it cannot be read")
    network = weights.FOLDER / "crisis.onnx"
    read = await asyncio.to_thread(_classifier, network, folder)
    digest = await asyncio.to_thread(digests.of_prompts, settings.persona)
    prompt = f"{PROMPT_VERSION}-{digest}"
    since = await used_since(store, prompt, clock.now().date())
    origin = replace(house.origin, prompt=prompt, since=since, classifier=read)
    return made_by(house, replace(origin, program=version("attune")), of_file)


def _classifier(network: Path, folder: Path) -> str:
    return digests.of_weights(network, folder) if network.exists() else ""
