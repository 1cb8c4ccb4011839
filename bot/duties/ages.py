"""What an operator's age check answers, and for how long an answer is not asked for again."""

from datetime import datetime, timedelta
from typing import Final, Literal, get_args

from bot.records import PersonRow
from bot.stamps import is_within

AgeAnswer = Literal["adult", "minor", "unknown"]
ANSWERS: Final[tuple[AgeAnswer, ...]] = get_args(AgeAnswer)
# An adult stays one; who is not known yet may be soon, but a card and its yes are one question.
HOLDS: Final = {"adult": timedelta(days=365), "unknown": timedelta(hours=1)}


def answer_named(word: object) -> AgeAnswer:
    """Gives the answer of that name; anything else says that nothing is known."""
    return next((one for one in ANSWERS if one == word), "unknown")


def is_settled(person: PersonRow, at: datetime) -> bool:
    """Whether nothing newer has to be asked: who counts as under 18 is asked about no more."""
    holds = HOLDS.get(person.age_answer, timedelta())
    return person.under_18 or is_within(person.age_checked_at, at, holds)
