"""ports.Model over a file on this machine: loaded in the background, asked as an endpoint is."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from adapters.local.serving import Served
from bot.errors import ModelUnreachable
from bot.model.remote import Endpoint, RemoteModel
from bot.tasks import start
from bot.words import Draft, Prompt

Loads = Callable[[], Served]


@dataclass(slots=True)
class LocalModel:
    """Streams replies of a model in this process; no word leaves this machine.

    Args:
        loads: loads and serves the file; it blocks, and is called once, in a thread.
        asked: how it is asked; its address and key are those it is served at.
    """

    loads: Loads
    asked: Endpoint
    _loading: "asyncio.Task[RemoteModel] | None" = field(default=None, repr=False)
    _served: list[Served] = field(default_factory=list, repr=False)

    @property
    def host(self) -> None:
        """None: the words stay on this machine."""

    def begin(self) -> None:
        """Starts loading, so that the first reply need not wait for all of it."""
        if self._loading is None:
            self._loading = start(self._loaded(), "local model")

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Draft, None]:
        """Yields the words of a reply; ends normally only if the reply is whole.

        Raises ModelUnreachable, also where the file cannot be loaded, ModelRefused or ModelCutOff.
        """
        remote = await self._ready()
        async with aclosing(remote.stream(prompt)) as drafts:
            async for draft in drafts:
                yield replace(draft, called="")  # the file's own name is known better here

    async def probe(self) -> None:
        """Raises a ModelError unless a tiny request is answered.

        That words come as they are written is not asked: nothing stands between that could hold
        them back, and a reply of one word comes at once.
        """
        remote = await self._ready()
        await remote.probe(must_stream=False)

    async def close(self) -> None:
        """Waits until it is loaded, if it is being loaded, and lets go of it."""
        if self._loading is None:
            return
        await asyncio.wait({self._loading})
        if not self._loading.cancelled() and self._loading.exception() is None:
            await self._loading.result().close()
        await asyncio.to_thread(self._served.clear)  # the last to hold a server ends it

    async def _ready(self) -> RemoteModel:
        self.begin()
        assert self._loading is not None
        try:
            return await asyncio.shield(self._loading)  # whoever leaves stops nobody's loading
        except ModelUnreachable as failure:
            raise ModelUnreachable(str(failure)) from None  # one for each who waits

    async def _loaded(self) -> RemoteModel:
        served = await asyncio.to_thread(self.loads)
        self._served.append(served)
        return RemoteModel(replace(self.asked, url=served.url, key=served.key))
