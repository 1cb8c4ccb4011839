"""Attachments as words: text is read up to a limit, anything else is named as not readable."""

from collections import OrderedDict
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

import discord
from aiohttp import ClientError
from discord.http import HTTPClient

JSON = dict[str, Any]
MOST, MOST_BYTES, MOST_WORDS = 3, 64_000, 8_000
KEPT = 50
ENDINGS = frozenset({".txt", ".md", ".log", ".csv", ".json", ".yaml", ".yml", ".toml", ".py"})
HOSTS = ("discordapp.com", "discordapp.net")
READ = "[attached: {name}]\n{words}"
NOT_READ = "[attached: {name}, which I cannot read]"


class Attached:
    """Reads what is attached, from Discord's own hosts alone; a few are kept in memory."""

    def __init__(self, http: HTTPClient, api_url: str) -> None:
        self._http = http
        self._own = urlsplit(api_url).hostname or ""
        self._read: OrderedDict[str, str] = OrderedDict()

    async def words(self, message: JSON) -> str:
        """Gives what a message says, with what is attached to it as words."""
        said = str(message.get("content") or "")
        listed = message.get("attachments")
        found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        parts = [await self._one(one, is_read=place < MOST) for place, one in enumerate(found[:10])]
        return "\n\n".join(part for part in (said, *parts) if part)

    async def _one(self, one: JSON, *, is_read: bool) -> str:
        name = " ".join(str(one.get("filename") or "a file").split())[:80]
        words = await self._text(one) if is_read and self._may_read(one) else None
        if words is None:
            return NOT_READ.format(name=name)
        return READ.format(name=name, words=words[:MOST_WORDS])

    def _may_read(self, one: JSON) -> bool:
        host = urlsplit(str(one.get("url") or "")).hostname or ""
        is_own = host == self._own or any(host.endswith(f".{each}") for each in HOSTS)
        kind, ending = str(one.get("content_type") or ""), PurePath(str(one.get("filename"))).suffix
        is_text = kind.startswith("text/") or ending.lower() in ENDINGS
        return is_own and is_text and int(one.get("size") or 0) <= MOST_BYTES

    async def _text(self, one: JSON) -> str | None:
        key = str(one.get("id"))
        if key not in self._read:
            try:
                body = await self._http.get_from_cdn(str(one["url"]))
            except (discord.HTTPException, ClientError, OSError):
                return None
            self._read[key] = body[:MOST_BYTES].decode("utf-8", "replace")
            while len(self._read) > KEPT:
                self._read.popitem(last=False)
        return self._read[key]
