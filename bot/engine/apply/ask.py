"""Stores the ask of a decision: the reply to write once the decision is committed."""

from dataclasses import replace

from bot.actions.ask import Ask
from bot.engine.apply.applying import Applying
from bot.engine.codec import dump
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reply_inputs import Facts, facts_in
from bot.engine.wordings import Wordings, answered_anew, answered_by, dump_wordings
from bot.events import MessageSeen
from bot.ports import Unit
from bot.records import AskRow, Owner, ReplyRow, ScopeRow, SpaceRow
from bot.repair.stack import NO_EMOJI
from bot.snapshot import offered_in


async def keep_ask(applying: Applying, ask: Ask) -> AskRow:
    """Writes the ask with the epochs of this moment; for a repair, counts its request too."""
    row = await _row(applying, ask)
    await applying.unit.put(row)
    if ask.reply:
        await _repair_asked(applying, row.owner, ask)
    return row


async def facts_of(applying: Applying, row: AskRow, ask: Ask) -> Facts | None:
    """Gives what a message's reply is written from, or None where it is to be read again.

    Another ask of the scope may yet change it: its reply ends before this one begins.
    """
    if ask.reply or not isinstance(applying.event, MessageSeen):
        return None
    if len(await applying.unit.find(AskRow, row.owner)) > 1:
        return None
    return await facts_in(applying.unit, applying.names, row, ask)


async def _row(applying: Applying, ask: Ask) -> AskRow:
    names, unit = applying.names, applying.unit
    owner = names.scope(ask.scope)
    scope = await unit.get(ScopeRow, owner) or ScopeRow(owner)
    return AskRow(
        owner,
        names.event(applying.event.id),
        room=names.room(ask.room),
        answers=names.message(ask.room, ask.repaired or ask.message),
        at=applying.event.at,
        epoch=scope.epoch,
        space_epoch=sum(one.epoch for one in await rows_of_spaces(unit, names, ask)),
        house_epoch=applying.snapshot.house.epoch,
        turn=(await applying.talk()).turn,
        said=dump_wordings(await _said(applying, owner, ask)),
        body=dump(ask),
    )


async def rows_of_spaces(unit: Unit, names: Pseudonyms, ask: Ask) -> tuple[SpaceRow, ...]:
    """Gives the rows of the space an ask is in, and of those above it, as far as there are any."""
    spaces = [names.space(one) for one in (ask.scope.space, *ask.above)]
    rows = [await unit.get(SpaceRow, one) for one in spaces]
    return tuple(row for row in rows if row is not None)


async def _said(applying: Applying, owner: Owner, ask: Ask) -> Wordings:
    """Gives the wordings of the messages that an ask answers; none of a repair, which keeps them.

    The offer is read from the snapshot: the decision that takes it up has ended it by now.
    """
    unit, names = applying.unit, applying.names
    if ask.is_anew:
        offered = offered_in(applying.snapshot.conversation)
        return await answered_anew(unit, owner, ask.reply, offered)
    return {} if ask.reply else await answered_by(unit, names, applying.event, ask)


async def _repair_asked(applying: Applying, owner: Owner, ask: Ask) -> None:
    row = await applying.unit.get(ReplyRow, owner, ask.reply)
    if row is not None:
        by_emoji = row.by_emoji or ask.by not in NO_EMOJI
        changed = replace(row, asked_at=applying.event.at, by_emoji=by_emoji)
        await applying.unit.put(changed)
