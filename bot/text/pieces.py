"""How much of a text is read at once: whole words, never more of them than a bound. Pure.

What a pattern costs can grow faster than what it is given; a text may have 64 KB. So no pattern is
given more at once than these bounds, and all reading is linear in the text.

Where a life may hang on it (`windows`), everything is read, in pieces that overlap: nothing can be
hidden in the middle, and what stands across a seam stands whole in the next piece. Everything else
(`ends`) is said in a message of its own, or at the beginning or the end of a longer one: an age, a
word about the last reply, what a rule compares. There both ends are read, and a sentence about it
in the middle of 60 KB is part of what was pasted, not of what is said.
"""

MOST = 8_000  # characters that `ends` keeps: twice what a person may send at once
AT_ONCE = 90  # words of a window
SHARED = 30  # words that a window has in common with the one before it; no sign is longer
LONGEST_WORD = 40  # no word that is read is longer; what is stands as `x`
CUT = "x"


def ends(text: str, most: int = MOST) -> str:
    """Gives the whole words of both ends of a long text, on lines of their own; else the text."""
    if len(text) <= most:
        return text
    half = most // 2
    head, tail = text[: half + 1], text[-half - 1 :]
    return f"{_without_last_word(head)}\n{_without_last_word(tail[::-1])[::-1]}"


def _without_last_word(text: str) -> str:
    """Gives a text up to its last blank: what stands after it may be a part of a word."""
    at = max(text.rfind(blank) for blank in " \n\t")
    return text[: max(at, 0)]


def windows(sentence: str) -> tuple[str, ...]:
    """Gives a sentence as pieces of a bounded length that overlap; a short one as it is.

    Where a piece begins or ends inside the sentence stands a word that means nothing.
    """
    if len(sentence) <= LONGEST_WORD:
        return (sentence,)
    words = sentence.split(" ")
    if max(map(len, words)) > LONGEST_WORD:
        words = [word if len(word) <= LONGEST_WORD else CUT for word in words]
    starts = range(0, max(1, len(words) - SHARED), AT_ONCE - SHARED)
    return tuple(_piece(words, start) for start in starts)


def _piece(words: list[str], start: int) -> str:
    end = start + AT_ONCE
    before = [CUT] if start else []
    after = [CUT] if end < len(words) else []
    return " ".join((*before, *words[start:end], *after))
