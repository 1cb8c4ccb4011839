"""Decides what a person sees and does of what a reply used: below why it reads so."""

from dataclasses import replace
from typing import assert_never

from bot.actions import Action
from bot.actions.of_edits import CorrectHeld, ForgetHeld
from bot.choices import Choice, DropUsed, KeepOut, OfWhatWasUsed, PickUsed, ShowUsed
from bot.commands.values import Why
from bot.decide import reporting
from bot.decide.decision import answered, card, told
from bot.decide.explaining import is_by_norms, who_wrote, why
from bot.events import ChoiceMade, CommandGiven
from bot.holding import HeldRow
from bot.layout import markup
from bot.layout.dates import Occasion, occasion
from bot.layout.markup import with_last
from bot.recall.used import kept_out
from bot.records import MemoryRow, ThreadRow
from bot.snapshot import CommandSnapshot, RepairSnapshot, Reply, TapSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]
MOST_OF_AN_ID = 60  # characters that are said again
Said = tuple[str, tuple[Choice, ...]]  # words, and what can be tapped below them


def asked(event: CommandGiven, snapshot: CommandSnapshot) -> Action:
    """Gives why a reply reads as it does; for another's reply only the general rules."""
    if snapshot.reply is None:
        says = _not_found(event, snapshot.strings) or why(snapshot)
        text = with_last(says, who_wrote(snapshot, occasion(event)))
        return told(event, text, reporting.offer(event, snapshot))
    text, choices = shown(snapshot, occasion(event))
    return card(event, text, choices) if choices else told(event, text)


def _not_found(event: CommandGiven, strings: Strings) -> str:
    """Says that no reply is known by the ID that was given, unless it is a message of the bot's."""
    named = event.command.named if isinstance(event.command, Why) else None
    if named is None or event.about:
        return ""
    return strings.why.not_found.format(id=markup.plainly(named[:MOST_OF_AN_ID]))


def shown(snapshot: RepairSnapshot, now: Occasion) -> Said:
    """Says why a reply reads so, and below it what it used, each with what can be done with it."""
    reply, strings = snapshot.reply, snapshot.strings
    text, wrote = "\n".join((why(snapshot), *_roles(snapshot))), who_wrote(snapshot, now)
    if reply is None or not reply.used:
        return with_last(text, wrote), ()
    lines = [_line(place, row, reply, strings) for place, row in enumerate(reply.used, 1)]
    every = "\n".join((text, "", strings.why.used, *lines))
    return with_last(every, wrote), _taps(reply, strings)


def _roles(snapshot: RepairSnapshot) -> list[str]:
    """Gives the roles that a reply was written with, in its person's words, if they still stand."""
    if snapshot.reply is None or not is_by_norms(snapshot.reply.row):
        return []
    row = snapshot.reply.row
    written = row.asked_at or row.at
    roles = snapshot.norms.roles_until(written) if written is not None else ()
    return [markup.point(markup.plainly(one.words)) for one in roles]


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfWhatWasUsed) -> Answer:
    """Gives what a tap does; what the reply used then is shown in its place."""
    reply, over = snapshot.reply, snapshot.strings.why.used_over
    if reply is None:
        return (answered(event, over),)
    if isinstance(means, ShowUsed):
        return (answered(event, *shown(snapshot, occasion(event))),)
    row = next((one for one in reply.used if one.key == means.key), None)
    if row is None:
        return (answered(event, *_after(event, snapshot, reply.used, over)),)
    match means:
        case PickUsed():
            return (answered(event, *_picked(row, reply, snapshot.strings)),)
        case KeepOut():
            return _kept_out(event, snapshot, reply, row)
        case DropUsed():
            return _dropped(event, snapshot, reply, row)
        case _:
            assert_never(means)


def _picked(row: HeldRow, reply: Reply, strings: Strings) -> Said:
    back = Choice(strings.why.back, ShowUsed(reply.row.key))
    return markup.plainly(row.body), (*_deeds(row, reply, strings), back)


def _kept_out(event: ChoiceMade, snapshot: TapSnapshot, reply: Reply, row: HeldRow) -> Answer:
    changed = kept_out(row, reply.row.room)
    used = tuple(changed if one is row else one for one in reply.used)
    said = _after(event, snapshot, used, snapshot.strings.why.kept_out)
    return (CorrectHeld(changed), answered(event, *said))


def _dropped(event: ChoiceMade, snapshot: TapSnapshot, reply: Reply, row: HeldRow) -> Answer:
    used = tuple(one for one in reply.used if one is not row)
    said = _after(event, snapshot, used, snapshot.strings.why.dropped)
    return (ForgetHeld(row), answered(event, *said))


def _after(
    event: ChoiceMade, snapshot: TapSnapshot, used: tuple[ThreadRow | MemoryRow, ...], line: str
) -> Said:
    """Gives what came of a tap, and what the reply used that still stands."""
    if not used or snapshot.reply is None:
        return line, ()
    reply = replace(snapshot.reply, used=used)
    text, choices = shown(replace(snapshot, reply=reply), occasion(event))
    return f"{line}\n\n{text}", choices


def _line(place: int, row: HeldRow, reply: Reply, strings: Strings) -> str:
    said = strings.why.used_not_here if _is_out(row, reply) else strings.why.used_line
    return said.format(number=place, words=markup.plainly(row.body))


def _taps(reply: Reply, strings: Strings) -> tuple[Choice, ...]:
    """Gives what can be done with the only row that was used, or a list to pick one from."""
    if len(reply.used) == 1:
        return _deeds(reply.used[0], reply, strings)
    return tuple(
        Choice(strings.why.number.format(number=place), PickUsed(reply.row.key, row.key))
        for place, row in enumerate(reply.used, 1)
    )


def _deeds(row: HeldRow, reply: Reply, strings: Strings) -> tuple[Choice, ...]:
    named = reply.row.key, row.key
    out = () if _is_out(row, reply) else (Choice(strings.why.not_here, KeepOut(*named)),)
    return (*out, Choice(strings.why.drop, DropUsed(*named)))


def _is_out(row: HeldRow, reply: Reply) -> bool:
    return reply.row.room in row.not_in.split()
