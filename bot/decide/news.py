"""What a person hears before a reply because it changed: once, in one piece, and never in a crisis.

It names what writes the replies and nothing of the person, so where others read it is a small line
that all may see; alone it is a card, or stands on the card that asks for their yes anew.
"""

from dataclasses import replace
from typing import assert_never

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import RememberPerson
from bot.choices import Choice, GoOn, OfChanges, RenewOffer, StayPlain, TakeExport, offers
from bot.commands.values import DataDeed, Pause
from bot.decide import commands
from bot.decide.data import data
from bot.decide.decision import Decision, answered, card, in_place, mentioned
from bot.events import ChoiceMade, CommandGiven, Event
from bot.layout import markup
from bot.levels import Level
from bot.making import changes, dump, load
from bot.snapshot import MessageSnapshot, Snapshot, TapSnapshot

Answer = tuple[Action, ...]


def first(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision that says, before its reply, what writes it now where that changed.

    Who was never told what writes the replies heard no other: what does is noted, and nothing said.
    """
    now, heard = snapshot.house.making, load(snapshot.person.making)
    if now is None or now == heard or not _is_time(snapshot, turn):
        return turn
    noted = RememberPerson(making=dump(now))
    lines = tuple(changes(heard, now, snapshot.strings)) if heard is not None else ()
    if not lines:
        return replace(turn, actions=(*turn.actions, noted))
    return replace(turn, actions=(noted, *_said(event, snapshot, lines, turn.actions)))


def _is_time(snapshot: Snapshot, turn: Decision) -> bool:
    """Returns whether a reply comes, of no crisis, and to no goodbye that asks for nothing else."""
    if turn.ask is None or turn.ask.crisis or snapshot.episode is not None:
        return False
    is_goodbye = isinstance(snapshot, MessageSnapshot) and snapshot.reading.is_goodbye
    return not is_goodbye or _renewal(turn.actions) is not None


def _said(event: Event, snapshot: Snapshot, lines: tuple[str, ...], actions: Answer) -> Answer:
    """Gives the actions with what changed said first, on a card that asks anew if there is one."""
    said, labels = snapshot.strings.continuity, snapshot.strings.choices
    export, asks = Choice(labels.export, TakeExport()), _renewal(actions)
    if not (event.where.is_direct or isinstance(event, CommandGiven | ChoiceMade)):
        openly = " ".join((said.changed, *lines, said.stays_plain))
        return (mentioned(event, markup.small(openly)), *actions)
    text = "\n".join((markup.heading(said.changed), *map(markup.point, lines)))
    if asks is not None:
        both = replace(asks, text=f"{text}\n{asks.text}", choices=(*asks.choices, export))
        return tuple(both if one is asks else one for one in actions)
    is_deeper = snapshot.effective(event.at).level > Level.PLAIN
    stay = (Choice(labels.stay_plain, StayPlain()),) if is_deeper else ()
    choices = (Choice(labels.fine, GoOn()), *stay, export)
    return (card(event, f"{text}\n{said.kept}", choices), *actions)


def _renewal(actions: Answer) -> Say | None:
    """Gives the card that asks for a yes anew, or None."""
    says = (one for one in actions if isinstance(one, Say))
    return next((one for one in says if offers(one.choices, RenewOffer)), None)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfChanges) -> Answer:
    """Gives what a tap on such a card does: what its command does, or that it was read."""
    match means:
        case GoOn():
            return (answered(event, snapshot.strings.continuity.noted),)
        case StayPlain():
            return in_place(event, commands.pause(Pause(None), event, snapshot))
        case TakeExport():
            return data(DataDeed.EXPORT, event, snapshot)
        case _:
            assert_never(means)
