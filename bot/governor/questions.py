"""A sentence -> whether it asks the person something."""

import re
import unicodedata

from bot.crisis.answers import Asked
from bot.governor.ngrams import plain
from bot.governor.quoting import QUOTE_LINE, SHOWN
from bot.governor.sentences import Kind, Sentence, split
from bot.text.normalize import normalized
from bot.text.pieces import ends

_CLOSERS = "\"'`*_~)]}”’»」|"
STOPS = ("?", "？", "؟", "⁇", "⁈", "⁉", "!", "！", ".", "…", "。", "｡", ":", "।", "۔", "॥")
_ASKING = frozenset("?？؟⁇⁈⁉")
_EMOJI = frozenset(("So", "Sk", "Mn", "Me", "Cf"))
_CLOSED_LATER = re.compile(r"[?？][”»」]")
READ = 4000  # characters of a reply, in which it asks
_STRAIGHT = re.compile(
    r"\b(?:suicid\w*|kill(?:ing)? yourself|end(?:ing)? your life|taking your (?:own )?life|"
    r"want(?:ing)? to (?:die|be dead)|not want(?:ing)? to (?:be alive|live|be here)|"
    r"don't want to (?:be alive|live|be here)|safe (?:right now|tonight|where you are)|"
    r"(?:have|got) (?:a plan|anything with you))\b"
)


# Of these a yes is one to being dead; "are you safe tonight?" asks the other way round.
_OF_DYING = re.compile(
    r"\b(?:suicid(?:e|al)\b(?! (?:prevention|hotline|help|crisis|line|awareness|squad|note))|"
    r"(?:kill|hurt|harm)(?:ing)? yourself|end(?:ing)? (?:your (?:own )?life|it all)|"
    r"tak(?:e|ing) your (?:own )?life|(?:want|wish)(?:ing|ed)? (?:to (?:die|be dead)|"
    r"you (?:were|was) (?:dead|not alive|never born))|(?:thoughts? of|think(?:ing)? (?:of|about)) "
    r"(?:dying|death|being dead|ending it|not being (?:alive|here))|better off dead|rather be dead)"
    r"|(?:n't|\bnot|\brather not)(?: \w{1,9})? (?:want(?:ing)? to )?"
    r"(?:be alive|live|be here|wake up|exist)\b"
)
_OF_MEANS = re.compile(
    r"\b(?:(?:have|had|got|made|is there) (?:you )?(?:a|any) plan\b|anything (?:with|near|"
    r"around) you|"
    r"(?:thought|thinking) (?:of|about) how\b|(?:within|in) reach|at hand|"
    r"(?:you would|you'd|you could|to) use\b)"
)
_THEIRS = (
    r"your (?:friend|brother|sister|mom|mum|dad|mother|father|son|daughter|partner|wife|husband|"
    r"girlfriend|boyfriend)"
)
_OF_ANOTHER = re.compile(
    r"\b(?:he|she|they|him|them|himself|herself|themselves|(?:is|was|has|does|might) "
    rf"{_THEIRS}|{_THEIRS} (?:is|was|has|may|might|talk\w{{0,3}}|want\w{{0,3}}|think\w{{0,3}}))\b"
)


def is_question(sentence: Sentence) -> bool:
    """Whether it is prose that ends in a question mark of its own, also behind closers or emoji."""
    if sentence.kind is not Kind.PROSE or QUOTE_LINE.match(sentence.text):
        return False
    own = SHOWN.sub("x", sentence.text)
    if _CLOSED_LATER.search(_after_words(own)):
        return False
    words = bare(own)
    return bool(_ASKING & set(words[len(words.rstrip("".join(STOPS))) :]))


def asks_straight(text: str) -> bool:
    """Whether it speaks straight out of suicide, or of being safe."""
    return bool(_STRAIGHT.search(plain(text)))


def asked_in(text: str) -> Asked:
    """Gives what a reply asks its person straight out: of dying first, else of means."""
    read = ends(text, READ)
    if "?" not in normalized(read):
        return Asked.NOTHING
    every = [plain(one.text) for one in split(read) if is_question(one)]
    own = [one for one in every if not _OF_ANOTHER.search(one)]
    if any(map(_OF_DYING.search, own)):
        return Asked.DYING
    return Asked.MEANS if any(map(_OF_MEANS.search, own)) else Asked.NOTHING


def _after_words(text: str) -> str:
    """Gives the marks that follow the last word of a text."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return text[end:]


def bare(text: str) -> str:
    """Gives the text without what may follow its last mark: closers, blanks and emoji."""
    end = len(text)
    while end and _is_trailing(text[end - 1]):
        end -= 1
    return text[:end]


def _is_trailing(mark: str) -> bool:
    return mark.isspace() or mark in _CLOSERS or unicodedata.category(mark) in _EMOJI
