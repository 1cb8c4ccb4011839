"""ports.Model over the openai package: Chat Completions, streamed, under deadlines of its own.

The package asks, and tries again; what comes back is read here, from the bytes (`stream`).

A stream that fails often looks like one that ended, so a reply is whole only when a reason for
its end was seen and it holds words.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from urllib.parse import urlsplit

from bot.errors import ModelRefused
from bot.model.arriving import arrived
from bot.model.remote.endpoint import Endpoint, client_of, message_of
from bot.model.remote.failures import FOREIGN, NO_REPLY, translated
from bot.model.remote.reply import TAIL_S, Reply, Step, Wait
from bot.model.remote.stream import steps
from bot.model.thinking import Habit
from bot.words import Draft, Prompt, PromptLine

_AT_ONCE = "The endpoint answered, but its reply came at once and not piece by piece."
_DEFAULT_PORTS = {"http": 80, "https": 443}
_PROBE = PromptLine("user", "Count from one to twenty, in words.")
_PROBE_TOKENS = 64
_PIECES = 2  # that arrive apart: less is no stream


class RemoteModel:
    """Streams replies of an OpenAI-compatible endpoint, with one client for its whole life."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._client = client_of(endpoint)
        self._habit = Habit()

    @property
    def host(self) -> str:
        """The endpoint's host, with its port if that is unusual.

        A server on this machine is named too, because it may pass the words on.
        """
        parts = urlsplit(self._endpoint.url)
        name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        is_usual = parts.port in (None, _DEFAULT_PORTS.get(parts.scheme))
        return name if is_usual else f"{name}:{parts.port}"

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Draft, None]:
        """Yields the words of a reply; ends normally only if the reply is whole.

        Raises ModelUnreachable or ModelRefused before any word, ModelCutOff after one; none of them
        says, or carries as its cause, what the endpoint or the library said.
        """
        reply, wait = Reply(self._habit), Wait(self._endpoint)
        error: Exception | None = None
        try:
            async with aclosing(self._pieces(prompt, reply, wait)) as pieces:
                async for piece in pieces:
                    yield piece
        except FOREIGN as foreign:
            error = foreign
        if rest := reply.rest():
            yield Draft(rest, called=reply.called)
        if failure := reply.failure(error):
            raise failure

    async def probe(self, *, must_stream: bool = True) -> None:
        """Raises a ModelError unless a tiny request is answered in pieces that arrive apart."""
        error: Exception | None = None
        apart: int | None = None
        try:
            asked = self._steps((_PROBE,), _PROBE_TOKENS, Wait(self._endpoint))
            async with aclosing(asked):
                apart = await arrived(asked, _PIECES if must_stream else 1)
        except FOREIGN as foreign:
            error = foreign
        if error or apart is None:
            raise translated(error) if error else ModelRefused(NO_REPLY)
        if must_stream and apart < _PIECES:
            raise ModelRefused(_AT_ONCE)

    async def close(self) -> None:
        """Closes connections."""
        await self._client.close()

    async def _pieces(
        self, prompt: Prompt, reply: Reply, wait: Wait
    ) -> AsyncGenerator[Draft, None]:
        """Yields the words as they come, and sets a new deadline after each."""
        asked = self._steps(prompt.lines, self._endpoint.max_tokens, wait)
        async with aclosing(asked):
            async for step in asked:
                piece = reply.take(step)
                if piece:
                    yield Draft(piece, called=reply.called)
                self._wait_on(wait, reply, came=bool(piece))

    def _wait_on(self, wait: Wait, reply: Reply, *, came: bool) -> None:
        """Sets a new deadline after words, and the last one when the reply is whole."""
        if came:
            wait.again(self._endpoint.between_tokens_s)
        if reply.finish:
            wait.again(TAIL_S)

    async def _steps(
        self, lines: Sequence[PromptLine], most_tokens: int, wait: Wait
    ) -> AsyncGenerator[Step, None]:
        async with asyncio.timeout_at(wait.until):
            stream = await self._client.chat.completions.create(
                model=self._endpoint.name,
                messages=[message_of(line) for line in lines],
                temperature=self._endpoint.temperature,
                top_p=1,  # some servers take another default from the model's own files
                stream=True,
                extra_body={self._endpoint.token_parameter: most_tokens},
            )
        # The package would build a checked object of each chunk, at about what all the rest costs.
        async with stream, aclosing(steps(stream.response, wait)) as read:
            async for step in read:
                yield step
