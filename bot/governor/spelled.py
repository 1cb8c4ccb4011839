"""Digits that are not written as one run of figures: other scripts', words, one by one, Roman.

English only. What is joined from digits one by one counts where it makes a published number or a
long one: "9, then 8, then 8" does, "steps 1, 2 and 3" does not.
"""

import re
import unicodedata

from bot.lexicon import lexicon

# Published numbers of emergencies and crisis lines, as their digits.
PUBLISHED = frozenset(
    (
        *("112", "911", "999", "988", "000", "111", "110", "113", "118", "119", "122", "995"),
        *("116123", "116111", "116000", "116006", "116117", "741741", "85258", "686868", "45645"),
        *("131114", "18002738255", "8002738255", "18002221222", "08001110111", "08001110222"),
        *("1800551800", "1300224636", "18007997233", "3114", "142", "143", "144", "08001111"),
        *("102", "103", "108", "114", "115", "117", "120", "133", "140", "147", "155", "158"),
        *("188", "190", "191", "192", "193", "997", "998"),
    )
)
_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGITS = {**{name: at for at, name in enumerate(_NAMES)}, "oh": 0}
_TENS = {
    **{name: f"1{at}" for at, name in enumerate(("ten", "eleven", "twelve", "thirteen"))},
    **{f"{name}teen": f"1{at}" for at, name in enumerate(("four", "fif", "six", "seven"), 4)},
    **{f"{name}teen": f"1{at}" for at, name in enumerate(("eigh", "nine"), 8)},
}
_TIES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = lexicon("en/governor/spelled")
_SPELLED = _WORDS["spelled"]
_ONE = _WORDS["one"]
_ALONE = re.compile(r"(?<![\w.,:/-])\d(?:[ .\-·•∙‧*_|~]{1,2}\d){2,14}(?![\w/]|[.,:]\d)")
_KEYCAPS = re.compile("[\ufe0f\u20e3]")
_HUNDREDS = _WORDS["hundreds"]
_PAIRED = _WORDS["paired"]
_FREE = _WORDS["free"]
_STRUNG = _WORDS["strung"]
_PRESSED = _WORDS["pressed"]
_EACH = _WORDS["each"]
_TIMES = {"double": 2, "two": 2, "triple": 3, "treble": 3, "three": 3}
_LONG = 7


def _roman(number: int) -> str:
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    marks = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
    text = ""
    for value, mark in zip(values, marks, strict=True):
        text += mark * (number // value)
        number %= value
    return text


ROMAN = {_roman(int(each)): each for each in ("112", "911", "988", "995", "998", "999")}
_IN_ROMAN = _WORDS["in_roman"]


def in_figures(text: str) -> str:
    """Gives a plain text with the digits of other scripts as figures."""
    if text.isascii():
        return text
    return "".join(map(_figure, _KEYCAPS.sub("", text)))


def figures(text: str) -> str:
    """Gives a plain text with its digits as figures: of other scripts, spelled, or spaced."""
    text = _SPELLED.sub(_unspelled, in_figures(text))
    text = _FREE.sub("1-800", _PAIRED.sub("741741", text))
    text = _HUNDREDS.sub(_of_hundreds, _IN_ROMAN.sub(lambda found: ROMAN[found[0]], text))
    text = _STRUNG.sub(lambda found: _published(found[0]) or found[0], text)
    return _ALONE.sub(lambda found: "".join(filter(str.isdigit, found[0])), text)


def pressed(text: str) -> frozenset[str]:
    """Gives the emergency numbers that a text tells somebody to press, digit by digit."""
    every = (_published(found["run"]) for found in _PRESSED.finditer(in_figures(text)))
    return frozenset(each for each in every if each in PUBLISHED)


def _figure(mark: str) -> str:
    value = unicodedata.decimal(mark, None)
    return mark if value is None else str(value)


def _unspelled(found: re.Match[str]) -> str:
    return "".join(str(_DIGITS[word]) for word in _ONE.findall(found[0]))


def _published(text: str) -> str:
    """Gives digits named one by one, if they make an emergency number or a long one."""
    digits = "".join(map(_digits, _EACH.finditer(text)))
    return digits if digits in PUBLISHED or len(digits) >= _LONG else ""


def _digits(found: re.Match[str]) -> str:
    if found["one"]:
        return _digit(found["one"])
    is_plural = bool(found["many"]) or found["times"] not in ("two", "three")
    if not is_plural:
        return _digit(found["times"]) + _digit(found["what"])
    return _digit(found["what"]) * _TIMES[found["times"]]


def _digit(word: str) -> str:
    return word if word.isdigit() else str(_DIGITS[word])


def _of_hundreds(found: re.Match[str]) -> str:
    """Gives a number of three figures if it is an emergency number, else its words."""
    of = str(_DIGITS[found["of"]])
    if found["tie"]:
        last = f"{_TIES.index(found['tie']) + 2}{_digit(found['tied'] or 'zero')}"
    else:
        last = _TENS.get(found["teen"] or "") or f"0{_digit(found['unit'])}"
    is_said = bool(found["hundred"] or not found["unit"])
    number = of + last
    return number if is_said and number in PUBLISHED else found[0]
