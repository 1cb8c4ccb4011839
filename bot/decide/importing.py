"""Decides what is carried over of a file that a person brings: a card first, then their tap.

A file of which nothing can be carried here gets one plain line instead, and is forgotten at once.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from bot.actions import Action
from bot.actions.of_importing import ForgetBrought, KeepBrought
from bot.choices import CarryOver, Choice, LeaveBrought, OfAnImport
from bot.commands.values import Import
from bot.decide.decision import Decision, answered, card, told
from bot.decide.joining import Kind, Plan, joined
from bot.events import ChoiceMade, CommandGiven
from bot.export.taking_in import MOST_BYTES, Brought, Fault, brought, carriable, read
from bot.layout.dates import day, occasion
from bot.layout.markup import heading, point
from bot.norms import NEEDS
from bot.snapshot import CommandSnapshot, TapSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]
_MOST = f"{MOST_BYTES // 1_048_576} MiB"


def asked(given: Import, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune import`: the card of a file, or what is wrong with it."""
    said = snapshot.strings.importing
    if not isinstance(given.file, bytes):
        return (told(event, said.wrong[given.file].format(most=_MOST, where="")),)
    found = brought(given.file)
    if isinstance(found, Fault):
        line = said.wrong[found.why].format(most=_MOST, where=found.where)
        return (told(event, line),)
    plan = joined(found, event, snapshot)
    out = _out(found, plan, event, snapshot)
    if not plan.actions:
        return (told(event, "\n".join((said.empty, *out))),)
    return _offered(carriable(given.file), _card(found, out, event, snapshot), event, snapshot)


def _offered(body: str, text: str, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the card with its two choices, and keeps what can be carried until one is tapped."""
    said = snapshot.strings.importing
    key = hashlib.sha256(event.id.encode()).hexdigest()[:32]
    choices = (
        Choice(said.carry, CarryOver(key, snapshot.scope.epoch)),
        Choice(snapshot.strings.choices.not_now, LeaveBrought(key)),
    )
    return (KeepBrought(key, body), card(event, text, choices))


def after_care(turn: Decision, event: CommandGiven, snapshot: CommandSnapshot) -> Decision:
    """Says below the care for a life at risk how the rest of the file can still be carried over."""
    if not isinstance(event.command, Import):
        return turn
    line = told(event, snapshot.strings.importing.at_risk)
    return replace(turn, actions=(*turn.actions, line))


# Whatever came between the card and the tap is looked at again here: the snapshot is of now. What
# raises the epoch (off, a level down, an erase) ends the card, as does the day after which its row
# is gone; what was set meanwhile wins, and a list that grew meanwhile is joined as it is now.
def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfAnImport) -> Answer:
    """Gives what a tap on the card does; what was carried over stands in its place, counted."""
    said, row = snapshot.strings.importing, snapshot.brought
    gone = ForgetBrought(means.key)
    if isinstance(means, LeaveBrought):
        return (gone, answered(event, said.not_now))
    found = read(row.body.encode()) if row is not None else None
    if not isinstance(found, Brought) or means.epoch != snapshot.scope.epoch:
        return (gone, answered(event, said.over))
    plan = joined(found, event, snapshot)
    if not plan.actions:
        return (gone, answered(event, said.nothing))
    left = (said.left_out.format(count=plan.left_out),) if plan.left_out else ()
    lines = (said.done, *_counted(plan.counts, snapshot.strings), *left)
    return (gone, *plan.actions, answered(event, "\n".join(lines)))


def _card(
    found: Brought, out: tuple[str, ...], event: CommandGiven, snapshot: CommandSnapshot
) -> str:
    """Gives the words of the card: what the file holds, where it goes, and what stays out."""
    strings, said = snapshot.strings, snapshot.strings.importing
    written = said.exported.format(day=day(strings, found.exported_at, occasion(event)))
    counts = _counted(_of(found), strings)
    lines = (heading(said.heading), written, *counts, said.where, said.joined, *out, said.consent)
    return "\n".join(lines)


def _out(
    found: Brought, plan: Plan, event: CommandGiven, snapshot: CommandSnapshot
) -> tuple[str, ...]:
    """Gives what stays out, and why: not allowed here, not known, or more than there may be."""
    strings, said = snapshot.strings, snapshot.strings.importing
    is_held = bool(found.threads or found.memories) and not snapshot.may_hold(event.at)
    is_below = bool(found.roles) and snapshot.effective(event.at).level < NEEDS
    lines = (
        said.not_held if is_held else "",
        said.below.format(level=strings.level(NEEDS)) if is_below else "",
        said.above.format(count=plan.above) if plan.above else "",
        said.unknown.format(count=found.unknown) if found.unknown else "",
        said.left_out.format(count=plan.left_out) if plan.left_out else "",
    )
    return tuple(line for line in lines if line)


def _of(found: Brought) -> Mapping[Kind, int]:
    """Counts what a file holds, by kind."""
    own = found.boundaries
    return {
        Kind.BOUNDARIES: len(own.nots) + bool(own.name) + bool(own.address),
        Kind.PEOPLE: len(found.people),
        Kind.NIGHT_CARD: int(bool(found.night_card)),
        Kind.LANGUAGE: int(bool(found.language)),
        Kind.STYLE: len(found.style),
        Kind.ROLES: len(found.roles),
        Kind.THREADS: len(found.threads),
        Kind.MEMORIES: len(found.memories),
    }


def _counted(counts: Mapping[Kind, int], strings: Strings) -> tuple[str, ...]:
    """Gives a line for each kind of which there is anything."""
    said = strings.importing
    named = ((said.kinds[kind], count) for kind, count in counts.items() if count)
    return tuple(point(said.line.format(what=what, count=count)) for what, count in named)
