"""Renders `docs/conversation.svg`: a real conversation, typed into a real `attune chat`."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

WIDTH = 92
DRAWN = {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
PICTURE = Path(__file__).parent / "conversation.svg"
TYPED = (
    "I have to tell my team that the launch slips again, and I feel awful about it.",
    "/react 🔧",
    "just listen",
    "I made the mistake myself, and my lead will be angry.",
    "you sound like a help desk",
)
_FONTS = re.compile(r"@font-face \{\{.*?\}\}", re.DOTALL)  # they would be fetched from elsewhere


def chat(folder: Path, line: str) -> str:
    """Gives what a chat in a folder answers to one line."""
    clean = {name: value for name, value in os.environ.items() if name[:7] != "ATTUNE_"}
    clean |= DRAWN | {"ATTUNE_DATA_FOLDER": f"{folder}/data", "ATTUNE_OPERATOR_NAME": "Ada"}
    return subprocess.run(
        (sys.executable, "-m", "adapters.cli.main", "chat"),
        input=line + "\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=PICTURE.parent.parent,
        env=clean,
    ).stdout


def conversation(chat: Callable[[Path, str], str] = chat) -> str:
    """Gives what was typed and what was answered, as a terminal shows it."""
    with tempfile.TemporaryDirectory() as folder:
        shown = [f"you> {line}\n\n{chat(Path(folder), line)}" for line in TYPED]
    return "\n".join(shown)


def rendered(text: str) -> str:
    """Gives the picture of a conversation."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    for line in text.splitlines():
        shown = Text.from_ansi(line)
        shown.stylize("bold cyan" if line.startswith("you> ") else "none")
        console.print(shown, soft_wrap=False)
    template = _FONTS.sub("", CONSOLE_SVG_FORMAT)
    return console.export_svg(title="make run", code_format=template, unique_id="attune")


if __name__ == "__main__":
    PICTURE.write_text(rendered(conversation()), encoding="utf-8")
