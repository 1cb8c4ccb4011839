"""What is said of what a person and the bot agreed on: roles, and shorthand."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What shows and sets the roles and the shorthand of a scope."""

    heading: str
    role: str  # {number}, {words}
    shorthand: str  # {number}, {words}, {stance}
    none: str
    how: str
    only_at: str  # {level}
    unused: str  # {level}
    too_long: str  # {most}
    full_roles: str  # {most}
    full_words: str  # {most}
    bad_word: str
    bad_role: str
    no_such: str
    gone: str
    sure: str
    clear: str
    drop: str  # {number}
    heard: str  # {words}, {stance}
    heard_role: str  # {words}
    stances: Mapping[str, str]  # by the stance: what a word stands for
