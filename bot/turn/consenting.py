"""What asks for a yes, takes one, and takes it back."""

from bot import phrases
from bot.actions import Action, AnswerCard, Choice, Freeze, RaiseEpoch, RecordConsent, Unfreeze
from bot.attunement import LEVELS, Level, level_named
from bot.cards import consent_card, until
from bot.commands import Given, Term, level_and_term
from bot.consent import FROZEN_FOR, yes
from bot.events import ChoiceMade, CommandGiven, Happening
from bot.known import Known
from bot.turn.shape import accepting, told

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
    holds = known.consented
    if wanted > holds or known.is_expired(event.at) or known.is_outdated():
        return _card(event, known, wanted, Term())
    if wanted == holds:
        return (told(event, phrases.LEVEL_SAME.format(level=wanted.word)),)
    return _down(event, known, wanted)


def _down(event: CommandGiven, known: Known, wanted: Level) -> Answer:
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


def withdrawn(event: Happening, known: Known) -> Answer:
    """Gives what "off" does, from any state: it asks nothing and holds nobody."""
    silence = RaiseEpoch()
    if not known.scope.state or known.scope.state == "withdrawn":
        return (silence, told(event, phrases.OFF_ALREADY))
    entry = RecordConsent("withdrawn", Level.PLAIN, known.house.policy)
    erase = Choice(phrases.ERASE_NOW, "erase-card")
    return (entry, silence, Freeze(event.at + FROZEN_FOR), told(event, phrases.OFF, (erase,)))


def accepted(event: ChoiceMade, known: Known, words: list[str]) -> Answer:
    """Gives what an Accept or Renew does: for the level, term and policy its card named."""
    verb, level_word, term_word, policy = words
    wanted, term = level_named(level_word), Term(term_word)
    assert wanted is not None, "a card is only ever written with a level's own name"
    if known.person.under_18:
        return (AnswerCard(event.message), told(event, phrases.UNDER_18_REFUSED))
    if policy != known.house.policy:
        return (AnswerCard(event.message), *_card(event, known, wanted, term))
    return (AnswerCard(event.message), *_said_yes(event, known, (verb, wanted, term)))


def _said_yes(event: ChoiceMade, known: Known, asked: tuple[str, Level, Term]) -> Answer:
    verb, wanted, term = asked
    entry = yes(wanted, term, event.at, known.house.policy)
    if verb == "renew":
        entry = RecordConsent(
            "renewed",
            entry.level,
            entry.policy,
            expires_at=entry.expires_at,
            only_this_conversation=entry.only_this_conversation,
        )
    words = until(term.span(LEVELS[wanted].longest_days), event.at)
    text = phrases.ACCEPTED.format(level=wanted.word, until=words)
    actions: list[Action] = [entry]
    if wanted < known.consented:
        actions.append(RaiseEpoch())
    if known.scope.frozen_until is not None:
        actions.append(Unfreeze())
        text += phrases.UNFROZEN
    return (*actions, told(event, text))


def refused(event: ChoiceMade, known: Known, words: list[str]) -> Answer:
    """Gives what Not now does: nothing changes, and it is not asked again by itself."""
    wanted = level_named(words[1])
    assert wanted is not None, "a card is only ever written with a level's own name"
    entry = RecordConsent("refused", wanted, known.house.policy)
    return (AnswerCard(event.message), entry, told(event, phrases.NOT_NOW))
