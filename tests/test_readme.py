"""The conversation in the README is one that happens, word for word."""

import re
from pathlib import Path

from tests.play import play

README = Path(__file__).parents[1] / "README.md"


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
