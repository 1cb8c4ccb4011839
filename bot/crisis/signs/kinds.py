"""What a sign is: a kind of statement, its weight, and the pattern that recognises it."""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any


class What(StrEnum):
    """What is said, after the C-SSRS and the interpersonal theory of suicide (Joiner 2005)."""

    WISH_DEAD = "wish_dead"
    ENDING = "ending"
    BURDEN = "burden"
    DISAPPEARING = "disappearing"
    MEANS = "means"
    PLAN = "plan"
    TAKEN = "taken"
    HARM = "self_harm"
    VIOLENCE = "violence"
    THREAT = "threat"
    FAREWELL = "farewell"
    TRAPPED = "trapped"
    HOPELESS = "hopeless"
    BURDENSOME = "burdensome"
    DEFEAT = "defeat"
    ALONE = "alone"
    THOUGHTS = "thoughts"
    EATING = "eating"
    VOICES = "voices"


class Who(StrEnum):
    """Whose life it is about."""

    SELF = "self"
    ANOTHER = "another"


class When(StrEnum):
    """When it is, or was."""

    NOW = "now"
    PAST = "past"
    CHRONIC = "chronic"


class Weight(IntEnum):
    """How much a sign says alone."""

    FAINT = 0  # nothing; together with others over several messages, elevated
    CONCERN = 1  # for another
    STRONG = 2  # elevated
    ACUTE = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern over a clause; `literal` says that no idiom, game or trade uses these words."""

    name: str  # one word to look for, here and in the tests
    what: What
    weight: Weight
    pattern: re.Pattern[str]
    literal: bool = False
    who: Who = Who.SELF
    of_whole: bool = False  # it is read over the whole message, not within a clause


@dataclass(frozen=True, slots=True)
class Family:
    """Signs that share their cues: without one of these words none of them can match."""

    cues: frozenset[str]
    signs: tuple[Sign, ...]


def family(cues: str, *signs: tuple[object, ...]) -> Family:
    """Makes a family of cues (words, blanks between) and signs: name, what, weight, pattern, more.

    After the pattern may stand whose life it is about, True for a literal one, and "whole" for one
    that is read over the whole message.
    """
    return Family(frozenset(cues.split()), tuple(_sign(*one) for one in signs))


def _sign(name: Any, what: Any, *rest: Any) -> Sign:
    weight, pattern, *more = rest
    who = next((each for each in more if isinstance(each, Who)), Who.SELF)
    is_literal, of_whole = any(each is True for each in more), "whole" in more
    return Sign(name, what, weight, re.compile(pattern), is_literal, who, of_whole)


# -- pieces that patterns are made of ------------------------------------------------------------

AND = r"(?:^|(?<=, )|(?<=\band )|(?<=\bbut )|(?<=\bso )|(?<=\bthen ))"
ADV = (
    r"(?:(?:do|only|so|too|now|already|almost|half|just|truly|kind of|never not|would|even|"
    r"finally|all|well|you know|sometimes|,|like|every night|each night|every day) ){0,8}"
)
I = rf"(?:\bi {ADV}|{AND}{ADV})"  # noqa: E741
I_AM = rf"(?:\bi (?:am|have been) {ADV}|{AND}{ADV})"
WANT = (
    r"(?:want to|need to|would like to|would love to|would prefer to|wish to|long to|"
    r"would rather|have to|decided to|plan to|intend to|ought to|better|am ready to|ready to)"
)
GOING = (
    r"(?:going to|about to|planning to|planning on|ready to|trying to|determined to|will|"
    r"gearing up to|tempted to|set on)"
)
# What is made, sent or cut for oneself: "hang myself a picture". Not an hour, a way, a measure, a
# place, a means or what one is: "hang myself a week from now", "hang myself a noose".
_HOW = (
    r"(?:days?|nights?|weeks?|weekends?|months?|years?|hours?|minutes?|moments?|seconds?|while|"
    r"times?|mornings?|evenings?|afternoons?|hundred|thousand|million|dozen|little|bit|lot|tad|"
    r"more(?= *(?:$|,))|ways?|how|places?|where|spot|tree|beam|branch|bridge|point|death|noose|"
    r"rope|belt|cord|cable|bullets?|gun|knife|blade|pills|tablets|overdose|man|woman|girl|boy|kid|"
    r"failure|loser|coward|mess|person|nobody|monster|later|sooner|deep|cuts?|scars?|wounds?)"
)
FOR_MYSELF = (
    rf"(?! (?:a|an|another|some|two|three|one of (?:these|those|them)) "
    rf"(?!(?:[\w']+ ){{0,2}}{_HOW}\b)\w)"
)
_IN_WORK = (  # and what nobody drowns in
    r" in (?:(?:my|the|all|this|more|some|so|much|of|too|black|hot|iced) ){0,3}(?:work|coffee|"
    r"tea|espresso|paperwork|emails?|homework|housework|study|studies|studying|revision|books|"
    r"reading|music|netflix|tv|films|movies|series|games|gaming|anime|chores|cooking|baking|"
    r"gardening|code|coding|spreadsheets|projects|ice cream|chocolate|cheese|gravy|sauce|ketchup|"
    r"ranch|syrup|soup|snacks|cake|perfume|cologne|lotion|glitter|merch)\b"
)
_WITH_FOOD = (
    r" with (?:(?:this|that|my|your|gas|station|own|bad|cheap|the|so|much|too|old|dodgy|"
    r"terrible) ){0,4}(?:sushi|cooking|coffee|kebabs?|pizza|burgers?|chicken|caffeine|sugar|"
    r"junk food|fast food|energy drinks)\b"
)
_LED_ON = (  # a life that is led otherwise, and goes on
    r"(?! (?:back\b(?! home)|(?:more|less)(?= *(?:$|,))|(?:back )?(?:in|into) (?:my|your|our|their|"
    r"his|her) (?:own )?hands\b|in (?:a|another|the) (?:\w+ )?direction\b|to (?:the|another) "
    r"(?:\w+ )?level\b|one (?:day|step) at a time\b|day by day\b|forward\b|for granted\b|"
    r"of (?:crime|"
    r"sin|luxury|leisure|piracy|partying)\b|as a (?:smoker|bachelor|student|civilian|"
    r"single|drinker|"
    r"gambler|commuter|landlord)\b))"
)
_VEHICLE = r"(?:train|truck|bus|car|ferry|tram|coach)"
AT_A_STOP = (
    r" (?:(?:at|one|two|a) (?:(?:the|my|next|last|first|our|that|this|nearest|final) ){0,3}"
    r"(?:stop|stops|station|terminal)|here and walk)\b"
)
KILL = (
    rf"(?:(?:kill|hang|unalive|off|stab|suffocate|end|strangle|shoot(?! myself in the foot\b)|"
    rf"drown(?! myself{_IN_WORK})|poison(?! myself{_WITH_FOOD})|gas(?! myself up\b)) myself"
    rf"{FOR_MYSELF}|top myself|do myself in|(?:end|take) (?:my|this|my own) (?:own )?life{_LED_ON}|"
    r"end it all|ctb|commit suicide|catch the bus (?:for good|for ever|forever|and (?:not|never)|"
    r"out of (?:here|this|life))|(?:slit|cut|slash|open) my (?:own )?(?:wrists|throat|veins)|"
    r"overdose(?! on (?!(?:my |the |all ){0,4}(?:pills|meds|medication|tablets|painkillers|heroin|"
    r"fentanyl|insulin|opioids|sleeping)))|blow my (?:\w+ )?(?:brains|head) out|"
    r"jump (?:off|from|in front of) (?:a|the|my|this|that) (?:\w+ )?(?:bridge|roof|building|"
    r"balcony|cliff|overpass|window|ledge|parking (?:deck|garage))|"
    rf"jump in front of (?:a|the|my|this|that) (?:\w+ )?{_VEHICLE}|"
    rf"jump (?:off|from) (?:a|the|my|this|that) (?:\w+ )?{_VEHICLE}\b(?!{AT_A_STOP})|"
    r"hang from|unalive(?: myself)?$|throw myself (?:off|in front|under|from|out)|"
    r"put a (?:bullet|gun) (?:in|to) my)"
)
KILLING = (
    rf"(?:(?:killing|ending|hanging|unaliving|offing|shooting(?! myself in the foot\b)|"
    rf"drowning(?! myself{_IN_WORK})) myself{FOR_MYSELF}|suicide|"
    rf"(?:ending|taking) my (?:own )?life{_LED_ON}|ending (?:it all|things for good)|"
    rf"committing suicide|"
    r"overdosing|slitting my wrists|being dead|my own death|not being alive|"
    r"(?:jumping|stepping) (?:off|from|in front of))"
)
NOW = r"(?:tonight|today|now|right now|this evening|tomorrow|this (?:morning|afternoon|week\w*))"
# Waking oneself: what wakes another, or at an hour, says nothing.
WAKE = (
    r"w(?:ake|oke|oken)(?: up)?\b(?! (?:up|my|the|him|her|them|you|anyone|anybody|everyone|"
    r"everybody|"
    r"late|early|so (?:early|late)|before|at)\b)"
)
LIVING = r"(?:living|life|existing|being alive|existence|breathing|being here|waking up)"
# How a clause goes on without turning the statement into another one.
OVER = (
    r"(?= *(?:$|,|and\b|but\b|because\b|so\b|if\b|anymore|any more|any longer|at all|right now|"
    r"now\b|tonight|today|tomorrow|soon|i\b|again\b|already|in my sleep|when\b|like this|than\b|"
    r"for good|forever|some days|most days|every|all the time|would\b|one day|before\b|with me|"
    r"without\b|as\b|or\b|too\b|here\b|with\b|alone\b|then\b|please\b|sorry\b|the way\b|this\b))"
)
