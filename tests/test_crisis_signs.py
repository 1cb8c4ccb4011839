"""The signs of acute risk: spelled one way, gated by cues that hide nothing."""

import re
from pathlib import Path

import pytest

from bot.crisis.attention import IN_ALL, IN_CLAUSES, sought
from bot.crisis.near import IN_ENGLISH, IN_OTHER_LANGUAGES
from bot.crisis.signs import FAMILIES, FILES
from bot.crisis.signs.kinds import Sign, Weight, What, Who, families_of, sign_of
from bot.crisis.signs.languages import SIGNS, in_other_languages
from bot.crisis.tiers import Tier, stated
from bot.lexicon import Entry, Lexicon
from bot.lexicon.entries import Fact
from bot.lexicon.load import raw
from bot.text.normalize import normalized
from bot.text.normalize.informal import clauses
from bot.text.pieces import windows
from tests.test_crisis_tiers import OTHERWISE

WORDS = Path(__file__).parent / "words"
TWINS = WORDS / "crisis.tsv"
EVERY = (*(sign for one in FAMILIES for sign in one.signs), *SIGNS)
NEAR = IN_ENGLISH | IN_OTHER_LANGUAGES
NAMES = [*(sign.name for sign in EVERY), *NEAR]
CODES = ("es", "fr", "de", "pt", "it", "nl", "pl", "ru", "tr", "ja")
ELSEWHERE = [f"{code}/{name}" for code in CODES for name in ("crisis", "dying")]
READ = (*(file.name for file in FILES), "en/crisis/near", *ELSEWHERE)
TAKES_BACK = ("not_own", "manner_of_speaking", "frame", "next_clause", "denied_after")
AROUND = (*TAKES_BACK, "far_off", "somebody", "told_of")
# Of each sign and what is near: sentences that it hears, and twins near in words that it does not.
ENTRIES = {entry["id"]: entry for name in READ for entry in raw(name)["entry"]}
EXAMPLES = [(name, each) for name in NAMES for each in ENTRIES[name]["examples"]]
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


def test_every_entry_of_a_file_of_signs_is_a_sign_or_near() -> None:
    assert ENTRIES.keys() - {"gave_away", *AROUND} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sign_hears_its_examples_and_not_its_twins(name: str) -> None:
    entry = ENTRIES[name]
    assert [example for example in entry["examples"] if name not in heard(example)] == []
    assert [twin for twin in entry["twins"] if name in heard(twin)] == []


@pytest.mark.parametrize("name", [sign.name for sign in EVERY])
def test_an_example_is_as_grave_as_its_sign_says_or_over(name: str) -> None:
    least = next(LEAST[sign.weight] for sign in EVERY if sign.name == name)
    tiers = {stated(example).verdict.tier for each, example in EXAMPLES if each == name}
    assert all(tier >= least or tier is Tier.PAST for tier in tiers)


@pytest.mark.parametrize("name", NEAR)
def test_an_example_of_what_is_near_is_near(name: str) -> None:
    assert all(stated(example).is_near for each, example in EXAMPLES if each == name)


def test_no_twin_alarms() -> None:
    twins = [twin for name in NAMES for twin in ENTRIES[name]["twins"]]
    assert [twin for twin in twins if stated(twin).verdict.tier >= Tier.ELEVATED] == []


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


def test_a_family_is_a_group_of_a_file_and_the_words_of_its_name() -> None:
    facts: dict[str, Fact] = {"what": "means", "weight": "strong", "literal": True}
    entries = (
        Entry("a_sign", re.compile("x"), "rope", facts),
        Entry("another", re.compile("y"), "knife", facts | {"who": "another", "of_whole": True}),
    )
    words = {"rope": frozenset({"a", "b"}), "knife": frozenset({"c"})}
    rope, knife = families_of(Lexicon("en/crisis/planted", entries, words))
    assert (rope.cues, knife.cues) == (words["rope"], words["knife"])
    assert rope.signs == (
        Sign("a_sign", What.MEANS, Weight.STRONG, re.compile("x"), literal=True, who=Who.SELF),
    )
    assert (knife.signs[0].who, knife.signs[0].of_whole) == (Who.ANOTHER, True)


@pytest.mark.parametrize(
    "facts", [{"what": "means"}, {"what": "means", "weight": "acute", "litteral": True}]
)
def test_an_entry_that_says_too_little_or_too_much_is_no_sign(facts: dict[str, Fact]) -> None:
    with pytest.raises(ValueError, match="a_sign: a sign has what and weight, and no other"):
        sign_of(Entry("a_sign", re.compile("x"), "rope", facts))
