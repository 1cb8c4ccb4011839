"""What a command leads to. Rights commands are never refused; nothing here waits for a model."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot import cards, phrases
from bot.actions import (
    Action,
    Choice,
    MarkUnder18,
    PauseUntil,
    RaiseEpoch,
    SetCeiling,
    SetEmojis,
    SetIgnored,
    SetListening,
    SetStance,
    SetStyle,
    StopReplies,
)
from bot.choices import TakeStance
from bot.commands import STYLES, UPWARD, ParsedCommand, duration, is_right, parse, stance_of
from bot.decide import consent, crisis, crisis_settings, repairing, reporting
from bot.decide.decision import Decision, mentioned, opened, told
from bot.decide.erasing import erase_card
from bot.decide.tray import from_tray
from bot.events import CommandGiven, Happening
from bot.levels import Level, Stance, level_named
from bot.receipt import export, held, receipt
from bot.repair import KIND_EMOJIS
from bot.snapshot import CommandSnapshot, Snapshot, SpokenSnapshot

FOREVER = datetime(9999, 1, 1, tzinfo=UTC)
STANCE_TAPS = tuple(Choice(stance.capitalize(), TakeStance(stance)) for stance in Stance)
_SAYS_NOTHING_ELSE = frozenset({"off", "stop", "data"})

Answer = tuple[Action, ...]


def decide(event: CommandGiven, snapshot: CommandSnapshot) -> Decision:
    """Gives what a command leads to; its answer is private. A blocked person has only rights."""
    given = parse(event.words)
    if snapshot.is_blocked and not (given is not None and is_right(given)):
        return crisis.floor(event, snapshot) if crisis.is_at_risk(event, snapshot) else Decision()
    first = opened(event, snapshot, noticed=False, is_turn=False)
    if given is None:
        if crisis.is_at_risk(event, snapshot):
            return crisis.floor(event, snapshot)
        return Decision((*first, told(event, phrases.BAD_COMMAND)))
    if given.name == "repair":
        turn = repairing.by_command(given, event, snapshot)
        return replace(turn, actions=(*first, *turn.actions))
    waiting = () if given.name in _SAYS_NOTHING_ELSE else from_tray(event, snapshot)
    return Decision((*first, *_answer(given, event, snapshot), *waiting))


def _answer(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    if given.for_admins:
        return _by_admin(given, event, snapshot)
    if stance_of(given.name) is not None:
        return (SetStance(stance_of(given.name)), mentioned(event, phrases.STANCES[given.name]))
    return _BY_NAME[given.name](given, event, snapshot)


def _by_admin(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    refused = crisis_settings.refused(event, snapshot)
    if refused is not None:
        return refused
    if given.name == "reports":
        return reporting.reports(event, snapshot)
    if given.name == "threads":
        follows = event.where.can.follows_threads
        return threads(given, event) if follows else (told(event, phrases.BAD_COMMAND),)
    is_line = given.name == "crisis-line"
    return (
        crisis_settings.crisis_line(given, event, snapshot)
        if is_line
        else ceiling(given, event, snapshot)
    )


def threads(given: ParsedCommand, event: CommandGiven) -> Answer:
    """Gives what an admin says about listening in threads."""
    if given.rest not in (("on",), ("off",)):
        return (told(event, phrases.BAD_THREADS),)
    listens = given.rest == ("on",)
    text = phrases.THREADS_ON if listens else phrases.THREADS_OFF
    return (SetListening(event.where.space, listens), told(event, text))


def why(event: CommandGiven, snapshot: CommandSnapshot) -> Action:
    """Gives why a reply reads so; of another's what holds for all, and the way to report it."""
    choices = reporting.offer(event, snapshot) if snapshot.reply is None else ()
    return told(event, repairing.why(snapshot), choices)


def off(event: Happening, snapshot: Snapshot) -> Answer:
    """Gives what "off" does: plain at once, silence, what was kept frozen, Erase now offered."""
    return consent.withdrawn(event, snapshot)


def stop(event: Happening, snapshot: SpokenSnapshot | CommandSnapshot) -> Answer:
    """Gives what "stop" does: the reply being written stops, and nothing else changes."""
    text = phrases.STOP_DONE if snapshot.running else phrases.STOP_NOTHING
    return (StopReplies(), told(event, text))


