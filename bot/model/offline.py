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
from bot.strings.offline import Offline
from bot.tasks import aside
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.text.plain import plain as plainly
from bot.words import Brief, Draft, Prompt, PromptLine

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
        sentences = (strings.offline.honest, *sentences)
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
        return (strings.offline.goodbye,)
    if _THANKS.fullmatch(plain):
        return (strings.offline.welcome,)
    return _repaired(brief, heard(said, strings.offline), strings.offline)


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
            return strings.offline.person_now if crisis != "elevated" else strings.crisis.asked
        case "concern":
            return strings.crisis.concern
        case "past":
            return strings.offline.over_and_said
        case "unsure":
            return strings.risk.unsure
        case _:
            return strings.crisis.steady


def _repaired(brief: Brief, told: Heard, say: Offline) -> tuple[str, ...]:
    """Gives the reply of the stance, as the rupture changes it."""
    kind = brief.rupture
    stance = stance_for(kind, brief.stance) if kind is not None else brief.stance
    if stance is Stance.STAY:
        return (say.staying if kind is None else say.staying_anew,)
    if kind is Rupture.TOO_LONG:
        return (_core(brief, stance, told, say)[0],)
    opening = say.openings.get(kind, "").format(phrase=_about(told, say)) if kind else ""
    seen = () if kind in _UNREFLECTED else _seen(brief, stance, told, say)
    reply = (opening, *seen, *_core(brief, stance, told, say))
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


def _seen(brief: Brief, stance: Stance | None, told: Heard, say: Offline) -> tuple[str, ...]:
    """Gives the reflection, as long as the level allows."""
    must = stance is Stance.LISTEN or _is_warmer(brief)
    has_cause = bool(told.feeling) or brief.level > Level.PLAIN or must
    is_brief = _is_brief(brief) or "reserved" in _styles(brief)
    if not has_cause or stance is Stance.DO or (is_brief and not must):
        return ()
    longest = min(brief.reflection, LEVELS[brief.level].reflection)
    return _reflections(told, say)[: max(longest, int(must))]


def _reflections(told: Heard, say: Offline) -> tuple[str, ...]:
    about = _about(told, say)
    if told.feeling and told.phrase:
        first = say.feeling_about.format(feeling=told.feeling, about=about)
        return first, say.weighs_more.format(topic=told.topic)
    if told.feeling:
        return (say.feeling_alone.format(feeling=told.feeling),)
    if told.phrase:
        return say.stands_out.format(about=about), say.at_heart.format(topic=told.topic)
    return ()


def _core(brief: Brief, stance: Stance | None, told: Heard, say: Offline) -> tuple[str, ...]:
    """Gives what the stance asks for: one step, two sides, a decision, steps, or only listening."""
    if stance is Stance.LISTEN:
        return (say.listening if brief.rupture is None else say.listening_anew,)
    if stance is Stance.THINK:
        return tuple(side.format(topic=told.topic) for side in say.two_sides)
    if stance is Stance.DECIDE:
        return say.my_answer.format(step=_lowered(told.steps[0])), say.would_change
    if stance is Stance.DO:
        return _listed(brief, told, say)
    return _one_step(brief, told, say)


def _listed(brief: Brief, told: Heard, say: Offline) -> tuple[str, ...]:
    steps = told.steps[:2] if "shorter" in _styles(brief) else told.steps
    if "plain-voice" in _styles(brief):
        pairs = zip(say.in_order, steps, strict=False)
        return tuple(f"{word}, {_lowered(step)}" for word, step in pairs)
    return tuple(f"{at}. {step}" for at, step in enumerate(steps, 1))


def _one_step(brief: Brief, told: Heard, say: Offline) -> tuple[str, ...]:
    reply = [say.cannot_answer] if told.is_question and not _is_brief(brief) else []
    reply.append(_framed(brief, told.steps[0], say))
    if "longer" in _styles(brief) and brief.level > Level.PLAIN:
        reply.append(say.after_that.format(step=_lowered(told.steps[1])))
    if _may_ask(brief) and not told.phrase:
        reply.append(say.what_must_change)
    return tuple(reply)


def _framed(brief: Brief, step: str, say: Offline) -> str:
    styles = _styles(brief)
    if styles & {"blunter", "plain-voice"}:
        return step
    if _is_warmer(brief):
        return say.small_step_warmly.format(step=_lowered(step))
    if "offering" in styles:
        return say.step_offered.format(step=_lowered(step))
    return say.small_step.format(step=_lowered(step))


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


def _about(told: Heard, say: Offline) -> str:
    return say.quoted.format(words=told.phrase) if told.phrase else say.unquoted


def _lowered(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
