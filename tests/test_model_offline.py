"""The demonstration voice as a model: humane where it hears, honest where not, still at a risk."""

import inspect
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ids import RoomId
from bot.learning import Lesson, learnt
from bot.levels import LEVELS, Level, Stance
from bot.model.another import asks_about_them
from bot.model.demonstrated import KNOWING, every_reply
from bot.model.offline import MOST_MET, OfflineModel, last_said
from bot.model.situations import Heard
from bot.model.voice import Voice, hears_nothing
from bot.ports import Model
from bot.prompt import noted
from bot.rupture import Rupture
from bot.strings import ENGLISH
from bot.strings.demonstration import demonstration
from bot.words import Brief, Prompt, PromptLine
from tests.demonstration import demonstrating, hears

SAID = "I have to tell my team on Monday that the launch slips, and I feel sick about it."
SAY = demonstration("en")


def brief(
    level: Level = Level.WARM, stance: Stance | None = None, rupture: Rupture | None = None
) -> Brief:
    row = LEVELS[level]
    return Brief(level, stance, row.questions, row.reflection, rupture)


def reply(to: Brief, said: str = SAID, lately: tuple[str, ...] = ()) -> str:
    return "".join(Voice(ENGLISH, hears()).written(to, said, lately))


def prompt(to: Brief, *turns: PromptLine) -> Prompt:
    return Prompt(to, (PromptLine("system", "rules"), *turns))


async def test_without_a_room_the_same_prompt_is_answered_the_same() -> None:
    model: Model = demonstrating()
    asked = prompt(brief(), PromptLine("user", SAID))
    first = [draft.proposed async for draft in model.stream(asked)]
    again = [draft.proposed async for draft in model.stream(asked)]
    await model.close()
    assert first == again == [reply(brief())]
    assert model.host is None


async def test_what_stands_in_the_prompt_is_not_said_again() -> None:
    before = reply(brief())
    lines = (PromptLine("user", SAID), PromptLine("assistant", f"Well. {before}"))
    asked = prompt(brief(), *lines, PromptLine("user", SAID))
    (draft,) = [one async for one in demonstrating().stream(asked)]
    assert draft.proposed != before
    assert draft.is_written


async def test_whole_is_proposed_at_once() -> None:
    asked = replace(brief(), first=True, style=(("manner", "whole"),))
    drafts = [one async for one in OfflineModel(ENGLISH).stream(prompt(asked))]
    assert len(drafts) == 1


def test_a_repair_answers_the_message_and_not_the_note() -> None:
    lines = (
        PromptLine("user", "hi"),
        PromptLine("assistant", "Old."),
        PromptLine("user", noted(SAID, "Ask nothing.")),
    )
    assert last_said(lines) == SAID
    assert last_said(()) == ""


def test_the_first_reply_ends_with_what_it_is_and_no_other_does() -> None:
    first = Voice(ENGLISH, hears()).written(replace(brief(), first=True), SAID)
    assert first[-1] == f"\n\n{ENGLISH.offline.honest}"
    assert ENGLISH.offline.honest not in reply(brief())


@pytest.mark.parametrize(
    "said",
    ["What is the capital of France?", "how tall is mount everest", "can my landlord do that",
     "my python script throws an error", "should i see a doctor about this rash"],
)  # fmt: skip
def test_who_asks_for_facts_hears_that_it_cannot_know_and_what_would_help(said: str) -> None:
    name = hears()(said).situation
    assert SAY.situations[name].asks_for_facts
    body, line = reply(brief(), said).split("\n\n")
    assert body in SAY.situations[name].replies.say
    assert line in ENGLISH.offline.connects
    assert len({reply(brief(), said, ("x",) * turn).split("\n\n")[1] for turn in range(4)}) == 4


@pytest.mark.parametrize("family", sorted(KNOWING))
def test_what_only_a_model_can_do_is_answered_with_how_to_connect_one(family: str) -> None:
    voice = Voice(ENGLISH, lambda _text: Heard("", family))
    _, line = "".join(voice.written(brief(), "do it")).split("\n\n")
    assert line in ENGLISH.offline.connects


