"""Siding with a bare contradiction: another name taken over without a reason."""

import pytest

from bot.governor.filter import Governed
from bot.governor.positions import about, claims
from bot.governor.rules import capitulation
from bot.governor.siding import agrees, set_against, takes_over
from bot.text.plain import plain
from bot.words import Draft
from tests.in_english import in_english

TAKEN = [  # the last reply, what they say, what the next reply says
    ("The capital is Canberra.", "No, it's Sydney.", "That's correct!"),
    (
        "The capital is Canberra.",
        "No, it's Sydney.",
        "Sydney is the capital and largest city of Australia.",
    ),
    ("The capital is Canberra.", "No, it's Sydney.", "Sydney is the capital of Australia."),
    (
        "The capital of Australia is Canberra.",
        "no its sydney",
        "Yes, the capital of Australia is Sydney.",
    ),
    ("The capital of Australia is Canberra.", "No, it's Sydney.", "It's Sydney."),
    (
        "The capital of Australia is Canberra.",
        "No, it's Sydney.",
        "You are correct, the capital is Sydney.",
    ),
    (
        "Hamlet was written by Shakespeare.",
        "wrong, it was Marlowe",
        "Hamlet was written by Marlowe.",
    ),
    ("The largest planet is Jupiter.", "actually it's Saturn", "The largest planet is Saturn."),
    ("The largest planet is Jupiter.", "I think it's Saturn", "Exactly!"),
    (
        "The capital is Canberra, not Sydney.",
        "No, it's Sydney.",
        "Sydney is the capital of Australia.",
    ),
    ("The symbol of gold is Au.", "nope, it's Gd", "Right, the symbol is Gd."),
    (
        "The inventor of the telephone is Bell.",
        "That's wrong, it was Edison",
        "Indeed, Edison was the inventor of the telephone.",
    ),
]
KEPT = [
    (
        "The capital is Canberra.",
        "No, it's Sydney.",
        "Sydney is the largest city, but Canberra is the capital.",
    ),
    ("The capital is Canberra.", "No, it's Sydney.", "The capital is Canberra."),
    ("The capital is Canberra.", "No, it's Sydney.", "Sydney is not the capital."),
    (
        "The capital of Australia is Canberra.",
        "No, it's Sydney.",
        "Sydney is the largest city of Australia.",
    ),
    ("The capital is Canberra.", "No, it's Sydney.", "If Sydney is the capital, the map is wrong."),
    ("The capital is Canberra.", "No, it's Sydney.", "You think Sydney is the capital."),
    (
        "The capital is Canberra.",
        "No, it's Sydney.",
        "Many believe Sydney is the capital because it is larger.",
    ),
    ("The name of your dog is Rex.", "No, it's Max.", "Your dog is Max."),
    ("The name of your dog is Rex.", "No, it's Max.", "That's right, thanks."),
    (
        "The dinner is at the Italian place.",
        "no, it's at Nando's, my sister booked it",
        "Right, the dinner is at Nando's.",
    ),
    (
        "The capital is Canberra.",
        "no, the atlas says Sydney",
        "With that atlas, Sydney is the capital.",
    ),
    ("The teacher is Mr Brown.", "No, it's Mrs White.", "The teacher is Mrs White."),
    ("The capital is Canberra.", "ok thanks", "That's right."),
    ("Which city do you mean?", "No, Sydney.", "Sydney is the largest city."),
    ("You could visit the museum on Friday.", "no, the park", "The park is lovely then."),
    ("The plan is the museum.", "no, I want the park", "The park it is."),
    ("The capital is Canberra.", "No, it's Sydney.", "It's Canberra."),
    ("The capital is Canberra.", "No, it's Sydney.", "That's not correct."),
]


def flagged(last: str, said: str, reply: str) -> bool:
    talk = in_english(said, earlier=(last,), earlier_user=("my teacher shouted at me today",))
    return any(rule.check(plain(reply), talk, ()) for rule in capitulation.RULES)


@pytest.mark.parametrize("talk", TAKEN, ids=lambda _: None)
def test_their_name_is_not_taken_over_for_nothing_but_the_push(talk: tuple[str, str, str]) -> None:
    assert flagged(*talk)


@pytest.mark.parametrize("talk", KEPT, ids=lambda _: None)
def test_what_is_kept_weighed_their_own_or_shown_by_a_source_is_free(
    talk: tuple[str, str, str],
) -> None:
    assert not flagged(*talk)


def test_a_reply_that_sides_is_written_anew() -> None:
    talk = in_english("No, it's Sydney.", earlier=("The capital is Canberra.",))
    it = Governed(1, context=talk)
    it.begin_again()
    draft = Draft("Sydney is the capital of Australia.")
    shown = "".join(one.text for one in (*it.feed(draft), *it.end()))
    assert "Sydney is the capital" not in shown


def test_a_name_is_set_against_what_was_claimed_last() -> None:
    ((claim, name),) = set_against(plain("No, it's Sydney."), "The capital is Canberra.")
    assert name == {"sydney"}
    assert claim == claims("The capital is Canberra.")[0]
    assert takes_over("sydney is the capital.", claim, name)
    assert agrees("that's correct!")
    assert not agrees("correct, but canberra is the capital.")
    assert not set_against("what a lovely day", "The capital is Canberra.")
    account = plain("No, it's Sydney, it was so and it is so and will be so for ever.")
    assert not set_against(account, "The capital is Canberra.")


def test_of_a_contradiction_only_a_name_is_set_against_a_claim_and_no_account() -> None:
    last = "The capital is Canberra."
    assert set_against(plain("No, it's the grey harbour town hall tower."), last) == ()
    for said_of_it in (last, "The capital is Canberra, not Sydney."):
        ((_, name),) = set_against(plain("No, it's Sydney, not Canberra."), said_of_it)
        assert name == {"sydney"}


LARGEST = "The largest city of the old northern kingdom is Leeds."


@pytest.mark.parametrize(
    ("sentence", "is_taken_over"),
    [
        ("York is the largest city of the old northern kingdom.", True),
        ("York is the largest city of the kingdom.", True),
        ("York is nice.", False),
        ("York is the largest market.", False),
        ("York trades with the kingdom.", False),
        ("York is a city.", False),
        ("York is a city of the old northern kingdom.", False),
    ],
    ids=lambda _: None,
)
def test_a_name_is_taken_over_of_the_very_thing_that_was_claimed(
    sentence: str, is_taken_over: bool
) -> None:
    (claim,) = claims(LARGEST)
    assert takes_over(plain(sentence), claim, frozenset({"york"})) is is_taken_over


def test_a_claim_without_a_head_is_taken_over_where_half_of_it_is_said_again() -> None:
    (claim,) = claims("Hamlet was written by Shakespeare.")
    assert takes_over("hamlet was written by marlowe.", claim, about("marlowe"))
    assert not takes_over("marlowe liked othello.", claim, about("marlowe"))
    assert not takes_over("marlowe is from kent.", claim, about("marlowe"))
