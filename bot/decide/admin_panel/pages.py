"""The pages of an admin's panel: what is set at first sight, and a page for each setting."""

import json
from typing import Any

from bot.choices import Choice, PickForRule, SetRule, ShowRule, ShowRules
from bot.events import CommandGiven, Happening
from bot.house_rules import RULES, Given, Rule, number, offered_where, value
from bot.house_rules.kept import is_set
from bot.house_rules.kinds.named import POWER
from bot.ids import Named
from bot.layout.markup import heading, plainly, point, small
from bot.levels import Level
from bot.records import SpaceRow
from bot.snapshot import Snapshot
from bot.strings import Strings

Page = tuple[str, tuple[Choice, ...]]
AT_FIRST_SIGHT = 560  # characters, a heading of a change among them
MOST_OF_A_LABEL = 40
BRIEFLY = 80  # characters of a value
A_ROLE, A_POWER = "@ROLE", f"{POWER}50"
HERE = "here"
MOST_SHOWN = 60  # characters of a value that are said again


def first(event: Happening, snapshot: Snapshot, above: str = "", change: str = "") -> Page:
    """Gives what is set in this space, below a line of what changed, and the way to each page."""
    said = snapshot.strings.settings
    head = "\n".join(filter(None, (heading(above or said.heading), change)))
    lines = [point(line) for line in _own_lines(event, snapshot)]
    fixed = _fixed(snapshot)
    shown = _fitting((head, *fixed), lines)
    if len(shown) < len(lines):
        shown = (*shown, point(said.more_set.format(count=len(lines) - len(shown))))
    return "\n".join((head, *shown, *fixed)), ways(event, snapshot)


def ways(event: Happening, snapshot: Snapshot) -> tuple[Choice, ...]:
    """Gives the way to the page of each setting that exists there."""
    names = snapshot.strings.settings.names
    return tuple(
        Choice(names[rule.name], ShowRule(rule.name)) for rule in offered_where(event.where.can)
    )


def page(event: Happening, snapshot: Snapshot, rule: Rule[Any], above: str = "") -> Page:
    """Gives the page of a setting: what it does, what it is, how it is typed, what it can be."""
    said, now = snapshot.strings.settings, holding(snapshot, rule)
    is_now = said.now.format(value=rule.kind.said(now, snapshot.strings))
    how = said.how.format(command=f"/attune-admin set {rule.name} {_usage(event, rule)}")
    if above:  # which does not name the setting
        lines = (above, line(rule, now, snapshot.strings), said.does[rule.name])
    else:
        lines = (said.names[rule.name], said.does[rule.name], is_now)
    text = "\n".join((heading(lines[0]), *lines[1:], small(how)))
    return text, (*taps(event, snapshot, rule), *_lists(event, snapshot, rule), back(snapshot))


def form(rule: Rule[Any], words: str = "") -> str:
    """Gives how a setting is typed, with the value that was typed where it is short."""
    shown = plainly(words) if len(words) <= MOST_SHOWN else ""
    return " ".join(filter(None, ("/attune-admin set", rule.name, shown)))


def _usage(event: Happening, rule: Rule[Any]) -> str:
    """Gives what follows the name of a setting; where people have no roles, with a number."""
    return rule.usage if event.where.can.has_roles else rule.usage.replace(A_ROLE, A_POWER)


def taps(event: Happening, snapshot: Snapshot, rule: Rule[Any]) -> tuple[Choice, ...]:
    """Gives the values of a setting as taps; a list marks the one that holds among the others."""
    now, strings, bounds = holding(snapshot, rule), snapshot.strings, snapshot.house.bounds
    has_list = event.where.can.has_lists
    allowed = [one for one in rule.kind.taps(now) if rule.bounded(one, bounds) == one]
    every = [one for one in allowed if has_list or one != now]
    return tuple(
        Choice(
            label(rule.kind.said(one, strings)),
            set_it(snapshot.space, rule, one),
            holds=one == now,
        )
        for one in every
    )


