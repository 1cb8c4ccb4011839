"""Measures without any words: repairs, crisis episodes, counts by month."""

from dataclasses import field
from datetime import datetime, timedelta

from bot.records.declare import STANDS, About, Cause, Chapter, Owner, Purge, Row, Words, record


@record(
    About(
        "repairs: kind and time, without words",
        "scope",
        until="erased",
        causes=(Cause.FREEZE,),
        chapter=Chapter.TALK,
    )
)
class RepairRow(Row):
    """A repair without words: its kind, the seconds it took, whether the fault came again.

    Its key names the reply and counts: the first repair of a reply is number 1.
    """

    at: datetime | None = None
    kind: str = ""
    seconds: float | None = None
    again: bool = False
    failed: bool = False  # the same rupture came again within five replies
    undone: bool = False  # taken back: it teaches nothing
    level: int = 0
    room: str = ""
    turn: int = 0  # the conversation's turn of the reply it repaired
    message: str = ""  # the hash of the message that asked for it in words

    @staticmethod
    def key_of(reply: str, number: int) -> str:
        """Gives the key of a reply's repair."""
        return f"{reply}:{number:02}"

    @property
    def reply(self) -> str:
        """The reply that was repaired."""
        return self.key.rpartition(":")[0]

    @property
    def number(self) -> int:
        """Which repair of that reply it was."""
        return int(self.key.rpartition(":")[2])

    def is_frozen(self, above: int, _upward: frozenset[str]) -> bool:
        """Returns whether plain is left: every repair was learnt at the levels above it."""
        return above == 0


@record(
    About(
        "an episode in which a life seemed at risk, for 24 hours",
        "episode",
        timedelta(hours=24),
        until="erased, or {lasts} after its last message",
        purge=Purge.ENDED,
    )
)
class EpisodeRow(Row):
    """A crisis episode, while it lasts: of a shared room (its key), or of all that is private."""

    at: datetime | None = None  # its last message; 24 hours later the row is gone
    started_at: datetime | None = None
    referred: int = 0  # the gravest tier at which help was named
    declined: int = 0  # the gravest tier at which the person asked not to hear it again
    turns: int = 0  # answered from the reserve, past every budget
    person: Owner = Owner("")  # whose lock it ends under


@record(About("counts by month, of nobody", "nobody", until="kept"))
class CountRow(Row):
    """How often something happened in a month, of nobody in particular; keyed by both."""

    count: int = 0


@record(About("what the operator set for everybody", "nobody", until="the operator sets another"))
class InstanceRow(Row):
    """What the operator set for every space: the deepest level, and a line that all get once."""

    deepest: int | None = None
    epoch: int = field(default=0, metadata=STANDS)  # raised where the deepest level gets lower
    announcement: Words = ""
    # Names it, so that each person gets it once; as it changes, every process looks again.
    announced: str = field(default="", metadata=STANDS)
