"""What stands on cards: before a yes, in `/attune status` and `/attune about`, and on choices."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.levels import Stance


@dataclass(frozen=True, slots=True)
class Cards:
    """The card before a yes: few points at first sight, and all that it means one tap away."""

    headline: str  # {level}, {place}, {until}
    headline_above: str  # {wanted}, {place}, {level}, {until}
    reads: str
    keeps: str
    notices: str  # in place of `reads`, in a direct message at levels that notice anything
    runs: str  # {operator}, {hosts}
    runs_alone: str  # {operator}
    more_hosts: str  # {host}, {count}
    ends_direct: str
    ends_here: str
    ends_there: str
    here: str
    comma: str  # between two things of a list
    hosts: str  # {hosts}
    no_hosts: str
    judge: str  # {judge}
    operator: str  # {operator}
    unnamed_operator: str
    level: str  # {level}, {tone}
    changes: str  # {sentences}, {continuity}
    one_sentence: str
    sentences: str  # {count}
    above: str  # {wanted}, {place}, {level}
    what_is_kept: str
    purposes: str  # {purposes}
    never: str
    where: str  # {place}
    in_space: str  # {space}
    in_another_server: str  # whose name is not known
    in_another_room: str
    in_direct: str
    in_server: str
    in_room: str
    in_named: str  # {room}
    in_written: str  # where that room has no name
    how_long: str  # {until}
    until_resumed: str
    for_conversation: str
    stop_direct: str
    stop_here: str
    stop_there: str
    adults: str
    purpose: str
    holding: str  # the purpose with a tick of its own
    keeps_asked: str  # beside `keeps`, where that is ticked
    what_is_held: str
    what_is_noticed: str
    noticing: str  # a purpose, and below it the two with ticks of their own
    noticing_worse: str
    noticing_again: str
    names: Mapping[str, str]  # what a level is called where it is shown, by its word
    like: Mapping[str, str]  # what it is like at first sight, by the level's word
    tones: Mapping[str, str]  # by the level's word
    continuity: Mapping[str, str]  # by the level's word


@dataclass(frozen=True, slots=True)
class Dates:
    """How a day and a length of time are written, where a platform shows no moment itself."""

    day: str  # {day}, {month}
    day_of_another_year: str  # {day}, {month}, {year}
    first: str  # how the first day of a month is written
    until: str  # {day}
    for_a_minute: str
    for_minutes: str  # {count}
    for_an_hour: str
    for_hours: str  # {count}
    today: str
    tomorrow: str
    in_days: str  # {count}
    months: tuple[str, ...]  # January first
    weekdays: tuple[str, ...]  # Monday first


@dataclass(frozen=True, slots=True)
class Status:
    """The panel of `/attune status`: what holds, what is kept, and what can be changed."""

    agreed: str  # {level}, {until}
    open: str  # {level}
    lowered: str  # {level}, {until}, {wanted}
    lowered_open: str  # {level}, {wanted}
    paused: str  # {until}
    kept: str  # {kept}
    kept_yes: str
    kept_entries: str
    kept_style: str  # {values}
    kept_boundaries: str
    kept_under_18: str
    kept_repair: str
    kept_repairs: str  # {count}
    kept_threads: str  # {count}
    kept_memories: str  # {count}
    kept_frozen: str  # {day}
    kept_nothing: str
    levels: str
    only_levels: str
    pauses: str
    silent: str  # {why}
    ignored: str
    plainly: Mapping[str, str]  # why it is plain, by `levels.Why`
    why_silent: Mapping[str, str]  # muted {until}, quiet {time} {zone}
    choices: Mapping[str, str]
    manners: Mapping[str, str]  # by what `/attune style` calls it


@dataclass(frozen=True, slots=True)
class About:
    """What `/attune about` says: who runs it, what is read, one message at all four levels."""

    at_first: str  # {name}, {runs}
    who: str  # {name}, {operator}
    purpose: str  # {purposes}, {policy}
    leaving_languages: str  # {languages}
    risk_languages: str  # {languages}
    checked: str  # {what}
    checked_in_english: str
    protocol: str  # {address}
    protocol_asked: str
    privacy: str  # {address}
    privacy_asked: str
    known_here: str  # {id}
    one_message: str  # {message}
    message: str
    no_model: str
    answered: Mapping[str, str]  # by the level's word
    checks: Mapping[str, str]  # by what a reply is held to (bot/governor/held.py)


@dataclass(frozen=True, slots=True)
class Help:
    """What people really do, and what each command does, in help and where a platform lists it."""

    heading: str
    often: tuple[str, ...]  # what people really do, each with its command
    all_below: str
    back: str
    topics: Mapping[str, str]  # by the topic of commands
    notes: Mapping[str, str]  # below the commands of a topic
    for_admins: str  # {does}
    does: Mapping[str, str]  # by the command's name
    also: Mapping[str, str]  # where else it may be given, by the command's name
    options: Mapping[str, str]  # by command and option, as "on.level"


@dataclass(frozen=True, slots=True)
class Settings:
    """The panel of what an admin can set in a space."""

    heading: str
    changed: str  # {name}, {before}, {after}
    same: str  # {line}
    line: str  # {name}, {value}
    now: str  # {value}
    how: str  # {command}
    back: str  # a label
    undo: str  # a label
    undo_over: str
    stale: str
    bad_name: str  # {name}
    no_roles: str
    only_on: str  # {name}, {where}
    near: str  # {name}
    by_name: str  # {names}
    show_one: str
    all_names: str
    bad_value: str
    more_set: str  # {count}
    keep: str  # a label
    set_up: str
    lowered: str  # {place}; of the tray
    crisis_line: str  # {line}
    no_line: str
    reports: str
    quiet: str  # {time}, {zone}
    told_set: str  # {name}
    told_mute: str
    told_report: str  # {link}
    told_more: str
    names: Mapping[str, str]  # of each setting
    does: Mapping[str, str]
    values: Mapping[str, str]  # of settings, in words
    picks: Mapping[str, str]  # on a list of a platform's own
    questions: Mapping[str, str]  # of the setup: {at}, {of}
    refused: Mapping[str, str]  # why somebody is not talked to
    # Of a value that was typed: {word}, {zone}, {emoji}, {least}, {most}.
    faults: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Language:
    """In which language a person is answered, said in that language."""

    name: str  # as those who speak it call it
    now: str
    others: str  # below it: how another is chosen
    set: str
    auto: str
    heard: str  # it was another, and their words are in this one
    back: str  # {language}; a label
    briefly: str  # below the greeting of who is met in this one
    unknown: str  # {languages}


@dataclass(frozen=True, slots=True)
class Choices:
    """What stands on a choice of a card: a label is only text."""

    yes: str
    not_now: str
    read_everything: str
    hold: str  # not ticked
    holds: str  # ticked
    notice_worse: str  # not ticked
    notices_worse: str  # ticked
    notice_again: str  # not ticked
    notices_again: str  # ticked
    four_levels: str
    under_18: str
    adult: str
    set_line: str
    leave_line: str
    erase: str
    keep: str
    put_back: str
    what_changed: str
    fine: str
    stay_plain: str
    export: str
    answer_again: str
    leave_answer: str
    stances: Mapping[Stance, str]


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """What shows and changes the summary that a model wrote of a conversation."""

    heading: str
    until: str  # {day}
    none: str
    needs: str
    is_off: str
    how: str
    changed: str
    too_long: str  # {most}
    gone: str
    off: str
    on: str
    change: str  # a label
    drop: str  # a label
    stop: str  # a label
