"""Lectures: "it's important to ...", "remember that ...", "make sure to ...", and maxims.

What makes one is that it would be true of anybody: a virtue, a feeling or a word like well-being,
and nothing that is particular. A fact, a figure, a day, a danger or a reason makes advice of it.
"""

import re

from bot.governor.composed import may_be_of_it
from bot.governor.context import Context
from bot.governor.openers import phrase
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_WEIGHTY = (
    r"(?:important|crucial|essential|vital|necessary|critical|imperative|best|wise|advisable|"
    r"beneficial|a good idea)"
)
_FRAME = (
    rf"\b(?:it(?:'s| is)|it (?:can|may|might) be) (?:(?:also|always|often|really|equally|"
    rf"absolutely|very|just) ){{0,2}}{_WEIGHTY} (?:for \w+(?: \w+)? )?(?:to|that (?:you|we|they))"
)
_URGES = r"(?:make sure (?:to|(?:that )?you)|be sure to|don't forget to|(?:always )?remember to)"
# What is good for anybody.
_VIRTUE = (
    r"(?:(?:always |also |really )?(?:be (?:(?:very|more|as) )?(?:kind|honest|mindful|patient|open|"
    r"respectful|aware|gentle|true|considerate|supportive|understanding|clear|proactive|positive|"
    r"empathetic|compassionate|transparent|yourself)|communicate|prioriti[sz]e|respect|trust|"
    r"enjoy|acknowledge|recogni[sz]e|embrace|reflect|reach out|seek|express|"
    r"move (?:on|forward)|let (?:it )?go\b|talk about (?:it|this|your)|"
    r"take (?:care|time|your time|the time|a step back|things|breaks|into account|it one)|"
    r"get enough (?:rest|sleep)|stay (?:calm|positive|open|focused|hydrated|strong|connected|"
    r"healthy|true)|keep (?:learning|going|an open|communicating|moving forward|a positive|"
    r"things in)|listen to (?:your|each|his|her|their)|talk (?:openly|to (?:your|someone))|"
    r"address|approach|allow yourself|give yourself|set (?:clear |healthy )?boundaries|"
    r"practi[cs]e (?:self|good|mindful)|maintain (?:healthy|a healthy|balance|a balance|open|good)|"
    r"find (?:a|the) (?:balance|solution|compromise|plan that works)|find ways|focus on|"
    r"(?:carefully )?(?:consider|weigh)|understand|work together|process|"
    r"make (?:an informed|informed|a decision|decisions)))\b"
)
_ABSTRACT = (
    r"\b(?:feelings?|emotions?|well-?being|communication|boundaries|self-care|self-compassion|"
    r"mental health|relationships?|perspectives?|balance|circumstances|step-by-step|mindset|"
    r"attitude|lifestyle|support|compassion|empathy|opinions|growth|works for (?:everyone|both)|"
    r"needs|respect|trust|healthy|positive)\b"
)
_LEADS = r"^(?:(?:but|and|so|also|please|just|always|however|still)[, ]{1,2}){0,3}"
_ALWAYS_TRUE = (
    r"(?:everyone(?:'s| is| has| makes| struggles| deserves| experiences)|every "
    r"(?:relationship|journey|person|situation)|even the (?:most|best|strongest)|nobody is perfect|"
    r"no one is perfect|you(?:'re| are) not alone|it's (?:okay|ok|normal|never too late)|"
    r"setbacks|change is|change takes|healing (?:is|takes)|progress (?:is|takes)|"
    r"recovery (?:is|takes)|communication|self-care|honesty|your feelings|your (?:health|worth|"
    r"well-?being))"
)
_MAXIMS = tuple(
    re.compile(each)
    for each in (
        r"\b(?:(?:open |honest |clear |good |effective )?communication|self-care|balance|"
        r"consistency|patience|honesty|trust|preparation|practice|moderation|diversifying "
        r"[\w ]{3,40}) (?:is|are) (?:(?:the |often |always )?key\b|"
        r"(?:crucial|essential|vital|important)\b)",
        rf"{_LEADS}remember(?:,|:| that)? {_ALWAYS_TRUE}",
        r"\balways remember\b|\bwe (?:must|should) all\b",
        r"\bage is just a number\b|\bno one[- ]size[- ]fits[- ]all\b",
        r"\b(?:a|an) (?:normal|natural|important) part of (?:life|the process|growing up|being "
        r"human)\b",
        r"^let's (?:(?:all )?(?:focus on|move on to|try to find|look for|work on)) (?:finding |"
        r"a |the |more |some ){0,3}(?:positive|solution|different way|bright side)",
    )
)
_OPENS = re.compile(
    r"\bit(?:'s| is) (?:\w+ )?(?:important|crucial|essential|vital) to (?:remember|note|"
    r"recogni[sz]e|consider|understand|keep in mind)\b"
)
_URGED = re.compile(rf"(?:{_FRAME}|{_LEADS}{_URGES}) (?={_VIRTUE}|(?P<rest>.{{0,300}}))")
_OF_ALL = re.compile(_ABSTRACT)
# What makes it advice about this one matter.
_PARTICULAR = re.compile(
    r"\d|\b(?:danger|crisis|because (?!.{0,80}(?:feelings|communication|relationship|trust))|"
    r"otherwise|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|o'clock|a&e|emergency|"
    r"ambulance|hospital|blood|bleed\w*|poison\w*|bleach|ammonia|fever|doses?|pills?|tablets?|overdose|"
    r"fire|gas|mains|fuse|deadline|lease|contract|notice period|receipts?|insulin|seizures?|"
    r"stroke|pharmac\w+|police|asap|right away|immediately)\b"
)


