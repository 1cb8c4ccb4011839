"""What a tap leads to: only its own person's tap counts, and only what the store says it does."""

import hashlib

from bot import phrases
from bot.actions import (
    Action,
    AnswerCard,
    AskAge,
    Delete,
    Erase,
    EraseElsewhere,
    MarkUnder18,
    RaiseEpoch,
    RecordConsent,
    SetStance,
    TouchConversation,
)
from bot.decide import consent, crisis, crisis_settings, leaving, repairing, reporting
from bot.decide.decision import Decision, began, told
from bot.decide.erasing import erase_card, stays
from bot.decide.verbs import can_be_read
from bot.events import ChoiceMade
from bot.levels import Level, Stance
from bot.snapshot import Snapshot

# What a blocked person may still do: what takes away, refuses or lowers.
WHEN_BLOCKED = frozenset(
    {
        *("off", "stay-on", "erase-card", "erase", "erase-all", "keep", "not-now", "age-yes"),
        *("crisis-read", "crisis-away"),
    }
)

FOR_ADMINS = frozenset({"crisis-line", "clear-reports"})  # whoever was one when the card came


def decide(event: ChoiceMade, snapshot: Snapshot) -> Decision:
    """Gives what a choice leads to; of another's, or one that is over, it says so where it can."""
    post = snapshot.post
    choices = post.choices if post is not None else ()
    does = next((choice.does for choice in choices if choice.label == event.label), None)
    if does is None and event.label == phrases.OFF_TAP:  # it was kept no longer, or answered
        return Decision(
            leaving.tapped(event, snapshot), scope=post.scope if post is not None else None
        )
    if does is None or post is None:
        return _no_choice(event, snapshot)
    words = _words(does)
    if snapshot.is_blocked and words[0] not in WHEN_BLOCKED:
        return Decision()
    if words[0] in FOR_ADMINS and not event.where.by_admin:
        return Decision((AnswerCard(event.message), told(event, phrases.NOT_ADMIN)))
    if words[0] in ("repair", "more", "put-back", "retry", "again", "what-changed"):
        return repairing.chosen(event, snapshot, does)
    return Decision(_answer(event, snapshot, words), scope=post.scope)


def _answer(event: ChoiceMade, snapshot: Snapshot, words: list[str]) -> tuple[Action, ...]:
    match words[0]:
        case "accept" | "renew":
            return consent.accepted(event, snapshot, words)
        case "not-now":
            return consent.refused(event, snapshot, words)
        case "off":
            return leaving.tapped(event, snapshot)
        case "stay-on":
            return leaving.stays(event)
        case "stance":
            return _stance(event, snapshot, words[1])
        case "age-yes":
            card, plain = AnswerCard(event.message), told(event, phrases.UNDER_18)
            return (card, MarkUnder18(), RaiseEpoch(), plain)
        case "age-no":
            return _adult(event, snapshot)
        case "crisis-read":
            return crisis.read_privately(event, snapshot, words)
        case "crisis-away":
            return (Delete(event.message),)
        case "crisis-line":
            return crisis_settings.line_set(event, words)
        case "report-it":
            return reporting.tapped(event, snapshot, words[1])
        case "clear-reports":
            return reporting.cleared(event)
        case "erase-card":
            return (AnswerCard(event.message), erase_card(event, snapshot))
        case "erase":
            return _erased(event, snapshot)
        case "erase-all":
            scopes = tuple(one.scope for one in snapshot.elsewhere_places)
            return (EraseElsewhere(scopes), *_erased(event, snapshot))
        case "keep":
            return (AnswerCard(event.message), told(event, phrases.KEPT))
        case "leave-line":
            return (AnswerCard(event.message), told(event, phrases.NOT_NOW))
        case _:
            return (AnswerCard(event.message), told(event, phrases.CHOICE_OVER))


def _words(does: str) -> list[str]:
    """Gives the verb and its words; no verb where they cannot be read, but for a life at risk."""
    verb, *rest = does.split(" ")
    if can_be_read(does):
        return [verb, *rest]
    return ["crisis-read", "acute", "self", "ending"] if verb == "crisis-read" else [""]


def _no_choice(event: ChoiceMade, snapshot: Snapshot) -> Decision:
    """Says, to whoever tapped, that it is not theirs or no longer holds; nothing to a second tap.

    Where others read along only a platform that tells a tap's person alone lets it be said.
    """
    is_answered = snapshot.post is not None and not snapshot.post.choices
    is_alone = event.is_pressed or event.where.is_direct
    if snapshot.is_blocked or is_answered or not is_alone:
        return Decision()
    return Decision((told(event, phrases.NO_CHOICE),))


def _adult(event: ChoiceMade, snapshot: Snapshot) -> tuple[Action, ...]:
    """Gives what "18 or over" does; after it was said twice only the operator undoes it."""
    card = AnswerCard(event.message)
    if snapshot.person.under_18:
        return (card, told(event, phrases.UNDER_18))
    return (card, AskAge(False), told(event, phrases.NOT_UNDER_18))


def _stance(event: ChoiceMade, snapshot: Snapshot, name: str) -> tuple[Action, ...]:
    talk = TouchConversation(began(event, snapshot))
    return (talk, SetStance(Stance(name)), told(event, phrases.STANCES[name]))


def _erased(event: ChoiceMade, snapshot: Snapshot) -> tuple[Action, ...]:
    digest = hashlib.sha256(event.id.encode()).hexdigest()[:8]
    receipt = f"{event.at:%Y%m%dT%H%M%SZ}-{digest}"
    text = phrases.ERASED.format(receipt=receipt) + stays(snapshot)
    entry = RecordConsent("withdrawn", Level.PLAIN, snapshot.house.policy)
    card = AnswerCard(event.message)
    return (entry, RaiseEpoch(), Erase(receipt), card, told(event, text))
