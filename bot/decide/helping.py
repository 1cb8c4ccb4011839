"""What `/attune help` shows, and what a tap under it shows in its place."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.state import AnswerCard, SetStance, TouchConversation
from bot.choices import Choice, ShowHelp, TakeStance, meaning_of
from bot.commands import Topic, first_page, page
from bot.decide.decision import answered, began, told
from bot.events import ChoiceMade, CommandGiven
from bot.levels import Stance
from bot.snapshot import Snapshot, TapSnapshot
from bot.strings import Strings


def first(event: CommandGiven, snapshot: Snapshot) -> Action:
    """Gives what people really do, and the choice of every other command by its topic."""
    choices = _topics(None, snapshot.strings, is_admin=event.where.by_admin)
    return replace(told(event, first_page(snapshot.strings), choices), is_card=True)


def tapped(event: ChoiceMade, snapshot: Snapshot, topic: Topic | None) -> tuple[Action, ...]:
    """Gives a topic's commands, or the first page again, in the place of what stands there."""
    strings, is_admin = snapshot.strings, event.where.by_admin
    if topic is Topic.ADMINS and not is_admin:
        return (told(event, strings.admins.not_admin),)
    text = first_page(strings) if topic is None else page(topic, event.where.can, strings)
    now = snapshot.talk(event.at).stance
    taps = stance_taps(strings, now) if topic is Topic.TALK else ()
    choices = (*taps, *_topics(topic, strings, is_admin=is_admin))
    return (answered(event, text, choices),)


def wanted(event: ChoiceMade, snapshot: TapSnapshot, stance: Stance) -> tuple[Action, ...]:
    """Gives what a tap on one of the stances leads to: it is wanted now, and marked in the list."""
    talk, said = TouchConversation(began(event, snapshot)), snapshot.strings.replies.stances
    shown = snapshot.post.choices if snapshot.post is not None else ()
    taken = told(event, said[stance])
    return (talk, SetStance(stance), *marked(event, shown), taken)


def stance_taps(strings: Strings, now: str = "") -> tuple[Choice, ...]:
    """Gives the choices of what is wanted, and which of them is wanted now."""
    said = strings.choices.stances
    return tuple(Choice(said[one], TakeStance(one), holds=one == now) for one in Stance)


def marked(event: ChoiceMade, choices: tuple[Choice, ...]) -> tuple[Action, ...]:
    """Marks on a tapped list the value that was taken; a row of taps marks none and stays."""
    taken = meaning_of(choices, event.label)
    if not event.where.can.has_lists or taken is None:
        return ()
    anew = (replace(one, holds=one.means == taken) for one in choices)
    return (AnswerCard(event.message, choices=tuple(anew)),)


def _topics(stands: Topic | None, strings: Strings, *, is_admin: bool) -> tuple[Choice, ...]:
    """Gives a choice a topic, each in its own place; in that of what stands, the way back."""
    every = (topic for topic in Topic if is_admin or topic is not Topic.ADMINS)
    back = Choice(strings.help.back, ShowHelp())
    return tuple(
        back if topic is stands else Choice(strings.help.topics[topic], ShowHelp(topic))
        for topic in every
    )
