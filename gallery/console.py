"""Pictures of the terminal: what the console draws there, by rich's own export."""

from contextlib import AsyncExitStack
from io import StringIO
from pathlib import Path

from rich.console import Console as Paint
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, TerminalTheme
from rich.text import Text

from adapters.console.shown import ShownAction
from adapters.console.terminal import Screen
from bot.settings.loading import load
from gallery.pieces import (
    Brings,
    Closes,
    Deed,
    Gives,
    Marks,
    More,
    Piece,
    Remade,
    Says,
    Taps,
    model_of,
)
from gallery.playing import Playing, first
from gallery.shots import Theme
from tests.console_stage import SAID
from tests.platforms.test_console_behaviour import ConsoleDriver
from tests.ready import made_ready

COLUMNS = {"phone": 46, "desktop": 88}
DARK = TerminalTheme(
    (26, 26, 30), (223, 224, 226),
    [(26, 26, 30), (240, 113, 120), (127, 200, 140), (229, 192, 123), (111, 168, 255),
     (198, 146, 233), (95, 200, 215), (223, 224, 226)],
)  # fmt: skip
THEMES: dict[Theme, TerminalTheme] = {"light": DEFAULT_TERMINAL_THEME, "dark": DARK}
Shown = list[str | ShownAction]  # what was typed, and what it made appear


async def played(piece: Piece, folder: Path) -> Shown:
    """Gives what a piece shows in a terminal, in order."""
    settings = load({"ATTUNE_DATA_FOLDER": str(folder)}, None)
    made_ready(settings)
    driver = ConsoleDriver(folder, settings, model_of(piece))
    async with AsyncExitStack() as stack:
        await driver.start()
        stack.push_async_callback(driver.stop)
        playing, shown = Playing(driver, piece), Shown()
        await playing.all(piece.after)
        for deed in piece.deeds:
            before = len(driver.play.shown)
            typed = _typed(deed, playing)
            await playing.all((deed,))
            if isinstance(deed, More):
                await driver.play.session.line(f"/choose More {playing.card().id}")
            shown += [f"{piece.by} ({piece.room})> {typed}", *driver.play.shown[before:]]
        return shown


def _typed(deed: Deed, playing: Playing) -> str:
    match deed:
        case Says(text):
            return text if playing.piece.room == "dm" else f"@attune {text}"
        case Gives(words):
            line = words.format(reply=playing._reply())
            is_admins = line.startswith("admin ")
            return f"/attune-admin {line[6:]}" if is_admins else f"/attune {line}"
        case Brings():
            return "/attune import attune-export.json"
        case Marks(emoji):
            return f"/react {emoji}"
        case Taps(label):
            choices = playing.card().choices
            return str(choices.index(first(choices, label)) + 1)
        case More():
            return "5"
        case Remade() | Closes():
            return ""  # its operator's, of before


def drawn(shown: Shown | str, device: str, theme: Theme) -> str:
    """Gives the picture of a terminal as SVG."""
    paint = Paint(
        record=True, width=COLUMNS[device], file=StringIO(), force_terminal=True,
        color_system="truecolor", highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    screen = Screen(SAID, paint)
    if isinstance(shown, str):
        paint.print(Text(shown))
        shown = []
    for each in shown:
        if isinstance(each, str):
            paint.print(Text(each, style="bold cyan"))
        else:
            screen.show(each)
    return paint.export_svg(title="make run", theme=THEMES[theme], unique_id="attune")


def laid(piece: Piece, svg: str, theme: Theme) -> str:
    """Gives a whole page, with nothing fetched from elsewhere."""
    back = "#ffffff" if theme == "light" else "#1a1a1e"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{piece.alt}</title>'
        f'<body style="margin:0;background:{back}"><main class="shot">{svg}</main>'
        "<script>window.ready = true</script>"
    )
