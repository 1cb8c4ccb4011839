"""The signs of acute risk: spelled one way, gated by cues that hide nothing."""

from pathlib import Path

import pytest

from bot.crisis.folding import clauses
from bot.crisis.signs import FAMILIES
from bot.crisis.signs.before import FAMILIES as BEFORE
from bot.crisis.signs.burden import FAMILIES as BURDEN
from bot.crisis.signs.ending import FAMILIES as ENDING
from bot.crisis.signs.faint import FAMILIES as FAINT
from bot.crisis.signs.kinds import Sign, Weight, What, Who, family
from bot.crisis.signs.living import FAMILIES as LIVING
from bot.crisis.signs.means import FAMILIES as MEANS
from bot.crisis.signs.others import FAMILIES as OTHERS
from bot.crisis.signs.scenes import FAMILIES as SCENES
from bot.crisis.signs.spoken import FAMILIES as SPOKEN
from bot.text.normalize import normalized
from tests.test_crisis_tiers import OTHERWISE

TWINS = Path(__file__).parent / "words" / "crisis.tsv"


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("i rly dont wanna dieee", "i do not want to die"),
        ("I'm gonna k!ll myself", "i am going to kill myself"),
        ("s u i c i d e", "suicide"),
        ("sewerslide", "suicide"),
        ("ill never wake up", "i will never wake up"),
        ("I w\u0430nt to di\u0435", "i want to die"),  # two Cyrillic letters
        ("being ill is dull", "being ill is dull"),
    ],
)
def test_a_clause_has_one_spelling(written: str, spelled: str) -> None:
    assert clauses(normalized(written)) == (spelled,)


def test_every_family_is_read() -> None:
    every = (*ENDING, *LIVING, *BURDEN, *MEANS, *BEFORE, *OTHERS, *SCENES, *SPOKEN, *FAINT)
    assert every == FAMILIES


def test_no_cue_hides_a_clause_that_a_sign_of_its_family_matches() -> None:
    lines = TWINS.read_text(encoding="utf-8").splitlines()
    texts = [*OTHERWISE, *(line.split("\t")[3] for line in lines)]
    said = [clause for text in texts for clause in clauses(normalized(text))]
    hidden = [
        sign.pattern.pattern
        for clause in said
        for one in FAMILIES
        for sign in one.signs
        if sign.pattern.search(clause) and not one.cues & set(clause.replace(",", " ").split())
    ]
    assert hidden == []


def test_a_family_is_made_of_cues_and_signs() -> None:
    made = family("a b", (What.MEANS, Weight.STRONG, "x", True))
    assert made.cues == {"a", "b"}
    assert [type(one) for one in made.signs] == [Sign]
    assert made.signs[0].literal
    assert made.signs[0].who is Who.SELF
