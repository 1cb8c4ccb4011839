"""The panel of a space: what its admins set, each change shown before and after in its place."""

from dataclasses import replace

from bot.actions import Action
from bot.actions.of_spaces import SetListening
from bot.actions.state import AnswerCard, RaiseEpoch, SetCeiling
from bot.choices import Choice, HearThreads, SetDeepest
from bot.decide.decision import answered, told
from bot.events import ChoiceMade, CommandGiven, Happening
from bot.layout.markup import heading, plainly, point
from bot.levels import Level
from bot.snapshot import Snapshot

Answer = tuple[Action, ...]


def shown(event: CommandGiven, snapshot: Snapshot) -> Action:
    """Gives what is set in this space, and the taps that change it."""
    first = heading(snapshot.strings.settings.heading)
    text = _text(first, event, snapshot)
    return replace(told(event, text, _taps(event, snapshot)), is_card=True)


def deepest(event: ChoiceMade, snapshot: Snapshot, level: Level) -> Answer:
    """Sets the deepest level of the space, and shows what it was and is in place of the panel.

    Where it is that already, nothing is set: no reply that is being written is silenced for it.
    """
    is_beyond = level > snapshot.house.deepest  # set for all since the panel was shown
    if level is snapshot.ceiling or is_beyond:
        return (_changed(event, snapshot, snapshot),)
    set_it = SetCeiling(event.where.space, level)
    now = replace(snapshot, space=replace(snapshot.space, ceiling=int(level)))
    return (set_it, RaiseEpoch("space"), _changed(event, snapshot, now))


def listen_in_threads(event: CommandGiven, snapshot: Snapshot, *, listens: bool) -> Answer:
    """Gives the answer to an admin's wish that the bot listens in threads, or not."""
    text = snapshot.strings.admins.threads_on if listens else snapshot.strings.admins.threads_off
    return (SetListening(event.where.space, listens), told(event, text))


def hear_threads(event: ChoiceMade, snapshot: Snapshot, *, listens: bool) -> Answer:
    """Sets whether the bot listens in threads, and shows it in place of the panel."""
    now = replace(snapshot, space=replace(snapshot.space, listens=listens))
    return (SetListening(event.where.space, listens), _changed(event, snapshot, now))


def _changed(event: ChoiceMade, before: Snapshot, now: Snapshot) -> AnswerCard:
    said, was, is_ = before.strings, before.ceiling, now.ceiling
    change = said.settings.changed.format(before=said.level(was), after=said.level(is_))
    line = change if was is not is_ else said.settings.heading
    return answered(event, _text(heading(line), event, now), _taps(event, now))


def _text(first: str, event: Happening, snapshot: Snapshot) -> str:
    said, space = snapshot.strings.settings, snapshot.space
    own = plainly(f"{space.crisis_text} {space.crisis_url}")
    lines = [said.deepest.format(level=snapshot.strings.level(snapshot.ceiling))]
    lines += [said.threads[_state(snapshot)]] if event.where.can.follows_threads else []
    lines += [said.line.format(line=own) if space.crisis_text else said.no_line, said.reports]
    return "\n".join((first, *map(point, lines)))


def _taps(event: Happening, snapshot: Snapshot) -> tuple[Choice, ...]:
    """Gives a choice for each other level, and the one that turns listening in threads.

    A list shows the level that is set among the others.
    """
    said, listens = snapshot.strings.settings, snapshot.space.listens
    can = event.where.can
    allowed = [one for one in Level if one <= snapshot.house.deepest]
    every = [one for one in allowed if can.has_lists or one is not snapshot.ceiling]
    levels = tuple(_deepest_tap(one, snapshot) for one in every)
    if not can.follows_threads:
        return levels
    label = said.threads_taps["off" if listens else "on"]
    return (*levels, Choice(label, HearThreads(not listens)))


def _deepest_tap(level: Level, snapshot: Snapshot) -> Choice:
    strings = snapshot.strings
    label = strings.settings.deepest_tap.format(level=strings.level(level))
    return Choice(label, SetDeepest(level), holds=level is snapshot.ceiling)


def _state(snapshot: Snapshot) -> str:
    return "on" if snapshot.space.listens else "off"
