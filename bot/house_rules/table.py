"""The one table of what an admin may set: a new setting is a row here, its words, its reader."""

from typing import Any

from bot.capabilities import Capabilities
from bot.house_rules.kinds.emojis import OfEmojis
from bot.house_rules.kinds.hours import EXAMPLE, NO_HOURS, Hours, OfHours, fault_in
from bot.house_rules.kinds.named import (
    Levels,
    Names,
    OfLevelsBy,
    OfNames,
    OfPlaces,
    Places,
    fault_in_names,
)
from bot.house_rules.kinds.plain import Days, OfLevels, OneOf, Switch
from bot.house_rules.kinds.tongues import OfLanguages
from bot.house_rules.rule import Bounds, Picked, Rule
from bot.levels import Level

REPLIES, NAMED = "replies", "named"
A_MONTH = 30
A_YEAR = 365
EACH_LEVEL = "plain|warm|attuned|ongoing"


def _shallower(before: Level, after: Level) -> bool:
    return after < before


def _any_shallower(before: Levels, after: Levels) -> bool:
    """Whether one of them has a level now that is less than what it had."""
    had = {one.id: level for one, level in before}
    return any(level < had.get(one.id, Level.ONGOING) for one, level in after)


def _at_most(value: Level, bounds: Bounds) -> Level:
    return min(value, bounds.deepest)


def _narrower_places(before: Places, after: Places) -> bool:
    return after.mode != "all" and after != before


def _narrower_names(before: Names, after: Names) -> bool:
    return bool(after) and after != before


def _longer(before: int, after: int) -> bool:
    return after > before


def _has_servers(can: Capabilities) -> bool:
    return can.has_servers


def _has_roles(can: Capabilities) -> bool:
    return can.has_roles


def _has_ranks(can: Capabilities) -> bool:
    return can.has_roles or can.has_powers


def _follows_threads(can: Capabilities) -> bool:
    return can.follows_threads


DEEPEST: Rule[Level] = Rule(
    "deepest",
    OfLevels(),
    Level.WARM,
    EACH_LEVEL,
    lowers=_shallower,
    bounded=_at_most,
    is_first=True,
)
DEEPEST_IN: Rule[Levels] = Rule(
    "deepest-in",
    OfLevelsBy(Picked.ROOMS),
    (),
    f"#CHANNEL {EACH_LEVEL}|off",
    lowers=_any_shallower,
    fault=fault_in_names,
)
DEEPEST_FOR: Rule[Levels] = Rule(
    "deepest-for",
    OfLevelsBy(Picked.ROLES),
    (),
    f"@ROLE {EACH_LEVEL}|off",
    lowers=_any_shallower,
    needs=_has_ranks,
    fault=fault_in_names,
)
SPEAKS_IN: Rule[Places] = Rule(
    "speaks-in",
    OfPlaces(),
    Places(),
    "all|only #CHANNEL|not #CHANNEL",
    lowers=_narrower_places,
    fault=fault_in_names,
    is_first=True,
)
TALKS_TO: Rule[Names] = Rule(
    "talks-to",
    OfNames(Picked.ROLES, "everyone"),
    (),
    "everyone|@ROLE",
    lowers=_narrower_names,
    needs=_has_ranks,
    fault=fault_in_names,
    is_first=True,
)
_AGE = Days(A_YEAR, (0, 7, 30))
ACCOUNT_AGE: Rule[int] = Rule(
    "account-age",
    _AGE,
    0,
    "off|DAYS",
    lowers=_longer,
    needs=_has_servers,
    fault=_AGE.fault,
)
ANSWERS_TO: Rule[str] = Rule("answers-to", OneOf((REPLIES, NAMED)), REPLIES, "replies|named")
HEARS_ALL: Rule[Names] = Rule(
    "hears-all",
    OfNames(Picked.ROOMS, "nowhere"),
    (),
    "nowhere|#CHANNEL",
    needs=_follows_threads,
    fault=fault_in_names,
)
THREADS: Rule[bool] = Rule("threads", Switch(), False, "on|off", needs=_follows_threads)
PRIVATE_TALK: Rule[bool] = Rule("private-talk", Switch(), True, "on|off")

QUIET_HOURS: Rule[Hours] = Rule(
    "quiet-hours", OfHours(), NO_HOURS, f"22:00 07:00 {EXAMPLE}|off", fault=fault_in
)

MINORS: Rule[Names] = Rule(
    "minors",
    OfNames(Picked.ROLES, "nobody"),
    (),
    "nobody|@ROLE",
    lowers=_narrower_names,
    needs=_has_roles,
    fault=fault_in_names,
)
LOG: Rule[Names] = Rule(
    "log", OfNames(Picked.ROOMS, "nowhere"), (), "nowhere|#CHANNEL", fault=fault_in_names
)
_KEPT = Days(A_MONTH, (1, 7, A_MONTH), least=1)
KEEPS: Rule[int] = Rule("keeps", _KEPT, A_MONTH, "DAYS", fault=_KEPT.fault)
LANGUAGES: Rule[tuple[str, ...]] = Rule("languages", OfLanguages(), (), "en de|all")
_EMOJIS = OfEmojis()
REPAIR_EMOJIS: Rule[Names] = Rule("repair-emojis", _EMOJIS, (), "EMOJI|off", fault=_EMOJIS.fault)

RULES: tuple[Rule[Any], ...] = (
    DEEPEST,
    SPEAKS_IN,
    TALKS_TO,
    ACCOUNT_AGE,
    DEEPEST_IN,
    DEEPEST_FOR,
    ANSWERS_TO,
    HEARS_ALL,
    THREADS,
    PRIVATE_TALK,
    QUIET_HOURS,
    MINORS,
    LOG,
    KEEPS,
    LANGUAGES,
    REPAIR_EMOJIS,
)
BY_NAME = {rule.name: rule for rule in RULES}


def offered_where(can: Capabilities) -> tuple[Rule[Any], ...]:
    """Gives the settings that exist on a platform that can do this."""
    return tuple(rule for rule in RULES if rule.needs(can))
