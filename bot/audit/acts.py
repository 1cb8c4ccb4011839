"""What is recorded: a closed set of acts, each with typed facts, none with anybody's words.

A fact is a number, a yes or no, or a word of this program's: never a name, an id or a text.
"""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import ClassVar, get_args

Fact = str | int | bool
_OWN_WORD = re.compile(r"[0-9a-z:._-]{0,80}")  # a level, a version, a day, a hash


class Hand(StrEnum):
    """Who did it."""

    ADMIN = "admin"
    OPERATOR = "operator"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class DeepestSet:
    """Admins set the deepest level of their space."""

    name: ClassVar = "deepest_set"
    hand: ClassVar = Hand.ADMIN
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ThreadsSet:
    """Admins set whether the bot listens in threads without being named."""

    name: ClassVar = "threads_set"
    hand: ClassVar = Hand.ADMIN
    listens: bool


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Admins set another of the settings of their space; of rooms and roles how many they named."""

    name: ClassVar = "rule_set"
    hand: ClassVar = Hand.ADMIN
    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MuteSet:
    """An admin wants no talk with somebody for a while, or ended that; towards whom is not said."""

    name: ClassVar = "mute_set"
    hand: ClassVar = Hand.ADMIN
    is_muted: bool


@dataclass(frozen=True, slots=True)
class CrisisLineSet:
    """Admins set their own line below the crisis text, or took it away."""

    name: ClassVar = "crisis_line_set"
    hand: ClassVar = Hand.ADMIN
    is_there: bool


@dataclass(frozen=True, slots=True)
class ReportsCleared:
    """Admins handled the reports of their space and cleared the list."""

    name: ClassVar = "reports_cleared"
    hand: ClassVar = Hand.ADMIN
    count: int


@dataclass(frozen=True, slots=True)
class ReportClosed:
    """An admin closed what was reported of one reply: handled it, or dismissed it."""

    name: ClassVar = "report_closed"
    hand: ClassVar = Hand.ADMIN
    handled: bool


@dataclass(frozen=True, slots=True)
class PersonCopied:
    """The operator copied what is kept of a person."""

    name: ClassVar = "person_copied"
    hand: ClassVar = Hand.OPERATOR


@dataclass(frozen=True, slots=True)
class PersonErased:
    """The operator erased what is kept of a person."""

    name: ClassVar = "person_erased"
    hand: ClassVar = Hand.OPERATOR


@dataclass(frozen=True, slots=True)
class Blocked:
    """The operator blocked whoever or whatever has an id, or took that back."""

    name: ClassVar = "blocked"
    hand: ClassVar = Hand.OPERATOR
    is_blocked: bool


@dataclass(frozen=True, slots=True)
class SpaceBlocked:
    """The operator blocked a space, or took that back."""

    name: ClassVar = "space_blocked"
    hand: ClassVar = Hand.OPERATOR
    is_blocked: bool


@dataclass(frozen=True, slots=True)
class Under18Undone:
    """The operator took back that a person is under 18."""

    name: ClassVar = "under_18_undone"
    hand: ClassVar = Hand.OPERATOR


@dataclass(frozen=True, slots=True)
class ClosingSet:
    """The operator set the day of closing, or took it back (an empty day)."""

    name: ClassVar = "closing_set"
    hand: ClassVar = Hand.OPERATOR
    day: str


@dataclass(frozen=True, slots=True)
class LimitSet:
    """The operator set the deepest level for every space, or took that back (an empty level)."""

    name: ClassVar = "limit_set"
    hand: ClassVar = Hand.OPERATOR
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AnnouncementSet:
    """The operator set a line that each person gets once, or took it back."""

    name: ClassVar = "announcement_set"
    hand: ClassVar = Hand.OPERATOR
    is_there: bool


@dataclass(frozen=True, slots=True)
class BackupBegun:
    """The operator began to copy data and keys; without the entry that it is made, none came of it.

    It stands in the copy itself, too.
    """

    name: ClassVar = "backup_begun"
    hand: ClassVar = Hand.OPERATOR


@dataclass(frozen=True, slots=True)
class BackedUp:
    """The operator made a copy of data and keys."""

    name: ClassVar = "backed_up"
    hand: ClassVar = Hand.OPERATOR
    backup: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The operator put a copy of data and keys back; what came after that copy is gone."""

    name: ClassVar = "restored"
    hand: ClassVar = Hand.OPERATOR
    mark: str


@dataclass(frozen=True, slots=True)
class RotationBegun:
    """The operator began to wrap every key under a new master key."""

    name: ClassVar = "rotation_begun"
    hand: ClassVar = Hand.OPERATOR


@dataclass(frozen=True, slots=True)
class KeysRotated:
    """The operator wrapped every key under a new master key."""

    name: ClassVar = "keys_rotated"
    hand: ClassVar = Hand.OPERATOR
    count: int


@dataclass(frozen=True, slots=True)
class PolicyHeld:
    """From here on this version of what people agree to held."""

    name: ClassVar = "policy_held"
    hand: ClassVar = Hand.PROGRAM
    policy: str


@dataclass(frozen=True, slots=True)
class LedgerDigested:
    """The entries of the ledger of consent from one number to another had this digest."""

    name: ClassVar = "ledger_digested"
    hand: ClassVar = Hand.PROGRAM
    first: int
    last: int
    count: int
    digest: str


OfASpace = (
    DeepestSet
    | ThreadsSet
    | RuleSet
    | MuteSet
    | CrisisLineSet
    | ReportsCleared
    | ReportClosed
    | SpaceBlocked
)
OfTheOperator = (
    PersonCopied
    | PersonErased
    | Blocked
    | SpaceBlocked
    | Under18Undone
    | ClosingSet
    | LimitSet
    | AnnouncementSet
    | BackupBegun
    | BackedUp
    | Restored
    | RotationBegun
    | KeysRotated
)
OfTheProgram = PolicyHeld | LedgerDigested
Act = OfASpace | OfTheOperator | OfTheProgram
ACTS: dict[str, type[Act]] = {kind.name: kind for kind in get_args(Act)}


def facts_of(act: Act) -> dict[str, Fact]:
    """Gives the facts of an act by their names. Raises ValueError for one that may be words."""
    found: dict[str, Fact] = {item.name: getattr(act, item.name) for item in fields(act)}
    for value in found.values():
        if isinstance(value, str) and _OWN_WORD.fullmatch(value) is None:
            raise ValueError("A fact of the audit ledger is no word of this program's.")
    return found
