"""How the ids of one platform are typed by whoever runs the program."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """How a platform's ids are written, whole.

    Args:
        person: what every id of a person matches.
        space: what every id of a server or a room of several matches.
        such_as: one of a person, and one of a space.
    """

    person: re.Pattern[str]
    space: re.Pattern[str]
    such_as: tuple[str, str]
