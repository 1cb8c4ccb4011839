"""From what it is known that somebody is a minor: one answer, whatever says so."""

from enum import StrEnum


class KnownBy(StrEnum):
    """What says that somebody is under 18; nobody is ever guessed to be."""

    SELF = "self"  # they said so, and did not take it back
    CHECK = "check"  # the operator's age check answered so
    ROLE = "role"  # a role that the admins of this space named


def known_by(
    *, said: bool = False, checked: bool = False, has_role: bool = False
) -> KnownBy | None:
    """Gives from what it is known that somebody is a minor; None where nothing says so.

    What the operator's own check found outranks what is said; a role counts in its space alone.
    """
    if checked:
        return KnownBy.CHECK
    if said:
        return KnownBy.SELF
    return KnownBy.ROLE if has_role else None
