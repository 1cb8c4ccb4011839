"""Text as the crisis signs see it: one spelling for each word, so that a sign is written once.

Of a normalized text: repeats, spaced and starred letters; then contractions written out and fillers
left away: "i rly dont wanna dieee" becomes "i do not want to die".
"""

import re

from bot.lexicon import lexicon
from bot.text.pieces import windows

_REPEATED = re.compile(r"(\w)\1{2,}")
_NO_GAPS = str.maketrans("", "", " .-_")
# A search is fast where what it begins with is a letter: what stands before is looked at after it.
_SPACED = re.compile(r"\w(?<![\w'].)[ .\-_](?:\w[ .\-_])+\w(?![\w'])")
_WORDS = lexicon("en/informal")
_MASKED = _WORDS["masked"]
_CLAUSE = re.compile(r"[.!?;…\n]+|\s[-–—]+\s|[–—]")
_ENDS = re.compile(r"[.!?;…\n]+")  # of clauses, in a text without a dash
_PAUSES = ':()[]"/'  # as good as a comma
_DASH = re.compile(r"-(?<=\w-)(?=\s)")
_COMMAS = re.compile(",{2,}")
_STRAY = re.compile(r"[^\w\s,'&+%]+")
_STRAY_IN_ASCII = {ord(mark): " " for mark in map(chr, range(128)) if _STRAY.match(mark)}

_WRITTEN_OUT, _ENDED = _WORDS.spellings["written_out"], _WORDS.spellings["endings"]
_WILL, _ENDINGS, _MY_SELF = _WORDS["will"], _WORDS["endings"], _WORDS["my_self"]
_ASIDES, _OF_ASIDES = _WORDS["asides"], _WORDS.words["of_asides"]
_FILLERS = _WORDS.words["fillers"]
_END = "|"  # of a clause, between words: what is stray is gone, so it can be no one's


def clauses(text: str) -> tuple[str, ...]:
    """Gives the sentences of a normalized text, each in its one spelling and once.

    A long one comes in pieces of a bounded length, so that what is read of them is linear.
    """
    plain = _unmasked(text)
    ends = _CLAUSE if any(dash in plain for dash in "-–—") else _ENDS
    parts = dict.fromkeys(ends.split(plain))
    spelled = dict.fromkeys(_spelled("\n".join(parts)))
    return tuple(dict.fromkeys(piece for part in spelled if part for piece in windows(part)))


def _unmasked(text: str) -> str:
    text = _REPEATED.sub(_shorter, text)
    text = _SPACED.sub(lambda found: found[0].translate(_NO_GAPS), text)
    return _MASKED.sub(_unmask, text)


def _shorter(found: re.Match[str]) -> str:
    """Gives "killl" its two, "dieee" its one."""
    return found[1] * (2 if found[1] in "ls" else 1) if found[1].isalpha() else found[0]


def _unmask(found: re.Match[str]) -> str:
    word = found.lastgroup or ""
    return "suicidal" if word == "suicide" and found[0].endswith("al") else word


def _spelled(lines: str) -> list[str]:
    """Gives clauses, one a line, with every word written out, and without fillers."""
    words = _paused(lines).replace("\n", f" {_END} ").split()
    said = _WILL.sub("i will", " ".join([_WRITTEN_OUT.get(word, word) for word in words]))
    if "'" in said:
        said = _ENDINGS.sub(lambda found: _ENDED[found[0]], said)
    said = _MY_SELF.sub("myself", said) + " "
    if any(head in said for head in _OF_ASIDES):
        said = _ASIDES.sub("", said)
    bare = " ".join([word for word in said.split(" ") if word not in _FILLERS])
    return [clause.strip(" ,") for clause in bare.split(_END)]


def _paused(lines: str) -> str:
    """Gives the lines with a comma for each pause, and a blank for what is stray."""
    lines = _DASH.sub(" , ", lines)
    for mark in _PAUSES:
        lines = lines.replace(mark, ",")
    lines = _COMMAS.sub(",", lines).replace(",", " , ")
    return lines.translate(_STRAY_IN_ASCII) if lines.isascii() else _STRAY.sub(" ", lines)
