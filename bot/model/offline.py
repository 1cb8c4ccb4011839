"""The demonstration voice: no language model, but hand-written replies to what it hears."""

import asyncio
from collections.abc import AsyncIterator, Callable
from zlib import crc32

from bot.bounded import BoundedMap
from bot.crisis import texts
from bot.crisis.answers import StraightQuestion
from bot.crisis.tiers import Tier, stated, tier
from bot.governor.identity.question import language_of_asking
from bot.governor.questions import asked_in
from bot.governor.user_intent import is_leaving
from bot.ids import RoomId
from bot.lexicon import lexicon
from bot.model.demonstrated import KNOWING, Turn, chosen, styles
from bot.model.situations import Heard
from bot.model.weighed import weighed
from bot.prompt.marks import without_note
from bot.strings import Strings
from bot.strings.demonstration import Demonstration, demonstration
from bot.text.language import language
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.text.plain import plain as plainly
from bot.words import Brief, Draft, Prompt, PromptLine

_WORDS = lexicon("en/offline/manners")
_FAREWELL = _WORDS["farewell"]
LONGEST_GOODBYE = 5  # words
_THANKS = _WORDS["thanks"]
ROOMS = 1_000  # whose latest replies are known
LATELY = 12  # replies of a room that are not said again
GOODBYE, THANKS = Heard("goodbye", "light"), Heard("thanks", "light")
EMOJI, NOWHERE = Heard("emoji", "bot"), Heard("you_there", "bot")
Hears = Callable[[str], Heard]


def hears_nothing(text: str) -> Heard:
    """Gives no situation: without the network every message is one it is unsure of."""
    return Heard()


class OfflineModel:
    """Answers with a reply that fits the situation, and that was not said lately in the room."""

    def __init__(self, strings: Strings, hears: Hears = hears_nothing) -> None:
        """Makes it.

        Args:
            strings: the language it answers in.
            hears: tells the situation of a text; it may block for some milliseconds.
        """
        self._strings, self._hears = strings, hears
        self._said: BoundedMap[RoomId, tuple[str, ...]] = BoundedMap(ROOMS)

    @property
    def host(self) -> str | None:
        """Gives None, because the words stay on this machine."""
        return None

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        """Yields the reply, then its small last line; in one piece if the person set that."""
        said, room = last_said(prompt.lines), prompt.brief.room
        own = [one.text for one in prompt.lines if one.role == "assistant"]
        lately = (*own, *(self._said.get(room, ()) if room is not None else ()))
        if again := _instead_of_asking_again(prompt.brief, own, self._strings):
            pieces: tuple[str, ...] = (again,)
        else:
            voice = Voice(self._strings, self._hears)
            pieces = await asyncio.to_thread(voice.written, prompt.brief, said, lately)
        if room is not None:
            self._said[room] = (*self._said.get(room, ()), pieces[0])[-LATELY:]
        for piece in ("".join(pieces),) if "whole" in styles(prompt.brief) else pieces:
            yield Draft(piece, is_written=True)

    async def close(self) -> None:
        """Does nothing, because no connection is open."""


def _instead_of_asking_again(brief: Brief, own: list[str], strings: Strings) -> str:
    """Gives the words after a straight question, so that it is not asked twice."""
    if brief.crisis == "unsure" and strings.risk.unsure in "".join(own):
        return strings.crisis.steady
    has_asked = bool(own) and asked_in(own[-1]) is StraightQuestion.DYING
    return strings.risk.said_plainly if brief.crisis == "elevated" and has_asked else ""


def last_said(lines: tuple[PromptLine, ...]) -> str:
    """Gives the person's last words, without the program's note after them."""
    own = [line.text for line in lines if line.role == "user"]
    return without_note(own[-1]) if own else ""


class Voice:
    """Writes a reply from a brief, the person's words and what was said lately."""

    def __init__(self, strings: Strings, hears: Hears = hears_nothing) -> None:
        self._strings, self._hears = strings, hears
        self._say: Demonstration = demonstration(strings.code)

    def written(self, brief: Brief, said: str, lately: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Gives the pieces of the reply: what is said, then a small last line where one is due."""
        said = ends(said)  # the floor read all of it before this was asked
        offline = self._strings.to(language(said)).offline
        if brief.crisis or tier(said) > Tier.NONE:
            return _with_line(_steadily(brief, said, self._strings), brief.first, offline.honest)
        if known := self._known(said):
            return _with_line(known, brief.first, offline.honest)
        heard = self.heard(said)
        body = self._body(Turn(brief, said, heard, lately))
        if self._wants_a_model(heard) and not brief.first:
            return _with_line(body, True, _turned(offline.connects, said, len(lately)))
        return _with_line(body, brief.first, offline.honest)

    def _wants_a_model(self, heard: Heard) -> bool:
        here = self._say.situations.get(heard.situation)
        return heard.family in KNOWING if here is None else here.asks_for_facts

    def _known(self, said: str) -> str:
        """Gives what is said to who asks whether it is a person, or writes what it cannot read."""
        if tongue := language_of_asking(plainly(said)):
            return self._strings.is_ai_in(tongue)
        return self._strings.offline.not_read.get(language(said), "")

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
            return NOWHERE if "?" in said else EMOJI
        return weighed(plain, self._hears(said), self._say)


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
