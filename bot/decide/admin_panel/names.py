"""The names of the settings as they are typed: all that exist there, and the one probably meant."""

from typing import Any

from bot.choices import Choice, ShowRule
from bot.decide.admin_panel import pages
from bot.events import CommandGiven
from bot.house_rules import BY_NAME, Rule, offered_where, value
from bot.house_rules.near import MOST, meant
from bot.layout.markup import heading, plainly, small
from bot.snapshot import Snapshot


def page(event: CommandGiven, snapshot: Snapshot, typed: str, words: str = "") -> pages.Page:
    """Gives every name; above it, of one that is none there, why, and the one probably meant.

    Args:
        words: the value that was typed with the name.
    """
    said, rules = snapshot.strings.settings, offered_where(event.where.can)
    near = meant(typed, rules, snapshot.strings) if typed not in BY_NAME else None
    lines = (
        heading(_absent(event, snapshot, typed)) if typed else "",
        said.near.format(name=pages.form(near, words)) if near is not None else "",
        said.by_name.format(names=", ".join(rule.name for rule in rules)),
        small(said.show_one),
    )
    first = _taps(event, snapshot, near, words) if near is not None else ()
    others = (one for one in pages.ways(event, snapshot) if one not in first)
    return "\n".join(filter(None, lines)), (*first, *others)


def instead(
    event: CommandGiven, snapshot: Snapshot, rule: Rule[Any], words: str = ""
) -> pages.Page:
    """Gives the right form of a setting that was typed as a command of its own, and its taps."""
    said = snapshot.strings
    near = said.settings.near.format(name=pages.form(rule, words))
    lines = (heading(near), said.settings.does[rule.name], small(said.settings.show_one))
    return "\n".join(lines), _taps(event, snapshot, rule, words)


def _taps(
    event: CommandGiven, snapshot: Snapshot, rule: Rule[Any], words: str
) -> tuple[Choice, ...]:
    """Gives the value that was typed as a tap, if it is one, and the way to the setting's page."""
    now, strings = value(snapshot.space, rule), snapshot.strings
    read = rule.kind.read(pages.given(event, snapshot, words), now) if words else None
    shows = Choice(strings.settings.names[rule.name], ShowRule(rule.name))
    if read is None or read == now:
        return (shows,)
    label = pages.label(rule.kind.said(read, strings))
    return (Choice(label, pages.set_it(snapshot.space, rule, read)), shows)


def _absent(event: CommandGiven, snapshot: Snapshot, typed: str) -> str:
    """Says why a setting is none here: it is none, it is of roles, or exists elsewhere alone."""
    rule, said = BY_NAME.get(typed), snapshot.strings.settings
    if rule is not None and rule.is_of_roles and not event.where.can.has_roles:
        return said.no_roles
    where = snapshot.house.settings_on.get(typed, "")
    if rule is not None and where:
        return said.only_on.format(name=rule.name, where=where)
    return said.bad_name.format(name=plainly(typed[:MOST]))
