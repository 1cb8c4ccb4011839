"""The half-sentence before a repaired reply: what was off about the one before, never a plea."""

from bot.rupture import Rupture

OFF_BECAUSE: dict[Rupture, tuple[str, ...]] = {
    Rupture.COLD: (
        "That was colder than what you told me.",
        "I went past what you told me.",
        "That was stiff.",
    ),
    Rupture.TOO_AGREEABLE: (
        "I agreed more than I had reason to.",
        "That was too easy a yes.",
        "I went along with too much.",
    ),
    Rupture.TOO_CLOSE: (
        "That came too close.",
        "I guessed too much about you.",
        "More distance, then.",
    ),
    Rupture.PREACHY: (
        "That was a lecture.",
        "I told you how to live.",
        "Without the sermon, then.",
    ),
    Rupture.TOO_MANY_QUESTIONS: (
        "I asked where I should have answered.",
        "That was more asking than answering.",
        "An answer, then.",
    ),
    Rupture.BLAND: (
        "That could have been said to anyone.",
        "That was too general.",
        "More to the point, then.",
    ),
    Rupture.MISSED_THE_POINT: (
        "I answered something else.",
        "I went past your point.",
        "To what you meant, then.",
    ),
    Rupture.LOST_THE_THREAD: (
        "I dropped the thread.",
        "I lost what this is about.",
        "Back to where you were.",
    ),
    Rupture.WRONG_FACT: (
        "A fact in there was off.",
        "I had something wrong there.",
        "Once more, with the facts checked.",
    ),
    Rupture.WANTED_TO_BE_HEARD: (
        "You wanted to be heard.",
        "I should have listened there.",
        "Only listening, then.",
    ),
    Rupture.WANTED_A_PLAN: (
        "I talked when you wanted a plan.",
        "You wanted steps.",
        "Steps, then.",
    ),
    Rupture.TOO_LONG: (
        "That was too long.",
        "I used too many words.",
        "Shorter, then.",
    ),
    Rupture.OTHER: (
        "That landed wrong.",
        "That did not fit.",
        "Another way, then.",
    ),
}
# What stood before repaired replies in earlier versions; it stands in rooms still.
_FORMER = ("I fixed when you wanted to be heard.",)
EVERY = frozenset((*_FORMER, *(one for each in OFF_BECAUSE.values() for one in each)))


def lead(kind: Rupture, before: int) -> str:
    """Gives what was off, another one for each repair that came before in the conversation."""
    return OFF_BECAUSE[kind][before % len(OFF_BECAUSE[kind])]
