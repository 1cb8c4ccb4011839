"""Decides messages: a crisis, a command in words, a kind line, or a reply."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.actions.state import RememberPerson, SetStance, StopReplies
from bot.commands.values import Reach, SetLevel, Stop, WantStance
from bot.crisis.conversation import weighed
from bot.crisis.tiers import Tier, Verdict
from bot.decide import (
    boundaries,
    consent,
    crisis,
    effects,
    house_gate,
    leaving,
    reaching,
    repairing,
    resting,
    roles,
    silences,
    studying,
    unasked,
)
from bot.decide.age_check import said_age
from bot.decide.coalesce import also_of, ask_for, burst
from bot.decide.commands import stop
from bot.decide.decision import (
    Decision,
    introduced,
    mentioned,
    opened,
)
from bot.decide.holding import spoken
from bot.decide.limited import held_back
from bot.decide.observing import observed
from bot.disclosure import greets, owed_line
from bot.events import MessageSeen, WordlessSeen
from bot.limits import counted, was_told
from bot.repair.words import Correction
from bot.snapshot import MessageSnapshot, Snapshot


def decide(event: MessageSeen, snapshot: MessageSnapshot) -> Decision:
    """Gives the decision about a message; a life at risk outranks everything."""
    verdict = crisis.verdict_of(event, snapshot)
    return studying.apart(event, snapshot, verdict, _decided(event, snapshot, verdict))


def _decided(event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict) -> Decision:
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
        return replace(_turn(event, snapshot, left), ask=leaving.owed(event, snapshot, left))
    gate = house_gate.message(event, snapshot, verdict)
    silence = gate or silences.message(event, snapshot, verdict)
    if silence is not None:
        return replace(silence, actions=(*silence.actions, *said_age(event, snapshot)[1]))
    turn = _commanded(event, snapshot, verdict)
    is_heard = is_seen or is_grave or snapshot.episode is not None
    return leaving.beside(turn, event, snapshot) if is_heard else turn


def _commanded(event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict) -> Decision:
    match snapshot.reading.command:
        case Stop() if snapshot.running:
            return Decision(stop(event, snapshot))
        case SetLevel(level) if lower := leaving.lower_level(level, snapshot):
            return _turn(event, snapshot, consent.down(event, snapshot, lower))
        case WantStance(stance):
            say = mentioned(event, snapshot.strings.replies.stances[stance])
            return _turn(event, snapshot, (SetStance(stance), say))
        case Reach() as given if reaching.is_meant(event, snapshot, verdict):
            answer = reaching.at_once(given, event, snapshot)
            turn = _turn(event, snapshot, answer) if answer else None
            return turn or _spoken(event, snapshot, verdict)
        case _:
            return _agreed(event, snapshot, verdict)


def _agreed(event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict) -> Decision:
    """Gives the decision about a message that may set a role or a word, or be such a word."""
    is_steady = _is_steady(snapshot, verdict)
    if set_now := roles.in_words(event, snapshot, is_steady=is_steady):
        return _turn(event, snapshot, set_now)
    stance, turn = roles.stance_meant(event, snapshot), _spoken(event, snapshot, verdict)
    return turn if stance is None else roles.in_stance(turn, stance)


def wordless(event: WordlessSeen, snapshot: Snapshot) -> Decision:
    """Gives one kind line that words are needed, but none while a life is at risk.

    To its bare name the bot says, once a minute, that it is here.
    """
    is_in_danger = snapshot.episode is not None
    is_silent = house_gate.refused(event, snapshot) or silences.wants_none(snapshot, event.at)
    if snapshot.is_blocked or is_in_danger or is_silent:
        return Decision()
    if event.is_bare:
        here = Say(snapshot.strings.rooms.here, reply_to=event.message)
        told = RememberPerson(told_at=event.at)
        return Decision() if was_told(snapshot, event.at) else Decision((here, told))
    line = Say(snapshot.strings.rooms.words_only, reply_to=event.message)
    turn = Decision((*opened(event, snapshot, is_turn=False), line))
    return introduced(event, snapshot, turn)


def _spoken(event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict) -> Decision:
    turn = _repaired(event, snapshot) or crisis.steady(event, snapshot, verdict)
    if turn is not None and snapshot.episode is not None:
        return turn  # nothing stands beside it while an episode lasts
    snapshot, about_age = said_age(event, snapshot)
    turn = turn or (None if verdict.is_unsure else _late(event, snapshot))
    turn = (
        turn
        or held_back(event, snapshot)
        or _held_alone(event, snapshot, verdict)
        or _answered(event, snapshot, is_unsure=verdict.is_unsure)
    )
    return replace(turn, actions=(*turn.actions, *about_age))


def _late(event: MessageSeen, snapshot: MessageSnapshot) -> Decision | None:
    """Gives one line for all messages of a long absence, or None for any other message."""
    if not event.is_late:
        return None
    if was_told(snapshot, event.at):
        return Decision()
    line = mentioned(event, snapshot.strings.failures.came_late)
    return Decision((line, RememberPerson(told_at=event.at)))


def _repaired(event: MessageSeen, snapshot: MessageSnapshot) -> Decision | None:
    """Gives a repair if a message only says that the reply it is about landed wrong."""
    said = _correction(event, snapshot)
    if said is None or said.has_more:
        return None
    return repairing.in_words(event, snapshot, said.kind)


def _correction(event: MessageSeen, snapshot: MessageSnapshot) -> Correction | None:
    return snapshot.reading.correction if _is_about_a_reply(event, snapshot) else None


def _is_about_a_reply(event: MessageSeen, snapshot: MessageSnapshot) -> bool:
    """Returns whether words can be about the reply: of this conversation, or as its answer."""
    reply = snapshot.reply
    if reply is None:
        return False
    is_recent = event.at - (reply.row.at or event.at) <= snapshot.house.gap
    return is_recent or event.reply_to in reply.messages


def _turn(event: MessageSeen, snapshot: MessageSnapshot, actions: tuple[Action, ...]) -> Decision:
    turn = Decision((*opened(event, snapshot, is_turn=True), *actions))
    return introduced(event, snapshot, turn)


def _answered(event: MessageSeen, snapshot: MessageSnapshot, *, is_unsure: bool) -> Decision:
    """Gives the ask for a reply; one to a possible risk knows that, and has no card beside it."""
    actions = [*opened(event, snapshot, is_turn=True), counted(snapshot, event.at)]
    earlier = burst(event, snapshot)
    actions += [StopReplies(answering=one.message) for one in earlier]
    brought_up = ((), ()) if is_unsure else unasked.owed(event, snapshot)
    said = (*observed(event, snapshot), *resting.kept(event, snapshot))
    said += spoken.beside(event, snapshot) if _is_steady_alone(snapshot) else ()
    notice, is_new = owed_line(snapshot, event.at), greets(snapshot)
    ask = replace(ask_for(event, snapshot), notice=notice, greets=is_new)
    if is_unsure or any(one.crisis == crisis.UNSURE for one in earlier):
        ask = replace(ask, crisis=crisis.UNSURE)
    elif reaching.wants_drafts(snapshot, earlier):
        ask = replace(ask, reaches="words")
    ask = replace(_correcting(event, snapshot, earlier, ask), also=also_of(earlier))
    ask = studying.within(ask, event, snapshot)
    every, lines = (*actions, *brought_up[0], *said), brought_up[1]
    turn = Decision(every, ask, greets=is_new, unasked=lines)
    return effects.within(event, snapshot, turn)


def _held_alone(event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict) -> Decision | None:
    """Gives the line that something is held now, where a message asks for that and no more."""
    if not (_is_steady(snapshot, verdict) and spoken.is_all(event, snapshot)):
        return None
    return _turn(event, snapshot, spoken.beside(event, snapshot))


def _is_steady(snapshot: MessageSnapshot, verdict: Verdict) -> bool:
    """Whether nothing, now or lately, may say that a life is at risk."""
    return verdict.tier is Tier.NONE and not verdict.is_unsure and snapshot.episode is None


def _is_steady_alone(snapshot: MessageSnapshot) -> bool:
    """Whether a message says nothing of a life at risk, whatever those before it may have said.

    What it asks to be held is held then: nobody is to learn later that it was not.
    """
    alone = weighed((snapshot.reading.stated,))
    return alone.tier is Tier.NONE and not alone.is_unsure


def _correcting(
    event: MessageSeen, snapshot: MessageSnapshot, earlier: tuple[Ask, ...], ask: Ask
) -> Ask:
    """Gives the ask with how the reply before landed wrong, if this message or its burst says so.

    Everything else in the message is answered: a correction never replaces that.
    """
    said = _correction(event, snapshot)
    if said is not None and snapshot.reply is not None:
        corrects = snapshot.reply.row.key
        return replace(ask, corrects=corrects, rupture=said.kind, source=event.message)
    before = next((one for one in reversed(earlier) if one.corrects), ask)
    return replace(ask, corrects=before.corrects, rupture=before.rupture, source=before.source)
