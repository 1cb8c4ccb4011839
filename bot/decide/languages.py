"""In which language a person is answered, and what is known of that afterwards.

What they say by command holds; else what is heard of them: two messages running in one language
that is sure, or one of somebody who never wrote before; else what their platform says. Nothing is
learnt from words about a life at risk: those are answered in the language they are in.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from bot.actions import Action
from bot.actions.state import (
    DropPreference,
    Erase,
    EraseElsewhere,
    KeepPreference,
    TouchConversation,
)
from bot.attention import Unasked
from bot.choices import Choice, SpeakIn
from bot.commands.values import Language
from bot.crisis.tiers import Tier
from bot.decide import crisis
from bot.decide.decision import Decision, answered, card, mentioned
from bot.disclosure import DAY
from bot.events import ChoiceMade, CommandGiven, Event, Happening, MessageEdited, MessageSeen
from bot.records import LanguageRow
from bot.snapshot import NOBODY, Snapshot, SpokenSnapshot
from bot.stamps import is_within
from bot.strings import OFFERED, Strings
from bot.strings.strings import MODEL

Answer = tuple[Action, ...]
S = TypeVar("S", bound=Snapshot)
BY_COMMAND, BY_HEARING, BY_PLATFORM = (
    "command",
    "heard",
    "platform",
)  # the first that is known holds


# -- by command ----------------------------------------------------------------------------------


def asked(given: Language, event: Happening, snapshot: Snapshot) -> Answer:
    """Gives the answer to `/attune language`: what holds and the others, or that one holds now.

    The snapshot speaks the language that holds from now on, as `hearing` hears the command.
    """
    said = snapshot.strings.language
    if given.code:
        return (_row(given.code, BY_COMMAND), card(event, said.set, ()))
    if given.is_auto:
        return (DropPreference(LanguageRow), card(event, said.auto, ()))
    return (card(event, f"{said.now}\n{said.others}", _offered(event, snapshot.strings)),)


def _offered(event: Happening, strings: Strings) -> tuple[Choice, ...]:
    """Gives the other languages; a list shows the one that holds among them."""
    is_list, now = event.where.can.has_lists, strings.code
    every = [one for one in OFFERED if is_list or one != now]
    return tuple(replace(_choice(strings.to(one)), holds=one == now) for one in every)


def tapped(event: ChoiceMade, snapshot: Snapshot, code: str) -> Answer:
    """Gives the answer to a tap on a language: it holds as by command."""
    said = snapshot.strings.to(code).language
    return (_row(code, BY_COMMAND), answered(event, said.set))


def _left_alone(event: Happening, snapshot: Snapshot) -> str:
    """Gives the language of a person of whom nothing is known but what the platform says."""
    return event.locale if event.locale in OFFERED else snapshot.house.usual


def _choice(strings: Strings) -> Choice:
    return Choice(strings.language.name, SpeakIn(strings.code))


# -- by what is heard, and what the platform says ------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the language of an event means: in which it is answered, and what is kept of that.

    Args:
        speaks: the code of another language than was known; empty for the known one.
        is_theirs: it is the person's from now on.
        counts: the other language that becomes theirs if their next message is in it too; None
            leaves what counted.
        aloud: the code of what is spoken instead where all read it and admins want no other.
    """

    speaks: str = ""
    is_theirs: bool = False
    counts: str | None = None
    aloud: str = ""

    def over(self, snapshot: S) -> S:
        """Gives the snapshot in the language that the event is answered in."""
        house = snapshot.house.to(self.aloud or self.speaks)
        return snapshot if house is snapshot.house else replace(snapshot, house=house)


KNOWN = Hearing()


def hearing(event: Event, snapshot: Snapshot) -> Hearing:
    """Gives what the language of an event's words means; nothing where it has none."""
    match event:
        case CommandGiven(command=Language(is_auto=True)):
            return Hearing(_left_alone(event, snapshot))
        case CommandGiven(command=Language(code=code)):
            return Hearing(code)
    if not isinstance(event, MessageSeen | MessageEdited) or snapshot.person.ignored:
        return KNOWN
    assert isinstance(snapshot, SpokenSnapshot)
    verdict, said = crisis.verdict_of(event, snapshot), snapshot.reading.language
    if verdict.tier is not Tier.NONE or verdict.is_unsure:
        return Hearing(said or snapshot.strings.code_of(verdict.language))
    row = snapshot.preference(LanguageRow)
    if snapshot.episode is not None or (row is not None and row.by == BY_COMMAND):
        return KNOWN
    if leaves := _leaves_in(snapshot):
        return Hearing(leaves)
    if not said or isinstance(event, MessageEdited):
        return KNOWN
    return _heard(said, snapshot.talk(event.at).heard, snapshot)


