"""Coalesces a burst of messages: the ask of a message, and the recent asks that it takes in."""

from bot.actions.ask import Ask
from bot.events import MessageEdited, MessageSeen
from bot.ids import MessageId
from bot.levels import stance_named
from bot.snapshot import Snapshot, TalkSnapshot


def burst(event: MessageSeen | MessageEdited, snapshot: TalkSnapshot) -> tuple[Ask, ...]:
    """Gives the recent asks of which nothing is shown yet, so that one reply answers them all.

    Counted by when a message was sent, so that late ones, received together, each get a reply.
    """
    moment = snapshot.house.burst
    if not moment:
        return ()
    waiting = (one.ask for one in snapshot.running if one.is_waiting)
    asks = (ask for ask in waiting if ask.reaches != "command")  # that one answers no message
    said = event.said if isinstance(event, MessageSeen) else event.at
    return tuple(ask for ask in asks if said - (ask.said_at or ask.asked_at) <= moment)


def also_of(earlier: tuple[Ask, ...]) -> tuple[MessageId, ...]:
    """Gives the messages that these asks answer."""
    return tuple(dict.fromkeys(each for one in earlier for each in (*one.also, one.message)))


def ask_for(event: MessageSeen | MessageEdited, snapshot: Snapshot) -> Ask:
    """Gives the ask of a message alone; the caller adds a notice and the rest."""
    return Ask(
        room=event.where.room,
        scope=event.scope,
        message=event.message,
        level=snapshot.effective(event.at).level,
        stance=stance_named(snapshot.talk(event.at).stance),
        is_direct=snapshot.is_direct,
        asked_at=event.at,
        said_at=event.said_at if isinstance(event, MessageSeen) else None,
        language=snapshot.language,
        is_first=snapshot.person.day_at is None,  # no reply was counted yet
    )
