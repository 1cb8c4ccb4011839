"""Repair in words: how many of the project's own examples are read, and how many are false."""

import json
from pathlib import Path

import pytest

from bot.lexicon import lexicon
from bot.repair.words import MOST_WORDS, Correction, correction_in_words
from bot.rupture import Rupture
from tests.told import tell

HERE = Path(__file__).parent
IRC = HERE.parents[1] / "shared" / "evaldata" / "messages_irc.jsonl"
SAID = [
    tuple(line.split("\t"))
    for line in (HERE / "words" / "ruptures.tsv").read_text(encoding="utf-8").splitlines()
]
INNOCENT = (HERE / "words" / "innocent.txt").read_text(encoding="utf-8").splitlines()
HELD_OUT = (HERE / "words" / "held_out_repairs.txt").read_text(encoding="utf-8").splitlines()
HELD_OUT_TWINS = (HERE / "words" / "held_out_innocent.txt").read_text(encoding="utf-8").splitlines()


def rupture_in_words(text: str) -> Rupture | None:
    """Gives the kind of rupture alone."""
    found = correction_in_words(text)
    return found.kind if found is not None else None


def test_there_are_enough_examples_of_every_kind_and_innocent_twins() -> None:
    assert len({text for _, text in SAID}) >= 200
    assert len(set(INNOCENT)) >= 200
    assert {kind for kind, _ in SAID} == {kind.value for kind in Rupture}


def test_there_is_a_pattern_of_every_kind() -> None:
    every = (*lexicon("en/repair/said").entries, *lexicon("en/repair/pointing").entries)
    assert {Rupture(str(one.facts["kind"])) for one in every} == set(Rupture)


def test_patterns_and_what_they_are_made_of_are_in_the_form_that_messages_are_read_in() -> None:
    files = [lexicon(f"en/repair/{name}") for name in ("said", "pointing", "asked")]
    every = [pattern.pattern for file in files for pattern in file.patterns]
    assert [each for each in every if each != each.casefold() or "’" in each] == []


def test_recall_and_precision_on_the_examples() -> None:
    found = sum(rupture_in_words(text) is not None for _, text in SAID)
    right = sum(rupture_in_words(text) == kind for kind, text in SAID)
    false = sum(rupture_in_words(text) is not None for text in INNOCENT)
    tell(f"recall {found / len(SAID):.3f}, kind {right / len(SAID):.3f}")
    tell(f"precision {found / (found + false):.3f} ({found} read, {false} false)")
    assert found / len(SAID) >= 0.97
    assert right / len(SAID) >= 0.97
    assert false <= 1


def test_recall_and_precision_on_examples_that_no_pattern_was_made_from() -> None:
    found = sum(rupture_in_words(text) is not None for text in HELD_OUT)
    false = sum(rupture_in_words(text) is not None for text in HELD_OUT_TWINS)
    tell(f"recall {found / len(HELD_OUT):.3f}, {false} false of {len(HELD_OUT_TWINS)}")
    assert len(set(HELD_OUT)) == len(set(HELD_OUT_TWINS)) == 60
    assert found >= 45
    assert false <= 1


@pytest.mark.parametrize(
    "text", ["Hm. That was cold.", "Wow... that's so generic!", "no: too long"]
)
def test_what_only_points_counts_after_words_that_only_lead_up(text: str) -> None:
    assert rupture_in_words(text) is not None


@pytest.mark.skipif(not IRC.exists(), reason="the real messages are not on this machine")
def test_ordinary_chat_is_hardly_ever_read_as_a_repair() -> None:
    lines = IRC.read_text(encoding="utf-8").splitlines()
    false = sum(rupture_in_words(json.loads(line)["text"]) is not None for line in lines)
    assert false * 1000 <= len(lines)


@pytest.mark.parametrize(
    "text",
    [
        "Das Paket kam falsch an.",
        "eso sonó muy frío",
        "c'était trop long",
        "",
        "?" * 50,
        "that landed wrong " * MOST_WORDS,
    ],
)
def test_it_is_silent_in_languages_it_does_not_read_and_in_long_messages(text: str) -> None:
    assert rupture_in_words(text) is None


@pytest.mark.parametrize(
    "text", ["You\u2019re so cold", "THAT WAS COLD!!", "**that was cold**", "dont be so cold"]
)
def test_other_apostrophes_cases_and_marks_read_the_same(text: str) -> None:
    assert rupture_in_words(text) is Rupture.COLD


def test_the_first_kind_that_is_named_counts_and_not_the_vague_one() -> None:
    assert rupture_in_words("That landed wrong. You sound like a robot.") is Rupture.COLD
    assert rupture_in_words("You're rambling. Be warmer.") is Rupture.TOO_LONG


@pytest.mark.parametrize(
    "text",
    [
        "That was cold. My mother's operation is tomorrow.",
        "That was cold, my mother's operation is tomorrow",
        "You're so cold but the operation is tomorrow",
        "No, be warmer: the operation is tomorrow.",
        "You sound like a robot. When do I have to be there?",
        "That was cold. " + "The operation is tomorrow and I cannot sleep. " * 20,
    ],
)
def test_what_a_message_says_besides_a_correction_is_seen(text: str) -> None:
    assert correction_in_words(text) == Correction(Rupture.COLD, has_more=True)


@pytest.mark.parametrize(
    "text",
    ["Ugh. That was cold. Please.", "That was cold, you sound like a robot!", "hm, be warmer"],
)
def test_a_message_that_only_corrects_says_nothing_besides(text: str) -> None:
    assert correction_in_words(text) == Correction(Rupture.COLD, has_more=False)
