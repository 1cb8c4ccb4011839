"""What `attune setup` does on Matrix: finds a homeserver, and signs the bot's device in."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from nio import AsyncClient

from adapters.matrix import reaching
from adapters.matrix.devices import reset_identity
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.serve import sign_own_device
from adapters.matrix.session import Session
from bot.settings import Settings

Told = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A homeserver's address, the domain of its accounts as far as known, and what was seen."""

    url: str
    domain: str
    told: Told


async def found(typed: str) -> Found:
    """Finds the homeserver of a domain, an account or an address, as clients find it."""
    name = typed.rpartition(":")[2] if typed.startswith("@") else typed
    given = name if "://" in name else f"https://{name}"
    where = given.rstrip("/") if "://" in name else await _of_domain(given)
    told = await reaching.homeserver(where)
    if not told[0] and (elsewhere := await reaching.published(where)):
        where, told = elsewhere, await reaching.homeserver(elsewhere)
    return Found(where, _domain(given), told)


def _domain(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # as `told` says
        return ""


async def _of_domain(domain: str) -> str:
    """Gives the address that a domain publishes, or the domain's own."""
    return await reaching.published(domain) or domain


def whole(account: str, domain: str) -> str:
    """Gives an account's full name, with the domain where only its first part was typed."""
    return account if account.startswith("@") else f"@{account}:{domain}"


async def whose(url: str, token: str) -> tuple[str, str]:
    """Gives the account and the device that a token belongs to. Raises PlatformError."""
    client = AsyncClient(url)
    client.access_token = token
    try:
        me = await Homeserver(client).once("GET", "/account/whoami")
    finally:
        await client.close()
    return str(me.get("user_id")), str(me.get("device_id") or "")


async def signed(session: Session, settings: Settings) -> str:
    """Signs in on the folder's one device and signs it; gives its id. Raises PlatformError.

    `attune serve` goes on from there: a second call makes no second device.
    """
    try:
        await session.sign_in()
        await sign_own_device(session, settings)
    finally:
        await session.close()
    return session.device


async def signed_anew(begin: Callable[[], Session], password: str) -> str:
    """Gives the account fresh keys, signs the device with them, and gives its id."""
    return await reset_identity(begin, password)
