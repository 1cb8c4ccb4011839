"""A homeserver behind a proxy, the bot as a process of its own, and people."""

import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.platforms.matrix_people import PASSWORD
from tests.platforms.matrix_process import Bot, bot, echo
from tests.platforms.matrix_town import Town
from tests.platforms.model_server import Answer, Body, ModelServer
from tests.platforms.proxy import Proxy
from tests.platforms.synapse import Synapse

_numbers = itertools.count()


class Scene:
    """A homeserver behind a proxy, the bot as a process, and people."""

    def __init__(self, hs: Synapse, proxy: Proxy, one: Bot, town: Town, model: ModelServer) -> None:
        self.hs, self.proxy, self.bot, self.town, self.model = hs, proxy, one, town, model


@asynccontextmanager
async def scene(
    hs: Synapse, folder: Path, *names: str, rule: str = "", script: Callable[[Body], Answer] = echo
) -> AsyncIterator[Scene]:
    """Sets it up on a homeserver; the people have no rooms yet, and the bot is not started."""
    number = next(_numbers)
    user = f"attune-{number}"
    await hs.register(user, PASSWORD)
    async with ModelServer(script) as model:
        proxy = Proxy(hs.url)
        await proxy.start()
        one = bot(folder / "bot", proxy.url, model.url, f"@{user}:example.org")
        one.rule = rule
        town = Town(hs, f"@{user}:example.org", tuple(f"{name}-{number}" for name in names))
        try:
            yield Scene(hs, proxy, one, town, model)
        finally:
            if one.process is not None:
                await one.kill()
            await town.close()
            await proxy.close()


async def once_each(s: Scene, patience_s: float = 150) -> None:
    """Checks that each message was answered exactly once, and that all of it could be read."""
    found = await s.town.answered(patience_s)
    missing = sorted(set(s.town.said.values()) - set(found))
    unreadable = sum(person.unreadable for person in s.town.people)
    told = f"{len(missing)} of {len(s.town.said)} unanswered, {unreadable} unreadable"
    assert not missing, f"{told}\n{''.join(s.bot.lines[-20:])}"
    assert max(found.values()) == 1
    assert unreadable == 0
