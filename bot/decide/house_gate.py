"""Where the admins of a space let the bot talk, and with whom: everything else is silence.

Leaving, what is a person's own and what a life at risk needs pass it, whatever admins set. Whoever
may not talk hears so once a day, in one kind line.
"""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Final

from bot.actions.ask import Ask
from bot.actions.state import RememberPerson
from bot.commands import BY_NAME, is_right
from bot.commands.values import SetLevel, Stop, TellAdmins, Under18
from bot.crisis.tiers import Tier, Verdict
from bot.decide.decision import Decision, mentioned, told
from bot.events import CommandGiven, Event, Happening, MessageEdited, MessageSeen
from bot.house_rules import ANSWERS_TO, PRIVATE_TALK, Standing, may_speak, may_talk, value
from bot.house_rules.table import NAMED
from bot.records import SpaceRow
from bot.snapshot import MessageSnapshot, Snapshot

TOLD_AGAIN: Final = timedelta(hours=24)
PASSES: Final = (Stop, SetLevel, Under18, TellAdmins)  # beside the rights


class Refused(StrEnum):
    """Why nothing is said to somebody here."""

    HERE = "here"
    ROLE = "role"
    AGE = "age"
    UNNAMED = "unnamed"


def refused(event: Happening, snapshot: Snapshot) -> Refused | None:
    """Gives why the admins here, or of a space above, want nothing said to this; None: they do not.

    What is known of the place and the person is the platform's word about this event.
    """
    where, rows = snapshot.where, bounding(snapshot)
    if where is None or not rows:
        return None
    if not all(may_speak(row, where) for row in rows):
        return Refused.HERE
    standing = next(filter(None, (may_talk(row, where, event.at) for row in rows)), None)
    if standing is not None:
        return Refused.ROLE if standing is Standing.ROLE else Refused.AGE
    if isinstance(event, MessageSeen | MessageEdited) and not event.by_name:
        wants_name = any(value(row, ANSWERS_TO) == NAMED for row in rows)
        return Refused.UNNAMED if wants_name else None
    return None


def bounding(snapshot: Snapshot) -> tuple[SpaceRow, ...]:
    """Gives the spaces whose admins have a say; over a direct message those above it alone."""
    is_direct = snapshot.where is not None and snapshot.where.is_direct
    return snapshot.above if is_direct else (snapshot.space, *snapshot.above)


def message(event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict) -> Decision | None:
    """Gives what a message leads to that is not to be answered here, or None for any other.

    While a life may be at risk, every message is answered.
    """
    is_grave = verdict.tier is not Tier.NONE or verdict.is_unsure or snapshot.episode is not None
    is_own = isinstance(snapshot.reading.command, PASSES)
    why = None if is_grave or is_own else refused(event, snapshot)
    if why is None:
        return None
    if event.where.is_direct:
        return Decision((told(event, snapshot.strings.settings.refused[why]),))
    return _kindly(event, snapshot, why) if why in (Refused.ROLE, Refused.AGE) else _silent()


def command(event: CommandGiven, snapshot: Snapshot) -> Decision | None:
    """Gives the private line to a command that is not to be followed here; None for any other."""
    entry = BY_NAME.get(event.command.name)
    is_admins = entry is not None and entry.for_admins
    if is_admins or is_right(event.command) or isinstance(event.command, PASSES):
        return None
    why = refused(event, snapshot)
    said = snapshot.strings.settings.refused
    return Decision((told(event, said[why]),)) if why is not None else None


def within(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision without its reply, where nothing is to be said to its person here.

    A reply where a life is at risk stays.
    """
    if turn.ask is None:
        return turn
    is_grave = bool(turn.ask.crisis) or snapshot.episode is not None
    if not is_grave and refused(event, snapshot) is not None:
        return replace(turn, ask=None)
    return replace(turn, ask=_bounded(turn.ask, snapshot))


def _bounded(ask: Ask, snapshot: Snapshot) -> Ask:
    """Gives an ask with what bounds it: the spaces above, and whether it may offer to move."""
    where, rows = snapshot.where, bounding(snapshot)
    stays = not snapshot.is_direct and not all(value(row, PRIVATE_TALK) for row in rows)
    return replace(ask, stays_here=stays, above=where.above if where is not None else ())


def _kindly(event: MessageSeen, snapshot: Snapshot, why: Refused) -> Decision:
    last = snapshot.person.told_at
    if last is not None and event.at - last < TOLD_AGAIN:
        return _silent()
    line = mentioned(event, snapshot.strings.settings.refused[why])
    return Decision((line, RememberPerson(told_at=event.at)))


def _silent() -> Decision:
    return Decision(is_refusal=True)
