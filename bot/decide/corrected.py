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
from bot.holding import Held, HeldRow, put_off
from bot.holding.days import of_a_line
from bot.holding.orders import wording
from bot.records import MemoryRow, SummaryRow, ThreadRow
from bot.snapshot import CameOf, EditSnapshot
from bot.strings import Strings

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
    text = event.text if snapshot.may_hold(event.at) else ""
    said = ((one, _read(reads.get(type(one)), text)) for one in lines)
    changes = (_changed(row, words, snapshot.strings) for row, words in said)
    made = tuple(one for one in changes if one is not None)
    return (*made, RaiseEpoch()) if made else ()


# Why the epoch is raised: a reply that is being written may have been told the old words. It falls
# silent, as it does where a line is dropped by command.
def dropped(came_of: CameOf) -> Answer:
    """Gives what a deletion drops of what is held of the message."""
    made = tuple(ForgetHeld(one) for one in came_of if not isinstance(one, SummaryRow))
    return (*made, RaiseEpoch()) if made else ()


def _read(reads: Reads | None, text: str) -> str:
    """Gives what a text asks to be held; empty where it asks for nothing of that kind."""
    return reads(text) if reads is not None and text else ""


def _changed(row: HeldRow, words: str, strings: Strings) -> CorrectHeld | ForgetHeld | None:
    """Gives the row with its new words, or its end; None where it says the same."""
    if not words:
        return ForgetHeld(row)
    new = _worded(row, words, strings)
    return CorrectHeld(new) if new != row else None


def _worded(row: HeldRow, words: str, strings: Strings) -> HeldRow:
    """Gives a row with other words, and the day that they name; one that was set else stays."""
    if not isinstance(row, ThreadRow) or row.at is None:
        return replace(row, body=words)
    dated = of_a_line(Held.THREADS, words, strings, row.at)
    new = replace(row, body=dated.words)
    return put_off(new, dated.due) if dated.due not in {None, row.due} else new
