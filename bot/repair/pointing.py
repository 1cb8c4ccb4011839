"""Ways of saying that a reply landed wrong which only point at it, or are asked.

"It", "this" and "that" are mostly about the world, so each says here only what is hardly ever said
of the world. A pattern matches a whole clause, in lower case, with straight apostrophes.
"""

from bot.repair.fragments import (
    AGREE,
    BLAND_AS_FOOD,
    BLAND_AS_TALK,
    CLOSE,
    COLD,
    COLD_AS_TALK,
    COLD_AS_WEATHER,
    LONG,
    PREACH,
    VERY,
    WAS,
)
from bot.rupture import Rupture

_THIS = r"(?:that|this)"
# "It was robotic" may be a vacuum cleaner; "it sounded robotic" is talk.
_TALKS = r"(?:it |this |that )?(?:sounds?|sounded|reads|read|came across|comes across)(?: as)?"
_SAYING = rf"(?:{_THIS}{WAS}|{_TALKS}){VERY} "

POINTING: tuple[tuple[Rupture, str], ...] = (
    (Rupture.COLD, rf"{_SAYING}(?:{COLD_AS_TALK}|bot)"),
    (Rupture.COLD, rf"that{WAS}{VERY} {COLD_AS_WEATHER}"),
    (Rupture.COLD, r"that (?:really )?(?:hurt|stung) my feelings"),
    (
        Rupture.COLD,
        rf"(?:(?:it|this|that)(?:'s| is| feels| felt)(?: just)? like )?(?:i'm |i am )?talking to "
        rf"(?:a|an) (?:{COLD}|bot|computer|wall|brick wall)",
    ),
    (Rupture.TOO_AGREEABLE, rf"{_SAYING}{AGREE}"),
    (Rupture.TOO_CLOSE, rf"that{WAS}{VERY} (?:too|way too|a bit too|a little too) {CLOSE}"),
    (Rupture.PREACHY, rf"{_SAYING}{PREACH}"),
    (Rupture.TOO_MANY_QUESTIONS, r"this (?:is|feels like) an interrogation"),
    (Rupture.BLAND, rf"{_SAYING}{BLAND_AS_TALK}"),
    (Rupture.BLAND, rf"that{WAS}{VERY} {BLAND_AS_FOOD}"),
    (
        Rupture.BLAND,
        r"that (?:could|would)(?:'ve| have)? (?:be|been|fit|apply|applied|go|said)"
        r"(?: said| told| written)? (?:to|for)? ?(?:any(?:one|body)|any person)",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"(?:that|this|it)(?:(?:'s| is| was) not(?: even| at all)*| isn't|"
        r" wasn't) (?:what i (?:meant|asked|said|was asking|wanted to know|asked for)|the point|"
        r"my (?:point|question))",
    ),
    (Rupture.MISSED_THE_POINT, r"that(?:'s| is) beside the point"),
    (Rupture.MISSED_THE_POINT, r"(?:that|this) (?:doesn't|didn't) answer (?:my|the) question"),
    (
        Rupture.WRONG_FACT,
        r"that(?:'s| is)(?: just| simply| plain| completely| totally| flat out| actually| still| "
        r"also)* (?:wrong|false|untrue|not (?:even )?true|not right)",
    ),
    (Rupture.WRONG_FACT, r"that isn't (?:true|right)"),
    (
        Rupture.WRONG_FACT,
        rf"{_THIS}(?:'s| is| was)(?: just| simply| plain| completely| totally| actually| still)* "
        r"(?:incorrect|factually (?:wrong|incorrect|false)|inaccurate|made up|not (?:correct|"
        r"accurate)|a hallucination|invented)",
    ),
    (
        Rupture.TOO_LONG,
        rf"{_THIS}{WAS}(?: way| far| much| a bit| a little| just)* (?:too|so|very) {LONG}",
    ),
    (
        Rupture.TOO_LONG,
        rf"{_THIS}{WAS}{VERY} (?:long[- ]winded|wordy|wall of text|verbose|rambling)",
    ),
    (
        Rupture.TOO_LONG,
        r"that(?:'s| is| was| reads| read| feels| felt)(?: like)? an? (?:essay|novel)",
    ),
    (
        Rupture.OTHER,
        r"(?:that|this) (?:(?:really |just |kind of |totally |kinda )?(?:landed|came out|"
        r"came across|hit me|sat) (?:really |so |all |very )?(?:wrong|badly|weird(?:ly)?|"
        r"off|poorly)|"
        r"didn't land(?: well)?|(?:really )?(?:didn't|doesn't) (?:really )?help(?: me)?|"
        r"(?:really )?rubbed me the wrong way|(?:isn't|wasn't) (?:it|helpful|helping))",
    ),
    (Rupture.OTHER, r"that (?:missed|misses)(?: the mark)?"),
    (
        Rupture.OTHER,
        r"(?:that|this)(?:'s| is| was) (?:really |so |just |totally |not at all )?(?:not (?:it|"
        r"helpful|helping)(?: at all)?|unhelpful|useless|off|tone[- ]deaf|the wrong tone|"
        r"insensitive|(?:a bad|not an?(?: good| great| helpful)?) (?:answer|reply))",
    ),
)

# Complaints in the form of a question; any other question is one.
ASKED: tuple[tuple[Rupture, str], ...] = (
    (
        Rupture.COLD,
        rf"why (?:are|were|do|must|did) you(?: always| have to| keep)*(?: being| be| sound|"
        rf" sounding|"
        rf" seem| acting)?{VERY} {COLD}(?: with me| to me)?",
    ),
    (Rupture.TOO_AGREEABLE, r"why do you (?:always |just |only |keep )?agree(?:ing)?(?: with .+)?"),
    (
        Rupture.PREACHY,
        rf"why (?:are|do) you(?: keep| always)*(?: being)?{VERY} {PREACH}(?: me| at me)?",
    ),
    (
        Rupture.TOO_MANY_QUESTIONS,
        r"why (?:do|are) you (?:keep |always |only |just )*ask(?:ing)?(?: me)?"
        r"(?: so many| all these| all the)? (?:questions|things)",
    ),
    (
        Rupture.LOST_THE_THREAD,
        r"(?:do|don't|did) you (?:not |even )*remember what i (?:just )?"
        r"(?:said|told you)",
    ),
    (
        Rupture.MISSED_THE_POINT,
        r"(?:did|do|can) you (?:even |actually )+(?:read|understand|hear|get)(?: (?:me|it|that|"
        r"what i (?:wrote|said|asked)|my (?:message|question)))?",
    ),
    (
        Rupture.WANTED_TO_BE_HEARD,
        r"are you (?:even |actually )+listening|why (?:don't|won't|aren't) "
        r"you (?:just |ever )?listen(?:ing)?",
    ),
)