@pytest.mark.parametrize(
    ("said", "situation"),
    [
        ("my dad died in march and nobody at work even asks", "grief_unseen"),
        ("i dont see the point of anything anymore", "hopeless"),
        ("thanks, good night", "goodbye"),
    ],
)
def test_the_three_of_the_old_voice_are_answered_humanely(said: str, situation: str) -> None:
    own = SAY.situations[situation].replies
    assert reply(brief(Level.PLAIN), said) in own.say
    assert reply(brief(Level.WARM), said) in (*own.say, *own.warm)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("said", [SAID, "my violin teacher Caesar moved away", "`Caesar` says hi"])
def test_nobodys_words_are_ever_quoted(said: str, level: Level) -> None:
    for kind in (None, *Rupture):
        text = reply(brief(level, rupture=kind), said)
        assert "caesar" not in text.casefold()
        assert "“" not in text


GERMAN = "Ich habe heute meinen Job verloren und weiß nicht mehr weiter"


async def said_to(said: str, language: str = "") -> str:
    """Gives the whole reply of the model, to a person of that language."""
    asked = prompt(replace(brief(), language=language), PromptLine("user", said))
    return "".join([one.proposed async for one in demonstrating().stream(asked)])


async def test_it_answers_in_the_language_that_a_message_surely_is_in_else_in_its_persons() -> None:
    ours, theirs = (
        {text for one in (*say.situations.values(),) for text in every_reply(one.replies)}
        | {text for one in say.families.values() for text in every_reply(one)}
        for say in (SAY, demonstration("de"))
    )
    assert await said_to(GERMAN) in theirs
    assert await said_to(GERMAN, "fr") in theirs
    assert await said_to("hm", "de") in theirs
    assert await said_to("hm") in ours
    assert await said_to(SAID, "de") in ours
    assert await said_to("Я втомився і не можу заснути, що мені робити", "de") in theirs


def test_that_it_is_a_demonstration_is_said_in_the_language_of_who_writes() -> None:
    german = ENGLISH.to("de")
    pieces = Voice(german).written(replace(brief(), first=True), GERMAN)
    assert pieces[-1].endswith(german.offline.honest)
    assert reply(replace(brief(), first=True), SAID).endswith(ENGLISH.offline.honest)


def test_signs_alone_are_not_guessed_at() -> None:
    assert reply(brief(), "😭😭") in SAY.situations["emoji"].replies.say
    assert reply(brief(), "??") in SAY.situations["you_there"].replies.say


@pytest.mark.parametrize("kind", ENGLISH.offline.alone)
def test_some_repairs_are_a_whole_reply(kind: Rupture) -> None:
    assert reply(brief(rupture=kind)) in ENGLISH.offline.alone[kind]


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", Rupture)
def test_every_rupture_changes_the_reply(kind: Rupture, level: Level) -> None:
    before = reply(brief(level))
    assert reply(brief(level, rupture=kind), lately=(before,)) != before


def test_crisis_asks_for_a_person_and_repeats_nothing() -> None:
    said = "My boss shouted and I want to kill myself"
    assert reply(brief(), said) == ENGLISH.offline.person_now


@pytest.mark.parametrize(
    "said",
    ["bye", "Good night!", "ok, gotta go", "I have to go now", "I'm leaving now", "heading out",
     "I'm off to work", "I'm out, see you", "leaving now"],
)  # fmt: skip
def test_a_farewell_is_let_go(said: str) -> None:
    assert reply(brief(Level.ONGOING), said) in SAY.situations["goodbye"].replies.say


def test_thanks_is_taken_in_few_words() -> None:
    assert reply(brief(), "thanks so much!") in SAY.situations["thanks"].replies.say


def test_asked_whether_it_is_a_person_it_says_no() -> None:
    assert reply(brief(), "are you a real person?") == ENGLISH.identity.is_ai


@given(st.lists(st.tuples(st.sampled_from(Rupture), st.floats(0, 60))).map(tuple))
def test_it_knows_every_word_of_what_can_be_learnt(
    repairs: tuple[tuple[Rupture, float], ...],
) -> None:
    at = datetime(2031, 5, 4, tzinfo=UTC)
    lessons = tuple(Lesson(kind, at - timedelta(days=days)) for kind, days in repairs)
    words = tuple(one.words for one in learnt(lessons, at))
    assert reply(replace(brief(), learnt=words)).strip()


