"""The settings of this installation: its name, its hosts, its rate limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.closing import Closing
from bot.duties import STRICTEST, Duties
from bot.house_rules import UNBOUNDED, Bounds
from bot.made import NO_ORIGIN, Called, Origin
from bot.making import Making
from bot.strings import Strings


@dataclass(frozen=True, slots=True)
class Guards:
    """The rate limits of one person."""

    waiting: int = 5
    messages_a_minute: int = 20
    tokens_a_day: int = 200_000
    replies_in_a_space: int | None = None  # written at once; None: as many as the model bears


@dataclass(frozen=True, slots=True)
class House:
    """The settings of this installation that decisions and cards need."""

    policy: str
    hosts: tuple[str, ...] = ()
    bot_name: str = "Attune"
    operator: str = ""  # `run_by` says who it is, also where no name is set
    contact: str = ""
    published: tuple[str, str] = ("", "")  # where the protocol and the privacy policy stand
    gap: timedelta = timedelta(minutes=30)
    burst: timedelta = timedelta(0)  # messages within it are answered by one reply
    guards: Guards = Guards()
    has_set_words: bool = False  # the demonstration voice answers, which thinks of nothing more
    judge: str = ""  # the host, one of them, that looks at single sentences of replies
    making: Making | None = None  # what writes the replies; None: nobody is told of a change
    duties: Duties = STRICTEST  # what the law that is kept asks
    origin: Origin = NO_ORIGIN  # the same, as it is kept with each reply
    closing: Closing | None = None  # the day from which on nothing is answered
    announcement: str = field(default="", repr=False)  # the operator's line to everybody
    announced: str = ""  # names it; empty where there is none
    restored: str = ""  # the mark of the newest restore, at the end of `policy`; empty: none
    strings: Strings = field(repr=False, kw_only=True)  # what people read
    bounds: Bounds = UNBOUNDED  # what no admin's setting is wider than, and nobody alone
    epoch: int = 0  # raised where these get narrower
    # Settings that only some platforms have, by name, with what these are called.
    settings_on: Mapping[str, str] = field(default_factory=dict)
    home: str = ""  # the code of what is said to who is not known; empty: of `strings`

    def to(self, code: str) -> "House":
        """Gives the house as it speaks to who reads that language, where it is offered."""
        strings = self.strings.to(code)
        if strings is self.strings:
            return self
        return replace(self, strings=strings, home=self.usual)

    def after(self, restored: str) -> "House":
        """Gives the house after a restore of that mark, with a policy that nobody said yes to yet.

        Consent from before it may have been withdrawn since the copy was made: it is asked for
        anew. An empty mark changes nothing.
        """
        if not restored:
            return self
        return replace(self, policy=f"{self.policy}-{restored}", restored=restored)

    def hearing(self, called: Called) -> "House":
        """Gives the house with the names that its endpoints gave their models lately."""
        if self.making is None or not called.names:
            return self
        return replace(self, making=replace(self.making, called=tuple(called.names.items())))

    @property
    def usual(self) -> str:
        """The code of the language of who is not known."""
        return self.home or self.strings.code

    @property
    def language(self) -> str:
        """The code of the language it speaks; empty where that is its usual one."""
        return self.strings.code if self.strings.code != self.usual else ""

    @property
    def run_by(self) -> str:
        """Gives the name of the operator as people are told it, also where none is set."""
        return self.operator or self.strings.cards.unnamed_operator

    def run_by_in(self, form: str) -> str:
        """Gives that name as it stands in a form, which a sentence may begin with."""
        before, name = form.partition("{operator}")[0].rstrip(), self.run_by
        begins = not before or before[-1] in ".!?"
        return f"{name[:1].upper()}{name[1:]}" if begins and not self.operator else name
