"""Decides repairs: by an emoji and its removal, and by the choices under a repaired reply."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import assert_never

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.platform import Delete, Replace
from bot.actions.state import ForgetReplies, PutBack, StopReplies, Unlearn
from bot.choices import (
    AnswerAgain,
    AnswerAnew,
    Choice,
    OfAReply,
    RepairAgain,
    RepairAs,
    ShowEveryKind,
    ShowFirstWords,
    UndoRepair,
)
from bot.commands import BY_NAME
from bot.commands.values import Repair
from bot.decide import crisis
from bot.decide.again import again_of
from bot.decide.decision import Decision, introduced, opened, told
from bot.decide.house_gate import bounding
from bot.decide.limited import held_back
from bot.disclosure import greets, owed_line
from bot.emojis import is_delete, is_stop
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Happening,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
)
from bot.house_rules import repair_emojis, repaired_before
from bot.ids import MessageId
from bot.limits import counted
from bot.repair import (
    every_kind,
    is_repair,
    kind_of_emoji,
    plain_emoji,
)
from bot.repair.manner import MOST_REPAIRS
from bot.repair.stack import NO_EMOJI, made_by
from bot.rupture import Rupture
from bot.snapshot import (
    CommandSnapshot,
    MessageSnapshot,
    RepairSnapshot,
    Reply,
    Snapshot,
    TapSnapshot,
)
from bot.strings import Strings

MOST_OF_A_NOTE = 300  # characters


def added(event: ReactionAdded, snapshot: RepairSnapshot) -> Decision:
    """Gives a repair if the person whom a reply answers says it landed wrong; ⏹ and 🗑️ end it."""
    if snapshot.is_blocked:
        return Decision()
    if is_stop(event.emoji) or is_delete(event.emoji):
        turn = _ended(event, snapshot)
        is_nothing = event.is_pressed and turn == Decision()
        return _no_choice(event, snapshot) if is_nothing else turn
    if snapshot.reply is None or not _repairs(event.emoji, snapshot):
        return _no_choice(event, snapshot) if event.is_pressed else Decision()
    return asked(event, snapshot, Complaint(kind_of_emoji(event.emoji), plain_emoji(event.emoji)))


def _ended(event: ReactionAdded, snapshot: RepairSnapshot) -> Decision:
    """Gives the end of a running reply; 🗑️ also deletes it, even if it is finished."""
    deletes = is_delete(event.emoji)
    for one in snapshot.running:
        if event.message in one.shown:
            return Decision((StopReplies(answering=one.ask.message, deleting=deletes),))
    if snapshot.reply is None:
        return Decision()
    stop = StopReplies(answering=snapshot.reply.message)
    if not deletes:
        is_repairing = any(one.ask.reply == snapshot.reply.row.key for one in snapshot.running)
        return Decision((stop,) if is_repairing else ())
    gone = tuple(Delete(message) for message in snapshot.reply.messages)
    return Decision((stop, *gone, ForgetReplies(snapshot.reply.row.key)))


def removed(event: ReactionRemoved, snapshot: RepairSnapshot) -> Decision:
    """Undoes the repairs that the emoji made, and forgets what they taught."""
    reply, emoji = snapshot.reply, plain_emoji(event.emoji)
    if reply is None or not reply.row.by_emoji:
        return Decision()
    is_of_here = _is_of_here(emoji, snapshot) or _was_of_here(emoji, snapshot)
    if not (is_repair(emoji) or kind_of_emoji(emoji) or is_of_here):
        return Decision()
    numbers, stop = made_by(reply.versions, emoji), StopReplies(answering=reply.message)
    if not reply.is_repaired:
        return Decision((stop, Unlearn(reply.row.key)))
    if not numbers:
        return Decision((stop,))
    return Decision((stop, *_taken_back(event, snapshot, reply, numbers)))


@dataclass(frozen=True, slots=True)
class Complaint:
    """How somebody says that a reply landed wrong: the kind, if they name one, and the means."""

    kind: Rupture | None
    by: str  # an emoji, "words", "command" or "tap"
    note: str = field(default="", repr=False)


def asked(event: Happening, snapshot: RepairSnapshot, said: Complaint) -> Decision:
    """Gives the repair of a reply; after three repairs, says what cannot be done.

    A running repair is joined: a tap starts no second one, but another kind replaces it.
    """
    reply = snapshot.reply
    if reply is None or snapshot.is_blocked:
        return Decision()
    if reply.landed_wrong >= MOST_REPAIRS:
        return Decision((told(event, _cannot(reply, snapshot.strings)),))
    running = next((one.ask for one in snapshot.running if one.ask.reply == reply.row.key), None)
    if running is not None and not said.note and said.kind in (None, running.rupture):
        return Decision()
    stop = (StopReplies(answering=reply.message),) if running is not None else ()
    ask = replace(again_of(event, snapshot, reply), rupture=said.kind, by=said.by, note=said.note)
    return _asking(event, snapshot, ask, *stop)


def in_words(event: MessageSeen, snapshot: MessageSnapshot, kind: Rupture) -> Decision:
    """Gives the repair that a message asks for, as a new message below it.

    "Try again" about a failed reply tries that one again.
    """
    if kind is Rupture.OTHER and snapshot.reply is not None and snapshot.reply.has_failed:
        return _retried(event, snapshot, snapshot.reply, snapshot.reply.messages[-1])
    turn = asked(event, snapshot, Complaint(None if kind is Rupture.OTHER else kind, "words"))
    ask = turn.ask
    if ask is not None:
        ask = replace(ask, in_place=False, source=event.message)
    first = opened(event, snapshot, is_turn=False)
    return introduced(event, snapshot, Decision((*first, *turn.actions), ask))


def by_command(given: Repair, event: CommandGiven, snapshot: CommandSnapshot) -> Decision:
    """Gives the repair of `/attune repair [kind] [ID]`; without an ID, of the newest reply."""
    if given.note and crisis.is_at_risk(event, snapshot):
        return crisis.floor(event, snapshot)
    if given.named is not None and not _is_about(snapshot.reply, given.named):
        return Decision((told(event, _what_is_wrong(given.named, snapshot.strings)),))
    kind, note = given.kind or snapshot.reading.rupture, " ".join(given.note.split())
    if snapshot.reply is None:
        return Decision((told(event, snapshot.strings.repair.nothing_to_repair),))
    turn = asked(event, snapshot, Complaint(kind, "command", note[:MOST_OF_A_NOTE]))
    under_way = Decision((told(event, snapshot.strings.repair.under_way),))
    return under_way if turn == Decision() else turn


def _is_about(reply: Reply | None, named: MessageId) -> bool:
    return reply is not None and named in reply.messages


def _what_is_wrong(word: str, strings: Strings) -> str:
    """Says what cannot be read: an ID of no reply to this person, or an unknown kind."""
    is_id = any(mark.isdigit() for mark in word)
    return strings.repair.not_your_reply if is_id else BY_NAME["repair"].misread(strings)


def what_changed(event: Happening, snapshot: RepairSnapshot) -> Action:
    """Gives the first text of a repaired reply, to its person only."""
    reply = snapshot.reply
    if reply is None or not reply.is_repaired:
        return told(event, snapshot.strings.repair.nothing_changed)
    first = next((one for one in reply.versions if not one.messages), None)
    kinds = _listed(reply.kinds, snapshot.strings)
    if not reply.versions or (first is not None and first.is_old(event.at)):
        return told(event, snapshot.strings.repair.first_gone)
    if first is None:
        return told(event, snapshot.strings.repair.stands_above.format(kinds=kinds))
    was = snapshot.strings.repair.first_was.format(kinds=kinds)
    was = was if reply.kinds else snapshot.strings.replies.edited_first
    return told(event, f"{was}\n\n{first.text}")


def _no_choice(event: Happening, snapshot: RepairSnapshot) -> Decision:
    return Decision((told(event, snapshot.strings.commands.no_choice),))


def _repairs(emoji: str, snapshot: RepairSnapshot) -> bool:
    is_kind = snapshot.person.emojis and kind_of_emoji(emoji) is not None
    return is_repair(emoji) or is_kind or _is_of_here(emoji, snapshot)


def _is_of_here(emoji: str, snapshot: RepairSnapshot) -> bool:
    """Returns whether the admins here, or of a space above, let an emoji repair."""
    return any(plain_emoji(emoji) in repair_emojis(row) for row in bounding(snapshot))


def _was_of_here(emoji: str, snapshot: RepairSnapshot) -> bool:
    """Returns whether an emoji repaired here once: what it did then is undone with it."""
    return any(emoji in repaired_before(row) for row in bounding(snapshot))


def _cannot(reply: Reply, strings: Strings) -> str:
    kinds = reply.kinds or (reply.row.rupture,)
    return strings.repair.cannot_get_right.format(kinds=_listed(kinds, strings))


def _listed(kinds: Iterable[str], strings: Strings) -> str:
    return strings.listed(strings.repair.named(kinds))


def chosen(event: ChoiceMade, snapshot: TapSnapshot, means: OfAReply) -> Decision:
    """Gives the decision about a choice under a reply: a repair, its undoing, or another try."""
    reply = snapshot.reply
    if reply is None:
        return Decision()
    match means:
        case ShowEveryKind():
            return Decision(
                (Replace(event.message, choices=every_kind(snapshot.strings), reply=reply.row.key),)
            )
        case UndoRepair():
            return Decision(_put_back(event, snapshot, reply))
        case ShowFirstWords():
            return Decision((what_changed(event, snapshot),))
        case AnswerAgain():
            return _retried(event, snapshot, reply, event.message)
        case RepairAgain():
            return _again(event, snapshot, reply, means)
        case RepairAs(kind):
            return asked(event, snapshot, Complaint(kind, "tap"))
        case _:
            assert_never(means)


def _asking(event: Happening, snapshot: RepairSnapshot, ask: Ask, *first: Action) -> Decision:
    """Gives the ask, if the same rate limits as for a message allow it."""
    return held_back(event, snapshot) or Decision((*first, counted(snapshot, event.at)), ask)


def _retried(
    event: Happening, snapshot: MessageSnapshot | TapSnapshot, reply: Reply, offered: MessageId
) -> Decision:
    if any(one.ask.message == reply.answers for one in snapshot.running):
        return Decision()
    again = replace(again_of(event, snapshot, reply), reply="", repaired=None, in_place=True)
    again = replace(again, notice=owed_line(snapshot, event.at), greets=greets(snapshot))
    return _asking(event, snapshot, again, Replace(offered, reply=reply.row.key))  # once is enough


def try_again(ask: Ask, strings: Strings) -> Choice:
    """Gives the choice to try what failed again, a repair in the same way and of the same kind."""
    again = AnswerAnew() if ask.is_anew else RepairAgain(ask.by, ask.in_place, ask.rupture)
    return Choice(strings.replies.try_again, again)


def _again(event: ChoiceMade, snapshot: TapSnapshot, reply: Reply, means: RepairAgain) -> Decision:
    by = means.by
    is_taken_back = by not in NO_EMOJI and not reply.row.by_emoji
    turn = asked(event, snapshot, Complaint(means.kind, "tap" if is_taken_back else by))
    if turn.ask is None:
        return turn
    ask = replace(turn.ask, in_place=turn.ask.in_place and means.in_place)
    return Decision((*turn.actions, Replace(event.message, reply=reply.row.key)), ask)


def _put_back(event: ChoiceMade, snapshot: TapSnapshot, reply: Reply) -> tuple[Action, ...]:
    if not reply.versions:
        return ()
    stop = StopReplies(answering=reply.message)
    return (stop, *_taken_back(event, snapshot, reply, (reply.versions[-1].number,)))


def _taken_back(
    event: Happening, snapshot: Snapshot, reply: Reply, numbers: tuple[int, ...]
) -> tuple[Action, ...]:
    """Gives the actions that undo repairs; the old words can be restored only within a day."""
    key, gone = reply.row.key, [one for one in reply.versions if one.number in numbers]
    is_too_late = any(one.is_old(event.at) for one in gone)
    late = snapshot.strings.repair.undone_late
    last = told(event, late) if is_too_late else PutBack(key, numbers)
    return (Unlearn(key, numbers), last)