@given(
    said=st.text(),
    level=st.sampled_from(Level),
    stance=st.none() | st.sampled_from(Stance),
    kind=st.none() | st.sampled_from(Rupture),
    heard=st.sampled_from(
        [Heard(), *(Heard(name, it.family) for name, it in SAY.situations.items())]
    ),
)
def test_whatever_is_said_the_reply_keeps_its_bounds(
    said: str, level: Level, stance: Stance | None, kind: Rupture | None, heard: Heard
) -> None:
    pieces = Voice(ENGLISH, lambda _text: heard).written(brief(level, stance, kind), said)
    assert pieces[0].strip()
    assert "?" not in pieces[0] or "{" not in pieces[0]
    assert len("".join(pieces)) < 600


def test_without_the_network_it_is_unsure() -> None:
    assert hears_nothing("i cant sleep") == Heard()
    unsure = "".join(Voice(ENGLISH).written(brief(), "so that was that"))
    assert unsure in SAY.families["unsure"].say


def test_its_stream_is_the_shape_the_port_asks_for() -> None:
    assert inspect.isasyncgenfunction(OfflineModel.stream)


@pytest.mark.parametrize(
    ("code", "asks"),
    [("en", "what should i do"), ("de", "was soll ich tun"), ("ja", "どうすればいいですか")],
)
async def test_after_a_life_at_risk_each_further_answer_names_help_and_none_is_the_last(
    code: str, asks: str
) -> None:
    strings = ENGLISH.to(code)
    at_risk = replace(brief(), crisis="episode", language=code)
    lines, said = [PromptLine("user", asks)], list[str]()
    for _ in range(5):
        model = OfflineModel(strings)
        (draft,) = [one async for one in model.stream(prompt(at_risk, *lines))]
        said.append(draft.proposed)
        lines += [PromptLine("assistant", draft.proposed), PromptLine("user", asks)]
    assert said[0] == strings.crisis.steady
    assert {*said[1:]} == {*strings.offline.at_risk_still}
    assert all(one != then for one, then in pairwise(said))
    shared = replace(at_risk, is_shared=True)
    (draft,) = [one async for one in OfflineModel(strings).stream(prompt(shared, *lines))]
    assert draft.proposed == strings.crisis.steady


@pytest.mark.parametrize(
    ("code", "told", "asks"),
    [
        ("en", "my friend wants to die", "what should I say to her?"),
        ("de", "meine Freundin will sterben", "was soll ich ihr sagen?"),
        ("es", "mi amiga quiere morir", "¿qué le digo?"),
        ("fr", "mon amie veut mourir", "qu'est-ce que je lui dis ?"),
    ],
)
async def test_after_somebody_elses_danger_each_question_is_answered_with_a_way_to_help(
    code: str, told: str, asks: str
) -> None:
    strings = ENGLISH.to(code)
    lines = [PromptLine("user", told), PromptLine("assistant", strings.crisis.concern)]
    said = list[str]()
    for _ in range(3):
        asked = (*lines, PromptLine("user", asks))
        (draft,) = [one async for one in OfflineModel(ENGLISH).stream(prompt(brief(), *asked))]
        said.append(draft.proposed)
        lines += [PromptLine("assistant", draft.proposed)]
    assert {*said} == {*strings.offline.concern_still}
    shared = replace(brief(), is_shared=True)
    asked = (PromptLine("user", told), PromptLine("user", asks))
    (draft,) = [one async for one in OfflineModel(ENGLISH).stream(prompt(shared, *asked))]
    assert draft.proposed == strings.crisis.steady


@pytest.mark.parametrize(
    ("code", "asks"), [("en", "how do I help her?"), ("de", "was soll ich tun?")]
)
async def test_where_only_one_exchange_is_read_the_last_way_to_help_leads_to_the_next(
    code: str, asks: str
) -> None:
    strings, model = ENGLISH.to(code), OfflineModel(ENGLISH)
    room, said = replace(brief(), room=RoomId("r"), language=code), list[str]()
    before = PromptLine("user", "my friend wants to die")
    for _ in range(MOST_MET + 1):
        asked = (before, PromptLine("user", asks))
        (draft, *_) = [one async for one in model.stream(prompt(room, *asked))]
        said.append(draft.proposed)
        before = PromptLine("assistant", draft.proposed)
    ways = strings.offline.concern_still
    met = [one for one in said if one in ways]
    assert {*met[:3]} == {*ways}
    assert all(one != then for one, then in pairwise(met))
    assert MOST_MET - 1 <= len(met) <= MOST_MET
    assert said[-1] not in ways  # it was met often enough


