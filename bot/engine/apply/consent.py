"""Applies consent: the ledger (audit log), level, pauses, epochs, and freezes before an erase."""

from dataclasses import replace
from datetime import datetime

from bot.actions.state import Freeze, PauseUntil, RaiseEpoch, RecordConsent, Unfreeze
from bot.consent import applied, may_follow, purposes, put_away_from
from bot.decide import lowered
from bot.engine.apply.applying import Applying
from bot.engine.apply.held import after_yes
from bot.engine.apply.impact import shares_no_more
from bot.engine.apply.summaries import forget_lines
from bot.engine.apply.table import applies
from bot.levels import Level
from bot.records import DueRow, EraseFrozen, LedgerRow, ScopeRow, hour, key_of
from bot.snapshot import HOLDS, talk_id


@applies(RecordConsent)
async def record(applying: Applying, entry: RecordConsent) -> None:
    """Appends to the ledger and changes the level, if the entry may follow the last one."""
    row = await applying.scope_row()
    if not may_follow(row.state, entry.state):
        return
    await applying.unit.append(await _ledger_row(applying, entry))
    talk = talk_id(await applying.talk())
    after = applied(row, entry, applying.event.at, talk)
    if entry.state in HOLDS:
        after = replace(after, lowered_seen=lowered.of(applying.snapshot))
    await applying.unit.put(await after_yes(applying, entry.state, row, after))
    if entry.state == "withdrawn":  # a later yes says nothing of others' reports
        await shares_no_more(applying)


async def _ledger_row(applying: Applying, entry: RecordConsent) -> LedgerRow:
    unit, owner, event = applying.unit, applying.owner, applying.event
    return LedgerRow(
        subject=await unit.subject(owner, "consent"),
        state=entry.state,
        level=int(entry.level),
        purposes=purposes(
            memory=entry.memory,
            notices=entry.notices,
            functioning=entry.functioning,
            loops=entry.loops,
        ),
        policy=entry.policy,
        at=hour(event.at),
        expires_at=hour(entry.expires_at) if entry.expires_at is not None else None,
        message=await unit.subject(owner, f"event {event.id}"),
    )


@applies(PauseUntil)
async def pause(applying: Applying, action: PauseUntil) -> None:
    """Stores until when the scope is paused."""
    await applying.unit.put(replace(await applying.scope_row(), paused_until=action.until))


@applies(RaiseEpoch)
async def raise_epoch(applying: Applying, action: RaiseEpoch) -> None:
    """Raises the epoch of the scope, or of the whole space."""
    applying.silences = True
    if action.of == "space":
        space = await applying.space_row(applying.event.where.space)
        await applying.unit.put(replace(space, epoch=space.epoch + 1))
        return
    scope = await applying.scope_row()
    await applying.unit.put(replace(scope, epoch=scope.epoch + 1))


@applies(Freeze)
async def freeze(applying: Applying, action: Freeze) -> None:
    """Freezes the rows of higher levels, and schedules their erase."""
    row = await applying.scope_row()
    above = int(action.above)
    frozen = replace(row, frozen_until=action.until, frozen_above=above)
    deepest = _deepest(applying.snapshot.scope, applying.event.at)
    await applying.unit.put(replace(frozen, frozen_from=int(deepest)))
    if applying.snapshot.scope.memory and not row.memory:
        await forget_lines(applying.unit, applying.owner)
    due = DueRow(applying.owner, key_of(EraseFrozen()), action.until, applying.person)
    await applying.unit.put(due)


def _deepest(was: ScopeRow, at: datetime) -> Level:
    """Gives the deepest level of which anything is put away: that is left, or was before."""
    is_left = was.state in (*HOLDS, "expired")
    left = Level(was.level) if is_left else Level.PLAIN
    is_frozen = was.frozen_until is not None and at < was.frozen_until
    return max(left, put_away_from(was)) if is_frozen else left


@applies(Unfreeze)
async def unfreeze(applying: Applying, action: Unfreeze) -> None:
    """Ends a freeze, and cancels the erase that was scheduled with it."""
    await applying.unit.put(replace(await applying.scope_row(), frozen_until=None))
    await applying.unit.drop(DueRow, applying.owner, key_of(EraseFrozen()))
