"""Where admins want no talk for a while: towards one person (muted), or at night (quiet hours).

The rights, a report, leaving and what a life at risk needs pass both. The line that says why comes
once: of a mute once, at night once a night; then a moon on a message says that it was seen.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions import Action
from bot.actions.of_spaces import Mute, NoteTold
from bot.actions.platform import React
from bot.commands import BY_NAME, is_right
from bot.commands.values import (
    Command,
    MutePerson,
    SetLevel,
    Stop,
    TellAdmins,
    Under18,
)
from bot.crisis.tiers import Tier, Verdict
from bot.decide.decision import Decision, mentioned, told
from bot.emojis import SEEN_EMOJI
from bot.events import CommandGiven, Event, Happening, MessageSeen
from bot.house_rules import QUIET_HOURS, value
from bot.house_rules.kinds.hours import Hours, clock
from bot.layout.dates import occasion, until
from bot.snapshot import MessageSnapshot, Snapshot

Answer = tuple[Action, ...]
MUTED, QUIET = "muted", "quiet"
PASSES: Final = (Stop, SetLevel, Under18, TellAdmins)  # beside the rights


def mute(given: MutePerson, event: CommandGiven, snapshot: Snapshot) -> Answer:
    """Gives the answer to an admin who mutes a person, the same whoever that is."""
    said = snapshot.strings.admins
    if event.whom is None:
        return (told(event, said.mute_bad),)
    if given.span is None:
        return (Mute(event.whom, None), told(event, said.unmuted))
    end = event.at + given.span
    line = said.muted.format(until=until(snapshot.strings, end, occasion(event)))
    return (Mute(event.whom, end), told(event, line))


def message(event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict) -> Decision | None:
    """Gives what a message leads to that is not to be answered now, or None for any other.

    While a life may be at risk, every message is answered.
    """
    is_grave = verdict.tier is not Tier.NONE or verdict.is_unsure or snapshot.episode is not None
    if is_grave or isinstance(snapshot.reading.command, PASSES):
        return None
    end = snapshot.muted_until(event.at)
    if end is not None:
        return _muted(event, snapshot, end)
    return _quiet(event, snapshot) if quiet_until(snapshot, event.at) is not None else None


def command(event: CommandGiven, snapshot: Snapshot) -> Decision | None:
    """Gives the private line to a muted person's command; None for one that is followed."""
    end = snapshot.muted_until(event.at)
    if end is None or passes(event.command):
        return None
    return Decision((told(event, _muted_line(event, snapshot, end)),))


def passes(given: Command) -> bool:
    """Returns whether no silence of the admins' holds a command back."""
    entry = BY_NAME.get(given.name)
    is_admins = entry is not None and entry.for_admins
    return is_admins or is_right(given) or isinstance(given, PASSES)


def within(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision without its reply where the admins want none now; one of a crisis stays."""
    if turn.ask is None or turn.ask.crisis or snapshot.episode is not None:
        return turn
    return replace(turn, ask=None) if wants_none(snapshot, event.at) else turn


def wants_none(snapshot: Snapshot, at: datetime) -> bool:
    """Returns whether the admins want no talk with this person here at that time."""
    is_muted = snapshot.muted_until(at) is not None
    return is_muted or quiet_until(snapshot, at) is not None


def quiet_until(snapshot: Snapshot, at: datetime) -> datetime | None:
    """Gives when the quiet hours end that a moment lies in, of here or a space above; else None."""
    every = (hours.ends(at) for hours in _hours(snapshot))
    return max((one for one in every if one is not None), default=None)


def quiet_hours(snapshot: Snapshot, at: datetime) -> Hours | None:
    """Gives the quiet hours that end last of those that a moment lies in; None outside all."""
    end = quiet_until(snapshot, at)
    if end is None:
        return None
    return next(one for one in _hours(snapshot) if one.zone and one.ends(at) == end)


def _hours(snapshot: Snapshot) -> tuple[Hours, ...]:
    """Gives the quiet hours that may hold here; over a direct message those of above alone."""
    is_direct = snapshot.is_direct or (snapshot.where is not None and snapshot.where.is_direct)
    own = () if is_direct else (snapshot.space,)
    return tuple(value(row, QUIET_HOURS) for row in (*own, *snapshot.above))


def _muted(event: MessageSeen, snapshot: Snapshot, end: datetime) -> Decision:
    """Says it once for each mute."""
    told_at, since = snapshot.told_here.get(MUTED), snapshot.mute.at if snapshot.mute else None
    is_told = told_at is not None and since is not None and told_at >= since
    if is_told and not event.where.is_direct:
        return Decision(is_refusal=True)
    return Decision((mentioned(event, _muted_line(event, snapshot, end)), NoteTold(MUTED)))


def _quiet(event: MessageSeen, snapshot: Snapshot) -> Decision:
    """Says it once a night, and puts a moon on what comes after."""
    told_at, end = snapshot.told_here.get(QUIET), quiet_until(snapshot, event.at)
    is_told = told_at is not None and quiet_until(snapshot, told_at) == end
    if is_told and not event.where.is_direct:
        return Decision((React(event.message, SEEN_EMOJI),))
    return Decision((mentioned(event, _quiet_line(event, snapshot)), NoteTold(QUIET)))


def _muted_line(event: Happening, snapshot: Snapshot, end: datetime) -> str:
    when = until(snapshot.strings, end, occasion(event))
    return snapshot.strings.admins.you_are_muted.format(until=when)


def _quiet_line(event: MessageSeen, snapshot: Snapshot) -> str:
    hours, line = quiet_hours(snapshot, event.at), snapshot.strings.settings.quiet
    return line.format(time=clock(hours.until), zone=hours.zone) if hours is not None else ""
