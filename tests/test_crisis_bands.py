"""Bands: patterns and scores together are certain, unsure, or nothing."""

from dataclasses import replace
from typing import Any

import pytest

from bot.crisis.bands import AGREEING, CERTAIN, SUPPORT, UNSURE
from bot.crisis.conversation import weighed
from bot.crisis.scores import SURELY, WHAT, WHEN, Scores
from bot.crisis.signs import What
from bot.crisis.tiers import Stated, Tier, stated

NOTHING = stated("what a long week it was")
ELEVATED, ACUTE = stated("I wish I was dead"), stated("I am going to kill myself tonight")


def scored(risk: float, what: str = "dead", when: str = "now", whose: int = 1) -> Scores:
    return Scores(
        risk,
        who=tuple(float(place == whose) for place in range(3)),
        what=tuple(float(name == what) for name in WHAT),
        when=tuple(float(name == when) for name in WHEN),
    )


def after(*turns: tuple[Stated, float]) -> tuple[Tier, bool]:
    verdict = weighed([replace(said, scores=scored(risk)) for said, risk in turns])
    return verdict.tier, verdict.is_unsure


def test_without_scores_patterns_stand_alone() -> None:
    assert weighed([ELEVATED]).tier is Tier.ELEVATED
    assert not weighed([NOTHING]).is_unsure


def test_what_is_acute_by_patterns_stays_so_whatever_the_classifier_made_of_it() -> None:
    assert after((ACUTE, 0.0)) == (Tier.ACUTE, False)


def test_what_is_elevated_by_patterns_needs_some_support_and_is_unsure_without() -> None:
    assert after((ELEVATED, SUPPORT)) == (Tier.ELEVATED, False)
    assert after((ELEVATED, SUPPORT - 0.01)) == (Tier.NONE, True)


def test_a_language_the_classifier_does_not_read_needs_no_support() -> None:
    assert after((stated("quiero morir"), 0.0)) == (Tier.ELEVATED, False)


def alone(scores: Scores) -> tuple[Tier, bool]:
    verdict = weighed([replace(NOTHING, scores=scores)])
    return verdict.tier, verdict.is_unsure


def test_the_classifier_alone_is_certain_only_when_very_sure_or_where_its_slots_agree() -> None:
    said = scored(CERTAIN)
    torn = replace(said, what=tuple(share * (SURELY - 0.01) for share in said.what))
    assert alone(torn) == (Tier.ELEVATED, False)
    assert alone(replace(torn, risk=CERTAIN - 0.01)) == (Tier.NONE, True)
    assert after((NOTHING, AGREEING)) == (Tier.ELEVATED, False)
    assert after((NOTHING, AGREEING - 0.01)) == (Tier.NONE, True)


@pytest.mark.parametrize(
    "torn",
    [
        {"who": (0.11, 0.89, 0.0)},
        {"when": (0.0, 0.89, 0.0, 0.11, 0.0)},
        {"register": (0.89, 0.11, 0.0)},
    ],
    ids=["whose", "when", "how"],
)
def test_where_one_slot_is_in_doubt_the_slots_do_not_agree(torn: dict[str, Any]) -> None:
    assert scored(AGREEING).agree
    assert not replace(scored(AGREEING), **torn).agree
    assert alone(replace(scored(AGREEING), **torn)) == (Tier.NONE, True)


def test_from_half_a_risk_on_it_is_unsure() -> None:
    assert after((NOTHING, UNSURE)) == (Tier.NONE, True)
    assert after((NOTHING, UNSURE - 0.01)) == (Tier.NONE, False)


def test_what_was_said_before_fades_and_what_is_only_unsure_twice_stays_unsure() -> None:
    assert after((NOTHING, 0.7), (NOTHING, 0.1)) == (Tier.NONE, True)
    assert after((NOTHING, 0.7), (NOTHING, 0.1), (NOTHING, 0.1)) == (Tier.NONE, False)
    assert after(*[(NOTHING, AGREEING - 0.01)] * 8) == (Tier.NONE, True)


@pytest.mark.parametrize(("what", "told"), [("taken", What.TAKEN), ("voices", What.VOICES)])
def test_danger_that_is_there_now_is_acute_and_long_danger_is_not(what: str, told: What) -> None:
    now = weighed([replace(NOTHING, scores=scored(0.99, what))])
    assert (now.tier, now.what) == (Tier.ACUTE, told)
    chronic = weighed([replace(NOTHING, scores=scored(0.99, what, "chronic"))])
    assert (chronic.tier, chronic.what) == (Tier.ELEVATED, told)


def test_anothers_life_and_a_joke_are_never_certain_by_the_classifier_alone() -> None:
    friend = weighed([replace(NOTHING, scores=scored(0.99, whose=2))])
    jest = replace(scored(0.99), register=(0.0, 1.0, 0.0))
    assert friend.tier is weighed([replace(NOTHING, scores=jest)]).tier is Tier.NONE


def test_means_at_hand_after_an_unsure_message_are_acute() -> None:
    turns = [replace(NOTHING, scores=scored(0.6)), replace(stated("I have the pills here"))]
    assert weighed(turns).tier is Tier.ACUTE


def heard(text: str, *what: str, whose: int = 1) -> What | None:
    scores = Scores(0.8, who=tuple(float(place == whose) for place in range(3)))
    shares = tuple(0.9 - 0.1 * what.index(name) if name in what else 0.0 for name in WHAT)
    return weighed([replace(stated(text), scores=replace(scores, what=shares))]).what


def test_a_voice_that_tells_to_hurt_oneself_is_named_as_one() -> None:
    said = "the voices tell me to hurt myself"
    assert heard(said, "selfharm", "voices") is What.VOICES
    assert heard(said, "selfharm") is What.THOUGHTS
    assert heard(said, "selfharm", "voices", whose=2) is What.THOUGHTS


def test_a_plain_wish_to_die_is_never_named_as_anything_else() -> None:
    assert heard("i want to die", "voices", "violence") is What.WISH_DEAD


def test_a_thing_at_hand_that_is_meant_for_another_is_named_as_a_threat() -> None:
    said = "i want to kill my husband, i have the knife"
    assert heard(said, "violence", "means") is What.THREAT
    assert heard(said, "means", "violence") is What.MEANS


HIT, THREATENS = (
    stated("my husband is hitting me right now"),
    stated("I'm going to stab him tonight"),
)


@pytest.mark.parametrize(
    ("earlier", "told"),
    [
        ((), What.THREAT),  # as it is defined where it is learnt
        ((HIT,), What.VIOLENCE),
        ((THREATENS,), What.THREAT),
        ((HIT, THREATENS), What.THREAT),
        ((ACUTE,), What.THREAT),
    ],
    ids=["alone", "suffered", "threatened", "both", "another danger"],
)
def test_the_classifiers_violence_is_a_threat_unless_patterns_heard_that_it_is_suffered(
    earlier: tuple[Stated, ...], told: What
) -> None:
    before = [replace(one, scores=scored(0.0)) for one in earlier]
    now = replace(NOTHING, scores=scored(0.99, "violence"))
    assert weighed([*before, now]).what is told
