"""Applies an erase: of the decision's scope, or of others of the same person."""

from bot.actions.state import Erase, EraseElsewhere, RecordConsent
from bot.engine.apply import consent, tray
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.erasing import Erasing
from bot.engine.passing import Passing
from bot.ids import Scope
from bot.levels import Level
from bot.records import HOUSE


@applies(Erase)
async def erase(applying: Applying, action: Erase) -> None:
    """Erases the scope, and makes the house the owner of the decision's later sends."""
    await _scope(applying, applying.scope)
    if applying.snapshot.person.age_open:  # its card can no longer be tapped: it is asked again
        await tray.keep(applying, "age")
    applying.sends.clear()
    applying.outbox = HOUSE
    for line in applying.standing:
        await applying.send(line)


@applies(EraseElsewhere)
async def erase_elsewhere(applying: Applying, action: EraseElsewhere) -> None:
    """Withdraws the consent of these scopes in the ledger, then erases them."""
    here = applying.scope
    for scope in action.scopes:
        applying.scope = scope
        if (await applying.scope_row()).state:
            policy = applying.snapshot.house.policy
            await consent.record(applying, RecordConsent("withdrawn", Level.PLAIN, policy))
        await _scope(applying, scope)
    applying.scope, applying.silences = here, True


async def _scope(applying: Applying, scope: Scope) -> None:
    unit, names = applying.unit, applying.names
    applying.standing += await Passing(unit, names).standing(names.scope(scope))
    await Erasing(unit, names, applying.event.person).scope(scope)
    applying.erased.append(scope)
