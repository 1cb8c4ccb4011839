"""The demonstration voice as a model: no language model, but hand-written replies in its place."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from bot.bounded import BoundedMap
from bot.crisis.answers import StraightQuestion
from bot.crisis.tiers import Tier, stated, tier
from bot.governor.questions import asked_in
from bot.ids import RoomId
from bot.model.another import asks_about_them, is_safe_now
from bot.model.demonstrated import styles
from bot.model.voice import Hears, Voice, hears_nothing
from bot.prompt.marks import without_note
from bot.strings import Strings
from bot.text.language import language, language_of_talk
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.words import Brief, Draft, Prompt, PromptLine

ROOMS = 1_000  # whose latest replies are known
STILL = 3  # messages after which a question is about somebody else's danger no more
MOST_MET = 6  # replies in a row that name a way to help somebody else
LATELY = 12  # replies of a room that are not said again


class OfflineModel:
    """Answers with a reply that fits the situation, and that was not said lately in the room."""

    def __init__(self, strings: Strings, hears: Hears = hears_nothing) -> None:
        """Makes it.

        Args:
            strings: the language it answers in where neither person nor message has another.
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
        room = prompt.brief.room
        own = [one.text for one in prompt.lines if one.role == "assistant"]
        lately = (*own, *(self._said.get(room, ()) if room is not None else ()))
        strings = self._in_the_language_of(prompt)
        if again := _instead_of_asking_again(prompt.brief, own, strings):
            pieces: tuple[str, ...] = (again,)
        else:
            pieces = await asyncio.to_thread(self._written, prompt, lately, strings)
        if room is not None:
            self._said[room] = (*self._said.get(room, ()), pieces[0])[-LATELY:]
        for piece in ("".join(pieces),) if "whole" in styles(prompt.brief) else pieces:
            yield Draft(piece, is_written=True)

    def _written(self, prompt: Prompt, lately: Sequence[str], strings: Strings) -> tuple[str, ...]:
        """Gives the pieces of a reply; it may block for some milliseconds."""
        if about := _about_another(prompt, lately, strings):
            return (about,)
        voice, said = Voice(strings, self._hears), last_said(prompt.lines)
        first, *rest = voice.written(prompt.brief, said, tuple(lately))
        return (_not_twice(first, lately, strings, prompt.brief), *rest)

    def _in_the_language_of(self, prompt: Prompt) -> Strings:
        """Gives the strings of the language that the talk surely is in, else of its person's."""
        said = [without_note(one.text) for one in prompt.lines if one.role == "user"] or [""]
        newest = language_of_talk(ends(said[-1]), said[:-1])
        sure = newest or next(filter(None, (language(ends(one)) for one in said[::-1])), "")
        return self._strings.to(prompt.brief.language).to(sure)

    async def close(self) -> None:
        """Does nothing, because no connection is open."""


def _instead_of_asking_again(brief: Brief, own: list[str], strings: Strings) -> str:
    """Gives the words after a straight question, so that it is not asked twice."""
    if brief.crisis == "unsure" and strings.risk.unsure in "".join(own):
        return strings.crisis.steady
    has_asked = bool(own) and asked_in(own[-1]) is StraightQuestion.DYING
    return strings.risk.said_plainly if brief.crisis == "elevated" and has_asked else ""


def _not_twice(first: str, lately: Sequence[str], strings: Strings, brief: Brief) -> str:
    """Gives a way to help in place of the line that nothing is passed over, once that was said.

    Where others read it stays that line: it names nothing.
    """
    steady, again = strings.crisis.steady, strings.offline.at_risk_still
    if first != steady or brief.is_shared or not any(steady in one for one in lately):
        return first
    return min(again, key=lambda line: sum(line in one for one in lately))


def _about_another(prompt: Prompt, lately: Sequence[str], strings: Strings) -> str:
    """Gives a way to help somebody else whose life was said to be at risk, where more is asked.

    Where others read it names nothing. Of the person's own danger nothing is said here.
    """
    told = [ends(without_note(one.text)) for one in prompt.lines if one.role == "user"]
    *before, said = told or [""]
    if prompt.brief.crisis or tier(said) > Tier.NONE:
        return ""
    found = _told_in(before, lately, strings)
    if found is None or not _is_still_asked(said, before, {strings.code, found.code}):
        return ""
    strings = strings if language(said) else found  # too short to tell: in that of what was told
    if prompt.brief.is_shared:
        return strings.crisis.steady
    return min(strings.offline.concern_still, key=lambda line: sum(line in one for one in lately))


def _is_still_asked(said: str, before: Sequence[str], codes: set[str]) -> bool:
    """Returns whether a message asks about somebody else's danger that nobody said is over."""
    if any(is_safe_now(normalized(one), *codes) for one in before[-STILL:]):
        return False
    return asks_about_them(normalized(said), *codes)


def _told_in(before: Sequence[str], lately: Sequence[str], strings: Strings) -> Strings | None:
    """Gives the strings of the language in which somebody else's danger was told or last met.

    None where it was neither told in the last messages nor met by the last reply, and where that
    has been met often enough: what is read of a talk may be one exchange.
    """
    told = [stated(one).verdict for one in before[-STILL:]]
    found = [one.language for one in told if one.tier is Tier.CONCERN]
    if found:
        return strings.to(strings.code_of(found[-1]))
    met = [_met_in(one, strings) for one in lately[-MOST_MET:]]
    return met[-1] if met and not (len(met) == MOST_MET and None not in met) else None


def _met_in(reply: str, strings: Strings) -> Strings | None:
    """Gives the strings of the language whose way to help a reply names; None for none."""
    every = (one for one in strings.every if any(way in reply for way in one.offline.concern_still))
    return next(every, None)


def last_said(lines: tuple[PromptLine, ...]) -> str:
    """Gives the person's last words, without the program's note after them."""
    own = [line.text for line in lines if line.role == "user"]
    return without_note(own[-1]) if own else ""
