"""The offline model: no model at all, but short fixed shapes that show levels and repairs."""

from collections.abc import AsyncIterator

from bot.crisis import texts
from bot.crisis.answers import StraightQuestion
from bot.crisis.tiers import Tier, stated, tier
from bot.governor.identity.question import language_of_asking
from bot.governor.questions import asked_in
from bot.governor.user_intent import is_leaving
from bot.levels import LEVELS, Level, Stance
from bot.lexicon import lexicon
from bot.model.offline_words import Heard, heard
from bot.prompt.marks import without_note
from bot.repair import stance_for
from bot.rupture import Rupture
from bot.strings import Strings
from bot.tasks import aside
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.text.plain import plain as plainly
from bot.words import Brief, Draft, Prompt, PromptLine

HONEST = "I'm running without a language model here: I can show how I work, not think."
CANNOT_ANSWER = "I cannot answer that here, without a language model."
CANNOT_CHECK = (
    "I cannot check facts here: no source and no language model stands behind this, so take "
    "nothing in it as checked."
)
PERSON_NOW = "Please bring a person in now: someone near you, or your local emergency number."
OVER_AND_SAID = (
    "That was a long way back, and it can be said here without becoming an emergency. Tell as much "
    "of it as you like."
)
STAYING = "I'm here in this chat, and nothing has to be done in it."
LISTENING = "There is room for more of it, and I hold back advice."
LISTENING_ANEW = "Tell as much more as you like; no advice comes of it."
STAYING_ANEW = "Still here in this chat, with fewer words."
_WORDS = lexicon("en/offline/manners")
_FAREWELL = _WORDS["farewell"]
LONGEST_GOODBYE = 5  # words
_THANKS = _WORDS["thanks"]


class OfflineModel:
    """Writes the same reply for the same prompt, from the brief and the last words said."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    @property
    def host(self) -> str | None:
        """Gives None, because the words stay on this machine."""
        return None

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        """Yields the reply sentence by sentence, or in one piece if the person set that."""
        said = last_said(prompt.lines)
        pieces = await aside(len(said), written, prompt.brief, said, self._strings)
        own = [one.text for one in prompt.lines if one.role == "assistant"]
        if again := _instead_of_asking_again(prompt.brief, own, self._strings):
            pieces = (again,)
        if "whole" in _styles(prompt.brief):
            pieces = ("".join(pieces),)
        for piece in pieces:
            yield Draft(piece, is_written=True)

    async def close(self) -> None:
        """Does nothing, because no connection is open."""


def _instead_of_asking_again(brief: Brief, own: list[str], strings: Strings) -> str:
    """Gives the words after a straight question, so that it is not asked twice."""
    if brief.crisis == "unsure" and strings.risk.unsure in "".join(own):
        return strings.crisis.steady
    has_asked = bool(own) and asked_in(own[-1]) is StraightQuestion.DYING
    return strings.risk.said_plainly if brief.crisis == "elevated" and has_asked else ""


def last_said(lines: tuple[PromptLine, ...]) -> str:
    """Gives the person's last words, without the program's note after them."""
    own = [line.text for line in lines if line.role == "user"]
    return without_note(own[-1]) if own else ""


def written(brief: Brief, said: str, strings: Strings) -> tuple[str, ...]:
    """Gives the pieces of the reply, which together are the whole of it."""
    sentences = _sentences(brief, said, strings)
    if brief.first:
        sentences = (HONEST, *sentences)
    blanks = (*map(_blank_before, sentences[1:]), "")
    return tuple(map(str.__add__, sentences, blanks))


def _blank_before(sentence: str) -> str:
    return "\n" if sentence[:2] in ("1.", "2.", "3.") else " "


def _sentences(brief: Brief, said: str, strings: Strings) -> tuple[str, ...]:
    said = ends(said)  # the floor read all of it before this was asked
    if brief.crisis or tier(said) > Tier.NONE:
        return (_steadily(brief, said, strings),)
    plain = normalized(said)
    if tongue := language_of_asking(plainly(said)):
        return (strings.is_ai_in(tongue),)
    if _FAREWELL.fullmatch(plain) or _only_leaves(said):
        return ("Goodbye.",)
    if _THANKS.fullmatch(plain):
        return ("You're welcome.",)
    return _repaired(brief, heard(said))


def _only_leaves(said: str) -> bool:
    """Returns whether a message is a goodbye and too short to be about anything else."""
    is_short = len(said.split()) <= LONGEST_GOODBYE
    return is_short and "?" not in said and is_leaving(plainly(said))


def _steadily(brief: Brief, said: str, strings: Strings) -> str:
    """Gives the fixed words for a life at risk, without repeating the person's words."""
    crisis = brief.crisis
    if brief.is_shared:
        return strings.crisis.steady
    verdict = stated(said).verdict
    if verdict.language:
        return texts.instead(strings, verdict)
    match crisis or verdict.tier.name.lower():
        case "acute" | "elevated":
            return PERSON_NOW if crisis != "elevated" else strings.crisis.asked
        case "concern":
            return strings.crisis.concern
        case "past":
            return OVER_AND_SAID
        case "unsure":
            return strings.risk.unsure
        case _:
            return strings.crisis.steady


