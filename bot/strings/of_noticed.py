"""What is said of what was noticed in direct messages: only its person reads it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.markers import Fed, Marker


@dataclass(frozen=True, slots=True)
class NoticedWords:
    """What shows what was noticed, what was changed because of it, and what is said to it."""

    heading: str
    changed: str  # {changes}
    unchanged: str
    changed_each: str
    line: str  # {number}, {called}, {seen}
    seen: str  # {kinds}, {days}
    folded: str  # {first}, {last}
    small: str
    none: str
    where: str
    below: str  # {attuned}, {ongoing}
    before: str  # after it, where something stands
    shown: str  # {day}, {change}, {seen}
    asked_after: str  # {name}, as one of the changes below
    takes_up: str  # likewise, where nobody was asked after
    why: str  # {seen}
    why_how: str
    fed: str  # {fed}
    wrong: str
    fine: str
    stopped: str
    is_stopped: str  # {day}
    better: str
    cleared: str
    off: str  # {level}
    off_already: str  # {level}
    sure: str
    sure_off: str  # {level}
    which: str
    how: str
    weeks: str
    weeks_of: str  # {called}, {weeks}
    week: str  # {day}, {count}
    nothing_in_weeks: str
    why_tap: str  # a label, as all below
    wrong_tap: str
    stop_tap: str
    fine_tap: str
    better_tap: str
    weeks_tap: str
    clear_tap: str
    off_tap: str
    back_tap: str
    number_tap: str  # {number}
    called: Mapping[Marker, str]
    fed_kinds: Mapping[Fed, str]  # {count}
    changes: Mapping[Marker, str]  # what is done differently, within a sentence
    kinds: Mapping[str, str]  # by the name of the kind of words, after "you wrote"
    unnamed: Mapping[Marker, str]  # likewise, where the kind has no name
