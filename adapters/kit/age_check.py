"""The operator's age check over HTTP: one question a person, answered adult, minor or unknown.

POST as JSON `{"token": …, "person": …}`, with `"id"` where the setting says so, and the key as a
bearer token. The answer is `{"token": …, "answer": "adult" | "minor" | "unknown"}` with the token
of the question, so that no answer of before counts. Anything else, a late answer and a redirect
say that nothing is known (docs/law.md).
"""

import asyncio
import json
import secrets
from dataclasses import dataclass, field

import httpx2
import structlog

from bot.duties import AgeAnswer, answer_named
from bot.ids import PersonId

log = structlog.get_logger()
MOST = 4_096  # bytes of an answer
NOBODY = "nobody"  # whom `attune doctor` asks about
FAILURES = (httpx2.HTTPError, TimeoutError, ValueError)


@dataclass(frozen=True, slots=True)
class HttpAgeCheck:
    """Asks one address.

    Args:
        tells_id: whether the platform's id leaves beside the pseudonym.
    """

    url: str
    key: str = field(default="", repr=False)
    seconds: float = 3
    tells_id: bool = False
    client: httpx2.AsyncClient = field(default_factory=httpx2.AsyncClient, repr=False)

    async def answer(self, pseudonym: str, person: PersonId) -> AgeAnswer:
        """Gives what the address knows; unknown where it fails, or is late."""
        about = {"person": pseudonym} | ({"id": str(person)} if self.tells_id else {})
        try:
            return await self._asked(about)
        except FAILURES as failure:
            log.warning("the age check gave no answer", error=type(failure).__name__)
            return "unknown"

    async def works(self) -> bool:
        """Returns whether the address answers a question about nobody as its protocol says."""
        try:
            await self._asked({"person": NOBODY})
        except FAILURES:
            return False
        return True

    async def _asked(self, about: dict[str, str]) -> AgeAnswer:
        """Gives the answer to one question. Raises one of FAILURES."""
        token = secrets.token_urlsafe(24)
        async with asyncio.timeout(self.seconds):
            return _read(await self._posted({"token": token, **about}), token)

    async def close(self) -> None:
        """Closes connections."""
        await self.client.aclose()

    async def _posted(self, asked: dict[str, str]) -> bytes:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        body = b""
        async with self.client.stream("POST", self.url, json=asked, headers=headers) as response:
            if response.status_code != httpx2.codes.OK:
                raise ValueError("no answer")
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > MOST:
                    raise ValueError("too long")
        return body


def _read(body: bytes, token: str) -> AgeAnswer:
    """Gives the answer of a body, where it answers this very question."""
    said = json.loads(body)
    if not isinstance(said, dict) or said.get("token") != token:
        raise ValueError("another question's answer")
    return answer_named(said.get("answer"))
