"""Decides what an edit or a deletion changes of what is held of a message's words, in silence.

A line that a message said is corrected where its new words still say one, and dropped where they
do not, or where nothing may be held any more. What becomes of a summary is in `summaries`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.actions import Action
from bot.actions.of_edits import CorrectHeld, ForgetHeld
from bot.actions.state import RaiseEpoch
from bot.events import MessageEdited
from bot.holding import Held, HeldRow
from bot.holding.orders import wording
from bot.records import MemoryRow, SummaryRow, ThreadRow
from bot.snapshot import CameOf, EditSnapshot

Answer = tuple[Action, ...]
Reads = Callable[[str], str]  # gives the wording that a message asks to be held; empty for none

# By the kind of line: what takes a line from a message reads an edit of it too, and stands here.
READS: Mapping[type[HeldRow], Reads] = {
    ThreadRow: partial(wording, Held.THREADS),
    MemoryRow: partial(wording, Held.MEMORY),
}


def corrected(
    event: MessageEdited, snapshot: EditSnapshot, reads: Mapping[type[HeldRow], Reads] = READS
) -> Answer:
    """Gives what an edit changes of what is held of the message; nothing where no word changed."""
    if snapshot.reply is not None and not snapshot.is_changed:
        return ()
    lines = tuple(one for one in snapshot.came_of if not isinstance(one, SummaryRow))
    may_hold = snapshot.may_hold(event.at)
    changes = tuple(_changed(row, event.text, reads, may_hold) for row in lines)
    made = tuple(one for one in changes if one is not None)
    return (*made, RaiseEpoch()) if made else ()


# Why the epoch is raised: a reply that is being written may have been told the old words. It falls
# silent, as it does where a line is dropped by command.
def dropped(came_of: CameOf) -> Answer:
    """Gives what a deletion drops of what is held of the message."""
    made = tuple(ForgetHeld(one) for one in came_of if not isinstance(one, SummaryRow))
    return (*made, RaiseEpoch()) if made else ()


def _changed(
    row: HeldRow, text: str, reads: Mapping[type[HeldRow], Reads], may_hold: bool
) -> CorrectHeld | ForgetHeld | None:
    """Gives the row with its new words, or its end; None where it says the same."""
    read = reads.get(type(row))
    words = read(text) if read is not None and may_hold else ""
    if not words:
        return ForgetHeld(row)
    return CorrectHeld(replace(row, body=words)) if words != row.body else None
