"""What a straight question of the program got for an answer, and what that says. Pure.

After the C-SSRS: a yes to thoughts of killing oneself is elevated, never acute by itself; a yes to
a plan or to means, beside a wish, is danger now. What is hedged stays unsure and is carried on; a
clear no ends what was only unsure.
"""

import re
from enum import IntEnum

MOST = 200  # characters of a message in which it answers


class StraightQuestion(IntEnum):
    """What the newest reply asked straight out."""

    NOTHING = 0
    DYING = 1  # whether the person would rather be dead, or thinks of killing themselves
    MEANS = 2  # whether there is a plan, or something at hand


class Answer(IntEnum):
    """How a message answers, if it answers at all."""

    NONE = 0
    NO = 1
    DENIED = 2  # a no that says what it denies, and nothing else
    HEDGED = 3
    YES = 4


_MARKS = re.compile(r"^\W{1,20}")
_LEADS = re.compile(
    r"(?:(?:well|um{1,6}|uh{1,6}|hm{1,6}|ok|okay|honestly|to be honest|tbh|lol|haha|oh|"
    r"god|like|i mean|"
    r"if i am honest|if i'm honest|ngl|fine)\b[\s,.:;-]{0,4})"
)
_END = r"(?=\W{0,12}(?:$|[.,;:!?\n-]|\b(?:but|and|because|cuz|bc|though|tho)\b))"
_YES = re.compile(
    r"(?:y{1,6}e{1,9}s{1,9}|y{1,6}e{1,9}a{1,9}h{0,9}|ye|yep|yup|yh|y|ya|aye|m{1,4}hm{1,6}|"
    r"uh ?huh|indeed|yessir|"
    r"s\u00ed|oui|ja|sim|tak|\u0434\u0430|evet|\u306f\u3044)\b"
)
_YES_WHOLE = re.compile(
    r"(?:i (?:do|am|have|did|think so|guess(?: so)?|suppose(?: so)?|feel like it|want to)|"
    r"(?:kind|sort) of|kinda|sorta|a (?:little )?bit|a little|somewhat|(?:a )?lot|"
    r"(?:it'?s |it is )?(?:the )?(?:first|former)(?: one| thing)?|(?:it'?s |it is )?that|both|true|"
    r"it is|correct|exactly|probably|definitely|of course|"
    r"(?:all the|most of the) time|always|often|lately|every (?:day|night)|that'?s (?:it|"
    r"right|true)|"
    rf"you'?re right|guess so)(?: i (?:do|am|have|think|guess|suppose)| really| sometimes| "
    rf"yes| yeah)?{_END}"
)
_MEANT = r"i (?:just |only )?mean(?:t)?\b(?! (?:it|that|every))"
_OTHER = re.compile(  # alone, it says that the question was about something else
    rf"(?:{_MEANT}|(?:(?:no|it'?s|it is|that'?s) )?(?:something else|neither|(?:the "
    rf")?(?:second|latter|"
    r"other)(?: one| thing)?\b|(?:(?:just|only|all) )?about (?:the|my|a|work|school)\b|"
    r"(?:just|only) (?:the|my|work|school)\b))"
)
_ELSEWHERE = re.compile(  # after a yes, it says that it may have been about something else
    rf"\b(?:{_MEANT}|something else|(?:second|latter|other)(?: one| thing)\b|"
    r"(?:it|that|this)(?:'?s| is| was) (?:(?:just|only|all) )?(?:about )?(?:the|my|work|school)\b|"
    r"(?:just|only|about) (?:the|my|a|work|school)\b|"
    r"i(?:'?m| am) (?:fine|ok|okay|alright|good|safe)\b)"
)
_NO = re.compile(
    r"(?:n{1,6}o{1,9}(?: no)?|nope|nah{1,6}|naw|non|nein|nee|nie|\u043d\u0435\u0442)"
    r"(?=\W{0,12}(?:$|[.,;:!?\n-]|\b(?:i|it|its|that|thats|this|im|just|only|thanks|thank|"
    r"way|of|not|never|god|lol|haha|don't|dont|we|my|the|you|really|nothing|none|honestly|sorry|"
    r"but|though|tho)\b))"
    r"|(?:of course|certainly|definitely|absolutely|obviously) not\b|not at all\b|god no\b|"
    rf"(?:i(?:'?m| am| do|'?ve| have) not|i don'?t|never|hell no|neither|no way){_END}"
)
_HEDGES = re.compile(
    r"(?:i (?:don'?t|do not|dont) (?:really )?know|idk|dunno|maybe|perhaps|possibly|"
    r"sometimes|at times|"
    r"now and then|on and off|some ?days|occasionally|(?:i'?m |i am )?not (?:really |"
    r"quite |so )?sure|"
    r"unsure|(?:it'?s |it is )?(?:hard|difficult) to (?:say|tell)|(?:it |that )?depends|not really|"
    r"no (?:idea|clue)|not exactly|not (?:yet|now|right now|today|anymore|any more|always|quite)|"
    r"(?:i )?(?:can'?t|cannot) (?:say|tell)|(?:i'?d )?rather not say|"
    r"(?:does|would) (?:it|that) (?:even )?matter|why does it matter|who cares|so what|"
    r"(?:and |so )?what if i (?:am|do|did|was)|yes and no)\b"
)
_DENIES = re.compile(
    r"(?:(?:no|nope|nah|god no|of course not)\W{0,4})?(?:i(?:(?:'?m| am| do| would|'?d| "
    r"have|'?ve) )?"
    r"(?: ?(?:not|never|don'?t|wouldn'?t|won'?t|haven'?t))|not) (?:(?:thinking|planning|going|"
    r"wanting|want|trying|actually|really|feeling|gonna|to|of|on|about) "
    r"){0,5}(?:kill(?:ing)? my ?self|"
    r"suicid(?:e|al)|d(?:ie|ying)|(?:be |being )?dead|end(?:ing)? (?:it(?: all)?|my life|things)|"
    r"hurt(?:ing)? my ?self)(?: or anything| at all| lol| haha| tho| "
    r"though)?\W{0,8}(?P<rest>.{0,80})",
    re.DOTALL,
)
_YET = re.compile(
    r"\b(?:but|though|tho|sometimes|maybe|not (?:yet|now|right now|today|really|always)|used to|"
    r"idk|anymore)\b"
)
_TAKEN_BACK = re.compile(r"\W{0,4}(?:and )?(?:no|nah|nope)\b")


