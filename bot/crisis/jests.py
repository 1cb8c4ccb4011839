"""What is said of a trifle, with the words of a wish to die: a mock threat, a small shame.

Both name what they are about: the boss of a game, a printer, the whole class on a call. A trifle
never covers more than the clause it stands in, and a shame only the bare wish.
"""

import re

from bot.crisis.signs.kinds import Sign, What, Who

_ENDS = frozenset({What.ENDING, What.PLAN})
_WISHES = frozenset({What.WISH_DEAD, What.DISAPPEARING, What.ENDING})
_WHEN = r"\b(?:if|when|whenever|every time|unless|until) (?:[\w']+ ){0,6}?"
_TRIFLE = re.compile(
    rf"{_WHEN}(?:(?:die|lose|wipe|respawn)(?: [\w']+){{0,4}} to (?:this|that|the) (?:\w+ )?boss|"
    r"(?:this|that|the|my|another|one more|an?|these|unskippable) (?:[\w']+ ){0,2}?(?:build|"
    r"compile|pipeline|deploy|merge conflict|standup|meeting|printer|ads?|queue|lobby|loading "
    r"screen|song|jingle|spreadsheet|update|captcha|cutscene|tutorial|checkpoint|raid|level|"
    r"spoiler|pun|sequel)|(?:excel|outlook|jira|teams|slack|zoom|windows|webpack|npm)|nerf|"
    r"nerfs|disconnects?)\b"
)
_MEANS_IT = re.compile(r"\b(?:mean it|for real|serious|not (?:joking|a joke|kidding)|no joke)\b")
# What no trifle has beside it: means at hand, a moment that comes by itself, a grief, a goodbye.
_GRAVE = re.compile(
    r"\b(?:pills?|tablets|meds|noose|overdose|suicid\w+|goodbye|my (?:notes?|letters?|will)|"
    r"funeral|died|hopeless|depress\w+|crying|(?:can't|cannot|cant|can not) (?:go on|"
    r"do this any ?more|take (?:it|this) any ?more)|no (?:reason|point)|(?:hurt|cut)(?:ting)? "
    r"myself|miss (?:her|him|them)|"
    r"(?:i have|i've|i got|ive|have got) (?:\w+ ){0,2}?(?:rope|gun|rifle|knife|blade|razors?)|"
    r"(?:rope|gun|rifle|knife|blade|razor) (?:is|in|on|beside|next))\b|"
    r"\b(?:when|once|until|after|as soon as) (?:[\w']+ ){1,5}?(?:ends?|(?:is|'s) (?:over|done|out)|"
    r"finish\w*|stops?|closes)\b"
)
_BARE = re.compile(
    r"\b(?:want to|could|wanted to|going to|would like to|need to) (?:die|disappear|vanish|kms)$|"
    r"^kms$"
)
_SHAME = re.compile(
    r"\bi (?:have )?(?:accidentally )?(?:waved (?:back )?at an? (?:stranger|mannequin)|replied "
    r"all|called (?:my|the|our) (?:teacher|boss|prof|professor|manager|coach|doctor) (?:mom|dad|"
    r"babe|love)|said [x,]?(?: ?you too ?,?)? ?to the (?:waiter|waitress|barista|cashier|pilot|"
    r"usher|driver)|sent (?:that|it|this) to (?:the|my) (?:wrong \w+|group chat|work chat|class|"
    r"boss)|walked into (?:a|the) (?:glass|door|pole|wrong \w+)|tripped (?:on stage|up the stairs|"
    r"in front of)|liked (?:his|her|their|an?) (?:\w+ )?(?:photo|pic|picture|post|story) from|"
    r"unmuted|farted|burped|pushed a pull door|mispronounced)\b|"
    r"\bmy (?:mic|camera|fly|zipper) was (?:on|off|open|down)\b"
)


def is_meant(own: str) -> bool:
    """Whether somebody means it, by their words or by what stands beside them; fillers and all."""
    return bool(_MEANS_IT.search(own) or _GRAVE.search(own))


def is_shame(whole: str) -> bool:
    """Whether somebody tells of a small shame."""
    return bool(_SHAME.search(whole))


def is_jest(sign: Sign, said: str, clause: str, *, is_shame: bool) -> bool:
    """Whether what a sign saw is a mock threat about a trifle, or a bare wish beside a shame."""
    if sign.who is not Who.SELF:
        return False
    if sign.what in _ENDS | _WISHES and _TRIFLE.search(clause):
        return True
    return is_shame and sign.what in _WISHES and bool(_BARE.search(said))
