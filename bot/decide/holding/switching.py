"""Whether anything is held at all: the tick of its own on the card of a yes, set and taken back."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.holding import PutAway
from bot.actions.state import RaiseEpoch, RecordConsent
from bot.choices import AcceptOffer, Choice, EraseHeld
from bot.consent import FROZEN_FOR, may_hold, term_of
from bot.decide.consent import going_on
from bot.decide.decision import asked, card, offered, told
from bot.decide.holding.pages import put_away, why_not
from bot.events import CommandGiven
from bot.layout.dates import occasion
from bot.snapshot import CommandSnapshot, Snapshot

Answer = tuple[Action, ...]


def on(event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the card of the level that holds, with the tick they ask for; only its yes says yes."""
    said = snapshot.strings.holding
    if snapshot.may_hold(event.at):
        return (told(event, said.on_already),)
    is_ticked_only = may_hold(_after_pause(snapshot).effective(event.at).level)
    if snapshot.is_minor or not is_ticked_only:
        return (told(event, why_not(snapshot, event.at)),)
    offer = offered(event, snapshot, snapshot.consented, term_of(snapshot.scope))
    scope = snapshot.scope
    means = AcceptOffer(
        replace(offer, memory=True, functioning=scope.functioning, loops=scope.loops)
    )
    entry = RecordConsent("requested", offer.level, offer.policy, memory=True)
    return (entry, asked(event, snapshot, means, None))


def off(event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to who wants nothing held: the same level without it, at once.

    What was held is put away, and erased after 30 days or by one tap. A yes that has lapsed, or
    holds for a conversation elsewhere, is not given anew by this: only its tick goes.
    """
    said, scope = snapshot.strings.holding, snapshot.scope
    if not scope.memory:
        return (told(event, said.off_already),)
    until = event.at + FROZEN_FOR
    entry = replace(going_on(snapshot, snapshot.consented), memory=False)
    stands = not (snapshot.is_expired(event.at) or snapshot.is_elsewhere())
    ends: Action = entry if stands else PutAway(until)
    if snapshot.holding.is_empty:
        return (ends, RaiseEpoch(), told(event, said.off))
    unticked = replace(snapshot, scope=replace(scope, memory=False))
    text = f"{said.off} {put_away(unticked, until, occasion(event))}"
    erase = Choice(said.erase_now, EraseHeld())
    return (ends, RaiseEpoch(), card(event, text, (erase,)))


def _after_pause(snapshot: Snapshot) -> Snapshot:
    """Gives the snapshot as it is once a pause is over: a yes to the card ends it."""
    return replace(snapshot, scope=replace(snapshot.scope, paused_until=None))