def pause(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives what a pause does; without a duration it lasts until resumed."""
    span = duration(given.rest)
    if given.rest and span is None:
        return (told(event, phrases.BAD_PAUSE),)
    until = event.at + span if span is not None else FOREVER
    words = f"until {until:%Y-%m-%d %H:%M} UTC" if span is not None else "until you resume"
    say = told(event, phrases.PAUSED.format(until=words))
    return (PauseUntil(until), RaiseEpoch(), say)


def resume(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives what ends a pause, with the level that holds from now on."""
    if not snapshot.is_paused(event.at):
        return (told(event, phrases.NOT_PAUSED),)
    resumed = replace(snapshot, scope=replace(snapshot.scope, paused_until=None))
    level = resumed.effective(event.at).level
    return (PauseUntil(None), told(event, phrases.RESUMED.format(level=level.word)))


def ceiling(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives what an admin's ceiling does; replies above it are silenced."""
    level = level_named(" ".join(given.rest))
    if level is None:
        return (told(event, phrases.BAD_CEILING),)
    say = told(event, phrases.CEILING_SET.format(level=level.word))
    return (SetCeiling(event.where.space, level), RaiseEpoch("space"), say)


def under_18(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives what holds a person to plain until the operator undoes it."""
    return (MarkUnder18(), RaiseEpoch(), told(event, phrases.UNDER_18))


def style(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives what sets, shows or clears the manner; upwards only where the level has room."""
    word = "-".join(given.rest)
    if not word:
        return (told(event, _shown(snapshot, event.at)),)
    if word == "reset":
        return (SetStyle(None), told(event, phrases.STYLE_RESET))
    if word not in STYLES:
        return (told(event, phrases.BAD_STYLE),)
    if word in UPWARD and snapshot.effective(event.at).level is Level.PLAIN:
        return (told(event, phrases.STYLE_UPWARD),)
    name, value = STYLES[word]
    return (SetStyle(name, value), told(event, phrases.STYLE_SET.format(value=value)))


def _shown(snapshot: CommandSnapshot, at: datetime) -> str:
    values = ", ".join(value for _, value in snapshot.style)
    learnt = ", ".join(one.words for one in snapshot.learnt(at))
    lines = [phrases.STYLE_SHOWN.format(values=values) if values else phrases.STYLE_NONE]
    if learnt:
        lines.append(phrases.STYLE_LEARNT.format(values=learnt))
    return "\n".join(lines)


def emojis(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives what switches the emojis of the kinds, or shows them."""
    if given.rest not in ((), ("on",), ("off",)):
        return (told(event, phrases.BAD_EMOJIS),)
    are_on = given.rest == ("on",) if given.rest else snapshot.person.emojis
    listed = " · ".join(f"{emoji} {kind.value}" for emoji, kind in KIND_EMOJIS.items())
    text = phrases.EMOJIS.format(state="on" if are_on else "off", listed=listed)
    changed = (SetEmojis(are_on),) if given.rest else ()
    return (*changed, told(event, text))


def ignore_me(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives what lets nothing of a person's be read, or ends that."""
    if given.rest not in ((), ("off",)):
        return (told(event, phrases.BAD_IGNORE),)
    if given.rest:
        return (SetIgnored(False), told(event, phrases.NOT_IGNORED))
    return (SetIgnored(True), RaiseEpoch(), told(event, phrases.IGNORED))


def data(given: ParsedCommand, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives what is kept here, in words or whole, or the one question before an erase."""
    match given.rest:
        case ():
            return (told(event, held(snapshot)),)
        case ("export",):
            return (told(event, export(snapshot, event.at)),)
        case ("erase",):
            return (erase_card(event, snapshot),)
        case _:
            return (told(event, phrases.BAD_DATA),)


_BY_NAME: dict[str, Callable[[ParsedCommand, CommandGiven, CommandSnapshot], Answer]] = {
    "on": consent.on,
    "off": lambda _given, event, snapshot: off(event, snapshot),
    "stop": lambda _given, event, snapshot: stop(event, snapshot),
    "level": consent.level,
    "pause": pause,
    "resume": resume,
    "status": lambda _given, event, snapshot: (told(event, cards.status(snapshot, event.at)),),
    "about": lambda _given, event, snapshot: (told(event, cards.about(snapshot.house)),),
    "style": style,
    "emojis": emojis,
    "ignore-me": ignore_me,
    "what-changed": lambda _given, event, snapshot: (repairing.what_changed(event, snapshot),),
    "why": lambda _given, event, snapshot: (why(event, snapshot),),
    "report": reporting.report,
    "ask": lambda _given, event, _known: (told(event, phrases.BAD_ASK),),
    "night-card": crisis_settings.night_card,
    "under-18": under_18,
    "data": data,
    "receipt": lambda _given, event, snapshot: (told(event, receipt(snapshot, event.at)),),
    "help": lambda _given, event, _known: (told(event, cards.help_text(), STANCE_TAPS),),
}
