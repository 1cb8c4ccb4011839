"""The messages of a finished reply: their words replaced, their ids and choices stored."""

from dataclasses import replace

from bot.actions.platform import Replace
from bot.choices import Choice, pickers_of, values_of
from bot.engine.codec import ReplyBody, Sending, dump_post, load_reply_body
from bot.engine.pseudonyms import Pseudonyms
from bot.errors import MessageFixed
from bot.ids import MessageId, SendKey
from bot.ports import Chat, Unit
from bot.records import OutboxRow, PostRow, ReplyRow, part_of
from bot.repair import Mended, under
from bot.repair.stack import Version, kinds_of
from bot.strings import Strings
from bot.text.chunking import parts
from bot.words import Edit, Outgoing


async def put_in_place(chat: Chat, given: ReplyBody, whole: Outgoing) -> tuple[MessageId, ...]:
    """Replaces a reply by a whole text, and gives the ids of its messages now."""
    pieces = parts(whole.text, *chat.capabilities(given.room).lengths)
    shown = list(given.messages)
    for place, piece in enumerate(pieces):
        labels = whole.choices if place == len(pieces) - 1 else ()
        key = part_of(whole.key, place)
        new = replace(whole, key=key, text=piece, choices=labels)
        if place < len(given.messages):
            new = replace(new, carries_on=given.messages[0] if place else None)
            shown[place] = await _replaced(chat, given.messages[place], new)
        else:
            shown.append(await chat.say(replace(new, carries_on=shown[0])))
    for message in given.messages[len(pieces) :]:
        await chat.delete(given.room, message)
    return tuple(shown[: len(pieces)])


async def _replaced(chat: Chat, old: MessageId, new: Outgoing) -> MessageId:
    """Replaces the words of a message, or says them below it if it cannot be edited."""
    try:
        await chat.replace(new.room, old, Edit(new.text, new.choices, new.language))
    except MessageFixed:
        return await chat.say(replace(new, reply_to=old))
    return old


async def put_or_say(chat: Chat, row: OutboxRow, sending: Sending, put: Replace) -> MessageId:
    """Replaces a card by what came of it; where it can be edited no more, its person is told."""
    to, language = sending.scope.person, sending.language
    new = Outgoing(SendKey(row.key), sending.room, put.text or "", to, language=language)
    new = offering(new, put.choices)
    try:
        edit = Edit(put.text, new.choices, language, new.values, new.pickers)
        await chat.replace(sending.room, put.message, edit)
    except MessageFixed:
        if put.text is None:
            raise
        return await chat.say(new)
    return put.message


def offering(new: Outgoing, choices: tuple[Choice, ...]) -> Outgoing:
    """Gives a new message with the labels of what can be chosen under it."""
    labels = tuple(one.label for one in choices)
    pickers = pickers_of(choices)
    return replace(new, choices=labels, values=values_of(choices), pickers=pickers)


def choices_of(versions: tuple[Version, ...], text: str, strings: Strings) -> tuple[Choice, ...]:
    """Gives the choices under a reply with these repairs, or none."""
    kinds = kinds_of(versions)
    is_any = bool(kinds) or any(one.is_anew for one in versions)
    return under(Mended(kinds, text), strings) if is_any else ()


async def keep_posts(
    unit: Unit, names: Pseudonyms, row: ReplyRow, choices: tuple[Choice, ...] = ()
) -> None:
    """Stores which messages belong to a reply, and their choices."""
    given = load_reply_body(row.body)
    body = dump_post(choices, given.scope, is_direct=given.is_direct)
    for message in (*given.messages, *given.repaired_by):
        key = names.message(given.room, message)
        post = PostRow(row.owner, key, purpose="reply", reply=row.key, at=row.at, body=body)
        await unit.put(post)
