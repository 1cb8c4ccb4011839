"""What 🔧, its taking back, and the taps under a repaired reply lead to."""

from dataclasses import replace

from bot import phrases
from bot.actions import Action, Ask, PutBack, Replace, StopReplies, Unlearn
from bot.commands import stance_of
from bot.events import ChoiceMade, Happening, ReactionAdded, ReactionRemoved
from bot.known import Known, Reply
from bot.repair import UNDO_FOR, every_kind, is_in_place, is_repair
from bot.rupture import Rupture
from bot.turn.shape import Turn, told


def added(event: ReactionAdded, known: Known) -> Turn:
    """Gives a repair when the person a reply addressed says it landed wrong."""
    if known.reply is None or not is_repair(event.emoji):
        return Turn()
    return Turn(ask=_repair(event, known, known.reply))


def removed(event: ReactionRemoved, known: Known) -> Turn:
    """Gives the first words back, and forgets what the repair taught."""
    reply = known.reply
    if reply is None or not is_repair(event.emoji) or not reply.row.by_emoji:
        return Turn()
    quiet = (StopReplies(answering=reply.message), Unlearn(reply.row.key))
    if not reply.is_repaired:
        return Turn(quiet)
    if _is_too_late(event, reply):
        return Turn((*quiet, told(event, phrases.UNDONE_LATE)))
    return Turn((*quiet, PutBack(reply.row.key)))


def chosen(event: ChoiceMade, known: Known, does: str) -> Turn:
    """Gives what a tap under a reply leads to: a known kind, all kinds, or the first words."""
    reply = known.reply
    if reply is None:
        return Turn()
    if does == "more":
        return Turn((Replace(event.message, choices=every_kind(), reply=reply.row.key),))
    if does == "put-back":
        return Turn(_put_back(event, reply))
    if does == "retry":
        return Turn(ask=replace(_repair(event, known, reply), reply="", repaired=None))
    kind = Rupture(does.removeprefix("repair "))
    return Turn(ask=replace(_repair(event, known, reply), rupture=kind))


def _put_back(event: ChoiceMade, reply: Reply) -> tuple[Action, ...]:
    if _is_too_late(event, reply):
        return (Unlearn(reply.row.key), told(event, phrases.UNDONE_LATE))
    stop = StopReplies(answering=reply.message)
    return (stop, Unlearn(reply.row.key), PutBack(reply.row.key))


def _is_too_late(event: Happening, reply: Reply) -> bool:
    asked_at = reply.row.asked_at
    return asked_at is None or event.at - asked_at >= UNDO_FOR


def _repair(event: Happening, known: Known, reply: Reply) -> Ask:
    talk = known.talk(event.at)
    given_at = reply.row.at or event.at
    is_newest = (
        talk.started_at is not None and given_at >= talk.started_at and reply.row.turn == talk.turn
    )
    return Ask(
        room=reply.room,
        scope=event.scope,
        message=reply.answers,
        level=known.effective(event.at).level,
        stance=stance_of(talk.stance),
        is_direct=known.is_direct,
        asked_at=event.at,
        reply=reply.row.key,
        repaired=reply.message,
        in_place=is_in_place(given_at, event.at, is_newest=is_newest),
    )
