"""A trial sign-in for the doctor; the device it makes is signed out again."""

import asyncio
from contextlib import suppress
from urllib.parse import quote

from nio import AsyncClient
from pydantic import SecretStr

from adapters.matrix.errors import MatrixRefused, SignedOut
from adapters.matrix.homeserver import JSON, Homeserver
from adapters.matrix.identity import published
from bot.errors import PlatformError
from bot.settings import Settings

Told = tuple[bool, str]
LONGEST_S = 30.0
ASIDE_S = 5.0
DEVICE_NAME = "Attune doctor"
FIRST = "at the first `attune serve`"


async def tried(settings: Settings) -> tuple[Told, ...]:
    """Says whether the account of the settings can sign in, and what must be done first."""
    client = AsyncClient(settings.matrix_homeserver, settings.matrix_user)
    home, password = Homeserver(client), settings.matrix_password
    try:
        async with asyncio.timeout(LONGEST_S):
            if settings.matrix_access_token is not None:
                return await _with_token(home, settings, settings.matrix_access_token)
            return await _with_password(home, settings, password or SecretStr(""))
    except SignedOut:
        return ((False, "login: ATTUNE_MATRIX_ACCESS_TOKEN opens nothing; set a new one"),)
    except PlatformError as error:
        return ((False, f"login: {error}"),)
    except TimeoutError:
        return ((False, "login: the homeserver took too long to answer"),)
    finally:
        await client.close()


async def _with_token(home: Homeserver, settings: Settings, token: SecretStr) -> tuple[Told, ...]:
    home.client.access_token = token.get_secret_value()
    me = await home.once("GET", "/account/whoami")
    if me.get("user_id") != settings.matrix_user:
        return ((False, "login: the token is another account's; mend ATTUNE_MATRIX_USER"),)
    if me.get("device_id") != settings.matrix_device_id:
        return ((False, "login: the token is another device's; mend ATTUNE_MATRIX_DEVICE_ID"),)
    return ((True, "login: the token opens the account"), await _signing(home))


async def _with_password(
    home: Homeserver, settings: Settings, password: SecretStr
) -> tuple[Told, ...]:
    flows = (await home.once("GET", "/login")).get("flows", [])
    if not any(isinstance(one, dict) and one.get("type") == "m.login.password" for one in flows):
        return ((False, "login: nobody signs in with a password there; set an access token"),)
    user, secret = settings.matrix_user, password.get_secret_value()
    try:
        made = await _signed_in(home, user, secret)
    except MatrixRefused as refused:
        return (await _why(home, user, secret, refused),)
    try:
        if made.get("user_id") != user:
            return (_is_called(made),)
        return ((True, "login: the homeserver takes the password"), await _signing(home))
    finally:
        await _signed_out(home)


async def _signed_in(home: Homeserver, user: str, password: str) -> JSON:
    who = {"type": "m.id.user", "user": user}
    body = {"type": "m.login.password", "identifier": who, "password": password}
    made = await home.once("POST", "/login", {**body, "initial_device_display_name": DEVICE_NAME})
    home.client.access_token = str(made.get("access_token", ""))
    return made


async def _signed_out(home: Homeserver) -> None:
    with suppress(PlatformError):
        await home.once("POST", "/logout", {})
    home.client.access_token = ""


async def _why(home: Homeserver, user: str, password: str, refused: MatrixRefused) -> Told:
    """Says which of password, name and domain is wrong, as far as the homeserver tells."""
    if refused.code == "M_USER_DEACTIVATED":
        return False, f"login: the account {user} is deactivated; make another"
    with suppress(MatrixRefused):
        made = await _signed_in(home, user[1:].partition(":")[0], password)
        await _signed_out(home)
        return _is_called(made)
    if not await _is_there(home, user):
        return (
            False,
            f"login: there is no account {user} there; make it, or mend ATTUNE_MATRIX_USER",
        )
    return False, f"login: the password is not that of {user}; mend ATTUNE_MATRIX_PASSWORD"


def _is_called(made: JSON) -> Told:
    name = str(made.get("user_id"))[:255]
    return False, f"login: the account is called {name} there; set ATTUNE_MATRIX_USER to that"


async def _is_there(home: Homeserver, user: str) -> bool:
    """Returns whether the homeserver has the account, or True if it does not tell."""
    name = quote(user[1:].partition(":")[0])
    with suppress(PlatformError, TimeoutError):
        async with asyncio.timeout(ASIDE_S):
            free = await home.once("GET", f"/register/available?username={name}")
            return free.get("available") is not True
    return True


async def _signing(home: Homeserver) -> Told:
    """Says whether another client made cross-signing keys for the account."""
    me = await home.once("GET", "/account/whoami")
    home.client.user_id = str(me.get("user_id"))
    if (await published(home, "")).master is None:
        return True, f"cross-signing: none yet; made {FIRST}"
    return False, (
        "cross-signing: another client made the account's keys; run `attune matrix "
        "reset-identity` once, then `attune serve`"
    )
