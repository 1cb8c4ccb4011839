"""What of a model's draft may stand in a summary: sentence by sentence, and only what is sure.

A summary says what was said. So it is held to the rules of a reply, but for those that are about
answering; it may not advise, diagnose or name what nobody named; and most of what a sentence is
about must have been said in the conversation. What is unsure is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.crisis.tiers import Tier, tier
from bot.governor.context import Context
from bot.governor.rules.every import RULES
from bot.levels import Stance
from bot.lexicon import lexicon
from bot.summary import LONGEST, MOST_WORDS
from bot.text.borne import share, things
from bot.text.normalize import normalized
from bot.text.plain import plain
from bot.text.sentences import Kind, Sentences

HELD_TO = tuple(rule for rule in RULES if not rule.flag.traits.is_of_answering)
BORNE = 0.5  # the least part of what a sentence names that was said
MOST_READ = 4_000  # characters of a draft
_MARK = re.compile(r"(?:[-*•]|\d{1,2}[.)])\s")  # of a list
_ODD = frozenset("?？؟⟦⟧<>`#@|*_~{}\\[]/")  # of questions, links, marks and mentions
_ENDED = re.compile(r"[.!…。！।۔][\"'”’»)」』]*$")  # else it was cut off
_WORDS = lexicon("mul/summary").words
CLINICAL, ADVISES = (tuple(map(normalized, _WORDS[name])) for name in ("clinical", "advises"))
_MANY_CAPITALS = "de"  # every noun has one
_OPENERS = "\"'“”„«»(–—"


def kept(draft: str, said: Sequence[str], context: Context) -> str:
    """Gives the sentences of a draft that may be kept, or an empty text.

    Args:
        draft: what a model wrote.
        said: everything that it was to be made of.
        context: the exchange it was written after.
    """
    if context.is_in_danger or context.danger:
        return ""
    heard = replace(context, stance=Stance.LISTEN)
    known = frozenset(one for each in said for one in things(each))
    theirs = normalized(" ".join(said))
    sound = [one for one in sentences(draft) if may_stand(one, known, theirs, heard)]
    return _short(sound)


def sentences(draft: str) -> list[str]:
    """Gives the sentences of a text, each once, without what marks a list."""
    reader = Sentences()
    found = (*reader.feed(draft[:MOST_READ]), *reader.end())
    prose = (one.text.strip() for one in found if one.kind is Kind.PROSE)
    bare = (one[mark.end() :].strip() if (mark := _MARK.match(one)) else one for one in prose)
    return list(dict.fromkeys(one for one in bare if one))


def may_stand(sentence: str, known: frozenset[str], theirs: str, context: Context) -> bool:
    """Returns whether a sentence says what was said, adds nothing and breaks no rule.

    Args:
        known: what was named in all that it is made of.
        theirs: all of that, in the one spelling.
    """
    read = plain(sentence)
    if (
        not _ODD.isdisjoint(sentence)
        or not _ENDED.search(sentence)
        or _names_somebody(sentence, context)
    ):
        return False
    if share(sentence, known) < BORNE or _adds(read, theirs):
        return False
    is_faulty = any(rule.check(read, context, ()) for rule in HELD_TO)
    return not is_faulty and tier(sentence) is Tier.NONE


def _adds(read: str, theirs: str) -> bool:
    """Returns whether a sentence advises, or uses a word of clinics that nobody said."""
    if any(word in read for word in ADVISES):
        return True
    return any(word in read and word not in theirs for word in CLINICAL)


def _names_somebody(sentence: str, context: Context) -> bool:
    """Returns whether a sentence may name somebody where others read along."""
    if not context.is_shared or context.language_of(plain(sentence)) == _MANY_CAPITALS:
        return False
    return any(word.lstrip(_OPENERS)[:1].isupper() for word in sentence.split()[1:] if word != "I")


def _short(sentences: list[str]) -> str:
    """Gives as many whole sentences, from the first, as a summary may hold."""
    text = ""
    for one in sentences:
        longer = f"{text} {one}".strip()
        if len(longer) > LONGEST or len(longer.split()) > MOST_WORDS:
            return text
        text = longer
    return text
