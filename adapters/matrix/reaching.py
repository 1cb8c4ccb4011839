"""Whether a homeserver answers at an address, checked within a few seconds."""

from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientSSLError,
    ClientTimeout,
    ContentTypeError,
    ServerDisconnectedError,
)

from bot.logs import reason

JSON = dict[str, Any]
Told = tuple[bool, str]
LONGEST_S = 8.0
SETTING = "ATTUNE_MATRIX_HOMESERVER"


async def homeserver(where: str, longest_s: float = LONGEST_S) -> Told:
    """Says whether a homeserver answers at an address, and what to do if none does."""
    where = where.rstrip("/")
    async with ClientSession(timeout=ClientTimeout(longest_s)) as session:
        try:
            answer = await _read(session, f"{where}/_matrix/client/versions")
        except (ClientError, OSError, ValueError) as broken:  # a timeout is an OSError
            return False, f"homeserver at {where}: {_why(where, broken)} Check {SETTING}."
        if isinstance(answer.get("versions"), list):
            return True, f"homeserver at {where}: it answers"
        elsewhere = await _named(session, where)
    if elsewhere:
        return False, f"homeserver at {where}: it is at {elsewhere}. Set {SETTING} to that."
    return False, (
        f"homeserver at {where}: a web server answers there, and it is no homeserver. Check "
        f"{SETTING}: it is the address that clients use."
    )


async def published(where: str, longest_s: float = LONGEST_S) -> str:
    """Gives the homeserver's address that a domain publishes for clients, or an empty text."""
    async with ClientSession(timeout=ClientTimeout(longest_s)) as session:
        return await _named(session, where.rstrip("/"))


async def _read(session: ClientSession, url: str) -> JSON:
    """Gives the JSON at an address, or an empty value if there is none."""
    async with session.get(url) as answer:
        try:
            found = await answer.json(content_type=None)
        except (ContentTypeError, ValueError):
            return {}
    return found if isinstance(found, dict) else {}


async def _named(session: ClientSession, where: str) -> str:
    """Gives the homeserver's address that a domain publishes, or an empty text."""
    try:
        found = await _read(session, f"{where}/.well-known/matrix/client")
    except (ClientError, OSError, ValueError):
        return ""
    named = found.get("m.homeserver")
    url = str(named.get("base_url") or "") if isinstance(named, dict) else ""
    is_address = url.startswith(("https://", "http://")) and url.isprintable() and len(url) < 200
    return url.rstrip("/") if is_address and url.rstrip("/") != where else ""


def _why(where: str, broken: Exception) -> str:
    is_secure = where.startswith("https:")
    if isinstance(broken, ClientSSLError) and "CERTIFICATE" in str(broken).upper():
        return "its certificate is not one that this machine trusts."
    if isinstance(broken, TimeoutError):
        other = "http" if is_secure else "https"
        return f"nothing came for {LONGEST_S:.0f} seconds; it may speak {other} and not this."
    if isinstance(broken, ClientSSLError) or (is_secure and isinstance(broken, ConnectionError)):
        return "it does not speak https; it may speak http."
    if isinstance(broken, ServerDisconnectedError | ConnectionResetError):
        return "it closed the connection; it may speak https and not http."
    if isinstance(broken, ClientConnectorError):
        return "nothing answers there."
    return f"{reason(broken)}."
