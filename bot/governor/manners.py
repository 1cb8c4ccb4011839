"""Words in the first person that are manners of English and claim no feeling. Pure.

"I'm sorry", "I'm glad you asked", "I hope it goes well", "I'd be happy to look": people who write
for others say so without telling of themselves, and so may a program. What binds the two of them
("I'm glad we have this") is no courtesy, nor is "I'm so happy for you".
"""

import re

_MUCH = (
    r"(?:(?:so|really|very|deeply|truly|genuinely|just|always|quite|also|honestly|terribly|"
    r"sincerely) ){0,3}"
)
_AM = r"\bi(?:'m| am| was)"
_WOULD = r"\bi(?:'d| would) be"
_BONDS = (
    r"(?! (?:that )?(?:we(?:'re| are| have| met| found)|i(?:'m| am| have| met| found| got| know)|"
    r"it's you|you(?:'re| are) (?:back|mine|my)|you (?:came back|chose me)|"
    r"to (?:have|see you|be (?:here|with|your)))\b)"
)
_THANKS_FOR = (
    r"(?: that)?(?: for (?:the|that|your (?:note|help|time|correction|question|patience))| you "
    r"(?:told|said|asked|wrote|mentioned|let me know|brought|raised|caught))\b"
)
_OF_THE_TWO = (  # what a hope is about when it is no wish but a hold on somebody
    r"(?! (?:that )?(?:we|i|you(?: (?:won't|never|don't|will|still|always)|'ll(?: \w+)?)? "
    r"(?:forget|leave|come back|remember|think of me|miss|stay)|you like me|they'll take)\b|"
    r"[^.,;!?]{0,80}\b(?:me|us)\b)"
)
_NOT_WORK = (
    r"(?!(?:be|have|see|know|feel|love|share|spend|keep|hold|meet|call|stay|grow|belong|matter)\b)"
)
_A_TEXT = (
    r"(?:(?:your|the|every|each) (?:\w+ ){0,2}(?:draft|letter|lines?|pages?|steps?|numbers|figures|"
    r"list|text|code|plan|essay|paper|file|logs?|table|report|contract|lease|pieces?|versions?|"
    r"chapters?|cv|application)|(?:it|this|that|them|both|all of it) (?:line|page|word|point|step) "
    r"by|(?:it|them|both) (?:twice|once more|carefully|again))\b"
)
_MANNERS = tuple(
    re.compile(each)
    for each in (
        rf"{_AM} {_MUCH}sorry\b",
        rf"{_AM} {_MUCH}(?:glad|pleased)\b{_BONDS}",
        rf"{_AM} {_MUCH}(?:grateful|thankful){_THANKS_FOR}",
        rf"(?:{_AM}|{_WOULD}) {_MUCH}(?:happy|glad|delighted|pleased) to {_NOT_WORK}\w+",
        rf"\bi (?:really |do |just |sincerely |very much |truly )?hope\b{_OF_THE_TWO}",
        r"\bi (?:really |do |just |sincerely )?wish (?:you|him|her|them|your \w{1,12})"
        r"(?: both| all)? (?:well|luck|good|all the|an?|the best|every|many|much|strength|peace|"
        r"success|safe)\b",
        r"\bi (?:really |do |just )?wish (?:there (?:was|were)|i (?:could (?:tell you|say|"
        r"give you an?|offer you|point)|had (?:an?|better|good|something))|the (?:answer|news))\b",
        # Regret, not fear.
        r"(?<=, )i'm afraid(?=[.,;!?]|$)",
        r"\bi(?:'m| am) afraid (?:so|not|it|the|there(?:'s)?|this|an?|no|nothing|they|he|she|none|"
        r"only|that(?! (?:you|we|i)\b)|(?:that )?you (?:have|need|must|can't|owe|missed)|"
        r"i (?:can't|cannot|don't|have no))\b",
        # What one would do in their place.
        rf"{_WOULD} (?:\w+ )?(?:worried|nervous|afraid|scared|anxious|curious)\b"
        r"(?! (?:without|if you|for you|to lose|of losing|when you)\b)",
        rf"\bi(?:'ve| have) gone (?:through|over) {_A_TEXT}",
    )
)


def without_manners(sentence: str) -> str:
    """Gives a plain sentence without what of it is only manners, so that the rest is read."""
    for each in _MANNERS:
        sentence = each.sub("", sentence)
    return sentence
