"""The type of a decision, and the few pieces of which decisions are made."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.actions.state import (
    AnswerCard,
    HoldEpisode,
    KeepInTray,
    RecordConsent,
    RememberPerson,
    TouchConversation,
)
from bot.attention import Unasked
from bot.choices import (
    AcceptOffer,
    Choice,
    DeclineOffer,
    Offer,
    ReadEverything,
    RenewOffer,
    TickOffer,
)
from bot.commands import Term
from bot.consent import ends, may_hold, may_observe, term_of
from bot.consent_card import at_first_sight
from bot.disclosure import greeting, greets, remembered
from bot.events import ChoiceMade, Happening, MessageSeen
from bot.ids import Scope
from bot.layout.dates import occasion
from bot.layout.markup import small, with_last
from bot.levels import Level
from bot.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Decision:
    """What should be done: quick actions, and at most one slow ask.

    `scope` is set if the state actions are for another scope than the event's. A refusal that says
    nothing any more may be decided again, should the event come again: it left nothing behind.
    `greets` is set if all who read the room read in its last words who this is. `language` is the
    code of the one it speaks; empty for the house's. `unasked` is what of it nobody asked for.
    """

    actions: tuple[Action, ...] = ()
    ask: Ask | None = None
    scope: Scope | None = None
    is_refusal: bool = False
    greets: bool = False
    language: str = ""
    unasked: tuple[Unasked, ...] = ()

    @property
    def leads_to_nothing(self) -> bool:
        """Whether nothing is done, said or asked for."""
        return not self.actions and self.ask is None

    @property
    def is_silent_refusal(self) -> bool:
        """Whether a limit was reached, and nothing is done or said about it."""
        return self.is_refusal and self.leads_to_nothing


def told(
    event: Happening, text: str, choices: tuple[Choice, ...] = (), scope: Scope | None = None
) -> Say:
    """Gives a message that only the event's person sees."""
    return Say(text, to=event.person, choices=choices, scope=scope)


def card(
    event: Happening, text: str, choices: tuple[Choice, ...], about: Scope | None = None
) -> Say:
    """Gives a private piece to read and tap."""
    return replace(told(event, text, choices, about), is_card=True)


def answered(event: ChoiceMade, text: str, choices: tuple[Choice, ...] = ()) -> AnswerCard:
    """Puts what came of a tap in the place of the card, with what can be chosen next."""
    return AnswerCard(event.message, text, choices)


def in_place(event: ChoiceMade, answer: tuple[Action, ...]) -> tuple[Action, ...]:
    """Gives an answer whose first message to the person takes the place of the tapped card."""
    said = (one for one in answer if isinstance(one, Say))
    here = (one for one in said if one.scope in (None, event.scope) and not one.files)
    first = next(here, None)
    if first is None:
        return answer
    instead = answered(event, first.text, first.choices)
    return tuple(instead if one is first else one for one in answer)


def mentioned(event: Happening, text: str) -> Say:
    """Gives a message to the event's person that others may see if nothing private is possible."""
    return Say(text, to=event.person, may_be_seen=True)


def opened(event: Happening, snapshot: Snapshot, *, is_turn: bool) -> tuple[Action, ...]:
    """Gives the first actions of every message and command: the clocks, the conversation."""
    touched = TouchConversation(began(event, snapshot), is_turn=is_turn)
    return (remembered(snapshot, event.at), touched)


