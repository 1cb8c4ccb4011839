"""After whom of their people a person may be asked, and beside which words after nobody. Pure.

Whoever the list, or talk, says to have died or to do harm is left out, in every language that is
offered: it is better to leave out somebody too many than to ask after one of these.
"""

import re
from collections.abc import Iterable, Iterator

from bot.lexicon import lexicon
from bot.people import Listed, People
from bot.strings import OFFERED
from bot.text.bare import bare
from bot.text.normalize import normalized

BESIDE = 80  # characters around a name in talk that may be about who is called so
MOST_NAMINGS = 8  # of one name in one message
_DIGITS = 3  # in a line: it is a number to call, and no somebody to ask after
_STRAY = re.compile(r"[\W_]+")
_NOBODY = lexicon("mul/people")
_GRAVE = tuple(one for code in OFFERED for one in lexicon(f"{code}/people").patterns)


def folded(text: str) -> str:
    """Gives words as the patterns of who died or does harm read them: no marks but blanks."""
    return f" {' '.join(_STRAY.sub(' ', bare(normalized(text))).split())} "


def asked_after(people: People) -> Listed | None:
    """Gives the first on the list of whom nothing says that they died or do harm; or None."""
    return next((one for one in people if _may_be_asked_after(one)), None)


def is_grave_beside(names: Iterable[str], words: str) -> bool:
    """Returns whether words name a death or harm close to one of the names."""
    said = folded(words)
    every = (each for name in names for each in _beside(folded(name), said))
    return any(_is_grave(each) for each in every)


def _may_be_asked_after(somebody: Listed) -> bool:
    return _is_somebody(somebody) and not _is_grave(folded(somebody.line))


def _is_somebody(listed: Listed) -> bool:
    """Returns whether it is a person, who may live: no number, no service, not who asks."""
    line, said = normalized(listed.line), folded(listed.line)
    is_a_number = sum(map(str.isdigit, line)) >= _DIGITS
    is_nobody = folded(listed.name).strip() in _NOBODY.words["nobody"]
    is_a_service = _NOBODY["service"].search(said) is not None
    return not (is_a_number or is_nobody or is_a_service or _NOBODY["signs"].search(line))


def _is_grave(said: str) -> bool:
    return any(one.search(said) for one in _GRAVE)


def _beside(name: str, said: str) -> Iterator[str]:
    """Gives what stands around the first namings of somebody, each time as whole words."""
    at = _found(name, said, 0)
    for _ in range(MOST_NAMINGS):
        if at < 0:
            return
        yield f" {said[max(0, at - BESIDE) : at + len(name) + BESIDE]} "
        at = _found(name, said, at + 1)


def _found(name: str, said: str, start: int) -> int:
    """Gives where somebody is named; where blanks part no words, also within others."""
    own = name if name.isascii() else name.strip()
    return said.find(own, start) if own.strip() else -1
