"""Weighs what the heads hear against what the plain words of a message tell. Pure.

Three things are spoken of: what is told in words that leave no doubt; a situation of the heads that
the words bear out; else no more than a tone on which heads and words agree. A reply to the wrong
thing is worse than a wide one, so where they disagree the tone is one that claims less.
"""

from bot.model.forms import LONG, asks, asks_you, is_of_others, is_question, is_to_you
from bot.model.signs import NEEDY, SHORT_TALK, Mood, is_borne_out, mood, tone
from bot.model.situations import Heard
from bot.model.told import ASIDES, told
from bot.strings.demonstration import Demonstration

ALWAYS = ("heavy", "mixed", "bot", "play")  # what is told of these counts in any tone
BESIDE = ("glad", "light", "mixed", "life", "opinion")  # those that leave room for what is told
ASKING = ("asking", "task", "play", "opinion")
NEAR_THE_HEART = ("heavy", "mixed", "life")
HEAVIER = ("heavy", "mixed", "life")
INTRODUCING, MAY_I = "introducing", "may_i"
GOOD_NEWS, GOOD_AND_HARD = "good_news", "good_and_hard"


def weighed(text: str, by_the_heads: Heard, say: Demonstration) -> Heard:
    """Gives what a normalized text is about."""
    how = mood(text)
    name, heard = told(text), _borne_out(by_the_heads, text, how)
    if (name in ASIDES and _has_a_matter(name, text, how, heard)) or _is_asked_of(name, text, say):
        name = ""
    if name in say.situations:
        if name == GOOD_NEWS and not heard.situation and _is_also_hard(how):
            name = GOOD_AND_HARD
        family = say.situations[name].family
        if name == GOOD_AND_HARD or not _gives_way(family, heard, how):
            return Heard(name, family)
    return heard if heard.situation else Heard("", tone(text) or _tone(heard.family, how, text))


def told_alone(text: str, say: Demonstration) -> Heard:
    """Gives what a normalized text is about by its plain words, in a language no head reads."""
    name, how = told(text, say.code), tone(text, say.code)
    here = say.situations.get(name)
    if here is None:
        return Heard("", how)
    if how == "heavy" and here.family in ("glad", "light"):
        return Heard("", "mixed")
    return Heard(name, here.family)


def _borne_out(heard: Heard, text: str, how: Mood) -> Heard:
    """Gives what the heads hear, as a situation only where words, form and mood agree with it."""
    is_so = not _is_against(heard.family, how)
    if heard.situation in SHORT_TALK | NEEDY or heard.family not in (*ASKING, "bot"):
        is_so = is_so and is_borne_out(heard.situation, text)
    if heard.situation not in SHORT_TALK and heard.family in (*ASKING, "bot"):
        is_so = is_so and (is_to_you if heard.family == "bot" else asks)(text)
    return heard if is_so else Heard("", heard.family)


def _is_against(family: str, how: Mood) -> bool:
    """Returns whether the mood of a text speaks against a family of situations."""
    if family in ("glad", "light"):
        return how.is_hard or how.is_wearing
    if family in (*ASKING, "bot"):
        return how.is_hard
    return family == "heavy" and (how.is_good or how.is_joking) and not how.is_hard


def _has_a_matter(name: str, text: str, how: Mood, heard: Heard) -> bool:
    """Returns whether a text tells more than an aside that stands in it."""
    if how.is_hard or how.is_wearing or tone(text):
        return True
    if name == INTRODUCING:
        return len(text.split()) >= LONG
    return is_of_others(text) or heard.family in NEAR_THE_HEART


def _is_asked_of(name: str, text: str, say: Demonstration) -> bool:
    """Returns whether a text asks about what it would be a light thing to tell."""
    here = say.situations.get(name)
    is_light = (
        here is not None and here.family == "light" and name not in SHORT_TALK | ASIDES | {MAY_I}
    )
    return is_light and is_question(text)


def _gives_way(family: str, heard: Heard, how: Mood) -> bool:
    """Returns whether what is told is less than what the heads hear and the words agree with."""
    if family in ALWAYS:
        return False
    if heard.situation and heard.family == "heavy":
        return how.is_hard or how.is_wearing
    if heard.situation:
        return heard.family not in BESIDE
    return heard.family == "heavy" and how.is_hard


def _is_also_hard(how: Mood) -> bool:
    return how.is_hard or (how.is_wearing and how.is_turning)


def _tone(family: str, how: Mood, text: str) -> str:
    """Gives the tone that both the heads and the words of a text allow."""
    if family not in ASKING and asks_you(text):
        return "bot"
    if family in (*ASKING, "bot"):
        return _asking(family, how, text)
    if how.is_hard or how.is_wearing:
        return _hurt(family, how)
    if how.is_good or how.is_joking or family in ("glad", "light"):
        return _light(family, how)
    return "mixed" if family == "heavy" else family


def _asking(family: str, how: Mood, text: str) -> str:
    if how.is_hard and family != "task":
        return "mixed"
    if family == "bot":
        return "bot" if is_to_you(text) and is_question(text) else ""
    if family == "play":
        return "play" if how.is_joking else "task" if asks(text) else ""
    return family if is_question(text) else ""


def _hurt(family: str, how: Mood) -> str:
    """Gives the tone of a text with hard words: hurt only where the heads say so too."""
    if how.is_good or how.is_joking:
        return "mixed"
    return "heavy" if family == "heavy" or (how.is_hard and family in HEAVIER) else "mixed"


def _light(family: str, how: Mood) -> str:
    """Gives the tone of a text that heads or words take gladly, if the others agree."""
    if family in HEAVIER:
        return "mixed"
    if how.is_good and family in ("glad", "light"):
        return "glad"
    return "light" if family == "light" or how.is_joking else ""
