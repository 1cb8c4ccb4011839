"""Loads what a reply used of what its person asked to be held: what still stands of it."""

from dataclasses import replace

from bot.choices import OfWhatWasUsed, meaning_of
from bot.engine.load import replies
from bot.engine.load.gathering import Gathering
from bot.events import ChoiceMade
from bot.holding import HeldRow
from bot.recall.used import load
from bot.snapshot import Post, Reply


async def with_used(facts: Gathering, reply: Reply | None) -> Reply | None:
    """Gives a reply with the rows that it used, in their order, without those that are dropped."""
    if reply is None or not reply.row.used:
        return reply
    owner, named = reply.row.owner, load(reply.row.used)
    await facts.unit.read_ahead(*((kind, owner, key) for kind, key in named))
    rows: list[HeldRow | None] = [await facts.unit.get(kind, owner, key) for kind, key in named]
    return replace(reply, used=tuple(row for row in rows if row is not None))


async def of_tap(facts: Gathering, event: ChoiceMade, post: Post | None) -> Reply | None:
    """Gives the reply that a tap below its reasons is about, in the scope of that card."""
    means = meaning_of(post.choices, event.label) if post is not None else None
    if post is None or not isinstance(means, OfWhatWasUsed):
        return None
    owner = facts.names.scope(post.scope)
    return await with_used(facts, await replies.reply_of(facts, owner, means.reply))
