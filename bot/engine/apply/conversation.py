"""Applies changes of a conversation: turns, stance, norms, and the replies being written."""

from dataclasses import replace

from bot.actions.agreed import KeepNorms
from bot.actions.of_edits import EndOffer, OfferAnew
from bot.actions.state import SetStance, StopReplies, TouchConversation
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.codec import load_ask
from bot.engine.wordings import wordings_of
from bot.events import MessageEdited, MessageSeen
from bot.ids import MessageId
from bot.norms import NO_NORMS, dump
from bot.records import AskRow, ConversationRow, NormsRow
from bot.snapshot import Offered, offered_in, with_offer


@applies(TouchConversation)
async def touch(applying: Applying, action: TouchConversation) -> None:
    """Continues the conversation, or begins a new one."""
    row = await applying.talk()
    if row.started_at != action.started_at:
        row = ConversationRow(row.owner, row.key, started_at=action.started_at)
    heard = row.heard if action.heard is None else action.heard
    row = with_offer(row, None) if action.is_turn else row  # something newer was said
    row = replace(row, last_at=applying.event.at, turn=row.turn + action.is_turn, heard=heard)
    await applying.unit.put(row)


@applies(SetStance)
async def set_stance(applying: Applying, action: SetStance) -> None:
    """Stores the stance of the conversation, and which message set it."""
    event, by = applying.event, ""
    if action.stance and isinstance(event, MessageSeen | MessageEdited):
        by = applying.names.message(applying.room, event.message)
    talk = replace(await applying.talk(), stance=action.stance or "", stance_by=by)
    await applying.unit.put(talk)


@applies(OfferAnew)
async def offer_anew(applying: Applying, action: OfferAnew) -> None:
    """Stores that a reply may be written anew; another edit of its messages is one offer still."""
    talk = await applying.talk()
    offered = offered_in(talk)
    if offered is None or offered.reply != action.reply:
        offered = Offered(action.reply, action.mark, is_mark=action.mark is not None)
    said = {**offered.said, **wordings_of(applying.names, applying.event)}
    await applying.unit.put(with_offer(talk, replace(offered, said=said)))


@applies(EndOffer)
async def end_offer(applying: Applying, _action: EndOffer) -> None:
    """Deletes the offer to write a reply anew."""
    await applying.unit.put(with_offer(await applying.talk(), None))


@applies(KeepNorms)
async def keep_norms(applying: Applying, action: KeepNorms) -> None:
    """Stores what was agreed on in the scope of the decision, or deletes the row."""
    if action.norms == NO_NORMS:
        await applying.unit.drop(NormsRow, applying.owner)
        return
    await applying.unit.put(NormsRow(applying.owner, body=dump(action.norms)))


@applies(StopReplies)
async def stop_replies(applying: Applying, action: StopReplies) -> None:
    """Closes the asks of this room, so that their replies fall silent at the next sentence."""
    applying.silences = True
    owner, room = applying.names.scope(applying.event.scope), applying.names.room(applying.room)
    state = "deleted" if action.deleting else "stopped"
    for row in await applying.unit.find(AskRow, owner, room=room):
        if action.answering is None or _answers(applying, row, action.answering):
            await applying.unit.put(replace(row, state=state))


def _answers(applying: Applying, row: AskRow, message: MessageId) -> bool:
    is_repair_of = row.answers == applying.names.message(applying.room, message)
    ask = load_ask(row.body)
    return is_repair_of or message in (ask.message, *ask.also, ask.source)
