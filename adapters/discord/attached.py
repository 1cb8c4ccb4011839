"""Attachments as words: text files are read up to a limit, all others only named as unreadable."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

import discord
from aiohttp import ClientError
from discord.http import HTTPClient

from adapters.discord import worded
from adapters.discord.typed import brings_a_file
from bot.bounded import BoundedMap
from bot.commands.of_data import NoFile
from bot.commands.values import Command, Import
from bot.export.taking_in import MOST_BYTES as MOST_BROUGHT

JSON = dict[str, Any]
MOST, MOST_BYTES, MOST_WORDS = 3, 64_000, 8_000
KEPT = 50
MOST_NAMED, MOST_IMAGES, MOST_OF_AN_IMAGE = 10, 4, 4_000_000
IMAGES = ("image/png", "image/jpeg", "image/webp", "image/gif")
ENDINGS = frozenset({".txt", ".md", ".log", ".csv", ".json", ".yaml", ".yml", ".toml", ".py"})
HOSTS = ("discordapp.com", "discordapp.net")
READ = "[attached: {name}]\n{words}"
CANNOT_READ = ", which I cannot read]"
NOT_READ = f"[attached: {{name}}{CANNOT_READ}"
FORWARDED = "[forwarded, and not said by whom]\n{words}"


class Attached:
    """Reads attachments from Discord's own hosts alone, and keeps a few in an LRU cache."""

    def __init__(self, http: HTTPClient, api_url: str, *, takes_images: bool = False) -> None:
        self._http, self._takes_images = http, takes_images
        self._own = urlsplit(api_url).hostname or ""
        self._read = BoundedMap[str, str](KEPT)

    async def words(self, message: JSON) -> str:
        """Gives the words of a message, of its attachments and of what it forwards."""
        forwarded = await self.forwarded(message)
        told = FORWARDED.format(words=forwarded) if forwarded else ""
        return "\n\n".join(part for part in (await self.own(message), told) if part)

    async def said(self, message: JSON, bare: Callable[[str], str]) -> str:
        """Gives the words of a message; a file that a command brings is no part of what is said.

        Args:
            bare: gives words without the mention of the bot.
        """
        words = worded.own(message)
        return words if brings_a_file(bare(words)) else await self.words(message)

    async def own(self, message: JSON) -> str:
        """Gives a person's own words, with what they attached as words."""
        found = worded.attached(message)[:MOST_NAMED]
        parts = [await self._one(one, is_read=place < MOST) for place, one in enumerate(found)]
        return "\n\n".join(part for part in (worded.own(message), *parts) if part)

    async def can_read(self, message: JSON) -> bool:
        """Returns whether an attachment has words, or is a picture that the models take."""
        found = worded.attached(message)[:MOST]
        parts = [await self._one(one, is_read=True) for one in found]
        return any(not part.endswith(CANNOT_READ) for part in parts)

    async def forwarded(self, message: JSON) -> str:
        """Gives the words of the messages that a message forwards, and of their attachments."""
        each = [await self.own(one) for one in worded.snapshots(message)]
        return "\n\n".join(part for part in each if part)

    async def images(self, message: JSON) -> tuple[str, ...]:
        """Gives a message's pictures as data addresses, or none if the models take no pictures."""
        if not self._takes_images:
            return ()
        wanted = [one for one in worded.attached(message) if self._is_own(one) and _is_image(one)]
        bodies = [await self._body(one) for one in wanted[:MOST_IMAGES]]
        pairs = zip(wanted, bodies, strict=False)
        return tuple(_data(one, body) for one, body in pairs if body is not None)

    async def brought(self, command: Command, files: Sequence[JSON]) -> Command:
        """Gives a command with what is in the file that came with it, if it brings one."""
        if not isinstance(command, Import):
            return command
        return replace(command, file=await self._file(files[0]) if files else NoFile.NONE)

    async def _file(self, one: JSON) -> bytes | NoFile:
        if int(one.get("size") or 0) > MOST_BROUGHT:
            return NoFile.TOO_LARGE
        body = await self._body(one) if self._is_own(one) else None
        return body if body is not None else NoFile.UNREADABLE

    async def _one(self, one: JSON, *, is_read: bool) -> str:
        name = " ".join(str(one.get("filename") or "a file").split())[:80]
        if self._takes_images and _is_image(one):
            return f"[attached: {name}]"
        words = await self._text(one) if is_read and self._may_read(one) else None
        if words is None:
            return NOT_READ.format(name=name)
        return READ.format(name=name, words=words[:MOST_WORDS])

    def _may_read(self, one: JSON) -> bool:
        kind, ending = str(one.get("content_type") or ""), PurePath(str(one.get("filename"))).suffix
        is_text = kind.startswith("text/") or ending.lower() in ENDINGS
        return self._is_own(one) and is_text and int(one.get("size") or 0) <= MOST_BYTES

    def _is_own(self, one: JSON) -> bool:
        """Returns whether an attachment lies on one of Discord's own hosts."""
        host = urlsplit(str(one.get("url") or "")).hostname or ""
        return host == self._own or any(host.endswith(f".{each}") for each in HOSTS)

    async def _body(self, one: JSON) -> bytes | None:
        try:
            return await self._http.get_from_cdn(str(one["url"]))
        except (discord.HTTPException, ClientError, OSError):
            return None

    async def _text(self, one: JSON) -> str | None:
        key = str(one.get("id"))
        if key not in self._read:
            body = await self._body(one)
            if body is None:
                return None
            self._read[key] = body[:MOST_BYTES].decode("utf-8", "replace")
        return self._read[key]


def _is_image(one: JSON) -> bool:
    return one.get("content_type") in IMAGES and int(one.get("size") or 0) <= MOST_OF_AN_IMAGE


def _data(one: JSON, body: bytes) -> str:
    return f"data:{one['content_type']};base64,{b64encode(body).decode()}"
