"""Asks a judge questions with known answers, a few at once, and counts its mistakes."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import suppress

from adapters.calibration.figures import Figures
from adapters.calibration.sentences import Sentence, load
from bot.errors import ModelError
from bot.model.judge import Judge
from bot.model.questions import RISK

AT_ONCE = 4


async def measuring(
    judge: Judge, names: Iterable[str]
) -> AsyncGenerator[tuple[str, Figures], None]:
    """Yields the judge's figures for each question; stops after one at which it was away."""
    for name in names:
        figures = await calibrate(judge, name)
        yield name, figures
        if not figures.is_telling:
            return


async def calibrate(judge: Judge, name: str = RISK, within_s: float | None = None) -> Figures:
    """Asks the judge all sentences of a question, a few at once, and gives its figures."""
    every = load(name)
    answers: dict[int, bool | str] = {}
    left = iter(enumerate(every))
    limit = Figures(each=len(every) // 2).within_s if within_s is None else within_s
    with suppress(TimeoutError):
        async with asyncio.timeout(limit):
            await asyncio.gather(*(_ask(judge, name, left, answers) for _ in range(AT_ONCE)))
    yes = [every[place].is_guilty for place, answer in answers.items() if answer is True]
    said = tuple(answers.values())
    lacking = len(every) - len(answers)
    counted = sum(yes), len(yes) - sum(yes), said.count(""), said.count("silent"), lacking
    return Figures(*counted, each=len(every) // 2)


async def _ask(
    judge: Judge,
    name: str,
    left: Iterator[tuple[int, Sentence]],
    answers: dict[int, bool | str],
) -> None:
    for place, one in left:
        try:
            heard = await one.asked(judge, name)
            answers[place] = "" if heard is None else heard
        except (ModelError, TimeoutError):
            answers[place] = "silent"
