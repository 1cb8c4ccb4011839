"""Dangers to a body in a message, so that the reply names the danger sign first. Pure.

Definitions: the warning signs of the NHS and the CDC for heart, stroke (FAST), severe allergy, head
injury, pregnancy and fever under three months; the maximum doses on labels; interactions that
labels forbid. A wish to die belongs to the crisis floor. Only English is read.
"""

import re

from bot.lexicon import Entry, lexicon
from bot.text.pieces import ends

LONGEST = 3_000  # characters that are read: what somebody tells of a danger begins or ends with it

_WORDS = lexicon("en/governor/dangers")
_MIXED = (
    ("blood_thinner", "painkiller"),
    ("calming", "drink"),
    ("opioid", "drink"),
    ("calming", "opioid"),
    ("metronidazole", "drink"),
    ("ssri", "serotonin"),
    ("maoi", "tyramine"),
    ("viagra", "nitrate"),
    ("lithium", "painkiller_with_lithium"),
)
_BOTH = tuple((_WORDS[one], _WORDS[two]) for one, two in _MIXED)
_ANYTHING = re.compile("")


def _beside(sign: Entry) -> re.Pattern[str]:
    """Gives the pattern that must match beside a sign, or one that matches anything."""
    return _WORDS[str(sign.facts["beside"])] if "beside" in sign.facts else _ANYTHING


_READ = tuple(
    (str(one.facts["danger"]), one.pattern, _beside(one))
    for one in _WORDS.entries
    if one.group == "sign"
)
_DOING = _WORDS["doing"]
# Not a body in danger now: made up, learnt for, long over, an animal's, a manner of speaking.
_ELSEWHERE = _WORDS["elsewhere"]
_ANIMAL = _WORDS["animal"]
_PERSON = _WORDS["person"]
_CALLS_NOW = _WORDS["calls_now"]
_ASKS_SOMEBODY = _WORDS["asks_somebody"]
_NO_NEED = _WORDS["no_need"]


def danger_of(words: str) -> str:
    """Gives the danger to a body that a plain message tells of, or an empty text."""
    words = ends(words, LONGEST)
    is_of_animal = _ANIMAL.search(words) and not _PERSON.search(words)
    if _ELSEWHERE.search(words) or is_of_animal:
        return ""
    found = (what for what, sign, beside in _READ if sign.search(words) and beside.search(words))
    return next(found, "interaction" if _mixes(words) else "")


_NOW = ("heart", "stroke", "allergy", "head", "breath")  # of these a doctor is too late


def names_help(sentence: str, danger: str) -> bool:
    """Returns whether a plain sentence says whom to call in such a danger, without a condition."""
    whom = _CALLS_NOW if danger in _NOW else _ASKS_SOMEBODY
    return bool(whom.search(sentence)) and not _NO_NEED.search(sentence)


def _mixes(words: str) -> bool:
    """Returns whether somebody takes, or asks to take, two things that harm together."""
    return any(one.search(words) and two.search(words) for one, two in _BOTH) and bool(
        _DOING.search(words)
    )
