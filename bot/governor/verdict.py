"""A sentence and what is known -> what becomes of it: the rules first, then the small models.

Readable rules win where they are sure; a model alone may only drop a sentence it is sure of.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.governor.context import Context
from bot.governor.ngrams import Linear, features, plain, rooted_sum, soft_maximum
from bot.governor.rules import (
    Action,
    Rule,
    boilerplate,
    capitulation,
    claims,
    delusion,
    distance,
    farewell,
    flattery,
    hooks,
    mirroring,
    moralising,
    romance,
)

RULES: tuple[Rule, ...] = (
    *romance.RULES,
    *delusion.RULES,
    *capitulation.RULES,
    *distance.RULES,
    *farewell.RULES,
    *hooks.RULES,
    *claims.RULES,
    *flattery.RULES,
    *moralising.RULES,
    *boilerplate.RULES,
    *mirroring.RULES,
)
FLAGS = (
    "flattery",
    "capitulation",
    "attachment_hook",
    "farewell_pressure",
    "claimed_feelings",
    "question_burden",
    "boilerplate",
    "moralising",
    "delusion_reinforcement",
    "mirroring",
    "romance",
    "distance",
)
LEARNT = ("attachment_hook", "claimed_feelings", "flattery")  # what a model may back
Models = Mapping[str, Linear]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the governor saw in a draft: the rule, what it did, and the sentence."""

    rule: str
    flag: str
    action: Action
    sentence: str = field(repr=False)
    instruct: str = ""


def found(text: str, context: Context, before: tuple[str, ...], models: Models) -> Finding | None:
    """Gives what is wrong with a sentence, or None.

    Args:
        text: the sentence as it was written.
        before: the plain sentences released before it.
    """
    sentence = plain(text)
    if not any(mark.isalpha() for mark in sentence):
        return None
    for rule in RULES:
        if rule.check(sentence, context, before):
            return Finding(rule.name, rule.flag, rule.action, text, rule.instruct)
    hashes = features(sentence) if models else frozenset()
    for flag in LEARNT:
        model = models.get(flag)
        if model is not None and model.score(hashes) >= model.sure:
            return Finding(f"{flag} (learnt)", flag, "drop", text)
    return None


def flags_of(sentences: list[str], findings: list[Finding], models: Models) -> list[str]:
    """Gives the flags of a whole reply: what the rules saw, and what the models say of it all."""
    raised = {finding.flag for finding in findings}
    hashed = [features(plain(each)) for each in sentences] if models else []
    for flag in LEARNT:
        model = models.get(flag)
        scores = [model.score(each) for each in hashed] if model is not None else []
        pooled = rooted_sum(scores) if flag == "claimed_feelings" else soft_maximum(scores)
        if model is not None and scores:
            raised = (raised - {flag}) | ({flag} if pooled >= model.threshold else set())
    return [flag for flag in FLAGS if flag in raised]
