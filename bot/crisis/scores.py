"""The classifier's scores of a message: a probability for each slot, chunk by chunk. Pure.

The slots are those of the lines it learnt from (`training/crisis/`): whose life it is, what is said
of it (C-SSRS, and what else endangers a life), when that is, and in what register.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp

from bot.markers.shares import NOTHING, Shares

WHO = ("nobody", "self", "another")
WHAT = (
    "dead", "thoughts", "intent", "plan", "means", "taken", "farewell", "burden", "selfharm",
    "eating", "violence", "voices",
)  # fmt: skip
HINTS = ("farewell", "burden")  # of WHAT: said of much else, and alone nothing to be certain by
WHEN = ("-", "now", "past", "chronic", "denied")
REGISTER = ("earnest", "joke", "fiction")
WIDTH = 1 + len(WHO) + len(WHAT) + len(WHEN) + len(REGISTER)
SAID = 0.5  # the probability from which a slot counts as said
SURELY = 0.7  # from which one slot of WHAT is surely said
AGREED = 0.9  # from which whose, when and how are beyond doubt


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one chunk, each slot as a probability between 0 and 1.

    `risk` is that of a danger to the person's own life, or by their hand, that is not long past.
    """

    risk: float = 0.0
    who: tuple[float, ...] = (1.0, 0.0, 0.0)
    what: tuple[float, ...] = (0.0,) * len(WHAT)
    when: tuple[float, ...] = (1.0, 0.0, 0.0, 0.0, 0.0)
    register: tuple[float, ...] = (1.0, 0.0, 0.0)
    chunk: int = 0  # its place among the chunks of the message
    another: float = 0.0  # the risk of somebody else's life; the network for English tells none
    language: str = ""  # in which it is said, where that is surely one of the ten beside English
    marked: Shares = NOTHING  # what other heads read off the same pass

    @classmethod
    def of(cls, logits: Sequence[float], chunk: int = 0) -> "Scores":
        """Gives the scores of one row of logits, WIDTH of them, head after head."""
        ends = [1, 1 + len(WHO)]
        ends += [ends[-1] + len(WHAT), ends[-1] + len(WHAT) + len(WHEN)]
        who, what = logits[ends[0] : ends[1]], logits[ends[1] : ends[2]]
        when, register = logits[ends[2] : ends[3]], logits[ends[3] :]
        return cls(
            share(logits[0]), _shares(who), tuple(map(share, what)), _shares(when),
            _shares(register), chunk,
        )  # fmt: skip

    @property
    def whose(self) -> str:
        """Whose life the chunk most likely is about."""
        return _likeliest(WHO, self.who)

    @property
    def said(self) -> tuple[str, ...]:
        """The statements that are likely in the chunk, the likeliest first."""
        found = [pair for pair in zip(self.what, WHAT, strict=True) if pair[0] >= SAID]
        return tuple(name for _, name in sorted(found, reverse=True))

    @property
    def agree(self) -> bool:
        """Returns whether the slots agree: the person's own life, in earnest, now, one statement.

        A farewell, or being a burden, is only a hint.
        """
        of_them = (self.who[1], self.when[WHEN.index("now")], self.register[0])
        plainly = (share for name, share in zip(WHAT, self.what, strict=True) if name not in HINTS)
        return min(of_them) >= AGREED and max(plainly) >= SURELY

    def likely(self, name: str) -> float:
        """Gives the probability of that slot of WHAT."""
        return self.what[WHAT.index(name)]

    @property
    def at(self) -> str:
        """When the danger most likely is."""
        return _likeliest(WHEN, self.when)

    @property
    def manner(self) -> str:
        """In what register the chunk most likely is."""
        return _likeliest(REGISTER, self.register)


def loudest(every: Sequence[Scores]) -> Scores:
    """Gives the scores of the chunk with the greatest risk; for no chunks, those of nothing.

    The greatest counts: in a long message one clause decides, and harmless ones change nothing.
    So does the greatest risk of somebody else's life, whichever chunk tells it; the language is
    that of the greater of both.
    """
    own = max(every, key=lambda one: one.risk, default=Scores())
    other = max(every, key=lambda one: one.another, default=own)
    if other is own:
        return own
    spoken = other.language if other.another > own.risk else own.language
    return replace(own, another=other.another, language=spoken)


def share(logit: float) -> float:
    """Gives the probability of a logit."""
    return 1 / (1 + exp(-max(-50.0, min(50.0, logit))))


def _shares(logits: Sequence[float]) -> tuple[float, ...]:
    most = max(logits)
    raised = [exp(one - most) for one in logits]
    return tuple(one / sum(raised) for one in raised)


def _likeliest(names: Sequence[str], shares: Sequence[float]) -> str:
    return max(zip(shares, names, strict=True))[1]
