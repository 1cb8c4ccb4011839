"""Three answers instead of two: certain, unsure, nothing; by patterns and scores together. Pure.

A risk is a calibrated probability, stored with the network, so that these bounds mean the same for
every version of it (`training/crisis/`): SUPPORT confirms a pattern, UNSURE is worth a straight
question, CERTAIN hardly ever alarms in ordinary talk, and AGREEING does so no more often if every
slot surely says the same.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.crisis.chunks import MOST
from bot.crisis.scores import SURELY, Scores, loudest
from bot.crisis.signs import What, When, Who
from bot.crisis.tiers import Stated, Tier, Verdict

SUPPORT, UNSURE, AGREEING, CERTAIN = 0.2, 0.5, 0.8, 0.9
FADES = 0.8  # with each turn of the person that follows
_WHAT = {
    "dead": What.WISH_DEAD, "thoughts": What.THOUGHTS, "intent": What.ENDING, "plan": What.PLAN,
    "means": What.MEANS, "taken": What.TAKEN, "farewell": What.FAREWELL, "burden": What.BURDEN,
    "selfharm": What.HARM, "eating": What.EATING, "violence": What.THREAT, "voices": What.VOICES,
}  # fmt: skip
_ACUTE = ("taken", "violence", "voices", "intent", "plan", "means")  # the gravest first
_WHEN = {"now": When.NOW, "chronic": When.CHRONIC, "past": When.PAST}


def banded(verdict: Verdict, lately: Sequence[Stated]) -> Verdict:
    """Gives a verdict of patterns in the light of the classifier's scores of the last turns.

    Without scores of the newest turn the patterns count alone. What is acute by patterns stays
    acute; what is only unsure, however often, stays unsure.
    """
    newest = lately[-1].scores
    if newest is None:
        return verdict
    if verdict.tier is Tier.ACUTE:
        return _named(verdict, newest)
    if verdict.tier is Tier.ELEVATED:
        is_borne_out = lately[-1].is_foreign or carried(lately) >= SUPPORT
        return (
            _named(verdict, newest)
            if is_borne_out
            else replace(verdict, tier=Tier.NONE, is_unsure=True)
        )
    if _is_certain(newest):
        return _of(newest, lately)
    verdict = _with_another(verdict, newest)
    if carried(lately) >= UNSURE:
        unsure = _of(newest, lately) if newest.risk >= UNSURE else Verdict(who=Who.SELF)
        return replace(unsure, tier=verdict.tier, is_unsure=True)
    return _asked_after(verdict, lately[-1])


def _asked_after(verdict: Verdict, newest: Stated) -> Verdict:
    """Gives an unsure verdict where patterns took a wish back that the classifier bears out."""
    risk = 0.0 if newest.scores is None else newest.scores.risk
    if verdict.tier is Tier.NONE and newest.is_taken_back and risk >= SUPPORT:
        return replace(verdict, who=Who.SELF, is_unsure=True)
    return verdict


def _named(verdict: Verdict, scores: Scores) -> Verdict:
    """Gives a verdict of patterns with the classifier's subject, and never a lower tier.

    No pattern recognises a commanding voice, or against whom a thing at hand is to be used.
    """
    said = scores.said if scores.whose == "self" and not verdict.language else ()
    if verdict.what in (What.THOUGHTS, What.HARM) and "voices" in said:
        return replace(verdict, what=What.VOICES)
    if verdict.what is What.MEANS and verdict.who is Who.SELF and said[:1] == ("violence",):
        return replace(verdict, what=What.THREAT)
    return verdict


def _with_another(verdict: Verdict, scores: Scores) -> Verdict:
    """Gives a verdict with somebody else's danger, where the classifier alone is sure of it."""
    if verdict.tier is not Tier.NONE or scores.another < CERTAIN:
        return verdict
    return Verdict(Tier.CONCERN, Who.ANOTHER, What.THOUGHTS, When.NOW, scores.language)


def _is_certain(scores: Scores) -> bool:
    """Returns whether the classifier alone is sure of a danger: by far, or in all its slots."""
    is_own = scores.whose == "self" and scores.manner != "joke"
    return is_own and scores.risk >= (AGREEING if scores.agree else CERTAIN)


def scored(said: Stated, every: Sequence[Scores]) -> Stated:
    """Gives what a message states with the scores of its chunks.

    If it may have more chunks than are read, a pattern that matched needs no confirmation.
    """
    is_partly_read = len(every) >= MOST and said.verdict.tier is Tier.ELEVATED
    return said if is_partly_read else replace(said, scores=loudest(every))


def carried(lately: Sequence[Stated]) -> float:
    """Gives the greatest risk of the last turns, each faded by those after it."""
    scores = [one.scores.risk if one.scores is not None else 0.0 for one in reversed(lately)]
    return max((risk * FADES**turns for turns, risk in enumerate(scores)), default=0.0)


def _of(scores: Scores, lately: Sequence[Stated]) -> Verdict:
    """Gives the verdict of one chunk's scores: acute if the danger is surely there now."""
    means = _WHAT | {"violence": _violence(lately)}
    surely = [name for name in _ACUTE if scores.likely(name) >= SURELY]
    said = scores.said
    when = _WHEN.get(scores.at, When.NOW)
    if surely and scores.at == "now":
        return Verdict(Tier.ACUTE, Who.SELF, means[surely[0]], when, scores.language)
    what = means[said[0]] if said else What.THOUGHTS
    return Verdict(Tier.ELEVATED, Who.SELF, what, when, scores.language)


def _violence(lately: Sequence[Stated]) -> What:
    """Gives what the classifier's violence is: a threat, as it learnt it, or what is suffered.

    It hears who suffers violence as well, and never says which it is. So it is what the patterns
    of the last turns heard, where that is violence and no threat.
    """
    heard = {one.verdict.what for one in lately}
    return What.VIOLENCE if What.VIOLENCE in heard and What.THREAT not in heard else What.THREAT