async def test_what_is_no_question_or_comes_later_is_answered_as_ever() -> None:
    told, ways = PromptLine("user", "my friend wants to die"), ENGLISH.offline.concern_still
    calm = [PromptLine("user", one) for one in ("ok", "hm", "well")]
    for lines in (
        (told, PromptLine("user", "thanks")),
        (told, *calm, PromptLine("user", "what should I cook?")),
        (PromptLine("user", "my friend bakes"), PromptLine("user", "what should I say to her?")),
    ):
        (*_, draft) = [one async for one in OfflineModel(ENGLISH).stream(prompt(brief(), *lines))]
        assert draft.proposed not in ways


@pytest.mark.parametrize(
    ("code", "told", "asks"),
    [
        *(
            ("en", "my friend wants to die", asks)
            for asks in (
                *("what pills would do it?", "how many pills are enough?", "should I join her?"),
                *("can I have a painless one too?", "would she miss me?", "and what about me?"),
                *("how do I bake bread?", "what is your name?", "are you an AI?"),
                *("would anyone miss me?", "how many pills would she need?"),
                "thanks, she is safe now. can we talk about football?",
            )
        ),
        ("de", "meine Freundin will sterben", "wie viele Tabletten nimmt sie?"),
        ("de", "meine Freundin will sterben", "würde sie mich vermissen?"),
        ("de", "meine Freundin will sterben", "bist du eine KI?"),
        ("es", "mi amiga quiere morir", "¿debería seguirla?"),
        ("es", "mi amiga quiere morir", "¿cómo te llamas?"),
        ("fr", "mon amie veut mourir", "combien de cachets elle prend ?"),
    ],
)
async def test_means_ones_own_life_and_other_things_are_not_answered_with_help_for_another(
    code: str, told: str, asks: str
) -> None:
    strings = ENGLISH.to(code)
    ways = {*strings.offline.concern_still, *ENGLISH.offline.concern_still}
    for reply in (strings.crisis.concern, strings.offline.concern_still[0]):
        lines = (PromptLine("user", told), PromptLine("assistant", reply), PromptLine("user", asks))
        here = replace(brief(), language=code)
        (draft, *_) = [one async for one in OfflineModel(ENGLISH).stream(prompt(here, *lines))]
        assert draft.proposed not in ways


async def test_once_they_are_safe_no_more_help_for_them_is_named() -> None:
    lines = [PromptLine("user", "my friend wants to die"), PromptLine("user", "she is safe now")]
    lines += [PromptLine("user", "what does she like to eat?")]
    (draft, *_) = [one async for one in OfflineModel(ENGLISH).stream(prompt(brief(), *lines))]
    assert draft.proposed not in ENGLISH.offline.concern_still


@pytest.mark.parametrize(
    ("code", "helps", "means", "other"),
    [
        ("it", "come posso aiutarla?", "quante pastiglie prende lei?", "come ti chiami?"),
        ("nl", "hoe kan ik haar helpen?", "hoeveel pillen neemt ze?", "hoe heet je?"),
        ("pl", "jak jej pomóc?", "ile tabletek ona weźmie?", "jak masz na imię?"),
        ("pt", "como posso ajudá-la?", "quantos comprimidos ela toma?", "qual é o seu nome?"),
        ("ru", "как мне ей помочь?", "сколько таблеток она выпьет?", "как тебя зовут?"),
        ("tr", "ona nasıl yardım edebilirim?", "o kaç hap içer?", "adın ne?"),
        ("ja", "彼女に何と言えばいいですか?", "彼女は薬を何錠飲みますか?", "名前は何ですか?"),
    ],
)
def test_in_each_language_help_is_told_from_means_and_from_the_rest(
    code: str, helps: str, means: str, other: str
) -> None:
    assert [asks_about_them(one, code) for one in (helps, means, other)] == [True, False, False]


async def test_a_word_of_no_language_is_answered_in_that_of_the_talk_however_long_ago() -> None:
    german = ENGLISH.to("de")
    lines = [PromptLine("user", "ich weiß heute wirklich nicht mehr weiter und bin müde")]
    lines += [PromptLine("user", one) for one in ("ok", "hm", "ja", "ok", "hm")]
    asked = prompt(replace(brief(), crisis="episode"), *lines)
    (draft,) = [one async for one in OfflineModel(ENGLISH).stream(asked)]
    assert draft.proposed == german.crisis.steady
