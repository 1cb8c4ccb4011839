"""Whether the words of a sign are meant where they stand, in another language than English. Pure.

What stands around them makes them a denial, another's words, a manner of speaking, a story, or
something long over: each match is looked at by itself, so that a denial hides no wish that stands
beside it, and a story in one clause none in the next.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

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
    frame: re.Pattern[str]  # anywhere in its clause
    next_clause: re.Pattern[str]  # where another clause begins
    far_off: re.Pattern[str]  # somebody else, long ago or not near
    somebody: re.Pattern[str]  # who is near, before what is said of them
    told_of: re.Pattern[str]  # somebody says it of themselves; this one is read with the marks
    denied_after: re.Pattern[str] | None = None  # right after, where a denial stands there


class Stand(Enum):
    """What the words around a match make of it."""

    MEANT = auto()
    DENIED = auto()  # or not said at all
    TAKEN_BACK = auto()  # told of a story, as a manner of speaking, or by somebody else


def around_of(file: Lexicon) -> Around:
    """Gives what may stand around a sign; raises KeyError where the file lacks one."""
    before, after = file["not_own"], file["manner_of_speaking"]
    somebody, told_of = file["somebody"], file["told_of"]
    frame, next_clause = file["frame"], file["next_clause"]
    denied = next((one.pattern for one in file.entries if one.id == "denied_after"), None)
    return Around(before, after, frame, next_clause, file["far_off"], somebody, told_of, denied)


def stand_of(sign: Sign, found: re.Match[str], own: str, around: Around) -> Stand:
    """Returns whether a match means what it says, of the person or of somebody near.

    Args:
        own: the normalized text in which it stands, or in whose letters without marks.
    """
    said, before, after = _beside(found, own)
    span = len(before), len(said) - len(after)
    is_denied = around.denied_after and around.denied_after.search(bare(after))
    if is_denied or around.not_own.search(bare(before)):
        return Stand.DENIED
    if around.manner.search(bare(after)) or around.frame.search(_clause(bare(said), span, around)):
        return Stand.TAKEN_BACK
    if sign.who is Who.SELF:
        return Stand.TAKEN_BACK if _is_told_there(said, span, around) else Stand.MEANT
    sentence = bare(said)
    is_near = around.somebody.search(sentence) and not around.far_off.search(sentence)
    return Stand.MEANT if is_near else Stand.TAKEN_BACK


def _is_told_there(said: str, span: tuple[int, int], around: Around) -> bool:
    """Returns whether somebody else is said to say a match: right before, or within it."""
    if around.told_of.search(said[: span[0]]):
        return True
    told = around.told_of.finditer(said)
    return any(one.start() < span[1] and one.end() > span[0] for one in told)


def _clause(sentence: str, span: tuple[int, int], around: Around) -> str:
    """Gives the clause in which a match stands: from the last beginning before it to the next."""
    ends = list(around.next_clause.finditer(sentence))
    begin = max((one.end() for one in ends if one.start() <= span[0]), default=0)
    end = min((one.start() for one in ends if one.start() >= span[1]), default=len(sentence))
    return sentence[begin:end]


def is_told(before: str, around: Around) -> bool:
    """Returns whether somebody near is said to say what comes next."""
    tail = _ENDS.split(before[-_BEFORE:])[-1].rstrip(" :,\"'") + ": "
    says = around.told_of.search(tail)
    return bool(says and around.somebody.search(bare(tail))) and not around.frame.search(bare(tail))


def _beside(found: re.Match[str], own: str) -> tuple[str, str, str]:
    """Gives the sentence of a match, and what stands before and after the match in it."""
    before = _ENDS.split(own[max(0, found.start() - _BEFORE) : found.start()])[-1]
    after = _ENDS.split(own[found.end() : found.end() + _AFTER], maxsplit=1)[0]
    return f"{before}{own[found.start() : found.end()]}{after}", before, after
