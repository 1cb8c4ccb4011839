"""Channels and roles that an admin names or picks: only those of the server, as the gateway told.

What a client sends are numbers, which anybody can forge: one that is not the server's own names
nothing.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from adapters.discord import ids
from adapters.discord.components import CHANNELS, ROLES
from bot.ids import Named

JSON = dict[str, Any]
MOST = 50  # words of a command that are looked at
_CHANNEL = re.compile(r"<#(\d{1,20})>|https://discord\.com/channels/\d{1,20}/(\d{1,20})/?")
_ROLE = re.compile(r"<@&(\d{1,20})>")


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """Knows which channels and roles are a server's own."""

    server_of: Callable[[str], str | None]  # of a channel
    has_role: Callable[[str, str], bool]

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
