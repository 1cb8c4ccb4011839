"""What is recorded of a change by an admin: this is the only place that says it."""

from typing import Any

from bot.actions import Action
from bot.events import Happening
from bot.house_rules import Rule


def recorded(event: Happening, rule: Rule[Any], before: Any, after: Any) -> tuple[Action, ...]:
    """Gives what records that an admin changed a setting, from what to what."""
    return ()
