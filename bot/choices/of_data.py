"""What a tap means under what is kept of a person: a page of it; nothing changes."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits
from bot.records import Chapter


@dataclass(frozen=True, slots=True)
class ShowKept:
    """Show a page of a chapter of what is kept, or with None the overview, in its place."""

    traits: ClassVar = Traits("kept", is_for_blocked=True)
    chapter: Chapter | None = None
    page: int = 0
