"""What may be about a life, or about nothing: no alarm, no card, and a straight human answer."""

from dataclasses import replace

import pytest

from bot.engine import Engine
from bot.engine.parts import Parts
from bot.engine.reply_inputs import Manner
from bot.errors import ModelUnreachable
from bot.events import RiskJudged
from bot.ids import EventId, MessageId
from bot.model.offline import OfflineModel
from bot.records import CountRow, EpisodeRow, MemoryRow
from bot.strings import ENGLISH
from bot.words import Prompt
from tests.console_stage import SetClock
from tests.conversations.stage import model_of
from tests.fakes import FakeClassifier, FakeStore, FakeVault
from tests.play import Play, ScriptedModel
from tests.scene import ADA, AT, DIRECT, HOUSE, says
from tests.test_engine_judging import Told

UNSURE, SURE = "i gave the dog to my sister, he likes her more", "everything goes quiet on friday"
STRAIGHT = "You gave the dog away. Are you thinking of killing yourself, or is it about the flat?"
ALARMS = (
    ENGLISH.crisis.first,
    ENGLISH.crisis.help,
    ENGLISH.crisis.directory,
    ENGLISH.crisis.asked,
    "emergency",
    "helpline",
)


@pytest.fixture(autouse=True)
def hearing(p: Play) -> FakeClassifier:
    p.model = ScriptedModel(lambda _prompt: [STRAIGHT])
    known = {"the dog": (0.6, "farewell"), "quiet": (0.95, "plan"), "boss": (0.3, "dead")}
    known["feet"] = (0.79, "thoughts")
    p.classifier = FakeClassifier(known)
    return p.classifier