def chosen_by(
    snapshot: Snapshot, rule: Rule[Any], each: tuple[tuple[Level | None, Any], ...]
) -> tuple[Choice, ...]:
    """Gives what was picked as one value a level, and the way back."""
    strings = snapshot.strings
    off = strings.settings.values["off"]
    found = (
        Choice(
            strings.level(level) if level is not None else off, set_it(snapshot.space, rule, one)
        )
        for level, one in each
    )
    return (*found, back(snapshot))


def given(event: CommandGiven, snapshot: Snapshot, words: str) -> Given:
    """Gives the words of a value as they were typed, with what the platform knows of them."""
    where = event.where
    here = {HERE: Named(where.room, where.shown or where.room)}
    has_powers = where.power is not None
    return Given(tuple(words.split()), {**here, **dict(event.named)}, snapshot.strings, has_powers)


def set_it(row: SpaceRow, rule: Rule[Any], now: Any) -> SetRule:
    """Gives the choice that sets a value, unless somebody changes the setting before it."""
    return SetRule(
        rule.name, json.dumps(rule.kind.dump(now), ensure_ascii=False), number(row, rule)
    )


def back(snapshot: Snapshot) -> Choice:
    """Gives the way back to what is set."""
    return Choice(snapshot.strings.settings.back, ShowRules())


def label(words: str) -> str:
    """Gives words as they stand on a choice."""
    return words if len(words) <= MOST_OF_A_LABEL else f"{words[: MOST_OF_A_LABEL - 1]}…"


def line(rule: Rule[Any], now: Any, strings: Strings) -> str:
    """Says a setting and what it is."""
    name = strings.settings.names[rule.name]
    return strings.settings.line.format(name=name, value=rule.kind.said(now, strings))


def changed(rule: Rule[Any], change: tuple[Any, Any], strings: Strings) -> str:
    """Says what a setting was and is."""
    name = strings.settings.names[rule.name]
    before, after = (brief(rule, one, strings) for one in change)
    return strings.settings.changed.format(name=name, before=before, after=after)


def brief(rule: Rule[Any], now: Any, strings: Strings) -> str:
    """Says a value; of names that are too long to read beside others, how many there are."""
    says = rule.kind.said(now, strings)
    return says if len(says) <= BRIEFLY else rule.kind.told(rule.kind.fact(now), strings)


def holding(snapshot: Snapshot, rule: Rule[Any]) -> Any:
    """Gives the value that holds, never wider than what the operator set since."""
    return rule.bounded(value(snapshot.space, rule), snapshot.house.bounds)


def _lists(event: Happening, snapshot: Snapshot, rule: Rule[Any]) -> tuple[Choice, ...]:
    if not event.where.can.has_pickers:
        return ()
    said = snapshot.strings.settings.picks
    return tuple(
        Choice(said[one.key], PickForRule(rule.name, one.key), picks=one.of.value)
        for one in rule.kind.picks()
    )


def _own_lines(event: Happening, snapshot: Snapshot) -> list[str]:
    row, can = snapshot.space, event.where.can
    shown = (one for one in RULES if one.needs(can) and (one.is_first or is_set(row, one)))
    return [line(one, holding(snapshot, one), snapshot.strings) for one in shown]


def _fixed(snapshot: Snapshot) -> tuple[str, ...]:
    """Gives the lines that stand last: the admins' own below the crisis text, and the reports."""
    said, space = snapshot.strings.settings, snapshot.space
    own = plainly(f"{space.crisis_text} {space.crisis_url}")[:MOST_OF_A_LABEL]
    first_line = said.crisis_line.format(line=own) if space.crisis_text else said.no_line
    return (point(first_line), point(said.reports), small(said.all_names))


def _fitting(others: tuple[str, ...], lines: list[str]) -> tuple[str, ...]:
    """Gives as many of the lines as find room beside the others at first sight."""
    room = AT_FIRST_SIGHT - sum(len(one) + 1 for one in others)
    found: list[str] = []
    for one in lines:
        room -= len(one) + 1
        if room < 0:
            break
        found.append(one)
    return tuple(found)
