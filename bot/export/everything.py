"""What is kept of a person: in each place, and beside any."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.audit import Entry
from bot.capabilities import EVERYWHERE, Capabilities
from bot.ids import PersonId, Scope
from bot.records import LanguageRow, LedgerRow, Row


@dataclass(frozen=True, slots=True)
class KeptIn:
    """What is kept of a person in one place; with no scope, what is kept beside any place.

    Args:
        at: when the person talked there last; None where that is not known.
        entries: of the ledger, each with its number.
        called: the place, as its people see it; empty where it has no name or none is known.
        is_here: it is where that is asked.
        left_out: how many rows are not among these, as only the person reads them.
        audited: entries of the audit ledger that name them, as whoever acted or was acted on.
    """

    scope: Scope | None
    at: datetime | None = None
    rows: tuple[Row, ...] = field(default=(), repr=False)
    entries: tuple[tuple[int, LedgerRow], ...] = field(default=(), repr=False)
    called: str = field(default="", repr=False)
    is_direct: bool = False
    is_here: bool = False
    left_out: int = 0
    audited: tuple[Entry, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.rows or self.entries)

    @property
    def place(self) -> str | None:
        """What the platform calls the space; None beside any place."""
        return self.scope.space if self.scope is not None else None


@dataclass(frozen=True, slots=True)
class Everything:
    """All that an export holds, and of what.

    Args:
        at: when it was read.
        is_all: every place, and what is kept beside any; else one place alone.
        run_by: whoever runs the program, by name; empty where they set none.
        contact: where they are reached; empty where they named nothing.
        can: what the platform can do on which it was asked for; it says what a place is.
    """

    person: PersonId = field(repr=False)
    at: datetime
    parts: tuple[KeptIn, ...] = ()
    is_all: bool = True
    run_by: str = ""
    contact: str = ""
    can: Capabilities = EVERYWHERE

    def __bool__(self) -> bool:
        return any(self.parts)

    @property
    def left_out(self) -> int:
        """How many rows it does not hold, as only the person reads them."""
        return sum(part.left_out for part in self.parts)

    @property
    def language(self) -> str:
        """The code of the language that the person is answered in; empty where none is kept."""
        rows = (row for part in self.parts for row in part.rows)
        return next((row.code for row in rows if isinstance(row, LanguageRow)), "")
