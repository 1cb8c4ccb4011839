"""How many threads a model thinks with: measured once on this machine, as more can be slower.

On two cores that others use too, two threads were measured at a quarter of the speed of one: each
waits for the slower.
"""

import json
import os
from pathlib import Path

from adapters.local.serving import serve
from bot.errors import ModelUnreachable
from bot.folder import made

KEPT = "local.json"
_ASKED = {"messages": [{"role": "user", "content": "Count from one to twenty, in words."}]}
_TOKENS, _CONTEXT = 24, 512


def measured(file: Path, most: int) -> dict[int, float]:
    """Gives tokens a second by threads: 1, 2, 4 and so on up to the most; blocks for a while.

    More threads are not tried once they were slower. Raises ModelUnreachable.
    """
    speeds: dict[int, float] = {}
    for count in _counts(most):
        speeds[count] = _speed(file, count)
        if speeds[count] < max(speeds.values()):
            break
    return speeds


def _counts(most: int) -> list[int]:
    doubled = [2**power for power in range(most.bit_length()) if 2**power < most]
    return [*doubled, most]


def _speed(file: Path, threads: int) -> float:
    """Gives the tokens a second of a short reply, the prompt apart."""
    answer = serve(file, threads, _CONTEXT).server.handle_chat_completions(
        {**_ASKED, "max_tokens": _TOKENS}
    )
    try:
        return float(answer["timings"]["predicted_per_second"])
    except (KeyError, TypeError, ValueError):
        raise ModelUnreachable("The file of the model gave no words.") from None


def keep(folder: Path, file: Path, threads: int) -> None:
    """Keeps how many threads a model thinks with here."""
    made(folder)
    kept = {"file": str(file), "cores": cores(), "threads": threads}
    (folder / KEPT).write_text(json.dumps(kept) + "\n", encoding="utf-8")


def best(folder: Path, file: Path) -> int:
    """Gives how many threads were fastest, or half of the cores where nothing was measured."""
    try:
        kept = json.loads((folder / KEPT).read_text(encoding="utf-8"))
        if (kept["file"], kept["cores"]) == (str(file), cores()):
            return max(1, min(int(kept["threads"]), cores()))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return max(1, cores() // 2)


def cores() -> int:
    """Gives the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
