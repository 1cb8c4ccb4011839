"""What admins may set in a space: one table of settings, their values, and what each holds to."""

from bot.house_rules.holding import Standing, deepest, may_speak, may_talk
from bot.house_rules.kept import lowered, number, value, with_value
from bot.house_rules.rule import UNBOUNDED, Bounds, Given, Rule
from bot.house_rules.table import (
    ACCOUNT_AGE,
    ANSWERS_TO,
    BY_NAME,
    DEEPEST,
    DEEPEST_FOR,
    DEEPEST_IN,
    HEARS_ALL,
    PRIVATE_TALK,
    RULES,
    SPEAKS_IN,
    TALKS_TO,
    THREADS,
    offered_where,
)

__all__ = [
    "ACCOUNT_AGE",
    "ANSWERS_TO",
    "BY_NAME",
    "DEEPEST",
    "DEEPEST_FOR",
    "DEEPEST_IN",
    "HEARS_ALL",
    "PRIVATE_TALK",
    "RULES",
    "SPEAKS_IN",
    "TALKS_TO",
    "THREADS",
    "UNBOUNDED",
    "Bounds",
    "Given",
    "Rule",
    "Standing",
    "deepest",
    "lowered",
    "may_speak",
    "may_talk",
    "number",
    "offered_where",
    "value",
    "with_value",
]
