"""The type of a sign: a kind of statement, its weight, and the pattern that recognises it."""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bot.lexicon import Entry, Lexicon

# What an entry of the lexicon says of a sign; the first two it must, `stems` in other languages.
MUST = frozenset(("what", "weight"))
FACTS = MUST | {"literal", "who", "of_whole", "stems"}


class What(StrEnum):
    """What is said, after the C-SSRS and the interpersonal theory of suicide (Joiner 2005)."""

    WISH_DEAD = "wish_dead"
    ENDING = "ending"
    BURDEN = "burden"
    DISAPPEARING = "disappearing"
    MEANS = "means"
    PLAN = "plan"
    TAKEN = "taken"
    HARM = "self_harm"
    VIOLENCE = "violence"
    THREAT = "threat"
    FAREWELL = "farewell"
    TRAPPED = "trapped"
    HOPELESS = "hopeless"
    BURDENSOME = "burdensome"
    DEFEAT = "defeat"
    ALONE = "alone"
    THOUGHTS = "thoughts"
    EATING = "eating"
    VOICES = "voices"


class Who(StrEnum):
    """Whose life it is about."""

    SELF = "self"
    ANOTHER = "another"


class When(StrEnum):
    """When the danger is, or was."""

    NOW = "now"
    PAST = "past"
    CHRONIC = "chronic"


class Weight(IntEnum):
    """How much a sign says alone."""

    FAINT = 0  # nothing; together with others over several messages, elevated
    CONCERN = 1  # for another
    STRONG = 2  # elevated
    ACUTE = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern over a clause; `literal` says that no idiom, game or trade uses these words."""

    name: str  # one word to look for, here and in the tests
    what: What
    weight: Weight
    pattern: re.Pattern[str]
    literal: bool = False
    who: Who = Who.SELF
    of_whole: bool = False  # it is read over the whole message, not within a clause


@dataclass(frozen=True, slots=True)
class Family:
    """Signs that share their cues: no sign matches without one of these words."""

    cues: frozenset[str]
    signs: tuple[Sign, ...]


def families_of(file: Lexicon) -> tuple[Family, ...]:
    """Gives the families of a file: its groups in their order, with the cues of their names."""
    groups = dict.fromkeys(entry.group for entry in file.entries)
    return tuple(_family(file, group) for group in groups)


def _family(file: Lexicon, group: str) -> Family:
    signs = tuple(sign_of(entry) for entry in file.entries if entry.group == group)
    return Family(file.words[group], signs)


def sign_of(entry: Entry) -> Sign:
    """Gives the sign of an entry; raises ValueError for a missing or surplus field."""
    facts = entry.facts
    if strange := sorted(facts.keys() - FACTS | MUST - facts.keys()):
        raise ValueError(f"{entry.id}: a sign has what and weight, and no other facts: {strange}")
    return Sign(
        entry.id,
        What(str(facts["what"])),
        Weight[str(facts["weight"]).upper()],
        entry.pattern,
        literal=bool(facts.get("literal")),
        who=Who(str(facts.get("who", Who.SELF))),
        of_whole=bool(facts.get("of_whole")),
    )
