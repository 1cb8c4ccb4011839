"""The corrections that hold in a conversation, and whether an earlier repair failed."""

from datetime import datetime

from bot.records import ConversationRow, RepairRow, ReplyRow
from bot.repair.manner import SAME_WITHIN
from bot.rupture import Rupture
from bot.snapshot import corrections_of, with_corrections


def corrected(talk: ConversationRow, reply: str, kind: Rupture) -> ConversationRow:
    """Gives the conversation with a reply's newest correction added."""
    others = tuple(pair for pair in corrections_of(talk) if pair[0] != reply)
    return with_corrections(talk, (*others, (reply, kind.value)))


def came_again(repair: RepairRow, reply: ReplyRow, since: datetime | None) -> bool:
    """Returns whether a reply followed a repaired one within five turns of its conversation."""
    is_soon = 0 < reply.turn - repair.turn <= SAME_WITHIN
    is_of_it = since is None or (repair.at is not None and repair.at >= since)
    return is_soon and is_of_it and repair.room == reply.room and not repair.undone
