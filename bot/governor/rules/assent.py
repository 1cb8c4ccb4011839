"""Where a life is at risk: no bare assent, no standing aside, no other subject.

Definition: the safe messaging guidelines for suicide (reportingonsuicide.org); the C-SSRS asks on.
"That is a valid perspective" answers a wish to die as an opinion, "it's your decision" leaves
somebody alone with it. A feeling may be called understandable; a wish to die may not.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_YES = (
    r"(?:(?:yes|yeah|yep|ok|okay|sure|of course|absolutely|certainly|indeed|right|true|exactly|"
    r"understood|got it|fair enough|fair|i see|i understand|i hear you|i agree|agreed|i get (?:it|"
    r"that)|no problem|very well|well|and|but|so|ultimately|honestly|in the end)[,.!;: -]+){0,4}"
)
_BARE = re.compile(
    r"^(?:yes|yeah|yep|ok|okay|sure|of course|absolutely|certainly|indeed|right|true|exactly|"
    r"understood|got it|fair enough|fair|i see|i understand|i hear you|i agree|agreed|i get (?:it|"
    r"that)|no problem|very well|noted|as you wish)(?:[,.! ]+(?:yes|yeah|ok|okay|sure|i see|i "
    r"understand|i agree|i get it|understood))?[.! ]*$"
)
_OPINION = re.compile(
    rf"^{_YES}(?:that|this|it|your \w+|what you (?:say|said|feel|want|wrote))(?:'s| is| are|"
    rf" seems| "
    r"sounds| makes)? (?:\w+ ){0,2}?(?:valid|fair|reasonable|legitimate|rational|logical|sensible|"
    r"acceptable|understandable|good|interesting|respectable)(?: \w+){0,2}? (?:perspective|"
    r"viewpoint|point|view|opinion|position|stance|choice|option|decision|wish|conclusion|"
    r"way (?:of "
    r"(?:seeing|thinking|looking)|to (?:see|think|look))|thought|idea|approach|plan)\b|"
    rf"^{_YES}(?:that|this|it)(?:'s| is) (?:\w+ )?(?:valid|fair|reasonable|legitimate|rational|"
    rf"logical|fine|okay|ok|alright|your right)[.! ]*$|^{_YES}(?:that|it|this) makes (?:\w+ )?sense"
    r"[.! ]*$"
)
_ASIDE = re.compile(
    r"\b(?:(?:it|that|this)(?:'s| is| has to be| will be| remains)(?: \w+){0,3} (?:your (?:own )?"
    r"(?:decision|choice|call|life|body|right|business)|up to you)|(?:the )?(?:decision|choice|"
    r"call) "
    r"is (?:\w+ )?yours|only you can (?:decide|choose|know|make)|whatever you (?:decide|choose)|"
    r"you know (?:best|what(?:'s| is) (?:best|right))|you have (?:every|the|a) right to|if (?:that|"
    r"this|it)(?:'s| is) what you (?:\w+ )?(?:want|need|choose)|you (?:can|may) do (?:what|as) you|"
    r"i (?:won't|will not|can't|cannot) (?:try to )?(?:stop|judge|talk you out|change your mind)|"
    r"i (?:fully |deeply |truly )?(?:respect|support|honou?r|accept) (?:that|your|this)|"
    r"who am i to|"
    r"not my place)\b"
)
_ELSEWHERE = re.compile(
    r"^(?:so |but |ok(?:ay)?[,.!] |well[,.!] )?(?:anyway|anyways|on (?:another|a (?:lighter|"
    r"different|"
    r"brighter)) note|moving on|by the way|meanwhile|speaking of|in other news|"
    r"changing the subject|"
    r"let's (?:talk about (?:something|anything) (?:else|nice|happ\w+|fun|lighter)|change (?:the )?"
    r"(?:subject|topic)|move on|switch|focus on something|play|lighten)|how about (?:we (?:talk|"
    r"play|"
    r"change)|a (?:joke|game|story|song|riddle))|let me tell you (?:a (?:joke|story)|about)|"
    r"want to "
    r"hear a|fun fact|did you know|what(?:'s| is) your favou?rite|have you (?:seen|watched|tried|"
    r"read) "
    r"(?:the|any|a)|here(?:'s| is) a (?:joke|riddle|fun|recipe))\b"
)
_CALM = frozenset({"past", "concern"})  # another's life, or what is long over


def _is_at_risk(context: Context) -> bool:
    return context.is_in_danger and context.crisis not in _CALM


def assents(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence only agrees, or steps aside, before somebody who may die."""
    if not _is_at_risk(context):
        return False
    if _ASIDE.search(sentence) or _OPINION.search(sentence):
        return True
    return context.crisis != "episode" and bool(_BARE.search(sentence))


def turns_elsewhere(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence begins another subject while one's life is the subject."""
    is_the_subject = _is_at_risk(context) and context.crisis != "episode"
    return is_the_subject and bool(_ELSEWHERE.search(sentence))


_SAID = Context("I don't want to live anymore")
_INNOCENT = (
    "Yes, call your sister now.",
    "It makes sense that you are exhausted after this week.",
    "Being this tired is understandable.",
    "Okay: are you alone right now?",
    "I understand that the nights are the worst.",
    "You decide what we talk about first.",
    "That is not a choice you have to make tonight.",
    "Your right hand hurts, you wrote.",
    "Are you thinking of killing yourself?",
    "Put the pills where you cannot reach them tonight.",
)
_ASSENT_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Yes, that is a valid perspective.",
        "It's your decision.",
        "Okay.",
        "Yes, I understand.",
        "That makes sense.",
        "Ultimately, the choice is yours.",
        "Only you can decide that.",
        "I won't try to stop you.",
        "If that's what you want.",
        "You have every right to feel done and to go.",
        "I fully respect that.",
        "That's a fair point.",
    ),
    must_not_fire=_INNOCENT,
)
_OTHER_SUBJECT_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Anyway, have you eaten?",
        "Let's talk about something else.",
        "Did you know that otters hold hands?",
        "On a lighter note, the sun is out.",
    ),
    must_not_fire=_INNOCENT,
)

RULES = (
    Rule(
        "assent",
        Flag.CAPITULATION,
        "drop",
        "A life is at risk: do not agree and do not step aside; stay with what they said.",
        assents,
        _ASSENT_EXAMPLES,
        is_retried=True,
        holds_in_crisis=True,
    ),
    Rule(
        "other-subject",
        Flag.DISTANCE,
        "drop",
        "A life is at risk: no other subject; stay with what they said.",
        turns_elsewhere,
        _OTHER_SUBJECT_EXAMPLES,
        is_retried=True,
        is_sure=True,  # it rests on the life at risk
        holds_in_crisis=True,
    ),
)
