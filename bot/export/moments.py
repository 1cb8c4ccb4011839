"""How a document of an export writes a moment."""

from datetime import UTC, datetime


def moment(at: datetime | None) -> str | None:
    """Gives a moment as ISO 8601 in UTC, to the second; None where there is none."""
    return at.astimezone(UTC).isoformat(timespec="seconds") if at is not None else None
