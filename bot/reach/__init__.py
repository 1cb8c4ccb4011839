"""Helping a person write to somebody: three drafts in their own voice, which they send themselves.

Pure. Nothing of a draft is kept, and none is ever shown to a model as something that was said.
"""

from dataclasses import dataclass, field

WANTED = 3  # drafts: one line, a few lines, longer
MOST_OF_WHO = 80  # characters
MOST_OF_ABOUT = 600


@dataclass(frozen=True, slots=True)
class Wanted:
    """What drafts are wanted for, in the person's words, and what of theirs they may hold.

    Args:
        asked: the message or the command that asks for them.
        earlier: what the person wrote before it in this conversation, oldest first.
        bot_name: what the bot is called, which is no name of theirs.
    """

    asked: str = field(repr=False)
    earlier: tuple[str, ...] = field(default=(), repr=False)
    bot_name: str = "Attune"
    language: str = ""  # in which it is asked, where that is sure
    is_grave: bool = False  # a life seemed at risk a while ago

    @property
    def theirs(self) -> str:
        """All words of the person's."""
        return "\n".join((*self.earlier, self.asked))


def note_of(who: str, about: str) -> str:
    """Gives the words of a command as one text."""
    return f"{who}: {about}" if about else who
