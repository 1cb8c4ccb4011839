"""Applies what repairs taught, what a person set instead, and what they have forgotten."""

from collections.abc import Collection
from dataclasses import replace

from bot.actions.state import ForgetReplies, SetStyle, Unlearn
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.codec import has_answered, load_versions
from bot.records import ConversationRow, PostRow, RepairRow, ReplyRow, StyleRow
from bot.repair.stack import NO_EMOJI, Version, newest_kind
from bot.snapshot import corrections_of, offered_in, with_corrections, with_offer


@applies(SetStyle)
async def set_style(applying: Applying, action: SetStyle) -> None:
    """Stores the style that the person set; a reset also forgets what repairs taught."""
    owner = applying.owner
    if action.name is not None and action.value is not None:
        await applying.unit.put(StyleRow(owner, action.name, value=action.value))
        return
    await applying.unit.drop(StyleRow, owner, action.name)
    for repair in await applying.unit.find(RepairRow, owner):
        await applying.unit.put(replace(repair, undone=True))


@applies(ForgetReplies)
async def forget_replies(applying: Applying, action: ForgetReplies) -> None:
    """Forgets a person's replies, their words from before repairs, and what repairs taught."""
    for row in await _replies(applying, action):
        await _forget(applying, row)


async def _replies(applying: Applying, action: ForgetReplies) -> tuple[ReplyRow, ...]:
    owner = applying.names.scope(applying.event.scope)
    if action.answering is None:
        row = await applying.unit.get(ReplyRow, owner, action.reply)
        return (row,) if row is not None else ()
    room = applying.names.room(applying.room)
    every = await applying.unit.find(ReplyRow, owner, room=room)
    return tuple(row for row in every if has_answered(row, action.answering))


async def _forget(applying: Applying, row: ReplyRow) -> None:
    unit = applying.unit
    await unit.drop(ReplyRow, row.owner, row.key)
    for post in await unit.find(PostRow, row.owner, reply=row.key):
        await unit.drop(PostRow, row.owner, post.key)
    await _undo(applying, row)
    talk = _corrected(await applying.talk(), row.key)
    offered = offered_in(talk)
    is_offered = offered is not None and offered.reply == row.key
    await unit.put(with_offer(talk, None) if is_offered else talk)


@applies(Unlearn)
async def unlearn(applying: Applying, action: Unlearn) -> None:
    """Forgets what repairs of a reply taught; of the repairs left, the last one holds."""
    talk = await applying.talk()
    row = await applying.unit.get(ReplyRow, talk.owner, action.reply)
    if row is None:
        return
    left = _left(row, action.numbers)
    holds = newest_kind(left) or None
    await applying.unit.put(_corrected(talk, row.key, holds))
    by_emoji = any(one.by not in NO_EMOJI for one in left)
    await applying.unit.put(replace(row, rupture=holds or "", by_emoji=by_emoji))
    await _undo(applying, row, action.numbers)


def _left(row: ReplyRow, gone: Collection[int] | None) -> list[Version]:
    """Gives the repairs that are left once some are undone; None undoes all."""
    if gone is None:
        return []
    return [one for one in load_versions(row.before) if one.number not in gone]


def _corrected(talk: ConversationRow, reply: str, holds: str | None = None) -> ConversationRow:
    """Gives the conversation with one reply's correction set, or removed."""
    kept = tuple(pair for pair in corrections_of(talk) if pair[0] != reply)
    return with_corrections(talk, kept if holds is None else (*kept, (reply, holds)))


async def _undo(applying: Applying, row: ReplyRow, numbers: Collection[int] | None = None) -> None:
    """Marks some repairs of a reply as undone, or all of them."""
    for repair in await applying.unit.find(RepairRow, row.owner):
        if repair.reply == row.key and (numbers is None or repair.number in numbers):
            await applying.unit.put(replace(repair, undone=True))
