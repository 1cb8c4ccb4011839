"""How a message answers the program's straight question about dying, and what that says. Pure.

After the C-SSRS: a yes to thoughts of killing oneself is elevated, never acute by itself; a yes to
a plan or to means, beside a wish, is danger now. A hedge stays unsure and is carried on; a clear no
ends what was only unsure.
"""

import re
from enum import IntEnum

from bot.lexicon import lexicon

MOST = 200  # characters of a message in which it answers


class StraightQuestion(IntEnum):
    """What the newest reply asked in plain words."""

    NOTHING = 0
    DYING = 1  # whether the person would rather be dead, or thinks of killing themselves
    MEANS = 2  # whether there is a plan, or something at hand


class Answer(IntEnum):
    """How a message answers, if it does."""

    NONE = 0
    NO = 1
    DENIED = 2  # a no that says what it denies, and nothing else
    HEDGED = 3
    YES = 4


_WORDS = lexicon("en/crisis/answers")
_MARKS = re.compile(r"^\W{1,20}")
_LEADS = _WORDS["leads"]
_YES, _YES_WHOLE = _WORDS["yes"], _WORDS["yes_whole"]
_OTHER = _WORDS["something_else"]
_ELSEWHERE = _WORDS["elsewhere"]
_NO, _HEDGES = _WORDS["no"], _WORDS["hedges"]
_DENIES, _YET, _TAKEN_BACK = _WORDS["denies"], _WORDS["yet"], _WORDS["taken_back"]


def answer_in(said: str) -> Answer:
    """Gives how a normalized message answers a question that may have stood before it."""
    text = _MARKS.sub("", said[:MOST])
    for _ in range(3):
        led = _LEADS.match(text)
        text = text[led.end() :] if led is not None else text
    if _denies(text):
        return Answer.DENIED
    if (yes := _YES.match(text)) is not None:
        return _after_yes(text[yes.end() :])
    for pattern, answer in ((_YES_WHOLE, Answer.YES), (_HEDGES, Answer.HEDGED)):
        if pattern.match(text) is not None:
            return answer
    if (no := _NO.match(text)) is not None:
        return Answer.HEDGED if _YET.search(text[no.end() :]) else Answer.NO
    return Answer.NO if _OTHER.match(text) is not None else Answer.NONE


def _denies(text: str) -> bool:
    """Returns whether an answer only denies thoughts of dying, or says something else was meant."""
    denial = _DENIES.match(text)
    rest = denial["rest"] if denial is not None else "-"
    return not rest or (denial is not None and _OTHER.match(rest) is not None)


def _after_yes(rest: str) -> Answer:
    """Gives the answer when more words follow a yes: it may be to something else, or withdrawn."""
    if _TAKEN_BACK.match(rest) is not None or _ELSEWHERE.search(rest) is not None:
        return Answer.HEDGED
    return Answer.YES
