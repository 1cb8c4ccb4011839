"""Loads the snapshot of an event in one unit of work: one loader for each kind of event."""

from typing import assert_never

from bot.emojis import means_something
from bot.engine.load import by_event
from bot.engine.load.commands import of_command
from bot.engine.load.gathering import Gathering, Memory
from bot.engine.pseudonyms import Pseudonyms
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    Left,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
    RiskJudged,
    WordlessSeen,
)
from bot.ports import Unit
from bot.records import AskRow, PostRow, ReplyRow
from bot.snapshot import Snapshot

__all__ = ["Gathering", "Memory", "load", "may_lead_on"]


async def load(facts: Gathering, event: Event) -> Snapshot:
    """Gives the snapshot of an event, of the type that its decision takes."""
    match event:
        case MessageSeen():
            return await by_event.of_message(facts, event)
        case CommandGiven():
            return await of_command(facts, event)
        case ChoiceMade():
            return await by_event.of_tap(facts, event)
        case ReactionAdded() | ReactionRemoved():
            return await by_event.of_reaction(facts, event)
        case MessageEdited():
            return await by_event.of_edit(facts, event)
        case MessageDeleted():
            return await by_event.of_deletion(facts, event)
        case WordlessSeen() | RiskJudged() | Left():
            return Snapshot(**await facts.shared(event))
        case _:
            assert_never(event)


async def may_lead_on(event: by_event.Emoji, names: Pseudonyms, unit: Unit) -> bool:
    """Returns whether an emoji that means something has an effect there.

    Most are on messages not of the bot's: then nothing is written, and nobody waits.
    """
    if isinstance(event, ReactionAdded) and event.is_pressed:
        return True
    scope, message = names.scope(event.scope), names.message(event.where.room, event.message)
    stands = await unit.get(PostRow, scope, message)
    if stands is not None and (not _is_of_a_space(event) or await _was_made(stands, unit)):
        return True
    return bool(await unit.find(AskRow, scope, state="open"))


def _is_of_a_space(event: by_event.Emoji) -> bool:
    """Returns whether an emoji is taken back that repairs, or once did, where admins say so."""
    return isinstance(event, ReactionRemoved) and not means_something(event.emoji)


async def _was_made(stands: PostRow, unit: Unit) -> bool:
    """Returns whether an emoji asked for anything under a reply: only that can go with one."""
    reply = await unit.get(ReplyRow, stands.owner, stands.reply) if stands.reply else None
    return reply is not None and reply.by_emoji
