"""`make gallery`: renders every piece on each platform into docs/gallery.

python -m gallery [all] [in=CODE] [PLATFORM[/PIECE]...]: only these, such as `console` or `discord/help`;
`all` takes phones in the dark and desktops in the light too, and `in=de` takes each in German: the
repository keeps none of these.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gallery import console, discord, first_run, index, matrix
from gallery.pieces import FIRST_RUN, PIECES, Piece
from gallery.shots import CLIENT, Shot, Theme, every, installed, taken
from gallery.spoken import ASKED, language_in, spoken
from tests.platforms.synapse import synapse

PLATFORMS = ("console", "discord", "matrix")


FAILED: list[str] = []


@contextmanager
def told(what: str) -> Iterator[None]:
    """Goes on with the next piece where one cannot be played, and says so at the end."""
    try:
        yield
    except (LookupError, AssertionError, RuntimeError, TimeoutError) as failure:
        FAILED.append(f"{what}: {type(failure).__name__}: {failure}"[:300])


async def on_console(pieces: list[Piece], folder: Path) -> list[Shot]:
    """Gives what is to be taken of the terminal."""
    shots = []
    for piece in pieces:
        (where := folder / f"console-{piece.name}").mkdir()
        with told(f"console/{piece.name}"):
            first = piece is FIRST_RUN
            shown = await (first_run.shown(where) if first else console.played(piece, where))
            for name, device, theme in _every(f"console-{piece.name}"):
                page = console.laid(piece, console.drawn(shown, device, theme), theme)
                url = _page(folder, f"{name}-{device}-{theme}", page)
                shots.append(Shot(name, device, theme, url))
    return shots


async def on_discord(pieces: list[Piece], folder: Path) -> list[Shot]:
    """Gives what is to be taken of Discord."""
    shots = []
    for piece in pieces:
        (where := folder / f"discord-{piece.name}").mkdir()
        with told(f"discord/{piece.name}"):
            body = await discord.pages(piece, where)
            url = _page(folder, f"discord-{piece.name}", discord.laid(piece, body))
            opens = discord.opens(piece)
            shots += [Shot(*one, url, opens) for one in _every(f"discord-{piece.name}")]
    return shots


async def on_matrix(pieces: list[Piece], folder: Path) -> None:
    """Takes the pictures of Matrix, while a homeserver and the client are served."""
    (served := folder / "client").mkdir()
    async with synapse(folder) as hs, matrix.client(served) as base:
        shots = []
        for number, piece in enumerate(pieces):
            (where := folder / f"matrix-{piece.name}").mkdir()
            with told(f"matrix/{piece.name}"):
                who = await matrix.played(piece, hs, where, number)
                for name, device, theme in _every(f"matrix-{piece.name}"):
                    url = matrix.address(base, hs, who, theme)
                    shots.append(Shot(name, device, theme, url, fits=False))
        await asyncio.to_thread(taken, shots, folder)


def _every(name: str) -> list[tuple[str, str, Theme]]:
    return every(name, is_whole="all" in sys.argv)


def _page(folder: Path, name: str, page: str) -> str:
    (folder / f"{name}.html").write_text(page, "utf-8")
    return (folder / f"{name}.html").as_uri()


def asked(platform: str, words: list[str], *more: Piece) -> list[Piece]:
    """Gives the pieces that are asked for on a platform, which may have more of its own."""
    code, names = language_in(words), [one for one in words if not one.startswith(ASKED)]
    whole = not names or platform in names
    found = [one for one in (*PIECES, *more) if whole or f"{platform}/{one.name}" in names]
    return [spoken(one, code) for one in found if one is not FIRST_RUN] if code else found


async def main(words: list[str]) -> None:
    """Renders what is asked for."""
    await asyncio.to_thread(installed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _dressed(folder)
        shots = await on_console(asked("console", words, FIRST_RUN), folder)
        shots += await on_discord(asked("discord", words), folder)
        await asyncio.to_thread(taken, shots, folder)
        if pieces := asked("matrix", words):
            await on_matrix(pieces, folder)
    index.write()
    if FAILED:
        raise SystemExit("\n".join(("These could not be played:", *FAILED)))


def _dressed(folder: Path) -> None:
    """Puts the style sheet and its fonts beside the pages."""
    (folder / "page.css").write_bytes((CLIENT / "page.css").read_bytes())
    fonts = CLIENT / "node_modules" / "hydrogen-view-sdk" / "asset-build" / "assets"
    (folder / "assets").mkdir()
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        font = next(fonts.glob(f"Inter-{weight}-*.woff2"))
        (folder / "assets" / f"Inter-{weight}.woff2").write_bytes(font.read_bytes())


if __name__ == "__main__":
    asyncio.run(main([one for one in sys.argv[1:] if one != "all"]))
