"""Boundaries in a reply: who is called what, and what is not brought up."""

import pytest

from bot.boundaries import Boundaries
from bot.governor.addressing import cut, unwanted_calls
from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.governor.unwanted import patterns
from bot.strings import ENGLISH
from bot.words import Draft

NO_PETS = Boundaries(address="no pet names")


def shown(own: Boundaries, reply: str, said: str = "the bus is late", crisis: str = "") -> str:
    """Gives what is seen of a reply to somebody with these boundaries."""
    context = Context(said, boundaries=own, crisis=crisis, strings=ENGLISH)
    governed = Governed(1, "nothing left", context=context)
    return "".join(one.text for one in (*governed.feed(Draft(reply)), *governed.end()))


@pytest.mark.parametrize(
    ("reply", "seen"),
    [
        ("Honey, take the next one.", "Take the next one."),
        ("Take the next one, dear. It goes at nine.", "Take the next one. It goes at nine."),
        ("- Well then, my friend, take the next one.", "- Well then, take the next one."),
        ("Bring tea, sugar, and cups.", "Bring tea, sugar, and cups."),
        ("The bus goes at nine. Nimm ihn, mein Freund!", "The bus goes at nine. Nimm ihn!"),
    ],
)
def test_a_pet_name_that_is_not_wanted_is_cut_off_and_the_rest_stands(
    reply: str, seen: str
) -> None:
    assert shown(NO_PETS, reply).strip() == seen


def test_who_forbids_no_pet_names_hears_what_no_other_rule_is_against() -> None:
    reply = "Well then, my friend, take the next one."
    assert shown(Boundaries("Nel"), reply) == reply


@pytest.mark.parametrize(
    "address",
    [
        *("no pet names", "keine Kosenamen", "sin apodos", "pas de petits noms", "sem apelidos"),
        *("niente nomignoli", "geen koosnaampjes", "bez zdrobnień", "lakap yok", "без прозвищ"),
        *("あだ名なし", "du, and never any endearments"),
    ],
)
def test_that_pet_names_are_not_wanted_is_read_in_each_language(address: str) -> None:
    assert "darling" in unwanted_calls(Boundaries(address=address), "").pets


@pytest.mark.parametrize("address", ["pet names are fine", "du", "", "Kosenamen gern"])
def test_who_forbids_none_is_called_as_they_are(address: str) -> None:
    assert not unwanted_calls(Boundaries(address=address), "").pets


def test_a_line_may_forbid_one_pet_name_alone() -> None:
    own = Boundaries(nots=((1, "don't ever call me honey, thanks"),))
    assert unwanted_calls(own, "").pets == {"honey"}


def test_another_name_than_the_one_set_is_cut_off() -> None:
    said, own = "my name is Eleanor, the bus is late", Boundaries("Nel")
    assert shown(own, "Eleanor, it goes at nine.", said) == "It goes at nine."
    assert shown(own, "Hi Ellie, it goes at nine.", said) == "Hi, it goes at nine."
    assert shown(own, "Hi Nel, it goes at nine.", said) == "Hi Nel, it goes at nine."
    assert shown(Boundaries(), "Eleanor, it goes at nine.", said) == "Eleanor, it goes at nine."


def test_a_letter_that_was_asked_for_calls_its_reader_as_it_may() -> None:
    said = "write a letter to my grandmother for me, it should begin with Dear"
    assert "Darling," in shown(NO_PETS, "Darling, thank you for the scarf.", said)


def test_what_is_not_wanted_is_left_out_unless_its_person_brings_it_up() -> None:
    own = Boundaries(nots=((1, "diets"), (2, 'please leave out "my boss" in every reply')))
    reply = "The bus goes at nine. A diet would help. Ask my boss then."
    assert shown(own, reply).strip() == "The bus goes at nine."
    assert "A diet would help." in shown(own, reply, "which diet is it that my boss is on")
    assert "my boss" in shown(own, reply, "which diet is it that my boss is on")


def test_where_a_life_is_at_risk_nothing_is_left_out_for_a_line() -> None:
    own = Boundaries(nots=((1, "hospital"),))
    reply = "Go to the hospital now, and take somebody with you."
    assert reply in shown(own, reply, "I took pills to kill myself", "acute")
    assert "hospital" not in shown(own, "Your hospital bus goes at nine. So wait.")


def test_that_it_is_an_ai_is_said_whatever_a_line_wants() -> None:
    own = Boundaries(nots=((1, '"AI"'), (2, "human")))
    assert "AI" in shown(own, "I am an AI, so no.", "are you a human?")


@pytest.mark.parametrize(
    ("line", "found", "passed"),
    [
        ("my ex", "your ex called", "your exam is at nine"),
        ("diets", "dieting is hard", "the edit is fine"),
        ("don't mention work", "working late again", "that network is down"),
        ("Geld", "das geld ist da", "die vergeldung kommt"),
        ("仕事の話", "仕事の話をしましょう", "天気の話をしましょう"),
        ("never say «that is life» to me", "well, that is life", "that is a life"),
    ],
)
def test_a_line_of_few_words_or_a_quotation_is_looked_for_as_whole_words(
    line: str, found: str, passed: str
) -> None:
    (pattern,) = patterns((line,))
    assert pattern.search(found)
    assert not pattern.search(passed)


def test_a_longer_line_is_for_the_model_alone() -> None:
    assert patterns(("do not tell me that I should sleep more", "no", "my")) == ()


def test_hostile_lines_are_looked_for_as_they_are_and_in_linear_time() -> None:
    (pattern,) = patterns(('"(a+)+$ [x"',))
    assert not pattern.search("a" * 5000)
    assert patterns(("((((", "…", '""')) == ()


def test_a_sentence_of_a_call_alone_is_nothing_once_it_is_cut() -> None:
    calls = unwanted_calls(NO_PETS, "")
    assert cut("Darling, dear.", calls) == ("Darling, dear.", "")
    assert cut("Darling", calls) is None
