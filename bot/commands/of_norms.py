"""The value of the command by which roles and shorthand are agreed on."""

from dataclasses import dataclass, field
from typing import ClassVar

from bot.levels import Stance
from bot.norms import NormDeed


@dataclass(frozen=True, slots=True)
class MyRoles:
    """Shows the roles and the shorthand of a scope, sets or drops one, or clears all."""

    name: ClassVar[str] = "roles"
    deed: NormDeed = NormDeed.SHOW
    words: str = field(default="", repr=False)
    stance: Stance | None = None  # for which a word stands
