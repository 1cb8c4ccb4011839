"""What a person reads before they say yes, and whenever they ask."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import phrases
from bot.attunement import Level
from bot.cards import about, consent_card, help_text, status, until, where_words_go
from bot.commands import COMMANDS, Term
from bot.known import House
from tests.scene import AT, HOUSE, known

HOSTS = replace(HOUSE, hosts=("a.example", "b.example:81"), contact="ada@example.org")


@pytest.mark.parametrize("level", [Level.WARM, Level.ATTUNED, Level.ONGOING])
def test_a_card_says_all_a_yes_means(level: Level) -> None:
    card = consent_card(replace(known(), house=HOSTS), level, Term("3"), AT)
    for part in (
        "What changes", "What is kept", "30 days after off", "gone within 24 h", "What for",
        "What never happens", "in this direct message, and nowhere else", "2031-05-07 12:00 UTC",
        "/attune off", "run by Ada (ada@example.org)", "could technically read", "a.example",
        "b.example:81",
    ):  # fmt: skip
        assert part in card
    assert ("18 or over" in card) is (level > Level.WARM)


def test_above_the_ceiling_a_card_says_what_will_be_effective() -> None:
    shared = known(direct=False)
    assert "The ceiling here is warm" in consent_card(shared, Level.ATTUNED, Term(), AT)
    assert "ceiling" not in consent_card(shared, Level.WARM, Term(), AT)


def test_status_says_what_holds_and_why() -> None:
    lines = status(known(Level.ATTUNED, direct=False), AT).splitlines()
    assert "consented level: attuned" in lines
    assert "ceiling here: warm" in lines
    assert "effective level: warm" in lines
    expired = status(known(Level.WARM), AT + timedelta(days=30))
    assert "effective level: plain" in expired
    assert "it has run out" in expired


def test_about_answers_one_message_at_all_levels_and_is_honest_without_a_model() -> None:
    for level in Level:
        assert f"\n{level.word}: " in about(HOUSE)
    assert "without a language model" in about(HOUSE)
    assert "without a language model" not in about(HOSTS)
    assert where_words_go(House("v")) != where_words_go(HOSTS)


def test_help_names_every_command() -> None:
    assert all(command.usage in help_text() for command in COMMANDS)


def test_how_long_is_said_in_words() -> None:
    assert until(None, AT) == "for this conversation"
    assert until(timedelta(hours=1), AT) == "until 2031-05-04 13:00 UTC"


FIXED = {
    name: text for name, text in vars(phrases).items() if name.isupper() and isinstance(text, str)
}


@pytest.mark.parametrize("name", FIXED)
def test_a_fixed_sentence_is_short_and_asks_and_flatters_nobody(name: str) -> None:
    text = FIXED[name].casefold()
    assert max(len(sentence.split()) for sentence in text.split(".")) <= 45
    assert not any(word in text for word in ("miss you", "i feel", "great question", "sorry"))
    assert "?" not in text or name in ("ERASE_CARD", "RENEW", "RENEW_CHANGED", "NOTHING_LEFT")
