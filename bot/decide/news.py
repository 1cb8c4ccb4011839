"""What a person hears before a reply because it changed: once, in one piece, and never in a crisis.

It names what writes the replies, or the day it closes, and nothing of the person: so where others
read it is a small line that all may see. Alone it is a card, or stands on the one that asks anew.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, RememberPerson
from bot.attention import Unasked
from bot.choices import Choice, GoOn, OfChanges, RenewOffer, StayPlain, TakeExport, offers
from bot.closing.words import told
from bot.commands.values import DataDeed, Pause
from bot.decide import commands
from bot.decide.data import data
from bot.decide.decision import Decision, card, in_place, mentioned
from bot.events import ChoiceMade, CommandGiven, Event
from bot.layout import markup
from bot.layout.dates import occasion
from bot.levels import Level
from bot.making import changes, dump, heard_of, load
from bot.snapshot import MessageSnapshot, Snapshot, TapSnapshot

Answer = tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class _News:
    """One thing that a person has not heard yet.

    Args:
        heading: says it first; with no heading nothing is said, and it is only noted.
        after: what stayed as it was, on a card of its own.
        openly: what they can do, where others read and no card stands.
        noted: what is kept of that they heard it.
    """

    noted: RememberPerson
    heading: str = ""
    lines: tuple[str, ...] = ()
    after: str = ""
    openly: str = ""

    @property
    def text(self) -> str:
        """Gives it as a person reads it alone."""
        return "\n".join((markup.heading(self.heading), *map(markup.point, self.lines)))


def first(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision that says before its reply what changed since its person last heard."""
    if not _is_time(snapshot, turn):
        return turn
    news = tuple(filter(None, (_of_closing(event, snapshot), _of_making(snapshot))))
    said = tuple(one for one in news if one.heading)
    actions = _said(event, snapshot, said, turn.actions) if said else turn.actions
    lines = (*turn.unasked, *((Unasked.CHANGED,) if said else ()))
    return replace(turn, actions=(*(one.noted for one in news), *actions), unasked=lines)


def _is_time(snapshot: Snapshot, turn: Decision) -> bool:
    """Returns whether a reply comes, of no crisis, and to no goodbye that asks for nothing else."""
    if turn.ask is None or turn.ask.crisis:
        return False
    is_goodbye = isinstance(snapshot, MessageSnapshot) and snapshot.is_goodbye
    return not is_goodbye or _renewal(turn.actions) is not None


def _of_making(snapshot: Snapshot) -> _News | None:
    """Gives what writes the replies, where it changed.

    Who was never told heard no other: what writes them is noted, and nothing said.
    """
    now, heard = snapshot.house.making, load(snapshot.person.making)
    if now is None:
        return None
    after, said = heard_of(heard, now) if heard is not None else now, snapshot.strings.continuity
    if after == heard:
        return None
    noted = RememberPerson(making=dump(after))
    lines = tuple(changes(heard, now, snapshot.strings)) if heard is not None else ()
    if not lines:
        return _News(noted)
    return _News(noted, said.changed, lines, said.kept, said.stays_plain)


def _of_closing(event: Event, snapshot: Snapshot) -> _News | None:
    """Gives the closing day to who has not heard of it, and again in its last week."""
    closing, person = snapshot.house.closing, snapshot.person
    said = snapshot.strings.continuity
    if closing is None:
        taken_back = RememberPerson(closing="", closing_soon=False)
        return _News(taken_back, said.stays_open) if person.closing else None
    is_soon, is_new = closing.is_soon(event.at), person.closing != closing.named
    if not is_new and (person.closing_soon or not is_soon):
        return None
    noted = RememberPerson(closing=closing.named, closing_soon=is_soon)
    heading, *lines = told(closing, snapshot.house, occasion(event))
    return _News(noted, heading, tuple(lines), openly=said.take_along)


def _said(event: Event, snapshot: Snapshot, news: tuple[_News, ...], actions: Answer) -> Answer:
    """Gives the actions with what is new said first, on a card that asks anew if there is one."""
    if not (event.where.is_direct or isinstance(event, CommandGiven | ChoiceMade)):
        every = (" ".join(filter(None, (one.heading, *one.lines, one.openly))) for one in news)
        return (mentioned(event, markup.small("\n".join(every))), *actions)
    text = "\n".join(one.text for one in news)
    labels, asks = snapshot.strings.choices, _renewal(actions)
    export = Choice(labels.export, TakeExport())
    if asks is not None:
        both = replace(asks, text=f"{text}\n{asks.text}", choices=(*asks.choices, export))
        return tuple(both if one is asks else one for one in actions)
    text = "\n".join((text, *filter(None, (one.after for one in news))))
    is_deeper = snapshot.effective(event.at).level > Level.PLAIN
    stay = (Choice(labels.stay_plain, StayPlain()),) if is_deeper else ()
    return (card(event, text, (Choice(labels.fine, GoOn()), *stay, export)), *actions)


def _renewal(actions: Answer) -> Say | None:
    """Gives the card that asks for a yes anew, or None."""
    says = (one for one in actions if isinstance(one, Say))
    return next((one for one in says if offers(one.choices, RenewOffer)), None)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfChanges) -> Answer:
    """Gives what a tap on such a card does: what its command does, or that it was read."""
    match means:
        case GoOn():
            return (AnswerCard(event.message),)
        case StayPlain():
            return in_place(event, commands.pause(Pause(None), event, snapshot))
        case TakeExport():
            return data(DataDeed.EXPORT, event, snapshot)
        case _:
            assert_never(means)
