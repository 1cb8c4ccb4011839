"""The reader of other languages that comes with the program: what it hears of strangers' lines.

Nothing of those lines was ever learnt, and no pattern was written after them; the floors lie below
what was measured (docs/crisis.md).
"""

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from adapters.cli import weights
from bot.crisis.bands import CERTAIN, UNSURE, banded
from bot.crisis.conversation import weighed
from bot.crisis.scores import WIDTH, Scores, loudest
from bot.crisis.tiers import Stated, Tier, Verdict
from bot.errors import ClassifierError
from bot.model.calibrated import EVEN, meant
from bot.model.classifier import Network, joined, loaded
from bot.model.elsewhere import (
    ABOUT,
    HEADS,
    Elsewhere,
    described,
    elsewhere,
    windows,
)
from bot.model.grams import grams
from tests.heads import blank, encoded
from training.crisis import ordinary
from training.crisis.lines import read
from training.elsewhere import OWN
from training.elsewhere.figures import STRANGERS

FEW = Path(__file__).parent / "classifier"  # a small network of the same shape, without heads
LEAST = {"own": 93, "other": 72}  # of 100 strangers' lines; patterns and heads together
MOST = {"own_not": 18, "other_not": 15}  # of 120


@lru_cache
def network() -> Network:
    return loaded(weights.FOLDER)


def heard(group: str) -> list[Verdict]:
    rows = [row.split("\t") for row in STRANGERS.read_text("utf-8").splitlines()]
    return [weighed([ordinary.read(network(), text)]) for _, of, text in rows if of == group]


@pytest.mark.parametrize("group", LEAST)
def test_of_strangers_in_ten_languages_most_are_heard(group: str) -> None:
    verdicts = heard(group)
    assert len(verdicts) == 100
    is_heard = [one.tier > Tier.NONE or one.is_unsure for one in verdicts]
    assert sum(is_heard) >= LEAST[group]
    if group == "own":
        assert sum(one.tier >= Tier.ELEVATED for one in verdicts) >= 70


@pytest.mark.parametrize("group", MOST)
def test_of_near_misses_few_are_asked_about_and_hardly_any_alarm(group: str) -> None:
    verdicts = heard(group)
    assert len(verdicts) == 120
    assert sum(one.tier > Tier.NONE or one.is_unsure for one in verdicts) <= MOST[group]
    assert sum(one.tier >= Tier.ELEVATED for one in verdicts) <= 7


def test_it_says_what_it_is_and_under_which_licence() -> None:
    about = described(weights.FOLDER)
    assert about["version"] >= 1
    assert "Apache-2.0" in about["licence"]
    assert [means for _, means in about["own"]] == [0.0, 0.2, 0.5, 0.8, 0.9, 1.0]
    assert [means for _, means in about["another"]] == [0.0, 0.9, 1.0]
    assert (weights.FOLDER / HEADS).stat().st_size < 600_000


def test_english_is_left_to_the_network_for_english_and_loads_no_encoder() -> None:
    reader = elsewhere(weights.FOLDER, make=pytest.fail)
    assert reader is not None
    told = ("hello there", "i am so done with this exam", "want to grab lunch later?")
    assert reader.scores(told) == (None, None, None)


def test_a_language_that_the_encoder_does_not_know_is_not_read() -> None:
    reader = elsewhere(weights.FOLDER, make=pytest.fail)
    assert reader is not None
    assert reader.scores(["мені сьогодні дуже погано, їду додому"]) == (None,)


def test_each_chunk_is_read_in_its_own_language() -> None:
    text = (
        "the train to Leeds leaves at nine and the one after it is slower, so we should take the "
        "first if you can be there with the tickets by then.\n"
        "ich will nicht mehr leben und heute nacht mach ich schluss, es tut mir leid."
    )
    found = network().scores(text)
    assert [one.language for one in found] == ["", "German"]
    assert found[1].risk >= UNSURE > found[0].risk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("powieszę się i będzie spokój", "Polish"),
        ("je te l'ai dit, je vais me tuer ce soir", "French"),
        ("wna die", ""),
    ],
)
def test_the_language_of_a_few_words_is_told_by_their_letters_where_that_is_sure(
    text: str, told: str
) -> None:
    assert loudest(network().scores(text)).language == told


