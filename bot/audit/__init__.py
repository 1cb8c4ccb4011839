"""The audit ledger: what was done by admins, the operator and the program, in chains. Pure."""

from bot.audit.acts import ACTS, Act, Hand, OfASpace
from bot.audit.chain import INSTANCE, Broken, Entry, Noted, broken, link_of

__all__ = [
    "ACTS",
    "INSTANCE",
    "Act",
    "Broken",
    "Entry",
    "Hand",
    "Noted",
    "OfASpace",
    "broken",
    "link_of",
]
