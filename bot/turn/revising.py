"""What an edit or a deletion of a message leads to: what came of it goes, or comes anew."""

from dataclasses import replace

from bot import phrases
from bot.actions import Action, Ask, ForgetReplies, SetStance, StopReplies, Unlearn
from bot.commands import stance_of
from bot.crisis.tiers import Tier, Verdict
from bot.events import MessageDeleted, MessageEdited
from bot.known import Known
from bot.turn import consenting, crisis, leaving
from bot.turn.aging import said_age
from bot.turn.commanding import stop
from bot.turn.shape import Turn, heard, mentioned


def edited(event: MessageEdited, known: Known) -> Turn:
    """Gives the crisis text when a message becomes one; while unanswered it is answered anew."""
    verdict = crisis.verdict_of(event, known)
    if verdict.tier >= Tier.ELEVATED:
        return leaving.beside(crisis.answered(event, known, verdict), event, known)
    if known.is_blocked:
        return Turn(leaving.sure(event, known))
    is_seen = verdict.is_unsure and not leaving.is_all(event, known)
    is_grave = verdict.tier is not Tier.NONE
    left = () if is_seen else leaving.in_words(event, known, is_grave=is_grave)
    if left:
        return Turn(left, leaving.owed(event, known, left))
    turn = _commanded(event, known, verdict)
    is_heard = is_seen or is_grave or known.episode is not None
    return leaving.beside(turn, event, known) if is_heard else turn


def _commanded(event: MessageEdited, known: Known, verdict: Verdict) -> Turn:
    match heard(event, known).command:
        case "level warm" | "level attuned" as words if lower := leaving.lower_level(words, known):
            return Turn(consenting.down(event, known, lower))
        case "stop" if known.open_replies:
            return Turn(stop(event, known))
        case "listen" | "think" | "decide" | "do" | "stay" as stance:
            say = mentioned(event, phrases.STANCES[stance])
            quiet = StopReplies(answering=event.message)
            return Turn((quiet, SetStance(stance_of(stance)), say))
        case _:
            return _anew(event, known, verdict)


def _anew(event: MessageEdited, known: Known, verdict: Verdict) -> Turn:
    known, about_age = said_age(event, known)
    ask = _waiting(event, known)
    if ask is None:
        return Turn(about_age)
    level = known.effective(event.at).level
    if verdict.is_unsure and not ask.crisis:
        ask = replace(ask, crisis=crisis.UNSURE)
    actions = (StopReplies(answering=ask.message), *about_age)
    return Turn(actions, replace(ask, level=level, asked_at=event.at))


def deleted(event: MessageDeleted, known: Known) -> Turn:
    """Gives silence for a reply to it, and forgets what was derived from it.

    What else was said in the same moment is answered without it.
    """
    message, caused = event.message, known.caused
    actions: list[Action] = [StopReplies(answering=message), ForgetReplies(answering=message)]
    actions += [Unlearn(reply, (number,)) for reply, number in caused.repairs]
    actions += [SetStance(None)] if caused.stance else []
    return Turn(tuple(actions), _without(event, known))


def _without(event: MessageDeleted, known: Known) -> Ask | None:
    ask = _waiting(event, known)
    left = [one for one in (*ask.also, ask.message) if one != event.message] if ask else []
    if ask is None or not left:
        return None
    ask = replace(ask, message=left[-1], also=tuple(left[:-1]), asked_at=event.at)
    return replace(ask, corrects="", rupture=None, source=None)


def _waiting(event: MessageEdited | MessageDeleted, known: Known) -> Ask | None:
    """Gives the ask of which the message is a part and of which nothing is shown yet."""
    waiting = (one.ask for one in known.running if one.is_waiting)
    return next((ask for ask in waiting if event.message in (ask.message, *ask.also)), None)
