"""What may be about a life, or about nothing: no alarm, no card, and a straight human answer."""

import pytest

from bot import phrases
from bot.crisis import texts
from bot.errors import ModelUnreachable
from bot.model.offline import OfflineModel
from bot.rows import CountRow, EpisodeRow
from tests.conversations.stage import model_of
from tests.fakes import FakeClassifier
from tests.play import Play, ScriptedModel

UNSURE, SURE = "i gave the dog to my sister, he likes her more", "everything goes quiet on friday"
STRAIGHT = "You gave the dog away. Are you thinking of killing yourself, or is it about the flat?"
ALARMS = (texts.FIRST, texts.HELP, texts.DIRECTORY, texts.ASKED_STRAIGHT, "emergency", "helpline")


@pytest.fixture(autouse=True)
def hearing(p: Play) -> FakeClassifier:
    p.model = ScriptedModel(lambda _prompt: [STRAIGHT])
    known = {"the dog": (0.6, "farewell"), "quiet": (0.95, "plan"), "boss": (0.3, "dead")}
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
        await p.type(f"/attune on {level}", "/choose Accept")
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
    p.model = OfflineModel()
    async with p.running():
        await p.type(f"/attune on {level}", "/choose Accept")
        shown = text(await p.type(UNSURE))
    assert texts.UNSURE in shown
    assert is_calm(shown)


async def test_where_the_model_fails_a_person_wrote_what_is_said(p: Play) -> None:
    p.model = ScriptedModel(lambda _prompt: [ModelUnreachable("down")])
    async with p.running():
        shown = text(await p.type(UNSURE))
    assert texts.UNSURE in shown
    assert is_calm(shown)


@pytest.mark.parametrize("draft", ["It's your decision.", "", "\x00\x00", "Yes, that is valid."])
async def test_where_the_model_garbles_or_assents_its_words_are_not_shown(
    p: Play, draft: str
) -> None:
    p.model = ScriptedModel(lambda _prompt: [draft])
    async with p.running():
        shown = text(await p.type(UNSURE))
    assert texts.UNSURE in shown
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
        await p.type("/attune on warm day", "/choose Accept")
        p.clock.pass_by(days=2)
        shown = text(await p.type(UNSURE))
    assert "renew" not in shown.lower()
    assert STRAIGHT in shown


async def test_twice_unsure_stays_unsure_and_very_sure_is_the_floor(p: Play) -> None:
    async with p.running():
        assert is_calm(text(await p.type(UNSURE, UNSURE, UNSURE)))
        shown = text(await p.type(SURE))
    assert texts.FIRST in shown


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
    assert texts.HELP in wish


async def test_an_edit_of_what_waits_is_read_as_well(p: Play) -> None:
    async with p.running():
        await p.type("the flat is empty")
        gate = model_of(p)
        assert gate.prompts[-1].brief.crisis == ""
        await p.type("my boss said so")
        assert gate.prompts[-1].brief.crisis == ""


async def test_in_a_shared_room_nothing_of_it_is_named(p: Play) -> None:
    p.model = OfflineModel()
    async with p.running():
        await p.type("/room lobby", "hello")
        shown = text(await p.type(UNSURE))
    assert texts.UNSURE not in shown
    assert is_calm(shown)
    assert phrases.FAILED_HERE not in shown


async def test_without_a_model_it_is_asked_once_and_a_yes_is_taken_for_one(p: Play) -> None:
    p.model = OfflineModel()
    async with p.running():
        assert texts.UNSURE in text(await p.type(UNSURE))
        shown = text(await p.type("yes"))
        later = text(await p.type("no, i am moving abroad"))
    assert "Are you thinking of killing yourself?" in shown
    assert texts.UNSURE not in shown + later