def test_half_a_character_and_odd_texts_are_read() -> None:
    reader = Elsewhere(blank(), EVEN, EVEN, lambda: encoded)
    for text in ("gute nacht \ud83d", "\x00", "\u200b", "é" * 3000, "а" * 3000):
        assert len(reader.scores([text])) == 1


def test_a_script_without_blanks_is_read_sentence_by_sentence_and_never_without_end() -> None:
    told = "今日は友達と買い物に行って、新しい靴を買った。とても楽しかったけど少し疲れた。" * 3
    read = windows(f"{told}もう生きていたくない。{told}")
    assert all(len(one) <= 60 for one in read)
    assert any("もう生きていたくない" in one for one in read)
    assert len(windows("あ" * 60_000)) == 8
    assert windows("ich will nicht mehr") == ("ich will nicht mehr",)
    assert sum(map(len, windows("x" * 60_000))) <= 8 * 240


def test_a_wish_among_other_sentences_in_japanese_is_heard() -> None:
    told = "今日は友達と買い物に行って、新しい靴を買った。とても楽しかったけど少し疲れた。"
    found = loudest(network().scores(f"{told}もう死にたい。消えてしまいたい。{told}"))
    assert found.risk >= UNSURE


def test_a_few_words_that_may_be_in_either_language_count_as_the_graver_reads_them() -> None:
    english, other = Scores(0.7), Scores(0.3, another=0.4)
    assert joined(english, None) is english
    assert joined(english, other) == replace(english, another=0.4)
    assert joined(Scores(0.1), other) is other
    assert joined(english, replace(other, language="Dutch")).risk == 0.3


def test_without_heads_nothing_else_is_read_and_damaged_ones_are_a_fault(tmp_path: Path) -> None:
    assert elsewhere(tmp_path) is None
    (tmp_path / ABOUT).write_bytes((weights.FOLDER / ABOUT).read_bytes())
    (tmp_path / HEADS).write_bytes(b"\x00garbage")
    with pytest.raises(ClassifierError, match="unusable"):
        elsewhere(tmp_path)


def test_letters_are_counted_where_their_checksum_says_and_weigh_one_together() -> None:
    found = grams("não quero")
    assert sum(one * one for one in found.values()) == pytest.approx(1)
    assert set(grams("quero não")) == set(found)
    assert grams("nao") != grams("não")
    assert sorted(grams("ja")) == [17658, 48667, 49180, 85265, 92369, 126410]
    assert grams("") == {}


def test_who_fears_for_somebody_else_is_told_how_to_help_in_that_language() -> None:
    scores = Scores(0.1, another=CERTAIN, language="Polish")
    verdict = banded(Verdict(), [Stated(scores=scores)])
    assert (verdict.tier, verdict.language) == (Tier.CONCERN, "Polish")
    assert banded(Verdict(), [Stated(scores=Scores(0.1, another=0.89))]).tier is Tier.NONE


def test_the_danger_of_another_counts_whichever_chunk_tells_it() -> None:
    own, other = Scores(0.4), Scores(0.1, another=0.95, language="Dutch", chunk=1)
    found = loudest([own, other])
    assert (found.risk, found.another, found.language) == (0.4, 0.95, "Dutch")
    own = Scores(0.97, language="German", another=0.01)
    assert loudest([own, Scores(another=0.02, language="French")]).language == "German"
    assert loudest([own]) is own


def test_bands_are_laid_out_between_the_figures_of_the_file() -> None:
    assert meant(((0.0, 0.0), (0.7, 0.9), (1.0, 1.0)), 0.7) == pytest.approx(0.9)
    assert len(Scores.of([0.0] * WIDTH).what) == 12


def test_it_learns_from_several_writers_in_ten_languages_and_from_none_of_the_strangers() -> None:
    lines = read(OWN)
    writers = Counter(language for language, _ in {(one.note, one.writer) for one in lines})
    assert len(writers) == 10
    assert min(writers.values()) >= 2
    assert min(Counter(one.note for one in lines).values()) >= 500
    strangers = {row.split("\t")[2] for row in STRANGERS.read_text("utf-8").splitlines()}
    assert [one.writer for one in lines if one.text in strangers] == []
