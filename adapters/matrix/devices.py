"""The devices of the account, and a new identity if the old one is lost."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from nio import Response

from adapters.matrix.errors import (
    MatrixRefused,
    OtherAccount,
    Transient,
    patiently,
    request_once,
)
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.identity import Request, renew, store_file, with_password
from adapters.matrix.session import DEVICE_NAME, Session
from bot.errors import PlatformError

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Device:
    """One device of the account, as the homeserver lists it."""

    id: str
    name: str
    seen: datetime | None
    is_this: bool

    @property
    def is_old_own(self) -> bool:
        """Returns whether Attune made this device and no longer uses it."""
        return self.name == DEVICE_NAME and not self.is_this


async def listed(session: Session) -> tuple[Device, ...]:
    """Lists the account's devices, the latest used first. Raises PlatformError."""
    await session.take_up()
    found = (await session.home.raw("GET", "/devices")).get("devices", [])
    each = [_device(one, session.device) for one in found if isinstance(one, dict)]
    return tuple(sorted(each, key=lambda one: one.seen or datetime.min.replace(tzinfo=UTC))[::-1])


async def remove(session: Session, device: str, password: str | None) -> None:
    """Signs a device out for ever. Raises WantsPassword if one is needed and None is given."""
    path = f"/devices/{quote(device, safe='')}"
    await with_password(session.home, Request("DELETE", path, {}), password)


async def reset_identity(begin: Callable[[], Session], password: str) -> str:
    """Makes a new identity, on a new device if the old keys are lost, and gives its id.

    The password is used and not kept. What only the old device could read stays unreadable.

    Args:
        begin: gives a session that has sent nothing yet; each is closed here.
    """
    old = await _taken_up(begin)
    session = begin()
    try:
        if old is None:
            await _anew(session, password)
        else:
            await session.sign_in()
        await upload_keys(session.home)
        await renew(session.home, session.files, session.device, password)
    finally:
        await session.close()
    return session.device


async def _taken_up(begin: Callable[[], Session]) -> str | None:
    """Gives the device of the folder if its keys are here and match the published ones."""
    session = begin()
    try:
        await session.sign_in()
    except PlatformError as lost:
        if isinstance(lost, OtherAccount | Transient):
            raise
        return None
    finally:
        await session.close()
    return session.device


async def upload_keys(home: Homeserver) -> None:
    """Publishes the device's keys on the homeserver, as every start does. Raises PlatformError."""

    async def upload() -> None:
        if home.client.should_upload_keys:
            await request_once(home.client.keys_upload, Response)

    await patiently(upload)


async def _anew(session: Session, password: str) -> None:
    """Signs in on a new device, signs the old one out, and sets its crypto store aside."""
    old = session.named()
    session.forget()
    await session.log_in(password, None)
    await session.open_store()
    if old is not None:
        with suppress(MatrixRefused):  # it is gone already
            await remove(session, old, password)
        store = store_file(session.files, session.home.me, old)
        if store.exists():
            shutil.move(store, store.with_name(f"old-{store.name}"))


def _device(one: JSON, this: str) -> Device:
    seen = one.get("last_seen_ts")
    at = datetime.fromtimestamp(seen / 1000, UTC) if isinstance(seen, int) else None
    name = str(one.get("display_name") or "")
    return Device(str(one.get("device_id")), name, at, one.get("device_id") == this)
