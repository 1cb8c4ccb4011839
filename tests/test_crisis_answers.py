"""What a straight question got for an answer: a yes is certain, a hedge unsure, a no ends it."""

from dataclasses import replace

import pytest

from bot.crisis.answers import MOST, Answer, StraightQuestion, answer_in
from bot.crisis.bands import UNSURE
from bot.crisis.conversation import weighed
from bot.crisis.scores import Scores
from bot.crisis.signs import What
from bot.crisis.tiers import Stated, Tier, Verdict, stated
from bot.governor.questions import asked_in
from bot.strings import ENGLISH
from bot.text.normalize import normalized

YES = (
    *("yes", "Yes.", "yeah :(", "I do", "i am", "yep", "kind of", "a bit", "yes, sometimes"),
    *("i think so", "mhm", "the first one", "well... yes", "tbh yeah", "i guess so", "kinda yeah"),
    *("yes but i'd never do it", "yess", "YES and i have for months", "both", "Sí", "ja", "…yes"),
    *("yes because of the exam", "a little", "i do sometimes", "both really", "lol yeah"),
)
HEDGED = (
    *("idk", "maybe", "sometimes", "not really sure", "I don't know", "not really", "not yet"),
    *("no but sometimes", "hard to say", "would it matter", "yes i mean the exam", "no idea"),
    *("yeah it's just the flat", "i'm not sure", "not anymore", "yeah no", "yes and no", "dunno"),
    *("idk maybe", "no, not right now", "yes, i'm fine", "what if i am"),
)
NO = (
    *("no", "No, I meant the exam", "nope", "no i'm moving abroad", "i meant the exam", "nah lol"),
    *("something else", "of course not", "god no", "i'm not", "no thanks, just the exam"),
    *("not at all", "No. Nothing like that.", "just the exam", "it's about the flat"),
)
DENIED = (
    *("no, i'm not thinking of killing myself", "i don't want to die", "No, I am not suicidal."),
    *(
        "no i'm not suicidal, i meant the exam",
        "not suicidal lol",
        "nope, not going to kill myself",
    ),
    "i would never kill myself",
)
NO_DENIAL = (
    *(
        "no, i'm not afraid to die",
        "i don't want to die alone",
        "i can't kill myself, i have a kid",
    ),
    *("i'm not dead yet", "i don't want to kill myself, i just want it to stop"),
)
NEITHER = (
    *("no one would care", "no point in lying", "the dog is with my sister", "yesterday was bad"),
    *("it's my fault they left", "what do you mean", "i am at work", "i mean it", "", "😔"),
)
OF_DYING = (
    *(
        ENGLISH.risk.unsure,
        ENGLISH.crisis.asked,
        "Are you thinking of suicide?",
        "Do you want to die?",
    ),
    "I hear you. Are you thinking about ending your life, or is it the flat? Both can be said.",
    *("Is it that you don't want to be here any more?", "Do you wish you were dead?"),
    *("Are you thinking of hurting yourself?", "Have you had thoughts of dying?"),
    *("Would you rather not be alive?", "Do you wish you could not wake up?", "Are you suicidal?"),
    *("Is it that you don't want to live anymore?", "Do you feel like you want to not exist?"),
)
OF_NOTHING = (
    *("Does the folder not exist yet?", "Why not live closer to work?", "Did you hurt yourself?"),
    *("Is suicide what the novel is about?", "Do you really want to die on that hill?"),
    *("Are you killing yourself over this job?", "Do you not want to live in the city?"),
    *("Do you not want to wake up at six?", "Would you rather not be here on Sunday?"),
    *("Did you write your essay about suicide?", "Couldn't you wake up earlier?"),
    *("Are you safe tonight?", "Is he thinking of killing himself?", "Is your brother suicidal?"),
    *("Do you want the suicide prevention line?", "Nobody asked about suicide.", "How was it?"),
    *(
        ENGLISH.crisis.steady,
        ENGLISH.crisis.concern,
        ENGLISH.crisis.help,
        "It is no shame to think of suicide. Say more.",
    ),
)


def answer(text: str) -> Answer:
    return answer_in(normalized(text))


@pytest.mark.parametrize("text", YES, ids=lambda _: None)
def test_who_affirms_says_yes(text: str) -> None:
    assert answer(text) is Answer.YES


@pytest.mark.parametrize("text", HEDGED, ids=lambda _: None)
def test_who_leaves_it_open_hedges(text: str) -> None:
    assert answer(text) is Answer.HEDGED


@pytest.mark.parametrize("text", NO, ids=lambda _: None)
def test_who_meant_something_else_says_no(text: str) -> None:
    assert answer(text) is Answer.NO


@pytest.mark.parametrize("text", DENIED, ids=lambda _: None)
def test_who_says_what_is_not_so_denies_it_and_that_says_nothing_after_a_question(
    text: str,
) -> None:
    assert answer(text) is Answer.DENIED
    assert after_question(text, 0.88) == Verdict()


@pytest.mark.parametrize("text", NO_DENIAL, ids=lambda _: None)
def test_what_only_sounds_like_a_denial_is_heard_for_what_it_says(text: str) -> None:
    assert answer(text) is not Answer.DENIED
    assert after_question(text, 0.6).is_unsure or after_question(text).tier > Tier.PAST


