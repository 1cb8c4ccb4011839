"""A program reads a language when somebody needs it: starting and a first message take one."""

import subprocess
import sys
from pathlib import Path

FIRST = """
import asyncio, tempfile
from pathlib import Path
from bot.strings import load
from tests.play import ScriptedModel, play

async def talk():
    with tempfile.TemporaryDirectory() as folder:
        async with play(Path(folder), ScriptedModel(lambda _: ["One thing."])).running() as p:
            await p.type("hello there, what can you do for me and my friend")
            print(sorted(load._read()))
            await p.type("und ich weiß nicht, was ich dir noch sagen soll, aber danke")
            print(len(load._read()))

asyncio.run(talk())
"""


def test_a_first_message_reads_no_language_but_the_houses() -> None:
    told = subprocess.run(
        (sys.executable, "-c", FIRST), capture_output=True, text=True, cwd=Path(__file__).parents[1]
    )
    assert told.stdout.splitlines() == ["['en']", "11"], told.stderr
