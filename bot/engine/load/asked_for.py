"""Loads what only some decisions need: the tray, other places, the ledger."""

from dataclasses import replace

from bot.audit import Entry
from bot.engine.ahead import of_scopes
from bot.engine.codec import has_answered, load_post
from bot.engine.everything import everything, of_place
from bot.engine.load.gathering import Gathering
from bot.engine.places import Places
from bot.events import Event, MessageDeleted
from bot.export import KeptIn
from bot.records import (
    ConversationRow,
    LedgerRow,
    Owner,
    RepairRow,
    ReplyRow,
    ScopeRow,
    TrayRow,
)
from bot.snapshot import Caused, Offered, Place, TrayLine, offered_in

MOST_AUDITED = 1_000  # entries that an admin is given; `attune audit show` has all


async def audit(facts: Gathering, space: Owner) -> tuple[Entry, ...]:
    """Reads the newest entries of a space's chain; who asks must be an admin there."""
    head = await facts.unit.trail.head(space)
    if head is None:
        return ()
    found, after = list[Entry](), max(0, head.number - MOST_AUDITED)
    while page := await facts.unit.trail.entries(space, after):
        found, after = [*found, *page], page[-1].number
    return tuple(found)


async def tray(facts: Gathering, event: Event) -> tuple[TrayLine, ...]:
    """Reads the private lines that wait for the event's person."""
    rows = await facts.unit.find(TrayRow, facts.names.person(event.person))
    about = tuple(load_post(row.body)[1] for row in rows)
    await facts.unit.read_ahead(*of_scopes(facts.names, about))
    lines = [await _line(facts, row) for row in rows]
    return tuple(one for one in lines if one is not None)


async def _line(facts: Gathering, row: TrayRow) -> TrayLine | None:
    """Gives a tray line with its scope, or None if that scope was erased."""
    _, scope, _ = load_post(row.body)
    state = await facts.unit.get(ScopeRow, facts.names.scope(scope))
    if state is None and not row.needs_no_yes:
        return None
    state = state or ScopeRow(facts.names.scope(scope))
    called = facts.memory.called(scope)
    return TrayLine(row.line, scope, state, await facts.space_row(scope), called)


async def places(facts: Gathering, event: Event) -> tuple[Place, ...]:
    """Reads in which other places this person talked; only for answers that others cannot read."""
    every = await Places(facts.unit, facts.names).of(facts.names.person(event.person))
    others = (one for one in every if one.scope != event.scope)
    return tuple(replace(one, called=facts.memory.called(one.scope)) for one in others)


async def ledger(facts: Gathering, event: Event) -> tuple[tuple[int, LedgerRow], ...]:
    """Reads the consent entries of the event's scope."""
    owner = facts.names.scope(event.scope)
    return await facts.unit.ledger(await facts.unit.subject(owner, "consent"))


async def kept(facts: Gathering, event: Event) -> tuple[KeptIn, ...]:
    """Reads all that is kept of a person in this place; in a direct message in every place."""
    if not event.where.is_direct:
        return (_named(facts, event, await of_place(facts.unit, facts.names, event.scope)),)
    every = await everything(facts.unit, facts.names, event.person, event.scope)
    return tuple(_named(facts, event, one) for one in every)


def _named(facts: Gathering, event: Event, part: KeptIn) -> KeptIn:
    """Gives what is kept in a place with what that is called, as far as this process holds it."""
    if part.scope is None:
        return part
    if part.scope == event.scope:
        called = "" if event.where.is_direct else facts.memory.called(part.scope)
        return replace(part, is_here=True, is_direct=event.where.is_direct, called=called)
    return replace(part, called=facts.memory.called(part.scope))


async def caused(facts: Gathering, event: MessageDeleted) -> Caused:
    """Reads what a deleted message had caused: repairs in words, the stance, an offer."""
    owner = facts.names.scope(event.scope)
    message = facts.names.message(event.where.room, event.message)
    repairs = await facts.unit.find(RepairRow, owner, message=message)
    led_to = tuple((one.reply, one.number) for one in repairs if not one.undone)
    talk = await facts.unit.get(ConversationRow, owner, facts.names.room(event.where.room))
    is_stance = talk is not None and talk.stance_by == message
    return Caused(led_to, is_stance, await _offer(facts, event, talk))


async def _offer(
    facts: Gathering, event: MessageDeleted, talk: ConversationRow | None
) -> Offered | None:
    """Gives the offer to write the reply to a deleted message anew, or None."""
    offered = offered_in(talk) if talk is not None else None
    if talk is None or offered is None:
        return None
    reply = await facts.unit.get(ReplyRow, Owner(talk.owner), offered.reply)
    is_of_it = reply is not None and has_answered(reply, event.message)
    return offered if is_of_it else None
