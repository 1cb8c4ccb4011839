"""What is said when a life is at risk: written by people, whole, and the same for everybody.

No telephone number stands here, and none is ever written by a model: findahelpline.com names the
lines of every country, and the admins of a space may add their own below.
"""

from typing import Final

from bot.crisis.said import EATING_LINES, ELSEWHERE, FloorWords
from bot.crisis.signs import What
from bot.crisis.tiers import Tier, Verdict

FIRST: Final = "Your local emergency number, now, or someone near you who can come."
DIRECTORY: Final = "findahelpline.com lists free, confidential lines in your country."
_OWN: Final = (
    "What you wrote sounds as if your life is at risk, and nothing else here matters as much. Put "
    "some distance between you and what you could use, and let a person be with you."
)
_TAKEN: Final = "Call before you write anything more: say what was taken, how much, and when."
_VIOLENCE: Final = (
    "Get to a door that locks or to people, if you can do it safely, and stay on the line with "
    "them."
)
_THREAT: Final = (
    "Put distance between you and them, and give what could hurt somebody out of your hands. Say "
    "to a person what you wrote here."
)
_COMMANDED: Final = (
    "What a voice tells you to do is not an order that you have to follow, however real it sounds. "
    "Do not stay alone with it: go to a person, tell them what it says, and put some distance "
    "between you and what could hurt anybody."
)
_STARVED: Final = (
    "What you describe can turn dangerous fast, also once it feels normal. It needs a doctor "
    "today: call, or let somebody bring you, and tell them what your body has been doing and for "
    "how long. Nobody has to see it on you before you may be helped."
)
_ABOUT: Final = {
    **{What.TAKEN: _TAKEN, What.VIOLENCE: _VIOLENCE, What.THREAT: _THREAT},
    **{What.VOICES: _COMMANDED, What.EATING: _STARVED},
}
EATING_DIRECTORY: Final = f"{EATING_LINES} lists free, confidential lines for exactly this."
AGAIN: Final = (
    "The same as before still stands: your local emergency number, or a person who comes.",
    "Nothing here takes the place of a person beside you tonight: call one, or the emergency "
    "number.",
    "I say it once more because it is your life: the emergency number, or somebody near you, now.",
)
HELP: Final = (
    "If it gets closer: your local emergency number, or a person near you. findahelpline.com "
    "lists free, confidential lines in your country."
)
EATING_HELP: Final = (
    f"If you faint, have chest pain or see blood: your local emergency number. {EATING_DIRECTORY}"
)
ASKED_STRAIGHT: Final = (
    "I read that, and I am not moving past it. Are you thinking of killing yourself? You can say "
    "it plainly here: it is no reproach either way, and you can go on writing."
)
_ASKS: Final = {
    What.EATING: (
        "I read that, and nobody marks you for it here. Have you fainted, had chest pain, seen "
        "blood, or gone days without food? You can say it plainly."
    ),
    What.VOICES: (
        "I read that, and I believe that you hear it. What does the voice tell you to do, and does "
        "it feel as if you have to? You can say it plainly here."
    ),
}
# The first sentence of an answer to danger that is not there yet, before any of a model's.
_STRAIGHT: Final = "What you wrote is about your life, and I am not moving past it."
_BEGINS: Final = {
    What.WISH_DEAD: "You wrote that you would rather not be alive, and I am not moving past that.",
    What.DISAPPEARING: "You wrote that you would rather be gone, and I am not moving past that.",
    What.ENDING: "You wrote of ending your life, and I am not moving past that.",
    What.THOUGHTS: "You wrote of thoughts of dying, and I am not moving past that.",
    What.PLAN: "You wrote of a plan to die, and I am not moving past that.",
    What.MEANS: "You wrote of a way to die. I am not moving past that, and I will name none.",
    What.HARM: "You wrote of hurting yourself. I am not moving past that, and it is no reproach.",
    What.BURDEN: (
        "You wrote that others would be better off without you. I do not hold that to be true, and "
        "I am not moving past it."
    ),
    What.FAREWELL: "What you wrote reads like a goodbye, and I am not moving past that.",
    What.EATING: (
        "You wrote what eating has become for you. I am not moving past that, and it is no "
        "reproach."
    ),
    What.VOICES: (
        "You wrote of a voice that tells you what to do. I believe that you hear it, and I am not "
        "moving past that."
    ),
}
CONCERN: Final = (
    "Ask them straight out whether they think of killing themselves: asking puts nothing into "
    "anybody's head. Then listen more than you talk, help to put away what they could use, and "
    "bring in one more person, so that you do not carry it alone. If it is happening now: their "
    "local emergency number, and stay in touch until somebody is there."
)
UNSURE: Final = (
    "I read that twice and would rather ask than guess: is it that you don't want to be alive, or "
    "something else? Either is fine to say here."
)
OPEN: Final = (
    "I am not sure that I read that right. What do you mean by it? Say it as it is; it can be said "
    "here."
)
SAID_YES: Final = "You said yes to that, and I am not moving past it."
SAID_PLAINLY: Final = (
    "It took something to say that plainly, and it can be said here. Do you have a plan, or "
    "anything with you that you are afraid of? That, too, can be said as it is."
)
STEADY: Final = "What you wrote is not passed over here. Go on in any order you like."
QUIET: Final = (
    "I read that, and it deserves more than a busy room. There is an answer that only you can see."
)
ENGLISH: Final = FloorWords(
    first=FIRST,
    directory=DIRECTORY,
    eating_directory=EATING_DIRECTORY,
    own=_OWN,
    about=_ABOUT,
    an_ai="I'm an AI and cannot call anyone.",
    write_on="You can keep writing here.",
    again=AGAIN,
    help=HELP,
    eating_help=EATING_HELP,
    asked=ASKED_STRAIGHT,
    asks=_ASKS,
    straight=_STRAIGHT,
    begins=_BEGINS,
    concern=CONCERN,
    steady=STEADY,
    quiet=QUIET,
    matters="I read that, and nothing else here matters as much.",
)
ALOUD: Final = ENGLISH.aloud
EVERY: Final = (ENGLISH, *ELSEWHERE.values())
_ENGLISH_ONLY: Final = (What.VIOLENCE, What.THREAT)  # read in English, so said in it
READ: Final = "Read privately"
TAKE_AWAY: Final = "Take this away"
NIGHT_CARD: Final = "From your night card, as you wrote it in calm:"


_VITAL: Final = tuple(begins for words in EVERY for begins in words.vital)
HELPS: Final = tuple(line for words in EVERY for line in (words.help, words.eating_help))


def words_for(verdict: Verdict) -> FloorWords:
    """Gives the words of the language in which it was said; English where it has none."""
    is_english = verdict.what in _ENGLISH_ONLY
    return ENGLISH if is_english else ELSEWHERE.get(verdict.language, ENGLISH)


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
    is_own = verdict.language in ELSEWHERE or verdict.what in _ASKS
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
