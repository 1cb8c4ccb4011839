"""The classifier that comes with the program: what it hears of lines that it never learnt.

Floors below what was measured (docs/crisis.md): they fall where a file, a chunk or a band does not
fit the others any more.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pytest

from adapters.cli import weights
from bot.crisis.conversation import weighed
from bot.crisis.tiers import Tier, Verdict, stated
from bot.model.classifier import Network, described, loaded
from training.crisis import ordinary
from training.crisis.lines import JUDGES, LabelledLine, read

WORDS = Path(__file__).parent / "words" / "crisis_kinds.tsv"
KINDS = [line.split("\t") for line in WORDS.read_text("utf-8").splitlines()]
EVERY = 4  # of the judges' lines, so many are read once


@lru_cache
def network() -> Network:
    return loaded(weights.FOLDER)


def heard(texts: Iterable[str]) -> list[Verdict]:
    return [weighed([ordinary.read(network(), text)]) for text in texts]


def certain(verdicts: list[Verdict]) -> int:
    return sum(one.tier >= Tier.ELEVATED for one in verdicts)


def unsure(verdicts: list[Verdict]) -> int:
    return sum(one.is_unsure for one in verdicts)


def judged(*, is_risk: bool) -> list[LabelledLine]:
    """Gives some of the lines of the writers of whom nothing was learnt."""
    lines = [one for one in read() if one.writer in JUDGES and not one.is_composed]
    return [one for one in lines if one.is_risk == is_risk][::EVERY]


def test_it_says_what_it_is_and_under_which_licence() -> None:
    about = described(weights.FOLDER)
    assert about["version"] >= 1
    assert "Apache-2.0" in about["licence"]
    assert [means for _, means in about["knots"]] == [0.0, 0.2, 0.5, 0.8, 0.9, 1.0]
    assert (weights.FOLDER / "crisis.onnx").stat().st_size < 25_000_000


def test_of_a_stranger_at_risk_most_is_heard() -> None:
    verdicts = heard(one.text for one in judged(is_risk=True))
    assert len(verdicts) > 150
    assert certain(verdicts) + unsure(verdicts) >= 0.64 * len(verdicts)
    assert certain(verdicts) >= 0.05 * len(verdicts)


def test_a_stranger_who_is_well_is_hardly_ever_alarmed_about() -> None:
    verdicts = heard(one.text for one in judged(is_risk=False) if one.who == "nobody")
    assert len(verdicts) > 400
    assert certain(verdicts) <= 0.015 * len(verdicts)


def test_what_the_patterns_hear_plainly_stays_certain() -> None:
    told = [text for told, _, text in KINDS if told != "none"]
    before = [text for text in told if stated(text).verdict.tier >= Tier.ELEVATED]
    assert certain(heard(before)) >= 0.95 * len(before)


@pytest.mark.parametrize(
    "text",
    [
        "i gave my switch to my little brother. he thinks its a present. its not really",
        "the house is empty on friday and i have everything i need in the drawer",
        "nobody would notice for weeks and honestly thats the point",
    ],
)
def test_what_no_pattern_hears_is_at_least_unsure(text: str) -> None:
    assert stated(text).verdict.tier is Tier.NONE
    (verdict,) = heard([text])
    assert verdict.tier >= Tier.ELEVATED or verdict.is_unsure


@pytest.mark.parametrize(
    "text",
    [
        "please let me die",
        "so done w existing",
        "i'm on the bridge and i'm going to let go",
        "standing on the bridge about to jump",
    ],
)
def test_what_is_said_plainly_and_with_all_its_slots_is_certain(text: str) -> None:
    (verdict,) = heard([text])
    assert verdict.tier >= Tier.ELEVATED


@pytest.mark.parametrize(
    "text",
    [
        "what a time to be alive",
        "gonna hang myself a picture",
        "i need to catch the bus",
        "kill the process with -9 and it comes back",
        "this boss fight makes me want to scream, i died nine times",
        "thanks everyone, good night, see you tomorrow",
        "i have to tell my team that the launch slips and i feel sick about it",
        "gave my old couch away, finally space for the piano",
    ],
)
def test_everyday_talk_is_nothing(text: str) -> None:
    (verdict,) = heard([text])
    assert verdict.tier is Tier.NONE
    assert not verdict.is_unsure
