"""What an installation that serves people still asks of its operator: hints of `attune doctor`.

None is a fault: whoever runs it for themselves alone, or elsewhere, may have no use for it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from adapters.cli import laws
from adapters.cli.checked import Checked
from adapters.cli.house import duties_in
from adapters.cli.platforms import PLATFORMS
from adapters.published.running import written
from bot.settings import Settings

# The rows of the table of laws that ask for a report each year.
YEARLY: Final = ("ca-counts", "wa-counts", "or-protocol", "co-report")
_UNSET: Final = {
    "operator_name": "people are told no name of who runs this. Set ATTUNE_OPERATOR_NAME.",
    "operator_contact": "people are told no way to reach you. Set ATTUNE_OPERATOR_CONTACT.",
    "protocol_url": (
        "what is done when a life is at risk is not published. Put what `attune protocol --html` "
        "prints on a page of yours, and its address in ATTUNE_PROTOCOL_URL."
    ),
    "privacy_url": (
        "your privacy policy is not published. Put what `attune privacy --html` prints on a page "
        "of yours, and its address in ATTUNE_PRIVACY_URL."
    ),
}


def hints(settings: Settings) -> Iterator[Checked]:
    """Gives what is left to do for who serves other people; nothing where no platform is set."""
    if any(one.is_set(settings) for one in PLATFORMS):
        for what in (*_unset(settings), *_of_law(settings)):
            yield Checked(True, f"to do: {what}", is_hint=True)


def _unset(settings: Settings) -> Iterator[str]:
    yield from (what for name, what in _UNSET.items() if not getattr(settings, name))


def _of_law(settings: Settings) -> Iterator[str]:
    rows = laws.rows_of(duties_in(settings))
    yearly = [_asked(row) for row in rows if row.id in YEARLY]
    if yearly:
        yield f"report what `attune report --year` prints, each year: {'; '.join(yearly)}."
    yield f"read in docs/law.md what stays yours of {len(rows)} points of law that this keeps."


def _asked(row: laws.LawRow) -> str:
    return f"{row.law}, from {written(date.fromisoformat(row.since))}"
