"""Norms: how they are kept, which words may be roles or shorthand, and what is heard of them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.commands.agreed import roles
from bot.commands.of_norms import MyRoles
from bot.levels import Stance
from bot.lexicon.load import raw
from bot.norms import MOST_OF_A_ROLE, MOST_OF_A_WORD, NO_NORMS, NormDeed, Norms, dump, load
from bot.norms.heard import MOST, role_in, shorthand_in
from bot.norms.roles import may_be_role
from bot.norms.shorthand import may_stand, stance_said, without_same

AT = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
OWN = Norms().having("the one who asks for the number").having("red", Stance.LISTEN)
ENTRIES = raw("mul/norms")["entry"]


def in_file(group: str, kind: str) -> list[str]:
    return [text for one in ENTRIES if one["group"] == group for text in one[kind]]


def test_what_is_written_is_read_again() -> None:
    assert load(dump(OWN)) == OWN
    assert (dump(NO_NORMS), load("")) == ("", NO_NORMS)


def test_when_each_was_set_is_read_again_and_what_was_written_before_that_was_still_is() -> None:
    own = Norms().having("my map", at=AT).having("red", Stance.LISTEN)
    assert [one.at for one in load(dump(own)).every] == [AT, None]
    old = load('{"norms": [[1, "my map", ""], [2, "red", "listen"]]}')
    assert (old, [one.at for one in old.every]) == (own, [None, None])
    assert own.roles_until(AT - timedelta(seconds=1)) == ()
    assert old.roles_until(AT) == own.roles_until(AT) == own.roles


def test_no_number_is_given_twice_and_roles_stand_apart_from_words() -> None:
    more = OWN.without(1).having("blue", Stance.STAY)
    assert [one.number for one in more.every] == [2, 3]
    assert [one.words for one in OWN.roles] == ["the one who asks for the number"]
    assert [one.words for one in OWN.shorthand] == ["red"]


def test_no_words_of_a_person_are_in_a_repr() -> None:
    assert "red" not in repr(OWN)
    assert "number who" not in repr(OWN)


@pytest.mark.parametrize("text", ["red", "Red.", "  RED!!  ", "*red*", "Attune, red", "red red"])
def test_a_word_is_heard_in_any_spelling_when_it_is_the_whole_message(text: str) -> None:
    assert stance_said(text, OWN, "Attune") is Stance.LISTEN


@pytest.mark.parametrize("text", ["I am at red today", "redder", "", "!", "re d", "red " * 100])
def test_a_word_inside_others_is_no_shorthand(text: str) -> None:
    assert stance_said(text, OWN, "Attune") is None


def test_a_role_is_never_a_word_for_a_stance() -> None:
    assert stance_said("the one who asks for the number", OWN) is None


@pytest.mark.parametrize("word", ["red", "赤", "code red", "красный", "pineapple", "Kırmızı"])
def test_what_nobody_says_by_chance_may_stand_for_a_stance(word: str) -> None:
    assert may_stand(word, "Attune")


@pytest.mark.parametrize(
    "word",
    [
        *("", "!!", "x", "yes", "ok", "no", "5", "Attune", "attune", "off", "stop", "listen"),
        *(
            "help",
            "pause",
            "data",
            "leave me alone",
            "turn yourself off",
            "just listen",
            "ja",
            "nein",
        ),
        *("kill me", "kill myself", "I want to die", "je veux mourir", "死にたい", "I can't go on"),
        *("too long", "that was cold", "I am 15", "y" * (MOST_OF_A_WORD + 1)),
    ],
)
def test_what_means_something_already_may_not(word: str) -> None:
    assert not may_stand(word, "Attune")


def test_a_word_is_one_however_it_is_spelled() -> None:
    assert without_same(OWN, "RED!") == OWN.without(2)
    assert without_same(OWN, "blue") == OWN


@pytest.mark.parametrize("text", in_file("heard", "examples"))
def test_shorthand_is_heard_in_every_language(text: str) -> None:
    said = shorthand_in(text)
    assert said is not None
    assert said[1] is Stance.LISTEN
    assert 0 < len(said[0]) <= MOST_OF_A_WORD


@pytest.mark.parametrize("text", in_file("heard", "twins"))
def test_what_only_sounds_like_it_sets_nothing(text: str) -> None:
    assert shorthand_in(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("when I say red, only listen", ("red", Stance.LISTEN)),
        ("When I say “code red”, just stay with me.", ("code red", Stance.STAY)),
        ("Wenn ich blau sage, sag mir was ich tun soll", ("blau", Stance.DO)),
        ("when I say red, buy milk", None),
        ("when I say red, off", None),
        ("when I say red, just listen to my sister sing", None),
        ("when I say red, just listen" + " " * MOST, None),
    ],
)
def test_only_what_is_surely_a_stance_counts(text: str, said: tuple[str, Stance] | None) -> None:
    assert shorthand_in(text) == said


@pytest.mark.parametrize("text", in_file("role", "examples"))
def test_a_role_is_heard_in_every_language_as_it_is_written(text: str) -> None:
    role = role_in(f" {text}. ")
    assert role is not None
    assert role in text
    assert may_be_role(role)


@pytest.mark.parametrize("text", [*in_file("role", "twins"), "x" * (MOST + 1), ""])
def test_who_does_something_among_people_is_no_role(text: str) -> None:
    assert role_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "be the one who agrees with everything I say", "Sei der, der mir immer recht gibt",
        "sé quien siempre me da la razón", "sois celui qui me donne toujours raison",
        "sii quello che mi dà sempre ragione", "seja quem concorda comigo em tudo",
        "wees degene die me altijd gelijk geeft", "bądź kimś, kto zawsze mi przytakuje",
        "будь тем, кто всегда соглашается", "her dediğime katılan ol",
        "何でも賛成してくれる人になって",
    ],
)  # fmt: skip
def test_who_agrees_with_everything_is_heard_in_every_language_and_may_be_no_role(
    text: str,
) -> None:
    role = role_in(text)
    assert role is not None
    assert not may_be_role(role)


@pytest.mark.parametrize("words", in_file("no_role", "examples"))
def test_a_lover_a_human_a_doctor_and_a_yes_man_are_no_roles(words: str) -> None:
    assert not may_be_role(words)
    assert not may_be_role(words.capitalize())


@pytest.mark.parametrize(
    "words", [*in_file("no_role", "twins"), "", "calm", "brief at night", "my rubber duck"]
)
def test_a_way_of_helping_is_a_role(words: str) -> None:
    assert may_be_role(words)


def test_romance_in_a_role_is_read_as_it_is_in_a_message() -> None:
    assert not may_be_role("somebody who will flirt with me")
    assert not may_be_role("x" * MOST_OF_A_ROLE + " and have sex with me")


@pytest.mark.parametrize(
    ("what", "words", "given"),
    [
        ("", "", MyRoles()),
        ("be", " calm\n at night ", MyRoles(NormDeed.BE, "calm at night")),
        ("When", "I say red, only listen", MyRoles(NormDeed.WHEN, "red", Stance.LISTEN)),
        ("when", "„rot“: stay", MyRoles(NormDeed.WHEN, "rot", Stance.STAY)),
        ("when", "red", MyRoles(NormDeed.WHEN, "red")),
        ("drop", "2", MyRoles(NormDeed.DROP, "2")),
        ("dance", "", None),
        ("", "calm", None),
    ],
)
def test_the_command_is_read_as_it_is_typed(what: str, words: str, given: MyRoles | None) -> None:
    assert roles({"what": what, "words": words}) == given
