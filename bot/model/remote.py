"""ports.Model over the openai package: Chat Completions, streamed, under deadlines of its own.

A stream that fails often looks like one that ended, so a reply is whole only when a reason for
its end was seen and it holds words.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Literal, cast
from urllib.parse import urlsplit

import httpx2
from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    DefaultAsyncHttpxClient,
    OpenAIError,
)
from openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam

from bot import errors
from bot.errors import ModelCutOff, ModelError, ModelRefused, ModelUnreachable
from bot.model.arriving import arrived
from bot.model.thinking import Habit, Thinking
from bot.words import Draft, Prompt, PromptLine

# What comes out of the libraries: malformed events are a bare ValueError, deadlines TimeoutError.
_FOREIGN = (OpenAIError, httpx2.HTTPError, ValueError, TimeoutError)
_NOT_WHOLE = {
    "length": "The model ran out of room before it was finished.",
    "content_filter": "The endpoint's own filter stopped the reply.",
    "error": "The endpoint broke the reply off.",
}
_REFUSALS = {
    401: "did not accept the key",
    403: "did not accept the key",
    404: "knows no such address or model",
    429: "allows no more requests just now",
}
_NO_REPLY = "The endpoint answered, but not with a reply."
_AT_ONCE = "The endpoint answered, but its reply came at once and not piece by piece."
_DECLINED = "The model declined to answer."
_STOPPED = "The model stopped before it was finished."
_DEFAULT_PORTS = {"http": 80, "https": 443}
_TAIL_S = 1.0  # how long the end of a stream is waited for once the reply is whole
_PROBE = PromptLine("user", "Count from one to twenty, in words.")
_PROBE_TOKENS = 64
_PIECES = 2  # that arrive apart: less is no stream


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is, how it is asked, and how long it is waited for (in seconds).

    The deadlines count words that may be shown: not bytes, not thinking.
    """

    url: str
    name: str
    key: str = field(default="", repr=False)
    token_parameter: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"  # noqa: S105
    max_tokens: int = 800
    temperature: float = 0.7
    first_token_s: float = 60
    between_tokens_s: float = 30
    total_s: float = 300


class RemoteModel:
    """Proposes the words of an OpenAI-compatible endpoint; holds one client for its life."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._client = _client(endpoint)
        self._habit = Habit()

    @property
    def host(self) -> str:
        """The endpoint's host, with its port where that is unusual.

        A server on this machine is named too: it may pass the words on.
        """
        parts = urlsplit(self._endpoint.url)
        name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        is_usual = parts.port in (None, _DEFAULT_PORTS.get(parts.scheme))
        return name if is_usual else f"{name}:{parts.port}"

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Draft, None]:
        """Proposes words, piece by piece; ends normally only when the reply is whole.

        Raises ModelUnreachable or ModelRefused before any word, ModelCutOff after one; none of
        them says, or carries as its cause, what the endpoint or the library said.
        """
        reply, wait = _Reply(self._habit), _Wait(self._endpoint)
        error: Exception | None = None
        try:
            steps = self._steps(prompt.lines, self._endpoint.max_tokens, wait)
            async with aclosing(steps):
                async for step in steps:
                    if piece := reply.take(step):
                        yield Draft(piece)
                        wait.again(self._endpoint.between_tokens_s)
                    if reply.finish:
                        wait.again(_TAIL_S)
        except _FOREIGN as foreign:
            error = foreign
        if rest := reply.rest():
            yield Draft(rest)
        if failure := reply.failure(error):
            raise failure

    async def probe(self, *, must_stream: bool = True) -> None:
        """Raises a ModelError unless a tiny request is answered, in pieces that arrive apart."""
        error: Exception | None = None
        apart: int | None = None
        try:
            steps = self._steps((_PROBE,), _PROBE_TOKENS, _Wait(self._endpoint))
            async with aclosing(steps):
                apart = await arrived(steps, _PIECES if must_stream else 1)
        except _FOREIGN as foreign:
            error = foreign
        if error or apart is None:
            raise _told(error) if error else ModelRefused(_NO_REPLY)
        if must_stream and apart < _PIECES:
            raise ModelRefused(_AT_ONCE)

    async def close(self) -> None:
        """Lets go of connections."""
        await self._client.close()

    async def _steps(
        self, lines: Sequence[PromptLine], most_tokens: int, wait: "_Wait"
    ) -> AsyncGenerator["_Step", None]:
        async with asyncio.timeout_at(wait.until):
            stream = await self._client.chat.completions.create(
                model=self._endpoint.name,
                messages=[_message(line) for line in lines],
                temperature=self._endpoint.temperature,
                top_p=1,  # some servers take another default from the model's own files
                stream=True,
                extra_body={self._endpoint.token_parameter: most_tokens},
            )
        async with stream:
            while True:
                async with asyncio.timeout_at(wait.until):
                    chunk = await anext(stream, None)
                if chunk is None:
                    return
                yield _step(chunk)


class _Wait:
    """Until when the next words are waited for, on the event loop's clock."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._end = asyncio.get_running_loop().time() + endpoint.total_s
        self.until = self._end
        self.again(endpoint.first_token_s)

    def again(self, seconds: float) -> None:
        """Waits that long from now, and never beyond the whole reply's time."""
        self.until = min(asyncio.get_running_loop().time() + seconds, self._end)


