"""A sentence and what is known -> what becomes of it: the rules first, then the small models.

Readable rules win where they are sure; a model alone may only drop a sentence it is sure of.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.governor.context import Context
from bot.governor.ngrams import Linear, features, rooted_sum, soft_maximum
from bot.governor.plainly import is_plain_truth
from bot.governor.quoting import NOWHERE, Quoting, spoken, without_code
from bot.governor.rules import (
    Action,
    Rule,
    assent,
    boilerplate,
    capitulation,
    changes,
    claims,
    delusion,
    distance,
    farewell,
    flattery,
    harm,
    health,
    hedges,
    hooks,
    imitation,
    lectures,
    mirroring,
    moralising,
    praise,
    preambles,
    refusals,
    romance,
    stances,
    telephone,
    tongue,
)
from bot.governor.rules.boilerplate import URGENT
from bot.text.pieces import ends
from bot.text.plain import plain

RULES: tuple[Rule, ...] = (
    *telephone.RULES,
    *harm.RULES,
    *health.RULES,
    *assent.RULES,
    *changes.RULES,
    *imitation.RULES,
    *romance.RULES,
    *delusion.RULES,
    *capitulation.RULES,
    *stances.RULES,
    *preambles.RULES,
    *distance.RULES,
    *farewell.RULES,
    *hooks.RULES,
    *claims.RULES,
    *flattery.RULES,
    *praise.RULES,
    *moralising.RULES,
    *lectures.RULES,
    *boilerplate.RULES,
    *mirroring.RULES,
    *hedges.RULES,  # from here: what may stand at last, and then breaks no other rule
    *refusals.RULES,
    *tongue.RULES,
)
_READ_WHOLE = tuple(rule for rule in RULES if rule.reads_shown)
_READ_SAID = tuple(rule for rule in RULES if not rule.reads_shown)
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
    "telephone",
    "claimed_change",
    "danger_dismissed",
    "stance",
    "language",
    "refusal",
)
# What a redraft is told where only the flag is known: of each family, its own first rule's words.
INSTRUCTS = {rule.flag: rule.instruct for rule in reversed(RULES)} | {
    "question_burden": "Say something, and ask nothing."
}
LONGEST = 2_000  # characters of a sentence that are read; what is longer is judged in pieces
LEARNT = ("attachment_hook", "claimed_feelings", "flattery")  # what a model may back
CUTS = frozenset({"flattery", "boilerplate", "moralising"})  # of these any opener may be cut
_ANYTHING = re.compile("")
_OF_ITSELF = re.compile(r"\b(?:i|i'm|i'll|i'd|i've|me|my|mine|we|we're|we'll|us|our)\b")
# A model alone may not call warmth a hook: the sentence must speak of the one who writes it.
_SPEAKS_OF_ITSELF = {"attachment_hook": _OF_ITSELF, "claimed_feelings": _OF_ITSELF}
FEWEST = 4  # words: of fewer a model knows too little to leave a sentence out
# A message that the person asked for speaks for the person, in their own voice.
_OF_ANOTHERS_WORDS = frozenset(
    {"attachment_hook", "boilerplate", "claimed_change", "claimed_feelings", "romance"}
)
# Also where a life may hang on it: the floor names help itself, and none of these is help.
_OF_ITS_OWN = frozenset({"in-public", "assent", "other-subject", "claimed-change", "imitation"})
_SAYS_WHAT_IT_IS = re.compile(
    r"\bi(?:'m| am) an ai\b|\bi (?:don't|do not|can't|cannot) (?:feel|love)\b"
)
Models = Mapping[str, Linear]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the governor saw in a draft: the rule, what it did, and the sentence."""

    rule: str
    flag: str
    action: Action
    sentence: str = field(repr=False)
    instruct: str = ""
    is_retried: bool = False  # where nothing is left, a second draft is told this first
    stands_at_last: bool = False  # found in the second draft too, it stands
    stands_beside: bool = False  # then too, but only beside what else is said


def found(
    text: str,
    context: Context,
    before: tuple[str, ...],
    models: Models,
    quoting: Quoting = NOWHERE,
) -> Finding | None:
    """Gives what is wrong with a sentence, or None.

    Args:
        text: the sentence as it was written.
        before: the plain sentences released before it.
        quoting: where it stands, so that what it only quotes is not held against it.
    """
    text, written = ends(text, LONGEST), text
    shown = plain(text if context.is_in_danger else without_code(text))
    for rule in _READ_WHOLE:
        if rule.check(shown, context, before):
            return _finding(rule, written)
    sentence = plain(spoken(text, quoting, asked_for=context.asks_for_words))
    if not any(mark.isalpha() for mark in sentence):
        return None
    is_true = is_plain_truth(sentence, context)
    is_kept = is_true or (context.is_serious and bool(URGENT.search(sentence)))
    for rule in _READ_SAID:
        if is_kept and rule.action == "drop" and rule.name not in _OF_ITS_OWN:
            continue  # a plain truth, or a life may hang on it: nothing of it is left out
        if context.asks_for_words and rule.flag in _OF_ANOTHERS_WORDS and not context.courts:
            continue
        if rule.check(sentence, context, before):
            return _finding(rule, written)
    is_left = is_kept or context.asks_for_words or bool(_SAYS_WHAT_IT_IS.search(sentence))
    if not models or is_left or sentence.count(" ") < FEWEST - 1:
        return None
    hashes = features(sentence)
    for flag in LEARNT:
        model = models.get(flag)
        if model is None or not _SPEAKS_OF_ITSELF.get(flag, _ANYTHING).search(sentence):
            continue
        if model.score(hashes) >= model.sure:
            return Finding(f"{flag} (learnt)", flag, "drop", written)
    return None


def _finding(rule: Rule, text: str) -> Finding:
    stands = (rule.stands_at_last, rule.stands_beside)
    named = (rule.name, rule.flag, rule.action)
    return Finding(*named, text, rule.instruct, rule.is_retried, *stands)


MARGIN = 1.5  # below what a model is sure of; there it is unsure


def suspected(text: str, models: Models) -> str:
    """Gives the flag that a model suspects most and is not sure of; empty when there is none.

    That is what an outside judge may be asked about.
    """
    sentence = plain(text)
    if not models or not any(mark.isalpha() for mark in sentence):
        return ""
    hashes = features(sentence)
    short = {
        flag: model.sure - model.score(hashes)
        for flag, model in models.items()
        if _SPEAKS_OF_ITSELF.get(flag, _ANYTHING).search(sentence)
    }
    flag = min(short, key=short.__getitem__, default="")
    return flag if flag and 0 < short[flag] <= MARGIN else ""


def flags_of(sentences: list[str], findings: list[Finding], models: Models) -> list[str]:
    """Gives the flags of a whole reply: what the rules saw, and what the models say of it all."""
    raised = {finding.flag for finding in findings}
    read = [plain(each) for each in sentences]
    is_long = sum(said.count(" ") + 1 for said in read) > FEWEST + 1
    hashed = [features(said) for said in read] if models and is_long else []
    for flag in LEARNT:
        model = models.get(flag)
        scores = [model.score(each) for each in hashed] if model is not None else []
        pooled = rooted_sum(scores) if flag == "claimed_feelings" else soft_maximum(scores)
        if model is not None and scores:
            raised |= {flag} if pooled >= model.threshold else set()
    return [flag for flag in FLAGS if flag in raised]
