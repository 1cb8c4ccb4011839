"""Channels, roles and emojis that an admin names or picks: only those of the server.

What a client sends are numbers, which anybody can forge: one that is not the server's own names
nothing. The gateway told of channels and roles; an emoji is asked about as it is named, as keeping
those of every server would take the memory of a hundred servers each.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from adapters.discord import ids
from adapters.discord.api import Api
from adapters.discord.components import CHANNELS, ROLES
from bot.commands.values import Command, SetARule
from bot.errors import PlatformError
from bot.house_rules import REPAIR_EMOJIS
from bot.ids import Named

JSON = dict[str, Any]
MOST = 50  # words of a command that are looked at
MOST_EMOJIS = 6  # one more than may be set
_CHANNEL = re.compile(r"<#(\d{1,20})>|https://discord\.com/channels/\d{1,20}/(\d{1,20})/?")
_ROLE = re.compile(r"<@&(\d{1,20})>")
_EMOJI = re.compile(r"<a?:[A-Za-z0-9_]{2,32}:(\d{1,20})>", re.ASCII)
_CALLED = re.compile(r"[A-Za-z0-9_]{2,32}", re.ASCII)


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """Knows which channels and roles are a server's own."""

    server_of: Callable[[str], str | None]  # of a channel
    has_role: Callable[[str, str], bool]
    api: Api | None = None  # None: no emoji is asked about

    async def of(
        self, guild: str | None, command: Command, words: str
    ) -> tuple[tuple[str, Named], ...]:
        """Gives what of the server's own the words of a command name."""
        if isinstance(command, SetARule) and command.rule == REPAIR_EMOJIS.name:
            return await self.emojis_in(guild, command.words)
        return self.in_words(guild, words)

    async def emojis_in(self, guild: str | None, words: str) -> tuple[tuple[str, Named], ...]:
        """Gives each of the first emojis of servers in some words that is that server's own."""
        if guild is None or self.api is None:
            return ()
        named = {one[0]: one[1] for one in islice(_EMOJI.finditer(words), MOST_EMOJIS)}
        found = [
            (word, await self._emoji(self.api, guild, number)) for word, number in named.items()
        ]
        return tuple((word, one) for word, one in found if one is not None)

    async def _emoji(self, api: Api, guild: str, number: str) -> Named | None:
        """Gives an emoji as Discord has it, or None where the server has none of that number."""
        try:
            found = await api.ask("GET", f"/guilds/{guild}/emojis/{number}")
        except PlatformError:
            return None
        called, mark = str(found.get("name")), "a" if found.get("animated") else ""
        is_it = str(found.get("id")) == number and _CALLED.fullmatch(called) is not None
        return (
            Named(ids.emoji(number), f"<{mark}:{called}:{number}>", is_emoji=True)
            if is_it
            else None
        )

    def in_words(self, guild: str | None, words: str) -> tuple[tuple[str, Named], ...]:
        """Gives each word that names a channel or a role of that server, and what it names."""
        if guild is None:
            return ()
        found = ((word, self._word(guild, word)) for word in words.split()[:MOST])
        return tuple((word, one) for word, one in found if one is not None)

    def picked(self, data: JSON) -> tuple[Named, ...]:
        """Gives what was picked from a list of the server's channels or roles."""
        given, guild = data.get("data") or {}, data.get("guild_id")
        values, kind = given.get("values"), given.get("component_type")
        if guild is None or not isinstance(values, list) or kind not in (CHANNELS, ROLES):
            return ()
        return tuple(self._known(str(guild), map(str, values), is_role=kind == ROLES))

    def _known(self, guild: str, numbers: Iterable[str], *, is_role: bool) -> Iterable[Named]:
        named = (
            self._role(guild, one) if is_role else self._channel(guild, one) for one in numbers
        )
        return (one for one in named if one is not None)

    def _word(self, guild: str, word: str) -> Named | None:
        if role := _ROLE.fullmatch(word):
            return self._role(guild, role[1])
        channel = _CHANNEL.fullmatch(word)
        number = (channel[1] or channel[2]) if channel else word
        return self._channel(guild, number) or (None if channel else self._role(guild, number))

    def _channel(self, guild: str, number: str) -> Named | None:
        if not _is_number(number) or self.server_of(number) != guild:
            return None
        return Named(ids.room(number), f"<#{number}>")

    def _role(self, guild: str, number: str) -> Named | None:
        if not _is_number(number) or not self.has_role(guild, number):
            return None
        return Named(ids.role(number), f"<@&{number}>", is_role=True)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= 20
