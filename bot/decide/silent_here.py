"""Why nothing is said to somebody here, as `/attune status` tells them alone, each that holds."""

from datetime import datetime
from typing import Final

from bot import panel
from bot.decide import house_gate, silences
from bot.events import ChoiceMade, CommandGiven
from bot.house_rules.kinds.hours import clock
from bot.layout.dates import occasion, until
from bot.snapshot import KeptSnapshot, Snapshot

Asking = CommandGiven | ChoiceMade
AT_FIRST_SIGHT: Final = 600  # characters of a card


def state(event: Asking, snapshot: KeptSnapshot) -> str:
    """Says what holds here, and why nothing is said to its person, if that is so."""
    why, now = line(event, snapshot), occasion(event)
    every = (panel.state(snapshot, now, briefly=briefly) for briefly in (False, True))
    whole, brief = (f"{one}\n{why}" if why else one for one in every)
    return whole if len(whole) <= AT_FIRST_SIGHT else brief


def line(event: Asking, snapshot: Snapshot) -> str:
    """Gives every reason why nothing is said to them, and what works all the same; else nothing.

    Who wants nothing read is told that alone: what else works, such as help, needs reading.
    """
    if snapshot.person.ignored:
        return snapshot.strings.status.ignored
    every = (_blocked(snapshot), _muted(event, snapshot), _quiet(snapshot, event.at))
    refused = house_gate.refused(event, snapshot)
    said = snapshot.strings.status
    last = said.why_silent[refused] if refused is not None else ""
    why = "; ".join(one for one in (*every, last) if one)
    return said.silent.format(why=why) if why else ""


def _blocked(snapshot: Snapshot) -> str:
    said = snapshot.strings.status.why_silent
    if not snapshot.is_blocked:
        return ""
    return said["blocked"] if snapshot.person.blocked else said["blocked_here"]


def _muted(event: Asking, snapshot: Snapshot) -> str:
    end = snapshot.muted_until(event.at)
    if end is None:
        return ""
    when = until(snapshot.strings, end, occasion(event))
    return snapshot.strings.status.why_silent["muted"].format(until=when)


def _quiet(snapshot: Snapshot, at: datetime) -> str:
    hours = silences.quiet_hours(snapshot, at)
    if hours is None:
        return ""
    said = snapshot.strings.status.why_silent["quiet"]
    return said.format(time=clock(hours.until), zone=hours.zone)
