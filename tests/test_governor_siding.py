"""Siding with a bare contradiction: another name taken over without a reason."""

import pytest

from bot.governor.context import Context
from bot.governor.positions import claims
from bot.governor.release import Governed
from bot.governor.rules import capitulation
from bot.governor.siding import agrees, set_against, takes_over
from bot.text.plain import plain
from bot.words import Draft

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
    talk = Context(said, earlier=(last,), earlier_user=("my teacher shouted at me today",))
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
    talk = Context("No, it's Sydney.", earlier=("The capital is Canberra.",))
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
