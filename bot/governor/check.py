"""Judges a sentence in its context: rules name the reason, and leanings weigh it.

A classifier's leanings come as a value; without them the rules judge alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.governor.backing import ALONE, flagged_alone, is_vetoed, suspected, warmth
from bot.governor.context import Context
from bot.governor.leanings import Leanings
from bot.governor.plainly import is_plain_truth
from bot.governor.rules import Action, Rule
from bot.governor.rules.boilerplate import URGENT
from bot.governor.rules.every import RULES
from bot.governor.rules.flags import Flag
from bot.governor.rules.named import LEARNT
from bot.lexicon import lexicon
from bot.text.pieces import ends
from bot.text.plain import is_wordless, plain
from bot.text.quotes import NOWHERE, Quoting, spoken, without_code

_READ_WHOLE = tuple(rule for rule in RULES if rule.reads_shown)
_READ_SAID = tuple(rule for rule in RULES if not rule.reads_shown)
FLAGS = tuple(Flag)
# What a redraft is told where only the flag is known: of each, its first rule's words, or its own.
INSTRUCTS: dict[str, str] = {
    **{rule.flag: rule.instruct for rule in reversed(RULES)},
    **{flag: flag.traits.instruct for flag in Flag if flag.traits.instruct},
}
LONGEST = 2_000  # characters of a sentence that are read; what is longer is judged in pieces
_SAYS_WHAT_IT_IS = lexicon("en/governor/says_what_it_is")["says_what_it_is"]


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
    is_learnt: bool = False  # no rule says why


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a sentence in its reply.

    Args:
        before: the plain sentences released before it.
        quoting: the quotation that is open there: a quoted sentence is not held against the reply.
    """

    before: tuple[str, ...] = ()
    quoting: Quoting = NOWHERE


NO_PLACE = Place()


def found(
    text: str, context: Context, place: Place = NO_PLACE, leanings: Leanings | None = None
) -> Finding | None:
    """Gives the finding for a sentence, or None.

    Args:
        text: the sentence as it was written.
        place: its place in the reply.
        leanings: a classifier's leanings of it; without them the rules judge alone.
    """
    if is_wordless(text) and not place.quoting.is_open:
        return None  # what reads a sentence without letters asks for a digit
    text, written = ends(text, LONGEST), text
    shown = plain(text if context.is_in_danger else without_code(text))
    for rule in _READ_WHOLE:
        if rule.check(shown, context, place.before):
            return _finding(rule, written)
    sentence = said_plainly(text, context, place.quoting)
    if not any(mark.isalpha() for mark in sentence):
        return None
    for rule in _open_to(sentence, context):
        if rule.check(sentence, context, place.before) and not is_vetoed(rule, sentence, leanings):
            return _finding(rule, written)
    flag = _alone(sentence, context, leanings)
    return _learnt(flag, written) if flag else None


def _open_to(sentence: str, context: Context) -> Iterator[Rule]:
    """Yields the rules that apply to a plain sentence: fewer for one that is kept or asked for."""
    is_kept = _is_kept(sentence, context)
    is_theirs = context.asks_for_words and not context.courts
    for rule in _READ_SAID:
        is_spared = is_kept and rule.action == "drop" and not rule.holds_in_crisis
        if not is_spared and not (is_theirs and rule.flag.traits.spares_asked_for):
            yield rule


def _is_kept(sentence: str, context: Context) -> bool:
    """Returns whether a sentence must stay: it is a plain truth, or a life may depend on it."""
    if is_plain_truth(sentence, context):
        return True
    return context.is_serious and bool(URGENT.search(sentence))


def _alone(sentence: str, context: Context, leanings: Leanings | None) -> str:
    """Gives the flag that only leanings raise, and surely, for a plain sentence, or nothing.

    Never for words that the person asked for, for what is kept, or for what the bot says it is.
    """
    return flagged_alone(sentence, context, leanings) if _may_be(sentence, context) else ""


def _may_be(sentence: str, context: Context) -> bool:
    if context.asks_for_words or context.is_in_danger or _SAYS_WHAT_IT_IS.search(sentence):
        return False
    return not _is_kept(sentence, context)


def doubted(text: str, context: Context, leanings: Leanings | None) -> str:
    """Gives the flag that a released sentence leans to most but not surely, or nothing.

    Like a leaning alone, the judge may not remove what was asked for or is kept.
    """
    if leanings is None:
        return ""
    sentence = plain(ends(text, LONGEST))
    return suspected(sentence, context, leanings) if _may_be(sentence, context) else ""


def said_plainly(text: str, context: Context, quoting: Quoting = NOWHERE) -> str:
    """Gives what a sentence says in its own voice, in the form that rules and classifier read."""
    return plain(spoken(ends(text, LONGEST), quoting, asked_for=context.asks_for_words))


def _finding(rule: Rule, text: str) -> Finding:
    stands = (rule.stands_at_last, rule.stands_beside)
    named = (rule.name, rule.flag, rule.action)
    return Finding(*named, text, rule.instruct, rule.is_retried, *stands)


def _learnt(flag: str, text: str) -> Finding:
    stands = ALONE[flag].stands_again
    return Finding(f"{flag}{LEARNT}", flag, "drop", text, stands_at_last=stands, is_learnt=True)


def flags_of(
    findings: Sequence[Finding], sentences: Sequence[tuple[str, Leanings | None]], context: Context
) -> list[str]:
    """Gives the flags of a whole reply: its findings, and what any plain sentence leans to.

    Also of sentences that were not judged, because a redraft was wanted or a budget was full. A
    flag of warmth needs less here than for removing a sentence, because it only reports.
    """
    raised = {finding.flag for finding in findings}
    for said, leanings in sentences:
        if leanings is not None and _may_be(said, context):
            raised |= {flagged_alone(said, context, leanings)} | warmth(said, context, leanings)
    return [flag for flag in FLAGS if flag in raised]
