"""Applies sends: a message, other choices or words, a reaction, a deletion."""

from dataclasses import replace

from bot.actions.platform import Delete, PlatformAction, React, Replace, Say, Unreact
from bot.actions.state import AnswerCard, PutBack
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.codec import Sending, dump_post, load_post
from bot.records import PostRow


async def _send(applying: Applying, action: PlatformAction) -> None:
    is_direct = applying.snapshot.is_direct
    await applying.send(Sending(applying.room, applying.scope, is_direct, action))


@applies(Say)
async def say(applying: Applying, action: Say) -> None:
    """Puts a message into the outbox."""
    await _send(applying, action)


@applies(Replace)
async def replace_words(applying: Applying, action: Replace) -> None:
    """Puts the edit of a message of the bot's into the outbox."""
    await _send(applying, action)


@applies(React)
async def react(applying: Applying, action: React) -> None:
    """Puts a reaction into the outbox."""
    await _send(applying, action)


@applies(Unreact)
async def unreact(applying: Applying, action: Unreact) -> None:
    """Puts into the outbox that an emoji is taken back."""
    await _send(applying, action)


@applies(Delete)
async def delete(applying: Applying, action: Delete) -> None:
    """Puts the deletion of a message of the bot's into the outbox."""
    await _send(applying, action)


@applies(PutBack)
async def put_back(applying: Applying, action: PutBack) -> None:
    """Puts into the outbox that the words from before some repairs are restored."""
    is_direct = applying.snapshot.is_direct
    back = Sending(applying.room, applying.scope, is_direct, None, action.reply, action.numbers)
    await applying.send(back)


@applies(AnswerCard)
async def answer_card(applying: Applying, action: AnswerCard) -> None:
    """Deletes a card's choices with the decision, so that a second tap finds none."""
    key = applying.names.message(applying.room, action.message)
    for owner in (applying.owner, applying.person):
        row = await applying.unit.get(PostRow, owner, key)
        if row is not None and row.body:
            _, scope, is_direct = load_post(row.body)
            body = dump_post((), scope, is_direct=is_direct)
            await applying.unit.put(replace(row, body=body))
    await _send(applying, Replace(action.message, action.text, action.choices))
