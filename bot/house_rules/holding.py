"""What the settings of a space hold to, at one place and for one person: the least of all.

What is known of the person is the platform's word about this event. What it does not say counts as
what is allowed least.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.house_rules.kept import value
from bot.house_rules.kinds.named import POWER, Names
from bot.house_rules.table import (
    ACCOUNT_AGE,
    DEEPEST,
    DEEPEST_FOR,
    DEEPEST_IN,
    KEEPS,
    MINORS,
    REPAIR_EMOJIS,
    SPEAKS_IN,
    TALKS_TO,
)
from bot.ids import Named, Where
from bot.levels import Level
from bot.records import SpaceRow


class Standing(StrEnum):
    """Why somebody is not talked to in a space."""

    ROLE = "role"
    AGE = "age"


def deepest(row: SpaceRow, where: Where | None) -> Level | None:
    """Gives the deepest level that a space's settings allow there, or None if they set none."""
    own = [value(row, DEEPEST)] if row.ceiling is not None else []
    if where is None:
        return min(own, default=None)
    if where.has_more_above:
        return Level.PLAIN
    rooms = [level for one, level in value(row, DEEPEST_IN) if _may_be_in(where, one)]
    roles = [level for one, level in value(row, DEEPEST_FOR) if _may_have(where, one)]
    return min((*own, *rooms, *roles), default=None)


def asked_unseen(row: SpaceRow) -> Level | None:
    """Gives the deepest level to ask somebody for whose roles are not said, or None if all may be.

    Where a role stands for who is under 18, it is plain: they are asked where their roles are said.
    """
    if value(row, MINORS):
        return Level.PLAIN
    return min((level for _, level in value(row, DEEPEST_FOR)), default=None)


def may_speak(row: SpaceRow, where: Where) -> bool:
    """Returns whether the bot may speak in a room."""
    places = value(row, SPEAKS_IN)
    if where.has_more_above:
        return False
    if places.mode == "all":
        return True
    if places.mode == "only":
        return not {one.id for one in places.rooms}.isdisjoint((where.room, *where.within))
    return not any(_may_be_in(where, one) for one in places.rooms)


def may_talk(row: SpaceRow, where: Where, at: datetime) -> Standing | None:
    """Gives why somebody may not talk to the bot, or None if they may."""
    roles, days = value(row, TALKS_TO), value(row, ACCOUNT_AGE)
    if roles and not _has_any(where, roles):
        return Standing.ROLE
    if days and (where.since is None or at - where.since < timedelta(days=days)):
        return Standing.AGE
    return None


def is_minor(row: SpaceRow, where: Where | None) -> bool:
    """Returns whether somebody has a role that stands for who is under 18, as the platform says."""
    return where is not None and _has_any(where, value(row, MINORS))


def kept_for(row: SpaceRow, lasts: timedelta) -> timedelta:
    """Gives how long something is kept that would be kept for a time: never longer than that."""
    return min(lasts, timedelta(days=value(row, KEEPS)))


def repair_emojis(row: SpaceRow) -> frozenset[str]:
    """Gives what comes with a reaction that says "that landed wrong" there, beside 🔧."""
    return frozenset(one.id for one in value(row, REPAIR_EMOJIS))


def _may_be_in(where: Where, room: Named) -> bool:
    """Whether a room is that one or stands in it, or nobody said that it does not."""
    return not where.is_placed or room.id in (where.room, *where.within)


def _has_any(where: Where, roles: Names) -> bool:
    return any(_has(where, one) for one in roles)


def _has(where: Where, role: Named) -> bool:
    if role.id.startswith(POWER):
        return where.power is not None and where.power >= int(role.id.removeprefix(POWER))
    return where.roles is not None and role.id in where.roles


def _may_have(where: Where, role: Named) -> bool:
    """Whether somebody has a role, or nobody said that they do not."""
    is_power = role.id.startswith(POWER)
    is_unsaid = where.power is None if is_power else where.roles is None
    return is_unsaid or _has(where, role)
