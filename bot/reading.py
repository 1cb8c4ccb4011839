"""What the words of an event say: each question asked of them once, before any decision waits.

A reading holds no words, so it may be kept where they may not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.age import says_under_18
from bot.commands import in_words
from bot.commands.values import Plainly, Repair
from bot.crisis.bands import scored
from bot.crisis.declining import is_declined
from bot.crisis.judge_filter import may_hint
from bot.crisis.scores import Scores
from bot.crisis.tiers import Stated, Tier, stated
from bot.events import CommandGiven, Happening, MessageEdited, MessageSeen
from bot.repair.words import Correction, correction_in_words
from bot.rupture import Rupture
from bot.text.normalize import normalized
from bot.withdrawal import Found, Wish, wish_beside, wish_in


@dataclass(frozen=True, slots=True)
class Reading:
    """What an event says; of one without words, nothing."""

    stated: Stated = field(default_factory=Stated)  # of a life at risk
    may_hint: bool = False  # at a wish to be dead, where nothing certain is stated
    is_declined: bool = False  # help need not be named again
    wish: Found | None = None  # to leave
    wish_beside: Found | None = None  # likewise, of one sentence beside others
    command: Plainly | None = None  # that the whole message is, in plain words
    correction: Correction | None = None  # of the reply it is about
    is_under_18: bool = False

    def with_scores(self, scores: Sequence[Scores]) -> "Reading":
        """Gives this reading with what a classifier made of each chunk of the words."""
        return replace(self, stated=scored(self.stated, scores))

    @property
    def rupture(self) -> Rupture | None:
        """How the reply landed wrong that it is about; None where nothing of it is said."""
        return self.correction.kind if self.correction is not None else None

    @property
    def is_at_risk(self) -> bool:
        """Whether it is elevated or acute by itself."""
        return self.stated.verdict.tier >= Tier.ELEVATED

    @property
    def leaves(self) -> bool:
        """Whether it withdraws at once, also beside a life at risk."""
        every = (one for one in (self.wish, self.wish_beside) if one is not None)
        return any(one.wish > Wish.UNSURE and not one.may_be_of_life for one in every)

    @property
    def erases(self) -> bool:
        """Whether it may ask that what is kept be erased."""
        every = (one for one in (self.wish, self.wish_beside) if one is not None)
        return any(one.erases for one in every)

    @property
    def may_leave(self) -> bool:
        """Whether it may ask to leave, in words that are not said of a life."""
        every = (one for one in (self.wish, self.wish_beside) if one is not None)
        return any(one.wish > Wish.UNSURE or not one.may_be_of_life for one in every)


def read(event: Happening, name: str = "") -> Reading:
    """Gives what an event says, in time linear in its words; `name` is what the bot is called."""
    match event:
        case MessageSeen() | MessageEdited():
            return _spoken(event.text, event.all_words, name)
        case CommandGiven(command=Repair(note=note)):
            return Reading(stated(event.typed), correction=correction_in_words(note))
        case CommandGiven():
            return Reading(stated(event.typed))
    return Reading()


def words_of(event: Happening) -> str:
    """Gives all words that an event brings; empty where it brings none."""
    match event:
        case MessageSeen() | MessageEdited():
            return event.all_words
        case CommandGiven():
            return event.typed
    return ""


def _spoken(text: str, all_words: str, name: str) -> Reading:
    said = normalized(all_words)
    return Reading(
        stated(all_words, said),
        may_hint(all_words, said),
        is_declined(text),
        wish_in(text, name),
        wish_beside(text, name),
        in_words(text),
        correction_in_words(text),
        says_under_18(text),
    )
