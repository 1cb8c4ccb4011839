"""The names of the settings as they are typed: all that exist there, and the one probably meant."""

from bot.choices import Choice, ShowRule
from bot.decide.admin_panel import pages
from bot.events import CommandGiven
from bot.house_rules import BY_NAME, offered_where
from bot.house_rules.near import MOST, meant
from bot.layout.markup import heading, plainly, small
from bot.snapshot import Snapshot


def page(event: CommandGiven, snapshot: Snapshot, typed: str) -> pages.Page:
    """Gives every name; above it, of one that is none there, why, and the one probably meant."""
    said, rules = snapshot.strings.settings, offered_where(event.where.can)
    near = meant(typed, rules, snapshot.strings) if typed not in BY_NAME else None
    lines = (
        heading(_absent(event, snapshot, typed)) if typed else "",
        said.near.format(name=near.name) if near is not None else "",
        said.by_name.format(names=", ".join(rule.name for rule in rules)),
        small(said.show_one),
    )
    first = (Choice(said.names[near.name], ShowRule(near.name)),) if near is not None else ()
    others = (one for one in pages.ways(event, snapshot) if one not in first)
    return "\n".join(filter(None, lines)), (*first, *others)


def _absent(event: CommandGiven, snapshot: Snapshot, typed: str) -> str:
    """Says why a setting is none here: it is none, it is of roles, or exists elsewhere alone."""
    rule, said = BY_NAME.get(typed), snapshot.strings.settings
    if rule is not None and rule.is_of_roles and not event.where.can.has_roles:
        return said.no_roles
    where = snapshot.house.settings_on.get(typed, "")
    if rule is not None and where:
        return said.only_on.format(name=rule.name, where=where)
    return said.bad_name.format(name=plainly(typed[:MOST]))
