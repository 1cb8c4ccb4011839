"""How a record declares itself: owner, sealed columns, what erases it, retention, export name.

Everything that has to know every kind of record reads it off these declarations: there is no
second list of kinds anywhere.
"""

from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import Annotated, ClassVar, Final, Literal, NewType, TypeVar, dataclass_transform

from bot.ids import Scope

Owner = NewType("Owner", str)  # the keyed hash of a scope, a person or a space
HOUSE = Owner("house")  # owns what belongs to nobody, such as an erase's receipt on its way
Words = Annotated[str, "sealed"]  # free text: never searched, never in a repr
IN_TRANSIT = timedelta(hours=23)  # by the hour, so at most a day
STANDS: Final = {"stands": True}  # metadata of what a reply that is being written stands on
Whose = Literal["scope", "person", "episode", "space", "nobody"]


class Purge(Enum):
    """How a record is purged once its retention is over."""

    UNREAD = "by the hour of its `at`, which stands outside the seal"
    ENDED = "read, and ended in a unit of work under its person's lock"


class Cause(Enum):
    """What erases a record besides an erase of its owner, which always takes it."""

    PLACE = "an erase of the place it is about"
    FREEZE = "30 days frozen"
    REPLY = "its reply, when the message it answered is deleted"


class Chapter(StrEnum):
    """Under which heading a person finds a record among all that is kept of them."""

    SET = "set"
    AGREED = "agreed"
    TALK = "talk"
    NOTICED = "noticed"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class About:
    """What a record declares of itself.

    Args:
        called: what an export and a listing call it.
        whose: under whose key it is, so whose erase takes it.
        lasts: its retention, counted from its `at`; None where no time takes it away.
        until: what ends it, in words, beside `lasts` or around it (as `{lasts}`).
        causes: what else erases it, besides an erase of its owner.
        purge: how it leaves once `lasts` is over.
        chapter: under which heading its person finds it; a `Preference` is what they set.
        only_theirs: nobody but its person reads it, so that the operator's copy leaves it out.
    """

    called: str
    whose: Whose
    lasts: timedelta | None = None
    until: str = ""
    causes: tuple[Cause, ...] = ()
    purge: Purge = Purge.UNREAD
    chapter: Chapter = Chapter.RUNNING
    only_theirs: bool = False

    @property
    def retention(self) -> timedelta:
        """Gives for how long the record is kept; only asked of records that time purges."""
        if self.lasts is None:
            raise LookupError("no time takes it away")
        return self.lasts


@dataclass(frozen=True, slots=True)
class ErasedPlace:
    """A place that its person erases while they keep others: its scope, and that scope's owner."""

    scope: Scope
    owner: Owner


@dataclass(frozen=True, slots=True)
class Row:
    """Anything that is stored."""

    about: ClassVar[About]
    standing: ClassVar[tuple[str, ...]] = ()
    sealed: ClassVar[frozenset[str]] = frozenset()

    owner: Owner
    key: str = ""

    def is_of(self, _place: ErasedPlace) -> bool:
        """Returns whether a person's own row goes with one of their places (`Cause.PLACE`)."""
        return False

    def is_frozen(self, _above: int, _upward: frozenset[str]) -> bool:
        """Returns whether it goes when a freeze ends.

        Args:
            _above: the level that holds: what deeper ones used goes.
            _upward: the styles that need a level deeper than plain.
        """
        return False

    def left(self) -> "Row | None":
        """Gives what stays of a row after an erase of its owner, or None."""
        return None


@dataclass(frozen=True, slots=True)
class Preference(Row):
    """What a person set, or is known of them, everywhere: one row a kind, theirs, without a key.

    A decision finds it by its type, and keeps it with `KeepPreference`: a new one needs no loader,
    no field of a snapshot and no action of its own.
    """


KINDS: list[type[Row]] = []
_R = TypeVar("_R", bound=Row)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(about: About) -> Callable[[type[_R]], type[_R]]:
    """Makes a kind of row that declares itself; its `Words` are kept out of every repr."""

    def made(kind: type[_R]) -> type[_R]:
        _hide_words(kind)
        row: type[_R] = dataclass(frozen=True, slots=True)(kind)
        row.about = about
        row.standing = tuple(item.name for item in fields(row) if item.metadata.get("stands"))
        row.sealed = frozenset(item.name for item in fields(row) if item.type == Words)
        KINDS.append(row)
        return row

    return made


def _hide_words(kind: type[Row]) -> None:
    for name, annotated in kind.__annotations__.items():
        default = getattr(kind, name, "")
        if annotated == Words and not isinstance(default, Field):
            setattr(kind, name, field(default=default, repr=False))


def name_of(kind: type[Row]) -> str:
    """Gives what a database and an export call a kind: from its class, which is never renamed."""
    return kind.__name__.removesuffix("Row").lower()


def chapter_of(kind: type[Row]) -> Chapter:
    """Gives under which heading a person finds a kind among all that is kept of them."""
    return Chapter.SET if issubclass(kind, Preference) else kind.about.chapter


def sealed_columns(kind: type[Row]) -> frozenset[str]:
    """Gives the columns of a kind that hold free text, which nobody may search."""
    return kind.sealed


def standing_on(kind: type[Row]) -> tuple[str, ...]:
    """Gives the fields of a kind that replies stand on: where one changes, a reply may end."""
    return kind.standing


def purged_unread() -> tuple[tuple[type[Row], timedelta], ...]:
    """Gives the kinds that go by the hour of their `at`, each with its retention."""
    of = ((kind, kind.about) for kind in KINDS)
    return tuple(
        (kind, about.lasts)
        for kind, about in of
        if about.lasts is not None and about.purge is Purge.UNREAD
    )


def preferences() -> tuple[type[Preference], ...]:
    """Gives the kinds of what a person sets by command."""
    return tuple(kind for kind in KINDS if issubclass(kind, Preference))


def erased_by(cause: Cause) -> tuple[type[Row], ...]:
    """Gives the kinds that declare a cause, besides an erase of their owner."""
    return tuple(kind for kind in KINDS if cause in kind.about.causes)


def leaving() -> tuple[type[Row], ...]:
    """Gives the kinds of which something may stay after an erase of their owner."""
    return tuple(kind for kind in KINDS if kind.left is not Row.left)


def hour(at: datetime) -> datetime:
    """Gives the hour of a time, because an exact time would link rows to each other."""
    return at.replace(minute=0, second=0, microsecond=0)