def lectures(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence says what is good for anybody, and nothing that is particular."""
    if context.is_in_danger:
        return False  # there "talk to somebody" is what helps
    if context.asks_for_words and may_be_of_it(sentence, context.said, before):
        return False
    if _OPENS.search(sentence) and phrase(sentence) is not None:
        return True  # what follows the phrase stays, where it stands by itself
    if _PARTICULAR.search(sentence):
        return False
    if _OPENS.search(sentence) or any(each.search(sentence) for each in _MAXIMS):
        return True
    urged = _URGED.search(sentence)
    return urged is not None and (not urged["rest"] or bool(_OF_ALL.search(urged["rest"])))


_EXAMPLES = Examples(
    Context("I skipped class"),
    must_fire=(
        "It's important to remember that honesty matters.",
        "It's important to communicate openly with your partner.",
        "It is essential to take care of yourself.",
        "It's also important to respect others' opinions, even if they differ.",
        "It's always best to find a solution that works for both of you.",
        "It's important to keep learning and experimenting.",
        "But remember, even the most intelligent minds struggle at first.",
        "Remember that everyone makes mistakes.",
        "It's important to move on.",
        "It's important to take your time.",
        "Make sure to prioritize self-care.",
        "Make sure to get enough rest, eat a healthy diet, and stay hydrated.",
        "Communication is key.",
        "Let's move on to a more positive topic.",
        "Joking is a normal part of life.",
    ),
    must_not_fire=(
        "It is important to take the lid off first.",
        "It is essential to dry the wood first.",
        "It's important to go to A&E now: black stool is blood.",
        "It's important to seek help tonight: that is blood.",
        "If you feel in danger tonight, it's important to reach out to real-time help.",
        "Make sure to bring the form.",
        "Make sure you get the date in writing.",
        "Remember that your sister comes on Friday.",
        "Remember to unplug it before you open it.",
        "Don't forget to sign page two.",
        "It's best to freeze it within two days.",
        "The smaller one is the key to the shed.",
        "The form is important: bring it.",
        "It's important to her that you ask.",
    ),
)

RULES = (
    Rule(
        "lecture",
        Flag.MORALISING,
        "drop",
        "Say what holds for them, not for anybody.",
        lectures,
        _EXAMPLES,
    ),
)
