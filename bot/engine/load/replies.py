"""Finds the reply that an event is about: the one it names, or the newest in its room."""

from dataclasses import replace

from bot.choices import AnswerAgain, offers
from bot.engine.codec import has_answered, load_post, load_reply_body, load_versions
from bot.engine.load.gathering import Gathering
from bot.events import Event, MessageEdited
from bot.records import Owner, PostRow, ReplyRow
from bot.snapshot import Reply


async def reply_of(facts: Gathering, owner: Owner, key: str) -> Reply | None:
    """Gives a reply by its key, or None if there is no key or no row."""
    row = await facts.unit.get(ReplyRow, owner, key) if key else None
    if row is None or not row.body:
        return None
    given, versions = load_reply_body(row.body), load_versions(row.before)
    return Reply(
        row,
        given.room,
        given.messages[0],
        given.answers,
        (*given.messages, *given.repaired_by),
        versions[: row.repairs],
        given.also,
    )


async def to_message(facts: Gathering, event: MessageEdited) -> Reply | None:
    """Gives the newest reply to an edited message; None where none stands."""
    owner, room = facts.names.scope(event.scope), facts.names.room(event.where.room)
    rows = await facts.unit.find(ReplyRow, owner, room=room)
    own = [row for row in rows if has_answered(row, event.message)]
    last = max(own, key=lambda row: (row.at or event.at, row.turn, row.key), default=None)
    return await reply_of(facts, owner, last.key if last else "")


async def of_post(facts: Gathering, row: PostRow) -> Reply | None:
    """Gives the reply to which a message of the bot's belongs, and whether it failed."""
    return await _tried(facts, await reply_of(facts, Owner(row.owner), row.reply))


async def newest(facts: Gathering, event: Event, *, is_repaired: bool = False) -> Reply | None:
    """Gives the newest reply in the event's room; with `is_repaired`, a repaired one if any."""
    owner, room = facts.names.scope(event.scope), facts.names.room(event.where.room)
    rows = await facts.unit.find(ReplyRow, owner, room=room)
    rows = tuple(row for row in rows if row.repairs) or rows if is_repaired else rows
    last = max(rows, key=lambda row: (row.at or event.at, row.turn, row.key), default=None)
    return await _tried(facts, await reply_of(facts, owner, last.key if last else ""))


async def _tried(facts: Gathering, reply: Reply | None) -> Reply | None:
    """Gives the reply, marked as failed while it still offers to be tried again."""
    if reply is None:
        return None
    posts = await facts.unit.find(PostRow, Owner(reply.row.owner), reply=reply.row.key)
    has_failed = any(offers(load_post(post.body)[0], AnswerAgain) for post in posts)
    return replace(reply, has_failed=has_failed)
