"""Reciting: which held lines a reply says back, and when that is no fault."""

from dataclasses import replace

import pytest

from bot.governor.context import Context
from bot.governor.recital import looked_for, pairs, said_back
from bot.governor.rules.reciting import recites
from bot.text.plain import plain
from tests.in_english import in_english

NEL, CHOIR = "my sister is called Nel", "I sing in the choir on Tuesdays"
BOTH = "your sister is called nel, and you sing in the choir on tuesdays."
TALK = replace(in_english("what shall i do tonight?"), recalled=(NEL, CHOIR))


def test_a_line_is_found_in_the_persons_words_turned_to_them_and_not_in_words_of_ones_own() -> None:
    lines = looked_for((NEL, CHOIR), "")
    assert said_back(BOTH, lines) == {0, 1}
    assert said_back("nel, your sister, may be at the choir on tuesdays.", lines) == frozenset()
    assert said_back("", lines) == frozenset()


def test_what_is_too_short_to_be_anybodys_words_is_never_looked_for() -> None:
    assert looked_for(("call Nel", "I'm vegetarian", "妹はネル", ""), "") == ()
    (line,) = looked_for(("妹の名前はネルといいます",), "")
    assert said_back(plain("妹の名前はネルといいますね。"), (line,)) == {0}
    assert pairs("a") == frozenset()


def test_what_the_person_says_now_may_be_said_back() -> None:
    assert looked_for((NEL,), "my sister rang, the one near the choir") != ()
    assert looked_for((NEL,), "well, my sister is called Nel. so") == ()
    assert not recites(BOTH, replace(TALK, user="I sing in the choir on tuesdays, and then?"), ())


def test_two_lines_are_a_list_and_one_is_not_however_often_it_comes() -> None:
    one = "your sister is called nel."
    assert recites(BOTH, TALK, ())
    assert not recites(one, TALK, (one,))
    assert recites("you sing in the choir on tuesdays.", TALK, (one,))
    assert not recites("ring her.", TALK, (BOTH,))


@pytest.mark.parametrize(
    "talk",
    [
        replace(TALK, user="what do you know about me?"),
        replace(TALK, earlier_user=("was hast du dir gemerkt?",)),
        replace(TALK, user="write me an email to the choir"),
        replace(TALK, user="I want to die"),
        replace(TALK, crisis="episode"),
        replace(TALK, recalled=()),
    ],
)
def test_who_asks_for_it_or_is_in_danger_gets_it(talk: Context) -> None:
    assert not recites(BOTH, talk, ())
