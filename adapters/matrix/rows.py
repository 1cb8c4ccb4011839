"""Which choices of a message stand at once, each under a number, and how the others are reached."""

from dataclasses import dataclass

from bot.layout import window

IN_A_ROW = window.AT_ONCE - 1  # where a way to the others takes the last place


@dataclass(frozen=True, slots=True)
class Ways:
    """What the ways to other choices are called: on to the next ones, and back to the first."""

    more: str
    first: str


@dataclass(frozen=True, slots=True)
class Row:
    """What stands under a message now: its choices, and the way to the others, if there are any."""

    choices: tuple[str, ...]
    way: str = ""
    leads_to: int = 0  # how many choices are passed over when the way is taken

    @property
    def labels(self) -> tuple[str, ...]:
        """The choices and the way, in the order of their numbers."""
        return (*self.choices, self.way) if self.way else self.choices


# Why the numbers begin again in each row. A choice could keep its number for good, but then the
# bot's own emojis would have to change with the row: eight more events each time, and a homeserver
# lets a client send one in five seconds. So the emojis stay, and only the words are edited. The
# last row is filled up from before it, so that no number is without a choice.
def row(choices: tuple[str, ...], passed: int, ways: Ways | None) -> Row:
    """Gives what stands once so many choices were passed over.

    Args:
        ways: None where all of them stand at once, as in messages of earlier releases.
    """
    _, rest = window.split(choices)
    if ways is None or not rest:
        return Row(choices)
    start = max(0, min(passed, len(choices) - IN_A_ROW))
    end = start + IN_A_ROW
    if end < len(choices):
        return Row(choices[start:end], ways.more, end)
    return Row(choices[start:end], ways.first)
