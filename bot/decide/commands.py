"""Decides commands. The rights commands are never refused, and no command waits for a model."""

from dataclasses import replace
from datetime import datetime

from bot import cards, panel
from bot.actions import Action
from bot.actions.state import (
    PauseUntil,
    RaiseEpoch,
    SetStance,
    SetStyle,
    StopReplies,
)
from bot.commands import BY_NAME, RESET, STYLES, UPWARD, exists, is_right
from bot.commands.of_impact import MyImpact, MyStudy
from bot.commands.values import (
    AskOnce,
    AtOnce,
    Ceiling,
    Command,
    CrisisLine,
    Data,
    Emojis,
    Help,
    IgnoreMe,
    Import,
    Language,
    ListAudit,
    ListenInThreads,
    ListReports,
    MutePerson,
    MyBoundaries,
    MyNoticed,
    MyPeople,
    MyRoles,
    MySummary,
    NightCard,
    Off,
    On,
    Pause,
    Reach,
    Receipt,
    Repair,
    Resume,
    SetARule,
    SetLevel,
    SetUp,
    ShowAbout,
    ShowSettings,
    Status,
    Stop,
    Style,
    TellAdmins,
    Under18,
    Unparsable,
    WantStance,
    WhatChanged,
    Why,
)
from bot.decide import (
    admin_panel,
    auditing,
    boundaries,
    consent,
    crisis,
    crisis_settings,
    helping,
    holding,
    house_gate,
    impact,
    importing,
    languages,
    leaving,
    mistyped,
    noticing,
    people,
    reaching,
    recalled,
    repairing,
    report_list,
    reporting,
    roles,
    silences,
    silent_here,
    study,
    summaries,
    switches,
)
from bot.decide.data import data
from bot.decide.decision import Decision, card, introduced, mentioned, opened, told
from bot.decide.naming import named
from bot.decide.unasked import with_tray
from bot.events import CommandGiven, Happening
from bot.holding.command import MyHeld
from bot.layout.dates import occasion
from bot.learning import Learnt
from bot.levels import Level
from bot.receipt import receipt
from bot.snapshot import CommandSnapshot, KeptSnapshot, Snapshot, SpokenSnapshot
from bot.strings import Strings

Answer = tuple[Action, ...]


def decide(event: CommandGiven, snapshot: CommandSnapshot) -> Decision:
    """Gives the decision about a command, with a private answer; the blocked have rights only."""
    command = event.command
    if snapshot.is_blocked and not is_right(command):
        return _of_the_blocked(event, snapshot)
    if crisis.comes_first(event, snapshot):
        return importing.after_care(crisis.floor(event, snapshot), event, snapshot)
    if left := leaving.typed(event, snapshot):
        return Decision(left)
    held_back = silences.command(event, snapshot) or house_gate.command(event, snapshot)
    return held_back or _given(command, event, snapshot)


def _of_the_blocked(event: CommandGiven, snapshot: CommandSnapshot) -> Decision:
    if crisis.is_at_risk(event, snapshot):
        return crisis.floor(event, snapshot)
    return Decision(leaving.typed(event, snapshot))


def _given(command: Command, event: CommandGiven, snapshot: CommandSnapshot) -> Decision:
    """Gives the decision about a command that its person may give here."""
    first = opened(event, snapshot, is_turn=False)
    if isinstance(command, Repair):
        turn = repairing.by_command(command, event, snapshot)
        actions = (*first, *named(event, snapshot, turn.actions))
        return introduced(event, snapshot, replace(turn, actions=actions))
    if isinstance(command, Reach):
        turn = reaching.by_command(command, event, snapshot)
        return introduced(event, snapshot, replace(turn, actions=(*first, *turn.actions)))
    entry = BY_NAME.get(command.name)
    answer = _answer(command, event, snapshot)
    is_of_the_room = entry is not None and not entry.is_everywhere
    answer = named(event, snapshot, answer) if is_of_the_room else answer
    turn, is_alone = Decision((*first, *answer)), entry is None or entry.is_alone
    return introduced(event, snapshot, turn if is_alone else with_tray(event, snapshot, turn))


