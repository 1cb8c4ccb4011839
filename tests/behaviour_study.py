"""A comparison of two ways of answering, on every platform: beside tests.behaviour."""

from bot.impact.study import DAYS
from bot.levels import Level
from bot.strings import ENGLISH
from tests.behaviour import agreed, words
from tests.driver import Driver, Seen
from tests.exports import exported

STUDY, FELT = ENGLISH.study, ENGLISH.impact.felt
BETTER = FELT["steady.better"]
A_DAY = 24.5  # hours: no message of a day comes before that has begun


async def studied(d: Driver, what: str = "", room: str = "dm") -> Seen:
    return (await d.command(f"study {what}".strip(), room=room))[-1]


async def said_on(d: Driver, text: str) -> list[Seen]:
    """Says something that is answered: some platforms take a first message after a day for late."""
    before = len(d.model.prompts)
    seen = await d.say(text)
    return seen if len(d.model.prompts) > before else [*seen, *await d.say(f"{text}, again")]


def of_a_day(seen: list[Seen]) -> list[Seen]:
    """Gives the questions how a day was."""
    return [one for one in seen if BETTER in one.choices]


async def test_two_ways_are_compared_for_two_weeks_day_by_day_and_shown_at_the_end(
    d: Driver,
) -> None:
    assert STUDY.where.partition(".")[0] in (await studied(d, room="lobby")).text
    await agreed(d, "on warm")
    card = await studied(d)
    assert card.choices[:2] == tuple(STUDY.begin.values())
    seen = await d.choose(card.choices[0], card.id)
    assert STUDY.begun.partition(".")[0] in words(seen)
    levels, asked = [], 0
    for day in range(DAYS + 2):  # one more where a homeserver's clock does not go along
        seen = await said_on(d, f"this is day {day}")
        levels.append(d.model.prompts[-1].brief.level)
        for question in of_a_day(seen):
            assert question.to in ("ada", None)
            asked += 1
            await d.choose(BETTER, question.id)
        if asked == DAYS:
            break
        await d.pass_by(A_DAY)
    assert sorted(levels[-DAYS - 1 : -1]) == [Level.PLAIN] * 7 + [Level.WARM] * 7
    assert levels[-1] is Level.WARM
    assert asked == DAYS
    shown = await studied(d)
    for part in (STUDY.heading, f"{STUDY.ways['warm.agreed']}, 7", STUDY.claims["none"]):  # type: ignore[index]
        assert part in shown.text
    assert '"compares": "warm"' in str(exported(await d.command("data export"))["kept"]["study"])
    assert STUDY.gone in (await studied(d, "clear")).text
    assert "study" not in exported(await d.command("data export"))["kept"]


async def test_off_ends_a_comparison_and_a_new_yes_does_not_begin_it_again(d: Driver) -> None:
    await d.say("hello")
    await agreed(d, "on warm")
    await studied(d, "warm")
    await d.say("so, the launch slips")
    await d.say("off")
    await d.pass_by(0.1)
    await agreed(d, "on warm")
    for _ in range(3):
        await d.pass_by(A_DAY)
        assert not of_a_day(await said_on(d, "and now"))
        assert d.model.prompts[-1].brief.level is Level.WARM
