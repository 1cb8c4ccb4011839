"""The account's cross-signing keys: made at the first start, checked at each, refused if lost."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from adapters.matrix.errors import IdentityLost, WantsPassword
from adapters.matrix.files import SEEDS, Files
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.signing import CrossSigning

JSON = dict[str, Any]
MEND = "Restore the folder `matrix` from a backup, or run `attune matrix reset-identity`."


@dataclass(frozen=True, slots=True)
class Published:
    """What the homeserver publishes of the account: its master key, and one device's keys."""

    master: str | None
    device: JSON | None


async def published(home: Homeserver, device: str) -> Published:
    """Asks the homeserver for the published keys."""
    found = await home.raw("POST", "/keys/query", {"device_keys": {home.me: []}})
    keys = found.get("master_keys", {}).get(home.me, {}).get("keys", {})
    shown = found.get("device_keys", {}).get(home.me, {}).get(device)
    return Published(next(iter(keys.values()), None), shown)


def check_store(shown: Published, device: str, curve: str | None) -> None:
    """Refuses a lost or foreign crypto store; `curve` is the store's key, None for no store."""
    if shown.device is None:
        return
    known = shown.device.get("keys", {}).get(f"curve25519:{device}")
    if curve is None:
        raise IdentityLost(f"The keys of this device are gone from the folder `matrix`. {MEND}")
    if known != curve:
        raise IdentityLost(f"The crypto store is not the one of this device. {MEND}")


async def ensure(home: Homeserver, files: Files, device: str, password: str | None) -> None:
    """Makes the account sign its own device; a second call changes nothing (idempotent).

    Raises IdentityLost if the account has a master key that is not kept here.
    """
    shown = await published(home, device)
    ours = CrossSigning.load(home.me, files.read(SEEDS))
    if shown.master is None:
        ours = ours or CrossSigning.new(home.me)
        files.write(SEEDS, ours.dump())  # before the homeserver has them, or they could be lost
        await _upload(home, ours, password)
    elif ours is None or ours.public("master") != shown.master:
        raise IdentityLost(
            f"The account has cross-signing keys that are not in the folder `matrix`. {MEND}"
        )
    await _sign(home, ours, shown.device or (await published(home, device)).device)


async def renew(home: Homeserver, files: Files, device: str, password: str) -> None:
    """Gives the account new cross-signing keys in place of the old ones."""
    fresh = CrossSigning.new(home.me)
    files.write(SEEDS, fresh.dump())
    await _upload(home, fresh, password)
    await _sign(home, fresh, (await published(home, device)).device)


async def _upload(home: Homeserver, keys: CrossSigning, password: str | None) -> None:
    request = Request("POST", "/keys/device_signing/upload", keys.upload())
    await with_password(home, request, password)


class Request(NamedTuple):
    """One request to the homeserver."""

    method: str
    path: str
    body: JSON


async def with_password(home: Homeserver, request: Request, password: str | None) -> JSON:
    """Sends a request, and again with the account's password if it needs that."""
    try:
        return await home.raw(*request)
    except WantsPassword as wanted:
        if password is None:
            raise
        user = {"type": "m.id.user", "user": home.me}
        auth = {"type": "m.login.password", "identifier": user, "password": password}
        auth |= {"session": wanted.session}
        return await home.raw(*request._replace(body={**request.body, "auth": auth}))


async def _sign(home: Homeserver, keys: CrossSigning, device: JSON | None) -> None:
    if device is None or keys.has_signed(device):
        return
    name = str(device.get("device_id"))
    body = {home.me: {name: keys.signed(device)}}
    await home.raw("POST", "/keys/signatures/upload", body)


def store_file(files: Files, user: str, device: str) -> Path:
    """Gives the file of a device's crypto store."""
    return files.folder / f"{user}_{device}.db"
