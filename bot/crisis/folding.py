"""Text as the crisis signs see it: one spelling for each word, so that a sign is written once.

Of a normalized text: repeats, spaced and starred letters; then contractions written out and fillers
left away: "i rly dont wanna dieee" becomes "i do not want to die".
"""

import re

from bot.text.pieces import windows

_REPEATED = re.compile(r"(\w)\1{2,}")
_NO_GAPS = str.maketrans("", "", " .-_")
_SPACED = re.compile(r"(?<![\w'])(?:\w[ .\-_]){2,}\w(?![\w'])")
_MASKED = re.compile(
    r"\b(?:(k[i1!*]ll|k\*{1,2}l|k[i1]l{2})|(su[i1!*]c[i1!*]d([e3*]|al)|s\*+cide|sewer ?slide\w*|"
    r"su[i1]c[i1]de|toaster bath)|(d[1!*]e|d\*e)|(un-?al[i1!*]v(?:e|ing|ed)|un alive)|(k m s)|"
    r"(de@d|d3ad|d\*ad)|(g[u\*]n|g\*n))(?!\w)"
)
_MASKS = ("kill", "suicide", "", "die", "unalive", "kms", "dead", "gun")
_CLAUSE = re.compile(r"[.!?;…\n]+|\s[-–—]+\s|[–—]")
_PAUSES = re.compile(r"[,:()\[\]\"/]+|(?<=\w)-(?=\s)")
_STRAY = re.compile(r"[^\w\s,'&+%]+")

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
_WILL = re.compile(r"\bill(?= (?:not|never|be|do|just|kill|end|take|jump|go|finally|probably)\b)")
_ENDINGS = re.compile(r"(?<=[a-z])('m|'ve|'ll|'d|n't)\b")
_ENDED = {"'m": " am", "'ve": " have", "'ll": " will", "'d": " would", "n't": " not"}
_MY_SELF = re.compile(r"\bmy self\b")
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
    parts = dict.fromkeys(_CLAUSE.split(_unmasked(text)))
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
    at = next(at for at, group in enumerate(found.groups(), 1) if group)
    word = _MASKS[at - 1]
    is_adjective = at == 2 and found[0].endswith("al")
    return "suicidal" if is_adjective else word


def _spelled(lines: str) -> list[str]:
    """Gives clauses, one a line, with every word written out, and without fillers."""
    words = _STRAY.sub(" ", _PAUSES.sub(" , ", lines)).replace("\n", f" {_END} ").split()
    said = _WILL.sub("i will", " ".join(_WRITTEN_OUT.get(word, word) for word in words))
    if "'" in said:
        said = _ENDINGS.sub(lambda found: _ENDED[found[0]], said)
    said = _ASIDES.sub("", _MY_SELF.sub("myself", said) + " ")
    bare = " ".join(word for word in said.split(" ") if word not in _FILLERS)
    return [clause.strip(" ,") for clause in bare.split(_END)]
