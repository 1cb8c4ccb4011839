"""What asks for a yes, takes one, and takes it back."""

from dataclasses import replace
from datetime import datetime

from bot import phrases
from bot.actions import (
    Action,
    AnswerCard,
    Choice,
    ConsentState,
    Freeze,
    KeepInTray,
    PauseUntil,
    RaiseEpoch,
    RecordConsent,
    TouchConversation,
    Unfreeze,
)
from bot.attunement import Level, level_named
from bot.cards import consent_card, until
from bot.commands import ParsedCommand, Term, level_and_term
from bot.consent import FROZEN_FOR, Offer, may_follow, read_offer, yes
from bot.events import ChoiceMade, CommandGiven, Happening, Left
from bot.known import Known
from bot.turn.shape import began, offered, told
from bot.withdrawal.answers import LEAVING

Answer = tuple[Action, ...]


def on(given: ParsedCommand, event: CommandGiven, known: Known) -> Answer:
    """Gives the card of `/attune on`; nothing changes before Accept."""
    asked = level_and_term(given.rest)
    if asked is None:
        return (told(event, phrases.BAD_ON),)
    wanted, term = asked
    if wanted is Level.PLAIN:
        return withdrawn(event, known)
    return _card(event, known, wanted, term)


def level(given: ParsedCommand, event: CommandGiven, known: Known) -> Answer:
    """Gives what a change of level does: down at once, up with a card."""
    wanted = level_named(" ".join(given.rest))
    if wanted is None:
        return (told(event, phrases.BAD_LEVEL),)
    if wanted is Level.PLAIN:
        return withdrawn(event, known)
    if known.person.under_18:
        return (told(event, phrases.UNDER_18_REFUSED),)
    holds = known.consented
    if wanted > holds or known.is_expired(event.at) or known.is_outdated():
        return _card(event, known, wanted, Term())
    if wanted == holds:
        return (told(event, phrases.LEVEL_SAME.format(level=wanted.word)),)
    return down(event, known, wanted)


def down(event: Happening, known: Known, wanted: Level) -> Answer:
    """Gives what a lower level does: it holds at once, for as long as the yes did."""
    scope = known.scope
    entry = RecordConsent(
        "given",
        wanted,
        scope.policy,
        expires_at=scope.expires_at,
        only_this_conversation=bool(scope.conversation),
    )
    say = told(event, phrases.LEVEL_DOWN.format(level=wanted.word))
    return (entry, RaiseEpoch(), Freeze(event.at + FROZEN_FOR, above=wanted), say)


def _card(event: Happening, known: Known, wanted: Level, term: Term) -> Answer:
    if known.person.under_18:
        return (told(event, phrases.UNDER_18_REFUSED),)
    if known.ceiling is Level.PLAIN:
        return (told(event, phrases.CEILING_PLAIN),)
    offer = offered(event, known, wanted, term)
    if wanted > offer.level == known.consented and not _has_lapsed(event, known):
        text = phrases.CEILING_HOLDS.format(level=known.ceiling.word)
        return (_remembered(wanted), told(event, text))
    choices = (
        Choice("Accept", offer.written("accept")),
        Choice("Not now", "not-now " + wanted.word),
    )
    scope = known.post.scope if known.post is not None else None
    if scope is not None and scope != event.scope:
        known = replace(known, elsewhere=scope.space)
    card = told(event, consent_card(known, wanted, term, event.at), choices, scope)
    return (RecordConsent("requested", offer.level, offer.policy), card)


def _has_lapsed(event: Happening, known: Known) -> bool:
    return known.is_expired(event.at) or known.is_outdated()


def _remembered(wanted: Level) -> Action:
    """Keeps what was asked for above the ceiling, so that it can be asked about when that rises."""
    return KeepInTray("wants ongoing" if wanted is Level.ONGOING else "wants attuned")


