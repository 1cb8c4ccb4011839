"""The README's conversation is one that happens, word for word; its commands are the table's."""

import re
from pathlib import Path

from bot.capabilities import Capabilities
from bot.commands import help_lines
from bot.strings import ENGLISH
from tests.play import play

README = Path(__file__).parents[1] / "README.md"
EVERYTHING = Capabilities(follows_threads=True, serves_guests=True)


def _words(text: str) -> str:
    return " ".join(text.split())


def spoken() -> list[tuple[str, list[str]]]:
    """Gives each typed line with the pieces of what is shown for it, between ellipses."""
    talk = README.read_text(encoding="utf-8").split("```\nyou> ", 1)[1].split("\n```")[0]
    turns = (turn.partition("\n") for turn in re.split(r"^you> ", talk, flags=re.MULTILINE))
    return [(line, [_words(piece) for piece in shown.split("…\n")]) for line, _, shown in turns]


async def test_the_readmes_conversation_happens(tmp_path: Path) -> None:
    async with play(tmp_path).running() as p:
        turns = spoken()
        assert len(turns) == 8
        for line, pieces in turns:
            rest = _words("\n".join(await p.type(line)))
            for piece in pieces:
                assert piece in rest
                rest = rest.partition(piece)[2]
            assert rest == ""


def test_the_readmes_table_of_commands_is_what_help_says_where_all_of_them_exist() -> None:
    written = re.findall(
        r"^\| `(/attune.*?)` \| (.*?) \|", README.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    lines = [f"{typed.replace(chr(92), '')} : {does}" for typed, does in written]
    assert lines == help_lines(EVERYTHING, ENGLISH)
