"""Counts, for `make bench`: what a later message costs before the model is asked, and in all.

They are the same at each run and on every machine; `tests/test_engine_ahead.py` and
`tests/platforms/test_discord_costs.py` hold them.
"""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.errors import ModelError
from bot.words import Prompt
from tests.bench_parts import heading, told
from tests.platforms.discord_scene import on_discord
from tests.platforms.test_discord_costs import SLIPS, warm
from tests.statements import Costs, counting, of_asking, of_one_message

Figures = tuple[int, int, int, int]
Script = Callable[[Prompt], Sequence[str | ModelError]]


def figures(costs: Costs) -> Figures:
    """Gives statements, transactions, hops and durable commits."""
    return costs.statements, costs.transactions, costs.hops, costs.commits


async def on_discord_too(folder: Path) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Gives what a later message costs until the request, and in all; REST calls are last."""
    asking: list[tuple[int, ...]] = []
    async with on_discord(folder) as d:
        await warm(d)
        script, calls = d.model.script, d.server.checks.counted["requests"]

        def so_far(found: Costs) -> tuple[int, ...]:
            return *figures(found), d.server.checks.counted["requests"] - calls

        with counting(d.store) as found:
            d.model.script = _noting(lambda: asking.append(so_far(found)), script)
            await d.say(SLIPS)
            await d.settle()
            return asking[0], so_far(found)


def _noting(note: Callable[[], None], script: Script) -> Script:
    def noted(prompt: Prompt) -> Sequence[str | ModelError]:
        note()
        return script(prompt)

    return noted


def main() -> None:
    """Counts and prints."""
    heading("A later message: statements, transactions, hops, durable commits, REST calls")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, of in (("before the request", of_asking), ("whole reply", of_one_message)):
            (folder / title).mkdir()
            told(f"console, {title}", _line(figures(asyncio.run(of(folder / title)))))
        before, whole = asyncio.run(on_discord_too(folder / "discord"))
        told("Discord, before the request", _line(before))
        told("Discord, whole reply", _line(whole))


def _line(found: tuple[int, ...]) -> str:
    return "  ".join(f"{one:3}" for one in found)


if __name__ == "__main__":
    main()
