"""Showing a whole text in the place of a reply, however many messages it takes."""

from bot.actions import Choice
from bot.companion.codec import ReplyBody, dump_post, load_reply_body
from bot.companion.pseudonyms import Pseudonyms
from bot.errors import MessageFixed
from bot.governor.length import parts
from bot.ids import MessageId, SendKey
from bot.ports import Chat, Unit
from bot.repair import one_tap
from bot.repair.stack import Version
from bot.rows import PostRow, ReplyRow
from bot.rupture import Rupture


async def put_in_place(
    chat: Chat, given: ReplyBody, text: str, key: SendKey, choices: tuple[str, ...] = ()
) -> tuple[MessageId, ...]:
    """Shows the text where the reply stands, and gives the ids of its messages now."""
    pieces = parts(text, *chat.lengths(given.room))
    shown = list(given.messages)
    for place, piece in enumerate(pieces):
        labels = choices if place == len(pieces) - 1 else ()
        if place < len(given.messages):
            shown[place] = await _replaced(chat, given, place, piece, labels, key)
        else:
            again = SendKey(f"{key}:{place:02}")
            shown.append(
                await chat.say(again, given.room, piece, choices=labels, carries_on=shown[0])
            )
    for message in given.messages[len(pieces) :]:
        await chat.delete(given.room, message)
    return tuple(shown[: len(pieces)])


async def _replaced(
    chat: Chat, given: ReplyBody, place: int, piece: str, labels: tuple[str, ...], key: SendKey
) -> MessageId:
    """Puts words in the place of a message; where that is impossible, below it."""
    old, first = given.messages[place], given.messages[0] if place else None
    try:
        await chat.replace(given.room, old, piece, labels)
    except MessageFixed:
        again = SendKey(f"{key}:{place:02}")
        return await chat.say(
            again, given.room, piece, choices=labels, reply_to=old, carries_on=first
        )
    return old


def choices_of(versions: tuple[Version, ...]) -> tuple[Choice, ...]:
    """Gives what stands under a reply with these repairs: nothing when there is none."""
    return one_tap(Rupture(versions[-1].kind)) if versions else ()


async def keep_posts(
    unit: Unit, names: Pseudonyms, row: ReplyRow, choices: tuple[Choice, ...] = ()
) -> None:
    """Keeps which messages belong to a reply, and what its person may do with them."""
    given = load_reply_body(row.body)
    body = dump_post(choices, given.scope, is_direct=given.is_direct)
    for message in (*given.messages, *given.repaired_by):
        key = names.message(given.room, message)
        post = PostRow(row.owner, key, purpose="reply", reply=row.key, at=row.at, body=body)
        await unit.put(post)
