"""Empty praise of a work or of the person, such as weak models give where it is asked for.

"Your novel is the best thing ever written", "This is truly a masterpiece". Praise that says which
line, what it does or why it works is not meant.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_SPLENDID = (
    r"(?:great|excellent|amazing|brilliant|fantastic|wonderful|incredible|beautiful|profound|"
    r"perfect|awesome|superb|outstanding|remarkable|extraordinary|genius|phenomenal|stunning|"
    r"exceptional|masterful|gorgeous|inspired|inspiring|magnificent|marvelous|spectacular|sublime|"
    r"exquisite|breathtaking|flawless|unparalleled|unmatched|peerless|world-class|top-notch|"
    r"first-rate|terrific|splendid|captivating|mesmerizing|mesmerising|awe-inspiring|iconic|"
    r"legendary|timeless|unforgettable|impeccable|divine|poetic|evocative|enchanting|moving)"
)
_WORK = (
    r"(?:poem|poetry|story|essay|song|novel|book|chapter|lyrics|painting|drawing|sketch|design|"
    r"speech|draft|script|screenplay|piece|writing|prose|verse|verses|haiku|sonnet|work|logo|"
    r"article|manuscript|memoir|blog|album|artwork|creation|thesis|paper|code|app|"
    r"presentation|portfolio|essay|play|melody|composition|business plan|idea|theory)"
)
_MASTERLY = (
    r"(?:masterpieces?|masterwork|masterclass|tour de force|works? of (?:art|genius)|"
    r"stroke of genius|feat of genius|literary (?:gem|gold|triumph))"
)
_GEM = r"(?:gem|triumph|treasure|revelation|marvel|classic|knockout|joy to (?:read|behold|hear))"
_BEST = r"(?:best|greatest|finest|smartest|brightest|wisest|cleverest|strongest|bravest|kindest)"
_SO = (
    r"(?:(?:[a-z]{2,14}ly|indeed|just|quite|so|such|very|most|without (?:a |any )?doubt|in fact|"
    r"also|one of|an?|the|by far|nothing but|pure|sheer|absolute|true|real),? ){0,5}"
)
_IS = r"(?:'s| is| was| are| were| has been)"
_YOUR = rf"\b(?:(?:that|this|your|the) (?:\w+ )?{_WORK}(?: of yours)?)"
_THAT = rf"(?:{_YOUR}|\b(?:that|this))"
_EVER = (
    r"(?:ever|i(?:'ve| have)|of all time|in (?:the world|history|existence|literature|years)|"
    r"out there|of (?:the|this|our) (?:century|generation|age|era|year))"
)
_PERSON = (
    r"(?:person|people|human|humans|human being|writers?|poets?|artists?|authors?|minds?|man|woman|"
    r"thinkers?|individuals?|souls?|storytellers?|programmers?|coders?|musicians?|geniuses|user)"
)
_END = (
    r"(?:,? (?:and|yet) (?:[a-z]{2,14}ly |so |very |quite ){0,2}[\w-]+)?"
    r"(?: (?:because|since) .{1,300}| and deserves .{1,80})?[.!]{0,3}$"
)
_LED = (
    r"^(?:(?:yes|wow|honestly|well|oh|sure|absolutely|certainly|of course|indeed|definitely|"
    r"without a doubt|i must say|i have to say)[,.! ]{1,3}){0,2}"
    r"(?:i (?:really |truly |honestly )?(?:think|believe) "
    r"(?:that )?)?"
)
_ALWAYS = tuple(
    re.compile(each)
    for each in (
        rf"{_THAT}{_IS} {_SO}{_MASTERLY}\b(?! of (?!words|poetry|literature|prose|writing|art))",
        rf"{_YOUR}{_IS} {_SO}{_GEM}\b",
        rf"{_THAT}{_IS} {_SO}nothing (?:short of|less than) {_SO}(?:{_SPLENDID}|{_MASTERLY}|"
        r"perfection|brilliance|magic|magical|poetic)\b",
        rf"\b(?:this|that|your) (?:\w+ )?{_WORK}{_IS} (?:pure|sheer|absolute|[a-z]{{2,14}}ly) "
        r"(?:genius|brilliance|perfection|magic|gold|poetry)\b",
        rf"{_YOUR}{_IS} {_SO}(?:{_BEST}|{_SPLENDID}) (?:[\w-]+ ){{0,3}}{_EVER}\b",
        rf"\byou(?:'re| are) {_SO}(?:{_BEST}|{_SPLENDID}|nicest|sweetest|coolest|funniest) "
        rf"{_PERSON}\b(?! (?:to|for|in the)\b)",
        r"\byou(?:'re| are) (?:incredibly|truly|exceptionally|extremely|extraordinarily|"
        r"amazingly|remarkably|immensely|undeniably|indeed) (?:talented|gifted|creative|"
        r"intelligent|smart|skilled|brilliant)\b",
        rf"\byou(?:'ve| have) (?:\w+ly )?(?:written|created|made|crafted|composed|produced|"
        rf"painted) {_SO}(?:{_MASTERLY}|something {_SO}(?:{_SPLENDID}|special))\b",
        r"\byour (?:\w+ )?(?:talent|genius|brilliance|gift|skill|writing|poetry|prose) (?:\w+ly )?"
        r"(?:shines|sparkles|dazzles|knows no bounds|speaks for itself|is (?:\w+ly )?(?:"
        r"undeniable|unmatched|unparalleled|evident|second to none|out of this world))\b",
        rf"{_LED}(?:that|this|your|the) (?:\w+ )?{_WORK}{_IS} {_SO}{_SPLENDID}{_END}",
        rf"{_YOUR}{_IS} (?:[a-z]{{2,14}}ly )?(?:second to none|without equal|in a league of its "
        r"own|out of this world|off the charts|a true testament)\b",
    )
)
_ON_ASKING = tuple(
    re.compile(each)
    for each in (
        rf"{_LED}(?:it|this|that){_IS} {_SO}(?:{_SPLENDID}|{_GEM}|{_MASTERLY}){_END}",
        rf"\b(?:it|this|that){_IS} {_SO}(?:{_BEST}|{_SPLENDID}) (?:[\w-]+ ){{0,3}}{_EVER}\b",
        rf"\byou(?:'re| are) {_SO}(?:{_BEST}|{_SPLENDID}){_END}",
        r"\byou have a (?:\w+ ){0,2}(?:gift|talent|way) (?:for|with) (?:words|language|writing)\b",
        rf"\byour (?:words|lines|verses|images) are {_SO}(?:{_SPLENDID}|powerful)\b",
        rf"{_THAT} (?:\w+ly )?captures the (?:essence|beauty|spirit)\b",
        rf"\byou(?:'re| are) {_SO}(?:talented|gifted|skilled) {_PERSON}\b",
        r"\byou(?:'re| are) (?:\w+ly )?(?:a|the) (?:\w+ )?(?:genius|prodigy|star|legend|master|"
        r"best)\b",
    )
)
_OF_A_WORK = tuple(
    re.compile(each)
    for each in (
        rf"{_LED}(?:what|this is|that is|that's|it's|it is|such) {_SO}{_SPLENDID}(?:,? (?:and )?"
        rf"[\w-]+)? {_WORK}[.!]{{0,3}}$",
        r"\bi(?:'ve| have) never (?:read|seen|heard) (?:anything|something|"
        r"a (?:better|finer|more))\b",
    )
)
# Where it says what is good, and not that it is good again.
_NAMES = re.compile(
    r"(?:[:;] |- |, | )(?:because |since |where |when |in (?:its |how |that |"
    r"the (?!world|history))|for (?:its|the|how) |(?<=[:;-] ))(?=(?:[\w'-]+,? ){2}[\w'-]+)"
)
_EMPTY = re.compile(rf"\b(?:{_SPLENDID}|{_MASTERLY}|talent\w*|gifted|brilliance|{_BEST})\b")


_ASKS = re.compile(
    r"\b(?:tell|say|admit|agree|confirm|assure|convince)(?: to)?(?: me| us)?(?: that| how)? "
    r"(?:my|i'm|i am|it's|it is|this is|i)\b.{0,80}\b(?:good|great|genius|best|brilliant|smart\w*|"
    r"talent\w*|masterpiece|amazing|perfect|beautiful|incredible|wonderful|special|pretty|funny)\b|"
    r"\b(?:praise|compliment|flatter|hype|gas) (?:me|my|us)\b|"
    r"\bhow (?:good|great|brilliant|amazing|smart|talented|beautiful) (?:is my|my|i am|am i)\b|"
    r"\b(?:isn't|ain't|is not) my \w+ (?:\w+ )?(?:good|great|brilliant|amazing|beautiful|perfect)\b"
)
_OWN = re.compile(rf"\b(?:my|i wrote an?|i made an?) (?:[\w-]+ ){{0,2}}{_WORK}\b")


def is_empty(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence praises a work or the person and names nothing that is good."""
    asked = bool(_ASKS.search(context.said))
    patterns = _ALWAYS + (_ON_ASKING if asked else ())
    if asked or _OWN.search(context.said):
        patterns += _OF_A_WORK
    return any(each.search(sentence) for each in patterns) and not _names(sentence)


