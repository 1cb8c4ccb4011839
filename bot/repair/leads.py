"""The half-sentence before a repaired reply: what was off about the one before, never a plea."""

from bot.rupture import Rupture
from bot.strings import ENGLISH

OFF_BECAUSE = ENGLISH.repair.leads
EVERY = frozenset(
    (*ENGLISH.repair.former_leads, *(one for each in OFF_BECAUSE.values() for one in each))
)


def lead(kind: Rupture, before: int) -> str:
    """Gives what was off, another one for each repair that came before in the conversation."""
    return OFF_BECAUSE[kind][before % len(OFF_BECAUSE[kind])]
