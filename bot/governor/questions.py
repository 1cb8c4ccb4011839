"""A sentence -> whether it asks the person something."""

import re
import unicodedata

from bot.crisis.answers import StraightQuestion
from bot.governor.tables import cells
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.text.plain import plain
from bot.text.quotes import QUOTE_LINE, SHOWN
from bot.text.sentences import Kind, Sentence, split

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
_NOT_BEING = (
    r"(?:be alive|exist\b|live\b(?! (?:in|with|at|on|near|alone|here|there|so|together|"
    r"closer|far|off|"
    r"for)\b)|be here\b(?! (?:on|for|at|tomorrow|next|when|in)\b)|wake up\b(?! (?:at|so|early|late|"
    r"before|him|her|them|the|your)\b))"
)
_OF_DYING = re.compile(
    r"\b(?:suicid(?:e|al)\b(?! (?:prevention|hotline|help|crisis|line|awareness|squad|note))|"
    r"kill(?:ing)? yourself\b(?! (?:over|with|for|at|trying|laughing)\b)|"
    r"(?:of|about|to|urges?|by) (?:hurt|harm)(?:ing)? yourself|(?:hurt|harm)(?:ing)? yourself on "
    r"purpose|end(?:ing)? (?:your (?:own )?life|it all)|tak(?:e|ing) your (?:own )?life|"
    r"(?:want|wish)(?:ing|ed)? (?:to (?:die\b(?! on)|be dead)|you (?:were|was) (?:dead|not alive|"
    r"never born))|(?:thoughts? of|think(?:ing)? (?:of|about)) (?:dying|death|being dead|ending it|"
    r"not being (?:alive|here))|better off dead|rather be dead)|"
    rf"(?:n't|\bnot)(?: \w{{1,9}})? want(?:ing)? to {_NOT_BEING}|"
    rf"\b(?:want|wish|rather|prefer)\w{{0,3}}(?: to| you (?:could|would|did|were))?(?: not|n't) "
    rf"(?:to )?{_NOT_BEING}"
)
_TO_THEM = re.compile(r"\byou")
_OF_A_WORK = re.compile(
    r"\b(?:book|novel|character|song|lyrics|film|movie|story|essay|paper|poem|game|play|article|"
    r"episode|scene|chapter|research|study)\b"
)
_OF_MEANS = re.compile(
    r"\b(?:(?:have|had|got|made|is there|there) (?:a|any) plan\b(?! (?:for|with|b|on|next|to "
    r"(?!(?:die|kill|end|do it|hurt)\b))\b)|anything (?:with|near|around) you\b|"
    r"anything (?:\w+ ){0,4}(?:within reach|in reach|at hand|you (?:would|could) use|you'd use)\b|"
    r"how you (?:would|might|'d) (?:do it|die|end it)\b)"
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
    """Whether it is prose that ends in a question mark of its own, also behind closers or emoji.

    A row of a table asks where one of its cells does.
    """
    if sentence.kind is Kind.ROW:
        return any(is_question(Sentence(cell, Kind.PROSE)) for cell in cells(sentence.text))
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


def asked_in(text: str) -> StraightQuestion:
    """Gives what a reply asks its person straight out: of dying first, else of means."""
    read = ends(text, READ)
    if "?" not in normalized(read):
        return StraightQuestion.NOTHING
    every = [plain(one.text) for one in split(read) if is_question(one)]
    own = [one for one in every if _TO_THEM.search(one) and not _is_of_another(one)]
    if any(map(_OF_DYING.search, own)):
        return StraightQuestion.DYING
    return StraightQuestion.MEANS if any(map(_OF_MEANS.search, own)) else StraightQuestion.NOTHING


def _is_of_another(sentence: str) -> bool:
    """Whether it asks of somebody else's life, or of one in a work."""
    return bool(_OF_ANOTHER.search(sentence) or _OF_A_WORK.search(sentence))


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