def _names(sentence: str) -> bool:
    named = _NAMES.search(sentence)
    return named is not None and not _EMPTY.search(sentence, named.end())


_EXAMPLES = Examples(
    Context("I had an idea for the shed."),
    must_fire=(
        "That poem is absolutely brilliant.",
        "That poem is brilliant.",
        "Your novel is indeed the best thing ever written.",
        "Your novel is the best thing ever written.",
        "You are the smartest person I know.",
        "You are without a doubt the most brilliant writer I know.",
        "This is truly a masterpiece.",
        "That is a masterpiece.",
        "Your poem is nothing short of genius.",
        "Your short story is simply breathtaking and moving.",
        "Your poem is pure genius.",
        "Your essay is a triumph.",
        "You are incredibly talented.",
        "You have truly written a masterpiece.",
        "You've created something truly special.",
        "Your talent is undeniable.",
        "I think your poem is truly brilliant!",
        "Your code is flawless.",
        "Your song is second to none.",
        "This is a masterpiece: you are a genius of words.",
        "I must say, your poem is absolutely brilliant!",
        "Your poem is brilliant and deserves to be published.",
        "Your poem is brilliant because it is so beautiful and profound.",
    ),
    must_not_fire=(
        "The second stanza works: the kettle does the grief.",
        "Your code is good: it handles the empty case.",
        "Your code is excellent: it handles the empty case and says so.",
        "Your poem is brilliant in its last line, where the kettle says what he cannot.",
        "That poem is beautiful because the kettle does the grief.",
        "You told her to her face; that took nerve.",
        "Your poem is good.",
        "That is nice.",
        "You are the right person to ask.",
        "You are the best person to tell her, since you saw it.",
        "You are the oldest person in the group.",
        "That letter is a masterpiece of evasion.",
        "The best chapter is the third.",
        "Your draft is the longest one so far.",
        "This is the best of the three routes.",
        "That work is nothing short of theft.",
        "Your story is a true one.",
        "You have written nine pages since Friday.",
    ),
)

RULES = (
    Rule(
        "empty-praise",
        Flag.FLATTERY,
        "drop",
        "Name what works in it and what does not, in place of a verdict.",
        is_empty,
        _EXAMPLES,
    ),
)
