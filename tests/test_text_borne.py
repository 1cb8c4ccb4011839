"""Whether words are borne out by what was said before."""

import pytest

from bot.text.borne import share, things

SAID = things("I am leaving the bakery on the 4th of May, because of my sister Mara")


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("You leave the bakery in May.", 1.0, 1.0),
        ("You left for Sweden with the king.", 0.0, 0.4),
        ("Mara and the bakery", 1.0, 1.0),
        ("on the 4th", 1.0, 1.0),
        ("on the 5th of May", 0.0, 0.0),
        ("", 0.0, 0.0),
        ("It is what it is.", 0.0, 0.0),
    ],
)
def test_words_are_borne_out_by_beginnings_and_numbers(
    words: str, least: float, most: float
) -> None:
    assert least <= share(words, SAID) <= most


@pytest.mark.parametrize(
    ("said", "borne", "new"),
    [
        ("Ich kündige im Mai bei der Bäckerei.", "Du kündigst die Bäckerei.", "Du ziehst um."),
        ("来月パン屋を辞めます。", "パン屋を辞める。", "引っ越しを考える。"),
        ("Я увольняюсь из пекарни.", "Ты увольняешься из пекарни.", "Ты едешь в Рим."),
        ("Fırından ayrılıyorum.", "Fırından ayrılıyorsun.", "Roma'ya gidiyorsun."),
    ],
)
def test_it_is_so_in_other_languages_and_without_blanks(said: str, borne: str, new: str) -> None:
    known = things(said)
    assert share(borne, known) >= 0.5
    assert share(new, known) < 0.5
