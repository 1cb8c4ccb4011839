"""The laws an installation can keep, what each asks of every talk, and the sum of several.

The table stands beside `adapters/cli/laws.toml`, which says row by row what else a law asks and
which code does it. Below every law stands what this program does anyway: it says once a day and
every three hours of talk that it is an AI, refers a life at risk, and poses as nobody's therapist.
No law is waited for: what one asks from a later day on is done now.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Literal

Minors = Literal["", "refuse", "cap"]  # under 18: answered like anybody, not at all, or so long
EVERY = timedelta(hours=3)
EVERY_OF_MINORS = timedelta(hours=1)
SESSION = timedelta(hours=1)
DAY_OF_MINORS = timedelta(hours=2)


class Law(StrEnum):
    """Whose law it is; the value is how a setting names it."""

    CALIFORNIA = "california"
    NEW_YORK = "new-york"
    WASHINGTON = "washington"
    OREGON = "oregon"
    ILLINOIS = "illinois"
    COLORADO = "colorado"
    EU = "eu"


@dataclass(frozen=True, slots=True)
class Duties:
    """What the laws that are kept ask of every talk.

    Args:
        laws: those that are kept.
        begins: whether each conversation begins with the notice, or each day.
        every: of how much continuing talk it is said again.
        every_of_minors: the same for who is known to be a minor, with a break suggested.
        warns: whether it says that it may not be suitable for some minors.
        minors: what becomes of who is known to be one, beyond a plain manner.
        has_age_check: whether the operator's own age check is asked before a level that needs 18.
    """

    laws: frozenset[Law] = frozenset(Law)
    begins: Literal["conversation", "day"] = "conversation"
    every: timedelta = EVERY
    every_of_minors: timedelta = EVERY_OF_MINORS
    warns: bool = True
    minors: Minors = "cap"
    has_age_check: bool = False


_EACH_CONVERSATION = frozenset({Law.WASHINGTON, Law.OREGON})  # HB 2225, SB 1546
_HOURLY_FOR_MINORS = frozenset({Law.WASHINGTON, Law.OREGON})
_WARNS = frozenset({Law.CALIFORNIA})  # B&P 22604
_CAPS = frozenset({Law.CALIFORNIA})  # SB 1119
ALL = "strictest"


def duties_of(
    named: Iterable[str] = (ALL,), minors: Minors = "", *, has_age_check: bool = False
) -> Duties:
    """Gives the sum of what the named laws ask; "strictest" names all of them.

    Args:
        named: names of laws, as the setting has them.
        minors: what the operator chose for minors; empty: what the laws ask at least.
        has_age_check: whether the operator has an age check of their own.
    """
    names = tuple(named)
    laws = frozenset(Law) if ALL in names else frozenset(map(Law, names))
    return Duties(
        laws=laws,
        begins="conversation" if laws & _EACH_CONVERSATION else "day",
        every_of_minors=EVERY_OF_MINORS if laws & _HOURLY_FOR_MINORS else EVERY,
        warns=bool(laws & _WARNS),
        minors=minors or ("cap" if laws & _CAPS else ""),
        has_age_check=has_age_check,
    )


STRICTEST = duties_of()