def _leaves_in(snapshot: SpokenSnapshot) -> str:
    """Gives the language of a wish to leave; nothing of one in English, which all may say so."""
    wish = snapshot.reading.wish
    code = snapshot.strings.code_of(wish.language) if wish is not None else ""
    return code if code != MODEL else ""


def _heard(said: str, counted: str, snapshot: Snapshot) -> Hearing:
    """Gives what a sure language means after the one that counted before it."""
    if said == snapshot.strings.code or said not in OFFERED:
        return Hearing(counts="") if counted else KNOWN
    person = snapshot.person
    is_new = person.met_at is None and person.last_at is None
    return (
        Hearing(said, is_theirs=True, counts="")
        if is_new or counted == said
        else Hearing(counts=said)
    )


def kept(event: Event, snapshot: Snapshot, heard: Hearing, turn: Decision) -> Decision:
    """Gives a decision with what it keeps of the person's language, and in which it speaks.

    Args:
        snapshot: the one before the event was heard.
    """
    said = next((one for one in turn.actions if _is_kept(one)), None)
    if said is not None:
        return replace(turn, language=snapshot.house.to(_code_in(said, event, snapshot)).language)
    turn = replace(turn, language=heard.over(snapshot).language)
    if not turn.actions or any(map(_erases, turn.actions)) or snapshot.person.ignored:
        return turn
    if isinstance(event, MessageSeen):
        turn = _counted(event, snapshot, heard, turn)
    return turn if heard.is_theirs else _by_platform(event, snapshot, turn)


def _counted(event: MessageSeen, snapshot: Snapshot, heard: Hearing, turn: Decision) -> Decision:
    """Gives the turn of a conversation with what was heard in it, and says once what changes."""
    touched = next((one for one in turn.actions if isinstance(one, TouchConversation)), None)
    if touched is None or heard.counts is None:
        return turn
    counts = replace(touched, heard=heard.counts)
    actions = tuple(counts if one is touched else one for one in turn.actions)
    turn = replace(turn, actions=actions)
    return _said_once(event, snapshot, heard, turn) if heard.is_theirs else turn


def _said_once(event: MessageSeen, snapshot: Snapshot, heard: Hearing, turn: Decision) -> Decision:
    """Says that another language holds now, with the tap that goes back; once a day at most.

    To who is greeted nothing changes: there it is a few words after the greeting.
    """
    known, said = snapshot.preference(LanguageRow), heard.over(snapshot).strings.language
    last = known.told_at if known is not None else None
    is_told = bool(heard.aloud) or is_within(last, event.at, DAY)
    row = _row(heard.speaks, BY_HEARING, last if is_told else event.at)
    if is_told:
        return replace(turn, actions=(*turn.actions, row))
    if turn.ask is not None and turn.ask.greets:
        ask = replace(turn.ask, notice=f"{turn.ask.notice} {said.briefly}")
        return replace(turn, actions=(*turn.actions, row), ask=ask)
    back = Choice(
        said.back.format(language=snapshot.strings.language.name), SpeakIn(snapshot.strings.code)
    )
    say = replace(mentioned(event, said.heard), choices=(back,), reply_to=event.message)
    lines = (*turn.unasked, Unasked.LANGUAGE)
    return replace(turn, actions=(*turn.actions, row, say), unasked=lines)


def _by_platform(event: Event, snapshot: Snapshot, turn: Decision) -> Decision:
    """Gives a decision that keeps what the platform says, where nothing better is known."""
    row, locale = snapshot.preference(LanguageRow), event.locale
    is_better = row is not None and row.by != BY_PLATFORM
    known = row.code if row is not None else snapshot.house.usual
    if locale not in OFFERED or is_better or locale == known:
        return turn
    return replace(turn, actions=(*turn.actions, _row(locale, BY_PLATFORM)))


def _row(code: str, by: str, told_at: datetime | None = None) -> KeepPreference:
    return KeepPreference(LanguageRow(NOBODY, code=code, by=by, told_at=told_at))


def _is_kept(action: Action) -> bool:
    """Whether an action says itself in which language the person is answered."""
    match action:
        case KeepPreference(LanguageRow()):
            return True
        case DropPreference(kind):
            return kind is LanguageRow
    return False


def _code_in(action: Action, event: Event, snapshot: Snapshot) -> str:
    """Gives the language that holds after an action which says so itself."""
    match action:
        case KeepPreference(LanguageRow(code=code)):
            return code
    return _left_alone(event, snapshot)


def _erases(action: Action) -> bool:
    """Whether an action erases: what is kept beside it would outlast it."""
    return isinstance(action, Erase | EraseElsewhere)
