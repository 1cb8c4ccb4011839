"""What the demonstration voice writes: a hand-written reply to what it hears, in one language."""

from collections.abc import Callable
from zlib import crc32

from bot.crisis import texts
from bot.crisis.tiers import Tier, stated, tier
from bot.governor.identity.question import language_of_asking
from bot.governor.user_intent import is_leaving
from bot.lexicon import lexicon
from bot.model.demonstrated import KNOWING, Turn, chosen
from bot.model.forms import is_question
from bot.model.situations import Heard
from bot.model.weighed import told_alone, weighed
from bot.strings import Strings
from bot.strings.demonstration import Demonstration, demonstration
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.text.plain import plain as plainly
from bot.words import Brief

_WORDS = lexicon("en/offline/manners")
_FAREWELL = _WORDS["farewell"]
LONGEST_GOODBYE = 5  # words
_THANKS = _WORDS["thanks"]
GOODBYE, THANKS = Heard("goodbye", "light"), Heard("thanks", "light")
EMOJI, NOWHERE = Heard("emoji", "bot"), Heard("you_there", "bot")
READ = "en"  # the language that the heads read
Hears = Callable[[str], Heard]


def hears_nothing(text: str) -> Heard:
    """Gives no situation: without the network every message is one it is unsure of."""
    return Heard()


class Voice:
    """Writes a reply from a brief, the person's words and what was said lately.

    The heads read English; in every other language what the plain words leave no doubt of is heard.
    """

    def __init__(self, strings: Strings, hears: Hears = hears_nothing) -> None:
        """Makes it.

        Args:
            strings: those of the language that it hears and answers in.
            hears: tells the situation of an English text; it may block for some milliseconds.
        """
        self._strings, self._hears = strings, hears
        self._say: Demonstration = demonstration(strings.code)

    def written(self, brief: Brief, said: str, lately: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Gives the pieces of the reply: what is said, then a small last line where one is due."""
        said = ends(said)  # the floor read all of it before this was asked
        offline = self._strings.offline
        if brief.crisis or tier(said) > Tier.NONE:
            steadily = _steadily(brief, said, self._strings)
            words = texts.next_to_first(self._strings, steadily) if brief.is_led else steadily
            return _with_line(words, brief.first, offline.honest)
        if tongue := language_of_asking(plainly(said)):
            return _with_line(self._strings.is_ai_in(tongue), brief.first, offline.honest)
        heard = self.heard(said)
        asks = is_question(normalized(said), self._strings.code)
        body = self._body(Turn(brief, said, heard, lately, asks))
        if self._wants_a_model(heard) and not brief.first:
            return _with_line(body, True, _turned(offline.connects, said, len(lately)))
        return _with_line(body, brief.first, offline.honest)

    def _wants_a_model(self, heard: Heard) -> bool:
        here = self._say.situations.get(heard.situation)
        return heard.family in KNOWING if here is None else here.asks_for_facts

    def _body(self, turn: Turn) -> str:
        kind = turn.brief.rupture
        alone = self._strings.offline.alone.get(kind, ()) if kind is not None else ()
        return _turned(alone, turn.said, len(turn.lately)) if alone else chosen(turn, self._say)

    def heard(self, said: str) -> Heard:
        """Gives what a message is about; it may block for some milliseconds."""
        plain = normalized(said)
        if _FAREWELL.fullmatch(plain) or _only_leaves(said):
            return GOODBYE
        if _THANKS.fullmatch(plain):
            return THANKS
        if not any(map(str.isalnum, said)):
            return NOWHERE if "?" in plain else self._of_a_sign()
        if self._strings.code != READ:
            return told_alone(plain, self._say)
        return weighed(plain, self._hears(said), self._say)

    def _of_a_sign(self) -> Heard:
        """Gives what a sign alone is heard as: nothing sure where no words are written for it."""
        return EMOJI if EMOJI.situation in self._say.situations else Heard()


def _turned(every: tuple[str, ...], said: str, turn: int) -> str:
    """Gives one of these, another from turn to turn."""
    return every[(crc32(said.encode("utf-8", "replace")) + turn) % len(every)]


def _with_line(body: str, is_due: bool, line: str) -> tuple[str, ...]:
    return (body, f"\n\n{line}") if is_due else (body,)


def _only_leaves(said: str) -> bool:
    """Returns whether a message is a goodbye and too short to be about anything else."""
    is_short = len(said.split()) <= LONGEST_GOODBYE
    return is_short and "?" not in said and is_leaving(plainly(said))


def _steadily(brief: Brief, said: str, strings: Strings) -> str:
    """Gives the fixed words for a life at risk, without repeating the person's words."""
    crisis = brief.crisis
    if brief.is_shared:
        return strings.crisis.steady
    verdict = stated(said).verdict
    if verdict.language:
        return texts.instead(strings, verdict)
    match crisis or verdict.tier.name.lower():
        case "acute" | "elevated":
            return strings.offline.person_now if crisis != "elevated" else strings.crisis.asked
        case "concern":
            return strings.crisis.concern
        case "past":
            return strings.offline.over_and_said
        case "unsure":
            return strings.risk.unsure
        case _:
            return strings.crisis.steady
