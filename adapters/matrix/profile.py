"""The account's name and picture: set where it has none, and nothing is ever overwritten."""

import asyncio
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import structlog

from adapters.matrix.avatar import picture
from adapters.matrix.errors import MatrixRefused
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.uploads import uploaded
from bot.errors import PlatformError

JSON = dict[str, Any]
PICTURED = "org.attune.pictured"  # in the account's data: it was given a picture once
log = structlog.get_logger()


async def named(home: Homeserver, name: str) -> str:
    """Sets the display name if there is none, or only the user's own, and gives the one shown."""
    shown = await _of(home, "displayname")
    if shown and shown != home.me[1:].partition(":")[0]:
        return shown
    with suppress(MatrixRefused):
        await home.raw("PUT", _path(home, "displayname"), {"displayname": name})
    return name


async def pictured(home: Homeserver) -> None:
    """Gives the account a picture, once: whoever takes it away later does not find it again."""
    data = f"/user/{quote(home.me, safe='')}/account_data/{PICTURED}"
    try:
        if await _of(home, "avatar_url") or await _found(home, data):
            return
        address = await uploaded(home, await asyncio.to_thread(picture), "image/png")
        await home.raw("PUT", _path(home, "avatar_url"), {"avatar_url": address})
        await home.raw("PUT", data, {"avatar_url": address})
    except PlatformError as failure:  # it is only how it looks
        log.info("matrix: the account has no picture", what=str(failure))


async def _of(home: Homeserver, what: str) -> str:
    shown = (await _found(home, _path(home, what))).get(what)
    return shown if isinstance(shown, str) else ""


async def _found(home: Homeserver, path: str) -> JSON:
    """Gives what is there, or an empty value where there is nothing."""
    try:
        return await home.raw("GET", path)
    except MatrixRefused as refused:
        if refused.code not in ("M_NOT_FOUND", "M_UNKNOWN"):
            raise
        return {}


def _path(home: Homeserver, what: str) -> str:
    return f"/profile/{quote(home.me, safe='')}/{what}"
