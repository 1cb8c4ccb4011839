"""Where signs are looked for: everywhere that they can be, of all that people write."""

import random
from pathlib import Path

import pytest

from bot.crisis.attention import IN_CLAUSES, MOST, sought
from bot.crisis.signs import FAMILIES
from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.normalize.informal import clauses
from tests.needs import FILE, written

WORDS = Path(__file__).parent / "words"
CUES = sorted({cue for family in FAMILIES for cue in family.cues} - {"i", "my", "myself"})


def corpus(name: str) -> tuple[str, ...]:
    return clauses(normalized((WORDS / name).read_text("utf-8")))


def crowded(size: int) -> str:
    """Gives a text of nothing but the words of signs, in no order."""
    drawn = random.Random(7)
    said = ""
    while len(said) < size:
        said += " ".join(drawn.choices(CUES, k=9)) + ". "
    return said


def test_what_a_sign_needs_is_what_its_pattern_asks_for() -> None:
    names = [sign.name for family in FAMILIES for sign in family.signs]
    assert list(lexicon("en/crisis/needed").words) == names
    assert FILE.read_text("utf-8") == written(), "run python -m tests.needs"


@pytest.mark.parametrize("name", ["crisis.tsv", "crisis_kinds.tsv", "innocent.txt"])
def test_no_sign_is_anywhere_that_it_is_not_looked_for(name: str) -> None:
    read = corpus(name)
    looked = {(clause, sign.pattern) for clause, sign in sought(read, IN_CLAUSES)}
    for clause in read:
        for sign, cues, _ in IN_CLAUSES.each:
            if not cues.isdisjoint(clause.replace(",", " ").split()) and sign.pattern.search(
                clause
            ):
                assert (clause, sign.pattern) in looked


def test_twice_as_many_crises_as_a_message_holds_are_read_whole() -> None:
    read = (*corpus("crisis.tsv"), *corpus("crisis_kinds.tsv"))
    assert sum(len(clause) for clause, _ in sought(read, IN_CLAUSES)) < MOST


def test_a_crowded_text_is_looked_through_within_a_bound() -> None:
    read = clauses(crowded(64_000))
    assert MOST / 2 < sum(len(clause) for clause, _ in sought(read, IN_CLAUSES)) <= MOST


@pytest.mark.parametrize("words", ["i want to die", "i took all my pills", "i will kill myself"])
def test_a_wish_in_the_middle_of_a_crowded_text_is_read(words: str) -> None:
    half = crowded(30_000)
    read = {clause for clause, _ in sought(clauses(f"{half}{words}. {half}"), IN_CLAUSES)}
    assert words in read
