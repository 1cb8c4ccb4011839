"""What a decision may look at besides its event: one small type per kind of event."""

from bot.snapshot.by_event import (
    CommandSnapshot,
    DeletionSnapshot,
    EditSnapshot,
    KeptSnapshot,
    MessageSnapshot,
    RepairSnapshot,
    SpokenSnapshot,
    TalkSnapshot,
    TapSnapshot,
)
from bot.snapshot.house import Guards, House
from bot.snapshot.observed import Observed
from bot.snapshot.offered import Offered, offered_in, with_offer
from bot.snapshot.pieces import (
    NOBODY,
    CameOf,
    Caused,
    Holding,
    Place,
    Post,
    Reply,
    Reported,
    ReportRoom,
    ReportState,
    Running,
    TrayLine,
)
from bot.snapshot.shared import HOLDS, Snapshot
from bot.snapshot.talk import corrections_of, lessons_of, talk_id, with_corrections

__all__ = [
    "HOLDS",
    "NOBODY",
    "CameOf",
    "Caused",
    "CommandSnapshot",
    "DeletionSnapshot",
    "EditSnapshot",
    "Guards",
    "Holding",
    "House",
    "KeptSnapshot",
    "MessageSnapshot",
    "Observed",
    "Offered",
    "Place",
    "Post",
    "RepairSnapshot",
    "Reply",
    "ReportRoom",
    "ReportState",
    "Reported",
    "Running",
    "Snapshot",
    "SpokenSnapshot",
    "TalkSnapshot",
    "TapSnapshot",
    "TrayLine",
    "corrections_of",
    "lessons_of",
    "offered_in",
    "talk_id",
    "with_corrections",
    "with_offer",
]
