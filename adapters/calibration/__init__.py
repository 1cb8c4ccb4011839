"""Calibration: what a judge is worth at each question, measured before people depend on it.

`sentences` are the known examples, `figures` the results and the floor, `asking` asks the judge,
`kept` stores results. This file is what a start does: it trusts the judge at questions with a good
result, and measures the others in the background.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from adapters.calibration.asking import measuring
from adapters.calibration.figures import FLOORS as FLOORS
from adapters.calibration.figures import Figures as Figures
from adapters.calibration.kept import FILE as FILE
from adapters.calibration.kept import keep as keep
from adapters.calibration.kept import kept as kept
from bot.governor.rules.flags import Flag
from bot.model.judge import Judge
from bot.model.questions import QUESTIONS, RISK
from bot.settings import Settings
from bot.tasks import ended, start

log = structlog.get_logger()
AGAIN_S = 3600.0  # until a judge that did not answer is asked once more
ABOUT: dict[str, str] = {RISK: "lives at risk"} | {flag: flag.traits.called for flag in Flag}


@asynccontextmanager
async def calibrating(settings: Settings, judge: Judge | None) -> AsyncIterator[None]:
    """Trusts a judge that was measured well, and measures one that was not, beside all else."""
    if judge is None or settle(settings, judge):
        yield
        return
    log.info("the judge is calibrated first; until then it is not asked about the rest")
    measuring_it = start(_until_measured(settings, judge), "calibrate")
    try:
        yield
    finally:
        await ended(measuring_it)


def settle(settings: Settings, judge: Judge) -> bool:
    """Trusts the judge or not by its stored results; False if a question has none."""
    found = kept(settings)
    for name, figures in found.items():
        _trust(judge, name, figures)
    return found.keys() == QUESTIONS.keys()


async def _until_measured(settings: Settings, judge: Judge) -> None:
    while True:
        if await measured(settings, judge):
            return
        await asyncio.sleep(AGAIN_S)


async def measured(settings: Settings, judge: Judge) -> bool:
    """Measures the judge at the questions without a result; False if one still lacks it."""
    if settle(settings, judge):
        return True
    lacking = [name for name in QUESTIONS if name not in kept(settings)]
    told = 0
    async for name, figures in measuring(judge, lacking):
        keep(settings, {name: figures})
        _trust(judge, name, figures)
        told += figures.is_telling
    return told == len(lacking)


def _trust(judge: Judge, name: str, figures: Figures) -> None:
    """Lets the judge be asked a question, or not, and logs which, with its figures."""
    about, what = ABOUT[name], str(figures)
    if figures.is_enough:
        judge.trusted |= {name}
        log.info("the judge is asked about it", about=about, what=what)
    else:
        judge.trusted -= {name}
        log.warning("the judge is not asked about it", about=about, what=what)
