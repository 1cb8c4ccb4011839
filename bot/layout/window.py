"""Which of many choices stand at once: never more than a row, the likeliest first."""

AT_ONCE = 5  # in one row, "More" among them


def split(labels: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Gives the choices that stand in the row, and those behind "More".

    Where a row holds them all there is no "More"; else it takes the last place in the row.
    """
    if len(labels) <= AT_ONCE:
        return labels, ()
    return labels[: AT_ONCE - 1], labels[AT_ONCE - 1 :]
