"""The address of a model, and a client that sends this program's headers and no others."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal, cast

import httpx2
from openai import AsyncOpenAI, DefaultAsyncHttpxClient
from openai.types.chat import ChatCompletionMessageParam

from bot.words import PromptLine


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is, how to ask it, and how long to wait for it (in seconds).

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


def message_of(line: PromptLine) -> ChatCompletionMessageParam:
    """Gives a line of the prompt, with its pictures, as the endpoint takes it."""
    shown = [{"type": "image_url", "image_url": {"url": one}} for one in line.images]
    content = [{"type": "text", "text": line.text}, *shown] if shown else line.text
    return cast(ChatCompletionMessageParam, {"role": line.role, "content": content})


def client_of(endpoint: Endpoint) -> AsyncOpenAI:
    """Gives a client with every setting named here."""
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
    """Gives a hook that sends these headers alone: no cookie, none of library or environment."""

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
