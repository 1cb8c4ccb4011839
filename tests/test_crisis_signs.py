"""The signs of acute risk: spelled one way, gated by cues that hide nothing."""

from pathlib import Path

import pytest

from bot.crisis.attention import IN_ALL, IN_CLAUSES, sought
from bot.crisis.near import IN_ENGLISH, IN_OTHER_LANGUAGES
from bot.crisis.signs import FAMILIES
from bot.crisis.signs.before import FAMILIES as BEFORE
from bot.crisis.signs.burden import FAMILIES as BURDEN
from bot.crisis.signs.ending import FAMILIES as ENDING
from bot.crisis.signs.faint import FAMILIES as FAINT
from bot.crisis.signs.kinds import Sign, Weight, What, Who, family
from bot.crisis.signs.languages import SIGNS, in_other_languages
from bot.crisis.signs.living import FAMILIES as LIVING
from bot.crisis.signs.means import FAMILIES as MEANS
from bot.crisis.signs.others import FAMILIES as OTHERS
from bot.crisis.signs.scenes import FAMILIES as SCENES
from bot.crisis.signs.spoken import FAMILIES as SPOKEN
from bot.crisis.tiers import Tier, stated
from bot.text.normalize import normalized
from bot.text.normalize.informal import clauses
from bot.text.pieces import windows
from tests.test_crisis_tiers import OTHERWISE

WORDS = Path(__file__).parent / "words"
TWINS = WORDS / "crisis.tsv"
EVERY = (*(sign for one in FAMILIES for sign in one.signs), *SIGNS)
NEAR = IN_ENGLISH | IN_OTHER_LANGUAGES
NAMES = [*(sign.name for sign in EVERY), *NEAR]
# A sign's name, a sentence that it hears, and its twin: one near in words that it does not hear.
ROWS = [
    tuple(line.split("\t"))
    for line in (WORDS / "crisis_signs.tsv").read_text(encoding="utf-8").splitlines()
]
LEAST = {
    Weight.FAINT: Tier.NONE,
    Weight.CONCERN: Tier.CONCERN,
    Weight.STRONG: Tier.ELEVATED,
    Weight.ACUTE: Tier.ACUTE,
}


def heard(text: str) -> set[str]:
    """Gives the names of the signs that are in a text, as the floor looks for them."""
    own = normalized(text)
    spelled = clauses(own)
    read = (*sought(spelled, IN_CLAUSES), *sought(windows(" , ".join(spelled)), IN_ALL))
    told = {sign.name for clause, sign in read if sign.pattern.search(clause)}
    near = {name for name, pattern in NEAR.items() if any(map(pattern.search, spelled))}
    return told | near | {sign.name for sign in in_other_languages(own)}


def test_no_two_signs_have_one_name() -> None:
    assert sorted(NAMES) == sorted(set(NAMES))


def test_every_sign_has_an_example_and_a_twin_and_every_row_a_sign() -> None:
    assert {len(row) for row in ROWS} == {3}
    assert all(example and twin and example != twin for _, example, twin in ROWS)
    assert {name for name, *_ in ROWS} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sign_hears_its_example_and_not_its_twin(name: str) -> None:
    rows = [row for row in ROWS if row[0] == name]
    assert [example for _, example, _ in rows if name not in heard(example)] == []
    assert [twin for *_, twin in rows if name in heard(twin)] == []


@pytest.mark.parametrize("name", [sign.name for sign in EVERY])
def test_an_example_is_as_grave_as_its_sign_says_or_over(name: str) -> None:
    least = next(LEAST[sign.weight] for sign in EVERY if sign.name == name)
    tiers = {stated(example).verdict.tier for each, example, _ in ROWS if each == name}
    assert all(tier >= least or tier is Tier.PAST for tier in tiers)


@pytest.mark.parametrize("name", NEAR)
def test_an_example_of_what_is_near_is_near(name: str) -> None:
    assert all(stated(example).is_near for each, example, _ in ROWS if each == name)


def test_no_twin_alarms() -> None:
    assert [twin for *_, twin in ROWS if stated(twin).verdict.tier >= Tier.ELEVATED] == []


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
    made = family("a b", ("a_sign", What.MEANS, Weight.STRONG, "x", True))
    assert made.cues == {"a", "b"}
    assert [type(one) for one in made.signs] == [Sign]
    assert made.signs[0].name == "a_sign"
    assert made.signs[0].literal
    assert made.signs[0].who is Who.SELF
