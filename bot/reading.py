"""The reading of an event: what its words say, each question asked once, before any lock.

A reading holds no words, so it may be kept in memory where words may not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.age import says_under_18
from bot.commands import in_words
from bot.commands.values import Import, Plainly, Repair, Unparsable
from bot.crisis.bands import scored
from bot.crisis.declining import is_declined
from bot.crisis.judge_filter import may_hint
from bot.crisis.scores import Scores
from bot.crisis.tiers import Stated, Tier, stated
from bot.events import CommandGiven, Happening, MessageEdited, MessageSeen
from bot.export.said import stated_in
from bot.holding.orders import Order, order_in
from bot.lexicon import compile_all
from bot.markers import Marker
from bot.markers.reasons import LANGUAGE, reasons
from bot.markers.relief import says_relief
from bot.markers.shares import NOTHING, Shares, loudest
from bot.repair.words import Correction, correction_in_words
from bot.rupture import Rupture
from bot.text.language import own_language
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
    order: Order | None = None  # to hold something
    language: str = ""  # of its own words, where that is sure
    marked: Shares = NOTHING
    reasons: Mapping[Marker, str] = field(default_factory=dict)  # of markers that may be observed
    is_relieved: bool = False  # what weighed on its person is better now, they say

    def with_scores(self, scores: Sequence[Scores], words: str) -> "Reading":
        """Gives this reading of those words with a classifier's scores of each chunk."""
        marked = loudest(one.marked for one in scores)
        found = replace(self, stated=scored(self.stated, scores), marked=marked)
        if not marked.observed or self.language not in ("", LANGUAGE):
            return found
        return replace(found, reasons=reasons(marked, normalized(words)))

    @property
    def rupture(self) -> Rupture | None:
        """How the reply landed wrong that the words are about, or None."""
        return self.correction.kind if self.correction is not None else None

    @property
    def is_at_risk(self) -> bool:
        """Whether the words are elevated or acute by themselves."""
        return self.stated.verdict.tier >= Tier.ELEVATED

    @property
    def leaves(self) -> bool:
        """Whether the words withdraw at once, also beside a life at risk."""
        every = (one for one in (self.wish, self.wish_beside) if one is not None)
        return any(one.wish > Wish.UNSURE and not one.may_be_of_life for one in every)

    @property
    def erases(self) -> bool:
        """Whether the words may ask for an erase."""
        every = (one for one in (self.wish, self.wish_beside) if one is not None)
        return any(one.erases for one in every)

    @property
    def may_leave(self) -> bool:
        """Whether the words may ask to leave, and cannot be about a life."""
        every = (one for one in (self.wish, self.wish_beside) if one is not None)
        return any(one.wish > Wish.UNSURE or not one.may_be_of_life for one in every)


def prepare() -> None:
    """Compiles the lexicon and lays out the tables of words, so that no message waits for them."""
    compile_all()
    _spoken("15", "15", "")


def read(event: Happening, name: str = "") -> Reading:
    """Gives the reading of an event in linear time; `name` is what the bot is called."""
    match event:
        case MessageSeen() | MessageEdited():
            return _spoken(event.text, event.all_words, name)
        case CommandGiven(command=Repair(note=note)):
            return Reading(stated(event.typed), correction=correction_in_words(note))
        case CommandGiven(command=Import(file=bytes(file))):
            return Reading(stated_in(file))
        case CommandGiven(command=Unparsable(name="")):  # a wish to leave is heard in any form
            return Reading(stated(event.typed), wish=wish_in(event.typed, name))
        case CommandGiven():
            return Reading(stated(event.typed))
    return Reading()


def words_of(event: Happening) -> str:
    """Gives all words of an event, or an empty text."""
    match event:
        case MessageSeen() | MessageEdited():
            return event.all_words
        case CommandGiven():
            return event.typed
    return ""


def file_of(event: Happening) -> bytes:
    """Gives the file that an event brings, or nothing."""
    match event:
        case CommandGiven(command=Import(file=bytes(file))):
            return file
    return b""


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
        order_in(text),
        own_language(text),
        is_relieved=says_relief(text),
    )
