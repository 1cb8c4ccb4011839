"""What a first run shows at a real pseudo-terminal, with a model server where Ollama listens."""

import re
from pathlib import Path

from tests.platforms.model_server import ModelServer
from tests.platforms.terminal import Terminal
from tests.platforms.test_first_run import WHICH, at, ollama, port_of

MODEL, USUAL_PORT = "llama3.1:8b", "11434"
_TWICE = re.compile(r"^(Number:.*?)(?=Number:)", re.MULTILINE)  # drawn again as it was typed


async def shown(folder: Path) -> str:
    """Gives what is shown until the answer is kept."""
    async with ModelServer(ollama) as server:
        port = port_of(server)
        with Terminal(folder, "chat", places=[at(port)], operator_name="Ada") as terminal:
            await terminal.answer(WHICH, f"*{MODEL}")
            await terminal.until("it streams")
            await terminal.until(".env")
    text = terminal.shown.partition("you (dm)>")[0]
    return _TWICE.sub("", text.replace(str(port), USUAL_PORT).replace(f"{folder}/", "")).strip()
