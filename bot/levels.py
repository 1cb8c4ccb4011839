"""The level table, the stances, and the effective level with why it is what it is.

The table is data: the prompt is written from it, the governor enforces it, `/attune about` shows
it, and nothing a person, a model or an admin writes changes it.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bot.text.normalize import normalized


class Level(IntEnum):
    """How deep a person lets it go. Compared, never shown as a ladder or a score."""

    PLAIN = 0
    WARM = 1
    ATTUNED = 2
    ONGOING = 3

    @property
    def word(self) -> str:
        """The level's name as people read it."""
        return self.name.lower()


class Stance(StrEnum):
    """What is wanted now, for one conversation, at any level."""

    LISTEN = "listen"
    THINK = "think"
    DECIDE = "decide"
    DO = "do"
    STAY = "stay"


class Why(StrEnum):
    """What holds the level where it is; `bot/strings` has the words for it."""

    UNDER_18 = "under_18"
    AGE_OPEN = "age_open"
    PAUSED = "paused"
    RESTORED = "restored"
    OUTDATED = "outdated"
    EXPIRED = "expired"
    ELSEWHERE = "elsewhere"
    CEILING = "ceiling"
    NOTHING = "nothing"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class LevelRow:
    """What a level does and where it stops (the house, section 3)."""

    level: Level
    needs_consent: bool
    needs_adult: bool
    longest_days: int  # 0 where no consent is needed
    reflection: int  # sentences of reflection before moving on, at most
    continuity: str  # what a model is told that it reads
    questions: int  # in one reply, at most
    reads_conversation: bool  # the whole conversation, not only the reply chain


LEVELS: dict[Level, LevelRow] = {
    Level.PLAIN: LevelRow(
        Level.PLAIN,
        needs_consent=False,
        needs_adult=False,
        longest_days=0,
        reflection=1,
        continuity="the messages that reply to each other; in a direct message, the last exchange",
        questions=1,
        reads_conversation=False,
    ),
    Level.WARM: LevelRow(
        Level.WARM,
        needs_consent=True,
        needs_adult=False,
        longest_days=180,
        reflection=1,
        continuity="this conversation",
        questions=1,
        reads_conversation=True,
    ),
    Level.ATTUNED: LevelRow(
        Level.ATTUNED,
        needs_consent=True,
        needs_adult=True,
        longest_days=180,
        reflection=2,
        continuity="this conversation",
        questions=1,
        reads_conversation=True,
    ),
    Level.ONGOING: LevelRow(
        Level.ONGOING,
        needs_consent=True,
        needs_adult=True,
        longest_days=30,
        reflection=2,
        continuity="this conversation",
        questions=1,
        reads_conversation=True,
    ),
}

QUESTIONS_OF_STANCE: dict[Stance, int] = {Stance.STAY: 0}


def level_named(word: str) -> Level | None:
    """Gives the level of that name, or None."""
    named = normalized(word).strip()
    return next((level for level in Level if level.word == named), None)


def stance_named(word: str) -> Stance | None:
    """Gives the stance of that name, or None."""
    named = normalized(word).strip()
    return next((stance for stance in Stance if stance == named), None)


def question_budget(level: Level, stance: Stance | None, *, may_ask: bool = True) -> int:
    """Gives how many questions a reply may hold; a stance never raises it."""
    if not may_ask:
        return 0
    return min(
        LEVELS[level].questions, QUESTIONS_OF_STANCE.get(stance, 9) if stance is not None else 9
    )


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds a person's level at one moment."""

    consented: Level
    ceiling: Level
    is_under_18: bool = False
    is_age_open: bool = False  # asked whether they are under 18, and not answered yet
    is_paused: bool = False
    is_expired: bool = False
    is_outdated: bool = False  # the policy changed since the yes
    is_unconfirmed: bool = False  # what is kept was restored since the yes
    is_elsewhere: bool = False  # the yes holds for a conversation in another room


@dataclass(frozen=True, slots=True)
class Effective:
    """The level that holds now, and why."""

    level: Level
    why: Why


def effective(limits: Limits) -> Effective:
    """Gives the least of everything that bounds the level; text never raises it."""
    for holds, why in (
        (limits.is_under_18, Why.UNDER_18),
        (limits.is_age_open, Why.AGE_OPEN),
        (limits.is_paused, Why.PAUSED),
        (limits.is_unconfirmed, Why.RESTORED),
        (limits.is_outdated, Why.OUTDATED),
        (limits.is_expired, Why.EXPIRED),
        (limits.is_elsewhere, Why.ELSEWHERE),
    ):
        if holds:
            return Effective(Level.PLAIN, why)
    if limits.ceiling < limits.consented:
        return Effective(limits.ceiling, Why.CEILING)
    if limits.consented is Level.PLAIN:
        return Effective(Level.PLAIN, Why.NOTHING)
    return Effective(limits.consented, Why.AGREED)
