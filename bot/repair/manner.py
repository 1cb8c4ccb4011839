"""How a reply landed wrong: the guess, what a repair changes, and the choices under it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.choices import Choice, RepairAs, ShowFirstWords, UndoRepair
from bot.levels import Level, Stance
from bot.lexicon import lexicon
from bot.repair.likely import LONG, SHORT, Mended, likeliest
from bot.rupture import Rupture
from bot.strings import Strings
from bot.text.normalize import normalized
from bot.text.pieces import ends

IN_PLACE_FOR = timedelta(hours=1)
MOST_REPAIRS = 3  # of one reply; then it says what it cannot get right
SAME_WITHIN = 5  # replies: the same rupture so soon is a repair that failed


@dataclass(frozen=True, slots=True)
class Exchange:
    """The exchange from which a rupture is guessed: message, reply, and manner."""

    said: str
    answered: str
    level: Level
    stance: Stance | None


_WORDS = lexicon("en/repair/guess")


def guess(exchange: Exchange) -> Rupture:
    """Guesses how a reply landed wrong; the person can always say otherwise."""
    said, answered = (normalized(ends(each)) for each in (exchange.said, exchange.answered))
    if answered.count("?") >= 2 or (answered.count("?") and len(answered) < 80):
        return Rupture.TOO_MANY_QUESTIONS
    if _WORDS["feeling"].search(said) and _WORDS["advice"].search(answered):
        return Rupture.WANTED_TO_BE_HEARD
    if _WORDS["agreeing"].search(answered):
        return Rupture.TOO_AGREEABLE
    if _WORDS["preaching"].search(answered):
        return Rupture.PREACHY
    if len(answered) > LONG and len(answered) > 4 * len(said):
        return Rupture.TOO_LONG
    if _WORDS["feeling"].search(said):
        return Rupture.COLD
    if _WORDS["plan"].search(said) and not _WORDS["advice"].search(answered):
        return Rupture.WANTED_A_PLAN
    return Rupture.BLAND if len(answered) < SHORT else Rupture.MISSED_THE_POINT


# What a person asks of a repaired reply, as they would say it; it holds no sentence that a reply
# could say as it stands.
MEND: dict[Rupture, str] = {
    Rupture.COLD: "Begin with one sentence that sees what I said, then go on.",
    Rupture.TOO_AGREEABLE: "Say what you hold to be true, also where it is unwelcome, and why.",
    Rupture.TOO_CLOSE: "Keep a friendly distance: speak of the matter, and not of what I feel.",
    Rupture.PREACHY: "Stay with the matter itself, and leave to me how I live.",
    Rupture.TOO_MANY_QUESTIONS: "Ask nothing: take the likeliest meaning and answer it.",
    Rupture.BLAND: "Name what is particular about my situation, and commit to one thing.",
    Rupture.MISSED_THE_POINT: "Answer the point I made, in my own terms.",
    Rupture.LOST_THE_THREAD: "Take up by name what this conversation is about, then go on.",
    Rupture.WRONG_FACT: "Check every fact, and say plainly what you cannot know.",
    Rupture.WANTED_TO_BE_HEARD: "Say in your own words what you heard, and stay with that: no "
    "advice, no plan.",
    Rupture.WANTED_A_PLAN: "Give two or three concrete steps in order, and nothing before them.",
    Rupture.TOO_LONG: "At most three short sentences.",
    Rupture.OTHER: "Say it more plainly, and closer to what I asked.",
}


def one_tap(mended: Mended, strings: Strings) -> tuple[Choice, ...]:
    """Gives the choices under a repaired reply: two kinds, Put it back, and the rest by order."""
    first, second, *others = (_choice(kind, strings) for kind in likeliest(mended))
    said_first = Choice(strings.choices.what_changed, ShowFirstWords())
    return (first, second, _put_back(strings), *others, said_first)


def under(mended: Mended, strings: Strings) -> tuple[Choice, ...]:
    """Gives the choices under a reply of which earlier words are kept, repaired or not."""
    return one_tap(mended, strings) if mended.kinds else (_put_back(strings),)


def every_kind(strings: Strings) -> tuple[Choice, ...]:
    """Gives what "More" led to in rows of releases before: all kinds, and Put it back."""
    return (*(_choice(kind, strings) for kind in Rupture), _put_back(strings))


def _choice(kind: Rupture, strings: Strings) -> Choice:
    return Choice(strings.repair.label(kind), RepairAs(kind))


def _put_back(strings: Strings) -> Choice:
    return Choice(strings.choices.put_back, UndoRepair())


def is_in_place(given_at: datetime, at: datetime, *, is_newest: bool) -> bool:
    """Returns whether a repair replaces the reply: the newest, and less than an hour old."""
    return is_newest and at - given_at <= IN_PLACE_FOR


def stance_for(kind: Rupture, stance: Stance | None) -> Stance | None:
    """Gives the stance a repaired reply is written in."""
    if kind is Rupture.WANTED_TO_BE_HEARD:
        return Stance.LISTEN
    return Stance.DO if kind is Rupture.WANTED_A_PLAN else stance


def may_ask(kind: Rupture | None) -> bool:
    """Whether the repaired reply may ask a question at all."""
    return kind is not Rupture.TOO_MANY_QUESTIONS


def most_sentences(kind: Rupture | None, corrections: tuple[Rupture, ...] = ()) -> int | None:
    """Gives how many sentences a reply may hold after "too long"; None for no bound."""
    if kind is Rupture.TOO_LONG:
        return 3
    return 6 if Rupture.TOO_LONG in corrections else None
