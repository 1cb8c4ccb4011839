"""Decides what a person switches for themselves, everywhere: emojis, being read, being under 18."""

from bot.actions import Action
from bot.actions.state import MarkUnder18, RaiseEpoch, SetEmojis, SetIgnored
from bot.decide.age_check import noted
from bot.decide.decision import told
from bot.decide.house_gate import bounding
from bot.events import CommandGiven
from bot.house_rules import REPAIR_EMOJIS, value
from bot.house_rules.kinds.emojis import shown
from bot.repair import KIND_EMOJIS
from bot.snapshot import CommandSnapshot, Snapshot

Answer = tuple[Action, ...]


def under_18(event: CommandGiven, snapshot: Snapshot) -> Answer:
    """Gives the answer to "under 18": plain until the operator undoes it."""
    return (MarkUnder18(), RaiseEpoch(), told(event, noted(snapshot)))


def emojis(wanted: bool | None, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to "emojis": switches the repair emojis of a person, or shows them."""
    are_on = snapshot.person.emojis if wanted is None else wanted
    said, kinds = snapshot.strings.style, snapshot.strings.repair.kinds
    listed = " · ".join(f"{emoji} {kinds[kind]}" for emoji, kind in KIND_EMOJIS.items())
    text = said.emojis.format(state=said.states["on" if are_on else "off"], listed=listed)
    here = [shown(one) for row in bounding(snapshot) for one in value(row, REPAIR_EMOJIS)]
    if here:
        text = f"{text} {said.emojis_here.format(emojis=' '.join(dict.fromkeys(here)))}"
    changed = (SetEmojis(are_on),) if wanted is not None else ()
    return (*changed, told(event, text))


def ignore_me(event: CommandGiven, snapshot: Snapshot, *, ends: bool) -> Answer:
    """Gives the answer to "ignore-me": begins that nothing of a person is read, or ends it."""
    if ends:
        return (SetIgnored(False), told(event, snapshot.strings.person.not_ignored))
    return (SetIgnored(True), RaiseEpoch(), told(event, snapshot.strings.person.ignored))
