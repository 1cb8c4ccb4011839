"""Figures that tests tell at the end of a run, also where several processes ran them."""

TOLD: list[str] = []


def tell(figure: str) -> None:
    """Keeps a line that is shown once all tests are done."""
    TOLD.append(figure)
