"""A choice as it is shown: its label, which is only text, and what it means, which stays here.

A platform gets labels. A tap comes back with the label, which finds the choice again among those
of its card; that is the only thing a label is for.
"""

from dataclasses import dataclass
from itertools import chain
from typing import Any

from bot.choices.kinds import AnswerAgain, Meaning, ReadCrisisText, TurnOff
from bot.layout.window import NO_VALUES, Picker, Values
from bot.lexicon import lexicon
from bot.strings import Strings

_EVER = lexicon("mul/labels").words  # of releases
_ALONE: tuple[tuple[str, Meaning], ...] = (
    ("off", TurnOff()),
    ("try_again", AnswerAgain()),
    ("read_privately", ReadCrisisText()),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tap: what it says, and what it means when the right person taps it.

    What it means is kept in the store and never sent to a platform, so nobody can forge it.

    Args:
        holds: it is the value that holds already, which a list shows as such.
        picks: of what it is a list of the platform's own; empty: it is tapped as it is.
    """

    label: str
    means: Meaning
    holds: bool = False
    picks: str = ""


def meaning_of(choices: tuple[Choice, ...], label: str) -> Meaning | None:
    """Gives what the choice of that label means among those of its card; None if none has it."""
    return next((one.means for one in choices if one.label == label), None)


def values_of(choices: tuple[Choice, ...]) -> Values:
    """Gives those of the choices that are the values of one thing, and which of them holds."""
    kind = next((type(one.means) for one in choices if one.means.traits.is_value), None)
    if kind is None:
        return NO_VALUES
    theirs = tuple(one for one in choices if type(one.means) is kind)
    holds = next((one.label for one in theirs if one.holds), "")
    return Values(tuple(one.label for one in theirs), holds, kind.traits.stored)


def pickers_of(choices: tuple[Choice, ...]) -> tuple[Picker, ...]:
    """Gives those of the choices that are lists of the platform's own."""
    return tuple(Picker(one.label, one.picks) for one in choices if one.picks)


def offers(choices: tuple[Choice, ...], kind: Any) -> bool:
    """Whether one of these choices has a meaning of that kind."""
    return any(isinstance(one.means, kind) for one in choices)


def of_label_alone(label: str, strings: Strings) -> Meaning | None:
    """Gives what a label means where its card cannot be looked at: kept no longer, or no store.

    Only leaving, help for a life at risk and trying again hold without a card. A card keeps the
    label that it was shown with, so the labels of every language and release are known.
    """
    before = (means for name, means in _ALONE if label in _EVER[name])
    now = (_alone(one)[label] for one in strings.every if label in _alone(one))
    return next(chain(before, now), None)


def _alone(strings: Strings) -> dict[str, Meaning]:
    """Gives the labels of a language that hold without a card, and what each means."""
    labels = (strings.consent.off_tap, strings.replies.try_again, strings.risk.read)
    return dict(zip(labels, (means for _, means in _ALONE), strict=True))
