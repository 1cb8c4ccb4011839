"""A wish to leave in less than a sentence: between commas, or after "so", "and", "then".

Beside a life at risk it leads to a question and is never sure; in any other case it is not read.
"""

from dataclasses import replace

from bot.text.pieces import ends
from bot.withdrawal.languages import words_of_every
from bot.withdrawal.reading import READ, Found, Wish, called, said_in, together
from bot.withdrawal.words import clauses, folded

LONGEST = 80  # characters of a part
EACH_END = 12  # parts that are looked at, at either end of a text
# What joins two things that are said, in the languages that are read, folded.
_JOINTS = frozenset(map(folded, words_of_every("joints")))
_GO_ON = words_of_every("goes_on")  # after these the words go on: "on and off", "to just quit"
_STATES = words_of_every("states")  # "it feels so off", "es sieht so aus"


def wish_within(text: str, name: str = "") -> Found | None:
    """Gives the clearest wish in a part of a sentence, as an unsure one.

    Args:
        name: what the bot is called here.
    """
    said = called(clauses(ends(text, READ)), folded(name))
    parts = [part for clause, _ in said for part in _parts(clause.split())]
    if len(parts) > 2 * EACH_END:
        parts = parts[:EACH_END] + parts[-EACH_END:]
    found = [one for part in parts if len(part) <= LONGEST and (one := said_in(part))]
    asked = [_asked_about(one) for one in found]
    clearest = max(asked, key=lambda one: not one.may_be_of_life, default=None)
    return together(clearest, asked) if clearest is not None else None


def _parts(words: list[str]) -> list[str]:
    """Gives the parts of one clause, cut before and after joining words."""
    parts: list[list[str]] = [[]]
    for place, word in enumerate(words):
        if word not in _JOINTS:
            parts[-1].append(word)
        elif not place or words[place - 1] not in _GO_ON:
            parts.append([])
        else:
            parts[-1].append(word)
    first, *rest = parts
    kept = [first, *(part for part in rest if part and part[0] not in _STATES)]
    return [" ".join(part) for part in kept if part]


def _asked_about(found: Found) -> Found:
    is_of_life = found.may_be_of_life and found.wish is Wish.UNSURE
    return replace(found, wish=Wish.UNSURE, may_be_of_life=is_of_life)
