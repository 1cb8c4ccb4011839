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
    PauseUntil,
    RaiseEpoch,
    RecordConsent,
    TouchConversation,
    Unfreeze,
)
from bot.attunement import LEVELS, Level, level_named
from bot.cards import consent_card, until
from bot.commands import Given, Term, level_and_term
from bot.consent import FROZEN_FOR, may_follow, yes
from bot.events import ChoiceMade, CommandGiven, Happening, Left
from bot.known import Known
from bot.turn.shape import accepting, began, told

Answer = tuple[Action, ...]


def on(given: Given, event: CommandGiven, known: Known) -> Answer:
    """Gives the card of `/attune on`; nothing changes before Accept."""
    asked = level_and_term(given.rest)
    if asked is None:
        return (told(event, phrases.BAD_ON),)
    wanted, term = asked
    if wanted is Level.PLAIN:
        return withdrawn(event, known)
    return _card(event, known, wanted, term)


def level(given: Given, event: CommandGiven, known: Known) -> Answer:
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
    policy = known.house.policy
    choices = (
        Choice("Accept", accepting("accept", wanted.word, term, policy)),
        Choice("Not now", "not-now " + wanted.word),
    )
    card = told(event, consent_card(known, wanted, term, event.at), choices)
    return (RecordConsent("requested", wanted, policy), card)


def withdrawn(event: Happening, known: Known, language: str = "") -> Answer:
    """Gives what "off" does, from any state: it asks nothing and holds nobody."""
    silence, own = RaiseEpoch(), phrases.LEAVING.get(language)
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
    """Gives what an Accept or Renew does: for the level, term and policy its card named."""
    verb, level_word, term_word, policy = words
    wanted, term = level_named(level_word), Term(term_word)
    assert wanted is not None, "a card is only ever written with a level's own name"
    if known.person.under_18:
        return (AnswerCard(event.message), told(event, phrases.UNDER_18_REFUSED))
    state: ConsentState = "renewed" if verb == "renew" else "given"
    if policy != known.house.policy or not may_follow(known.scope.state, state):
        return (AnswerCard(event.message), *_card(event, known, wanted, term))
    entry = replace(yes(wanted, term, event.at, policy), state=state)
    ends = until(term.span(LEVELS[wanted].longest_days), event.at)
    return (AnswerCard(event.message), *_said_yes(event, known, entry, ends))


def _said_yes(event: ChoiceMade, known: Known, entry: RecordConsent, ends: str) -> Answer:
    text = phrases.ACCEPTED.format(level=entry.level.word, until=ends)
    if known.ceiling < entry.level:
        text += phrases.UNDER_A_CEILING.format(level=known.ceiling.word)
    actions: list[Action] = [*_going_on(event, known), entry]
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
