"""What is told in words that leave no doubt: heard at once, and never over what is heavier."""

import pytest

from bot.levels import Level
from bot.model.demonstrated import every_reply
from bot.model.situations import Heard
from bot.model.told import situations_in, told
from bot.model.voice import Voice, hears_nothing
from bot.strings import ENGLISH
from bot.strings.demonstration import demonstration
from bot.text.normalize import normalized
from bot.words import Brief

SAY = demonstration("en")
NOTHING = Heard()
PLAIN_FAMILIES = ("heavy", "glad", "mixed", "life", "light")
JARGON = ("ready-made", "model", "/attune", "demonstration")
BRIEF = Brief(Level.PLAIN, None, 0, 0)


def heard(text: str, by_the_heads: Heard = NOTHING) -> Heard:
    return Voice(ENGLISH, lambda _text: by_the_heads).heard(text)


def reply(text: str) -> str:
    return "".join(Voice(ENGLISH, hears_nothing).written(BRIEF, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who can read this?", "privacy"),
        ("do you speak Italian", "languages"),
        ("My English is not so good, sorry", "your_english"),
        ("what am I supposed to write here?", "what_to_type"),
        ("u single?", "flirting"),
        ("my replika was wiped last week", "lost_bot"),
        ("I PASSED!!", "good_news"),
        ("thought i'd see if anybody was around", "pleasant"),
        ("that's all. night night", "goodbye"),
        ("they let me go after 9 years", "fired"),
        ("found a small lump on my neck", "body_worry"),
        ("i have cancer", "illness_grave"),
        ("ugh, i caught the flu", "illness_light"),
    ],
)
def test_what_leaves_no_doubt_is_heard_without_the_heads(text: str, name: str) -> None:
    assert told(normalized(text)) == name
    assert heard(text) == Heard(name, SAY.situations[name].family)
    assert reply(text) in SAY.situations[name].replies.say


def test_every_situation_that_is_told_has_replies() -> None:
    assert set(SAY.situations) >= situations_in("en")


def test_what_is_glad_gives_way_to_a_situation_that_is_heavy_and_borne_out() -> None:
    said = "got the job, and i am terrified of it"
    assert heard(said, Heard("fear", "heavy")) == Heard("fear", "heavy")
    said = "got the job, and i am 16"
    assert heard(said, Heard("minor", "bot")) == Heard("good_news", "glad")
    assert heard(f"are you glad? {said}", Heard("minor", "bot")) == Heard("minor", "bot")
    glad = "got the job! they rang this morning"
    for tone in (Heard("", "mixed"), Heard("plans", "light"), Heard("", "bot")):
        assert heard(glad, tone).situation == "good_news"


def test_good_news_with_something_hard_beside_it_is_met_as_both() -> None:
    assert heard("got the job, and was evicted the same day").situation == "good_and_hard"


def test_a_death_and_a_sign_of_the_body_come_before_whatever_else_is_told() -> None:
    assert heard("got the job, and mum died the same day").situation == "grief_fresh"
    assert heard("hello, i am gerald, and my left arm went numb").situation == "body_alarm"
    for one in SAY.situations["body_alarm"].replies.say:
        assert "now" in one
        assert "emergency number" in one


def test_who_is_hurt_or_glad_or_says_hello_is_told_nothing_of_how_this_is_made() -> None:
    every = [one.replies for one in SAY.situations.values() if one.family in PLAIN_FAMILIES]
    every += [SAY.families[name] for name in PLAIN_FAMILIES]
    for text in (text for one in every for text in every_reply(one)):
        assert not [one for one in JARGON if one in text], text


def test_nothing_speaks_of_set_words() -> None:
    every = [*SAY.families.values(), *(one.replies for one in SAY.situations.values())]
    assert not [text for one in every for text in every_reply(one) if "set words" in text]
    assert heard("the scan was clear but i lost my job", Heard("", "mixed")).family == "mixed"


def test_what_is_asked_of_the_program_is_answered_in_any_tone() -> None:
    for tone in (Heard("", "heavy"), Heard("anxiety", "heavy"), Heard("fact", "asking")):
        assert heard("who can read this?", tone).situation == "privacy"


def test_who_may_read_is_said_with_where_to_see_it() -> None:
    for one in SAY.situations["privacy"].replies.say:
        assert "could" in one
        assert "at most a day" in one
        assert "/attune about" in one
        assert "/attune data" in one


@pytest.mark.parametrize("family", ["mixed", "life", "light", "unsure", "heavy"])
def test_a_fallback_names_a_model_only_where_something_is_asked(family: str) -> None:
    assert not [one for one in SAY.families[family].say if "model" in one]


@pytest.mark.parametrize(
    "text", ["i am ill", "i'm cold", "i have a cough and no breath", "sick again"]
)
def test_an_illness_that_may_be_grave_is_not_met_as_a_cold(text: str) -> None:
    assert heard(text).situation != "illness_light"