def withdrawn(event: Happening, known: Known, language: str = "") -> Answer:
    """Gives what "off" does, from any state: it asks nothing and holds nobody."""
    silence, own = RaiseEpoch(), LEAVING.get(language)
    if not known.scope.state or known.scope.state == "withdrawn":
        text = phrases.OFF_ALREADY
        return (silence, told(event, f"{own.already}\n{text}" if own is not None else text))
    entry = RecordConsent("withdrawn", Level.PLAIN, known.house.policy)
    text = f"{own.done}\n{phrases.OFF}" if own is not None else phrases.OFF
    say = told(event, text, (Choice(phrases.ERASE_NOW, "erase-card"),))
    return (entry, silence, Freeze(event.at + FROZEN_FOR), say)


def left(event: Left, known: Known) -> Answer:
    """Gives what leaving does: as "off", and nobody is told anything."""
    if known.scope.state not in ("given", "renewed"):
        return ()
    entry = RecordConsent("withdrawn", Level.PLAIN, known.house.policy)
    return (entry, RaiseEpoch(), Freeze(event.at + FROZEN_FOR))


def accepted(event: ChoiceMade, known: Known, words: list[str]) -> Answer:
    """Gives what an Accept or Renew does: what its card offered, and not where it was voided."""
    offer, gone = read_offer(words), AnswerCard(event.message)
    if known.person.under_18:
        return (gone, told(event, phrases.UNDER_18_REFUSED))
    if _is_void(known, offer):
        return (gone, told(event, phrases.VOID))
    state: ConsentState = "renewed" if words[0] == "renew" else "given"
    if _is_stale(event, known, offer) or not may_follow(known.scope.state, state):
        return (gone, *_card(event, known, offer.wanted, offer.term))
    return (gone, *_said_yes(event, known, yes(offer, state), offer))


def _is_void(known: Known, offer: Offer) -> bool:
    """Whether the person turned it off, or lowered it, after the card was shown."""
    if offer.epoch is None:
        return known.scope.state == "withdrawn"
    return offer.epoch != known.scope.epoch


def _is_stale(event: ChoiceMade, known: Known, offer: Offer) -> bool:
    """Whether the card no longer says what would hold now, so that it is shown anew."""
    if offer.epoch is None or offer.policy != known.house.policy or known.ceiling < offer.level:
        return True
    if offer.until is not None:
        return event.at >= offer.until
    is_here = known.post is not None and known.post.scope == event.scope
    return is_here and offer.talk != began(event, known).isoformat()


def _said_yes(event: ChoiceMade, known: Known, entry: RecordConsent, offer: Offer) -> Answer:
    text = phrases.ACCEPTED.format(level=entry.level.word, until=until(offer.until))
    actions: list[Action] = [*_going_on(event, known), entry]
    if offer.wanted > offer.level:
        actions.append(_remembered(offer.wanted))
    if offer.wanted > offer.level == known.ceiling:
        text += phrases.UNDER_A_CEILING.format(level=known.ceiling.word)
    if entry.state == "given" and known.is_paused(event.at):
        actions.append(PauseUntil(None))
    if entry.level < known.consented:
        actions += [RaiseEpoch(), Freeze(event.at + FROZEN_FOR, above=entry.level)]
    elif _comes_back(known, entry, event.at):
        actions.append(Unfreeze())
        text += phrases.UNFROZEN
    return (*actions, told(event, text))


def _going_on(event: ChoiceMade, known: Known) -> Answer:
    """Keeps the conversation alive, so that a yes for it alone does not end before it began."""
    if known.post is None or known.post.scope != event.scope:
        return ()
    return (TouchConversation(began(event, known)),)


def _comes_back(known: Known, entry: RecordConsent, at: datetime) -> bool:
    """Whether something is frozen that the level uses again."""
    until_then, above = known.scope.frozen_until, known.scope.frozen_above
    return until_then is not None and at < until_then and above < entry.level


def refused(event: ChoiceMade, known: Known, words: list[str]) -> Answer:
    """Gives what Not now does: nothing changes, and it is not asked again by itself."""
    wanted = level_named(words[1])
    assert wanted is not None, "a card is only ever written with a level's own name"
    entry = RecordConsent("refused", wanted, known.house.policy)
    return (AnswerCard(event.message), entry, told(event, phrases.NOT_NOW))
