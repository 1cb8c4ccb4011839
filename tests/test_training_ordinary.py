"""Ordinary talk: none that is learnt is judged on, and the bands lie where it hardly alarms."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.crisis.bands import AGREEING, CERTAIN, SUPPORT, UNSURE
from bot.crisis.conversation import weighed
from bot.crisis.scores import WHAT, Scores
from bot.crisis.tiers import Stated, Tier, Verdict, stated
from bot.model.classifier import Network, loaded
from training.crisis import ordinary

FEW = Path(__file__).parent / "classifier"  # a small network of the same shape
COUNT = 40_000


def said(risk: float, tier: Tier = Tier.NONE) -> Stated:
    return Stated(Verdict(tier), scores=Scores(risk, who=(0.0, 1.0, 0.0)))


def network(talk: list[Stated]) -> Network:
    """Gives a network whose bands lie where this talk puts them."""
    told = ((low, at) for low, at in ordinary.knots(talk))
    return Network(lambda _rows: [], {}, tuple(told))


def heard(talk: list[Stated], *, certain: bool) -> int:
    by = network(talk)
    verdicts = [weighed([ordinary.laid_out(one, by)]) for one in talk]
    return sum(one.tier >= Tier.ELEVATED if certain else one.is_unsure for one in verdicts)


def test_of_all_that_is_not_learnt_so_little_alarms_as_was_promised() -> None:
    talk = [said(number / COUNT) for number in range(COUNT)]
    talk += [said(number / 1e6, Tier.ELEVATED) for number in range(40)]
    assert ordinary.upper(heard(talk, certain=True), len(talk)) <= ordinary.CERTAIN_IN_1000
    assert 4 * len(talk) / 1000 < heard(talk, certain=False) <= 6 * len(talk) / 1000


def test_where_the_slots_agree_no_more_alarm_than_by_the_bar_for_all() -> None:
    slots = Scores(0.0, (0.0, 1.0, 0.0), (1.0,) * len(WHAT), (0.0, 1.0, 0.0, 0.0, 0.0))
    many = [Stated(scores=replace(slots, risk=at / 200)) for at in range(200)]
    talk = [said(number / COUNT) for number in range(COUNT)] + many
    assert ordinary.upper(heard(talk, certain=True), len(talk)) <= ordinary.CERTAIN_IN_1000
    assert network(talk).knots[3][0] < network(talk).knots[4][0]
    none_agree = network([said(number / COUNT) for number in range(COUNT)]).knots
    assert none_agree[4][0] - none_agree[3][0] < 0.001


def test_the_bands_stand_in_their_order_whatever_the_talk() -> None:
    for talk in ([said(0.0)] * COUNT, [said(1.0)] * COUNT, [said(0.5, Tier.ACUTE)] * COUNT):
        lows, means = zip(*ordinary.knots(talk), strict=True)
        assert list(lows) == sorted(set(lows))
        assert means == (0.0, SUPPORT, UNSURE, AGREEING, CERTAIN, 1.0)


@pytest.mark.parametrize(("alarms", "of", "in_1000"), [(0, 10_000, 0.38), (9, 55_000, 0.31)])
def test_the_upper_bound_is_that_of_wilson(alarms: int, of: int, in_1000: float) -> None:
    assert ordinary.upper(alarms, of) == pytest.approx(in_1000, abs=0.01)


@pytest.mark.skipif(not ordinary.DATA.exists(), reason="the developers' data is not here")
def test_nothing_that_is_learnt_of_strangers_is_judged_on_or_is_a_risk_to_the_patterns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [one.text for one in ordinary.learnt()]
    monkeypatch.setattr(ordinary, "read", lambda _network, _text: Stated())
    judged = {one.text for rows in ordinary.told(loaded(FEW)).values() for one in rows}
    assert len(texts) > 8000
    assert judged.isdisjoint(texts)
    assert len(judged) > 30_000
    assert [stated(text).verdict.tier for text in texts[:500]] == [Tier.NONE] * 500
