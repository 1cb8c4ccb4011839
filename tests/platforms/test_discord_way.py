"""The way of a direct message, from Discord's frame to the first words: as ARCHITECTURE.md says."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord

ROOT = Path(__file__).parent.parent.parent
OURS = (f"{ROOT}/bot/", f"{ROOT}/adapters/")
MOST_FUNCTIONS, MOST_FILES = 35, 30
Way = dict[str, None]  # each function, by file and name, in the order in which it was first met
ASKED = "What is a lock, in one sentence?"
# Tasks that carry the message on.
HANDS_ON = ("discord", "follow", "answer", "next piece", "say")


class Watch:
    """Notes who stands on the stack whenever a message is handed on, until it is answered."""

    def __init__(self) -> None:
        self.way: Way = {}
        self.is_over = False

    def __call__(self, frame: FrameType, event: str, _given: object) -> None:
        if event == "call" and not self.is_over and self._is_handed_on(frame):
            stack = _functions(frame)
            self.is_over = bool(self.way) and stack[-1] == "adapters/discord/api ask"
            self.way |= dict.fromkeys(_after_the_line(stack))

    def _is_handed_on(self, frame: FrameType) -> bool:
        given, name = frame.f_locals, _name(frame)
        match name:
            case "adapters/discord/workers heard":
                return bool(given["told"].data.get("content") == ASKED)
            case "bot/tasks start" if given["name"] == "group commit":
                return any(one.endswith("engine/shell handle") for one in _functions(frame))
            case "bot/tasks start":
                return bool(self.way) and given["name"] in HANDS_ON
            case "adapters/discord/api ask":
                return bool(given["method"] == "POST" and given["path"].endswith("/messages"))
        return name in ("bot/decide/messages decide", "bot/governor/filter feed")


def _functions(frame: FrameType | None) -> list[str]:
    """Gives the project's functions on a stack, the outermost first."""
    found = []
    while frame is not None:
        found += [_name(frame)] if frame.f_code.co_filename.startswith(OURS) else []
        frame = frame.f_back
    return found[::-1]


def _name(frame: FrameType) -> str:
    file = frame.f_code.co_filename.removeprefix(f"{ROOT}/").removesuffix(".py")
    return f"{file.removesuffix('/__init__')} {frame.f_code.co_name}"


def _after_the_line(stack: list[str]) -> list[str]:
    """Leaves out what reads frames for ever: the way of one begins where it is parsed."""
    return [one for one in stack if not one.startswith("adapters/discord/shard ")]


@contextmanager
def watched() -> Iterator[Watch]:
    watch = Watch()
    sys.setprofile(watch)
    try:
        yield watch
    finally:
        sys.setprofile(None)


async def way_of_a_message(d: DiscordDriver) -> Way:
    await d.say("hello")
    await d.say("hello again")  # the first contact is over
    with watched() as watch:
        await d.say(ASKED)
    return watch.way


def _told() -> list[str]:
    """Gives the functions that ARCHITECTURE.md lists, in its order."""
    page = (ROOT / "ARCHITECTURE.md").read_text()
    (block,) = re.findall(r"```way\n(.*?)```", page, re.S)
    found, file = [], ""
    for word in block.split():
        is_file = "/" in word
        file = word if is_file else file
        found += [] if is_file else [f"{file} {word}"]
    return found


async def test_a_message_passes_the_functions_that_the_map_lists_and_no_more(
    tmp_path: Path,
) -> None:
    async with on_discord(tmp_path) as d:
        way = list(await way_of_a_message(d))
    assert way == _told()
    assert len(way) <= MOST_FUNCTIONS
    assert len({one.split()[0] for one in way}) <= MOST_FILES
