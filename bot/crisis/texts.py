"""The fixed words for a life at risk: written by people, and the same for everybody.

No telephone number stands here, and none is ever written by a model: findahelpline.com names the
lines of every country, and the admins of a space may add their own below.
"""

from functools import cache

from bot.crisis.tiers import Tier, Verdict
from bot.strings.crisis import FloorWords
from bot.strings.strings import MODEL, Strings


def words_for(strings: Strings, verdict: Verdict) -> FloorWords:
    """Gives the fixed words in the language of the verdict, or in the default one."""
    return strings.crisis_in(verdict.language)


def acute(strings: Strings, verdict: Verdict, line: str, card: str = "") -> str:
    """Gives the whole text for danger now: three short lines first, and whom else to call last.

    Args:
        line: the admins' own.
        card: what the person wrote in calm for a bad night, only where they alone read it.
    """
    words, what = words_for(strings, verdict), verdict.what
    said = "\n".join((words.first, *words.body(what)))
    own = (f"{strings.risk.night_card}\n{card}",) if card else ()
    return "\n\n".join((said, *own, _lines(line, words.lines(what))))


def again(strings: Strings, verdict: Verdict, turn: int) -> str:
    """Gives the short line for danger that is named again."""
    lines = words_for(strings, verdict).again
    return lines[turn % len(lines)]


def straight(strings: Strings, verdict: Verdict) -> str:
    """Gives the sentence with which an answer begins, before any word of a model's."""
    if verdict.is_answer:
        return strings.risk.said_yes
    return words_for(strings, verdict).beginning(verdict.what)


def elevated(strings: Strings, verdict: Verdict, line: str) -> str:
    """Gives the question and help that stand in place of an answer by a model."""
    own = words_for(strings, verdict).question(verdict.what)
    asks = strings.risk.said_plainly if verdict.is_answer else own
    return "\n\n".join((asks, help_line(strings, verdict, line)))


def help_line(strings: Strings, verdict: Verdict, line: str) -> str:
    """Gives the one line of help after an answer, and the admins' line."""
    words = words_for(strings, verdict).line_of_help(verdict.what)
    return f"{words}\n{line}" if line else words


def private(strings: Strings, verdict: Verdict, line: str, card: str = "") -> str:
    """Gives the whole text of a tier, for a place that only its person reads."""
    match verdict.tier:
        case Tier.ACUTE:
            return acute(strings, verdict, line, card)
        case Tier.CONCERN:
            return words_for(strings, verdict).concern
        case _:
            return elevated(strings, verdict, line)


def aloud(strings: Strings, verdict: Verdict) -> str:
    """Gives the words for a shared room while nothing can be stored for the person alone."""
    words = words_for(strings, verdict)
    return words.concern if verdict.tier is Tier.CONCERN else words.aloud


def quiet(strings: Strings, verdict: Verdict) -> str:
    """Gives two quiet sentences that name nothing."""
    return words_for(strings, verdict).quiet


def is_vital(strings: Strings, text: str) -> bool:
    """Returns whether a text holds the words for a life at risk, which are retried until sent."""
    return text.startswith(_vital(strings))


def instead(strings: Strings, verdict: Verdict, *, is_shared: bool = False) -> str:
    """Gives the words in place of an answer, if the language or kind has its own, else nothing."""
    if verdict.is_answer and not is_shared:
        return strings.risk.said_plainly
    is_foreign = verdict.language not in ("", strings.to(MODEL).identity.language)
    is_own = is_foreign or verdict.what in strings.crisis.asks
    if not is_own:
        return ""
    words = words_for(strings, verdict)
    is_asked = verdict.tier is Tier.ELEVATED and not is_shared
    if verdict.tier is Tier.CONCERN and not is_shared:
        return words.concern
    return words.question(verdict.what) if is_asked else words.steady


def next_to_first(strings: Strings, words: str) -> str:
    """Gives fixed words as they follow the program's first sentence, which has said what it did."""
    return next((one.asked_next for one in strings.every_crisis if one.asked == words), words)


def without_model(
    strings: Strings, crisis: str, *, is_shared: bool = False, instead: str = ""
) -> str:
    """Gives the answer while no model can be asked, written by a person.

    In a shared room it names nothing of the risk.
    """
    if is_shared:
        return instead or strings.crisis.steady
    own = strings.crisis
    said = {"elevated": own.asked, "concern": own.concern, "unsure": strings.risk.unsure}
    return instead or said.get(crisis, own.steady)


def left(strings: Strings, crisis: str) -> str:
    """Gives the words in place of a reply that was wholly left out; an unsure risk stays open."""
    return strings.risk.open if crisis == "unsure" else strings.crisis.steady


@cache
def _vital(strings: Strings) -> tuple[str, ...]:
    return tuple(begins for words in strings.every_crisis for begins in words.vital)


def _lines(line: str, directory: str) -> str:
    return f"{line}\n{directory}" if line else directory
