"""Helping a person write to somebody: three drafts in their own voice, which they send themselves.

Pure. Nothing of a draft is kept, and none is ever shown to a model as something that was said.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

WANTED = 3  # drafts: one line, a few lines, longer
MOST_OF_WHO = 80  # characters
MOST_OF_ABOUT = 600
MOST_AGAIN = 2  # times that drafts get shorter, or warmer, than they were


class Redraft(StrEnum):
    """How drafts are written again."""

    SHORTER = "shorter"
    WARMER = "warmer"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What drafts are wanted for, in the person's words, and what of theirs they may hold.

    Args:
        asked: the message or the command that asks for them.
        earlier: what the person wrote before it in this conversation, oldest first.
        bot_name: what the bot is called, which is no name of theirs.
        shorter: how often they asked for shorter ones.
        warmer: how often they asked for warmer ones.
    """

    asked: str = field(repr=False)
    earlier: tuple[str, ...] = field(default=(), repr=False)
    bot_name: str = "Attune"
    language: str = ""  # in which it is asked, where that is sure
    is_grave: bool = False  # a life seemed at risk a while ago
    shorter: int = 0
    warmer: int = 0

    @property
    def theirs(self) -> str:
        """All words of the person's."""
        return "\n".join((*self.earlier, self.asked))

    def again(self, how: Redraft) -> "Wanted":
        """Gives what drafts are wanted for that are written again in that way."""
        if how is Redraft.SHORTER:
            return replace(self, shorter=min(self.shorter + 1, MOST_AGAIN))
        return replace(self, warmer=min(self.warmer + 1, MOST_AGAIN))


def note_of(who: str, about: str) -> str:
    """Gives the words of a command as one text."""
    return f"{who}: {about}" if about else who
