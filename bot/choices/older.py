"""How releases before version 2 of the codec stored a choice: a verb and its words."""

from collections.abc import Callable
from datetime import datetime

from bot.choices.kinds import (
    AnswerAgain,
    DeleteCrisisLine,
    Meaning,
    ReadCrisisText,
    RepairAgain,
    RepairAs,
    SayAdult,
    SayUnder18,
    ShowEveryKind,
    ShowFirstWords,
    StayOn,
    TakeStance,
    TurnOff,
    UndoRepair,
)
from bot.choices.of_erasing import AskToErase, EraseEverywhere, EraseHere, KeepAll
from bot.choices.of_offers import AcceptOffer, DeclineOffer, Offer, RenewOffer
from bot.choices.of_spaces import (
    ConfirmCrisisLine,
    DropCrisisLine,
    EmptyReports,
    ReportReply,
)
from bot.choices.values import language, level, term, tier
from bot.crisis.signs.kinds import What, Who
from bot.levels import Stance
from bot.rupture import Rupture

Words = list[str]
_PLACES = {"there": True, "below": False}


def read(stored: str) -> Meaning:
    """Reads `verb words`. Raises LookupError, TypeError or ValueError if they mean nothing."""
    verb, *words = stored.split(" ")
    if verb in _BARE:
        return _BARE[verb](*words)
    return _WITH_WORDS[verb](words)


def _offer(words: Words) -> Offer:
    """Reads an offer; the first releases stored three words of it, later ones seven."""
    holds, lasts, policy, *shown = words
    if len(shown) < 4:
        return Offer(level(holds), level(holds), term(lasts), policy)
    epoch, until, wanted, talk = shown
    at = datetime.fromisoformat(until) if until != "-" else None
    return Offer(level(holds), level(wanted), term(lasts), policy, int(epoch), at, talk.strip("-"))


def _crisis(words: Words) -> ReadCrisisText:
    """Reads how grave, whose and what; the language stands only if it is not English."""
    grave, who, what, *said_in = words
    named = language(*said_in) if said_in else ""
    return ReadCrisisText(tier(grave), Who(who), What(what), named)


def _line(words: Words) -> ConfirmCrisisLine:
    url, *text = words
    return ConfirmCrisisLine(" ".join(text), url)


def _report(words: Words) -> ReportReply:
    (link,) = words
    if not link:
        raise ValueError("names no reply")
    return ReportReply(link)


def _again(words: Words) -> RepairAgain:
    by, place, *kind = words
    named = " ".join(kind) if kind else "none at all"
    return RepairAgain(by, _PLACES[place], Rupture(named) if named else None)


_ALONE = (
    *(TurnOff, StayOn, SayUnder18, SayAdult, DeleteCrisisLine, DropCrisisLine, EmptyReports),
    *(AskToErase, EraseHere, EraseEverywhere, KeepAll),
    *(ShowEveryKind, UndoRepair, ShowFirstWords, AnswerAgain),
)
_BARE: dict[str, Callable[..., Meaning]] = {kind.traits.stored: kind for kind in _ALONE}
_WITH_WORDS: dict[str, Callable[[Words], Meaning]] = {
    "accept": lambda words: AcceptOffer(_offer(words)),
    "renew": lambda words: RenewOffer(_offer(words)),
    "not-now": lambda words: DeclineOffer(*map(level, words)),
    "stance": lambda words: TakeStance(*map(Stance, words)),
    "crisis-read": _crisis,
    "crisis-line": _line,
    "report-it": _report,  # "report" of an earlier release held what was typed
    "repair": lambda words: RepairAs(Rupture(" ".join(words))),
    "again": _again,
}
STORED = _BARE.keys() | _WITH_WORDS.keys()
