"""What is observed in messages that were not learnt, as days of people: do markers rise?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adapters.evaluation.trajectories import Noticed, table
from bot.markers.reasons import reasons
from bot.markers.shares import Shares
from bot.model.marking import laid
from bot.text.normalize import normalized
from training.markers.figures import Measured, Numbers, bounds

PEOPLE = 100
Row = Mapping[str, Any]


def risen(told: Measured, scenarios: Sequence[Row], ordinary: Sequence[Row]) -> list[str]:
    """Gives in how many scenarios, and in how many of PEOPLE ordinary people, a marker rises.

    Args:
        scenarios, ordinary: rows of the developers' data, as `told` has their probabilities.
    """
    counts = tuple(bounds(told.ordinary).values())
    each = [*noticed(scenarios, told.scenarios, counts), *noticed(ordinary, told.ordinary, counts)]
    return list(table(each, PEOPLE))


def noticed(rows: Sequence[Row], told: Numbers, counts: Sequence[float]) -> Iterator[Noticed]:
    """Gives what would be observed in each message, as the program lays and exempts it."""
    for row, each in zip(rows, told, strict=True):
        shares = Shares(*(laid(float(one), bound) for one, bound in zip(each, counts, strict=True)))
        kinds = reasons(shares, normalized(row["text"]))
        strong = {marker: shares.observed[marker] for marker in kinds}
        yield Noticed(row.get("group"), row.get("labels", ()), strong, kinds)
