"""Which whole messages ask for help with writing to somebody; nothing else does."""

import pytest

from bot.commands.plain_words import in_words
from bot.commands.values import Reach
from bot.lexicon.load import raw
from bot.reach.words import MOST, Asks, asks_in
from bot.whole_messages import LANGUAGES


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Help me write to my sister (that I can't come)", Asks.SOMEBODY),
        ("help me text Nel", Asks.SOMEBODY),
        ('"help me message my best friend\'s mum about friday"', Asks.SOMEBODY),
        ("Could you please help me write a short email to my landlord?", Asks.SOMEBODY),
        ("help me reply to my mother-in-law", Asks.SOMEBODY),
        ("Help me reach out", Asks.NOBODY),
        ("help me text someone", Asks.NOBODY),
        ("help me write to you", None),
        ("help me write to Attune", None),
        ("help me write to the log file", None),
        ("he said: help me write to my sister", None),
        ("I had a bad day. Help me write to my sister", None),
        ("help me write to my late mother", None),
        ("help me write a goodbye letter to my wife", None),
        ("help me write to my sister " + "x" * MOST, None),
        ("", None),
    ],
)
def test_only_a_whole_message_to_a_human_is_read(text: str, asks: Asks | None) -> None:
    assert asks_in(text) is asks


def test_what_is_read_is_a_command_in_plain_words_that_holds_none_of_them() -> None:
    assert in_words("help me write to my sister") == Reach(is_said=True, is_named=True)
    assert in_words("help me reach someone") == Reach(is_said=True)
    assert in_words("Hilf mir, meiner Schwester zu schreiben") == Reach(is_said=True, is_named=True)
    assert in_words("help me write to my sister that " + "it is late, " * 20) is not None


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_reads_its_own_examples_as_such_help_and_no_twin(code: str) -> None:
    tables = {one["id"]: one for one in raw(f"{code}/plain_words")["phrases"]}
    for what, is_named in (("reach", True), ("reach_anyone", False)):
        means = Reach(is_said=True, is_named=is_named)
        assert {in_words(text) for text in tables[what]["examples"]} == {means}
        assert not [text for text in tables[what]["twins"] if isinstance(in_words(text), Reach)]
