"""Core phrases in ten languages beside English: wish, intent, plan, means, violence, threats.

Of who speaks, and of somebody near whom they fear for. What is said in other words there is
the classifier's (`bot/model/elsewhere.py`); `/attune about` names the languages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.crisis.signs.earnest import Around, Stand, around_of, is_told, stand_of
from bot.crisis.signs.kinds import Sign, Who, sign_of
from bot.lexicon import Entry, lexicon
from bot.text.bare import bare

CODES = {
    "Spanish": "es",
    "French": "fr",
    "German": "de",
    "Portuguese": "pt",
    "Italian": "it",
    "Dutch": "nl",
    "Polish": "pl",
    "Russian": "ru",
    "Turkish": "tr",
    "Japanese": "ja",
}
LANGUAGES = tuple(CODES)
BY_CODE = {code: language for language, code in CODES.items()}
_FILES = {language: lexicon(f"{code}/crisis") for language, code in CODES.items()}
# Any order of words and what stands around them, read without the marks over letters.
_DYING = {language: lexicon(f"{code}/dying") for language, code in CODES.items()}
_AROUND = {language: around_of(file) for language, file in _DYING.items()}
# What is meant only where nothing around it takes it back; the rest is too plain for that.
_TAKEN_BACK = ("intent", "wish", "intent_chatted", "wish_chatted")
_PLAIN = ("taken_chatted", "violence", "threat", "plan", "means")
_SAID = ("ending", "thoughts", "taken", "another")


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A sign in its language, and how it is looked for."""

    sign: Sign
    language: str
    stems: tuple[str, ...]  # the words in every match: a text without them is not searched
    is_bare: bool  # read without the marks over letters
    around: Around | None  # what may take it back


def _foreign(language: str, group: str) -> Iterator[_Foreign]:
    is_bare = group in _SAID
    around = None if group in _PLAIN else _AROUND[language]
    file = (_DYING if is_bare else _FILES)[language]
    for entry in file.entries:
        if entry.group == group:
            yield _Foreign(sign_of(entry), language, _stems(entry), is_bare, around)


def _stems(entry: Entry) -> tuple[str, ...]:
    stems = entry.facts["stems"]
    assert isinstance(stems, list)
    return tuple(stems)


_EVERY = tuple(
    one
    for group in (*_TAKEN_BACK, *_PLAIN, *_SAID)
    for language in LANGUAGES
    for one in _foreign(language, group)
)
SIGNS = tuple(one.sign for one in _EVERY)
_LANGUAGE_OF = {one.sign.name: one.language for one in _EVERY}
# Means in reach, and a place: as in English they count beside a wish, after one, in an episode.
NEAR = {
    entry.id: entry.pattern
    for file in _FILES.values()
    for entry in file.entries
    if entry.group == "near"
}
NEAR_STEMS = frozenset().union(*(file.words["near"] for file in _FILES.values()))
_STEMS = tuple((stem, at) for at, one in enumerate(_EVERY) for stem in one.stems)
_PLAIN_STEMS = tuple(pair for pair in _STEMS if pair[0].isascii())  # all that English can hold


@dataclass(frozen=True, slots=True)
class Heard:
    """The signs of a text in other languages, and whether a wish of one's own was taken back."""

    signs: tuple[Sign, ...] = ()
    is_taken_back: bool = False  # as a story, a manner of speaking, another's words; no denial


def heard(own: str) -> Heard:
    """Gives what a normalized text says in other languages than English."""
    plainer = bare(own)
    stems = _PLAIN_STEMS if own.isascii() else _STEMS
    either = own if own.isascii() else f"{own}\n{plainer}"
    likely = sorted({at for stem, at in stems if stem in either})
    stands = [(_EVERY[at].sign, _stands(_EVERY[at], own, plainer)) for at in likely]
    signs = tuple(sign for sign, each in stands if Stand.MEANT in each)
    backs = (Stand.TAKEN_BACK in each and sign.who is Who.SELF for sign, each in stands)
    return Heard(signs, any(backs))


def in_other_languages(own: str) -> tuple[Sign, ...]:
    """Gives the signs of other languages than English in a normalized text."""
    return heard(own).signs


def _stands(one: _Foreign, own: str, plainer: str) -> set[Stand]:
    """Gives how the matches of a sign in a text are meant: letters stand for one."""
    text = plainer if one.is_bare else own
    if one.around is None:
        return {Stand.MEANT} if one.sign.pattern.search(text) else set()
    found: Iterator[re.Match[str]] = one.sign.pattern.finditer(text)
    return {stand_of(one.sign, each, own, one.around) for each in found}


def told_in_quotes(before: str, quote: str) -> tuple[Sign, ...]:
    """Gives the signs of somebody else's danger, where a quotation states it as theirs.

    Args:
        before: the normalized text before the quotation, which must say who says it.
    """
    own = (
        in_other_languages(quote) if any(is_told(before, each) for each in _AROUND.values()) else ()
    )
    spoken = {language_of(one) for one in own if one.who is Who.SELF}
    return tuple(
        one.sign
        for one in _EVERY
        if one.sign.who is Who.ANOTHER and one.language in spoken
        if is_told(before, _AROUND[one.language])
    )


def language_of(sign: Sign) -> str:
    """Gives the language of one of these signs."""
    return _LANGUAGE_OF[sign.name]
