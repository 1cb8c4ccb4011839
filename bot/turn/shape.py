"""The shape of a decision, and the few pieces every kind of decision is made of."""

from dataclasses import dataclass
from datetime import datetime

from bot.actions import Action, Ask, Choice, EmptyTray, RecordConsent, Say, TouchConversation
from bot.cards import consent_card
from bot.commands import Term
from bot.consent import term_of
from bot.disclosure import is_first_contact, remembered
from bot.events import Happening
from bot.ids import Scope
from bot.known import Known
from bot.phrases import RENEW, RENEW_CHANGED, greeting


@dataclass(frozen=True, slots=True)
class Turn:
    """What should be done: quick actions, and at most one slow ask.

    `scope` is set when the state actions hold for another scope than the event's.
    """

    actions: tuple[Action, ...] = ()
    ask: Ask | None = None
    scope: Scope | None = None


def told(
    event: Happening, text: str, choices: tuple[Choice, ...] = (), scope: Scope | None = None
) -> Say:
    """Gives a message that only the person of the event sees."""
    return Say(text, to=event.person, choices=choices, scope=scope)


def opened(event: Happening, known: Known, *, noticed: bool, is_turn: bool) -> tuple[Action, ...]:
    """Gives what every message and command does first: greeting, clocks, the conversation."""
    actions: list[Action] = []
    if is_first_contact(known):
        to = None if known.is_direct and is_turn else event.person
        actions.append(Say(greeting(known.house.bot_name, known.house.operator), to=to))
    actions.append(remembered(known, event.at, noticed=noticed))
    started_at = known.talk(event.at).started_at or event.at
    actions.append(TouchConversation(started_at, is_turn=is_turn))
    return tuple(actions)


def from_tray(event: Happening, known: Known) -> tuple[Action, ...]:
    """Gives the private lines that waited for this occasion."""
    actions: list[Action] = []
    for line in known.tray:
        actions.append(_renew_line(event, known.of(line), line.scope))
        actions.append(EmptyTray(line.scope, line.line))
    return tuple(actions)


def renewal(event: Happening, known: Known) -> tuple[Action, ...]:
    """Gives the entry that a yes has lapsed, and the question whether to renew it."""
    lapsed = RecordConsent("expired", known.consented, known.scope.policy)
    return (lapsed, _renew_line(event, known, None))


def has_lapsed(known: Known, at: datetime) -> bool:
    """Whether a yes has run out, or changed, and nobody has said so yet."""
    return known.scope.state in ("given", "renewed") and (
        known.is_expired(at) or known.is_outdated()
    )


def accepting(verb: str, level_word: str, term: Term, policy: str) -> str:
    """Gives what an Accept does: for this level, this term and this policy only."""
    return f"{verb} {level_word} {term.word} {policy}"


def _renew_line(event: Happening, known: Known, scope: Scope | None) -> Say:
    level, term = known.consented, term_of(known.scope)
    why = RENEW_CHANGED if known.is_outdated() else RENEW
    does = accepting("renew", level.word, term, known.house.policy)
    choices = (Choice("Renew", does), Choice("Not now", "not-now " + level.word))
    text = f"{why}\n{consent_card(known, level, term, event.at)}"
    return told(event, text, choices, scope)
