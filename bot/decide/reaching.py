"""Decides the help with writing to somebody: an ask for drafts, or whom it may be to."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.state import AnswerCard
from bot.choices import Choice, OfReaching, ReachSomebody, WriteAgain
from bot.commands.values import Reach
from bot.crisis.tiers import Tier, Verdict
from bot.decide import crisis, people
from bot.decide.decision import Decision, answered, card, told
from bot.decide.limited import held_back
from bot.disclosure import greeting, greets
from bot.events import ChoiceMade, CommandGiven, Happening, MessageEdited, MessageSeen
from bot.ids import MessageId
from bot.layout import markup
from bot.levels import LEVELS, stance_named
from bot.limits import counted
from bot.people import below_a_card
from bot.reach import note_of
from bot.snapshot import (
    CommandSnapshot,
    MessageSnapshot,
    Reply,
    Snapshot,
    SpokenSnapshot,
    TapSnapshot,
)

Answer = tuple[Action, ...]
TO = "\u2192 "  # before the number of who is tapped: a label is kept, and no name is kept in one
Asked = CommandSnapshot | TapSnapshot


def by_command(given: Reach, event: CommandGiven, snapshot: CommandSnapshot) -> Decision:
    """Gives the ask for drafts of `/attune reach`; a life at risk in its words goes first."""
    if crisis.is_at_risk(event, snapshot):
        return crisis.floor(event, snapshot)
    if not given.is_named or snapshot.house.has_set_words:
        return Decision(at_once(given, event, snapshot))
    note = note_of(given.who, given.about)
    return _asking(event, snapshot, replace(_ask(event, snapshot), note=note))


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfReaching) -> Decision:
    """Gives the ask for drafts that a tap leads to: to somebody new, or the same ones again."""
    if isinstance(means, WriteAgain):
        return _again(event, snapshot, means)
    return _to_listed(event, snapshot, means.number)


# The drafts stay, for they may be the better ones; their taps go, so that each is written again
# once. Nothing of the words is known here: only the engine's memory has them.
def _again(event: ChoiceMade, snapshot: TapSnapshot, means: WriteAgain) -> Decision:
    """Gives the ask for the same drafts in another way, by what names their words in memory."""
    ask = replace(_ask(event, snapshot), message=MessageId(""), drafts=means.key, redraft=means.how)
    return _asking(event, snapshot, ask, AnswerCard(event.message))


def _to_listed(event: ChoiceMade, snapshot: TapSnapshot, number: str) -> Decision:
    """Gives the ask for drafts to somebody on the person's list, whom they tapped."""
    one = next((one for one in people.of(snapshot) if str(one.number) == number), None)
    if one is None:
        return Decision((answered(event, snapshot.strings.people.no_such),))
    line = snapshot.strings.reach.coming.format(name=markup.plainly(one.name))
    ask = replace(_ask(event, snapshot), note=one.name)
    return _asking(event, snapshot, ask, answered(event, line))


def at_once(given: Reach, event: Happening, snapshot: Snapshot) -> Answer:
    """Gives what is said without a model, or nothing where one is to write the drafts.

    The voice of the demonstration writes none. Whom it is to is asked only by naming whom the
    person listed.
    """
    said, listed = snapshot.strings.reach, people.of(snapshot)
    if snapshot.house.has_set_words:
        below = f"\n\n{below_a_card(listed, snapshot.strings.people.on_a_card)}" if listed else ""
        return (told(event, said.no_model + below),)
    if given.is_named:
        return ()
    if not listed:
        return (told(event, said.how),)
    lines = [markup.point(f"{one.number}. {markup.plainly(one.line)}") for one in listed]
    taps = (Choice(f"{TO}{one.number}", ReachSomebody(str(one.number))) for one in listed)
    text = markup.with_last("\n".join((said.whom, *lines)), markup.small(said.how))
    return (card(event, text, tuple(taps)),)


def is_meant(
    event: MessageSeen | MessageEdited, snapshot: SpokenSnapshot, verdict: Verdict
) -> bool:
    """Returns whether a message asks for drafts: in private, and with no life at risk about it.

    While a life may be at risk, or shortly after, such words are answered as all others are.
    """
    is_calm = verdict.tier is Tier.NONE and not verdict.is_unsure and snapshot.episode is None
    is_asked = isinstance(snapshot.reading.command, Reach)
    return is_asked and is_calm and event.where.is_direct


def wants_drafts(snapshot: MessageSnapshot, earlier: tuple[Ask, ...]) -> bool:
    """Returns whether the reply to a message is drafts: it asks for them, or its burst does."""
    is_asked = snapshot.is_direct and isinstance(snapshot.reading.command, Reach)
    return is_asked or any(one.reaches for one in earlier)


def _asking(
    event: CommandGiven | ChoiceMade, snapshot: Asked, ask: Ask, *first: Action
) -> Decision:
    """Gives the ask, if the same rate limits as for a message allow it."""
    held = held_back(event, snapshot)
    if held is not None:
        return held
    if greets(snapshot):
        ask = replace(ask, notice=greeting(snapshot), greets=True)
    return Decision((*first, counted(snapshot, event.at)), ask)


# An ask names the message that it answers; a command is none. What the person wrote before it is
# found from the newest reply to them in this conversation, where their level lets it be read.
def _ask(event: CommandGiven | ChoiceMade, snapshot: Asked) -> Ask:
    level = snapshot.effective(event.at).level
    last = snapshot.reply if LEVELS[level].reads_conversation else None
    return Ask(
        room=event.where.room,
        scope=event.scope,
        message=_answered_by(last, event, snapshot),
        level=level,
        stance=stance_named(snapshot.talk(event.at).stance),
        is_direct=snapshot.is_direct,
        asked_at=event.at,
        language=snapshot.language,
        crisis="episode" if snapshot.episode is not None else "",
        reaches="command",
    )


def _answered_by(reply: Reply | None, event: Happening, snapshot: Snapshot) -> MessageId:
    is_there = reply is not None and reply.row.at is not None
    if reply is None or not is_there or event.at - (reply.row.at or event.at) > snapshot.house.gap:
        return MessageId("")
    return reply.answers
