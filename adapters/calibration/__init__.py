"""What a judge is worth at each question, known before it is asked that of people.

`sentences` are what it is asked, `figures` what it is worth and the floor, `asking` puts them to
it, `kept` remembers. Here stands what a start does: it trusts what was measured well, and measures
the rest beside all else.
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
    """Trusts the judge or does not, by what is kept of it; False where a question is lacking."""
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
    """Measures the judge once, at what the doctor has not; False where something is lacking."""
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
    """Lets the judge be asked a question, or not, and says which, with its figures."""
    about, what = ABOUT[name], str(figures)
    if figures.is_enough:
        judge.trusted |= {name}
        log.info("the judge is asked about it", about=about, what=what)
    else:
        judge.trusted -= {name}
        log.warning("the judge is not asked about it", about=about, what=what)
