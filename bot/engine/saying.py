"""Says a new message of the bot's: in as many as its text needs, its files with the last of them.

Where a room takes not all of its files together, each comes in a message of its own. Of one that is
not taken alone either, the lines are said instead; a page, which holds the same, is left out.
"""

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
from bot.words import Outgoing, TextFile

log = structlog.get_logger()


async def say(chat: Chat, key: SendKey, sending: Sending, action: Say) -> MessageId:
    """Says a text with its files, and gives the id of the message that its choices stand under."""
    if not action.files or _may_be_taken(chat, sending, action.files):
        try:
            return await _said(chat, key, sending, action)
        except FileRefused:
            log.info("files were not taken there: each is sent alone, or its lines are said")
    if len(action.files) == 1:
        return await _said(chat, key, sending, in_words(action))
    return await _each_alone(chat, key, sending, action)


def _may_be_taken(chat: Chat, sending: Sending, files: tuple[TextFile, ...]) -> bool:
    most = chat.capabilities(sending.room).largest_file
    return sum(len(one.bytes) for one in files) <= most


# A refusal of several says nothing of which was refused. Nothing was said by then, so the first
# goes again under the same key; each other has a key of its own, and a crash between them sends
# none of them twice.
async def _each_alone(chat: Chat, key: SendKey, sending: Sending, action: Say) -> MessageId:
    """Says the text with the first file, then each other file in a message of its own."""
    first, *others = action.files
    made = await say(chat, key, sending, replace(action, files=(first,)))
    for place, file in enumerate(others):
        alone = Say(file.name, to=action.to, files=(file,))
        own_key = part_of(f"{key}:with", place)
        if not file.is_for_programs and not await _was_taken(chat, own_key, sending, alone):
            log.info("a page was not taken there: the file before it holds the same")
        elif file.is_for_programs:
            await say(chat, own_key, sending, alone)
    return made


async def _was_taken(chat: Chat, key: SendKey, sending: Sending, action: Say) -> bool:
    """Says a message with its file, and returns whether the file was taken."""
    if not _may_be_taken(chat, sending, action.files):
        return False
    try:
        await _said(chat, key, sending, action)
    except FileRefused:
        return False
    return True


def in_words(action: Say) -> Say:
    """Gives the same with the lines of its files in its text, each as one block of code.

    A block is parted at its lines: however many messages it takes, each line stands whole in one,
    unless a line alone is longer than a message. What people read or look at is left out.
    """
    if not action.files:
        return action
    lines = [line for one in action.files if one.is_for_programs for line in _coded(one)]
    return replace(action, text="\n".join((action.text, *lines)), files=())


def _coded(file: TextFile) -> tuple[str, str, str]:
    return ("```json", file.text.rstrip("\n"), "```")


async def _said(chat: Chat, key: SendKey, sending: Sending, action: Say) -> MessageId:
    """Says a text in as many messages as it needs; choices and files stand under the last."""
    room, language = sending.room, sending.language
    *first, last = parts(action.text, chat.capabilities(room).longest) or ("",)
    new = Outgoing(key, room, last, action.to, may_be_seen=action.may_be_seen, language=language)
    new = replace(new, is_card=action.is_card, told_from=action.told_from)
    for place, piece in enumerate(first):
        await chat.say(replace(new, key=part_of(key, place), text=piece, reply_to=action.reply_to))
    last_one = replace(new, reply_to=None if first else action.reply_to, files=action.files)
    return await chat.say(offering(last_one, action.choices))
