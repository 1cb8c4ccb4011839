"""Decides what comes of an edit after the answer: an offer to answer anew, taken up or left.

In a direct message it is a small piece with two choices. Where others read it is one emoji on the
reply: no private line that nobody asked for stands in a shared room, nor in a direct message that
the bot would have to open for it, and the reply is where its person looks.
"""

from dataclasses import replace

from bot.actions import Action
from bot.actions.ask import EDITED
from bot.actions.of_edits import EndOffer, OfferAnew
from bot.actions.platform import Delete, React, Unreact
from bot.actions.state import TouchConversation
from bot.choices import AnswerAnew, Choice, LeaveAnswer, OfAnEdit
from bot.commands import asked_in, parse
from bot.decide.again import again_of, is_newest
from bot.decide.decision import Decision, answered, held_back, told
from bot.emojis import ANEW_EMOJI
from bot.events import ChoiceMade, MessageEdited, ReactionAdded
from bot.limits import counted, over
from bot.repair import is_in_place
from bot.snapshot import (
    EditSnapshot,
    Offered,
    RepairSnapshot,
    Reply,
    Snapshot,
    TalkSnapshot,
    TapSnapshot,
    offered_in,
)

Answer = tuple[Action, ...]
Taken = ChoiceMade | ReactionAdded


def offered(event: MessageEdited, snapshot: EditSnapshot) -> Answer:
    """Gives the offer to answer an edited message anew, or nothing; one stands at a time.

    It ends where the message says again what the reply answers.
    """
    reply = snapshot.reply
    if reply is None:
        return ()
    standing = _of(reply, snapshot)
    if _is_being_written(event, snapshot, reply):
        return ()
    if not snapshot.is_changed:
        return (EndOffer(), *taken_away(standing)) if standing is not None else ()
    if _means_something_else(event, snapshot) or not _may_be_anew(event, snapshot, reply):
        return ()
    if standing is not None:
        return (OfferAnew(reply.row.key),)
    if over(snapshot, event.at) is not None:
        return ()
    return (counted(snapshot, event.at), *_offer(event, snapshot, reply))


def _offer(event: MessageEdited, snapshot: EditSnapshot, reply: Reply) -> Answer:
    key = reply.row.key
    if not snapshot.is_direct:
        return (OfferAnew(key, mark=reply.message), React(reply.message, ANEW_EMOJI))
    labels = snapshot.strings.choices
    choices = (
        Choice(labels.answer_again, AnswerAnew()),
        Choice(labels.leave_answer, LeaveAnswer()),
    )
    offer = told(event, snapshot.strings.replies.edited_offer, choices)
    return (OfferAnew(key), replace(offer, reply=key))


def _is_being_written(event: MessageEdited, snapshot: EditSnapshot, reply: Reply) -> bool:
    asks = (one.ask for one in snapshot.running)
    return any(
        one.reply == reply.row.key or event.message in (one.message, *one.also) for one in asks
    )


def _means_something_else(event: MessageEdited, snapshot: EditSnapshot) -> bool:
    """Returns whether an edited message is no longer something to be answered."""
    reading = snapshot.reading
    is_complaint = reading.correction is not None and not reading.correction.has_more
    is_command = parse(event.text) is not None and asked_in(event.text) is None
    return is_complaint or is_command or reading.command is not None or reading.wish is not None


def _may_be_anew(event: MessageEdited | Taken, snapshot: TalkSnapshot, reply: Reply) -> bool:
    """Returns whether a reply may be written anew: it is the newest, and nothing changed since.

    What raised an epoch since it was asked ended it: off, a pause, another level or ceiling.
    """
    row, talk, at = reply.row, snapshot.conversation, event.at
    now = snapshot.scope.epoch, snapshot.space_epoch, snapshot.house.epoch
    is_of_now = (row.epoch, row.space_epoch, row.house_epoch) == now
    is_here = is_in_place(row.at or at, at, is_newest=is_newest(talk, reply))
    is_free = not snapshot.is_blocked and snapshot.episode is None and not snapshot.is_paused(at)
    is_same_talk = snapshot.talk(at) is talk
    return bool(row.said) and is_of_now and is_here and is_free and is_same_talk


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfAnEdit) -> Decision:
    """Gives the answer anew, or leaves the reply as it is; either way the offer goes."""
    if isinstance(means, LeaveAnswer):
        return Decision((*_ended(event, snapshot), Delete(event.message)))
    reply = snapshot.reply
    if reply is None or not _may_be_anew(event, snapshot, reply):
        over_now = answered(event, snapshot.strings.commands.choice_over)
        return Decision((*_ended(event, snapshot), over_now))
    return _asked(event, snapshot, reply, (EndOffer(), Delete(event.message)))


def _ended(event: ChoiceMade, snapshot: TapSnapshot) -> Answer:
    """Ends the offer that stands in the tapped message; an older one's tap ends no newer one."""
    standing = offered_in(snapshot.conversation)
    is_it = standing is not None and standing.message == event.message
    return (EndOffer(),) if is_it else ()


def marked(event: ReactionAdded, snapshot: RepairSnapshot) -> Decision:
    """Gives the answer anew, where the emoji is on a reply of this person's that offers it."""
    reply = snapshot.reply
    standing = _of(reply, snapshot) if reply is not None else None
    if reply is None or standing is None or not _may_be_anew(event, snapshot, reply):
        no_choice = told(event, snapshot.strings.commands.no_choice)
        return Decision((no_choice,)) if event.is_pressed else Decision()
    return _asked(event, snapshot, reply, (EndOffer(), *taken_away(standing)))


def _asked(event: Taken, snapshot: RepairSnapshot, reply: Reply, ended: Answer) -> Decision:
    """Gives the ask, if the same rate limits as for a message allow it; none beside another."""
    if any(one.ask.reply == reply.row.key for one in snapshot.running):
        return Decision()
    ask = replace(again_of(event, snapshot, reply), by=EDITED)
    return held_back(event, snapshot) or Decision((*ended, counted(snapshot, event.at)), ask)


def passed(snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision about a message that takes away the offer which something newer ends."""
    standing = offered_in(snapshot.conversation)
    is_newer = any(isinstance(one, TouchConversation) and one.is_turn for one in turn.actions)
    if standing is None or not is_newer:
        return turn
    return replace(turn, actions=(*turn.actions, *taken_away(standing)))


def taken_away(standing: Offered | None) -> Answer:
    """Takes an offer away from where it stands; one that is on its way answers that it is over."""
    if standing is None or standing.message is None:
        return ()
    if standing.is_mark:
        return (Unreact(standing.message, ANEW_EMOJI),)
    return (Delete(standing.message),)


def _of(reply: Reply, snapshot: Snapshot) -> Offered | None:
    """Gives the offer that stands to write this reply anew, or None."""
    standing = offered_in(snapshot.conversation)
    return standing if standing is not None and standing.reply == reply.row.key else None
