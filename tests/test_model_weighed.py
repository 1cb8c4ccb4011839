"""What the heads hear counts where a message's words agree, and claims less where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lexicon import lexicon
from bot.model.forms import asks_you, is_question
from bot.model.situations import Heard
from bot.model.subjects import PEOPLE, SLIGHT, SUBJECTS, is_borne_out, mood, subject
from bot.model.told import ASIDES, SITUATIONS
from bot.model.weighed import weighed
from bot.strings.demonstration import demonstration

SAY = demonstration("en")
NOTHING = Heard()


def heard(text: str, situation: str = "", family: str = "") -> Heard:
    return weighed(text, Heard(situation, family), SAY)


# -- the words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my sister is here", "family"),
        ("boss just wrote to all of them", "work"),
        ("my mum says the boss is right", "parent"),
        ("the neighbours are at it and it goes on and on", "home"),
        ("a letter came, and in the end it had nothing to do with any dog", ""),
        ("a letter came in the end, with a dog on it and then one more dog", "pet"),
        ("hello friend, all is well in here, and how", ""),
        ("so there it is", ""),
    ],
)
def test_a_subject_is_named_early_or_as_ones_own_or_twice(text: str, name: str) -> None:
    assert subject(text) == name


def test_people_come_before_things() -> None:
    assert subject("the bread that my brother made") == "family"
    assert PEOPLE | SLIGHT < SUBJECTS


def test_a_mood_is_told_by_words_and_what_is_denied_is_not_good() -> None:
    assert mood("he died").is_hard
    assert mood("i miss him").is_wearing
    assert mood("i won").is_good
    assert not mood("i never won").is_good
    assert mood("i won lol").is_joking
    assert mood("i won but").is_turning


def test_a_situation_is_borne_out_by_a_word_that_it_needs() -> None:
    assert is_borne_out("eating", "i count calories")
    assert not is_borne_out("eating", "i had lunch in the bathroom")
    assert is_borne_out("fact", "anything at all")
    assert is_borne_out("greeting", "good day to you")
    assert not is_borne_out("greeting", "one two three four five six seven eight nine")


def test_each_situation_that_needs_a_word_is_one_that_can_be_heard() -> None:
    assert set(lexicon("en/offline/borne_out").words) <= set(SAY.situations)
    assert ASIDES < SITUATIONS


@given(st.text())
def test_any_text_has_a_mood_and_a_subject_or_none(text: str) -> None:
    assert subject(text) in SUBJECTS | {""}
    assert mood(text) == mood(text)


def test_a_question_is_one_that_begins_or_ends_as_such() -> None:
    assert is_question("what now")
    assert is_question("it broke. now what?")
    assert not is_question("they drill on a sunday. who does that")
    assert asks_you("do you know it")
    assert not asks_you("do you know what he said")


# -- the heads and the words ----------------------------------------------------------------------


def test_a_situation_without_a_word_for_it_is_no_more_than_its_tone() -> None:
    assert heard("i cried and cried", "crying", "heavy") == Heard("crying", "heavy")
    assert heard("i peeled the onions", "crying", "heavy") == Heard("", "mixed")


def test_a_heavy_tone_that_no_word_agrees_with_claims_less() -> None:
    assert heard("i have a gym card and went twice", "", "heavy").family == "mixed"
    assert heard("i am so sad", "", "heavy").family == "heavy"
    assert heard("sad lol", "", "heavy").family == "mixed"


def test_what_is_hard_by_its_words_is_never_met_as_glad() -> None:
    for family in ("glad", "light"):
        assert heard("the funeral was on friday", "", family).family == "mixed"
    assert heard("the funeral was on friday", "", "").family == "heavy"


def test_what_asks_for_nothing_is_no_task_and_no_question() -> None:
    for family in ("asking", "task", "opinion", "bot"):
        assert heard("there are nine of them", "", family).family == ""
    assert heard("how many of them are there", "", "task").situation == "fact"


def test_a_slight_subject_is_spoken_of_only_where_the_tone_is_light() -> None:
    assert heard("my bread rose", "", "light").subject == "food"
    assert heard("my bread rose", "", "mixed").subject == ""
    assert heard("my bread died", "", "mixed").family == "mixed"


def test_an_aside_is_not_answered_in_place_of_the_matter() -> None:
    assert heard("sorry for my bad english").situation == "your_english"
    matter = "sorry for my bad english. my son does not call since he married"
    assert heard(matter) == Heard("", "", "child")
    assert heard("anyway, how are you").situation == "how_are_you"
    assert heard("my husband left for work. how are you").situation != "how_are_you"


@given(st.text(), st.sampled_from(sorted(SAY.situations)))
def test_whatever_the_heads_hear_it_is_a_situation_or_a_tone(text: str, name: str) -> None:
    one = weighed(text, Heard(name, SAY.situations[name].family), SAY)
    assert one.situation in {*SAY.situations, ""}
    assert one.family in {*SAY.families, ""}
    assert one.subject in {*SAY.subjects, ""}
