"""What brings a named danger closer: means in reach, a place, an hour, a start.

These are ordinary words ("I'm on the bridge now"), so nothing here alarms alone: they count beside
a wish, after one, and while an episode lasts. After the C-SSRS: preparatory acts, and intent with a
time.
"""

from bot.crisis.signs.languages import NEAR as IN_OTHER_LANGUAGES
from bot.crisis.signs.languages import NEAR_STEMS
from bot.lexicon import lexicon

__all__ = ["IN_ENGLISH", "IN_OTHER_LANGUAGES", "is_near"]

_WORDS = lexicon("en/crisis/near")
_CUES, _LEFT = _WORDS.words["cues"], _WORDS.words["left"]
_GAVE_AWAY = _WORDS["gave_away"]
IN_ENGLISH = {entry.id: entry.pattern for entry in _WORDS.entries if entry.group == "near"}


def is_near(clauses: tuple[str, ...]) -> bool:
    """Returns whether normalized clauses say that means, a place or the hour are there."""
    return _in_english(clauses) or _in_other_languages(clauses)


def _in_other_languages(clauses: tuple[str, ...]) -> bool:
    may_say = (clause for clause in clauses if any(stem in clause for stem in NEAR_STEMS))
    return any(
        pattern.search(clause) for clause in may_say for pattern in IN_OTHER_LANGUAGES.values()
    )


def _in_english(clauses: tuple[str, ...]) -> bool:
    return any(
        pattern.search(clause)
        for clause in map(_after_what_is_gone, clauses)
        if not _CUES.isdisjoint(clause.replace("'s", "").split())
        for pattern in IN_ENGLISH.values()
    )


def _after_what_is_gone(clause: str) -> str:
    """Gives the words after "I gave the means away", or all words if some means are left."""
    gone = _GAVE_AWAY.search(clause)
    return clause if gone is None or not _LEFT.isdisjoint(clause.split()) else clause[gone.end() :]