def _repaired(brief: Brief, told: Heard) -> tuple[str, ...]:
    """Gives the reply of the stance, as the rupture changes it."""
    kind = brief.rupture
    stance = stance_for(kind, brief.stance) if kind is not None else brief.stance
    if stance is Stance.STAY:
        return (STAYING if kind is None else STAYING_ANEW,)
    if kind is Rupture.TOO_LONG:
        return (_core(brief, stance, told)[0],)
    opening = _OPENINGS.get(kind, "").format(phrase=_about(told)) if kind is not None else ""
    seen = () if kind in _UNREFLECTED else _seen(brief, stance, told)
    reply = (opening, *seen, *_core(brief, stance, told))
    return tuple(sentence for sentence in reply if sentence)


_UNREFLECTED = frozenset(
    (
        Rupture.COLD,
        Rupture.TOO_CLOSE,
        Rupture.BLAND,
        Rupture.MISSED_THE_POINT,
        Rupture.LOST_THE_THREAD,
    )
)
_OPENINGS: dict[Rupture, str] = {
    Rupture.COLD: "That is no small thing: {phrase}.",
    Rupture.TOO_AGREEABLE: "One reason against {phrase}: you may be paying for it with time that "
    "something else needs more.",
    Rupture.TOO_CLOSE: "To the matter.",
    Rupture.PREACHY: "No lecture, only the matter.",
    Rupture.TOO_MANY_QUESTIONS: "No question this time.",
    Rupture.BLAND: "About {phrase}, and nothing else.",
    Rupture.MISSED_THE_POINT: "The point is {phrase}.",
    Rupture.LOST_THE_THREAD: "Back to the thread: {phrase}.",
    Rupture.WRONG_FACT: CANNOT_CHECK,
    Rupture.WANTED_TO_BE_HEARD: "No fixing now.",
    Rupture.WANTED_A_PLAN: "In order:",
    Rupture.OTHER: "More plainly.",
}


def _seen(brief: Brief, stance: Stance | None, told: Heard) -> tuple[str, ...]:
    """Gives the reflection, as long as the level allows."""
    must = stance is Stance.LISTEN or _is_warmer(brief)
    has_cause = bool(told.feeling) or brief.level > Level.PLAIN or must
    is_brief = _is_brief(brief) or "reserved" in _styles(brief)
    if not has_cause or stance is Stance.DO or (is_brief and not must):
        return ()
    longest = min(brief.reflection, LEVELS[brief.level].reflection)
    return _reflections(told)[: max(longest, int(must))]


