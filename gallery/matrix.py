"""Pictures of Matrix: a real client, Hydrogen, reads a real homeserver on which the bot talked."""

import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from aiohttp import web

from adapters.matrix.form import NUMBERS
from gallery.matrix_room import Account, copied
from gallery.pieces import More, Piece, model_of
from gallery.playing import Playing
from gallery.shots import CLIENT, Theme
from tests.platforms.install import free_port, node
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import Synapse

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Matrix</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="assets/theme-element-{theme}.css">
<style>html, body, #app {{ height: 100%; margin: 0; }} .RoomView {{ height: 100%; }}
.AnnouncementView, .GapView {{ display: none; }}</style>
<body class="hydrogen"><main id="app" class="hydrogen shot"></main>
<script type="module" src="matrix.js"></script>"""


async def played(piece: Piece, hs: Synapse, folder: Path, number: int) -> tuple[str, str]:
    """Lets the bot and a person talk; gives that person's name, and a room with what stands."""
    await hs.register(f"attune{number}", PASSWORD)
    driver = MatrixDriver(hs, folder, model=model_of(piece), suffix=str(number))
    await driver.start()
    playing = Playing(driver, piece)
    await playing.all(piece.after)
    person = await Account.of(hs, (await driver.person(piece.by)).name)
    bot = await Account.of(hs, f"attune{number}")
    await _named(person, piece.by.title())
    await _named(bot, "Attune")
    room = await driver.room(piece.by, "dm" if piece.is_answered_alone else piece.room)
    before = {one["event_id"] for one in await person.events(room)}
    await playing.all(piece.deeds)
    if any(isinstance(deed, More) for deed in piece.deeds):
        await driver.react(NUMBERS[4], playing.card().id, by=piece.by, room=piece.room)
    events = [one for one in await person.events(room) if one["event_id"] not in before]
    await driver.close()
    people = {one["sender"] for one in events if one["type"] == "m.room.message"}
    assert people <= {person.user, bot.user}
    return (await driver.person(piece.by)).name, await copied(events, (bot, person))


async def _named(who: Account, shown: str) -> None:
    where = f"profile/{quote(who.user)}/displayname"
    await who.asked("PUT", where, {"displayname": shown})


def address(base: str, hs: Synapse, who: tuple[str, str], theme: Theme) -> str:
    """Gives where the client shows that room to that person."""
    user, room = who
    asked = {"hs": hs.url, "user": user, "password": PASSWORD, "room": room}
    return f"{base}/{theme}.html?{urlencode(asked)}"


@asynccontextmanager
async def client(folder: Path) -> AsyncIterator[str]:
    """Serves the client on this machine while it is entered, and gives its address."""
    _built(folder)
    app = web.Application()
    app.router.add_static("/", folder)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


def _built(folder: Path) -> None:
    modules = CLIENT / "node_modules"
    shutil.copytree(modules / "hydrogen-view-sdk" / "asset-build" / "assets", folder / "assets")
    shutil.copy(modules / "hydrogen-view-sdk" / "lib-build" / "sw.js", folder)
    shutil.copytree(modules / "@matrix-org" / "olm", folder / "olm")
    for theme in ("light", "dark"):
        (folder / f"{theme}.html").write_text(PAGE.format(theme=theme), "utf-8")
    bundle = [str(node()), str(modules / "esbuild" / "bin" / "esbuild"), "matrix.js", "--bundle"]
    outside = [f"--external:{name}" for name in ("fs", "path", "crypto")]
    more = ["--format=esm", "--log-level=error", f"--outfile={folder / 'matrix.js'}", *outside]
    subprocess.run([*bundle, *more], cwd=CLIENT, check=True)
