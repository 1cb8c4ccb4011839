"""Weighs what the heads hear against what the plain words of a message tell. Pure.

Three things are spoken of: what is told in words that leave no doubt; a situation of the heads that
a word of the message bears out; else the subject that it names. A tone of the heads that its words
speak against becomes one that claims less.
"""

from bot.model.forms import asks, asks_you
from bot.model.situations import Heard
from bot.model.subjects import SLIGHT, Mood, is_borne_out, mood, subject
from bot.model.told import ASIDES, told
from bot.strings.demonstration import Demonstration

ALWAYS = ("heavy", "mixed", "bot", "play")  # what is told of these counts in any tone
BESIDE = ("glad", "light", "mixed", "life", "opinion")  # those that leave room for what is told
ASKING = ("asking", "task", "play", "opinion")
NEAR_THE_HEART = ("heavy", "mixed", "life")
HEAVIER = ("heavy", "mixed")
GOOD_NEWS, GOOD_AND_HARD = "good_news", "good_and_hard"


def weighed(text: str, by_the_heads: Heard, say: Demonstration) -> Heard:
    """Gives what a normalized text is about."""
    told_so, how = mood(text), subject(text)
    name, heard = told(text), _borne_out(by_the_heads, text)
    if name in ASIDES and (how or told_so.is_hard or heard.family in NEAR_THE_HEART):
        name = ""
    if name in say.situations:
        if name == GOOD_NEWS and not heard.situation and _is_also_hard(told_so):
            name = GOOD_AND_HARD
        family = say.situations[name].family
        if name == GOOD_AND_HARD or not _gives_way(family, heard, told_so):
            return Heard(name, family)
    if heard.situation:
        return heard
    tone = _tone(heard.family, told_so, text, how)
    return Heard("", tone, "" if how in SLIGHT and tone not in ("glad", "light") else how)


def _borne_out(heard: Heard, text: str) -> Heard:
    if heard.situation and is_borne_out(heard.situation, text):
        return heard
    return Heard("", heard.family)


def _gives_way(family: str, heard: Heard, told_so: Mood) -> bool:
    """Returns whether what is told is less than what the heads hear and the words agree with."""
    if family in ALWAYS:
        return False
    if heard.situation and heard.family == "heavy":
        return told_so.is_hard or told_so.is_wearing
    if heard.situation:
        return heard.family not in BESIDE
    return heard.family == "heavy" and told_so.is_hard


def _is_also_hard(told_so: Mood) -> bool:
    return told_so.is_hard or (told_so.is_wearing and told_so.is_turning)


def _tone(family: str, told_so: Mood, text: str, how: str) -> str:
    """Gives the tone that both the heads and the words of a text allow."""
    if family not in ASKING and not how and asks_you(text):
        return "bot"
    if family in (*ASKING, "bot"):
        return _asking(family, told_so, text)
    if told_so.is_good or told_so.is_joking or family == "light":
        return _light(family, told_so)
    if told_so.is_hard or (told_so.is_wearing and family in HEAVIER):
        return "mixed" if family == "glad" or how in SLIGHT else "heavy"
    if family == "heavy":  # and none of its words is
        return "mixed"
    return family


def _asking(family: str, told_so: Mood, text: str) -> str:
    if told_so.is_hard and family != "task":
        return "heavy"
    return family if asks(text) else ""


def _light(family: str, told_so: Mood) -> str:
    """Gives the tone of a text that heads or words take lightly or gladly, if the others agree."""
    if told_so.is_hard or told_so.is_wearing or family == "heavy":
        return "mixed"
    return "glad" if told_so.is_good and family in ("glad", "light") else family or "light"
