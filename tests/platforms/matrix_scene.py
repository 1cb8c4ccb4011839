"""A homeserver behind a proxy, the bot as a process of its own, and people."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.platforms.matrix_process import Bot, bot, echo
from tests.platforms.matrix_town import Town
from tests.platforms.model_server import Answer, Body, ModelServer
from tests.platforms.proxy import Proxy
from tests.platforms.synapse import LIMITS, Synapse, synapse


class Scene:
    """A homeserver behind a proxy, the bot as a process, and people."""

    def __init__(self, hs: Synapse, proxy: Proxy, one: Bot, town: Town) -> None:
        self.hs, self.proxy, self.bot, self.town = hs, proxy, one, town


@asynccontextmanager
async def scene(
    folder: Path,
    *names: str,
    rule: str = "",
    limits: dict[str, Any] = LIMITS,
    script: Callable[[Body], Answer] = echo,
) -> AsyncIterator[Scene]:
    """Sets it up; the people have no rooms yet, and the bot is not started."""
    async with synapse(folder, limits) as hs, ModelServer(script) as model:
        await hs.register("attune", "only for tests")
        proxy = Proxy(hs.url)
        await proxy.start()
        one = bot(folder / "bot", proxy.url, model.url)
        one.rule = rule
        town = Town(hs, "@attune:example.org", names)
        try:
            yield Scene(hs, proxy, one, town)
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
