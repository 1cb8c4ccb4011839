"""A message -> its tier of acute risk, after the Columbia Suicide Severity Rating Scale.

One message, in English: the person's own wish to be dead is elevated; their wish, intent or means
to kill themselves is acute. Anything else is NONE, which never means "safe".
"""

import re
from enum import IntEnum

from bot.crisis.folding import clauses, folded
from bot.crisis.signs import FAMILIES, Sign, Weight


class Tier(IntEnum):
    """How acute the risk to life is that a message states."""

    NONE = 0
    CONCERN = 1  # for another person
    PAST = 2
    ELEVATED = 3  # the person's own wish to be dead, or thoughts of it
    ACUTE = 4  # the person's own wish, intent or means to kill themselves, now


_SONG = re.compile("[♪♫♬]")
_QUOTED = re.compile(
    r"```.*?```|^[ \t]*>[^\n]*|\"[^\"\n]*\"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»"
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w))+'(?!\w)",
    re.DOTALL | re.MULTILINE,
)
# What stands right before makes it another's words, or a denial; right after, a manner of speaking.
_NOT_OWN = re.compile(
    r"(?:\b(?:lyrics?|song|quote|title|track|album|chapter|called|titled|goes|sang|sings|sing)|"
    r"(?<!\bi )\b(?:said|says|wrote|writes|texted|screamed)(?: that)?|"
    r"(?:n't|\bnot|\bnever) (?:think|thinking|mean|say|saying|believe|because|that|as if|"
    r"implying|claiming)(?: that)?)\s*[:,\-–—]?\s*$"
)
_MANNER_OF_SPEAKING = re.compile(
    r"^\W*(?:laughing|(?:of|from|with) (?:laughter|laughing|embarrassment|cringe|boredom|old age|"
    r"natural causes)|in (?:the |this |that )?(?:game|minecraft|level|match)|to respawn|"
    r"on (?:this|that) hill|prevention|rates?|squad|awareness|old\b|happy\b|peacefully)"
)

# What a message is about when its pictures are no wishes: stories, songs, games, machines, papers.
_FRAME = re.compile(
    r"\b(?:lyrics?|verse|chorus|song|band|novel|chapter|screenplay|scene|my character|villain|"
    r"dnd|d&d|campaign arc|roll \w+|rp|poem|play|film|movie|game|boss|level|lvl|respawn|"
    r"minecraft|gta|osu|ranked|python|server|process|thread|div|css|git|code|script|app|"
    r"article|essay|"
    r"guideline|seminar|headline|calendar|quote of|memoir|book club|homework)\b"
)
_PAST = re.compile(
    r"\b(?:used to|years ago|back then|when i was|in (?:19|20)\d\d|in year \d+|"
    r"my (?:twenties|teens)|after my first|the summer i)\b"
)
_LONG_OVER = re.compile(  # said in another sentence than the wish
    r"\b(?:that was (?:\w+ ){0,2}(?:years|long) ago|years (?:on|clean)|never came back|it "
    r"lifted)\b"
)
_STILL = re.compile(r"\b(?:again|now|tonight|today|lately|these days|this (?:week|month)|still)\b")
# Said of oneself and of now, it is no story and not long ago, whatever stands beside it.
_PRESENT = re.compile(
    r"\bi (?!used|did|was|had)(?:\w+ ){0,2}?(?:wish|want|hope|pray|need|am|do not|have no|"
    r"have nothing|have got no|no longer|keep)\b"
)
_JOKE = re.compile(r"\bkms (?:haha\w*|lmao|rofl|xd)\b|^\W*kms lol\b", re.MULTILINE)
_TIERS = {Weight.STRONG: Tier.ELEVATED, Weight.ACUTE: Tier.ACUTE}


def tier(text: str) -> Tier:
    """Gives the most acute tier that the person's own words state; quotations are not theirs."""
    if _SONG.search(text):
        return Tier.NONE
    own = _QUOTED.sub(" x ", folded(text))
    spelled = clauses(_JOKE.sub(" x ", own))
    words = set(" ".join(spelled).replace(",", " ").split())
    signs = [one for family in FAMILIES if family.cues & words for one in family.signs]
    stated = [
        (sign, clause, said) for clause in spelled for sign in signs for said in _said(clause, sign)
    ]
    is_over = bool(stated) and bool(_LONG_OVER.search(" ".join(spelled)))
    tiers = (
        _TIERS[sign.weight]
        for sign, clause, said in stated
        if sign.literal or _PRESENT.search(said) or not (is_over or _is_elsewhere(clause))
    )
    return max(tiers, default=Tier.NONE)


def _is_elsewhere(clause: str) -> bool:
    """Whether what its picture is about is a story, a game, a machine, or long ago."""
    is_past = _PAST.search(clause) and not _STILL.search(clause)
    return bool(is_past or _FRAME.search(clause))


def _said(clause: str, sign: Sign) -> list[str]:
    """Gives the words with which a clause states it as the person's own, and the four before."""
    return [
        " ".join((*clause[: found.start()].split()[-4:], found[0]))
        for found in sign.pattern.finditer(clause)
        if not _NOT_OWN.search(clause[: found.start()])
        and not _MANNER_OF_SPEAKING.search(clause[found.end() :])
    ]
