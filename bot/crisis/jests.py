"""Jests in the words of a wish to die: a mock threat about a trifle, a small shame.

Both name what they are about: the boss of a game, a printer, the whole class on a call. A trifle
excuses only the clause in which it stands, and a shame only the bare wish.
"""

from bot.crisis.signs.kinds import Sign, What, Who
from bot.lexicon import lexicon

_ENDS = frozenset({What.ENDING, What.PLAN})
_WISHES = frozenset({What.WISH_DEAD, What.DISAPPEARING, What.ENDING})
_WORDS = lexicon("en/crisis/jests")
_TRIFLE, _SHAME = _WORDS["trifle"], _WORDS["shame"]
_MEANS_IT = _WORDS["means_it"]
_GRAVE = _WORDS["grave"]  # what no trifle has beside it: means at hand, a grief, a goodbye
_BARE = _WORDS["bare"]


def is_meant(own: str) -> bool:
    """Returns whether a person means it seriously, by these words or the words beside them."""
    return bool(_MEANS_IT.search(own) or _GRAVE.search(own))


def is_shame(whole: str) -> bool:
    """Returns whether somebody tells of a small shame."""
    return bool(_SHAME.search(whole))


def is_jest(sign: Sign, said: str, clause: str, *, is_shame: bool) -> bool:
    """Returns whether a sign's match is a mock threat about a trifle, or a wish beside a shame."""
    if sign.who is not Who.SELF:
        return False
    if sign.what in _ENDS | _WISHES and _TRIFLE.search(clause):
        return True
    return is_shame and sign.what in _WISHES and bool(_BARE.search(said))
