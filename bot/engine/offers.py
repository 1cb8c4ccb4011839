"""Where an offer to write a reply anew stands, once it was said."""

from dataclasses import replace

from bot.actions.platform import Say
from bot.engine.codec import Sending
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import MessageId
from bot.ports import Unit
from bot.records import ConversationRow
from bot.snapshot import offered_in, with_offer


# An offer that ended while it was on its way has no row any more: its message stands, and its
# choices answer that they are over, as the decision about a tap looks at the reply anew.
async def stands(unit: Unit, names: Pseudonyms, sending: Sending, message: MessageId) -> None:
    """Stores in which message an offer stands, so that it can be taken away; not of one ended."""
    owner, room = names.scope(sending.scope), names.room(sending.room)
    talk = await unit.get(ConversationRow, owner, room)
    offered = offered_in(talk) if talk is not None else None
    said = sending.action.reply if isinstance(sending.action, Say) else ""
    if talk is not None and offered is not None and offered.reply == said:
        await unit.put(with_offer(talk, replace(offered, message=message)))
