"""Which corrections hold: of two that contradict each other, the newer one."""

from bot.rupture import Rupture

# Who asks for the one after the other no longer wants the other.
CONTRADICT: frozenset[frozenset[Rupture]] = frozenset(
    frozenset(pair)
    for pair in (
        (Rupture.COLD, Rupture.TOO_CLOSE),
        (Rupture.WANTED_TO_BE_HEARD, Rupture.WANTED_A_PLAN),
        (Rupture.PREACHY, Rupture.WANTED_A_PLAN),
        (Rupture.BLAND, Rupture.TOO_LONG),
    )
)
# What a person set of the style, and the correction of this reply that asks for its contrary.
AGAINST_STYLE: frozenset[tuple[Rupture, str]] = frozenset(
    (
        (Rupture.TOO_LONG, "longer"),
        (Rupture.BLAND, "shorter"),
        (Rupture.TOO_CLOSE, "warmer"),
        (Rupture.COLD, "blunter"),
    )
)


def standing(corrections: tuple[Rupture, ...]) -> tuple[Rupture, ...]:
    """Gives the corrections that hold, in the order of their last appearance, each once."""
    held: list[Rupture] = []
    for kind in corrections:
        held = [one for one in held if one is not kind and {one, kind} not in CONTRADICT]
        held.append(kind)
    return tuple(held)


def is_against(kind: Rupture | None, style: str) -> bool:
    """Returns whether the correction of this reply contradicts a style that was set."""
    return kind is not None and (kind, style) in AGAINST_STYLE
