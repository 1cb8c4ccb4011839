"""Decides consent: asks for it, takes it, and withdraws it."""

from dataclasses import replace
from datetime import datetime

from bot import consent_card
from bot.actions import Action
from bot.actions.observing import DropObserved
from bot.actions.state import (
    ConsentState,
    Freeze,
    KeepInTray,
    PauseUntil,
    RaiseEpoch,
    RecordConsent,
    TouchConversation,
    Unfreeze,
)
from bot.choices import AcceptOffer, AskToErase, Choice, Offer, RenewOffer, TickOffer
from bot.commands import Term
from bot.commands.values import On, SetLevel
from bot.consent import (
    FROZEN_FOR,
    holds_until,
    may_follow,
    may_hold,
    may_observe,
    put_away_from,
    yes,
)
from bot.decide import nothing_on
from bot.decide.age_check import refused as refused_for_age
from bot.decide.decision import answered, asked, began, offered, told
from bot.events import ChoiceMade, CommandGiven, Happening, Left
from bot.ids import Scope
from bot.layout.dates import day, occasion
from bot.levels import Level
from bot.markers import Marker
from bot.snapshot import CommandSnapshot, Post, Snapshot, TapSnapshot

Answer = tuple[Action, ...]


def on(given: On, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the card of `/attune on`; nothing changes before Accept."""
    if given.level is Level.PLAIN:
        return withdrawn(event, snapshot)
    return _card(event, snapshot, given.level, given.term)


def level(given: SetLevel, event: Happening, snapshot: Snapshot) -> Answer:
    """Gives the answer to another level: down at once, up with a card."""
    wanted = given.level
    if wanted is Level.PLAIN:
        return withdrawn(event, snapshot)
    if snapshot.is_minor:
        return (told(event, refused_for_age(snapshot)),)
    holds = snapshot.consented
    if wanted > holds or snapshot.is_expired(event.at) or snapshot.is_outdated():
        return _card(event, snapshot, wanted, Term())
    if wanted == holds:
        said = snapshot.strings
        return (told(event, said.consent.level_same.format(level=said.level(wanted))),)
    return down(event, snapshot, wanted)


def down(event: Happening, snapshot: Snapshot, wanted: Level) -> Answer:
    """Gives the answer to a lower level: it holds at once, for as long as the consent did."""
    said = snapshot.strings
    say = told(event, said.consent.level_down.format(level=said.level(wanted)))
    return (*lowered(event, snapshot, wanted), say)


def lowered(event: Happening, snapshot: Snapshot, wanted: Level) -> Answer:
    """Gives what a lower level changes at once, in silence."""
    freeze = Freeze(event.at + FROZEN_FOR, above=wanted)
    return (going_on(snapshot, wanted), RaiseEpoch(), freeze)


def going_on(snapshot: Snapshot, wanted: Level) -> RecordConsent:
    """Gives the yes that holds for a level that it covers, with each tick that the level uses."""
    scope, observes = snapshot.scope, may_observe(wanted)
    return RecordConsent(
        "given",
        wanted,
        scope.policy,
        expires_at=scope.expires_at,
        only_this_conversation=bool(scope.conversation),
        memory=scope.memory and may_hold(wanted),
        notices=observes and scope.notices,
        functioning=observes and scope.functioning,
        loops=observes and scope.loops,
    )


def _card(event: Happening, snapshot: Snapshot, wanted: Level, term: Term) -> Answer:
    if snapshot.is_minor:
        return (told(event, refused_for_age(snapshot)),)
    if snapshot.askable is Level.PLAIN:
        return (told(event, snapshot.strings.consent.only_plain),)
    offer = offered(event, snapshot, wanted, term)
    if wanted > offer.level == snapshot.consented and not _has_lapsed(event, snapshot):
        said = snapshot.strings
        text = said.consent.deepest_holds.format(level=said.level(offer.level))
        return (_remembered(wanted), told(event, text))
    scope = _about(snapshot)
    card = asked(event, there(event, snapshot), AcceptOffer(offer), scope)
    return (RecordConsent("requested", offer.level, offer.policy), card)


def there(event: Happening, snapshot: Snapshot) -> Snapshot:
    """Gives the snapshot with the space it is about, where a tapped card is about another one."""
    post = _tapped(snapshot)
    if post is None or post.scope == event.scope:
        return snapshot
    return replace(snapshot, elsewhere=post.called)


def _about(snapshot: Snapshot) -> Scope | None:
    """Gives the scope of the tapped card, or None if no card was tapped."""
    post = _tapped(snapshot)
    return post.scope if post is not None else None


def _tapped(snapshot: Snapshot) -> Post | None:
    return snapshot.post if isinstance(snapshot, TapSnapshot) else None


def _has_lapsed(event: Happening, snapshot: Snapshot) -> bool:
    return snapshot.is_expired(event.at) or snapshot.is_outdated()


def _remembered(wanted: Level) -> Action:
    """Keeps a wish above the ceiling in the tray, to ask again when the ceiling rises."""
    return KeepInTray("wants ongoing" if wanted is Level.ONGOING else "wants attuned")


def withdrawn(event: Happening, snapshot: Snapshot, language: str = "") -> Answer:
    """Gives the answer to "off" in any state: it asks nothing and holds nobody back."""
    silence, own = RaiseEpoch(), snapshot.strings.leaving_in(language)
    if not snapshot.scope.state or snapshot.scope.state == "withdrawn":
        text = nothing_on.line(event, snapshot)
        return (silence, told(event, f"{own.already}\n{text}" if own is not None else text))
    entry = RecordConsent("withdrawn", Level.PLAIN, snapshot.house.policy)
    is_free = nothing_on.never_agreed(snapshot)
    line = nothing_on.line(event, snapshot) if is_free else snapshot.strings.consent.off
    text = f"{own.done}\n{line}" if own is not None else line
    say = told(event, text, (Choice(snapshot.strings.data.erase_now, AskToErase()),))
    return (entry, silence, Freeze(event.at + FROZEN_FOR), say)


def left(event: Left, snapshot: Snapshot) -> Answer:
    """Gives the actions of leaving: those of "off", without a message."""
    if snapshot.scope.state not in ("given", "renewed"):
        return ()
    entry = RecordConsent("withdrawn", Level.PLAIN, snapshot.house.policy)
    return (entry, RaiseEpoch(), Freeze(event.at + FROZEN_FOR))


def accepted(event: ChoiceMade, snapshot: TapSnapshot, means: AcceptOffer | RenewOffer) -> Answer:
    """Gives the answer to Accept or Renew: the card's offer, unless that was voided since."""
    offer, said = means.offer, snapshot.strings
    if snapshot.is_minor:
        return (answered(event, refused_for_age(snapshot)),)
    if _is_void(snapshot, offer):
        return (answered(event, said.consent.void),)
    state: ConsentState = "renewed" if isinstance(means, RenewOffer) else "given"
    if _is_stale(event, snapshot, offer) or not may_follow(snapshot.scope.state, state):
        anew = answered(event, said.consent.shown_anew)
        return (anew, *_card(event, snapshot, offer.wanted, offer.term))
    return _said_yes(event, snapshot, yes(offer, state), offer)


def read_everything(event: ChoiceMade, snapshot: TapSnapshot, offer: Offer) -> Answer:
    """Gives all that a yes to a card means, beside the card, which stays open."""
    text = consent_card.whole_text(there(event, snapshot), offer, occasion(event))
    return (told(event, text),)


def ticked(event: ChoiceMade, snapshot: TapSnapshot, means: TickOffer) -> Answer:
    """Gives the card anew, with the tick as it was tapped; only its yes says yes."""
    offer = means.offer
    kind = RenewOffer if means.renews else AcceptOffer
    question = asked(event, there(event, snapshot), kind(offer), _about(snapshot))
    return (answered(event, question.text, question.choices),)


def _is_void(snapshot: Snapshot, offer: Offer) -> bool:
    """Returns whether the person turned consent off or down after the card was shown."""
    if offer.epoch is None:
        return snapshot.scope.state == "withdrawn"
    return offer.epoch != snapshot.scope.epoch


def _is_stale(event: ChoiceMade, snapshot: TapSnapshot, offer: Offer) -> bool:
    """Returns whether a card no longer says what would hold now, and must be shown anew."""
    if (
        offer.epoch is None
        or offer.policy != snapshot.house.policy
        or snapshot.askable < offer.level
    ):
        return True
    if offer.until is not None:
        return event.at >= offer.until
    is_here = snapshot.post is not None and snapshot.post.scope == event.scope
    return is_here and offer.talk != began(event, snapshot).isoformat()


def _said_yes(
    event: ChoiceMade, snapshot: TapSnapshot, entry: RecordConsent, offer: Offer
) -> Answer:
    said, now = snapshot.strings.consent, occasion(event)
    text = consent_card.accepted(there(event, snapshot), offer, now)
    actions: list[Action] = [*_going_on(event, snapshot), entry]
    if offer.wanted > offer.level:
        actions.append(_remembered(offer.wanted))
    actions += _unticked(snapshot, entry, event.at)
    if offer.wanted > offer.level == snapshot.askable:
        text += said.asked_again
    if entry.state == "given" and snapshot.is_paused(event.at):
        actions.append(PauseUntil(None))
    if entry.level < snapshot.consented:
        actions += [RaiseEpoch(), Freeze(event.at + FROZEN_FOR, above=entry.level)]
    elif _comes_back(snapshot, entry, event.at):
        thaws, how = _thawed(event, snapshot, entry)
        actions.append(thaws)
        text += how
    return (answered(event, text + _put_away(event, snapshot, entry)), *actions)


def _thawed(event: ChoiceMade, snapshot: Snapshot, entry: RecordConsent) -> tuple[Action, str]:
    """Gives what of all that is put away is used again, in words too; the rest keeps its day."""
    said, frozen = snapshot.strings, snapshot.scope
    if frozen.frozen_until is None or entry.level >= put_away_from(frozen):
        return Unfreeze(), said.consent.unfrozen
    names = {
        "level": said.level(entry.level),
        "day": day(said, frozen.frozen_until, occasion(event)),
    }
    rest = Freeze(frozen.frozen_until, above=entry.level)
    return rest, said.consent.partly_unfrozen.format(**names)


# What comes back was put away whatever was ticked then: of what a tick let be noticed, nothing is
# used by a yes that does not say so again.
def _unticked(snapshot: Snapshot, entry: RecordConsent, at: datetime) -> Answer:
    """Erases what a tick let be noticed that this yes no longer has."""
    was, now = snapshot.scope, entry
    comes_back = may_observe(entry.level) and _comes_back(snapshot, entry, at)
    may_be = comes_back and may_observe(put_away_from(was))
    ended = {
        Marker.FUNCTIONING: (was.functioning or may_be) and not now.functioning,
        Marker.DISTRESS_LOOP: (was.loops or may_be) and not now.loops,
    }
    return tuple(DropObserved(marker) for marker, has_ended in ended.items() if has_ended)


def _put_away(event: ChoiceMade, snapshot: TapSnapshot, entry: RecordConsent) -> str:
    """Says what becomes of what is held, where this yes no longer says that anything is."""
    if entry.memory or snapshot.holding.is_empty:
        return ""
    until = snapshot.scope.put_away_until or holds_until(snapshot.scope, entry.level, event.at)
    said, named = snapshot.strings.holding, day(snapshot.strings, until, occasion(event))
    return f" {said.put_away.format(day=named)}"


def _going_on(event: ChoiceMade, snapshot: TapSnapshot) -> Answer:
    """Continues the conversation, so that consent for it alone does not end at once."""
    if snapshot.post is None or snapshot.post.scope != event.scope:
        return ()
    return (TouchConversation(began(event, snapshot)),)


def _comes_back(snapshot: Snapshot, entry: RecordConsent, at: datetime) -> bool:
    """Returns whether something is frozen that the level uses again."""
    until_then, above = snapshot.scope.frozen_until, snapshot.scope.frozen_above
    return until_then is not None and at < until_then and above < entry.level


def refused(event: ChoiceMade, snapshot: TapSnapshot, wanted: Level) -> Answer:
    """Gives the answer to "Not now": nothing changes, and the bot does not ask again by itself."""
    entry = RecordConsent("refused", wanted, snapshot.house.policy)
    return (answered(event, snapshot.strings.consent.not_now), entry)
