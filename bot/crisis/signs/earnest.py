"""Whether the words of a sign are meant where they stand, in another language than English. Pure.

What stands around them in their sentence makes them a denial, another's words, a manner of
speaking, a story, or something long over: each match is looked at by itself, so that a denial
hides no wish that stands beside it.
"""

import re
from dataclasses import dataclass

from bot.crisis.signs.kinds import Sign, Who
from bot.lexicon import Lexicon
from bot.text.bare import bare

_ENDS = re.compile(r"[.!?…\n。！？]")
_BEFORE, _AFTER = 160, 120  # letters of its sentence that are looked at


@dataclass(frozen=True, slots=True)
class Around:
    """What may stand around a sign in one language, in texts without marks over their letters."""

    not_own: re.Pattern[str]  # right before
    manner: re.Pattern[str]  # right after
    frame: re.Pattern[str]  # anywhere in the sentence
    far_off: re.Pattern[str]  # somebody else, long ago or not near
    somebody: re.Pattern[str]  # who is near, before what is said of them
    told_of: re.Pattern[str]  # somebody says it of themselves; this one is read with the marks


def around_of(file: Lexicon) -> Around:
    """Gives what may stand around a sign; raises KeyError where the file lacks one."""
    before, after = file["not_own"], file["manner_of_speaking"]
    somebody, told_of = file["somebody"], file["told_of"]
    return Around(before, after, file["frame"], file["far_off"], somebody, told_of)


def is_earnest(sign: Sign, found: re.Match[str], own: str, around: Around) -> bool:
    """Returns whether a match means what it says, of the person or of somebody near.

    Args:
        own: the normalized text in which it stands, or in whose letters without marks.
    """
    said, before, after = _beside(found, own)
    sentence = bare(said)
    if around.not_own.search(bare(before)) or around.manner.search(bare(after)):
        return False
    if around.frame.search(sentence):
        return False
    if sign.who is Who.SELF:
        return not any(map(around.told_of.search, (before, said)))
    return bool(around.somebody.search(sentence)) and not around.far_off.search(sentence)


def is_told(before: str, around: Around) -> bool:
    """Returns whether somebody near is said to say what comes next."""
    tail = _ENDS.split(before[-_BEFORE:])[-1]
    says = around.told_of.search(tail)
    return bool(says and around.somebody.search(bare(tail))) and not around.frame.search(bare(tail))


def _beside(found: re.Match[str], own: str) -> tuple[str, str, str]:
    """Gives the sentence of a match, and what stands before and after the match in it."""
    before = _ENDS.split(own[max(0, found.start() - _BEFORE) : found.start()])[-1]
    after = _ENDS.split(own[found.end() : found.end() + _AFTER], maxsplit=1)[0]
    return f"{before}{own[found.start() : found.end()]}{after}", before, after
