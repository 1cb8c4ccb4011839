"""Stage directions: `*takes your hand*`, `(smiles)`. A program does nothing of the kind.

What is set in such marks for emphasis stays: a direction is a verb of acting in the third person,
where a sentence begins or ends.
"""

import re
from collections.abc import Iterator

_HOW = (
    r"(?:(?:gently|softly|quietly|warmly|slowly|silently|sadly|lightly|tenderly|playfully|"
    r"nervously|shyly|slightly|deeply|carefully|knowingly|sheepishly|virtually|i|and|then|a|"
    r"big|warm|soft|small|deep|gentle|long) ){0,4}"
)
_BODY = (
    r"(?:smil(?:es|e|ing)|sigh(?:s|ing)?|nods?|nodding|hugs?|hugging|laugh(?:s|ing)?|"
    r"chuckl(?:es|e|ing)|grin(?:s|ning)?|wink(?:s|ing)?|blush(?:es|ing)?|giggl(?:es|e|ing)|"
    r"paus(?:es|e|ing)|shrugs?|shrugging|sniff(?:s|les|ing)?|gasp(?:s|ing)?|yawn(?:s|ing)?|"
    r"pout(?:s|ing)?|purr(?:s|ing)?|frown(?:s|ing)?|bows|waves|kiss(?:es)?|embraces?|winces|"
    r"cries|sobs|trembles|shivers|beams|silence|tears up|clears throat|facepalms?)"
)
_DOES = (
    r"(?:takes|leans|looks|gives|holds|reaches|places|puts|wraps|sits|stands|moves|whispers|"
    r"squeezes|pats|caresses|strokes|cuddles|snuggles|breathes|inhales|exhales|gazes|stares|"
    r"glances|tilts|shakes|raises|blinks|rubs|touches|brushes|rests|pulls|steps|walks|turns|"
    r"closes|opens|hands|offers|pours|listens|thinks|ponders|swallows|hesitates|claps|sends|"
    r"kneels|settles|scoots|stretches|lowers|lifts|lets|draws|presses|tucks|wipes|runs|adjusts)"
)
_ACTS = re.compile(
    rf"{_HOW}(?:{_BODY}(?:[ ,].{{0,100}})?|{_DOES}(?: {_HOW}?(?:you\b|your\b|my\b|his\b|her\b|"
    r"a\b|the\b|in\b|at\b|back\b|over\b|up\b|down\b|into\b|for a\b|head\b|hands?\b|eyes\b|"
    r"softly\b|gently\b|quietly\b|closely\b|deeply\b|slowly\b|carefully\b|thoughtfully\b|"
    r"attentively\b|intently\b|closer\b|beside\b|next\b|out\b).{0,100})|listens)[.!…]{0,3}"
)
_SET = re.compile(
    r"(?<![\w*])\*(?![\s*])([^*\n]{2,120})(?<!\s)\*(?![\w*])"
    r"|(?<![\w_])_(?![\s_])([^_\n]{2,120})(?<!\s)_(?![\w_])"
    r"|(?<!\w)\(([^()\n]{2,60})\)|(?<!\w)\[([^\[\]\n]{2,60})\](?!\()"
)
_BEGINS = (".", "!", "?", "…", ",", '"', "”", "*", "_", ")", "~", "\n")
_ENDS = (".", "!", "?", "…", ",", "*", "(", '"', "“")
_GAP = re.compile(r"(?<=\S)[ \t]{2,}")


def unacted(text: str) -> str:
    """Gives a sentence without what the bot plays in it; empty where that was all."""
    if not any(mark in text for mark in "*_(["):
        return text
    left = "".join(_spoken(text))
    if left == text:
        return text
    if not any(map(str.isalnum, left)):
        return ""
    return text[: len(text) - len(text.lstrip())] + _GAP.sub(" ", left).lstrip()


def _spoken(text: str) -> Iterator[str]:
    at = 0
    for found in _SET.finditer(text):
        if _is_played(found, text):
            yield text[at : found.start()]
            at = found.end()
    yield text[at:]


def _is_played(found: re.Match[str], text: str) -> bool:
    inner = next(group for group in found.groups() if group)
    if _ACTS.fullmatch(inner.lower()) is None:
        return False
    before, after = text[: found.start()].rstrip(" \t"), text[found.end() :].strip()
    is_first = not before or before.endswith(_BEGINS)
    is_last = not after or after.startswith(_ENDS) or after[0].isupper() or not after[0].isascii()
    return is_first and is_last
