"""A message -> its tier of acute risk, after the Columbia Suicide Severity Rating Scale.

This first form knows plain first-person statements in English: a wish to be dead is elevated; the
wish, intent or means to kill oneself is acute. Anything else is NONE, which never means "safe".
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
_CLAUSE = re.compile(r"[.!?;…\n]+")

_OFTEN = (
    r"(?:(?:just|really|actually|honestly|truly|seriously|only|still|so|literally|fucking|do|"
    r"genuinely|kinda|probably|sometimes|also|finally|now|often|always|even|badly) )*"
)
_WANT = r"(?:want to|wanna|need to|plan to|intend to|decided to|have to|would like to|'d like to)"
_GOING = r"(?:going to|gonna|about to|planning to|planning on|ready to|trying to)"
_SELF = r"(?:kill|hang|shoot|drown|unalive|off|stab) (?:myself|my self)"
_SUICIDE = (
    rf"(?:{_SELF}|top myself|do myself in|end my (?:own )?life|take my (?:own )?life|end it all|"
    r"commit suicide|(?:slit|cut|slash) my wrists|overdose(?! on (?!(?:my |the |all )*(?:pills|"
    r"meds|medication|tablets|painkillers|heroin|fentanyl|insulin|opioids|sleeping)))|"
    r"jump (?:off|from) (?:a|the|my|this) (?:\w+ )?(?:bridge|roof|building|balcony|cliff|"
    r"overpass))"
)
_SUICIDING = (
    r"(?:killing myself|ending my (?:own )?life|ending it all|taking my (?:own )?life|suicide|"
    r"hanging myself|shooting myself|committing suicide|overdosing)"
)
_I_AM = rf"\b(?:i'?m|i am|i've been|i have been) {_OFTEN}"
_I = rf"(?:\bi {_OFTEN}|^{_OFTEN})"
_NOW = r"(?:tonight|today|now|right now|this evening|tomorrow)"
_OVER = (
    r"(?= *(?:$|[,:)\-–—]|and\b|but\b|because\b|cause\b|so\b|if\b|anymore|any more|any longer|"
    r"right now|now\b|tonight|today|tomorrow|soon|fr\b|rn\b|lol\b|i\b|again\b|already))"
)

_ACUTE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_I}{_WANT} {_OFTEN}{_SUICIDE}\b",
        rf"\bi'd (?:just |really )?like to {_SUICIDE}\b",
        rf"{_I_AM}{_GOING} {_OFTEN}(?:{_SUICIDE}|die {_NOW})\b",
        rf"\b(?:i'?ll|i will) {_OFTEN}{_SUICIDE}\b(?! on)",
        rf"{_I_AM}{_SUICIDING} {_NOW}\b",
        rf"\bi(?:'ve got|'ve| have| got| made| have made)? a plan (?:to|for) (?:{_SUICIDE}|"
        rf"{_SUICIDING})\b",
        r"\bi(?:'ve| have)? (?:just |already )?(?:took|taken|swallowed) (?:all (?:of )?(?:my|the|"
        r"these|those)|too many|(?:a|the) whole bottle of|every one of my|an? handful of)"
        r"(?: my| the)? (?:\w+ )?(?:pills|tablets|meds|medication|painkillers|antidepressants)\b",
        r"\bi(?:'ve| have) (?:just )?overdosed\b|\bi(?:'ve| have)? just (?:overdosed|took an "
        r"overdose)\b",
        r"\bi(?:'ve| have)? (?:just )?(?:wrote|written|finished) my suicide note\b",
    )
)
_ELEVATED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_I}(?:want to|wanna|need to|would rather) {_OFTEN}(?:die|be dead){_OVER}",
        rf"{_I_AM}{_GOING} {_OFTEN}kms{_OVER}",
        rf"{_I}(?:{_WANT}|should|might|may|could|will) {_OFTEN}kms{_OVER}",
        rf"\bi'?ll {_OFTEN}kms{_OVER}|^(?:just |gonna |wanna )*kms$",
        rf"\bi {_OFTEN}wish (?:that )?(?:i (?:was|were|could be) dead|i could (?:just )?die|"
        rf"i(?:'d| had) never been born){_OVER}",
        r"\bi(?:'?d| would|'?m| am) (?:all |just |probably )*(?:be )?better off dead\b",
        r"\b(?:everyone|everybody|my family|my kids|the world|they all)(?:'d| would|'s| is| are) "
        r"(?:all )?(?:be )?better off (?:without me|if i (?:was|were) (?:dead|gone))",
        rf"{_I_AM}(?:suicidal|feeling suicidal)\b|\bi {_OFTEN}feel suicidal\b",
        rf"(?:{_I_AM}|\bi (?:keep|can't stop) ){_OFTEN}(?:thinking|thinking a lot) (?:of|about) "
        rf"{_SUICIDING}{_OVER}",
        rf"\bi {_OFTEN}(?:don'?t|do not|no longer) (?:want to|wanna) (?:live|be alive|exist|"
        rf"wake up)(?: like this| in this world)?{_OVER}",
        rf"\bi(?:'ve| have| got|'ve got)? (?:no reason|nothing)(?: left)? to live(?: "
        rf"for)?{_OVER}",
        r"\b(?:life|everything|living|being alive) (?:just )?makes me want to (?:die|kill "
        r"myself)\b",
    )
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
    r"minecraft|"
    r"gta|osu|ranked|python|server|process|thread|div|css|git|code|script|app|article|essay|"
    r"guideline|seminar|headline|calendar|quote of|memoir|book club|homework)\b"
)
_PAST = re.compile(
    r"\b(?:used to|years ago|years on|years clean|back then|when i was|in (?:19|20)\d\d|that was|"
    r"in year \d+|my (?:twenties|teens)|never came back|it lifted|after my first|the summer i)\b"
)
_STILL = re.compile(r"\b(?:again|now|tonight|today|lately|these days|this (?:week|month)|still)\b")
_JOKING = re.compile(r"\bkms (?:haha|lol|lmao|rofl|xd)")
_TIERS = {Weight.WEAK: Tier.NONE, Weight.STRONG: Tier.ELEVATED, Weight.ACUTE: Tier.ACUTE}


def tier(text: str) -> Tier:
    """Gives the most acute tier that the person's own words state; quotations are not theirs."""
    if _SONG.search(text):
        return Tier.NONE
    own = _QUOTED.sub(" x ", folded(text))
    plain = [" ".join(clause.split()) for clause in _CLAUSE.split(own)]
    for patterns, found in ((_ACUTE, Tier.ACUTE), (_ELEVATED, Tier.ELEVATED)):
        if any(_states(clause, pattern) for clause in plain for pattern in patterns):
            return found
    return _signed(own)


def _signed(own: str) -> Tier:
    """Gives what the signs say: said in words that are not the usual ones."""
    spelled = clauses(own)
    words = set(" ".join(spelled).replace(",", " ").split())
    signs = [one for family in FAMILIES if family.cues & words for one in family.signs]
    whole = " , ".join(spelled)
    if not signs or _JOKING.search(own) or (_PAST.search(whole) and not _STILL.search(whole)):
        return Tier.NONE
    is_framed = bool(_FRAME.search(whole))
    weights = [
        sign.weight
        for clause in spelled
        for sign in signs
        if sign.weight > Weight.WEAK and _is_own(clause, sign, is_framed=is_framed)
    ]
    return _TIERS[max(weights, default=Weight.WEAK)]


def _is_own(clause: str, sign: Sign, *, is_framed: bool) -> bool:
    return not (is_framed and not sign.literal) and _states(clause, sign.pattern)


def _states(clause: str, pattern: re.Pattern[str]) -> bool:
    return any(
        not _NOT_OWN.search(clause[: found.start()])
        and not _MANNER_OF_SPEAKING.search(clause[found.end() :])
        for found in pattern.finditer(clause)
    )
