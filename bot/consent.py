"""Consent: its states, one transition table, and what a yes holds for.

The states are those of the Data Privacy Vocabulary (W3C DPV, consent status): requested, given,
refused, withdrawn, expired, renewed.
"""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import compress

from bot.actions.state import ConsentState, RecordConsent
from bot.choices import Offer
from bot.commands import TONIGHT, Lasts, Term
from bot.levels import LEVELS, Level
from bot.records import ScopeRow

TEXT_VERSION = "2026-12-01"
ANSWERING = "answering at the level you chose"
HOLDING = "holding what you ask me to hold"
NOTICING = "noticing in our direct messages whether I crowd out people or you see them less"
NOTICING_WORSE = "noticing there whether sleep, food, work or money gets worse"
NOTICING_AGAIN = "noticing there whether the same thing keeps weighing on you"
PURPOSES = (ANSWERING, HOLDING, NOTICING, NOTICING_WORSE, NOTICING_AGAIN)
FROZEN_FOR = timedelta(days=30)
DAY = timedelta(days=1)

# From what holds, what the ledger may say next. "" is: nothing was ever agreed to. A request and a
# refusal never hold: they leave what holds as it is.
_ALWAYS = frozenset({"requested", "given", "refused", "withdrawn"})
TRANSITIONS: dict[str, frozenset[str]] = {
    "": _ALWAYS,
    "given": _ALWAYS | {"expired", "renewed"},
    "renewed": _ALWAYS | {"expired", "renewed"},
    "expired": _ALWAYS | {"renewed"},
    "withdrawn": _ALWAYS,
}
_CHANGES_WHAT_HOLDS = frozenset({"given", "renewed", "withdrawn", "expired"})


def purposes(
    *, memory: bool, notices: bool = False, functioning: bool = False, loops: bool = False
) -> str:
    """Names what was agreed to; each tick is a purpose of its own, and comes with no level."""
    agreed = (True, memory, notices, functioning, loops)
    return "; ".join(compress(PURPOSES, agreed))


def may_hold(level: Level) -> bool:
    """Returns whether a level uses what a person asks to be held."""
    return level >= Level.ATTUNED


def may_observe(level: Level) -> bool:
    """Returns whether markers are observed at a level, in direct messages."""
    return level >= Level.ATTUNED


def put_away_from(row: ScopeRow) -> Level:
    """Gives the deepest level whose things are put away; the deepest of all where none is known."""
    return Level(row.frozen_from) if row.frozen_from else Level.ONGOING


def holds_until(row: ScopeRow, level: Level, at: datetime) -> datetime:
    """Gives when what is held goes, where a yes to a level says no more that anything is held.

    What was put away before, and stays so at that level, keeps its day.
    """
    frozen, above = row.frozen_until, Level(row.frozen_above)
    stays = frozen is not None and at < frozen and not (may_hold(above) or may_hold(level))
    return frozen if frozen is not None and stays else at + FROZEN_FOR


def may_follow(before: str, after: ConsentState) -> bool:
    """Returns whether the ledger may say `after` while `before` holds."""
    return after in TRANSITIONS[before]


def policy_version(hosts: tuple[str, ...], judge: str = "") -> str:
    """Names what a person consents to: the text, its purposes, and every host words go to.

    Args:
        judge: the host of the judge, if there is one: consent to a card without it is asked for
            anew.
    """
    looks = ("-- looks at sentences:", judge) if judge else ()
    said = "\n".join((TEXT_VERSION, *PURPOSES, "--", *sorted(hosts), *looks))
    return f"{TEXT_VERSION}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def ends(level: Level, term: Term, at: datetime) -> datetime | None:
    """Gives the minute at which a yes asked for then ends, at most the level's longest."""
    span = term.span(LEVELS[level].longest_days)
    return None if span is None else (at + span).replace(second=0, microsecond=0)


def yes(offer: Offer, state: ConsentState = "given") -> RecordConsent:
    """Gives the entry of an Accept: what the card offered, until the moment it named."""
    return RecordConsent(
        state,
        offer.level,
        offer.policy,
        expires_at=offer.until,
        only_this_conversation=offer.for_a_conversation,
        memory=offer.memory,
        notices=offer.notices,
        functioning=offer.functioning,
        loops=offer.loops,
    )


def applied(row: ScopeRow, entry: RecordConsent, at: datetime, talk: str) -> ScopeRow:
    """Gives the scope's row after the entry; a request or a refusal changes nothing that holds."""
    row = replace(row, entered_at=at)
    if entry.state not in _CHANGES_WHAT_HOLDS:
        return row
    if entry.state == "expired":
        return replace(row, state="expired")
    is_yes = entry.state in ("given", "renewed")
    return replace(
        row,
        state=entry.state,
        level=int(entry.level),
        memory=is_yes and entry.memory,
        notices=is_yes and entry.notices,
        functioning=is_yes and entry.functioning,
        loops=is_yes and entry.loops,
        policy=entry.policy,
        given_at=at if is_yes else None,
        expires_at=entry.expires_at,
        conversation=talk if is_yes and entry.only_this_conversation else "",
    )


def term_of(row: ScopeRow) -> Term:
    """Gives the term a yes was asked for, so that a renewal asks for no more."""
    if row.conversation or row.given_at is None or row.expires_at is None:
        return Term(Lasts.CONVERSATION if row.conversation else Lasts.LONGEST)
    span = row.expires_at - row.given_at
    return Term(Lasts.TONIGHT) if span <= TONIGHT else Term(max(1, -(-span // DAY)))