def answer_in(said: str) -> Answer:
    """Gives how a normalized message answers a question that may have stood before it."""
    text = _MARKS.sub("", said[:MOST])
    for _ in range(3):
        led = _LEADS.match(text)
        text = text[led.end() :] if led is not None else text
    if _denies(text):
        return Answer.DENIED
    if (yes := _YES.match(text)) is not None:
        return _after_yes(text[yes.end() :])
    for pattern, answer in ((_YES_WHOLE, Answer.YES), (_HEDGES, Answer.HEDGED)):
        if pattern.match(text) is not None:
            return answer
    if (no := _NO.match(text)) is not None:
        return Answer.HEDGED if _YET.search(text[no.end() :]) else Answer.NO
    return Answer.NO if _OTHER.match(text) is not None else Answer.NONE


def _denies(text: str) -> bool:
    """Whether all it says is that its person does not think of dying, or meant something else."""
    denial = _DENIES.match(text)
    rest = denial["rest"] if denial is not None else "-"
    return not rest or (denial is not None and _OTHER.match(rest) is not None)


def _after_yes(rest: str) -> Answer:
    """Gives what a yes is once it went on: to something else, or taken back."""
    if _TAKEN_BACK.match(rest) is not None or _ELSEWHERE.search(rest) is not None:
        return Answer.HEDGED
    return Answer.YES
