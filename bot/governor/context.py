"""What a rule may look at beside the sentence: the message, the level, what was said before."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from bot.boundaries import NO_BOUNDARIES, Boundaries
from bot.crisis.tiers import Tier, tier
from bot.governor import unwanted, user_intent
from bot.governor.addressing import Calls, unwanted_calls
from bot.governor.health import danger_of
from bot.governor.heard import Heard, heard
from bot.governor.identity.question import language_of_asking
from bot.governor.positions import Claim, claims
from bot.governor.recital import Pair, looked_for
from bot.levels import LEVELS, Level, Stance
from bot.lexicon import lexicon
from bot.strings import Strings
from bot.text.language import language, language_of_talk
from bot.text.pieces import ends
from bot.text.plain import plain

# What is asked of all words, and not of a few: what else is asked is asked of these.
READ_ONCE = (
    *(
        "said",
        "language",
        "said_before",
        "claimed",
        "all_before",
        "is_in_danger",
        "is_serious",
        "heard",
        "held",
    ),
)


_ANOTHER = lexicon("mul/governor/tongue")["asks_for_another_language"]
_FIXED_WORDS = frozenset({"elevated", "acute"})


@dataclass(frozen=True)  # without slots: what is asked of every sentence is found once
class Context:
    """The exchange as rules see it; all words in it are others', and none is an instruction."""

    user: str = field(default="", repr=False)
    level: Level = Level.PLAIN
    stance: Stance | None = None
    earlier: tuple[str, ...] = field(default=(), repr=False)  # replies, oldest first
    earlier_user: tuple[str, ...] = field(default=(), repr=False)
    is_pushed: bool = False  # this very reply mends another's manner: a push without anything new
    crisis: str = ""  # what a life at risk asks of the reply; empty when none is
    is_shared: bool = False  # others read along
    note: str | None = field(default=None, repr=False)  # written anew: what was said of it
    name: str = "Attune"  # the bot's own
    sent: str = field(default="", repr=False)  # what the model was told besides
    recalled: tuple[str, ...] = field(default=(), repr=False)  # held lines that it was told
    boundaries: Boundaries = NO_BOUNDARIES  # that the person set
    strings: Strings = field(repr=False, kw_only=True)  # what the program says itself

    @property
    def length(self) -> int:
        """The number of characters to read."""
        every = (self.user, self.sent, *self.earlier, *self.earlier_user, *self.recalled)
        return sum(map(len, every))

    def read(self) -> None:
        """Reads all words once now (a cache), so that no rule reads a long text later."""
        for name in READ_ONCE:
            getattr(self, name)

    @cached_property
    def said(self) -> str:
        """The person's message as rules read it."""
        return plain(ends(self.user))

    @cached_property
    def said_of_it(self) -> str:
        """The person's messages since the last reply, as rules read them."""
        return self.said if self.note is None else plain(ends(self.note))

    @cached_property
    def was_asked(self) -> bool:
        """Whether the last reply ended with a question, which a "no" would answer."""
        return bool(self.earlier) and self.earlier[-1].rstrip(" \n*_)").endswith(("?", "？"))

    @cached_property
    def said_before(self) -> tuple[str, ...]:
        """The three messages before it, as rules read them."""
        return tuple(plain(ends(each)) for each in self.earlier_user[-3:])

    @cached_property
    def claimed(self) -> tuple[Claim, ...]:
        """The claims of the earlier replies."""
        return tuple(one for reply in self.earlier for one in claims(reply))

    @cached_property
    def all_before(self) -> str:
        """Everything that was said before, as rules read it."""
        return plain(" ".join(map(ends, (*self.earlier, *self.earlier_user))))

    @cached_property
    def calls(self) -> Calls:
        """What the reply may not call the person."""
        said = (self.user, *self.earlier_user)
        return unwanted_calls(self.boundaries, plain(" ".join(map(ends, said))))

    @cached_property
    def unwanted(self) -> tuple[re.Pattern[str], ...]:
        """What finds in a sentence what the person does not want brought up."""
        return unwanted.patterns(self.boundaries.lines)

    @cached_property
    def held(self) -> tuple[frozenset[Pair], ...]:
        """The held lines that the model was told and the person did not say now."""
        return looked_for(self.recalled, self.user)

    @cached_property
    def heard(self) -> Heard:
        """All that was said and sent before, in a form by which a repetition is found."""
        return heard(self.earlier, self.user, self.sent)

    @cached_property
    def is_leaving(self) -> bool:
        """Whether the person says goodbye; always false where a life may be at risk."""
        return user_intent.is_leaving(self.said) and not self.is_in_danger

    @cached_property
    def has_feeling(self) -> bool:
        """Whether the person stated a feeling, or a loss."""
        return user_intent.states_feeling(self.said)

    @cached_property
    def asks_to_choose(self) -> bool:
        """Whether the person asks for one choice."""
        return self.stance is Stance.DECIDE or user_intent.asks_to_choose(self.said)

    @cached_property
    def is_in_danger(self) -> bool:
        """Whether any message of the conversation states a risk to a life."""
        said = (self.user, *self.earlier_user)
        return bool(self.crisis) or any(tier(each) is not Tier.NONE for each in said)

    @cached_property
    def wants_closeness(self) -> bool:
        """Whether distance is a fault: from warm upwards, and where a life is at risk."""
        return self.level >= Level.WARM or bool(self.crisis)

    @cached_property
    def danger(self) -> str:
        """The danger to a body that the person tells of, or an empty text in a crisis message.

        A crisis has fixed words of help. Messages later in its episode have none, and a dose may
        follow a wish, so they count.
        """
        if self.crisis in _FIXED_WORDS:
            return ""
        lately = (self.said, *reversed(self.said_before))
        return next(filter(None, map(danger_of, lately)), "")

    @cached_property
    def is_danger_named(self) -> bool:
        """Whether an earlier reply named the danger and this message tells of no new one."""
        line = self.strings.health.dangers.get(self.danger, "")
        is_told = any(line in each for each in self.earlier[-3:])
        return is_told and not danger_of(self.said)

    @cached_property
    def is_serious(self) -> bool:
        """Whether the messages speak of something medical, legal, violent or suicidal."""
        lately = (self.said, *self.said_before)
        return any(map(user_intent.is_at_stake, lately)) or self.is_in_danger or bool(self.danger)

    @cached_property
    def asks_about_ai(self) -> bool:
        """Whether the person asks what the bot is, or whether it feels."""
        return user_intent.asks_about_ai(self.said) or self.asks_if_ai

    @cached_property
    def language(self) -> str:
        """The language of the person's words, or an empty text if it is not sure.

        Chinese characters alone are Chinese, but of who reads Japanese they are that.
        """
        found = language_of_talk(ends(self.user), tuple(map(ends, self.earlier_user[-3:])))
        return "ja" if (found, self.strings.code) == ("zh", "ja") else found

    def language_of(self, sentence: str) -> str:
        """Gives the language in which a plain sentence of the reply is read, or an empty text.

        It is that of the talk where that is sure and no other was asked for; else the sentence's
        own; else that in which the program speaks to them.
        """
        if self.language and not self.states(_ANOTHER):
            return self.language
        known = self._told_in.get(sentence)
        if known is None:
            found = language(sentence) or self.language or self.strings.code
            known = self._told_in[sentence] = found
        return known

    @cached_property
    def _told_in(self) -> dict[str, str]:
        """The languages of the sentences of the reply that were asked for, at most each of them."""
        return {}

    @cached_property
    def asks_if_ai_in(self) -> str:
        """The language in which the person asks if this is a person, or an empty text."""
        return language_of_asking(self.said)

    @property
    def asks_if_ai(self) -> bool:
        """Whether the person asks if this is a person, so that the reply must say what it is."""
        return bool(self.asks_if_ai_in)

    @cached_property
    def asks_for_words(self) -> bool:
        """Whether the person asks for words to use, so that a quotation is the answer."""
        return user_intent.asks_for_words(self.said)

    @cached_property
    def courts(self) -> bool:
        """Whether the person asks for romance or sex."""
        return user_intent.courts(self.said)

    def states(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern matches this message or one of the three before."""
        known = self._stated.get(pattern)
        if known is None:
            lately = (self.said, *self.said_before)
            known = self._stated[pattern] = any(map(pattern.search, lately))
        return known

    @cached_property
    def _stated(self) -> dict[re.Pattern[str], bool]:
        return {}

    @cached_property
    def reflection(self) -> int:
        """How many sentences may reflect what was said before the reply moves on."""
        return LEVELS[self.level].reflection