def introduced(event: Happening, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision whose last words end with who this is, if the person was never told.

    Where nothing is said to them, nothing is owed: the next words tell it. Nothing stands beside
    the words for a life at risk.
    """
    place = _last_said(event, turn.actions)
    is_grave = any(isinstance(one, HoldEpisode) for one in turn.actions)
    if place is None or is_grave or not greets(snapshot):
        return turn
    say, line = turn.actions[place], small(greeting(snapshot))
    assert isinstance(say, Say)
    said = replace(say, text=with_last(say.text, line))
    met = RememberPerson(met_at=event.at, noticed_at=event.at)
    actions = (met, *turn.actions[:place], said, *turn.actions[place + 1 :])
    return replace(turn, actions=actions, greets=say.to is None)


def _last_said(event: Happening, actions: tuple[Action, ...]) -> int | None:
    """Gives the place of the last message that the event's person reads, or None."""
    readers = (None, event.person)
    said = (at for at, one in enumerate(actions) if isinstance(one, Say) and one.to in readers)
    return max(said, default=None)


def began(event: Happening, snapshot: Snapshot) -> datetime:
    """Gives when the current conversation began; only later messages are read for it."""
    talk = snapshot.talk(event.at)
    if talk is snapshot.conversation and talk.started_at is not None:
        return talk.started_at
    return event.said if isinstance(event, MessageSeen) else event.at


def renewal(event: Happening, snapshot: Snapshot) -> tuple[Action, ...]:
    """Gives the ledger entry of an expired consent, and in private the question to renew it."""
    lapsed = RecordConsent("expired", snapshot.consented, snapshot.scope.policy)
    if snapshot.is_minor or snapshot.askable is Level.PLAIN:
        return (lapsed,)
    return (
        lapsed,
        renew_line(event, snapshot, None) if snapshot.is_direct else KeepInTray("renew"),
    )


def has_lapsed(snapshot: Snapshot, at: datetime) -> bool:
    """Returns whether consent has expired or changed, and nobody has said so yet."""
    return snapshot.scope.state in ("given", "renewed") and (
        snapshot.is_expired(at) or snapshot.is_outdated()
    )


def offered(event: Happening, snapshot: Snapshot, wanted: Level, term: Term) -> Offer:
    """Gives the offer of a card: the level that would hold here, until the given moment."""
    level = min(wanted, snapshot.askable)
    return Offer(
        level,
        wanted,
        term,
        snapshot.house.policy,
        epoch=snapshot.scope.epoch,
        until=ends(level, term, event.at),
        talk=began(event, snapshot).isoformat(),
        notices=snapshot.is_direct and may_observe(level),
    )


def asked(
    event: Happening, snapshot: Snapshot, means: AcceptOffer | RenewOffer, about: Scope | None
) -> Say:
    """Gives the card of an offer: yes, not now, and all that a yes means."""
    labels, offer = snapshot.strings.choices, means.offer
    choices = (
        Choice(labels.yes, means),
        Choice(labels.not_now, DeclineOffer(offer.wanted)),
        *_tick(means, snapshot),
        Choice(labels.read_everything, ReadEverything(offer)),
        *_ticks_of_noticing(means, snapshot),
    )
    text = at_first_sight(snapshot, offer, occasion(event))
    return card(event, text, choices, about)


def _tick(means: AcceptOffer | RenewOffer, snapshot: Snapshot) -> tuple[Choice, ...]:
    """Gives the tick of its own for holding what is asked for, at levels that use it."""
    labels, offer = snapshot.strings.choices, means.offer
    if not may_hold(offer.level):
        return ()
    label = labels.holds if offer.memory else labels.hold
    other = replace(offer, memory=not offer.memory)
    return (Choice(label, TickOffer(other, renews=isinstance(means, RenewOffer))),)


def _ticks_of_noticing(means: AcceptOffer | RenewOffer, snapshot: Snapshot) -> tuple[Choice, ...]:
    """Gives a tick of its own for each thing more that may be noticed in a direct message."""
    labels, offer, renews = snapshot.strings.choices, means.offer, isinstance(means, RenewOffer)
    if not offer.notices:
        return ()
    worse = labels.notices_worse if offer.functioning else labels.notice_worse
    again = labels.notices_again if offer.loops else labels.notice_again
    return (
        Choice(worse, TickOffer(replace(offer, functioning=not offer.functioning), renews)),
        Choice(again, TickOffer(replace(offer, loops=not offer.loops), renews)),
    )


def renew_line(event: Happening, snapshot: Snapshot, scope: Scope | None) -> Say:
    """Gives the question whether an expired or changed consent holds again."""
    said = snapshot.strings.consent
    why = said.renew_changed if snapshot.is_outdated() else said.renew
    why = said.renew_restored if snapshot.is_unconfirmed() else why
    offer = offered(event, snapshot, snapshot.consented, term_of(snapshot.scope))
    return _because(why, asked(event, snapshot, RenewOffer(offer), scope))


def wanted_line(event: Happening, snapshot: Snapshot, wanted: Level, scope: Scope) -> Say:
    """Gives the question that waited for a deeper level to be allowed; it is no consent yet."""
    offer = offered(event, snapshot, wanted, term_of(snapshot.scope))
    why = snapshot.strings.consent.more_allowed.format(level=snapshot.strings.level(wanted))
    return _because(why, asked(event, snapshot, AcceptOffer(offer), scope))


def _because(why: str, question: Say) -> Say:
    return replace(question, text=f"{why}\n{question.text}")
