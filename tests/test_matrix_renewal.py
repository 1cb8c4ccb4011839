"""An ended session is begun anew once, whoever meets it first, and nobody's request is lost."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from nio import AsyncClient

from adapters.matrix.errors import SignedOut
from adapters.matrix.renewal import RenewingClient


class Home:
    """A homeserver that knows one token; its clients ask it at `send`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.token, self.logins, self.asked = "t0", 0, list[str]()
        monkeypatch.setattr(AsyncClient, "send", self._asked)
        self.client = RenewingClient("http://127.0.0.1:9")
        self.client.access_token, self.client.renew = "t0", self.log_in

    async def _asked(
        self, _method: str, path: str, _data: Any, headers: dict[str, str], *_more: Any
    ) -> SimpleNamespace:
        await asyncio.sleep(0)
        self.asked.append(path)
        is_known = headers.get("Authorization") == f"Bearer {self.token}" or path == "/login"

        async def json(**_how: object) -> dict[str, str]:
            return {} if is_known else {"errcode": "M_UNKNOWN_TOKEN"}

        return SimpleNamespace(status=200 if is_known else 401, headers={}, json=json)

    async def log_in(self) -> None:
        await self.client.send("POST", "/login", None, {})
        self.logins += 1
        self.token = self.client.access_token = f"t{self.logins}"

    async def ask(self) -> int:
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        answer = await self.client.send("GET", "/a", None, headers)
        return int(answer.status)


async def test_many_requests_sign_in_once_and_are_all_sent_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = Home(monkeypatch)
    home.token = "ended"
    assert await asyncio.gather(*(home.ask() for _ in range(5))) == [200] * 5
    assert (home.logins, home.asked.count("/a")) == (1, 10)


async def test_a_token_that_is_never_taken_and_a_failed_sign_in_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = Home(monkeypatch)

    async def for_nothing() -> None:
        home.logins += 1

    home.token, home.client.renew = "ended", for_nothing
    assert (await home.ask(), home.logins) == (401, 3)

    async def refused() -> None:
        raise SignedOut

    home.client.renew = refused
    with pytest.raises(SignedOut):
        await home.ask()
    home.client.renew = None
    assert await home.ask() == 401
