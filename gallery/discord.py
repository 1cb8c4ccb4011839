"""Pictures of Discord: a page as its client lays it out, fed with what the adapter really sends.

There is no Discord here: the messages are those that the tests' stand-in was sent, and kept.
"""

import html
from pathlib import Path

from gallery.components import JSON, drawn
from gallery.markdown import page
from gallery.pieces import Brings, Gives, More, Piece, model_of
from gallery.playing import Playing
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord
from tests.platforms.discord_server.world import BOT, Message

EPHEMERAL, CARD = 1 << 6, 1 << 15
OPENED = "details.select:last-of-type summary"


async def pages(piece: Piece, folder: Path) -> str:
    """Gives the page of a piece."""
    async with on_discord(folder, model_of(piece)) as driver:
        playing = Playing(driver, piece)
        await playing.all(piece.after)
        shown = {one.id for one in _standing(driver, piece)}
        before = {one.id: _state(one) for one in _standing(driver, piece)}
        await playing.all(piece.deeds)
        standing = _standing(driver, piece)
        new = [one for one in standing if one.id not in shown or before[one.id] != _state(one)]
        words = _used(piece)
        return "".join(_message(one, words) for one in new)


def opens(piece: Piece) -> str:
    """Gives what is clicked on the page: the menu, where the piece is what is in it."""
    return OPENED if any(isinstance(one, More) for one in piece.deeds) else ""


def _standing(driver: DiscordDriver, piece: Piece) -> list[Message]:
    world = driver.server.world
    channels = [one for one in world.channels.values() if _is_of(one.recipient, driver, piece)]
    every = [one for channel in channels for one in channel.messages.values() if not one.is_gone]
    return [one for one in every if _is_there(one)]


def _is_of(recipient: str | None, driver: DiscordDriver, piece: Piece) -> bool:
    return recipient in (None, driver.person(piece.by))


def _is_there(one: Message) -> bool:
    payload = one.payload
    return bool(payload.get("content") or payload.get("components") or payload.get("attachments"))


def _state(one: Message) -> str:
    return str((one.payload.get("content"), one.payload.get("components"), one.reactions))


def _used(piece: Piece) -> str:
    given = [_typed(deed) for deed in piece.deeds if isinstance(deed, Gives | Brings)]
    typed = f"/attune {given[-1]}" if given else ""
    return typed.replace("/attune admin ", "/attune-admin ").replace(" {reply}", "")


def _typed(deed: Gives | Brings) -> str:
    return deed.words if isinstance(deed, Gives) else "data import"


def _message(message: Message, used: str) -> str:
    payload, is_bot = message.payload, message.payload["author"]["id"] == BOT
    alone = int(payload.get("flags") or 0) & EPHEMERAL or message.only_for is not None
    told = f'<p class="used">ada used <b>{html.escape(used)}</b></p>' if alone and used else ""
    body = f'<div class="words">{page(payload["content"])}</div>' if payload.get("content") else ""
    body += "".join(drawn(one) for one in payload.get("components") or ())
    body += "".join(_attached(one) for one in payload.get("attachments") or ())
    last = '<div class="alone">👁 Only you can see this · <a>Dismiss message</a></div>'
    marks = "".join(f"<span>{html.escape(one[1])} 1</span>" for one in message.reactions)
    return (
        f'<div class="message">{_who(payload["author"], is_bot, told)}{body}'
        f'<div class="marks">{marks}</div>{last if alone else ""}</div>'
    )


def _attached(file: JSON) -> str:
    return f'<div class="file">📄 <a>{html.escape(file["filename"])}</a></div>'


def _who(author: JSON, is_bot: bool, told: str) -> str:
    name = "Attune" if is_bot else str(author["username"])
    kind = "bot" if is_bot else "person"
    tag = '<span class="tag">APP</span>' if is_bot else ""
    avatar = f'<div class="avatar {kind}">{html.escape(name[:1].upper())}</div>'
    return f'{told}{avatar}<span class="who">{html.escape(name)}</span>{tag}<span class="at">Today at 21:04</span>'


def laid(piece: Piece, body: str) -> str:
    """Gives a whole page."""
    title = html.escape(piece.alt)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="stylesheet" href="page.css"><body><main class="shot">{body}</main>'
        "<script>window.ready = true</script>"
    )
