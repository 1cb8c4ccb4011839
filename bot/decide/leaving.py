"""Decides a wish to leave in plain words: at once if it is sure, else with a private question."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, RaiseEpoch, StopReplies
from bot.choices import AskToErase, Choice, StayOn, TurnOff
from bot.commands.values import Stop
from bot.decide import consent
from bot.decide.coalesce import also_of, burst
from bot.decide.decision import Decision, answered, in_place, told
from bot.decide.erasing import erase_card
from bot.decide.naming import named
from bot.events import ChoiceMade, CommandGiven, Happening, MessageEdited, MessageSeen
from bot.levels import Level
from bot.limits import counted, over
from bot.snapshot import HOLDS, CommandSnapshot, Snapshot, SpokenSnapshot, TapSnapshot
from bot.withdrawal import Found, Wish, together

Answer = tuple[Action, ...]
Spoken = MessageSeen | MessageEdited
Heard = SpokenSnapshot | CommandSnapshot


def in_words(event: Spoken, snapshot: SpokenSnapshot, *, is_grave: bool) -> Answer:
    """Gives the answer to a wish to leave in a message, or nothing if there is none.

    A question about it counts as a message, and none is asked past a rate limit.

    Args:
        is_grave: the words may be about a life instead; then only a sure wish counts.
    """
    found, is_over = snapshot.reading.wish, over(snapshot, event.at) is not None
    if found is not None and found.wish > Wish.UNSURE:
        is_answer = found.wish is Wish.BARE and snapshot.asked_off(event.at)
        asks = is_answer and not is_over
        return perhaps(event, snapshot, found) if asks else _left(event, snapshot, found)
    if is_grave or is_over or snapshot.episode is not None:
        return ()
    if found is not None:
        return perhaps(event, snapshot, found)
    return perhaps(event, snapshot) if _may_mean_more(event, snapshot) else ()


def is_all(event: Spoken, snapshot: SpokenSnapshot) -> bool:
    """Returns whether a message only asks to leave or erase, in words never said of a life."""
    found = snapshot.reading.wish
    return found is not None and found.is_all and not found.may_be_of_life


def owed(event: Spoken, snapshot: SpokenSnapshot, left: Answer) -> Ask | None:
    """Gives the answer still due to earlier messages about a life: leaving does not cancel it."""
    earlier = tuple(
        one for one in burst(event, snapshot) if one.crisis and one.message != event.message
    )
    if not earlier:
        return None
    level = Level.PLAIN if RaiseEpoch() in left else earlier[-1].level
    also = also_of(earlier)[:-1]
    return replace(earlier[-1], level=level, asked_at=event.at, also=also)


def _may_mean_more(event: Spoken, snapshot: SpokenSnapshot) -> bool:
    """Returns whether a message says "stop" while no reply is being written."""
    return snapshot.reading.command == Stop() and not snapshot.running


def sure(event: Spoken, snapshot: SpokenSnapshot) -> Answer:
    """Gives the answer to a sure wish of a person who is blocked or ignored."""
    found = snapshot.reading.wish
    if found is None or found.wish is Wish.UNSURE:
        return ()
    return _left(event, snapshot, found)


def _left(event: Happening, snapshot: Heard, found: Found) -> Answer:
    """Gives the answer to a sure wish, and the erase card if an erase is asked for too."""
    card = (erase_card(event, snapshot, found.language),) if found.erases else ()
    return named(event, snapshot, (*consent.withdrawn(event, snapshot, found.language), *card))


def while_ignored(event: Happening, snapshot: Snapshot) -> Answer:
    """Gives the answer to a sure wish of an ignored person who still has consent."""
    is_on = snapshot.scope.state in HOLDS
    if is_on and isinstance(event, Spoken) and isinstance(snapshot, SpokenSnapshot):
        return sure(event, snapshot)
    return ()


def beside(turn: Decision, event: Spoken, snapshot: SpokenSnapshot) -> Decision:
    """Adds a wish to leave to a crisis decision: a life at risk holds nobody back either.

    A clear wish in a sentence of its own takes effect at once, after the fixed words. A possible
    one is asked about after them; words that may be about a life are read so.
    """
    reading = snapshot.reading
    found = [one for one in (reading.wish, reading.wish_beside) if one is not None]
    certain = next((one for one in found if _is_certain(one, event, snapshot)), None)
    if certain is None:
        asks = [one for one in found if not (one.wish is Wish.UNSURE and one.may_be_of_life)]
        is_asked = bool(asks) and not snapshot.is_blocked
        card = _asked(event, snapshot, together(asks[0], asks)) if is_asked else ()
        return replace(turn, actions=(*turn.actions, *card))
    ask = replace(turn.ask, level=Level.PLAIN) if turn.ask is not None else None
    left = _left(event, snapshot, together(certain, found))
    return replace(turn, actions=(*turn.actions, *left), ask=ask)


def _is_certain(found: Found, event: Spoken, snapshot: Snapshot) -> bool:
    """Returns whether a wish beside a life at risk takes effect without a question."""
    is_answer = found.wish is Wish.BARE and snapshot.asked_off(event.at)
    return found.wish > Wish.UNSURE and not (found.may_be_of_life or is_answer)


def typed(event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to a wish to leave that was typed as a command; nothing if it is none.

    Whoever is blocked is not asked whether they meant it.
    """
    found = snapshot.reading.wish
    if found is None or (found.wish is Wish.UNSURE and snapshot.is_blocked):
        return ()
    return (
        _left(event, snapshot, found)
        if found.wish > Wish.UNSURE
        else _asked(event, snapshot, found)
    )


def lower_level(level: Level, snapshot: Snapshot) -> Level | None:
    """Gives the lower level that plain words name, or None if it is not lower."""
    return level if level < snapshot.consented else None


def perhaps(event: Spoken, snapshot: SpokenSnapshot, found: Found | None = None) -> Answer:
    """Gives the private question what the person wants; nothing changes before a tap."""
    quiet = (StopReplies(),) if snapshot.running else ()
    return (*quiet, counted(snapshot, event.at), *_asked(event, snapshot, found))


def _asked(event: Happening, snapshot: Heard, found: Found | None) -> Answer:
    return named(event, snapshot, (_card(event, snapshot, found),))


def _card(event: Happening, snapshot: Heard, found: Found | None) -> Say:
    """Gives the card of a wish: the erase card for an erase alone, else Off, Erase and No."""
    language = found.language if found is not None else ""
    if found is not None and not found.leaves:
        return erase_card(event, snapshot, language)
    said = snapshot.strings.consent
    text = said.leave_here if snapshot.scope.state in HOLDS else said.leave_plain
    own = snapshot.strings.leaving_in(language)
    text = f"{own.asked}\n{text}" if own is not None else text
    choices = (
        Choice(said.off_tap, TurnOff()),
        Choice(said.erase_tap, AskToErase()),
        Choice(said.no_tap, StayOn()),
    )
    return told(event, text, choices)


def tapped(event: ChoiceMade, snapshot: TapSnapshot) -> Answer:
    """Gives the answer to a tap on Off, however old its message is."""
    left, post = consent.withdrawn(event, snapshot), snapshot.post
    if post is None:
        return left
    return (
        in_place(event, left) if post.scope == event.scope else (AnswerCard(event.message), *left)
    )


def stays(event: ChoiceMade, snapshot: Snapshot) -> Answer:
    """Gives the answer to a tap on No: nothing changes."""
    return (answered(event, snapshot.strings.consent.not_now),)
