"""The note after the newest words: what is asked of this reply, and perhaps not of the next.

Whatever changes from turn to turn stands only here, so that the prompt before the newest words is
the same as at the turn before. It speaks as the person would, in brackets: a small model repeats
what it is told about somebody, and does what somebody asks of it.
"""

from collections.abc import Iterator, Sequence

from bot.levels import LEVELS, Stance
from bot.markers.effects import Effect
from bot.people.asked_after import is_grave_beside
from bot.prompt.marks import CLOSES, OPENS, unmarked
from bot.prompt.recalled import told
from bot.prompt.request import ReplyRequest
from bot.repair import MEND, stance_for
from bot.rupture import Rupture
from bot.text.language import ASKED_IN, language, language_of_talk

_STANCES: dict[Stance, str] = {
    Stance.LISTEN: "Just listen: no advice, no plan.",
    Stance.THINK: "Help me weigh both sides, and say which weighs more and why.",
    Stance.DECIDE: "Decide: one answer, and what would change it.",
    Stance.DO: "Only the steps, in order.",
    Stance.STAY: "Keep me company: one short sentence, no advice.",
}
MOST_CORRECTIONS = 4  # of a conversation that are said again, the newest of them
_STYLES: dict[str, str] = {
    "shorter": "Short: three sentences at most.",
    "longer": "Longer where it helps, with reasons and an example.",
    "warmer": "Warmer in tone, and no softer in what is true.",
    "blunter": "Blunt: the point first, nothing around it.",
    "no-questions": "No questions.",
    "plain-voice": "Plain words: no images, no lists, no headings.",
}

# Each says how, and none how warm: nobody is answered colder for what was noticed.
_EFFECTS: dict[Effect, str] = {
    Effect.NOTHING_SPECIAL: "Claim nothing special between you and me.",
    Effect.TAKE_UP_PEOPLE: "Where I name somebody in my life, take that up.",
    Effect.SMALL_STEP: "Begin with one small step for today.",
    Effect.ASK_AFTER: "Ask me in one short question how {name} is.",
    Effect.STAY_OR_TURN: "Ask me once: stay with this, or try something else?",
}
_ASKING = frozenset((Effect.ASK_AFTER, Effect.STAY_OR_TURN))
_NO_STEPS = frozenset((Stance.LISTEN, Stance.STAY))  # they want no advice


def note(asked: ReplyRequest, said: Sequence[str], answered: Sequence[str]) -> str:
    """Gives what is asked of this reply alone, or an empty text.

    Args:
        said: the person's messages, oldest first, the newest last.
        answered: the replies to them.
    """
    held = told(asked.recalled)
    last = _tongue(asked, said, answered)
    return " ".join((*held, *_wanted(asked), *_noticed(asked, said), *_corrected(asked), *last))


def _wanted(asked: ReplyRequest) -> Iterator[str]:
    brief = asked.brief
    is_said_by_repair = stance_for(brief.rupture or Rupture.OTHER, None) is brief.stance
    if brief.stance is not None and not is_said_by_repair:
        yield _STANCES[brief.stance]
    if brief.questions < LEVELS[brief.level].questions:
        yield "Ask me nothing."
    styles = [_STYLES[value] for _, value in brief.style if value in _STYLES]
    yield from dict.fromkeys(styles)


def _noticed(asked: ReplyRequest, said: Sequence[str]) -> Iterator[str]:
    """Yields how this reply answers because of what was noticed, within what its person wants.

    After nobody it asks beside whose name the talk tells of a death or harm.
    """
    brief = asked.brief
    name = f"{OPENS}{' '.join(unmarked(brief.asks_after).split())}{CLOSES}"
    for effect in brief.effects:
        is_step = effect is Effect.SMALL_STEP and brief.stance in _NO_STEPS
        is_lost = effect is Effect.ASK_AFTER and _is_lost(brief.asks_after, said)
        if not (is_step or is_lost) and (brief.questions or effect not in _ASKING):
            yield _EFFECTS[effect].format(name=name)


def _is_lost(name: str, said: Sequence[str]) -> bool:
    return any(is_grave_beside((name,), words) for words in said)


def _corrected(asked: ReplyRequest) -> Iterator[str]:
    """Yields what corrections ask for: learnt ones first, that of this reply last."""
    kind = asked.brief.rupture
    if asked.brief.learnt:
        yield f"I like it {', '.join(asked.brief.learnt)}, and no softer in what is true."
    older = [each for each in dict.fromkeys(asked.corrections) if each is not kind]
    yield from (MEND[each] for each in older[-MOST_CORRECTIONS:])
    if asked.rupture_reply is not None:
        yield f"{MEND[kind or Rupture.OTHER]} Keep what is true."
    elif kind is not None:
        yield MEND[kind]


def _usual(asked: ReplyRequest) -> str:
    """Gives the language of who is not known, where that is not English."""
    return asked.strings.code if asked.strings.code != "en" else ""


def _of_the_place(asked: ReplyRequest) -> str:
    """Gives the person's language where it is one of the place's, or else the first of these."""
    known = asked.language or asked.strings.code
    return known if known in asked.among else asked.among[0]


def _tongue(asked: ReplyRequest, said: Sequence[str], answered: Sequence[str]) -> Iterator[str]:
    """Asks for the language of the person's words, or else for theirs, if it is not obvious."""
    *earlier, newest = said
    if asked.among:
        heard = language(newest)
        yield ASKED_IN[heard if heard in asked.among else _of_the_place(asked)]
        return
    known = language(newest) or asked.language or language_of_talk(newest, earlier)
    others = {language(each) for each in (*earlier[-3:], *answered[-3:])} - {"", "en"}
    known = known or _usual(asked)
    if known and (known != "en" or others):
        yield ASKED_IN[known]
