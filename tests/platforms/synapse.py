"""Synapse, a real Matrix homeserver, as a process of its own on a free port."""

import asyncio
import hashlib
import hmac
import json
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.platforms.install import HOMESERVER, free_port

HERE = pytest.mark.skipif(
    not HOMESERVER.exists(), reason="Synapse is not installed: make test installs it"
)
ONE_THREAD = Path(__file__).parent / "peers" / "one_thread.py"
NAME = "example.org"
SECRET = "for tests only"
NO_LIMIT = {"per_second": 10_000, "burst_count": 10_000}
LIMITS: dict[str, Any] = {
    "rc_message": NO_LIMIT,
    "rc_registration": NO_LIMIT,
    "rc_login": {"address": NO_LIMIT, "account": NO_LIMIT, "failed_attempts": NO_LIMIT},
    "rc_admin_redaction": NO_LIMIT,
    "rc_joins": {"local": NO_LIMIT, "remote": NO_LIMIT},
    "rc_joins_per_room": NO_LIMIT,
    "rc_invites": {"per_room": NO_LIMIT, "per_user": NO_LIMIT, "per_issuer": NO_LIMIT},
    "rc_room_creation": NO_LIMIT,
    "rc_key_requests": NO_LIMIT,
}


@dataclass
class Synapse:
    """One homeserver in a folder: started, killed and started again on the same port."""

    folder: Path
    limits: dict[str, Any] = field(default_factory=lambda: LIMITS)
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Starts it, and returns once it answers."""
        self.port = self.port or free_port()
        self.process = self._begun()
        await self._ready()

    async def stop(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Ends it, as a crash does where nothing else is said."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            await asyncio.to_thread(self.process.wait)

    async def register(self, name: str, password: str) -> None:
        """Makes an account, as an operator of the homeserver does."""
        where = f"{self.url}/_synapse/admin/v1/register"
        async with _asking() as client:
            nonce = (await client.get(where)).json()["nonce"]
            said = "\0".join((nonce, name, password, "notadmin")).encode()
            mac = hmac.new(SECRET.encode(), said, hashlib.sha1).hexdigest()
            body = {"nonce": nonce, "username": name, "password": password, "admin": False}
            made = await client.post(where, json={**body, "mac": mac})
            assert made.status_code == 200

    async def token(self, name: str, password: str) -> dict[str, str]:
        """Signs in beside every client, and gives a token and its device."""
        user = {"type": "m.id.user", "user": name}
        body = {"type": "m.login.password", "identifier": user, "password": password}
        async with _asking() as client:
            made = await client.post(f"{self.url}/_matrix/client/v3/login", json=body)
        found: dict[str, str] = made.json()
        return found

    def _begun(self) -> "subprocess.Popen[bytes]":
        """Gives its process, which no event loop owns: the tests of several loops share it."""
        (self.folder / "homeserver.yaml").write_text(json.dumps(self._settings()), "utf-8")
        (self.folder / "log.yaml").write_text(json.dumps(_LOG), "utf-8")
        return subprocess.Popen(
            (str(HOMESERVER), str(ONE_THREAD), "-c", "homeserver.yaml"),
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    async def _ready(self) -> None:
        async with _asking() as client:
            for _ in range(600):
                with suppress(httpx2.TransportError):
                    await client.get(f"{self.url}/_matrix/client/versions")
                    return
                assert self.process is not None
                assert self.process.poll() is None
                await asyncio.sleep(0.1)
        raise TimeoutError

    def _settings(self) -> dict[str, Any]:
        listener = {"port": self.port, "bind_addresses": ["127.0.0.1"], "type": "http"}
        return {
            "server_name": NAME,
            "report_stats": False,
            "listeners": [{**listener, "resources": [{"names": ["client", "media"]}]}],
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "hs.db")}},
            "log_config": str(self.folder / "log.yaml"),
            "registration_shared_secret": SECRET,
            "enable_registration": True,
            "enable_registration_without_verification": True,
            "signing_key_path": str(self.folder / "signing.key"),
            "max_upload_size": "1M",
            "media_store_path": str(self.folder / "media"),
            "macaroon_secret_key": SECRET,
            "form_secret": SECRET,
            "trusted_key_servers": [],
            "federation_domain_whitelist": [],
            "filter_timeline_limit": -1,  # people here read all; the bot asks for a hundred
            "bcrypt_rounds": 4,  # the slowest thing a homeserver does, and not what is tested
            "presence": {"enabled": False},
            **self.limits,
        }


def _asking() -> httpx2.AsyncClient:
    """Gives a client without what only HTTPS needs: reading its certificates takes the longest."""
    return httpx2.AsyncClient(verify=False)


_LOG = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"none": {"class": "logging.NullHandler"}},
    "root": {"level": "ERROR", "handlers": ["none"]},
}


@asynccontextmanager
async def synapse(folder: Path, limits: dict[str, Any] | None = None) -> AsyncIterator[Synapse]:
    """Serves a homeserver while it is entered; `limits` {} leaves its own limits on."""
    (where := folder / "synapse").mkdir()
    server = Synapse(where, LIMITS if limits is None else limits)
    try:
        await server.start()
        yield server
    finally:
        await server.stop()
