"""Says a new message of the bot's: in as many as its text needs, its file with the last of them."""

from dataclasses import replace

import structlog

from bot.actions.platform import Say
from bot.engine.codec import Sending
from bot.engine.posts import offering
from bot.errors import FileRefused
from bot.ids import MessageId, SendKey
from bot.ports import Chat
from bot.records import part_of
from bot.text.chunking import parts
from bot.words import Outgoing

log = structlog.get_logger()


async def say(chat: Chat, key: SendKey, sending: Sending, action: Say) -> MessageId:
    """Says a text with its file; where a room takes no such file, its lines are said instead."""
    file, most = action.file, chat.capabilities(sending.room).largest_file
    if file is not None and len(file.bytes) <= most:
        try:
            return await _said(chat, key, sending, action)
        except FileRefused:
            log.info("a file was not taken there: its lines are said instead")
    return await _said(chat, key, sending, in_words(action))


def in_words(action: Say) -> Say:
    """Gives the same with the lines of its file in its text, as one block of code.

    A block is parted at its lines: however many messages it takes, each line stands whole in one,
    unless a line alone is longer than a message.
    """
    if action.file is None:
        return action
    block = "\n".join((action.text, "```json", action.file.text.rstrip("\n"), "```"))
    return replace(action, text=block, file=None)


async def _said(chat: Chat, key: SendKey, sending: Sending, action: Say) -> MessageId:
    """Says a text in as many messages as it needs; choices and file stand under the last."""
    room, language = sending.room, sending.language
    *first, last = parts(action.text, chat.capabilities(room).longest) or ("",)
    new = Outgoing(key, room, last, action.to, may_be_seen=action.may_be_seen, language=language)
    new = replace(new, is_card=action.is_card)
    for place, piece in enumerate(first):
        await chat.say(replace(new, key=part_of(key, place), text=piece, reply_to=action.reply_to))
    last_one = replace(new, reply_to=None if first else action.reply_to, file=action.file)
    return await chat.say(offering(last_one, action.choices))
