"""The one thing that a model writes and that is kept: a rolling summary of a conversation. Pure."""

from datetime import timedelta
from enum import StrEnum

EVERY = 12  # messages of the person, from one summary to the next
SOONER = 4  # of them, where the prompt has no room any more for the whole conversation
APART = timedelta(minutes=15)  # between two times that a model is asked for one, in a scope
MOST_WORDS = 120
LONGEST = 900  # characters
MOST_WORDS_OF_A_LINE = 20
LONGEST_LINE = 150  # characters
RESTS = timedelta(days=14)  # after a no, none is offered
USED = ("summary", "used")  # beside a reply's findings: the model was told it


class SummaryDeed(StrEnum):
    """What is done with the summary of a conversation."""

    SHOW = "show"
    EDIT = "edit"
    DROP = "drop"
    ON = "on"
    OFF = "off"


def is_due(since: int, *, is_cut: bool) -> bool:
    """Returns whether a conversation has grown enough for another summary.

    Args:
        since: how many messages of the person came since the last one.
        is_cut: the prompt had no room for all of the conversation.
    """
    return since >= (SOONER if is_cut else EVERY)