@pytest.mark.parametrize("text", NEITHER, ids=lambda _: None)
def test_what_is_no_answer_is_none(text: str) -> None:
    assert answer(text) is Answer.NONE


def test_only_the_beginning_of_a_message_answers() -> None:
    assert answer("so " * MOST + "yes") is Answer.NONE
    assert answer("yes " + "and so on " * MOST) is Answer.YES


@pytest.mark.parametrize("reply", OF_DYING, ids=lambda _: None)
def test_a_reply_that_asks_about_dying_is_known(reply: str) -> None:
    assert asked_in(reply) is StraightQuestion.DYING


@pytest.mark.parametrize("reply", OF_NOTHING, ids=lambda _: None)
def test_a_reply_that_asks_something_else_is_none(reply: str) -> None:
    assert asked_in(reply) is StraightQuestion.NOTHING


def test_a_reply_that_asks_about_means_alone_is_known() -> None:
    assert asked_in(ENGLISH.risk.said_plainly) is StraightQuestion.MEANS
    assert asked_in("Are you thinking of suicide? Do you have a plan?") is StraightQuestion.DYING
    assert asked_in("Have you got anything with you, or near you?") is StraightQuestion.MEANS
    for tame in (
        "Do you have a plan for the exam?",
        "Do you have a plan to move out, then?",
        "Which laptop do you want to use?",
        "Have you thought about how to tell her?",
    ):
        assert asked_in(tame) is StraightQuestion.NOTHING


# -- what an answer says -----------------------------------------------------------------------


def turn(
    text: str, risk: float | None = None, asked: StraightQuestion = StraightQuestion.NOTHING
) -> Stated:
    scores = Scores(risk, (0.0, 1.0, 0.0)) if risk is not None else None
    return replace(stated(text), scores=scores, asked=asked)


def after_question(
    text: str, risk: float | None = 0.0, asked: StraightQuestion = StraightQuestion.DYING
) -> Verdict:
    return weighed((turn("the dog is with my sister", 0.6, asked), turn(text, risk)))


@pytest.mark.parametrize("risk", [None, 0.0, 0.6], ids=["no classifier", "nothing", "unsure"])
@pytest.mark.parametrize("text", ["yes", "i do", "kind of", "a bit"])
def test_a_yes_to_dying_is_elevated_and_not_acute_by_itself(text: str, risk: float | None) -> None:
    seen = after_question(text, risk)
    assert (seen.tier, seen.what, seen.is_unsure) == (Tier.ELEVATED, What.THOUGHTS, False)
    assert seen.is_answer


@pytest.mark.parametrize("risk", [None, 0.0], ids=["no classifier", "nothing"])
@pytest.mark.parametrize("text", ["idk", "maybe", "sometimes", "not really sure"])
def test_a_hedge_is_unsure_and_is_carried_on(text: str, risk: float | None) -> None:
    seen = after_question(text, risk)
    assert (seen.tier, seen.is_unsure) == (Tier.NONE, True)
    asked, hedge = turn("so", 0.0, StraightQuestion.DYING), turn(text, risk)
    assert weighed((asked, hedge, turn("anyway", 0.0))).is_unsure


def test_a_clear_no_ends_what_was_only_unsure() -> None:
    before = turn("the dog is with my sister", 0.88, StraightQuestion.DYING)
    assert weighed((before, turn("the exam is on friday", 0.0))).is_unsure
    said_no = turn("no, I meant the exam", 0.0)
    assert not weighed((before, said_no)).is_unsure
    assert not weighed((before, said_no, turn("it is on friday", 0.0))).is_unsure
    near = turn("I'm on the bridge now", 0.0)
    assert weighed((before, near)).tier is Tier.ACUTE
    assert weighed((before, said_no, near)).tier is Tier.NONE


def test_a_no_that_says_more_is_heard_for_what_it_says() -> None:
    assert after_question("no, i want to kill myself").tier is Tier.ACUTE
    assert after_question("no", UNSURE).is_unsure


def test_a_yes_that_says_more_is_heard_for_what_it_says() -> None:
    assert after_question("yes. I want to kill myself tonight").tier is Tier.ACUTE
    assert after_question("yes, i wish i was dead").is_answer is False


def test_without_a_question_an_answer_says_nothing() -> None:
    for text in ("yes", "maybe", "no"):
        assert weighed((turn("hello"), turn(text))) == Verdict()
        assert not after_question(text, asked=StraightQuestion.NOTHING).is_answer


def test_a_yes_to_means_is_danger_now_beside_a_wish_and_nothing_by_itself() -> None:
    wish, asked = turn("i wish i was dead"), StraightQuestion.MEANS
    assert weighed((replace(wish, asked=asked), turn("yes"))).tier is Tier.ACUTE
    assert weighed((turn("hello", asked=asked), turn("yes"))).tier is Tier.NONE
    assert weighed((turn("hello", asked=asked), turn("yes")), in_episode=True).tier is Tier.ACUTE
    assert weighed((replace(wish, asked=asked), turn("no"))).tier is Tier.NONE
