"""How a repaired reply most likely landed wrong again: the order in which its choices stand."""

from dataclasses import dataclass, field
from itertools import chain

from bot.levels import Stance
from bot.rupture import Rupture

LONG, SHORT = 900, 160  # characters
_WANTED: dict[Stance, tuple[Rupture, ...]] = {
    Stance.LISTEN: (Rupture.WANTED_TO_BE_HEARD,),
    Stance.STAY: (Rupture.WANTED_TO_BE_HEARD,),
    Stance.THINK: (Rupture.TOO_AGREEABLE,),
    Stance.DECIDE: (Rupture.WANTED_A_PLAN, Rupture.TOO_AGREEABLE),
    Stance.DO: (Rupture.WANTED_A_PLAN,),
}
# What a correction is apt to overdo.
_OVERDONE: dict[Rupture, Rupture] = {
    Rupture.COLD: Rupture.TOO_CLOSE,
    Rupture.TOO_AGREEABLE: Rupture.COLD,
    Rupture.TOO_CLOSE: Rupture.COLD,
    Rupture.PREACHY: Rupture.BLAND,
    Rupture.TOO_MANY_QUESTIONS: Rupture.MISSED_THE_POINT,
    Rupture.BLAND: Rupture.TOO_CLOSE,
    Rupture.MISSED_THE_POINT: Rupture.WANTED_TO_BE_HEARD,
    Rupture.LOST_THE_THREAD: Rupture.MISSED_THE_POINT,
    Rupture.WRONG_FACT: Rupture.MISSED_THE_POINT,
    Rupture.WANTED_TO_BE_HEARD: Rupture.WANTED_A_PLAN,
    Rupture.WANTED_A_PLAN: Rupture.WANTED_TO_BE_HEARD,
    Rupture.TOO_LONG: Rupture.BLAND,
    Rupture.OTHER: Rupture.MISSED_THE_POINT,
}
_USUAL = (
    Rupture.WANTED_TO_BE_HEARD,
    Rupture.WANTED_A_PLAN,
    Rupture.MISSED_THE_POINT,
    Rupture.TOO_AGREEABLE,
    Rupture.COLD,
    Rupture.TOO_LONG,
    Rupture.BLAND,
    Rupture.PREACHY,
    Rupture.TOO_MANY_QUESTIONS,
    Rupture.TOO_CLOSE,
    Rupture.LOST_THE_THREAD,
    Rupture.WRONG_FACT,
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A repaired reply as it stands: what it was repaired as, its words, and what was wanted."""

    kinds: tuple[Rupture, ...]  # the newest last
    text: str = field(default="", repr=False)
    stance: Stance | None = None


# Why this order. A row is read by somebody for whom a reply went wrong twice, so its first two
# places decide whether they read on. What the reply shows is the surest: a question that is there
# was asked, and a long text is long, whatever was meant. Next is what they said they want: a reply
# that misses that again is likelier than any other fault. Next is what the repair itself may have
# overdone, as it was told to go one way and nobody told it how far. The rest stands in the order in
# which people name it. A kind that was tried stands after all that was not: its repair was read and
# did not help. The newest is not offered: 🔧 or "other" asks for it again. "Other" is last, as it
# tells a repair nothing.
def likeliest(mended: Mended) -> tuple[Rupture, ...]:
    """Gives every kind but the newest, likeliest first."""
    newest = mended.kinds[-1]
    wanted = _WANTED[mended.stance] if mended.stance is not None else ()
    ranked = dict.fromkeys(chain(_shown(mended.text), wanted, (_OVERDONE[newest],), _USUAL))
    fresh = [kind for kind in ranked if kind not in mended.kinds]
    tried = [kind for kind in ranked if kind in mended.kinds]
    every = (*fresh, *tried, Rupture.OTHER)
    return tuple(kind for kind in every if kind is not newest)


def _shown(text: str) -> tuple[Rupture, ...]:
    """Gives what a text shows by itself; nothing of one that is not known."""
    asked = (Rupture.TOO_MANY_QUESTIONS,) if "?" in text else ()
    if len(text) > LONG:
        return (*asked, Rupture.TOO_LONG)
    return (*asked, Rupture.BLAND) if 0 < len(text) < SHORT else asked
