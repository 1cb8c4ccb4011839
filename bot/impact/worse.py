"""When answers got worse, and which one change of manner or stance is proposed then. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from bot.impact import Impact, Question
from bot.levels import Stance

MOST_OFTEN: Final = timedelta(days=28)  # a proposal; until then the answers stand for themselves
WORSENING: Final = 2  # answers, within the last two rounds

# To each question the change that bears on it most: a manner of `/attune style`, or a stance.
CHANGES: Final[Mapping[Question, str | Stance]] = {
    Question.STEADY: Stance.STAY,
    Question.LOAD: "shorter",
    Question.CLEAR: Stance.DECIDE,
    Question.MYSELF: "blunter",
    Question.THREAD: Stance.LISTEN,
}


def proposal(impact: Impact, day: date) -> Question | None:
    """Gives the question whose change is proposed now: after two worsening answers, and once."""
    if impact.proposed is not None and day < impact.proposed + MOST_OFTEN:
        return None
    worse = [one for each in impact.rounds[-2:] for one in each.worse]
    if len(worse) < WORSENING or not impact.rounds[-1].worse:
        return None
    return max(impact.rounds[-1].worse, key=worse.count)
