"""What may be about a life, and what is answered once it was asked, on every platform."""

from bot.errors import ModelUnreachable
from bot.strings import ENGLISH
from tests.behaviour import agreed, level, says, words
from tests.driver import Driver
from tests.fakes import FakeClassifier

STRAIGHT = "You gave the dog away. Are you thinking of killing yourself, or is it about the flat?"
DOG = "i gave the dog to my sister, he likes her more"
ALARMS = (ENGLISH.crisis.first, ENGLISH.crisis.help, ENGLISH.crisis.directory)


async def hears(d: Driver) -> None:
    """Lets a classifier find one hint unsure."""
    d.classifier = FakeClassifier({"the dog": (0.6, "farewell")})
    await d.restart()


async def test_a_yes_to_what_was_asked_straight_out_is_heard_by_the_floor(d: Driver) -> None:
    await hears(d)
    says(d, STRAIGHT)
    await d.say(DOG)
    shown = words(await d.say("yes"))
    assert shown.index(ENGLISH.risk.said_yes) < shown.index(ENGLISH.crisis.help)
    await d.say(DOG, by="eve")
    says(d, ModelUnreachable("down"))
    shown = words(await d.say("i do", by="eve"))
    assert shown.index(ENGLISH.risk.said_plainly) < shown.index(ENGLISH.crisis.help)


async def test_a_hedge_stays_unsure_and_a_clear_no_ends_it(d: Driver) -> None:
    await hears(d)
    for answer, crisis in (("maybe", "unsure"), ("no, I meant the exam", "")):
        says(d, STRAIGHT)
        await d.say(DOG)
        seen = words(await d.say(answer))
        assert not any(alarm in seen for alarm in ALARMS)
        assert d.model.prompts[-1].brief.crisis == crisis


async def test_off_beside_what_is_unsure_takes_effect_and_the_rest_is_answered(d: Driver) -> None:
    await hears(d)
    await d.say("hello")
    await agreed(d)
    says(d, STRAIGHT)
    seen = words(await d.say(f"{DOG}. turn it off"))
    assert ENGLISH.consent.off in seen
    assert STRAIGHT in seen
    assert d.model.prompts[-1].brief.crisis == "unsure"
    assert not any(alarm in seen for alarm in ALARMS)
    assert await level(d) == "plain"
    says(d, ModelUnreachable("down"))
    seen = words(await d.say(f"{DOG}. turn it off"))
    assert ENGLISH.risk.unsure in seen
    assert ENGLISH.consent.off_already in seen


async def test_who_wants_it_off_and_erased_has_the_one_at_once_and_the_other_asked(
    d: Driver,
) -> None:
    await d.say("hello")
    await agreed(d)
    (card,) = [one for one in await d.say("erase everything") if one.choices]
    assert card.choices[0] == "Erase"
    assert ENGLISH.data.erase_card in card.text
    assert await level(d) == "warm"
    seen = await d.say("erase everything about me, turn it off")
    assert ENGLISH.consent.off in words(seen)
    assert await level(d) == "plain"
    card = next(one for one in seen if ENGLISH.data.erase_card in one.text)
    assert "Receipt: " in words(await d.choose("Erase", card.id))


async def test_an_erase_that_is_asked_for_in_words_offers_every_place(d: Driver) -> None:
    await d.say("hello", room="lobby")
    await d.say("hello")
    (card,) = [one for one in await d.say("delete my data") if one.choices]
    assert ENGLISH.data.erase_everywhere in card.choices
    seen = await d.say("delete my data", room="lobby")  # where nothing is private it waits
    assert all(one.to == "ada" for one in seen if ENGLISH.data.erase_card in one.text)
    assert not any(ENGLISH.data.erase_everywhere in one.choices for one in seen)


async def test_beside_a_life_at_risk_both_wishes_stand_after_the_fixed_words(d: Driver) -> None:
    await d.say("hello")
    await agreed(d)
    seen = await d.say("I want to kill myself. turn it off. erase everything")
    shown = words(seen)
    assert (
        shown.index(ENGLISH.crisis.first)
        < shown.index(ENGLISH.consent.off)
        < shown.index(ENGLISH.data.erase_card)
    )
    assert await level(d) == "plain"
    later = await d.say("delete my data")
    assert [ENGLISH.data.erase_card in one.text for one in later].count(True) == 1
    assert not any("Off" in one.choices for one in later)


async def test_what_somebody_hangs_or_sends_themselves_is_no_alarm_and_a_noose_is(
    d: Driver,
) -> None:
    await d.say("hello")
    for tame in ("gonna hang myself a picture", "i'll shoot myself an email so i remember"):
        seen = words(await d.say(tame))
        assert not any(alarm in seen for alarm in ALARMS)
    assert ENGLISH.crisis.first in words(await d.say("i'll hang myself a noose"))
