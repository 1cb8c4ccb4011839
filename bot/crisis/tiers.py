"""A message -> its tier of acute risk, after the Columbia Suicide Severity Rating Scale.

One message by itself: the person's own wish to be dead is elevated; their wish, intent or means to
kill themselves is acute, and so are poison taken, violence now, and a threat to others. What is
over is past; another person's wish is concern. All else is NONE, which never means "safe".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from bot.crisis.answers import Answer, StraightQuestion, answer_in
from bot.crisis.attention import IN_ALL, IN_CLAUSES, sought
from bot.crisis.jests import is_jest, is_meant, is_shame
from bot.crisis.near import is_near
from bot.crisis.scores import Scores
from bot.crisis.signs import Sign, Weight, What, When, Who
from bot.crisis.signs.languages import heard, language_of, told_in_quotes
from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.normalize.informal import clauses
from bot.text.pieces import windows


class Tier(IntEnum):
    """How acute the risk to life is that a message states."""

    NONE = 0
    CONCERN = 1  # for another person
    PAST = 2
    ELEVATED = 3  # the person's own wish to be dead, or thoughts of it
    ACUTE = 4  # the person's own wish, intent or means to kill themselves, now


_TIMES = 8  # that one sign is looked at in one clause, which has at most 90 words
_WORDS = lexicon("en/crisis/tiers")
_ASKS = _WORDS["asks_for_means"]
_SONG = re.compile("[♪♫♬]")
_MARKED = r"```.*?```|\"[^\"\n]*\"|'(?<!\w')(?:[^'\n]|(?<=\w)'(?=\w))+'(?!\w)"
_QUOTED = re.compile(_MARKED, re.DOTALL)
_QUOTED_OR_CITED = re.compile(rf"{_MARKED}|^[ \t]*>[^\n]*", re.DOTALL | re.MULTILINE)
# What stands right before makes it another's words, or a denial; right after, a manner of speaking.
_NOT_OWN, _MANNER_OF_SPEAKING = _WORDS["not_own"], _WORDS["manner_of_speaking"]
# What a message is about when its pictures are no wishes: stories, songs, games, machines, papers.
_FRAME = _WORDS["frame"]
_PAST, _LONG_OVER, _AT_AN_AGE = _WORDS["past"], _WORDS["long_over"], _WORDS["at_an_age"]
_STILL, _FOR_LONG = _WORDS["still"], _WORDS["for_long"]
# Said of oneself and of now, it is no story and not long ago, whatever stands beside it.
_PRESENT = _WORDS["present"]
_JOKE = _WORDS["joke"]
_TIERS = {
    Weight.FAINT: Tier.NONE,
    Weight.CONCERN: Tier.CONCERN,
    Weight.STRONG: Tier.ELEVATED,
    Weight.ACUTE: Tier.ACUTE,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How acute the risk is, and why: whose life, what is said, and when that is."""

    tier: Tier = Tier.NONE
    who: Who | None = None
    what: What | None = None
    when: When | None = None
    language: str = ""  # in which it was said, where that is not English
    is_unsure: bool = False  # it may be so: worth a straight question, and no alarm
    is_answer: bool = False  # a yes to what was asked straight out, and no more than that

    @property
    def why(self) -> tuple[str, ...]:
        """The slots as words, whose, what, when; empty when there is nothing."""
        return tuple(str(slot) for slot in (self.who, self.what, self.when) if slot is not None)


@dataclass(frozen=True, slots=True)
class Stated:
    """The statements of one message, and the faint signs in it."""

    verdict: Verdict = Verdict()
    faint: frozenset[What] = frozenset()
    asks_for_means: bool = False
    is_near: bool = False  # it says that means, a place or the hour are there
    is_foreign: bool = False  # its verdict is of a language that no classifier here reads
    scores: Scores | None = None  # of its loudest chunk; None where none was made
    answer: Answer = Answer.NONE  # to what may have been asked straight out before it
    asked: StraightQuestion = StraightQuestion.NOTHING  # by the newest reply, once it was said
    is_taken_back: bool = False  # a wish in another language, as a story, an idiom or another's


def tier(text: str) -> Tier:
    """Gives the most acute tier that one message states; quotations do not count."""
    return stated(text).verdict.tier


