"""Applies a decision: writes its state changes, its sends and its ask in its own transaction.

A family of actions is a module here; `table` finds the one function for each type of action.
"""

from dataclasses import dataclass, replace

from bot.actions import Action
from bot.decide import Decision
from bot.engine.apply import (  # noqa: F401 (each fills the table)
    came_of,
    consent,
    conversation,
    crisis,
    erase,
    held,
    impact,
    importing,
    observing,
    people,
    posts,
    repair,
    spaces,
    study,
    summaries,
    tray,
)
from bot.engine.apply.applying import Applying
from bot.engine.apply.ask import facts_of, keep_ask
from bot.engine.apply.table import APPLIES
from bot.engine.counts import count
from bot.engine.erasing import Erasing
from bot.engine.places import Places
from bot.engine.reply_inputs import Facts
from bot.events import Left
from bot.ids import Scope
from bot.records import AskRow, OutboxRow
from bot.snapshot import Snapshot

__all__ = ["Applied", "Applying", "apply"]


@dataclass(frozen=True, slots=True)
class Applied:
    """The sends and the ask of a decision, once they are written."""

    snapshot: Snapshot
    actions: tuple[Action, ...]
    sends: tuple[OutboxRow, ...] = ()
    ask: AskRow | None = None
    erased: tuple[Scope, ...] = ()
    silences: bool = False  # running replies may be out of date now
    language: str = ""  # the code of the one that it was decided in; empty: the house's
    facts: Facts | None = None  # what the ask's reply is written from; None: it is read again


async def apply(applying: Applying, decision: Decision) -> Applied:
    """Writes every action of a decision, then its ask, and gives the sends and the ask."""
    unit, names, event = applying.unit, applying.names, applying.event
    applying.scope, applying.language = decision.scope or event.scope, decision.language
    if decision.actions and not isinstance(event, Left):
        await Places(unit, names).touch(event)
    for action in decision.actions:
        await APPLIES[type(action)](applying, action)
    if applying.erased:
        erasing = Erasing(unit, names, event.person)
        await erasing.forget_elsewhere(event.id, event.at, applying.erased)
    applied = await _with_ask(applying, decision)
    await count(unit, event.at, applying.things)  # its lock comes after those of people
    await applying.write_audit()
    return applied


async def _with_ask(applying: Applying, decision: Decision) -> Applied:
    """Writes the ask of a decision, if it has one, and gives all that was written."""
    if decision.ask is None:
        return _applied(applying, decision, None)
    ask = await keep_ask(applying, decision.ask)
    facts = await facts_of(applying, ask, decision.ask)
    return replace(_applied(applying, decision, ask), facts=facts)


def _applied(applying: Applying, decision: Decision, ask: AskRow | None) -> Applied:
    return Applied(
        applying.snapshot,
        decision.actions,
        tuple(applying.sends),
        ask,
        tuple(applying.erased),
        applying.silences,
        decision.language,
    )
