"""What a model proposed for a person to send -> the drafts of it that may be shown. Pure.

Inside a draft the voice is the person's: it may feel, ask and flatter. What it may not: hold a
link, a number or a mention that is not theirs, threaten, tell of a life at risk, speak as the bot.
What is only form is made plain; a draft that says such a thing is none.
"""

import re
import unicodedata
from collections.abc import Iterator

from bot.crisis.tiers import Tier, tier
from bot.governor.dialled import numbers, written
from bot.governor.marks import Marks
from bot.layout.markup import on_a_line
from bot.lexicon import lexicon
from bot.reach import WANTED, Wanted
from bot.text.language import language
from bot.text.normalize import normalized
from bot.words import Draft

MOST = (240, 500, 1000)  # characters of the first, the second, the third; half where shorter
READ = 6_000  # of what a model writes
_LINES = 12  # of the longest
_WORDS = lexicon("mul/reach")
_NEVER = (_WORDS["threatens"],)
_HARM = lexicon("en/governor/harm")
_NEVER_WHERE_GRAVE = (_HARM["means"], _HARM["agrees_to_die"], _HARM["keeps_the_secret"])
_UNLESS_THEIRS = (_WORDS["speaks_as_the_bot"], _WORDS["is_about_the_drafts"])
_MARK = re.compile(
    r"^[ \t*#_>]{0,6}"
    r"(?:(?:Draft|Option|Version)[ \t]([1-3])(?!\w)|\[([1-3])\]|\(([1-3])\)|([1-3])[.):])"
    r"[ \t*_:.)]{0,4}",
    re.MULTILINE,
)
_END = re.compile(r"^[ \t*_]{0,4}\[end\][^\n]{0,80}$", re.MULTILINE)
_LABEL = re.compile(r"\A[^\n]{1,40}[:：][*_ \t]{0,4}\n")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^)\n]{0,1000}\)")
_SHOWN_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^)\n]{0,1000}\)")
_TAG = re.compile(r"<[^<>\n]{1,80}>")
_AT_FIRST = re.compile(r"^[ \t]{0,4}(?:>[ \t]{0,3}|#{1,6}[ \t]|-#[ \t])+")
_RULE = re.compile(r"[ \t]*[-_=*~]{3,}[ \t]*")
_BLANK_TO_FILL = re.compile(r"[ \t]*[\[({<][^\[\](){}<>\n]{1,40}[\])}>][.,!]?[ \t]*")
_MENTION = re.compile(r"@(\w+)")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,12}://|www\.)[^\s<>]+|[\w.+-]{1,64}@[\w-]{1,60}\.\w+"
    r"|(?<![\w.])[a-z0-9][a-z0-9-]{1,60}(?:\.[a-z0-9-]{2,60}){0,4}\.[a-z]{2,12}(?![\w.]*\w)"
)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}")
_OWN_MARKS = str.maketrans(dict.fromkeys("⟦⟧", ""))
_SOFT_MARKS = ("```", "**", "__", "~~", "||", "*", "`")
_NO_EMOJI = "\u2190"  # nor is any mark before it, such as a degree
_QUOTES = (('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ("'", "'"), ("‘", "’"))


def joined(pieces: Iterator[Draft] | list[Draft]) -> Draft:
    """Gives the pieces of one proposal as a whole."""
    every = list(pieces)
    whole = "".join(one.proposed for one in every)[:READ]
    return Draft(whole, is_written=any(one.is_written for one in every))


def sendable(proposed: Draft, wanted: Wanted) -> tuple[str, ...]:
    """Gives the drafts that a proposal holds and a person could send, the shortest first."""
    found = dict[str, None]()
    for place, piece in enumerate(_parted(proposed.proposed)):
        draft = _typed(piece, place, wanted)
        if _may_be_sent(draft, MOST[place] >> wanted.shorter, wanted):
            found.setdefault(draft)
    return tuple(found)


def _parted(text: str) -> tuple[str, ...]:
    """Gives what stands after each of the three marks, in their order; else nothing."""
    end = _END.search(text)
    text = text[: end.start()] if end is not None else text
    begins = list[re.Match[str]]()
    for found in _MARK.finditer(text):
        if found[found.lastindex or 0] == str(len(begins) + 1):
            begins.append(found)
    ends = (*(one.start() for one in begins[1:]), len(text))
    return tuple(text[one.end() : end] for one, end in zip(begins, ends, strict=False))


# -- only form -----------------------------------------------------------------------------------


def _typed(piece: str, place: int, wanted: Wanted) -> str:
    """Gives a piece as somebody would type it: without markup, pictures and empty fields."""
    theirs = wanted.theirs
    text = _LABEL.sub("", piece.strip("\n \t"), count=1) if "\n" in piece.strip() else piece
    text = _SHOWN_LINK.sub(r"\1", _IMAGE.sub("", Marks().passed(text)))
    text = _TAG.sub(lambda found: found[0] if found[0] in theirs else "", text)
    for mark in _SOFT_MARKS:
        text = text if mark in theirs else text.replace(mark, "")
    text = text.replace("```", "").translate(_OWN_MARKS)
    text = _MENTION.sub(lambda found: found[0] if found[0] in theirs else found[1], text)
    text = text if _has_emoji(theirs) else _without_emoji(text)
    lines = [*_lines(text)]
    whole = " ".join(filter(None, lines)) if place == 0 else "\n".join(lines)
    return _unquoted(whole.strip())


def _lines(text: str) -> Iterator[str]:
    """Yields the lines that say something, and at most one that is empty between two of them."""
    was_empty = True
    for line in text.split("\n"):
        if _RULE.fullmatch(line) or _BLANK_TO_FILL.fullmatch(line):
            continue
        shown = on_a_line(_AT_FIRST.sub("", line))
        if shown or not was_empty:
            yield shown
        was_empty = not shown


def _unquoted(text: str) -> str:
    for opens, closes in _QUOTES:
        inner = text[1:-1]
        if len(text) > 2 and text.startswith(opens) and text.endswith(closes):
            return inner.strip() if opens not in inner and closes not in inner else text
    return text


def _is_emoji(mark: str) -> bool:
    return mark > _NO_EMOJI and unicodedata.category(mark) in ("So", "Sk")


def _has_emoji(text: str) -> bool:
    return any(map(_is_emoji, text))


def _without_emoji(text: str) -> str:
    return "".join(one for one in text if not (_is_emoji(one) or one in "\ufe0e\ufe0f\u200d\u20e3"))


# -- what it says --------------------------------------------------------------------------------


def _may_be_sent(draft: str, most: int, wanted: Wanted) -> bool:
    is_one = any(map(str.isalpha, draft)) and len(draft) <= most and draft.count("\n") < _LINES
    if not is_one or _adds(draft, wanted) or _is_strange(draft, wanted):
        return False
    said, theirs = normalized(draft), normalized(wanted.theirs)
    never = (*_NEVER, *(_NEVER_WHERE_GRAVE if wanted.is_grave else ()))
    if any(one.search(said) for one in never) or tier(draft) >= Tier.ELEVATED:
        return False
    is_named = _names(said, wanted.bot_name) and not _names(theirs, wanted.bot_name)
    return not is_named and not any(
        one.search(said) and not one.search(theirs) for one in _UNLESS_THEIRS
    )


def _adds(draft: str, wanted: Wanted) -> bool:
    """Returns whether a draft holds an address, a number or a time that is not the person's."""
    said, theirs = normalized(draft), normalized(wanted.theirs)
    if any(one[0] not in theirs for one in _ADDRESS.finditer(said)):
        return True
    if any(one[0] not in theirs for one in _TIME.finditer(said)):
        return True
    every = numbers(said, is_asked_for=True) | written(said)
    return not every <= (numbers(theirs, is_asked_for=True) | written(theirs))


def _is_strange(draft: str, wanted: Wanted) -> bool:
    """Returns whether a draft is surely in another language than the one that it is asked in."""
    return bool(wanted.language) and language(draft) not in ("", wanted.language)


def _names(text: str, name: str) -> bool:
    own = normalized(name).strip()
    return bool(own) and re.search(rf"(?<!\w){re.escape(own)}(?!\w)", text) is not None


def is_enough(drafts: tuple[str, ...]) -> bool:
    """Returns whether there is a draft of every length."""
    return len(drafts) == WANTED
