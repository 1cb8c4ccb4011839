"""Decides edits and deletions: what a message caused is removed, or made anew."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.state import ForgetReplies, SetStance, StopReplies, Unlearn
from bot.commands.values import SetLevel, Stop, WantStance
from bot.crisis.tiers import Tier, Verdict
from bot.decide import (
    anew,
    boundaries,
    consent,
    corrected,
    crisis,
    leaving,
    observing,
    reaching,
    roles,
)
from bot.decide.age_check import said_age
from bot.decide.commands import stop
from bot.decide.decision import Decision, mentioned
from bot.events import MessageDeleted, MessageEdited
from bot.records import SummaryRow
from bot.snapshot import DeletionSnapshot, EditSnapshot


def edited(event: MessageEdited, snapshot: EditSnapshot) -> Decision:
    """Gives what the new words lead to, and corrects in silence what is held of the old ones."""
    turn = _read_anew(event, snapshot)
    held = corrected.corrected(event, snapshot)
    return replace(turn, actions=(*turn.actions, *held, *observing.corrected(event, snapshot)))


def _read_anew(event: MessageEdited, snapshot: EditSnapshot) -> Decision:
    """Gives the crisis text if a message becomes a crisis; an unanswered one is answered anew."""
    verdict = crisis.verdict_of(event, snapshot)
    if verdict.tier >= Tier.ELEVATED:
        return leaving.beside(crisis.answered(event, snapshot, verdict), event, snapshot)
    if snapshot.is_blocked:
        return Decision(leaving.sure(event, snapshot))
    if snapshot.is_stop_word:
        return Decision(boundaries.stopped(event, snapshot))
    is_seen = verdict.is_unsure and not leaving.is_all(event, snapshot)
    is_grave = verdict.tier is not Tier.NONE
    left = () if is_seen else leaving.in_words(event, snapshot, is_grave=is_grave)
    if left:
        return Decision(left, leaving.owed(event, snapshot, left))
    turn = _commanded(event, snapshot, verdict)
    is_heard = is_seen or is_grave or snapshot.episode is not None
    return leaving.beside(turn, event, snapshot) if is_heard else turn


def _commanded(event: MessageEdited, snapshot: EditSnapshot, verdict: Verdict) -> Decision:
    meant = roles.stance_meant(event, snapshot)
    match snapshot.reading.command or (WantStance(meant) if meant is not None else None):
        case SetLevel(level) if lower := leaving.lower_level(level, snapshot):
            return Decision(consent.down(event, snapshot, lower))
        case Stop() if snapshot.running:
            return Decision(stop(event, snapshot))
        case WantStance(stance):
            say = mentioned(event, snapshot.strings.replies.stances[stance])
            quiet = StopReplies(answering=event.message)
            return Decision((quiet, SetStance(stance), say))
        case _:
            return _anew(event, snapshot, verdict)


def _anew(event: MessageEdited, snapshot: EditSnapshot, verdict: Verdict) -> Decision:
    snapshot, about_age = said_age(event, snapshot)
    ask = _waiting(event, snapshot)
    if ask is None:
        return Decision(about_age or _offered(event, snapshot, verdict))
    level = snapshot.effective(event.at).level
    if verdict.is_unsure and not ask.crisis:
        ask = replace(ask, crisis=crisis.UNSURE)
    if ask.reaches == "words" and not reaching.is_meant(event, snapshot, verdict):
        ask = replace(ask, reaches="")
    actions = (StopReplies(answering=ask.message), *about_age)
    return Decision(actions, replace(ask, level=level, asked_at=event.at))


def _offered(event: MessageEdited, snapshot: EditSnapshot, verdict: Verdict) -> tuple[Action, ...]:
    """Gives the offer to answer the message anew, unless its words are for something else."""
    is_of_a_life = verdict.tier is not Tier.NONE or verdict.is_unsure
    is_held = any(not isinstance(one, SummaryRow) for one in snapshot.came_of)
    return () if is_of_a_life or is_held else anew.offered(event, snapshot)


def deleted(event: MessageDeleted, snapshot: DeletionSnapshot) -> Decision:
    """Gives silence for the reply to a message, and forgets what was derived from it.

    The other messages of its burst are answered without it.
    """
    message, caused = event.message, snapshot.caused
    actions: list[Action] = [StopReplies(answering=message), ForgetReplies(answering=message)]
    actions += [Unlearn(reply, (number,)) for reply, number in caused.repairs]
    actions += [SetStance(None)] if caused.stance else []
    actions += anew.taken_away(caused.offer)
    actions += corrected.dropped(caused.came_of)
    actions += observing.dropped(snapshot)
    return Decision(tuple(actions), _without(event, snapshot))


def _without(event: MessageDeleted, snapshot: DeletionSnapshot) -> Ask | None:
    ask = _waiting(event, snapshot)
    left = [one for one in (*ask.also, ask.message) if one != event.message] if ask else []
    if ask is None or not left:
        return None
    ask = replace(ask, message=left[-1], also=tuple(left[:-1]), asked_at=event.at)
    return replace(ask, corrects="", rupture=None, source=None, reaches="")


def _waiting(
    event: MessageEdited | MessageDeleted, snapshot: EditSnapshot | DeletionSnapshot
) -> Ask | None:
    """Gives the ask that answers the message and of which nothing is shown yet, or None."""
    every = (one.ask for one in snapshot.running if one.is_waiting)
    waiting = (ask for ask in every if ask.reaches != "command")  # that one answers no message
    return next((ask for ask in waiting if event.message in (ask.message, *ask.also)), None)
