"""Text as the crisis signs see it: one spelling for each word, so that a sign is written once.

Of a normalized text: repeats, spaced and starred letters; then contractions written out and fillers
left away: "i rly dont wanna dieee" becomes "i do not want to die".
"""

import re

from bot.text.pieces import windows

_REPEATED = re.compile(r"(\w)\1{2,}")
_NO_GAPS = str.maketrans("", "", " .-_")
# A search is fast where what it begins with is a letter: what stands before is looked at after it.
_SPACED = re.compile(r"\w(?<![\w'].)[ .\-_](?:\w[ .\-_])+\w(?![\w'])")
_MASKED = re.compile(
    r"[dgkstu](?<!\w.)(?:(?<=k)(?:(?P<kill>[i1!*]ll|\*{1,2}l|[i1]l{2})|(?P<kms> m s))|"
    r"(?P<suicide>(?<=s)(?:u[i1!*]c[i1!*]d(?:[e3*]|al)|\*+cide|ewer ?slide\w*|u[i1]c[i1]de)|"
    r"(?<=t)oaster bath)|(?<=d)(?:(?P<die>[1!*]e|\*e)|(?P<dead>e@d|3ad|\*ad))|"
    r"(?P<unalive>(?<=u)(?:n-?al[i1!*]v(?:e|ing|ed)|n alive))|(?P<gun>(?<=g)[u\*]n))(?!\w)"
)
_CLAUSE = re.compile(r"[.!?;…\n]+|\s[-–—]+\s|[–—]")
_ENDS = re.compile(r"[.!?;…\n]+")  # of clauses, in a text without a dash
_PAUSES = ':()[]"/'  # as good as a comma
_DASH = re.compile(r"-(?<=\w-)(?=\s)")
_COMMAS = re.compile(",{2,}")
_STRAY = re.compile(r"[^\w\s,'&+%]+")
_STRAY_IN_ASCII = {ord(mark): " " for mark in map(chr, range(128)) if _STRAY.match(mark)}

_WRITTEN_OUT: dict[str, str] = {
    **dict.fromkeys(("im", "i'm", "iam"), "i am"),
    **dict.fromkeys(("ive", "i've"), "i have"),
    **dict.fromkeys(("id", "i'd"), "i would"),
    **dict.fromkeys(("i'll", "ima", "imma"), "i will"),
    "illl": "i will",
    **{
        f"{a}{b}t": f"{c} not"
        for b in ("n", "n'")
        for a, c in {
            "do": "do",
            "did": "did",
            "does": "does",
            "was": "was",
            "is": "is",
            "are": "are",
            "were": "were",
            "would": "would",
            "could": "could",
            "should": "should",
            "have": "have",
            "has": "has",
            "had": "had",
            "need": "need",
        }.items()
    },
    **dict.fromkeys(("cant", "can't", "cannot", "cnt"), "can not"),
    **dict.fromkeys(("wont", "won't"), "will not"),
    **dict.fromkeys(("aint", "ain't"), "am not"),
    **{
        f"{who}{mark}{end}": f"{who} {full}"
        for who in (
            "he",
            "she",
            "it",
            "that",
            "what",
            "there",
            "who",
            "they",
            "you",
            "we",
            "nobody",
            "everyone",
            "life",
            "everything",
            "nothing",
        )
        for mark in ("", "'")
        for end, full in {"s": "is", "d": "would", "ll": "will"}.items()
        if f"{who}{mark}{end}" not in ("hell", "shell", "shed", "well", "wed")
    },
    **dict.fromkeys(("theyre", "they're"), "they are"),
    **dict.fromkeys(("youre", "you're", "ur're"), "you are"),
    "wanna": "want to",
    "gonna": "going to",
    "gunna": "going to",
    "gotta": "got to",
    "tryna": "trying to",
    "finna": "going to",
    "boutta": "about to",
    "wana": "want to",
    "u": "you",
    "ur": "your",
    "r": "are",
    "ppl": "people",
    "abt": "about",
    "bc": "because",
    "cuz": "because",
    "cos": "because",
    "coz": "because",
    "w": "with",
    "w/o": "without",
    "rn": "right now",
    "atm": "right now",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "2nite": "tonight",
    "tonite": "tonight",
    "b4": "before",
    "n": "and",
    "&": "and",
    "ya": "you",
    "anymor": "anymore",
    "nd": "and",
    "thru": "through",
    "til": "until",
    "till": "until",
    "alr": "already",
    "sm": "so much",
    "smth": "something",
    "sth": "something",
    "idk": "i do not know",
    "noone": "nobody",
    "suicude": "suicide",
    "sucide": "suicide",
    "suiside": "suicide",
    "suacide": "suicide",
    "myslef": "myself",
    "mself": "myself",
    "mysef": "myself",
    "mum": "mom",
    "mums": "moms",
    "mummy": "mom",
    "mam": "mom",
    "mama": "mom",
}
_WILL = re.compile(
    r"i(?<!\w.)ll(?= (?:not|never|be|do|just|kill|end|take|jump|go|finally|probably)\b)"
)
_ENDINGS = re.compile(r"(?<=[a-z])('m|'ve|'ll|'d|n't)\b")
_ENDED = {"'m": " am", "'ve": " have", "'ll": " will", "'d": " would", "n't": " not"}
_MY_SELF = re.compile(r"\bmy self\b")
_HEADS = (
    *(" of ", "haha", "rather", "again and", "very", "so bad", "i guess", "i suppose", "i mean"),
    *("you know", "to be", "if i am"),
)  # one of them is in every aside
_ASIDES = re.compile(
    r"(?<!\w)(?:(?:kind|sort) of|haha+|rather(?! (?:be|not|die|it|i|have))|again and again|"
    r"very much|so badly|so bad|i guess|i suppose|i mean|you know|to be honest|"
    r"if i am being honest) "
)
_FILLING = """
    just rly really actually honestly honest truly seriously literally basically genuinely lowkey
    kinda sorta fr tbh ngl fucking fuckin frankly simply lol sometimes lately probably definitely
    absolutely completely secretly clearly also finally badly hella deadass quite maybe perhaps
    even often always still constantly desperately
"""
_FILLERS = frozenset(_FILLING.split())
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
    if any(head in said for head in _HEADS):
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
