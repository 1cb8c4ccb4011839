"""Whether a line that a model wrote may be offered to be held: only where it is its person's own.

It is held to all that a summary is, and to more. Nearly all that it names, and whatever stands out
in it, was said by its person in that conversation, and not by the program; it names no illness,
even one that they named; and what they only asked about is not what they mean to do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.governor.context import Context
from bot.lexicon import lexicon
from bot.records import ThreadRow
from bot.summary import LONGEST_LINE, MOST_WORDS_OF_A_LINE
from bot.summary.checked import CLINICAL, may_stand, sentences
from bot.text.borne import share, things
from bot.text.language import language
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.text.plain import plain

BORNE = 0.7  # the least part of what a line names that its person said
SAME = 0.7  # of what a line names: then it is held already
_ENDS, _ASKS = " .。…", "?？؟"
_WITHOUT_BLANKS = "ja"
_SOMEONE = {
    name.removeprefix("someone_"): frozenset(map(normalized, words))
    for name, words in lexicon("mul/summary").words.items()
    if name.startswith("someone_")
}
_MARKS = "\"'“”„«»(),.;:!?…"


def offered(line: str, own: Sequence[str], context: Context) -> str:
    """Gives a line as it may be offered, or an empty text.

    Args:
        line: what a model wrote.
        own: what its person said in that conversation, and nobody else.
        context: the exchange it was written after.
    """
    words = " ".join(line.split()).rstrip(_ENDS)
    is_long = len(words) > LONGEST_LINE or len(words.split()) > MOST_WORDS_OF_A_LINE
    if is_long or context.is_in_danger or context.danger:
        return ""
    stated, sentence = _stated(own), f"{words}."
    known = frozenset(one for each in stated for one in things(each))
    theirs, heard = normalized(" ".join(stated)), replace(context, stance=None)
    is_theirs = share(words, known) >= BORNE and _names_only(words, known, theirs)
    if not is_theirs or not _is_in_their_language(words, own) or _names_an_illness(sentence):
        return ""
    is_one = sentences(sentence) == [sentence] and not _is_of_somebody(sentence, heard)
    return words if is_one and may_stand(sentence, known, theirs, heard) else ""


def is_held(line: str, threads: Iterable[ThreadRow]) -> bool:
    """Returns whether a thread says already what a line says, also one that is done."""
    return any(share(line, things(one.body)) >= SAME for one in threads)


def _stated(own: Sequence[str]) -> list[str]:
    """Gives what a person said and did not ask: who asks whether to do it means no such thing."""
    every = (one for text in own for one in sentences(ends(text)))
    return [one for one in every if one[-1] not in _ASKS]


def _names_an_illness(sentence: str) -> bool:
    return any(word in plain(sentence) for word in CLINICAL)


def _names_only(words: str, known: frozenset[str], theirs: str) -> bool:
    """Returns whether each word that begins with a capital, as a name does, was said."""
    said = frozenset(one.strip(_MARKS) for one in theirs.split())
    named = (one.strip(_MARKS) for one in words.split())
    capital = [one for one in named if one[:1].isupper()]
    return all(
        known.issuperset(things(one)) if things(one) else normalized(one) in said for one in capital
    )


def _is_of_somebody(sentence: str, context: Context) -> bool:
    """Returns whether somebody speaks in a line or is spoken to, as in a promise or a lure."""
    read, code = normalized(sentence), context.language_of(plain(sentence))
    words = _SOMEONE.get(code, _SOMEONE["en"])
    if code == _WITHOUT_BLANKS:
        return any(word in read for word in words)
    return not words.isdisjoint(one.strip(_MARKS) for one in read.split())


def _is_in_their_language(words: str, own: Sequence[str]) -> bool:
    """Returns whether a line is in the language of what its person said, where both are sure."""
    theirs, its = language(ends(" ".join(own))), language(ends(words))
    return not theirs or not its or theirs == its
