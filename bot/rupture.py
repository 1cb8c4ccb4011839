"""The kinds of rupture: how a reply can land wrong."""

from enum import StrEnum

from bot.text.normalize import normalized


class Rupture(StrEnum):
    """A way in which a reply landed wrong (the house, section 2)."""

    COLD = "cold"
    TOO_AGREEABLE = "too agreeable"
    TOO_CLOSE = "too close"
    PREACHY = "preachy"
    TOO_MANY_QUESTIONS = "too many questions"
    BLAND = "bland"
    MISSED_THE_POINT = "missed the point"
    LOST_THE_THREAD = "lost the thread"
    WRONG_FACT = "wrong fact"
    WANTED_TO_BE_HEARD = "wanted to be heard"
    WANTED_A_PLAN = "wanted a plan"
    TOO_LONG = "too long"
    OTHER = "other"


def rupture_named(words: str) -> Rupture | None:
    """Gives the kind that words name, as typed after a command, or None."""
    wanted = " ".join(normalized(words).replace("-", " ").split())
    return next((kind for kind in Rupture if kind.value == wanted), None)
