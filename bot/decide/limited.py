"""What is said where a limit is reached: one kind line, then silence; of a break a quiet sign."""

from datetime import datetime
from typing import Final

from bot.actions.of_spaces import NoteTold
from bot.actions.platform import React
from bot.actions.state import RememberPerson
from bot.crisis.conversation import weighed
from bot.crisis.tiers import Tier
from bot.decide import resting
from bot.decide.decision import Decision, mentioned
from bot.duties import Over
from bot.emojis import SEEN_EMOJI
from bot.events import CommandGiven, Happening, MessageSeen
from bot.limits import Break, break_of, over, over_as_a_minor, was_told
from bot.records import MinorTimeRow
from bot.snapshot import CommandSnapshot, SpokenSnapshot, TalkSnapshot

BREAK: Final = "break"


def held_back(event: Happening, snapshot: TalkSnapshot) -> Decision | None:
    """Gives what is said when a limit is reached, then a quiet sign or silence; None below it.

    What a minor may is no limit of words that may be about a life.
    """
    guard, said = over(snapshot, event.at), snapshot.strings.limits
    if guard is not None:
        return _kindly(event, snapshot, said.at(guard))
    why = over_as_a_minor(snapshot, event.at)
    if why is None or _may_be_about_a_life(snapshot):
        return None
    if why is Over.REFUSED:
        line = said.minors if _is_apart(event, snapshot) else said.not_here
        return _kindly(event, snapshot, line)
    return _on_a_break(event, snapshot, break_of(snapshot, event.at, why))


def _kindly(
    event: Happening, snapshot: TalkSnapshot, line: str, time: MinorTimeRow | None = None
) -> Decision:
    """Says a line, once a minute; a minor's time is kept each time."""
    if was_told(snapshot, event.at):
        kept = (RememberPerson(talked=time),) if time is not None else ()
        return Decision(kept, is_refusal=True)
    return Decision((mentioned(event, line), RememberPerson(told_at=event.at, talked=time)))


def _on_a_break(event: Happening, snapshot: TalkSnapshot, now: Break) -> Decision:
    """Says once how long a minor's break is; a moon on what comes after says that it was seen."""
    is_apart, said = _is_apart(event, snapshot), snapshot.strings.limits
    line = said.of_minors(now.why, now.ends - event.at) if is_apart else said.not_here
    if not isinstance(event, MessageSeen) or not event.where.can.takes_marks:
        return _kindly(event, snapshot, line, now.full)
    if now.is_told if is_apart else _was_told_there(snapshot, now.began):
        return Decision((React(event.message, SEEN_EMOJI),))
    here = () if is_apart else (NoteTold(BREAK), *resting.waits(event))
    kept = RememberPerson(talked=now.told if is_apart else now.full)
    return Decision((mentioned(event, line), *here, kept))


def _was_told_there(snapshot: TalkSnapshot, began: datetime) -> bool:
    """Whether it was said in this room, in this break, that nothing is answered just now."""
    last = snapshot.told_here.get(BREAK)
    return last is not None and last >= began


def _is_apart(event: Happening, snapshot: TalkSnapshot) -> bool:
    """Whether its person alone reads the answer: where others do, no age is named."""
    return snapshot.is_direct or isinstance(event, CommandGiven)


def _may_be_about_a_life(snapshot: TalkSnapshot) -> bool:
    """Whether anything said now or lately may be about a life at risk, be it only a hint.

    A hint fades with the turns, but not for this: what its reply asked is to be answered.
    """
    if snapshot.episode is not None:
        return True
    reading = snapshot.reading if isinstance(snapshot, SpokenSnapshot | CommandSnapshot) else None
    said = (*snapshot.lately, *((reading.stated,) if reading is not None else ()))
    verdicts = (weighed(said[:end]) for end in range(len(said), 0, -1))
    return any(one.tier is not Tier.NONE or one.is_unsure for one in verdicts)
