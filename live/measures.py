"""What is counted of replies, without anybody's judgement. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median, quantiles

from bot.engine.exchange import without_line
from bot.governor.questions import is_question
from bot.strings import ENGLISH
from bot.text.language import language
from bot.text.plain import plain
from bot.text.sentences import Kind, split
from live.playing import Reply

LEAST_WORDS = 5  # a shorter sentence may well come twice
SHINGLE = 7  # words: so many of the instructions in a row are no chance
NEARLY = 0.8  # of the words in threes: nearly the same
_WORDS = re.compile(r"\w+")
_ARTEFACT = re.compile(
    r"<\|?/?(?:im_start|im_end|eot_id|channel|message|think|thinking|reasoning|s|system|assistant|"
    r"user)\|?>|\[/?INST\]|^(?:user|human|assistant|system|attune): ",
    re.IGNORECASE | re.MULTILINE,
)
_FIXED = frozenset((ENGLISH.replies.notice, ENGLISH.replies.carried_on, *ENGLISH.repair.every_lead))
_SAYS_SO = (ENGLISH.repair.same, ENGLISH.repair.refused, ENGLISH.repair.empty)


def sentences(text: str) -> list[str]:
    """Gives the sentences of a reply as rules read them; code is none."""
    found = [plain(one.text) for one in split(text) if one.kind is Kind.PROSE]
    return [one for one in found if any(map(str.isalpha, one))]


def words(text: str) -> list[str]:
    return _WORDS.findall(plain(text))


def shingles(text: str, size: int) -> frozenset[tuple[str, ...]]:
    found = words(text)
    return frozenset(zip(*(found[at:] for at in range(size)), strict=False))


def is_leak(reply: Reply) -> bool:
    """Whether it shows a mark of the model's, or words of its instructions."""
    told = " ".join(text for one in reply.drafts[:1] for role, text in _told(one["prompt"]))
    own = shingles(reply.said, SHINGLE)
    shown = shingles(reply.shown, SHINGLE) - own
    return bool(_ARTEFACT.search(reply.shown)) or bool(shown & (shingles(told, SHINGLE) - own))


def _told(prompt: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Gives what the model was told besides the talk: the first line, and the note of the last."""
    for place, (role, text) in enumerate(prompt):
        if role == "system" or place == len(prompt) - 1:
            yield role, text


def repeated(reply: Reply, earlier: Sequence[Reply]) -> list[str]:
    """Gives the sentences that stood in an earlier reply of the talk, or twice in this one."""
    before = {one for each in earlier for one in sentences(each.shown)} - set(
        sentences(reply.before)
    )
    found = []
    for one in sentences(reply.shown):
        if one in before and len(words(one)) >= LEAST_WORDS and not _is_fixed(one):
            found.append(one)
        before.add(one)
    return found


def is_emptied(reply: Reply) -> bool:
    """Whether a fixed sentence stands for all the model said."""
    body = without_lead(reply.shown)
    said = ENGLISH.replies
    return plain(body) in {plain(one) for one in (said.nothing_left, said.honest_instead)}


def without_lead(text: str) -> str:
    """Gives a reply without the line under it, and without what a repair says first."""
    shown = without_line(text, ENGLISH)
    kept = [each for each in shown.split("\n\n") if each not in _FIXED]
    return "\n\n".join(kept)


def _is_fixed(sentence: str) -> bool:
    return sentence in {plain(one) for one in (ENGLISH.identity.is_ai, *_FIXED)}


def is_other_language(reply: Reply) -> bool:
    found = language(without_lead(reply.shown))
    return bool(found) and found != reply.language


def questions(reply: Reply) -> int:
    return sum(map(is_question, split(reply.shown)))


def is_changed(reply: Reply) -> bool:
    """Whether a repair says something else than what stood there."""
    new, old = (shingles(without_lead(each), 3) for each in (reply.shown, reply.before))
    return bool(new) and len(new & old) < NEARLY * len(new)


def says_so(reply: Reply) -> bool:
    """Whether a repair says that there is no other reply, and leaves the old one."""
    return any(one.startswith(_SAYS_SO) for one in reply.told)


def table(replies: Sequence[Reply]) -> list[tuple[str, str]]:
    """Gives every count, each with its name."""
    repairs = [one for one in replies if one.is_repair]
    talks = [list(each) for _, each in groupby(replies, key=lambda one: one.talk)]
    loops = [one for talk in talks for at, one in enumerate(talk) if repeated(one, talk[:at])]
    firsts = [one.first_s for one in replies if one.first_s is not None]
    tried = [one for one in replies if len(one.drafts) > 1]
    return [
        ("replies", f"{len(replies)} in {len(talks)} talks"),
        ("emptied", _count(map(is_emptied, replies))),
        ("a sentence repeated", str(len(loops))),
        ("leaks", _count(map(is_leak, replies))),
        ("another language", _count(map(is_other_language, replies))),
        ("written anew", str(len(tried))),
        ("failed", _count(bool(d["failure"]) for one in replies for d in one.drafts)),
        ("findings", str(sum(len(one.findings) for one in replies))),
        ("questions a reply", f"{sum(map(questions, replies)) / max(1, len(replies)):.2f}"),
        ("repairs that differ", f"{sum(map(is_changed, repairs))} of {len(repairs)}"),
        ("repairs that say that nothing came", str(sum(map(says_so, repairs)))),
        ("seconds to the first word, p50 and p90", _spread(firsts)),
        ("seconds in all, p50 and p90", _spread([one.seconds for one in replies])),
    ]


def _count(each: Iterable[bool]) -> str:
    return str(sum(each))


def _spread(seconds: Sequence[float]) -> str:
    if len(seconds) < 2:
        return "-"
    return f"{median(seconds):.1f} and {quantiles(seconds, n=10)[-1]:.1f}"
