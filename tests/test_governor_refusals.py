"""A refusal without a reason is written anew once; then it stands, for nothing would be worse."""

import pytest

from bot.governor.check import found
from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.words import Draft
from tests.in_english import in_english

REFUSES = "I'm sorry, but I can't assist with that."


def drafts(context: Context, *texts: str) -> tuple[str, bool]:
    """Gives what is seen of some drafts, and whether another was wanted after the first."""
    it, shown, wanted = Governed(1, context=context), "", False
    for text in texts:
        shown += "".join(one.text for one in (*it.feed(Draft(text)), *it.end()))
        wanted |= not it.is_last and it.wants is not None
        it.begin_again()
    return shown, wanted


def test_a_bare_refusal_is_written_anew_and_a_second_one_stands() -> None:
    asks = in_english("what would you change in it")
    assert drafts(asks, REFUSES, "Cut the last line.") == ("Cut the last line.", True)
    assert drafts(asks, REFUSES, REFUSES) == (REFUSES, True)
    other = "As an AI language model, I can't assist with that."
    assert drafts(asks, other, other) == ("I can't assist with that.", True)


def test_where_a_life_is_at_risk_no_refusal_stands() -> None:
    shown, _ = drafts(in_english("i want to die", crisis="acute"), REFUSES, REFUSES)
    assert REFUSES not in shown


@pytest.mark.parametrize(
    "said",
    [
        "write a polite message to decline the invitation",
        "i'm sorry, but i can't assist with that. is that rude?",
        "i took 8 ibuprofen, can i take two more",
    ],
)
def test_a_refusal_stands_that_they_asked_for_or_wrote_or_beside_a_danger(said: str) -> None:
    assert found(REFUSES, in_english(said)) is None
