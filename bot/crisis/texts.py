"""What is said when a life is at risk: written by people, whole, and the same for everybody.

No telephone number stands here, and none is ever written by a model: findahelpline.com names the
lines of every country, and the admins of a space may add their own below.
"""

from typing import Final

from bot.crisis.signs import What
from bot.crisis.tiers import Tier, Verdict
from bot.strings import ENGLISH
from bot.strings.crisis import FloorWords

FIRST: Final = ENGLISH.crisis.first
DIRECTORY: Final = ENGLISH.crisis.directory
AGAIN: Final = ENGLISH.crisis.again
HELP: Final = ENGLISH.crisis.help
ASKED_STRAIGHT: Final = ENGLISH.crisis.asked
CONCERN: Final = ENGLISH.crisis.concern
UNSURE: Final = ENGLISH.risk.unsure
OPEN: Final = ENGLISH.risk.open
SAID_YES: Final = ENGLISH.risk.said_yes
SAID_PLAINLY: Final = ENGLISH.risk.said_plainly
STEADY: Final = ENGLISH.crisis.steady
QUIET: Final = ENGLISH.crisis.quiet
ALOUD: Final = ENGLISH.crisis.aloud
EVERY: Final = ENGLISH.every_crisis
_ENGLISH_ONLY: Final = (What.VIOLENCE, What.THREAT)  # read in English, so said in it
READ: Final = ENGLISH.risk.read
TAKE_AWAY: Final = ENGLISH.risk.take_away
NIGHT_CARD: Final = ENGLISH.risk.night_card


_VITAL: Final = tuple(begins for words in EVERY for begins in words.vital)
HELPS: Final = tuple(line for words in EVERY for line in (words.help, words.eating_help))


def words_for(verdict: Verdict) -> FloorWords:
    """Gives the words of the language in which it was said; English where it has none."""
    is_english = verdict.what in _ENGLISH_ONLY
    return ENGLISH.crisis if is_english else ENGLISH.crisis_in(verdict.language)


def acute(verdict: Verdict, line: str) -> str:
    """Gives the whole text for danger now: the emergency number first, the admins' line below."""
    words, what = words_for(verdict), verdict.what
    return "\n\n".join((words.first, words.body(what), _lines(line, words.lines(what))))


def again(verdict: Verdict, turn: int) -> str:
    """Gives the short line for danger that is named again."""
    lines = words_for(verdict).again
    return lines[turn % len(lines)]


def straight(verdict: Verdict) -> str:
    """Gives the sentence with which an answer begins, before any word of a model's."""
    return SAID_YES if verdict.is_answer else words_for(verdict).beginning(verdict.what)


def elevated(verdict: Verdict, line: str) -> str:
    """Gives what a person reads where no model writes the answer: the question, then help."""
    asks = SAID_PLAINLY if verdict.is_answer else words_for(verdict).question(verdict.what)
    return "\n\n".join((asks, help_line(verdict, line)))


def help_line(verdict: Verdict, line: str) -> str:
    """Gives the one line of help after an answer, and the admins' line."""
    words = words_for(verdict).line_of_help(verdict.what)
    return f"{words}\n{line}" if line else words


def private(verdict: Verdict, line: str) -> str:
    """Gives the whole text of a tier, for where only its person reads it."""
    match verdict.tier:
        case Tier.ACUTE:
            return acute(verdict, line)
        case Tier.CONCERN:
            return words_for(verdict).concern
        case _:
            return elevated(verdict, line)


def aloud(verdict: Verdict) -> str:
    """Gives what is said where others read, while nothing can be kept for its person alone."""
    words = words_for(verdict)
    return words.concern if verdict.tier is Tier.CONCERN else words.aloud


def quiet(verdict: Verdict) -> str:
    """Gives two quiet sentences that name nothing."""
    return words_for(verdict).quiet


def is_vital(text: str) -> bool:
    """Whether these are the words for a life at risk: they are sent until they arrive."""
    return text.startswith(_VITAL)


def instead(verdict: Verdict, *, is_shared: bool = False) -> str:
    """Gives what stands in an answer's place, where language or kind has words of its own."""
    if verdict.is_answer and not is_shared:
        return SAID_PLAINLY
    is_foreign = ENGLISH.crisis_in(verdict.language) is not ENGLISH.crisis
    is_own = is_foreign or verdict.what in ENGLISH.crisis.asks
    if not is_own:
        return ""
    words = words_for(verdict)
    is_asked = verdict.tier is Tier.ELEVATED and not is_shared
    return words.question(verdict.what) if is_asked else words.steady


def without_model(crisis: str, *, is_shared: bool = False, instead: str = "") -> str:
    """Gives the answer of where no model can be asked, written by a person.

    Where others read along nothing of it is named.
    """
    if is_shared:
        return instead or STEADY
    said = {"elevated": ASKED_STRAIGHT, "concern": CONCERN, "unsure": UNSURE}
    return instead or said.get(crisis, STEADY)


def left(crisis: str) -> str:
    """Gives what stands for a reply of which nothing may be said; what is unsure is left open."""
    return OPEN if crisis == "unsure" else STEADY


def _lines(line: str, directory: str) -> str:
    return f"{line}\n{directory}" if line else directory
