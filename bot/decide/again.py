"""The ask that writes a reply once more, and whether it may stand in the place of the first."""

from bot.actions.ask import Ask
from bot.decide import crisis, effects
from bot.events import Happening
from bot.levels import stance_named
from bot.records import ConversationRow
from bot.repair import is_in_place
from bot.snapshot import RepairSnapshot, Reply


def again_of(event: Happening, snapshot: RepairSnapshot, reply: Reply) -> Ask:
    """Gives the ask that writes a reply once more."""
    talk, given_at = snapshot.conversation, reply.row.at or event.at
    risk = crisis.repaired(snapshot)
    return Ask(
        room=reply.room,
        scope=event.scope,
        message=reply.answers,
        level=snapshot.effective(event.at).level,
        stance=stance_named(talk.stance),
        is_direct=snapshot.is_direct,
        asked_at=event.at,
        language=snapshot.language,
        crisis=risk,
        reply=reply.row.key,
        repaired=reply.message,
        also=reply.also,
        in_place=is_in_place(given_at, event.at, is_newest=is_newest(talk, reply)),
        effects=effects.again(event.at, snapshot, risk),
    )


def is_newest(talk: ConversationRow, reply: Reply) -> bool:
    """Returns whether a person said nothing after a reply, for however long."""
    began, given_at = talk.started_at, reply.row.at
    is_same_talk = began is None or given_at is None or given_at >= began
    return talk.turn <= (reply.row.turn if is_same_talk else 0)