@dataclass(frozen=True, slots=True)
class _Step:
    text: str = field(default="", repr=False)
    finish: str = ""
    is_piece: bool = False  # of words or of thinking
    is_declined: bool = False  # it holds words of a refusal, in the field for that


class _Reply:
    """What came of one reply so far, and so what its end means."""

    def __init__(self, habit: Habit) -> None:
        self.finish = ""
        self._thinking = Thinking(habit)
        self._has_begun = False
        self._has_words = self._is_declined = False

    def take(self, step: _Step) -> str:
        """Gives the words of a step that may be shown."""
        self._has_begun = True
        self.finish = step.finish or self.finish
        self._is_declined = self._is_declined or step.is_declined
        return self._counted(self._thinking.feed(step.text))

    def rest(self) -> str:
        """Gives the words held back until the end."""
        is_whole = bool(self.finish) and self.finish not in _NOT_WHOLE
        return self._counted(self._thinking.end(is_whole=is_whole))

    def failure(self, error: Exception | None) -> ModelError | None:
        """Gives why the reply is not whole; an error after its end does not count."""
        if not self._has_words and self._is_declined:
            return errors.ModelDeclined(_DECLINED)
        if not self._has_words and self.finish == "content_filter":
            return errors.ModelFiltered(_NOT_WHOLE[self.finish])
        if self.finish in _NOT_WHOLE:
            return ModelCutOff(_NOT_WHOLE[self.finish])
        if self._thinking.has_leaked or (self._thinking.is_open and self._has_words):
            return ModelCutOff(_STOPPED)
        if self.finish:
            return None if self._has_words else errors.ModelEmpty("The model gave an empty reply.")
        if self._has_words or (self._has_begun and error is None):
            return ModelCutOff(_STOPPED)
        return _told(error) if error else ModelRefused(_NO_REPLY)

    def _counted(self, text: str) -> str:
        self._has_words = self._has_words or bool(text.strip())
        return text


def _message(line: PromptLine) -> ChatCompletionMessageParam:
    shown = [{"type": "image_url", "image_url": {"url": one}} for one in line.images]
    content = [{"type": "text", "text": line.text}, *shown] if shown else line.text
    return cast(ChatCompletionMessageParam, {"role": line.role, "content": content})


def _step(chunk: object) -> _Step:
    # The library checks no type: an endpoint's error can come as a chunk whose choices are null.
    if not isinstance(chunk, ChatCompletionChunk) or not isinstance(chunk.choices, list):
        raise ValueError(_NO_REPLY)
    choice: object = chunk.choices[0] if chunk.choices else None
    delta = getattr(choice, "delta", None)
    text, finish = getattr(delta, "content", None), getattr(choice, "finish_reason", None)
    thought = getattr(delta, "reasoning_content", None) or getattr(delta, "reasoning", None)
    return _Step(
        text if isinstance(text, str) else "",
        finish if isinstance(finish, str) else "",
        is_piece=bool(text or thought),
        is_declined=bool(getattr(delta, "refusal", None)),
    )


def _told(error: Exception) -> ModelError:
    match error:
        case APITimeoutError() | TimeoutError() | httpx2.TimeoutException():
            return ModelUnreachable("The endpoint did not answer in time.")
        case APIStatusError():
            return _refusal(error.status_code)
        case APIConnectionError() | httpx2.HTTPError():
            return ModelUnreachable("The endpoint could not be reached.")
        case _:
            return ModelRefused(_NO_REPLY)


def _refusal(status: int) -> ModelError:
    if status >= 500:
        return ModelUnreachable(f"The endpoint is out of order (status {status}).")
    other = "points to another address" if status < 400 else "did not accept the request"
    return ModelRefused(f"The endpoint {_REFUSALS.get(status, other)} (status {status}).")


def _client(endpoint: Endpoint) -> AsyncOpenAI:
    # Whatever is None is read from the environment. A redirect could carry the key elsewhere, and
    # a proxy out of the environment would see words that nobody said go there.
    key = endpoint.key or "none"
    http = DefaultAsyncHttpxClient(
        follow_redirects=False, trust_env=False, event_hooks={"request": [_only_ours(key)]}
    )
    return AsyncOpenAI(
        api_key=key,
        admin_api_key="",
        organization="",
        project="",
        webhook_secret="",
        base_url=endpoint.url,
        max_retries=1,
        timeout=endpoint.total_s,
        http_client=http,
    )


def _only_ours(key: str) -> Callable[[httpx2.Request], Awaitable[None]]:
    """Gives a hook that sends these headers and no others: none of the library's, none set
    through the environment, no cookie."""

    async def replace(request: httpx2.Request) -> None:
        request.headers = httpx2.Headers(
            {
                "Host": request.url.netloc.decode("ascii"),
                "Authorization": f"Bearer {key}",
                "Accept": "text/event-stream, application/json",
                "Accept-Encoding": "identity",
                "Content-Type": "application/json",
                "Content-Length": str(len(request.content)),
                "User-Agent": "attune",
            }
        )

    return replace
