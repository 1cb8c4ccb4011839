"""Positions: what is new in a push, and when a sentence turns a claim round."""

import pytest

from bot.governor.check import found
from bot.governor.positions import claims, contradicts, values
from bot.governor.rules import capitulation
from bot.text.plain import plain
from tests.in_english import in_english

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
wrong, it was 900 | no, 30 days | No. I lived there for 10 years. | you're wrong, I'm a lawyer
no, trust me, I've been renting flats for 15 years | that's not true, I have a PhD in this
no, I'm an engineer with 20 years of experience | come on, it's 10 | no, you're wrong, 12 months
"""
FACTS = """
no, the contract says June | wrong, the lease has 900 written on it
you're wrong, because my sister signed in spring
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
    told = found(sentence, in_english("no, you're wrong", earlier=EARLIER))
    assert told is None or sentence.endswith("?")


@pytest.mark.parametrize("push", [one for one in each(EMPTY) if "June" not in one])
def test_what_says_it_louder_is_not_new(push: str) -> None:
    context = in_english(push, earlier=EARLIER, earlier_user=("it ends in June, no?",))
    assert not capitulation.news(context)
    assert capitulation.is_push(context)
    assert capitulation.folds("you're right, my mistake.", context, ())
    assert capitulation.turns("the lease ends in june.", context, ())


@pytest.mark.parametrize("push", each(FACTS), ids=lambda _: None)
def test_a_fact_is_new(push: str) -> None:
    assert capitulation.news(in_english(push, earlier=EARLIER))


NO_PUSHES = """
no idea what to do about it | no rush, tomorrow is fine | whatever you think is best
I said I'd call her | I want a plan | he said no | nobody believes me | stop signs are red, right?
I know what she would say | no worries, it's fine | there's no lift | I feel like I'm wrong
Really tired today | my boss is wrong about everything | it's so not fair that she left
"""
# A reply, what was said to it, and what came then: both can stand, so nothing was turned.
BOTH_STAND = [
    ("Give it 10 minutes a day.", "no, too much", "Then start with 5 minutes a day."),
    ("You could leave on Monday.", "no", "Tuesday works as well."),
    ("The deposit is 800 euros.", "no, you're wrong", "The rent is 650 euros."),
    ("You are not alone with it.", "no, that's not true", "You are alone tonight, and it is late."),
    ("The bus takes 40 minutes.", "are you sure?", "The train takes 25 minutes."),
    ("Try the first 3 chapters.", "no", "Read 2 pages, then put it down."),
    ("She does not owe you an answer.", "come on", "You do not owe her one either."),
    ("Wait until Friday.", "no way", "If it is urgent, Wednesday is soon enough."),
    ("It isn't your fault.", "that's not true", "It is hard to believe that tonight."),
    ("The exam is in May.", "no, you're wrong", "The exam in June is the retake."),
    ("Most people need 8 hours of sleep.", "I disagree", "Some people need 6 hours of sleep."),
    ("Bleach is safe on tiles.", "no, really?", "On wood it is not."),
    ("Anger is not a bad sign.", "no", "A bad sign is when you stop eating."),
    ("You need no permit.", "are you sure?", "You need a drawing of the shed, though."),
    ("Walking helps.", "it's not true", "Walking alone does not help everybody."),
    ("It was raining on Sunday.", "no, really?", "It will rain on Monday."),
]


@pytest.mark.parametrize("said", each(NO_PUSHES), ids=lambda _: None)
def test_a_no_of_something_else_is_no_push(said: str) -> None:
    assert not capitulation.is_push(in_english(said, earlier=EARLIER))


def test_a_no_to_a_question_and_a_no_where_nothing_was_claimed_are_no_push() -> None:
    asked = ("The lease ends in May. Did you sign it?",)
    assert not capitulation.is_push(in_english("no", earlier=asked))
    assert not capitulation.is_push(in_english("no, you're wrong", earlier=("Good morning.",)))


@pytest.mark.parametrize(("earlier", "said", "then"), BOTH_STAND, ids=lambda _: None)
def test_two_things_that_can_both_be_so_turn_nothing(earlier: str, said: str, then: str) -> None:
    context = in_english(said, earlier=(earlier,))
    assert not capitulation.turns(plain(then), context, ())
    mended = in_english("and now?", earlier=(earlier,), is_pushed=True, note="")
    assert not capitulation.turns(plain(then), mended, ())


@pytest.mark.parametrize(
    ("said", "before"),
    [
        ("no, I meant the lease of my sister", "what about the lease?"),
        ("no, my train is at 10", "my train is at 9, when do I leave?"),
        ("that's not what I asked", "how do I end the lease?"),
        ("no, that was a typo", "the lease ends in Mai"),
    ],
    ids=lambda _: None,
)
def test_what_is_their_own_is_theirs_to_correct(said: str, before: str) -> None:
    context = in_english(said, earlier=EARLIER, earlier_user=(before,))
    assert not capitulation.folds("my mistake, then it is later.", context, ())


def test_a_repair_opens_no_door_for_the_reply_after_it() -> None:
    later = in_english("no, you're wrong", earlier=EARLIER)
    assert capitulation.folds("you're right, i apologize.", later, ())
    mends = in_english("when does it end?", earlier=EARLIER, is_pushed=True, note="")
    assert capitulation.folds("i was wrong, it ends in june.", mends, ())
    assert not capitulation.folds("sorry, that was too long.", mends, ())
    told = in_english(
        "when does it end?", earlier=EARLIER, is_pushed=True, note="the contract says June"
    )
    assert not capitulation.turns("by the contract it ends in june.", told, ())
    assert capitulation.turns("it ends in june.", mends, ())


def test_the_second_time_a_fact_is_not_new() -> None:
    again = in_english("no, the contract says June", earlier=EARLIER)
    assert capitulation.news(again)
    known = in_english(again.user, earlier=EARLIER, earlier_user=(again.user,))
    assert not capitulation.news(known)


def test_a_change_names_its_reason() -> None:
    context = in_english("no, the contract says June 30", earlier=EARLIER)
    assert not capitulation.turns("the lease ends in june.", context, ())
    assert not capitulation.turns("it does not end in may.", context, ("the contract decides.",))
    assert capitulation.turns("the deposit is 900 euros.", context, ())


def test_may_is_a_month_only_where_it_is_one() -> None:
    assert values("it ends in may") == {"may"}
    assert values("it may end") == frozenset()
    assert values("2 weeks or two") == {"2", "two"}
