"""What the heads hear counts where a message's words agree, and claims less where not."""

from hypothesis import given
from hypothesis import strategies as st

from bot.lexicon import lexicon
from bot.model.forms import asks_you, is_of_others, is_question, is_to_you
from bot.model.signs import is_borne_out, mood, tone, tones_in
from bot.model.situations import Heard
from bot.model.told import ASIDES, situations_in
from bot.model.weighed import weighed
from bot.strings.demonstration import demonstration

SAY = demonstration("en")
NOTHING = Heard()


def heard(text: str, situation: str = "", family: str = "") -> Heard:
    return weighed(text, Heard(situation, family), SAY)


# -- the words ------------------------------------------------------------------------------------


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
    assert not is_borne_out("sourdough", "anything at all")
    assert is_borne_out("greeting", "good day to you")
    assert not is_borne_out("greeting", "one two three four five six seven eight nine")


def test_each_situation_that_needs_a_word_is_one_that_can_be_heard() -> None:
    assert set(lexicon("en/offline/borne_out").words) <= set(SAY.situations)
    assert situations_in("en") > ASIDES


@given(st.text())
def test_any_text_has_a_mood_and_a_tone_or_none(text: str) -> None:
    assert tone(text) in tones_in("en") | {""}
    assert mood(text) == mood(text)


def test_a_tone_is_told_by_a_turn_of_phrase_and_has_replies() -> None:
    assert tone("my sister broke my kite") == "heavy"
    assert tone("we made it!!") == "glad"
    assert tone("your face is a teapot") == "play"
    assert tone("the kite is blue") == ""
    assert set(SAY.families) >= tones_in("en")


def test_a_question_is_one_that_begins_or_ends_as_such() -> None:
    assert is_question("what now")
    assert is_question("it broke. now what?")
    assert not is_question("they drill on a sunday. who does that")
    assert not is_question("can't stop eating it")
    assert is_question("can't it stop?")
    assert asks_you("do you know it")
    assert not asks_you("do you know what he said")
    assert is_to_you("what are you")
    assert not is_to_you("what is it")
    assert is_of_others("my sister is here")
    assert not is_of_others("i am here")


# -- the heads and the words ----------------------------------------------------------------------


def test_a_situation_without_a_word_for_it_is_no_more_than_its_tone() -> None:
    assert heard("i cried and cried", "crying", "heavy") == Heard("crying", "heavy")
    assert heard("i peeled the onions", "crying", "heavy") == Heard("", "mixed")
    assert heard("the loaf is a stone", "sourdough", "light") == Heard("", "light")


def test_a_situation_that_the_mood_speaks_against_is_not_spoken_of() -> None:
    assert heard("my dog made me laugh lol", "grief_pet", "heavy") == Heard("", "mixed")
    assert heard("the dog is lost", "animals", "glad") == Heard("", "mixed")


def test_a_question_situation_is_one_only_where_something_is_asked() -> None:
    assert heard("how deep may a well be", "fact", "asking").situation == "fact"
    assert heard("the well is deep", "fact", "asking") == Heard()
    assert heard("the well is deep", "insult", "bot") == Heard()
    assert heard("is it you who love me so", "love_me", "bot").situation == "love_me"
    assert heard("have you ever met a goat here", "love_me", "bot").situation == ""


def test_a_heavy_tone_that_no_word_agrees_with_claims_less() -> None:
    assert heard("i have a gym card and went twice", "", "heavy").family == "mixed"
    assert heard("i am so sad", "", "heavy").family == "heavy"
    assert heard("sad lol", "", "heavy").family == "mixed"
    assert heard("i am so sad", "", "").family == "mixed"


def test_what_is_hard_by_its_words_is_never_met_as_glad() -> None:
    for family in ("glad", "light", ""):
        assert heard("the funeral was on friday", "", family).family == "mixed"
    assert heard("the funeral was on friday", "", "life").family == "heavy"


def test_what_is_glad_or_light_is_so_for_words_and_heads() -> None:
    assert heard("so proud of it", "", "light").family == "glad"
    assert heard("so proud of it", "", "").family == ""
    assert heard("so proud of it", "", "heavy").family == "mixed"
    assert heard("it fell over lol", "", "").family == "light"


def test_what_asks_for_nothing_is_no_task_and_no_question() -> None:
    for family in ("asking", "task", "opinion", "bot", "play"):
        assert heard("there are nine of them", "", family).family == ""
    assert heard("how many of them are there", "", "task").situation == "fact"
    assert heard("name three of them", "", "play").family == "task"


def test_an_aside_is_not_answered_in_place_of_the_matter() -> None:
    assert heard("sorry for my bad english").situation == "your_english"
    assert heard("sorry for my bad english. my son does not call since he married") == Heard()
    assert heard("anyway, how are you").situation == "how_are_you"
    assert heard("my husband left for work. how are you").situation != "how_are_you"
    assert heard("hello. i am gerald, 81. my grandson is at school").situation == "introducing"
    assert heard("hello, i am gerald. it all hurts") == Heard("", "mixed")
    much = "hello, i am gerald." + " so this is how it went with the two of them." * 3
    assert heard(much) == Heard()


def test_a_light_thing_is_not_told_where_it_is_asked_about() -> None:
    told_so = "the wifi is down again"
    assert heard(told_so).situation == "nuisance"
    assert heard(f"can you tell me if {told_so}").situation != "nuisance"


@given(st.text(), st.sampled_from(sorted(SAY.situations)))
def test_whatever_the_heads_hear_it_is_a_situation_or_a_tone(text: str, name: str) -> None:
    one = weighed(text, Heard(name, SAY.situations[name].family), SAY)
    assert one.situation in {*SAY.situations, ""}
    assert one.family in {*SAY.families, ""}
