"""Two programs that answer each other: known by their pace, and left after four exchanges: pure.

No event says who is a program. A notice is never answered. Else the rule is that nobody reads an
answer and types one in less time than the typing alone takes: fifteen characters a second, four
times running, with nobody else speaking between. Who is taken for one wrongly is told so, and is
answered again once they write at the pace of hands, or after a minute.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.bounded import BoundedMap

MOST = 1000  # rooms; beyond, the longest silent are forgotten
EXCHANGES = 4
SHORTEST = 20  # characters: shorter ones are typed before the answer is read
A_SECOND = 15  # characters; the fastest hands do not reach it for long
PAUSE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Talk:
    """Who spoke last in a room, when, and how often in a row faster than hands can type."""

    by: str
    at: datetime
    quick: int = 0


class BotLoops:
    """Remembers, in memory, who speaks with the bot in each room."""

    def __init__(self) -> None:
        self._talks = BoundedMap[str, Talk](MOST)

    def is_over(self, room: str, by: str, at: datetime, length: int) -> bool:
        """Adds one message, and returns whether it belongs to a loop of two programs.

        Args:
            length: the number of characters of the message.
        """
        before = self._talks.pop(room, None)
        talk = Talk(by, at)
        if before is not None and before.by == by and at - before.at < PAUSE:
            is_quick = _is_quick((at - before.at).total_seconds(), length)
            talk = replace(talk, quick=before.quick + 1 if is_quick else 0)
        self._talks[room] = talk
        return talk.quick >= EXCHANGES

    def forget(self, user: str) -> None:
        """Forgets the pace of a person who erases."""
        for room in [one for one, talk in self._talks.items() if talk.by == user]:
            del self._talks[room]

    def is_first(self, room: str) -> bool:
        """Returns whether the latest message made this a loop: True once, for one line."""
        talk = self._talks.get(room)
        return talk is not None and talk.quick == EXCHANGES


def _is_quick(seconds: float, length: int) -> bool:
    return length >= SHORTEST and length > A_SECOND * seconds
