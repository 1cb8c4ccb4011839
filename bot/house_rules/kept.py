"""What admins set, on the row of their space: typed values, written and read by one codec.

Two values have columns of their own, from releases before there was a table of settings.
"""

import json
from dataclasses import replace
from typing import Any, TypeVar

from bot.house_rules.rule import Rule
from bot.house_rules.table import DEEPEST, DEEPEST_FOR, DEEPEST_IN, REPAIR_EMOJIS, THREADS
from bot.levels import Level
from bot.records import SpaceRow

V = TypeVar("V")
JSON = dict[str, Any]
FORM = 1
MOST_BEFORE = 10  # emojis that repaired once: what each did can still be taken back
_UNREADABLE = (LookupError, TypeError, ValueError)
_DEPTHS = (DEEPEST.name, DEEPEST_IN.name, DEEPEST_FOR.name)


def value(row: SpaceRow, rule: Rule[V]) -> V:
    """Gives what is set, or the default where nothing is, or what is cannot be read."""
    raw = _raw(row, rule.name)
    try:
        return rule.default if raw is None else rule.kind.load(raw)
    except _UNREADABLE:
        return rule.default


def is_set(row: SpaceRow, rule: Rule[Any]) -> bool:
    """Returns whether an admin set it to something else than its default."""
    return bool(value(row, rule) != rule.default)


def number(row: SpaceRow, rule: Rule[Any]) -> int:
    """Gives how often it was set, so that an older card can tell that a newer change stands."""
    return int(_read(row).get("changes", {}).get(rule.name, 0))


def lowered(row: SpaceRow) -> int:
    """Gives how often a level that is allowed was lowered, here or for some."""
    return int(_read(row).get("lowered", 0))


def with_value(row: SpaceRow, rule: Rule[V], now: V) -> SpaceRow:
    """Gives the row with another value, and one change more."""
    kept = _read(row)
    changes = {**kept.get("changes", {}), rule.name: number(row, rule) + 1}
    is_lower = rule.name in _DEPTHS and rule.lowers(value(row, rule), now)
    kept |= {"form": FORM, "changes": changes, "lowered": lowered(row) + is_lower}
    if rule.name in (DEEPEST.name, THREADS.name):
        return replace(_in_column(row, rule, now), rules=_written(kept))
    if rule.name == REPAIR_EMOJIS.name:
        kept["repaired"] = _repaired(row, rule.kind.dump(now))
    kept["set"] = {**kept.get("set", {}), rule.name: rule.kind.dump(now)}
    return replace(row, rules=_written(kept))


def repaired_before(row: SpaceRow) -> frozenset[str]:
    """Gives the emojis that repaired there once and do no more, the newest ten."""
    found = _read(row).get("repaired", [])
    return frozenset(map(str, found[-MOST_BEFORE:])) if isinstance(found, list) else frozenset()


def _repaired(row: SpaceRow, now: list[JSON]) -> list[str]:
    """Gives those emojis once others repair, the newest last."""
    were, are = (one.id for one in value(row, REPAIR_EMOJIS)), {one["id"] for one in now}
    every = dict.fromkeys((*_read(row).get("repaired", ()), *were))
    return [one for one in every if one not in are][-MOST_BEFORE:]


def _in_column(row: SpaceRow, rule: Rule[V], now: V) -> SpaceRow:
    if isinstance(now, Level):
        return replace(row, ceiling=int(now))
    return replace(row, listens=bool(now))


def _raw(row: SpaceRow, name: str) -> Any:
    if name == DEEPEST.name:
        return None if row.ceiling is None else Level(row.ceiling).word
    return row.listens if name == THREADS.name else _read(row).get("set", {}).get(name)


def _read(row: SpaceRow) -> JSON:
    return dict(json.loads(row.rules)) if row.rules else {}


def _written(kept: JSON) -> str:
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)