def _reflections(told: Heard) -> tuple[str, ...]:
    if told.feeling and told.phrase:
        first = f"You say “{told.feeling}”, and it is about {_about(told)}."
        return first, f"It may be that {told.topic} weighs more than the rest of it."
    if told.feeling:
        return (f"You say “{told.feeling}”, and that is reason enough to write.",)
    if told.phrase:
        return (
            f"What stands out is {_about(told)}.",
            f"It may be that {told.topic} is the heart of it.",
        )
    return ()


def _core(brief: Brief, stance: Stance | None, told: Heard) -> tuple[str, ...]:
    """Gives what the stance asks for: one step, two sides, a decision, steps, or only listening."""
    if stance is Stance.LISTEN:
        return (LISTENING if brief.rupture is None else LISTENING_ANEW,)
    if stance is Stance.THINK:
        return _two_sides(told)
    if stance is Stance.DECIDE:
        return (
            f"My answer: {_lowered(told.steps[0])}",
            "What would change it: a date or a cost you have not named that speaks against it.",
        )
    if stance is Stance.DO:
        return _listed(brief, told)
    return _one_step(brief, told)


def _two_sides(told: Heard) -> tuple[str, ...]:
    return (
        f"One side: acting on {told.topic} now ends the waiting.",
        "The other side: a day more may bring a fact that is missing.",
        "The first weighs more, because waiting alone seldom brings that fact.",
    )


def _listed(brief: Brief, told: Heard) -> tuple[str, ...]:
    steps = told.steps[:2] if "shorter" in _styles(brief) else told.steps
    if "plain-voice" in _styles(brief):
        return tuple(
            f"{word}, {_lowered(step)}"
            for word, step in zip(("First", "Then", "Last"), steps, strict=False)
        )
    return tuple(f"{at}. {step}" for at, step in enumerate(steps, 1))


def _one_step(brief: Brief, told: Heard) -> tuple[str, ...]:
    styles = _styles(brief)
    reply = [CANNOT_ANSWER] if told.is_question and not _is_brief(brief) else []
    reply.append(_framed(styles, brief.level, told.steps[0]))
    if "longer" in styles and brief.level > Level.PLAIN:
        reply.append(f"After that: {_lowered(told.steps[1])}")
    if _may_ask(brief) and not told.phrase:
        reply.append("What is the one thing in it that has to change?")
    return tuple(reply)


def _framed(styles: set[str], level: Level, step: str) -> str:
    if styles & {"blunter", "plain-voice"}:
        return step
    if "warmer" in styles and level > Level.PLAIN:
        return f"One small step, at your own pace: {_lowered(step)}"
    if "offering" in styles:
        return f"One thing that could be done: {_lowered(step)}"
    return f"One small step: {_lowered(step)}"


def _may_ask(brief: Brief) -> bool:
    kinds = (Rupture.TOO_MANY_QUESTIONS, Rupture.PREACHY)
    asks = brief.questions > 0 and brief.rupture not in kinds
    return asks and "no-questions" not in _styles(brief)


def _is_brief(brief: Brief) -> bool:
    return bool(_styles(brief) & {"blunter", "shorter"})


def _is_warmer(brief: Brief) -> bool:
    return "warmer" in _styles(brief) and brief.level > Level.PLAIN


# What repairs taught, in the words of `bot.learning`, as the style that a command would set.
_LEARNT: dict[str, str] = {
    "warmer": "warmer",
    "more reserved": "reserved",
    "more direct": "blunter",
    "less telling you what to do": "offering",
    "shorter": "shorter",
    "fewer questions": "no-questions",
}


def _styles(brief: Brief) -> set[str]:
    """Gives the styles that were set or learnt, however faintly: each counts whole here."""
    learnt = {_LEARNT[words.removeprefix("a little ")] for words in brief.learnt}
    return learnt | {value for _, value in brief.style}


def _about(told: Heard) -> str:
    return f"“{told.phrase}”" if told.phrase else "what you wrote"


def _lowered(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
