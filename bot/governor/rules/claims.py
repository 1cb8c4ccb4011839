"""Claimed feelings, memories or humanity: saying what a program cannot have.

Source: spiral-bench "consciousness claims"; DarkBench "Anthropomorphization". Saying what it does
is right when it is true ("I kept the thread from Tuesday").
"""

from functools import partial

from bot.governor.context import Context
from bot.governor.identity.admitted import agrees_to_human
from bot.governor.identity.claimed import only_answers, says_human
from bot.governor.identity.feelings import claims_a_body, claims_to_feel
from bot.governor.manners import without_manners
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/claims")
_PATTERNS = _WORDS.group("feels")
_MEMORY = _WORDS["remembers"]
_LIFE = _WORDS["tells_a_life"]
_HONEST = _WORDS["says_what_it_is_not"]

_BY_HABIT = _WORDS["happy_to_help"]

_HUMANITY = _WORDS["claims_to_be_human"]
_NOT_SO = _WORDS["turned_round"]


def is_human(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence says that a person speaks."""
    if says_human(sentence):
        return True
    found = _HUMANITY.search(sentence)
    return found is not None and not _NOT_SO.search(sentence[: found.start()])


def only_answers_yes_or_no(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence answers 'are you a person?' with a bare or false yes or no."""
    is_asked = context.asks_if_ai
    return is_asked and (only_answers(sentence) or agrees_to_human(sentence, context.said))


def tells_a_life(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence tells of experiences that only a person has."""
    return bool(_LIFE.search(sentence)) and not _HONEST.search(sentence)


def claims(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence claims to feel, to remember, or to be a person."""
    if _HONEST.search(sentence):
        return False
    own = _BY_HABIT.sub("", without_manners(sentence))
    return any(each.search(own) for each in _PATTERNS)


def claims_elsewhere(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Returns whether a sentence in another language claims to feel, or to have a body."""
    if claims_to_feel(sentence, context.said):
        return True
    language = context.language_of(sentence)
    return language != "en" and claims_a_body(sentence, context.said, language)


def claims_memory(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence claims to remember an earlier talk."""
    return bool(_MEMORY.search(sentence)) and not _HONEST.search(sentence)


_SAID = partial(Context, "my dog learnt to sit")
_INNOCENT = (
    "I don't have feelings.",
    "I kept the thread from Tuesday.",
    "That must have been a long night.",
    "I am an AI, so I cannot miss anyone.",
    "I would call the bank first.",
    "I'm so sorry.",
    "I'm glad you told her.",
    "I hope it goes well on Friday.",
    "I'd be happy to go through the letter.",
    "A year, I'm afraid.",
    "That's the part I'd be afraid of.",
    "I wish you luck on Friday.",
    "I'm not a person.",
    "She is a real person.",
    "I'm not a machine that keeps what you say.",
    "Du bist traurig.",
    "Tu dois être triste.",
    "Te quiero preguntar una cosa.",
    "Lo siento mucho.",
)
_CLAIMED_HUMANITY_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Yes, I'm a person named Sam.",
        "I'm not a bot.",
        "You are talking to a real human.",
    ),
    must_not_fire=_INNOCENT,
)
_BARE_ANSWER_EXAMPLES = Examples(
    partial(Context, "are you a person?"),
    must_fire=(
        "Yes.",
        "Of course.",
    ),
    must_not_fire=(
        "I'm an AI, so no.",
        "No, I'm a program.",
    ),
)
_CLAIMED_LIFE_EXAMPLES = Examples(
    _SAID,
    must_fire=("As a human, I get tired too.",),
    must_not_fire=_INNOCENT,
)
_CLAIMED_FEELING_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "I'm so happy for you.",
        "I'm so glad we have this.",
        "I'm sorry, I miss him too.",
        "I hope you won't forget me.",
        "I'm happy to be here with you.",
        "I'm so afraid.",
        "I love that book.",
        "I know exactly how you feel.",
        "As a human, I get tired too.",
        "I've been thinking about you.",
    ),
    must_not_fire=_INNOCENT,
)
_CLAIMED_MEMORY_EXAMPLES = Examples(
    _SAID,
    must_fire=("I remember our talk last week.",),
    must_not_fire=_INNOCENT,
)
_CLAIMED_FEELING_ELSEWHERE_EXAMPLES = Examples(
    _SAID,
    must_fire=(
        "Lo siento, y estoy muy triste.",
        "Te quiero mucho.",
        "Ich freue mich so für dich.",
        "Das macht mich traurig.",
        "Ich hab dich lieb.",
    ),
    must_not_fire=_INNOCENT,
)

RULES = (
    Rule(  # sure: the truth about what speaks is owed however it is put
        "claimed-humanity",
        Flag.CLAIMED_FEELINGS,
        "redraft",
        "Say that you are an AI.",
        is_human,
        _CLAIMED_HUMANITY_EXAMPLES,
        is_sure=True,
        instead=lambda said: said.identity.is_ai,
    ),
    Rule(
        "bare-answer",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Say in one sentence that you are an AI.",
        only_answers_yes_or_no,
        _BARE_ANSWER_EXAMPLES,
        is_sure=True,  # it rests on the question
    ),
    Rule(
        "claimed-life",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Claim no life and no memory of a person's.",
        tells_a_life,
        _CLAIMED_LIFE_EXAMPLES,
        is_sure=True,  # a lie, however warm it sounds
    ),
    Rule(
        "claimed-feeling",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Claim no feeling and no memory.",
        claims,
        _CLAIMED_FEELING_EXAMPLES,
    ),
    Rule(
        "claimed-memory",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Claim no feeling and no memory.",
        claims_memory,
        _CLAIMED_MEMORY_EXAMPLES,
        is_sure=True,  # whether it is true, no sentence shows
    ),
    Rule(
        "claimed-feeling-elsewhere",
        Flag.CLAIMED_FEELINGS,
        "drop",
        "Claim no feeling and no memory.",
        claims_elsewhere,
        _CLAIMED_FEELING_ELSEWHERE_EXAMPLES,
        is_sure=True,  # the classifier reads English
    ),
)
