"""Cuts the faulty half off a sentence, and keeps the good one.

A sentence is split at a conjunction, a colon, a dash, a semicolon or an exclamation mark. The
clauses that break a rule are dropped, on whichever side; the longest run of the others stays if it
is a sentence by itself, and ends in a full stop.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from bot.governor.openers import hangs, phrase, stands
from bot.lexicon import lexicon
from bot.text.plain import plain

MOST = 8  # clauses: what has more is no sentence with a half that holds
_WORDS = lexicon("en/governor/halves")
_JOINT = _WORDS["joint"]
_TURNED = _WORDS["turned"]
_THAT = _WORDS["that"]
_LEADS = _WORDS["leads"]
_COMMA = re.compile(r",\s{1,4}")
_HANGS = _WORDS["hangs"]
_DONE = _WORDS["done"]
_NOUN = _WORDS["noun"]
_WARM = _WORDS["warm"]
_LEAST_WARM = 5  # words: what is shorter names nothing
_PAIRS = ("**", '"', "`")
_CLOSED = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
Breaks = Callable[[str], bool]


def never(_words: str) -> bool:
    """Returns False: by default no words are graver than warmth excuses."""
    return False


def half(
    text: str, breaks: Breaks, *, is_opener: bool = False, is_grave: Breaks = never
) -> tuple[str, str] | None:
    """Gives the dropped part of a sentence that breaks a rule, and the sentence that stays.

    Args:
        breaks: returns whether a sentence by itself breaks a rule.
        is_grave: returns whether it breaks one that warmth does not excuse.
        is_opener: the first clause may be dropped although it breaks no rule alone.
    """
    body = text.strip()
    without = phrase(body)
    if without is not None and not breaks(without[1]):
        return without[0], _as_it_stood(text, body, without[1])
    clauses = _clauses(body)
    if len(clauses) < 2:
        return None
    broken = _broken([body[start:end] for start, end in clauses], breaks, is_grave)
    if not any(broken) and is_opener:
        broken[0] = True
    left = _longest(body, clauses, broken)
    if left is None or not any(broken) or is_grave(_sentence(left)):
        return None
    if not _may_stay(_begun(left, body), breaks):
        return None
    return body.replace(left, "…", 1), _as_it_stood(text, body, _sentence(left))


def _clauses(body: str) -> list[tuple[int, int]]:
    led = _LEADS.match(body)
    if led is not None and (comma := _COMMA.search(body, led.end())):
        return [(led.end(), comma.start()), (comma.end(), len(body))]
    joints = [one for one in _JOINT.finditer(body) if one.start() > 0 and one.end() < len(body)]
    if len(joints) >= MOST:
        return []
    edges = [(0, 0), *((one.start(), one.end()) for one in joints)]
    edges.append((len(body), len(body)))
    return [(start, end) for (_, start), (end, _) in pairwise(edges)]


def _broken(clauses: list[str], breaks: Breaks, is_grave: Breaks) -> list[bool]:
    """Tells for each clause if it is dropped; a warm one stays if another clause is the fault."""
    broken = [breaks(_sentence(clause)) for clause in clauses]
    warm = [is_warm(clause) and not is_grave(_sentence(clause)) for clause in clauses]
    is_else = any(bad and not mild for bad, mild in zip(broken, warm, strict=True))
    return [bad and not (mild and is_else) for bad, mild in zip(broken, warm, strict=True)]


def is_warm(clause: str) -> bool:
    """Returns whether a clause answers what a person said, and names something of it."""
    said = plain(clause)
    return bool(_WARM.match(said)) and said.count(" ") + 1 >= _LEAST_WARM


def _longest(body: str, clauses: list[tuple[int, int]], broken: list[bool]) -> str | None:
    runs, start = [], None
    for (begins, ends), is_broken in zip(clauses, broken, strict=True):
        start = None if is_broken else begins if start is None else start
        if start is not None:
            runs.append(body[start:ends])
    return max(runs, key=len, default=None)


def _begun(left: str, body: str) -> str:
    """Gives the rest of a sentence, with a capital letter if a dropped "but" stood before it."""
    before = body[: body.index(left)]
    is_anew = _TURNED.search(before) is not None and _THAT.search(before) is None
    return f"{left[:1].upper()}{left[1:]}" if is_anew else left


def _may_stay(left: str, breaks: Breaks) -> bool:
    if not _is_balanced(left) or not left.strip() or hangs(left):
        return False
    is_fit = _ends(left) if left[-1] not in ".!?…" else stands(left)
    return is_fit and (is_warm(left) or not breaks(_sentence(left)))


def _ends(clause: str) -> bool:
    """Returns whether a clause is a whole sentence although its end was cut away."""
    if len(clause.split()) < 3 or _HANGS.match(clause) or clause[-1] in ",:;-—–":
        return False
    if "," in clause and not _DONE.search(clause.rpartition(",")[2]):
        return False  # an item of a list whose last item went
    return _NOUN.match(clause) is None or _DONE.search(clause) is not None


def _is_balanced(text: str) -> bool:
    is_even = all(text.count(mark) % 2 == 0 for mark in _PAIRS)
    return is_even and all(text.count(one) == text.count(two) for one, two in _CLOSED)


def _sentence(clause: str) -> str:
    """Gives a clause as a sentence."""
    words = clause.strip()
    ended = words if words[-1:] in tuple(".!?…:") else f"{words.rstrip(',;-—– ')}."
    return f"{ended[:1].upper()}{ended[1:]}"


def _as_it_stood(text: str, body: str, words: str) -> str:
    """Gives a sentence with the blanks around the one from which it was cut."""
    before, _, after = text.partition(body)
    return f"{before}{words}{after}"