def _answer(command: AtOnce, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    entry = BY_NAME.get(command.name)
    if entry is not None and entry.for_admins:
        refused = crisis_settings.refused(event, snapshot)
        if refused is not None:
            return refused
    if entry is not None and not exists(entry, event.where.can):
        return (told(event, snapshot.strings.commands.unknown),)
    return _done(command, event, snapshot)


def _done(command: AtOnce, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to each command, if this person may give it."""
    match command:
        case On():
            return consent.on(command, event, snapshot)
        case Off():
            return consent.withdrawn(event, snapshot)
        case Stop():
            return stop(event, snapshot)
        case SetLevel():
            return consent.level(command, event, snapshot)
        case Pause():
            return pause(command, event, snapshot)
        case Resume():
            return resume(event, snapshot)
        case Status():
            taps = panel.choices(snapshot, occasion(event))
            return (card(event, silent_here.state(event, snapshot), taps),)
        case ShowAbout():
            said = cards.about(snapshot.house)
            return (card(event, said, cards.about_choices(snapshot.strings)),)
        case WantStance(stance):
            return (SetStance(stance), mentioned(event, snapshot.strings.replies.stances[stance]))
        case Language():
            return languages.asked(command, event, snapshot)
        case Style(given):
            return style(given, event, snapshot)
        case WhatChanged():
            return (repairing.what_changed(event, snapshot),)
        case Why():
            return (recalled.asked(event, snapshot),)
        case TellAdmins():
            return reporting.report(command, event, snapshot)
        case Emojis(are_on):
            return switches.emojis(are_on, event, snapshot)
        case NightCard():
            return crisis_settings.night_card(command, event, snapshot)
        case MyBoundaries():
            return boundaries.asked(command, event, snapshot)
        case MyPeople():
            return people.asked(command, event, snapshot)
        case MyHeld():
            return holding.asked(command, event, snapshot)
        case MySummary():
            return summaries.asked(command, event, snapshot)
        case MyNoticed():
            return noticing.asked(command, event, snapshot)
        case MyRoles():
            return roles.asked(command, event, snapshot)
        case MyImpact():
            return impact.asked(command, event, snapshot)
        case MyStudy():
            return study.asked(command, event, snapshot)
        case IgnoreMe(ends):
            return switches.ignore_me(event, snapshot, ends=ends)
        case Under18():
            return switches.under_18(event, snapshot)
        case Data(deed):
            return data(deed, event, snapshot)
        case Import():
            return importing.asked(command, event, snapshot)
        case Receipt():
            with_it = told(event, snapshot.strings.data.receipt)
            return (replace(with_it, files=(receipt(snapshot, event.at),)),)
        case Help():
            return (helping.first(event, snapshot),)
        case ShowSettings() | SetARule() | SetUp() | Ceiling() | ListenInThreads():
            return admin_panel.asked(command, event, snapshot)
        case MutePerson():
            return silences.mute(command, event, snapshot)
        case CrisisLine():
            return crisis_settings.crisis_line(command, event, snapshot)
        case ListReports():
            return report_list.listed(event, snapshot)
        case ListAudit():
            return auditing.listed(event, snapshot, command)
        case AskOnce() | Unparsable():
            return mistyped.answer(command, event, snapshot)


def stop(event: Happening, snapshot: SpokenSnapshot | CommandSnapshot) -> Answer:
    """Gives the answer to "stop": the reply being written stops, and nothing else changes."""
    said = snapshot.strings.commands
    text = said.stop_done if snapshot.running else said.stop_nothing
    return (StopReplies(), told(event, text))


def pause(given: Pause, event: Happening, snapshot: Snapshot) -> Answer:
    """Gives the answer to "pause"; without a duration it lasts until resumed."""
    until = event.at + given.span if given.span is not None else panel.FOREVER
    words = panel.paused_until(snapshot.strings, until, occasion(event))
    say = told(event, snapshot.strings.consent.paused.format(until=words))
    return (PauseUntil(until), RaiseEpoch(), say)


def resume(event: Happening, snapshot: Snapshot) -> Answer:
    """Gives the answer to "resume", with the level that holds from now on."""
    if not snapshot.is_paused(event.at):
        return (told(event, snapshot.strings.consent.not_paused),)
    resumed = replace(snapshot, scope=replace(snapshot.scope, paused_until=None))
    level = resumed.effective(event.at).level
    text = snapshot.strings.consent.resumed.format(level=snapshot.strings.level(level))
    return (PauseUntil(None), told(event, text))


def style(given: str, event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Gives the answer to "style": sets, shows or clears it; warmer only if the level allows."""
    if not given:
        return (told(event, manner(snapshot, event.at)),)
    if given == RESET:
        return (SetStyle(None), told(event, snapshot.strings.style.reset))
    if given in UPWARD and snapshot.effective(event.at).level is Level.PLAIN:
        return (told(event, snapshot.strings.style.upward),)
    name, value = STYLES[given]
    said = snapshot.strings
    return (SetStyle(name, value), told(event, said.style.set.format(value=said.manner(value))))


def manner(snapshot: KeptSnapshot, at: datetime) -> str:
    """Says which style is set, and what repairs taught."""
    values = panel.manners(snapshot)
    strings, said = snapshot.strings, snapshot.strings.style
    learnt = strings.listed(_in_words(one, strings) for one in snapshot.learnt(at))
    lines = [said.shown.format(values=values) if values else said.none]
    if learnt:
        lines.append(said.learnt.format(values=learnt))
    return "\n".join(lines)


def _in_words(learnt: Learnt, strings: Strings) -> str:
    said = strings.style
    return (said.faint if learnt.is_faint else said.tendencies)[learnt.tendency]
