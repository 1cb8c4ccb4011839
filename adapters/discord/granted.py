"""Who may give admins' commands although they do not manage the server: by its Integrations.

Discord itself checks a command against these settings, and a tap against none: so what they grant
is read from Discord. Nobody who was never let through to an admin's command costs a request.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from adapters.discord.api import Api
from adapters.discord.history import Me
from adapters.discord.interaction_data import who
from adapters.discord.translate import ADMIN
from bot.bounded import BoundedMap
from bot.commands import GROUPS
from bot.errors import PlatformError
from bot.ports import Clock

JSON = dict[str, Any]
COMMAND, COMPONENT = 2, 3  # of the kinds of interactions
ROLE, USER = 1, 2  # of the kinds of grants
MANAGE_SERVER = 0x20
FRESH = timedelta(minutes=1)
MOST = 5000  # servers


@dataclass(frozen=True, slots=True)
class Granted:
    """Reads what servers grant in their Integrations, and keeps it for a minute."""

    api: Api
    me: Me
    clock: Clock
    _read: BoundedMap[str, tuple[datetime, tuple[JSON, ...]]] = field(
        default_factory=lambda: BoundedMap(MOST)
    )

    async def told(self, data: JSON) -> JSON:
        """Gives an interaction whose person manages the server where it grants them as much."""
        guild, member = data.get("guild_id"), data.get("member") or {}
        if guild is None or int(member.get("permissions") or 0) & ADMIN:
            return data
        if not self._may_be(str(guild), data) or not await self._is_granted(str(guild), data):
            return data
        rights = int(member.get("permissions") or 0) | MANAGE_SERVER
        return {**data, "member": {**member, "permissions": str(rights)}}

    def _may_be(self, guild: str, data: JSON) -> bool:
        """Whether it is an admin's command, or a tap where somebody gave one before."""
        is_command = data.get("type") == COMMAND and data["data"].get("name") == GROUPS[1]
        return is_command or (data.get("type") == COMPONENT and guild in self._read)

    async def _is_granted(self, guild: str, data: JSON) -> bool:
        named = {str(one.get("id")): one for one in await self._grants(guild)}
        of = named.get(self.me.commands.get(GROUPS[1], ""), named.get(self.me.app, {}))
        listed = of.get("permissions")
        each = listed if isinstance(listed, list) else []
        said = {(one.get("type"), str(one.get("id"))): one.get("permission") for one in each}
        return allows(said, guild, data)

    async def _grants(self, guild: str) -> tuple[JSON, ...]:
        now, (at, rows) = self.clock.now(), self._read.get(guild, (None, ()))
        if at is not None and now - at < FRESH:
            return rows
        path = f"/applications/{self.me.app}/guilds/{guild}/commands/permissions"
        try:
            found = await self.api.ask("GET", path)
        except PlatformError:  # what cannot be read grants nothing
            return ()
        rows = (
            tuple(one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()
        )
        if rows:
            self._read[guild] = (now, rows)
        return rows


def allows(said: Mapping[tuple[Any, str], Any], guild: str, data: JSON) -> bool:
    """Returns whether grants let a member: as is said of them, else of any role of theirs."""
    alone = said.get((USER, who(data)))
    if alone is not None:
        return bool(alone)
    roles = [guild, *map(str, (data.get("member") or {}).get("roles") or ())]
    return any(said.get((ROLE, one)) is True for one in roles)
