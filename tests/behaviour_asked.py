"""What may be about a life, and what is answered once it was asked, on every platform."""

from bot.crisis import texts
from bot.errors import ModelUnreachable
from tests.behaviour import says, words
from tests.driver import Driver
from tests.fakes import FakeClassifier

STRAIGHT = "You gave the dog away. Are you thinking of killing yourself, or is it about the flat?"
DOG = "i gave the dog to my sister, he likes her more"
ALARMS = (texts.FIRST, texts.HELP, texts.DIRECTORY)


async def hears(d: Driver) -> None:
    """Lets a classifier find one hint unsure."""
    d.classifier = FakeClassifier({"the dog": (0.6, "farewell")})
    await d.restart()


async def test_a_yes_to_what_was_asked_straight_out_is_heard_by_the_floor(d: Driver) -> None:
    await hears(d)
    says(d, STRAIGHT)
    await d.say(DOG)
    shown = words(await d.say("yes"))
    assert shown.index(texts.SAID_YES) < shown.index(texts.HELP)
    await d.say(DOG, by="eve")
    says(d, ModelUnreachable("down"))
    shown = words(await d.say("i do", by="eve"))
    assert shown.index(texts.SAID_PLAINLY) < shown.index(texts.HELP)


async def test_a_hedge_stays_unsure_and_a_clear_no_ends_it(d: Driver) -> None:
    await hears(d)
    for answer, crisis in (("maybe", "unsure"), ("no, I meant the exam", "")):
        says(d, STRAIGHT)
        await d.say(DOG)
        seen = words(await d.say(answer))
        assert not any(alarm in seen for alarm in ALARMS)
        assert d.model.prompts[-1].brief.crisis == crisis
