"""WordPiece as BERT's uncased models define it (Devlin et al. 2019; Wu et al. 2016). Pure.

Greedy longest match over a vocabulary, after blanks, punctuation and ideographs part the words.
"""

import unicodedata
from collections.abc import Iterator, Mapping

LONGEST_WORD = 40  # characters; what is longer is unknown, as all text here is read
BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_FIRST = "\u3400"


def vocabulary(text: str) -> dict[str, int]:
    """Gives the number of each piece: a piece a line, numbered from nought."""
    return {piece: number for number, piece in enumerate(text.splitlines())}


def encoded(text: str, pieces: Mapping[str, int], most: int) -> list[int]:
    """Gives the numbers of a text's pieces, a begin and an end around them, `most` in all."""
    found: list[int] = []
    for word in _words(text):
        if len(found) >= most - 2:
            break
        found += _pieces(word, pieces)
    return [pieces[BEGIN], *found[: most - 2], pieces[END]]


def _pieces(word: str, pieces: Mapping[str, int]) -> list[int]:
    """Gives the numbers of one word's pieces, the longest first; one unknown where none fits."""
    if len(word) > LONGEST_WORD:
        return [pieces[UNKNOWN]]
    found, start = [], 0
    while start < len(word):
        end = len(word)
        while end > start and _named(word, start, end) not in pieces:
            end -= 1
        if end == start:
            return [pieces[UNKNOWN]]
        found.append(pieces[_named(word, start, end)])
        start = end
    return found


def _named(word: str, start: int, end: int) -> str:
    return f"##{word[start:end]}" if start else word[start:end]


def _words(text: str) -> Iterator[str]:
    """Gives the words of a text, each punctuation mark and each ideograph a word of its own."""
    for token in text.lower().split():
        yield from filter(None, map(_bare, _parted(token)))


def _parted(token: str) -> Iterator[str]:
    """Gives the parts of what stands between blanks, one after the other: few may be asked for."""
    start = 0
    for place, mark in enumerate(token):
        if _stands_alone(mark):
            if place > start:
                yield token[start:place]
            yield mark
            start = place + 1
    if start < len(token):
        yield token[start:]


def _bare(word: str) -> str:
    """Gives a word without the marks over its letters; one that is too long stays as it is.

    To put many marks over one letter in order takes their square, so none but short words are.
    """
    if word.isascii() or len(word) > 4 * LONGEST_WORD:
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join(mark for mark in apart if unicodedata.category(mark) != "Mn")


def _stands_alone(mark: str) -> bool:
    if mark.isalnum():
        return mark >= _FIRST and _is_ideograph(mark)
    return not mark.isspace() if mark.isascii() else unicodedata.category(mark)[0] == "P"


def _is_ideograph(mark: str) -> bool:
    return (
        mark <= "\u4dbf"
        or "\u4e00" <= mark <= "\u9fff"
        or ("\uf900" <= mark <= "\ufaff" or "\U00020000" <= mark <= "\U0002fa1f")
    )
