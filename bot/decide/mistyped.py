"""Decides commands that could not be read: how it is written, or which one was probably meant."""

from bot.actions import Action
from bot.commands import BY_NAME
from bot.commands.entry import Entry
from bot.commands.near import as_typed, commands_near, setting_near
from bot.commands.values import AskOnce, Unparsable
from bot.decide.admin_panel import names
from bot.decide.crisis_settings import refused
from bot.decide.decision import card, told
from bot.events import CommandGiven
from bot.layout.markup import plainly
from bot.snapshot import CommandSnapshot

Answer = tuple[Action, ...]


def answer(given: AskOnce | Unparsable, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Says how a command is written, or that it does not exist, and what was probably meant."""
    entry = BY_NAME.get(given.name)
    if entry is not None or isinstance(given, AskOnce):
        said = entry.misread if entry is not None else BY_NAME[AskOnce.name].misread
        return (told(event, said(snapshot.strings)),)
    return _not_there(given, event, snapshot)


def _not_there(given: Unparsable, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Answers a command that does not exist; what is an admin's is named to admins alone."""
    can = event.where.can
    is_theirs = event.where.by_admin
    rule = setting_near(given, can) if given.for_admins or is_theirs else None
    found = commands_near(given, can, admins=given.for_admins or is_theirs)
    no = refused(event, snapshot) if rule is not None or _is_an_admins(found) else None
    if no is not None:
        return no
    found = tuple(one for one in found if is_theirs or not one.for_admins)
    if rule is not None:
        return (card(event, *names.instead(event, snapshot, rule, given.rest)),)
    return (told(event, _near(found, given, snapshot)),)


def _is_an_admins(found: tuple[Entry, ...]) -> bool:
    return any(one.for_admins for one in found[:1])


def _near(found: tuple[Entry, ...], given: Unparsable, snapshot: CommandSnapshot) -> str:
    unknown, near = snapshot.strings.commands.unknown, snapshot.strings.settings.near
    every = " · ".join(plainly(as_typed(one, given.rest)) for one in found)
    return f"{near.format(name=every)}\n{unknown}" if found else unknown
