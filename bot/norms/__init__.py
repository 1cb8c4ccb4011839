"""What a person and the bot agreed on in one scope: roles, and words that set a stance. Pure."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.levels import Level, Stance

NEEDS = Level.ONGOING  # the level at which norms are set, told and heard
MOST_ROLES = 5
MOST_OF_A_ROLE = 120  # characters
MOST_WORDS = 8  # of shorthand
MOST_OF_A_WORD = 40  # characters
SHAPED = ("norms", "asked")  # beside a reply's findings: the norms of its scope were told


class NormDeed(StrEnum):
    """What is done with the norms of a scope."""

    SHOW = "show"
    WHEN = "when"
    BE = "be"
    DROP = "drop"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Norm:
    """One thing that was agreed on, under a number that no other of its scope has.

    Args:
        words: the role, or the word that stands for a stance, as the person typed it.
        stance: what the word stands for; None of a role.
        at: when it was set; None of what was kept before that was.
    """

    number: int
    words: str = field(repr=False)
    stance: Stance | None = None
    at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Norms:
    """Everything that was agreed on in one scope, in the order in which it was."""

    every: tuple[Norm, ...] = ()

    @property
    def roles(self) -> tuple[Norm, ...]:
        """What the person wants the bot to be."""
        return tuple(one for one in self.every if one.stance is None)

    @property
    def shorthand(self) -> tuple[Norm, ...]:
        """The words that stand for a stance."""
        return tuple(one for one in self.every if one.stance is not None)

    def roles_until(self, moment: datetime) -> tuple[Norm, ...]:
        """Gives the roles that were set by then, as far as they still stand."""
        return tuple(one for one in self.roles if one.at is None or one.at <= moment)

    def having(
        self, words: str, stance: Stance | None = None, at: datetime | None = None
    ) -> "Norms":
        """Gives the norms with one more."""
        number = 1 + max((one.number for one in self.every), default=0)
        return Norms((*self.every, Norm(number, words, stance, at)))

    def without(self, number: int) -> "Norms":
        """Gives the norms without the one of that number."""
        return Norms(tuple(one for one in self.every if one.number != number))


NO_NORMS = Norms()


def dump(norms: Norms) -> str:
    """Writes the words of norms; nothing where there are none."""
    if norms == NO_NORMS:
        return ""
    every = [
        [one.number, one.words, one.stance or "", one.at.isoformat() if one.at else ""]
        for one in norms.every
    ]
    return json.dumps({"norms": every}, ensure_ascii=False)


def load(body: str) -> Norms:
    """Reads what `dump` wrote, before it wrote when each was set too."""
    return Norms(tuple(_norm(*one) for one in json.loads(body or "{}").get("norms", ())))


def _norm(number: int, words: str, stance: str, at: str = "") -> Norm:
    moment = datetime.fromisoformat(at) if at else None
    return Norm(int(number), str(words), Stance(stance) if stance else None, moment)
