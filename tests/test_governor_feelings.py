"""Claimed feelings in the ten other languages: the plainest are heard, the person's are left."""

from pathlib import Path

import pytest

from bot.governor.filter import Governed
from bot.governor.identity.feelings import claims_to_feel
from bot.text.plain import plain
from bot.words import Draft
from tests.in_english import in_english

WORDS = Path(__file__).parent / "words"


def told(name: str) -> list[tuple[str, str]]:
    """Gives pairs of a language and a sentence of it."""
    lines = (WORDS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [(language, text) for language, _, text in (line.partition("\t") for line in lines)]


def test_feeling_loving_and_missing_are_heard_in_ten_languages() -> None:
    missed = [pair for pair in told("feels") if not claims_to_feel(plain(pair[1]), "")]
    assert missed == []
    assert len({language for language, _ in told("feels")}) == 10


def test_what_is_the_persons_denied_or_only_polite_is_left_alone() -> None:
    assert [pair for pair in told("feels_not") if claims_to_feel(plain(pair[1]), "")] == []


def test_a_translation_that_they_asked_for_is_no_claim() -> None:
    said = plain("How do I say I love you in German?")
    assert not claims_to_feel(plain("Ich liebe dich."), said)


@pytest.mark.parametrize(
    ("said", "reply", "shown"),
    [
        ("mein hund ist heute gestorben", "Das macht mich traurig.", "traurig"),
        ("hoy murió mi abuela", "Te quiero mucho.", "quiero"),
    ],
    ids=lambda _: None,
)
def test_a_claim_is_left_out_of_what_is_seen(said: str, reply: str, shown: str) -> None:
    it = Governed(1, context=in_english(said))
    it.begin_again()
    seen = "".join(one.text for one in (*it.feed(Draft(reply)), *it.end()))
    assert shown not in seen
