"""The turns of one person in one conversation -> the verdict on the newest of them.

A message is read by itself first. Several may say together what none says alone: faint signs of
several kinds in the last turns are elevated, and so is a question about means after distress. Means
in reach, a place or an hour are acute beside a wish, after one, and in an episode. An answer to a
straight question counts as if it had been said in full.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.crisis.answers import Answer, StraightQuestion
from bot.crisis.bands import CERTAIN, FADES, UNSURE, banded
from bot.crisis.scores import Scores
from bot.crisis.signs import What, When, Who
from bot.crisis.tiers import Stated, Tier, Verdict, stated

LATELY = 8  # turns of the person, the newest among them
_CORE = frozenset({What.TRAPPED, What.HOPELESS, What.THOUGHTS, What.FAREWELL})
_SELF = frozenset({What.BURDENSOME, What.DEFEAT, What.FAREWELL})
_KINDS = 3  # different faint signs
_OWN = (0.0, 1.0, 0.0)  # whose: the person's
_YES = Scores(CERTAIN, who=_OWN)
_HEDGED = Scores(UNSURE / FADES, who=_OWN)  # carried on: unsure once more in the turn after it


def read(turns: Sequence[str]) -> Verdict:
    """Gives the verdict on the newest of a person's messages, which come oldest first.

    Raises nothing; no messages give no risk.
    """
    return weighed([stated(text) for text in turns[-LATELY:]])


def weighed(turns: Sequence[Stated], *, in_episode: bool = False) -> Verdict:
    """Gives the verdict on the newest message, from its signs and those of the messages before."""
    lately = _in_full(turns[-LATELY:])
    if not lately:
        return Verdict()
    verdict = banded(_by_signs(lately, in_episode=in_episode), lately)
    says_more = lately[-1].scores is not _YES or lately[-1].verdict.tier >= Tier.ELEVATED
    return verdict if says_more else replace(verdict, is_answer=True)


def _in_full(turns: Sequence[Stated]) -> tuple[Stated, ...]:
    """Gives the turns with each answer to a straight question as if said in full.

    A clear no removes all that was only unsure from the turns before it.
    """
    full: list[Stated] = []
    for one in turns:
        asked = full[-1].asked if full else StraightQuestion.NOTHING
        if asked is StraightQuestion.DYING and one.answer in (Answer.NO, Answer.DENIED):
            full = [replace(each, scores=None) for each in full]
        full.append(_said_in_full(one, asked))
    return tuple(full)


def _said_in_full(one: Stated, asked: StraightQuestion) -> Stated:
    """Gives what an answer says: a yes to dying is certain, a hedge unsure, a denial nothing."""
    risk = one.scores.risk if one.scores is not None else 0.0
    match asked, one.answer:
        case StraightQuestion.DYING, Answer.YES if risk < CERTAIN:
            return replace(one, scores=_YES)
        case StraightQuestion.DYING, Answer.HEDGED if risk < _HEDGED.risk:
            return replace(one, scores=_HEDGED)
        case StraightQuestion.DYING, Answer.DENIED:
            return Stated(answer=one.answer, asked=one.asked)
        case StraightQuestion.MEANS, Answer.YES:
            return replace(one, is_near=True)
        case _:
            return one


def _by_signs(lately: Sequence[Stated], *, in_episode: bool) -> Verdict:
    newest = lately[-1]
    if newest.is_near and (in_episode or any(map(_is_own_wish, lately))):
        return _nearer(newest.verdict)
    if newest.verdict.tier >= Tier.ELEVATED:
        return newest.verdict
    together = _together(lately)
    return max((newest.verdict, together), key=lambda verdict: verdict.tier)


def _is_own_wish(one: Stated) -> bool:
    """Returns whether a person said, or may have said, that they would rather not live."""
    is_heard = one.scores is not None and one.scores.risk >= UNSURE
    return is_heard or (one.verdict.tier >= Tier.ELEVATED and one.verdict.who is Who.SELF)


def _nearer(verdict: Verdict) -> Verdict:
    """Gives the verdict of a danger that is there now, whatever else the message says."""
    if verdict.tier is Tier.ACUTE and verdict.what is not What.ENDING:
        return verdict
    return Verdict(Tier.ACUTE, Who.SELF, What.MEANS, When.NOW, language=verdict.language)


def _together(lately: Sequence[Stated]) -> Verdict:
    """Gives the verdict on the last messages together."""
    newest, before = lately[-1], lately[:-1]
    distress = frozenset().union(*(each.faint for each in before))
    was_elevated = any(each.verdict.tier >= Tier.ELEVATED for each in before)
    if newest.asks_for_means and (was_elevated or len(distress & (_CORE | _SELF)) > 1):
        return Verdict(Tier.ELEVATED, Who.SELF, What.MEANS, When.NOW)
    kinds = distress | newest.faint
    if newest.faint and len(kinds) >= _KINDS and kinds & _CORE and kinds & _SELF:
        return Verdict(Tier.ELEVATED, Who.SELF, max(newest.faint), When.NOW)
    return Verdict()