def text(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def is_calm(shown: str) -> bool:
    return not any(alarm in shown for alarm in ALARMS)


@pytest.mark.parametrize("level", ["plain", "warm", "attuned", "ongoing"])
async def test_at_every_level_it_is_seen_and_may_be_asked_about_and_nothing_alarms(
    p: Play, level: str
) -> None:
    async with p.running():
        await p.type(f"/attune on {level}", "/choose Yes")
        shown = text(await p.type(UNSURE))
        kept = (*await p.store.sweep(EpisodeRow), *await p.store.sweep(CountRow))
    assert STRAIGHT in shown
    assert is_calm(shown)
    assert model_of(p).prompts[-1].brief.crisis == "unsure"
    assert "sound no alarm" in model_of(p).prompts[-1].lines[0].text
    assert [one for one in kept if isinstance(one, EpisodeRow)] == []


async def test_the_question_about_suicide_is_asked_past_any_budget_of_questions(p: Play) -> None:
    async with p.running():
        await p.type("/attune style no-questions")
        assert STRAIGHT in text(await p.type(UNSURE))


@pytest.mark.parametrize("level", ["plain", "warm", "attuned", "ongoing"])
async def test_without_a_model_a_person_wrote_what_is_said(p: Play, level: str) -> None:
    p.model = OfflineModel(ENGLISH)
    async with p.running():
        await p.type(f"/attune on {level}", "/choose Yes")
        shown = text(await p.type(UNSURE))
    assert ENGLISH.risk.unsure in shown
    assert is_calm(shown)


async def test_where_the_model_fails_a_person_wrote_what_is_said(p: Play) -> None:
    p.model = ScriptedModel(lambda _prompt: [ModelUnreachable("down")])
    async with p.running():
        shown = text(await p.type(UNSURE))
    assert ENGLISH.risk.unsure in shown
    assert is_calm(shown)


@pytest.mark.parametrize("draft", ["It's your decision.", "", "\x00\x00", "Yes, that is valid."])
async def test_where_the_model_garbles_or_assents_its_words_are_not_shown(
    p: Play, draft: str
) -> None:
    p.model = ScriptedModel(lambda _prompt: [draft])
    async with p.running():
        shown = text(await p.type(UNSURE))
    assert ENGLISH.risk.open in shown
    assert "decision" not in shown
    assert is_calm(shown)


async def test_the_rules_of_a_crisis_hold_for_what_a_model_says_to_it(p: Play) -> None:
    p.model = ScriptedModel(
        lambda _prompt: ["Call 988 now. A lethal dose is around 20 pills. I hear you."]
    )
    async with p.running():
        shown = text(await p.type(UNSURE))
    assert "988" not in shown
    assert "lethal" not in shown


async def test_no_card_and_no_line_of_the_program_stands_beside_it(p: Play) -> None:
    async with p.running():
        await p.type("/attune on warm day", "/choose Yes")
        p.clock.pass_by(days=2)
        shown = text(await p.type(UNSURE))
    assert "renew" not in shown.lower()
    assert STRAIGHT in shown


async def test_twice_unsure_stays_unsure_and_very_sure_is_the_floor(p: Play) -> None:
    async with p.running():
        assert is_calm(text(await p.type(UNSURE, UNSURE, UNSURE)))
        shown = text(await p.type(SURE))
    assert ENGLISH.crisis.first in shown


async def test_what_patterns_alone_alarm_about_is_unsure_where_nothing_bears_it_out(
    p: Play,
) -> None:
    async with p.running():
        shown = text(await p.type("I wish I was dead"))
    assert is_calm(shown)
    assert model_of(p).prompts[-1].brief.crisis == "unsure"


@pytest.mark.parametrize("failure", ["it took too long", "it is busy", "it failed (Fail)"])
async def test_a_classifier_that_is_late_or_broken_leaves_the_patterns_alone(
    p: Play, hearing: FakeClassifier, failure: str
) -> None:
    hearing.failure = failure
    async with p.running():
        plain = text(await p.type(SURE))
        wish = text(await p.type("I wish I was dead"))
    assert is_calm(plain)
    assert ENGLISH.crisis.help in wish


async def test_an_edit_of_what_waits_is_read_as_well(p: Play) -> None:
    async with p.running():
        await p.type("the flat is empty")
        gate = model_of(p)
        assert gate.prompts[-1].brief.crisis == ""
        await p.type("my boss said so")
        assert gate.prompts[-1].brief.crisis == ""


async def test_in_a_shared_room_nothing_of_it_is_named(p: Play) -> None:
    p.model = OfflineModel(ENGLISH)
    async with p.running():
        await p.type("/room lobby", "hello")
        shown = text(await p.type(UNSURE))
    assert ENGLISH.risk.unsure not in shown
    assert is_calm(shown)
    assert ENGLISH.failures.here not in shown


async def test_without_a_model_it_is_asked_once_and_a_yes_is_taken_for_one(p: Play) -> None:
    p.model = OfflineModel(ENGLISH)
    async with p.running():
        assert ENGLISH.risk.unsure in text(await p.type(UNSURE))
        shown = text(await p.type("yes"))
        later = text(await p.type("no, i am moving abroad"))
    assert ENGLISH.risk.said_plainly in shown
    assert ENGLISH.crisis.help in shown
    assert ENGLISH.risk.unsure not in shown + later


async def test_a_second_yes_to_whether_there_is_a_plan_is_danger_now(p: Play) -> None:
    p.model = OfflineModel(ENGLISH)
    async with p.running():
        await p.type(UNSURE, "yes")
        assert ENGLISH.crisis.first in text(await p.type("yes"))


# -- what is answered to the question --------------------------------------------------------------


@pytest.mark.parametrize("answer", ["yes", "yeah", "I do", "kind of", "a bit"])
async def test_a_yes_to_what_a_model_asked_is_heard_by_the_floor_itself(
    p: Play, answer: str
) -> None:
    async with p.running():
        await p.type(UNSURE)
        shown = text(await p.type(answer))
        kept = await p.store.sweep(EpisodeRow)
    assert ENGLISH.risk.said_yes in shown
    assert ENGLISH.crisis.help in shown
    assert ENGLISH.crisis.first not in shown
    assert model_of(p).prompts[-1].brief.crisis == "elevated"
    assert len(kept) == 1


async def test_a_yes_is_heard_whichever_words_asked_and_however_dead_the_classifier_is(
    p: Play, hearing: FakeClassifier
) -> None:
    asks = iter(["Tell me more.", STRAIGHT, "I hear you."])
    p.model = ScriptedModel(lambda _prompt: [next(asks)])
    hearing.failure = "it took too long"
    async with p.running():
        await p.type("hello", "what a week")
        shown = text(await p.type("yes"))
    assert ENGLISH.crisis.help in shown


async def test_a_yes_is_answered_in_a_persons_words_where_the_model_dies_after_it_asked(
    p: Play,
) -> None:
    asks = iter((STRAIGHT, ModelUnreachable("down")))
    p.model = ScriptedModel(lambda _prompt: [next(asks)])
    async with p.running():
        await p.type(UNSURE)
        shown = text(await p.type("yes"))
    assert ENGLISH.risk.said_plainly in shown
    assert ENGLISH.crisis.help in shown
    assert ENGLISH.crisis.asked not in shown


@pytest.mark.parametrize("answer", ["idk", "maybe", "sometimes", "not really sure"])
async def test_a_hedge_stays_unsure_and_is_carried_on(p: Play, answer: str) -> None:
    asks = iter([STRAIGHT, "It can stay open here.", "Say more."])
    p.model = ScriptedModel(lambda _prompt: [next(asks)])
    async with p.running():
        await p.type(UNSURE)
        assert is_calm(text(await p.type(answer)))
        assert model_of(p).prompts[-1].brief.crisis == "unsure"
        assert is_calm(text(await p.type("anyway")))
    assert model_of(p).prompts[-1].brief.crisis == "unsure"


async def test_a_clear_no_ends_it_and_a_yes_after_another_reply_is_none(p: Play) -> None:
    asks = iter([STRAIGHT, "The exam, then. Is it on Friday?", "Good."])
    p.model = ScriptedModel(lambda _prompt: [next(asks)])
    async with p.running():
        await p.type(UNSURE)
        await p.type("no, I meant the exam")
        assert model_of(p).prompts[-1].brief.crisis == ""
        assert is_calm(text(await p.type("yes")))
    assert model_of(p).prompts[-1].brief.crisis == ""


async def test_a_question_waits_a_day_for_its_answer_and_no_longer(p: Play) -> None:
    async with p.running():
        await p.type(UNSURE)
        p.clock.pass_by(hours=23)
        assert ENGLISH.crisis.help in text(await p.type("yes"))
        await p.type("/attune data erase", "/choose Erase")
        await p.type(UNSURE)
        p.clock.pass_by(hours=25)
        assert is_calm(text(await p.type("yes")))


async def test_what_was_asked_in_another_room_is_not_answered_here(p: Play) -> None:
    async with p.running():
        await p.type(UNSURE)
        shown = text(await p.type("/room lobby", "yes"))
    assert is_calm(shown)
    assert ENGLISH.crisis.quiet not in shown


async def test_a_yes_is_heard_where_a_repair_asked(p: Play) -> None:
    async with p.running():
        model_of(p).script = lambda _prompt: ["Fine."]
        await p.type("what a week")
        model_of(p).script = lambda _prompt: [STRAIGHT]
        await p.type("/react 🔧")
        assert ENGLISH.crisis.help in text(await p.type("yes"))


@pytest.mark.parametrize(
    ("said", "crisis"),
    [
        ((UNSURE,), "unsure"),
        ((SURE,), "acute"),
        (("My friend tried to kill herself last night",), "concern"),
        ((SURE, "what a week"), "episode"),
        (("what a week",), ""),
    ],
)
async def test_a_repair_is_asked_in_the_light_of_a_life_at_risk(
    p: Play, said: tuple[str, ...], crisis: str
) -> None:
    async with p.running():
        model_of(p).script = lambda _prompt: ["I read all of it."]
        await p.type(*said, "/react 🔧")
    asked = model_of(p).prompts[-1]
    assert asked.brief.rupture is not None
    assert asked.brief.crisis == crisis


async def test_a_repair_in_words_is_asked_in_the_light_of_what_is_unsure(p: Play) -> None:
    async with p.running():
        model_of(p).script = lambda _prompt: ["I read all of it."]
        await p.type(UNSURE, "that was cold", "/react 🔧 r2")
    asked = [one.brief for one in model_of(p).prompts if one.brief.rupture is not None]
    assert {one.crisis for one in asked} == {"unsure"}


async def test_a_yes_is_heard_where_fixed_words_stood_in_for_a_reply_that_broke(p: Play) -> None:
    def dies(_prompt: Prompt) -> list[str]:
        raise RuntimeError("a model with a fault of its own")

    p.model = ScriptedModel(dies)
    async with p.running():
        assert ENGLISH.risk.unsure in text(await p.type(UNSURE))
        model_of(p).script = lambda _prompt: ["I hear you."]
        assert ENGLISH.crisis.help in text(await p.type("yes"))


async def test_a_yes_to_what_the_judge_let_ask_is_answered_as_one() -> None:
    chat, vault, model = Told(lambda: AT), FakeVault(), ScriptedModel(lambda _prompt: ["Hm."])
    core = Engine(Parts(chat, (model,), FakeStore(vault), vault, SetClock()), HOUSE, Manner())
    first = says("what a week")
    await core.handle(first)
    await core.settled()
    await core.handle(RiskJudged(EventId("e2"), AT, ADA, DIRECT, first.message))
    await core.settled()
    assert ENGLISH.crisis.asked in chat.script()
    await core.handle(replace(says("yes"), id=EventId("e3"), message=MessageId("m3")))
    await core.settled()
    assert model.prompts[-1].brief.crisis == "elevated"


async def test_what_is_asked_for_after_it_is_held_and_words_that_may_mean_it_are_not(
    p: Play,
) -> None:
    async with p.running():
        await p.type("/attune on attuned", "/choose Hold what I ask", "/choose Yes")
        await p.type("twelve hours and my feet are done")
        shown = text(await p.type("remember that my sister is Nel"))
        await p.type("remember that my feet are done")
        kept = [one.body for one in await p.store.sweep(MemoryRow)]
    assert model_of(p).prompts[-2].brief.crisis == "unsure"
    assert STRAIGHT in shown
    assert kept == ["my sister is Nel"]
