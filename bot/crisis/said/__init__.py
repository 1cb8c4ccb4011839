"""The floor's fixed words in the ten languages beside English in which it reads plain words."""

from collections.abc import Mapping

from bot.crisis.said import (
    dutch,
    french,
    german,
    italian,
    japanese,
    polish,
    portuguese,
    russian,
    spanish,
    turkish,
)
from bot.crisis.said.words import EATING_LINES, LINES, FloorWords

__all__ = ["EATING_LINES", "ELSEWHERE", "LINES", "FloorWords"]

ELSEWHERE: Mapping[str, FloorWords] = {
    "Spanish": spanish.WORDS,
    "French": french.WORDS,
    "German": german.WORDS,
    "Portuguese": portuguese.WORDS,
    "Italian": italian.WORDS,
    "Dutch": dutch.WORDS,
    "Polish": polish.WORDS,
    "Russian": russian.WORDS,
    "Turkish": turkish.WORDS,
    "Japanese": japanese.WORDS,
}
