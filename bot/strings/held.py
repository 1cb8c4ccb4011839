"""What is said of what holds: consent, what is kept, commands, what admins set."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.holding import Held
from bot.learning import Tendency
from bot.records import Chapter


@dataclass(frozen=True, slots=True)
class Consent:
    """What asks for a yes, takes it, and takes it back."""

    off: str
    off_already: str
    off_nothing: str
    off_little: str
    off_kept: str  # {kept}
    off_tap: str
    erase_tap: str
    no_tap: str
    leave_here: str
    leave_plain: str
    void: str
    not_now: str
    accepted: str  # {level}, {place}, {until}
    off_direct: str
    off_here: str
    off_there: str
    asked_again: str
    shown_anew: str
    only_plain: str
    deepest_holds: str  # {level}
    more_allowed: str  # {level}
    unfrozen: str
    partly_unfrozen: str  # {level} {day}
    level_down: str  # {level}
    level_same: str  # {level}
    paused: str  # {until}
    resumed: str  # {level}
    not_paused: str
    renew: str
    renew_changed: str
    renew_restored: str
    kept_without: Mapping[str, str]  # what is kept of who agreed to nothing


@dataclass(frozen=True, slots=True)
class Data:
    """What is kept of a person, and how it is erased."""

    erase_now: str
    erase_everywhere: str
    elsewhere: str
    more_in_direct: str
    erase_card: str
    stays_under_18: str
    stays_time: str
    stays_asked: str
    stays_ignored: str
    stays_unread: str
    stays_blocked: str
    erased: str  # {receipt}
    kept: str
    heading: str
    ways: str
    export: str  # with its files, over every place
    export_here: str  # with its files
    receipt: str  # with its file
    heading_all: str
    gone: str
    next: str
    listed: Mapping[str, str]  # a line of what is held: a chapter, another place
    chapters: Mapping[Chapter, str]
    operator: Mapping[str, str]  # what the operator did with all of it, told once


@dataclass(frozen=True, slots=True)
class Person:
    """What is said of a person's age, and to who wants nothing read."""

    under_18: str
    under_18_capped: str
    age_asked: str
    not_under_18: str
    under_18_refused: str
    ignored: str
    not_ignored: str


@dataclass(frozen=True, slots=True)
class Commands:
    """How a command is written that could not be read, or changes nothing."""

    unknown: str
    bad_on: str
    bad_level: str
    bad_pause: str
    bad_style: str
    bad_data: str
    bad_ceiling: str
    bad_ask: str
    bad_ignore: str
    bad_under_18: str
    bad_repair: str
    bad_emojis: str
    bad_report: str
    bad_threads: str
    stop_nothing: str
    stop_done: str
    choice_over: str
    no_choice: str


@dataclass(frozen=True, slots=True)
class Style:
    """What shows and sets the manner of replies, and the emojis of the kinds."""

    upward: str
    set: str  # {value}
    reset: str
    none: str
    shown: str  # {values}
    learnt: str  # {values}
    emojis: str  # {state}, {listed}
    emojis_here: str  # {emojis}; after it, in a place that has some of its own
    states: Mapping[str, str]  # on and off
    tendencies: Mapping[Tendency, str]
    faint: Mapping[Tendency, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What each kind of what is kept of a person is called, where it is listed."""

    called: Mapping[str, str]  # by `records.name_of`, and "ledger"


@dataclass(frozen=True, slots=True)
class Export:
    """What stands on the page of everything that is kept of a person."""

    title: str
    of: str  # {person}, {day}
    left_out: str  # {count}
    covers: Mapping[str, str]  # everything, or one place
    contents: str
    everywhere: str
    nothing: str
    no_words: str
    rights: str
    ways: tuple[str, ...]
    beside: str  # {file}
    operator: str  # {run_by}, {contact}
    operator_alone: str  # {run_by}
    stays: Mapping[str, str]  # for how long a kind is kept; {count} in that of days
    fields: Mapping[str, str]  # by the name of a record's field
    values: Mapping[str, str]  # by what the program writes into one


@dataclass(frozen=True, slots=True)
class NightCard:
    """What a person wrote in calm for a dark night."""

    how: str
    kept: str
    too_long: str  # {most}
    gone: str


@dataclass(frozen=True, slots=True)
class BoundaryWords:
    """What shows and sets how a person wants to be talked to, on a card."""

    heading: str
    name: str  # {words}
    address: str  # {words}
    line: str  # {number}, {words}
    stop_word: str
    none: str
    how: str
    too_long: str  # {most}
    full: str  # {most}
    bad_stop_word: str
    no_such: str
    gone: str
    sure: str
    clear: str  # a label
    drop: str  # {what}; a label
    kinds: Mapping[str, str]  # what can be dropped, by its name in the command


@dataclass(frozen=True, slots=True)
class Continuity:
    """What is said of what writes the replies, before the first of another, and of an end."""

    changed: str
    models: str  # {now}, {before}
    weights: str
    hosts: str  # {now}, {before}
    prompt: str
    levels: str
    kept: str
    stays_plain: str
    closes: str  # {day}
    because: str  # {operator}, {words}
    until: str  # {day}
    take_along: str
    stays_open: str
    closed: str  # {day}, {gone}
    gone: str  # {day}
    nothing: Mapping[str, str]  # where there is no model, or no host


@dataclass(frozen=True, slots=True)
class HoldingWords:
    """What shows and changes the lists of what a person asked to be held."""

    line: str  # {number}, {words}
    due: str  # {words}, {day}
    was_done: str  # {words}
    may_be_mentioned: str  # {words}
    too_long: str  # {most}
    full: str  # {most}
    no_such: str
    bad_day: str  # {words}
    unread_day: str  # {words}, {number}
    alone_here: str
    below: str  # {attuned}, {ongoing}
    unticked: str
    under_18: str
    paused: str
    put_away: str  # {day}
    comes_back: str
    off: str
    off_already: str
    on_already: str
    erased: str
    gone: str
    dropped: str
    over: str
    held: str  # {words}
    not_held: str
    came_up: str  # {words}
    offered: str  # {words}
    in_your_words: str
    refused: str
    which_day: str
    day_set: str  # {day}, {words}
    no_day_set: str  # {words}
    number: str  # {number}; a label, as all below
    done: str
    other_day: str
    no_day: str
    drop: str
    keep: str
    edit: str
    refuse: str
    mention: str
    no_mention: str
    clear: str
    sure_erase: str
    erase_now: str
    next: str
    back: str
    heading: Mapping[Held, str]
    none: Mapping[Held, str]
    how: Mapping[Held, str]
    sure: Mapping[Held, str]


@dataclass(frozen=True, slots=True)
class Admins:
    """What admins read, and who reports to them or asks for what is theirs."""

    report_it: str
    reported: str
    reports: str
    reports_full: str
    reported_enough: str
    not_mine_to_report: str
    clear_reports: str
    reports_cleared: str
    no_reports: str  # {days}
    no_report_here: str  # {operator}
    not_admin: str
    no_admin_here: str
    crisis_line_bad: str
    crisis_line_refused: str
    crisis_line_preview: str
    crisis_line_set: str
    crisis_line_off: str
    beyond: str  # {value}
    mute_bad: str
    muted: str  # {until}
    unmuted: str
    you_are_muted: str  # {until}
    audit: Mapping[str, str]  # what was changed in a space: a line for each act
    report: Mapping[str, str]  # a line of the list: of one person, of many
