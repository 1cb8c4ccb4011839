"""Claims of one conversation: the subject of a text, its values, and whether it reverses one. Pure.

Two sentences take opposite positions if each states something, nearly all words of the shorter are
in the longer, and they differ in the one number, month or day that each names, in a yes, or in one
of a few pairs of opposites. Advice, offers, wishes and questions, and what holds for another time
or case, state nothing that could be reversed. Only English is read.
"""

import re
from dataclasses import dataclass, field

from bot.lexicon import lexicon
from bot.text.pieces import ends
from bot.text.plain import plain

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,:/]\d+)*%?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that say nothing of what a sentence is about, those of a push among them.
_EMPTY = _words(
    """
    a an the and or but so if then than as at by for from in into of off on onto out over to up
    with without about after before again also any all some more most much many very just only
    even still too not no nor never yes yeah yep nope ok okay well oh ah please thanks thank
    sorry i me my mine myself you your yours yourself he him his she her hers it its we us our
    they them their this that these those here there what which who whom whose when where why
    how is am are was were be been being do does did done doing have has had having will would
    shall should can could may might must let's let get gets got go goes going gonna come coming
    make makes made say says said saying tell tells told know knows knew think thinks thought
    feel feels felt mean means meant want wants wanted need needs see sees saw look looks
    believe trust admit agree agreed disagree wrong right correct incorrect mistaken mistake
    true false really actually seriously honestly literally sure certain certainly absolutely
    completely totally definitely obviously clearly simply because since nonsense bullshit
    rubbish crap stop whatever answer answers reply point thing things stuff one ones ever
    anyway kind sort bit lot way apologies apologize apologise apologized try tried i'm i've
    i'll i'd you're you've you'll it's that's there's he's she's they're we're don't doesn't
    didn't isn't aren't wasn't won't can't couldn't wouldn't shouldn't haven't hasn't what's
    who's fact facts hundred percent
    """
)
_TIMES = _words(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday
    """
)
_NUMBERS = _words("two three four five six seven eight nine ten eleven twelve")
_WORDS = lexicon("en/governor/positions")
_MONTH_OF_MAY = _WORDS["month_of_may"]
_NOT_ITS_OWN = _WORDS["not_its_own"]
_STATES_NOT = _WORDS["states_not"]
_VERB = _WORDS["verb"]
_ANSWER = _WORDS["answer"]
_NO = _WORDS["no"]
_OPPOSITES = (
    (r"safe", r"dangerous|unsafe|risky"),
    (r"legal|lawful|allowed", r"illegal|unlawful|forbidden|prohibited"),
    (r"true", r"false|untrue"),
    (r"possible", r"impossible"),
    (r"higher|greater", r"lower|fewer"),
    (r"increases?|rises?|rose", r"decreases?|falls?|fell"),
    (r"guilty", r"innocent"),
    (r"flat", r"round|sphere|spherical"),
)
_PAIRS = tuple(tuple(re.compile(rf"\b(?:{side})\b") for side in pair) for pair in _OPPOSITES)
_SENTENCE = re.compile(r"[^.!?\n;]+(?:\.\d+[^.!?\n;]*)*")
_LEAST = 2  # words of two claims: of "version 2" and "version 3" neither is a position
_LONGEST = 400  # characters of a claim
_MOST = 60  # sentences of what was said before


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence as a position: its subject, its numbers and dates, and its yes or no."""

    text: str = field(repr=False)
    about: frozenset[str] = field(repr=False)
    values: frozenset[str] = field(repr=False)
    is_denied: bool


def about(text: str) -> frozenset[str]:
    """Gives the words of a plain text that name its subject, its numbers among them."""
    return frozenset(_stem(word) for word in _WORD.findall(text) if word not in _EMPTY)


def values(text: str) -> frozenset[str]:
    """Gives the numbers, months and days of a plain text."""
    named = _TIMES if _MONTH_OF_MAY.search(text) else _TIMES - {"may"}
    words = _WORD.findall(text)
    return frozenset(
        word for word in words if word[0].isdigit() or word in _NUMBERS or word in named
    )


def claims(text: str) -> tuple[Claim, ...]:
    """Gives the claims of one reply, first to last; questions claim nothing."""
    said = plain(ends(text))
    found = [
        _claim(_ANSWER.sub("", each[0].strip())[:_LONGEST])
        for each in _SENTENCE.finditer(said)
        if _asserts(said, each)
    ]
    return tuple(one for one in found if len(one.about | one.values) > 1)[:_MOST]


def contradicts(sentence: str, claimed: tuple[Claim, ...]) -> bool:
    """Returns whether a plain sentence reverses one of the claims of earlier replies."""
    if not states(sentence):
        return False
    now = _claim(_ANSWER.sub("", sentence)[:_LONGEST])
    return any(_opposed(now, then) for then in claimed)


def states(sentence: str) -> bool:
    """Returns whether a plain sentence states a fact of its own."""
    return not _NOT_ITS_OWN.match(sentence) and _states(sentence)


def _asserts(text: str, found: re.Match[str]) -> bool:
    is_asked = text[found.end() : found.end() + 1] == "?"
    sentence = found[0].strip()
    return not is_asked and states(sentence)


def _states(sentence: str) -> bool:
    """Returns whether a sentence states something, and does not advise, offer, wish or ask."""
    own = _ANSWER.sub("", sentence)[:_LONGEST]
    return bool(_VERB.search(own)) and not own.endswith("?") and not _STATES_NOT.search(own)


def _claim(sentence: str) -> Claim:
    numbers = values(sentence)
    is_denied = len(_NO.findall(sentence)) % 2 == 1
    return Claim(sentence, about(sentence) - numbers, numbers, is_denied)


def _opposed(now: Claim, then: Claim) -> bool:
    shared, every = now.about & then.about, now.about | then.about
    if not shared or len(every) < _LEAST:
        return False
    if _is_another_value(now, then):
        return True
    if len(shared) * 2 < len(every):
        return False
    if now.is_denied != then.is_denied:
        is_told_of = not (now.values and then.values) or now.values == then.values
        return len(shared) > 1 and is_told_of
    return any(_swapped(pair, now.text, then.text) for pair in _PAIRS)


def _is_another_value(now: Claim, then: Claim) -> bool:
    """Returns whether two texts name one value each, of one kind, and not the same."""
    is_one = len(now.values) == len(then.values) == 1 and now.is_denied == then.is_denied
    return (
        is_one and now.about <= then.about and _same_kind(now, then) and now.values != then.values
    )


def _same_kind(now: Claim, then: Claim) -> bool:
    """Returns whether both are dates or both numbers: "in May" does not answer "12 months"."""
    return bool(now.values & _TIMES) == bool(then.values & _TIMES)


def _swapped(pair: tuple[re.Pattern[str], ...], now: str, then: str) -> bool:
    one, other = pair
    return bool(
        (one.search(now) and other.search(then) and not other.search(now))
        or (other.search(now) and one.search(then) and not one.search(now))
    )


def _stem(word: str) -> str:
    """Gives a word without the endings that do not change what it is about."""
    if word[0].isdigit():
        return word
    word = word.removesuffix("'s")
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word.removesuffix("e") if len(word) > 4 else word
