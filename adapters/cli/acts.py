"""What the audit ledger holds, as an operator reads it: a line for each entry, in words."""

from collections.abc import Mapping
from typing import Final

from bot.audit import Entry, Hand
from bot.audit.told import facts_of, sentence
from bot.strings import Strings

WHO: Final[Mapping[str, str]] = {
    Hand.ADMIN: "an admin",
    Hand.OPERATOR: "who runs this",
    Hand.PROGRAM: "the program",
}
NONE: Final = "none"  # an empty fact: no deepest level
# Beside what admins read of their space; some of that an operator reads in other words.
OWN: Final[Mapping[str, str]] = {
    "line_on": "{day}: their own line below the crisis text was set",
    "line_off": "{day}: their own line below the crisis text was taken away",
    "blocked": "{day}: this server or room was blocked",
    "unblocked": "{day}: this server or room was let have answers again",
    "anyone_blocked": "{day}: a person, server or room was blocked",
    "anyone_unblocked": "{day}: a person, server or room was let have answers again",
    "person_copied": "{day}: what is kept of a person was written to files, and they are told",
    "person_erased": "{day}: all that was kept of a person was erased, and they are told",
    "under_18_undone": "{day}: it was taken back that a person is under 18",
    "closing_on": "{day}: the day of closing was set to {closing}",
    "closing_off": "{day}: the day of closing was taken back",
    "limit_set": "{day}: deepest level for all, {before} → {after}",
    "announcement_on": "{day}: a line that each person gets once was set",
    "announcement_off": "{day}: the line that each person gets once was taken back",
    "backup_begun": "{day}: a backup was begun",
    "backed_up": "{day}: the backup was made",
    "restored": "{day}: a backup was put back; what came after that backup is gone",
    "rotation_begun": "{day}: a new master key is taking over",
    "keys_rotated": "{day}: the new master key took over; keys sealed anew: {count}",
    "policy_held": "{day}: from here on a new version of what people agree to holds",
    "ledger_digested": "{day}: a daily digest of each yes and no, from {first} to {last}",
}


def line(entry: Entry, strings: Strings) -> str:
    """Gives an entry as a line: its number, its hour, who did it, and what."""
    who = WHO.get(entry.hand, "somebody")
    facts = {name: fact or NONE for name, fact in facts_of(entry, strings).items()}
    facts |= {"closing": facts.get("day", ""), "day": f"{entry.at:%Y-%m-%d %H}h UTC, {who}"}
    return f"{entry.number}  {sentence(entry, {**strings.admins.audit, **OWN}, facts)}"