def stated(text: str, said: str | None = None) -> Stated:
    """Gives what one message states by itself; a long one is read to its end.

    Args:
        said: the normalized text, if it was normalized before.
    """
    if _SONG.search(text):
        return Stated()
    plain = normalized(text) if said is None else said
    own = _own(plain)
    spelled = clauses(own)
    whole, message = " ".join(spelled), " , ".join(spelled)
    found = _in_english(own, spelled, message)
    is_over = bool(found) and bool(_LONG_OVER.search(whole))
    elsewhere = heard(own)
    told = elsewhere.signs or _told_by_somebody(plain)
    verdicts = [*map(_elsewhere, told)]
    verdicts += [_verdict(sign, clause, said, is_over=is_over) for sign, clause, said in found]
    faint = frozenset(sign.what for sign, *_ in found if sign.weight is Weight.FAINT)
    asks = bool(_ASKS.search(whole)) and not _FRAME.search(whole)
    graver = max(verdicts, key=_rank, default=Verdict())
    answer = answer_in(own)
    back = elsewhere.is_taken_back
    near = is_near(spelled)
    return Stated(graver, faint, asks, near, bool(told), answer=answer, is_taken_back=back)


def _in_english(own: str, spelled: tuple[str, ...], message: str) -> list[tuple[Sign, str, str]]:
    """Gives the signs found in a message in English, without those that are a jest there."""
    found = _found(sought(spelled, IN_CLAUSES)) + _found(sought(windows(message), IN_ALL))
    if not found or is_meant(own):
        return found
    is_small = is_shame(message)
    return [one for one in found if not is_jest(one[0], one[2], one[1], is_shame=is_small)]


def _told_by_somebody(said: str) -> tuple[Sign, ...]:
    """Gives the signs that somebody near is quoted with, in another language than English."""
    quotes = islice(_QUOTED.finditer(said), _TIMES) if '"' in said or "'" in said else ()
    told = (told_in_quotes(said[: one.start()], one[0][1:-1]) for one in quotes)
    return tuple(sign for signs in told for sign in signs)


def _elsewhere(sign: Sign) -> Verdict:
    """Gives the verdict of a sign in another language than English."""
    return Verdict(_TIERS[sign.weight], sign.who, sign.what, When.NOW, language=language_of(sign))


def _own(said: str) -> str:
    """Gives the words that are neither quotation nor jest."""
    quoted = _QUOTED_OR_CITED if ">" in said else _QUOTED
    own = quoted.sub(" x ", said)
    return _JOKE.sub(" x ", own) if "kms" in own else own


def _found(read: Iterable[tuple[str, Sign]]) -> list[tuple[Sign, str, str]]:
    """Gives the signs found in what is read, each with its clause and the words that matched."""
    return [(sign, clause, said) for clause, sign in read for said in _said(clause, sign)]


def _rank(verdict: Verdict) -> Tier:
    return verdict.tier


def _verdict(sign: Sign, clause: str, said: str, *, is_over: bool) -> Verdict:
    """Gives the verdict of one sign in its place: nothing in a story, past if it is over."""
    tier = _TIERS[sign.weight]
    if tier is Tier.NONE:
        return Verdict()
    is_present = bool(_PRESENT.search(said)) and sign.who is Who.SELF
    is_past = is_over or (bool(_PAST.search(clause)) and not _STILL.search(clause))
    if sign.what is What.TAKEN and sign.who is Who.SELF and _AT_AN_AGE.search(clause):
        return Verdict(Tier.PAST, sign.who, sign.what, When.PAST)
    if not (sign.literal or is_present):
        if _FRAME.search(clause):
            return Verdict()
        if is_past:
            return (
                Verdict(Tier.PAST, sign.who, sign.what, When.PAST)
                if sign.who is Who.SELF
                else Verdict()
            )
    when = When.CHRONIC if _FOR_LONG.search(clause) else When.NOW
    return Verdict(tier, sign.who, sign.what, when)


def _said(clause: str, sign: Sign) -> list[str]:
    """Gives the words by which a clause states a sign of the person, and the four before."""
    return [
        " ".join((*clause[: found.start()].split()[-4:], found[0]))
        for found in islice(sign.pattern.finditer(clause), _TIMES)
        if not _NOT_OWN.search(clause[: found.start()])
        and not _MANNER_OF_SPEAKING.search(clause[found.end() :])
    ]
