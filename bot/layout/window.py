"""Which of many choices stand at once: never more than a row, the likeliest first."""

from dataclasses import dataclass

AT_ONCE = 5  # in one row, "More" among them


@dataclass(frozen=True, slots=True)
class Values:
    """Those of a message's choices that are the values of one thing, such as its level.

    Args:
        labels: in their order; each of them is among the choices of the message too.
        holds: the one that holds now; empty where none of them does.
        of: the name of what they are values of, by which a platform says what is chosen.
    """

    labels: tuple[str, ...] = ()
    holds: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Picker:
    """A choice that is a list of the platform's own, of rooms or of roles."""

    label: str
    of: str


NO_VALUES = Values()


def split(labels: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Gives the choices that stand in the row, and those behind "More".

    Where a row holds them all there is no "More"; else it takes the last place in the row.
    """
    if len(labels) <= AT_ONCE:
        return labels, ()
    return labels[: AT_ONCE - 1], labels[AT_ONCE - 1 :]


def is_list(values: Values, taps: int) -> bool:
    """Whether values are better one list than a tap each: one holds, or no row has all the taps.

    Args:
        taps: how many there are under the message, with those of the values.
    """
    return bool(values.holds) or (bool(values.labels) and taps > AT_ONCE)
