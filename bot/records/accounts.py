"""The rows of a scope, a space and a person: consent, ceilings, clocks; and the audit ledger."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar, Final

from bot.records.declare import STANDS, About, Chapter, Row, Words, record

PROTECTS: Final = {"protects": True}  # metadata of what stays when a person erases everything


@record(About("what you agreed to here", "scope", until="erased", chapter=Chapter.AGREED))
class ScopeRow(Row):
    """Relational: what a person agreed to here, and the epoch of their replies."""

    state: str = ""
    level: int = 0
    policy: str = ""
    given_at: datetime | None = None
    expires_at: datetime | None = None
    conversation: str = ""  # the only conversation it holds for
    memory: bool = False  # they ticked that what they ask for is held
    notices: bool = False  # their yes covers what is noticed in a direct message
    functioning: bool = False  # they ticked that worse sleep, food, work, money is noticed
    loops: bool = False  # they ticked that a distress that comes again is noticed
    put_away_until: datetime | None = None  # what was held is used no more, and erased then
    unsummed: bool = False  # they want no summary written by a model
    entered_at: datetime | None = None  # the newest entry of the ledger
    paused_until: datetime | None = None
    frozen_until: datetime | None = None
    frozen_above: int = 3  # what levels above this one used is frozen
    frozen_from: int = 0  # and the deepest level of which anything is; 0: none is known
    epoch: int = field(default=0, metadata=STANDS)
    lowered_seen: int = 0  # of how much that admins lowered they were told, or knew at their yes


@record(About("what the admins set here", "space", until="the admins set another"))
class SpaceRow(Row):
    """Operational: what a space's admins set."""

    ceiling: int | None = None
    epoch: int = field(default=0, metadata=STANDS)
    blocked: bool = field(default=False, metadata=STANDS)  # by the operator
    crisis_text: Words = ""  # the admins' own line below the crisis text, and where it leads
    crisis_url: Words = ""
    listens: bool = False  # in threads, to who addressed it there
    # JSON: everything else that they set, and how often (`bot/house_rules/kept`)
    rules: Words = field(default="", repr=False, metadata=STANDS)


@record(
    About(
        "whom the admins here want me silent towards, and until when; a hash under the space's key",
        "space",
        timedelta(days=31),
        until="it is over, an admin ends it, or {lasts} are over",
    )
)
class MuteRow(Row):
    """Operational: the admins of a space want no talk with a person there; its key is the person.

    It is the space's, as whoever it is about could end it else by erasing what is theirs. The key
    is the hash of a person in that space, whether or not anything is kept of them.
    """

    at: datetime | None = None
    until: datetime | None = None
    by: str = ""  # the admin, as a hash that ends with their own key there


@record(
    About(
        "your clocks, budgets and switches on this platform",
        "person",
        until="the last place is erased, but for what protects",
    )
)
class PersonRow(Row):
    """Operational: clocks and budgets of a person, and the mark under-18."""

    under_18: bool = field(default=False, metadata=PROTECTS)
    met_at: datetime | None = None
    noticed_at: datetime | None = None
    talk_since: datetime | None = None
    last_at: datetime | None = None
    minute_at: datetime | None = None
    minute_count: int = 0
    told_at: datetime | None = None
    day_at: datetime | None = None
    day_tokens: int = 0
    emojis: bool = False  # the kinds of repair have emojis of their own
    ignored: bool = field(
        default=False, metadata=PROTECTS | STANDS
    )  # never read, at their own wish
    # What they said earlier was said while ignored.
    read_since: datetime | None = field(default=None, metadata=PROTECTS)
    blocked: bool = field(default=False, metadata=PROTECTS | STANDS)  # by the operator
    # Asked whether they are under 18, and not answered yet; and when, which stays with it.
    age_open: bool = field(default=False, metadata=PROTECTS)
    age_asked_at: datetime | None = None
    making: str = ""  # JSON: what wrote the replies when they were last told (`bot/making.py`)
    closing: str = ""  # the closing day they were told of
    closing_soon: bool = False  # they were told of it in its last week
    unasked_at: datetime | None = None  # when they were last told what they did not ask for
    announced: str = ""  # the line of the operator's to everybody that they got last
    break_at: datetime | None = None  # when a break was last to be suggested where others read
    refused_at: datetime | None = None  # when they last said no to a line offered to be held
    # What the operator's age check answered, adult, minor or unknown, and when.
    age_answer: str = ""
    age_checked_at: datetime | None = None
    counted_in: str = ""  # the last month in which their answers were counted, in any place

    def left(self) -> "PersonRow | None":
        """Gives what stays after the person erased everything, or None."""
        kept = {name: getattr(self, name) for name in _protecting(type(self))}
        left = PersonRow(self.owner, **kept)
        if left == PersonRow(self.owner):
            return None
        found = "minor" if self.under_18 and self.age_answer == "minor" else ""
        asked_at = self.age_asked_at if self.age_open else None
        return replace(left, age_asked_at=asked_at, age_answer=found)


def _protecting(kind: type[Row]) -> tuple[str, ...]:
    return tuple(
        name for name, item in kind.__dataclass_fields__.items() if item.metadata.get("protects")
    )


@record(
    About(
        "how long you talked today, while you count as under 18",
        "person",
        timedelta(days=2),
        until="never erased by its person",
    )
)
class MinorTimeRow(Row):
    """Operational: how long somebody under 18 talked, in one go and in 24 hours."""

    at: datetime | None = None
    session_at: datetime | None = None
    last_at: datetime | None = None  # when they were last answered, below the caps
    # When the first talk that counts began, and how long all of it was.
    counted_since: datetime | None = None
    counted_seconds: int = 0
    break_until: datetime | None = None  # the end of the break that they were told of
    stretches: str = ""  # JSON: their talk in 24 hours (`bot/duties/stretches.py`)
    full_until: datetime | None = None  # until when their two hours count as used up

    def left(self) -> "MinorTimeRow":
        """Gives the row itself: an erase begins no time anew."""
        return self


@record(
    About(
        "what the operator did with all that is kept of you, copied or erased, and when",
        "person",
        timedelta(days=365),
        until="erased",  # by the person: through the operator's own erase it stays
    )
)
class OperatorActRow(Row):
    """Operational: that the operator copied or erased all that is kept of a person."""

    act: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One entry of the audit log of consent, to the hour, with a keyed hash for its person.

    An erase of the scope destroys the key of that hash: the entry stays, and nobody can say whose
    it is.
    """

    about: ClassVar[About] = About(
        "each yes and no of yours",
        "nobody",
        until="kept, unlinkable after an erase",
        chapter=Chapter.AGREED,
    )

    subject: str
    state: str
    level: int
    purposes: str
    policy: str
    at: datetime
    expires_at: datetime | None = None
    message: str = ""


# The ids of events that were claimed, each as a hash under its scope's key: so that one counts
# once. No platform hands an event over again after so long.
CLAIMS: Final = About("events that were seen", "scope", timedelta(days=30), until="erased")

# The entries of the audit ledger (`bot/audit/chain.py`), whose own `about` is whom it was done to.
AUDITED: Final = About(
    "entries of the audit ledger", "nobody", until="kept, unlinkable after an erase"
)
