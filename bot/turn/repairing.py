"""What 🔧, its taking back, and the taps under a repaired reply lead to."""

from dataclasses import replace

from bot import phrases
from bot.actions import Action, Ask, PutBack, Replace, StopReplies, Unlearn
from bot.commands import stance_of
from bot.events import ChoiceMade, Happening, ReactionAdded, ReactionRemoved
from bot.known import Known, Reply
from bot.limits import counted
from bot.repair import UNDO_FOR, every_kind, is_in_place, is_repair
from bot.rows import ConversationRow
from bot.rupture import Rupture
from bot.turn.shape import Turn, held_back, told


def added(event: ReactionAdded, known: Known) -> Turn:
    """Gives a repair when the person a reply addressed says it landed wrong."""
    if known.reply is None or not is_repair(event.emoji):
        return Turn()
    return _asking(event, known, _repair(event, known, known.reply))


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
        again = replace(_repair(event, known, reply), reply="", repaired=None, in_place=True)
        tapped = Replace(event.message, reply=reply.row.key)  # once is enough
        return _asking(event, known, again, tapped)
    kind = Rupture(does.removeprefix("repair "))
    return _asking(event, known, replace(_repair(event, known, reply), rupture=kind))


def _asking(event: Happening, known: Known, ask: Ask, *first: Action) -> Turn:
    """Gives the ask, within the same guards as a message."""
    return held_back(event, known) or Turn((*first, counted(known, event.at)), ask)


def _put_back(event: ChoiceMade, reply: Reply) -> tuple[Action, ...]:
    if _is_too_late(event, reply):
        return (Unlearn(reply.row.key), told(event, phrases.UNDONE_LATE))
    stop = StopReplies(answering=reply.message)
    return (stop, Unlearn(reply.row.key), PutBack(reply.row.key))


def _is_too_late(event: Happening, reply: Reply) -> bool:
    asked_at = reply.row.asked_at
    return asked_at is None or event.at - asked_at >= UNDO_FOR


def _repair(event: Happening, known: Known, reply: Reply) -> Ask:
    talk, given_at = known.conversation, reply.row.at or event.at
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
        in_place=is_in_place(given_at, event.at, is_newest=_is_newest(talk, reply)),
    )


def _is_newest(talk: ConversationRow, reply: Reply) -> bool:
    """Whether the person said nothing after it: silence, however long, leaves it the newest."""
    began, given_at = talk.started_at, reply.row.at
    is_same_talk = began is None or given_at is None or given_at >= began
    return talk.turn <= (reply.row.turn if is_same_talk else 0)
