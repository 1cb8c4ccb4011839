"""A choice as it is shown: its label, which is only text, and what it means, which stays here.

A platform gets labels. A tap comes back with the label, which finds the choice again among those
of its card; that is the only thing a label is for.
"""

from dataclasses import dataclass
from typing import Any

from bot.choices.kinds import AnswerAgain, Meaning, ReadCrisisText, TurnOff
from bot.lexicon import lexicon
from bot.strings import Strings

_EVER = lexicon("mul/labels").words  # by release and language


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tap: what it says, and what it means when the right person taps it.

    What it means is kept in the store and never sent to a platform, so nobody can forge it.
    """

    label: str
    means: Meaning


def meaning_of(choices: tuple[Choice, ...], label: str) -> Meaning | None:
    """Gives what the choice of that label means among those of its card; None if none has it."""
    return next((one.means for one in choices if one.label == label), None)


def offers(choices: tuple[Choice, ...], kind: Any) -> bool:
    """Whether one of these choices has a meaning of that kind."""
    return any(isinstance(one.means, kind) for one in choices)


def of_label_alone(label: str, strings: Strings) -> Meaning | None:
    """Gives what a label means where its card cannot be looked at: kept no longer, or no store.

    Only leaving, help for a life at risk and trying again hold without a card. A card keeps the
    label that it was shown with, so the labels of every release are known.
    """
    alone: tuple[tuple[str, str, Meaning], ...] = (
        ("off", strings.consent.off_tap, TurnOff()),
        ("try_again", strings.replies.try_again, AnswerAgain()),
        ("read_privately", strings.risk.read, ReadCrisisText()),
    )
    known = (means for name, now, means in alone if label == now or label in _EVER[name])
    return next(known, None)
