"""What the published documents say: the type of their file in `strings/`, in English so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from adapters.kit.sentences import sentences_of

# By the name of the record or of its field, for those that no export has a name for.
Named = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Published:
    """The sentences of the protocol, the privacy policy and the report."""

    language: str
    contents: str
    made: str  # {name}, {version}, {day}
    nobody_named: str
    write_to: str  # {contact}
    no_contact: str

    protocol_title: str  # {name}
    protocol_opening: tuple[str, ...]  # {name}, {operator}
    sections: Mapping[str, str]  # the titles, by the name of the section
    ai_begins: Mapping[str, str]  # by `Duties.begins`
    ai_again: str  # {every}
    ai_rooms: str  # {hours}
    ai_claims: str
    ai_words: str
    hours: str  # {count}
    hour: str
    heard: tuple[str, ...]
    heard_patterns: str  # {languages}
    heard_network: str  # {version}
    heard_no_network: str
    heard_judge: str  # {host}
    heard_no_judge: str
    tiers_caption: str
    tiers_head: tuple[str, ...]
    tiers: Mapping[str, str]  # by the tier's word
    tiers_get: Mapping[str, str]
    says_first: str
    says_acute: str
    says_elevated: str
    says_concern: str
    says_quiet: str
    refers: tuple[str, ...]
    kept_of_it: tuple[str, ...]  # {hours}
    minors_known: tuple[str, ...]
    minors_by: Named  # by `KnownBy`
    minors_stays: str
    minors_every: str  # {every}
    minors_do: Mapping[str, str]  # by `Duties.minors`; "any" where nothing more is done
    age: Mapping[str, str]  # by how it is known
    figures: str
    figures_alone: str  # without the classifier
    limits: tuple[str, ...]
    law_none: str
    law_caption: str
    law_head: tuple[str, ...]

    privacy_title: str  # {name}
    privacy_opening: tuple[str, ...]  # {name}, {operator}
    reads: tuple[str, ...]
    purposes: str
    purposes_version: str  # {policy}
    kept: tuple[str, ...]
    kept_caption: str
    kept_head: tuple[str, ...]
    only_numbers: str
    claims: str  # what the ids of seen events are called
    claims_hold: str
    ends: Named  # what ends a kind that no time takes away
    called: Named
    fields: Named
    beside: tuple[str, ...]
    hosts_first: str
    hosts_caption: str
    hosts_head: tuple[str, ...]
    hosts_none: str
    hosts_last: tuple[str, ...]
    goes: Named  # what goes to the host of a setting
    rights_first: str
    rights_caption: str
    rights_head: tuple[str, ...]
    rights: Named
    rights_last: str

    report_title: str  # {name}, {span}
    report_opening: tuple[str, ...]  # {fewest}
    running: str  # {months}, {day}
    withheld: str  # {months}, {day}
    to_come: str  # {months}
    uncounted: str  # {since}, {months}
    few: str
    hidden: str
    none: str
    rest: str
    year_in_all: str
    kind: str
    month: str
    referrals_first: str
    referrals_caption: str
    referrals_in_all: str
    referrals_unknown: str
    so_far: str
    signals: Named  # by `crisis.signs.What`
    features: Named  # the captions of what else is counted
    notes: Named  # a sentence above each
    tier_names: Named
    consent_names: Named
    written_names: Named  # where no name of a model is known
    impact_first: str  # {fewest}
    impact_caption: str  # {month}
    impact_head: tuple[str, ...]
    impact_people: str  # {people}
    impact_none: str
    drawn: str  # {caption}


@cache
def said_in_documents() -> Published:
    """Gives the sentences of the documents."""
    return sentences_of("published", Published, "en")
