"""The five questions of what talking with the bot does, on every platform."""

from bot.impact import Question
from bot.strings import ENGLISH
from tests.behaviour import agreed, words
from tests.driver import Driver
from tests.exports import exported

IMPACT = ENGLISH.impact


async def test_the_five_questions_are_asked_by_taps_kept_for_their_person_and_cleared(
    d: Driver,
) -> None:
    needs = IMPACT.needs.format(level="warm").partition(".")[0]
    assert needs in words(await d.command("impact"))
    await agreed(d, "on warm")
    card = (await d.command("impact"))[-1]
    assert card.to == "ada"
    for question in Question:
        assert IMPACT.asks[question] in card.text
        seen = await d.choose(IMPACT.felt[f"{question.value}.same"], card.id)
        (card,) = [one for one in seen if one.id == card.id]
    assert IMPACT.done.partition(".")[0] in card.text
    shown = (await d.command("impact"))[-1]
    assert shown.to == "ada"
    for number, question in enumerate(Question, start=1):
        assert f"{number}. {IMPACT.about[question]}: " in shown.text
    assert '"steady": 0' in str(exported(await d.command("data export"))["kept"]["impact"])
    assert IMPACT.gone in words(await d.command("impact clear"))
    again = (await d.command("impact"))[-1]
    assert IMPACT.asks[Question.STEADY] in again.text
