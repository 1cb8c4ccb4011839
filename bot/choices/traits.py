"""What holds of every choice of one kind, whoever taps it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """What holds of every choice of one kind.

    Args:
        stored: the name the codec writes, also after the class is called something else.
        is_for_blocked: it takes away, refuses or lowers, so a blocked person may tap it too.
        is_for_admins: only an admin may tap it, even if the card was shown to one who was.
        is_value: it is one value out of a list, so a platform may show its like as one list.
        is_everywhere: it means the same in every room, so that what came of it names none.
    """

    stored: str
    is_for_blocked: bool = False
    is_for_admins: bool = False
    is_value: bool = False
    is_everywhere: bool = False
