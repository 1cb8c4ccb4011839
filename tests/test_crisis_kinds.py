"""Kinds of statements found missing or wrong from outside: each with its natural near misses."""

from pathlib import Path

import pytest

from bot.crisis.jests import is_jest
from bot.crisis.signs import FAMILIES, Who
from bot.crisis.signs.kinds import families_of
from bot.crisis.tiers import Tier, stated, tier
from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.normalize.informal import clauses

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "words" / "crisis_kinds.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]
KINDS = sorted({kind for _, kind, _ in ROWS})
AT_LEAST = {"acute": Tier.ACUTE, "elevated": Tier.ELEVATED}


def of(kind: str, *, innocent: bool) -> list[tuple[str, str]]:
    return [
        (told, text) for told, each, text in ROWS if each == kind and innocent == (told == "none")
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_statement_of_a_kind_alarms_about_the_person(kind: str) -> None:
    guilty = of(kind, innocent=False)
    missed = [text for told, text in guilty if tier(text) < AT_LEAST[told]]
    assert len({text for _, text in guilty}) >= 8
    assert missed == []
    assert {stated(text).verdict.who for _, text in guilty} == {Who.SELF}


@pytest.mark.parametrize("kind", KINDS)
def test_no_near_miss_of_a_kind_alarms(kind: str) -> None:
    innocent = of(kind, innocent=True)
    assert len({text for _, text in innocent}) >= 8
    assert [text for _, text in innocent if tier(text) is not Tier.NONE] == []


def test_what_is_said_over_two_sentences_is_read_over_both() -> None:
    assert tier("doing it tonight. sit with me until I'm gone") is Tier.ACUTE
    assert tier("sit with me until I'm gone") is Tier.NONE


@pytest.mark.parametrize(
    "text",
    [
        "I'm going to kill myself if I die to this boss, I mean it",
        "omg i want to die, i just tripped on stage. i keep thinking about killing myself",
        "if this build fails i'm gonna scream. i want to kill myself",
        "i took thirty pills because of this game",
        "I'll kill myself when my meeting ends at five, I have the pills",
        "I will kill myself when this song ends",
        "i'm going to hang myself as soon as this update finishes",
        "i'm going to kill myself when my shift in this queue is done, the rope is in the car",
        "i'm going to kill myself if i hear this song again. i miss her and i can't go on",
        "i want to die every time this song comes on, it played when mom died",
        "i'm going to kill myself if this build fails, this is not a joke",
    ],
    ids=lambda _: None,
)
def test_a_trifle_or_a_shame_silences_nothing_that_is_meant(text: str) -> None:
    assert tier(text) >= Tier.ELEVATED


@pytest.mark.parametrize("mark", "'’ʼ＇")
def test_no_apostrophe_hides_a_night(mark: str) -> None:
    said = f"tonight{mark}s the night, just keep me company until it{mark}s done?"
    assert tier(said) is Tier.ACUTE


@pytest.mark.parametrize(
    "text",
    [
        "i'll kill myself if this build fails again",
        "i'm gonna kill myself if i don't get out of this raid tonight",
        "i want to die whenever i open outlook",
        "kms my mic was on the whole time",
    ],
    ids=lambda _: None,
)
def test_what_has_nothing_grave_beside_it_stays_a_jest(text: str) -> None:
    assert tier(text) is Tier.NONE


def test_what_another_did_is_no_jest_of_the_person() -> None:
    sign = next(one for each in FAMILIES for one in each.signs if one.who is Who.ANOTHER)
    assert not is_jest(sign, "kms", "kms if this build fails", is_shame=False)


def test_no_cue_hides_what_a_sign_of_its_family_sees() -> None:
    whole = [" , ".join(clauses(normalized(text))) for _, _, text in ROWS]
    hidden = [
        text
        for text in whole
        for one in families_of(lexicon("en/crisis/spoken"))
        for sign in one.signs
        if sign.pattern.search(text) and not one.cues & set(text.replace(",", " ").split())
    ]
    assert hidden == []
