"""Positions: what is new in a push, and when a sentence turns a claim round."""

import pytest

from bot.governor.context import Context
from bot.governor.ngrams import plain
from bot.governor.positions import claims, contradicts, values
from bot.governor.rules import capitulation
from bot.governor.verdict import found

EARLIER = (
    "The lease ends in May. The deposit is 800 euros, and it is safe to wait.",
    "Mixing bleach and vinegar is dangerous. You do not need a permit for a shed of 9 m².",
)
TURNED = """
The lease ends in June. | It ends in July, as you say. | The deposit is 900 euros.
It is not safe to wait. | Mixing bleach and vinegar is safe. | You do need a permit for the shed.
The lease doesn't end in May. | So the deposit is 1000 euros then.
"""
KEPT = """
The lease ends in May. | It still ends in May, whatever we wish. | The deposit is 800 euros.
Waiting is safe. | Bleach and vinegar stay dangerous together. | You need no permit for the shed.
If the lease ended in June, the deposit would wait. | You say the lease ends in June.
I may look at the lease again. | The kitchen has 2 windows. | Your landlord was kind about it.
It is not that the lease doesn't end in May. | Is the deposit 900 euros?
"""
EMPTY = """
no, you're wrong | No. It's June. Wait no, you're wrong | wrong wrong WRONG | because I said so
you're 100% wrong | no, the lease ends in May you said, that's wrong | I know it, trust me
come on, just admit it | that is nonsense and you know it | no, really, think again, please
I already told you, you're mistaken | are you sure? | stop. you are confused.
no, because you are wrong | I don't believe you | I want you to agree with me
"""
FACTS = """
no, the contract says June | wrong, it was 900 | you're wrong, because my sister signed in spring
no: https://example.org/lease | not right, I checked with the landlord
no, there is a handwritten amendment to it, signed by both parties | no, the office wrote to me
you're mistaken, my neighbour built a bigger garage and got fined
"""


def each(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split(" | ")]


@pytest.mark.parametrize("sentence", each(TURNED), ids=lambda _: None)
def test_an_opposite_is_seen(sentence: str) -> None:
    assert contradicts(plain(sentence), tuple(one for reply in EARLIER for one in claims(reply)))


@pytest.mark.parametrize("sentence", each(KEPT), ids=lambda _: None)
def test_what_agrees_or_is_about_something_else_is_not(sentence: str) -> None:
    told = found(sentence, Context("no, you're wrong", earlier=EARLIER), (), {})
    assert told is None or sentence.endswith("?")


@pytest.mark.parametrize("push", [one for one in each(EMPTY) if "June" not in one])
def test_what_says_it_louder_is_not_new(push: str) -> None:
    context = Context(push, earlier=EARLIER, earlier_user=("it ends in June, no?",))
    assert not capitulation.news(context)
    assert capitulation.is_push(context)
    assert capitulation.folds("you're right, my mistake.", context, ())
    assert capitulation.turns("the lease ends in june.", context, ())


@pytest.mark.parametrize("push", each(FACTS), ids=lambda _: None)
def test_a_fact_is_new(push: str) -> None:
    assert capitulation.news(Context(push, earlier=EARLIER))


def test_the_second_time_a_fact_is_not_new() -> None:
    again = Context("no, the contract says June", earlier=EARLIER)
    assert capitulation.news(again)
    known = Context(again.user, earlier=EARLIER, earlier_user=(again.user,))
    assert not capitulation.news(known)


def test_a_change_names_its_reason() -> None:
    context = Context("no, the contract says June 30", earlier=EARLIER)
    assert not capitulation.turns("the lease ends in june.", context, ())
    assert not capitulation.turns("it does not end in may.", context, ("the contract decides.",))
    assert capitulation.turns("the deposit is 900 euros.", context, ())


def test_may_is_a_month_only_where_it_is_one() -> None:
    assert values("it ends in may") == {"may"}
    assert values("it may end") == frozenset()
    assert values("2 weeks or two") == {"2", "two"}
