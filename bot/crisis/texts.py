"""What is said when a life is at risk: written by people, whole, and the same for everybody.

No telephone number stands here, and none is ever written by a model: findahelpline.com names the
lines of every country, and the admins of a space may add their own below.
"""

from typing import Final

from bot.crisis.signs import What
from bot.crisis.tiers import Tier, Verdict

FIRST: Final = "Your local emergency number, now, or someone near you who can come."
DIRECTORY: Final = "findahelpline.com lists free, confidential lines in your country."
_OWN: Final = (
    "What you wrote sounds as if your life is at risk, and nothing else here matters as much. Put "
    "some distance between you and what you could use, and let a person be with you. I'm an AI and "
    "cannot call anyone; you can keep writing here."
)
_TAKEN: Final = (
    "Call before you write anything more: say what was taken, how much, and when. I'm an AI and "
    "cannot call anyone; you can keep writing here while help is on its way."
)
_VIOLENCE: Final = (
    "Get to a door that locks or to people, if you can do it safely, and stay on the line with "
    "them. I'm an AI and cannot call anyone; you can keep writing here."
)
_THREAT: Final = (
    "Put distance between you and them, and give what could hurt somebody out of your hands. Say "
    "to a person what you wrote here. I'm an AI and cannot call anyone; you can keep writing here."
)
_ABOUT: Final = {What.TAKEN: _TAKEN, What.VIOLENCE: _VIOLENCE, What.THREAT: _THREAT}
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
ASKED_STRAIGHT: Final = (
    "I read that, and I am not moving past it. Are you thinking of killing yourself? You can say "
    "it plainly here: it is no reproach either way, and you can go on writing."
)
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
}
CONCERN: Final = (
    "Ask them straight out whether they think of killing themselves: asking puts nothing into "
    "anybody's head. Then listen more than you talk, help to put away what they could use, and "
    "bring in one more person, so that you do not carry it alone. If it is happening now: their "
    "local emergency number, and stay in touch until somebody is there."
)
STEADY: Final = "What you wrote is not passed over here. Go on in any order you like."
QUIET: Final = (
    "I read that, and it deserves more than a busy room. There is an answer that only you can see."
)
ALOUD: Final = (
    f"I read that, and nothing else here matters as much. {FIRST} {DIRECTORY} I'm an AI and cannot "
    "call anyone."
)
READ: Final = "Read privately"
TAKE_AWAY: Final = "Take this away"
NIGHT_CARD: Final = "From your night card, as you wrote it in calm:"


def acute(verdict: Verdict, line: str) -> str:
    """Gives the whole text for danger now: the emergency number first, the admins' line below."""
    body = _ABOUT.get(verdict.what, _OWN) if verdict.what is not None else _OWN
    return "\n\n".join(part for part in (FIRST, body, _below(line)) if part)


def straight(verdict: Verdict) -> str:
    """Gives the sentence with which an answer begins, before any word of a model's."""
    return _BEGINS.get(verdict.what, _STRAIGHT) if verdict.what is not None else _STRAIGHT


def elevated(line: str) -> str:
    """Gives what a person reads where no model writes the answer: the question, then help."""
    return "\n\n".join((ASKED_STRAIGHT, help_line(line)))


def help_line(line: str) -> str:
    """Gives the one line of help after an answer, and the admins' line."""
    return f"{HELP}\n{line}" if line else HELP


def private(verdict: Verdict, line: str) -> str:
    """Gives the whole text of a tier, for where only its person reads it."""
    match verdict.tier:
        case Tier.ACUTE:
            return acute(verdict, line)
        case Tier.CONCERN:
            return CONCERN
        case _:
            return elevated(line)


def aloud(verdict: Verdict) -> str:
    """Gives what is said where others read, while nothing can be kept for its person alone."""
    return CONCERN if verdict.tier is Tier.CONCERN else ALOUD


def is_vital(text: str) -> bool:
    """Whether these are the words for a life at risk: they are sent until they arrive."""
    return text.startswith((FIRST, ASKED_STRAIGHT, CONCERN, QUIET, ALOUD, *AGAIN))


def without_model(crisis: str, *, is_shared: bool = False) -> str:
    """Gives the answer of where no model can be asked, written by a person.

    Where others read along nothing of it is named.
    """
    if is_shared:
        return STEADY
    return {"elevated": ASKED_STRAIGHT, "concern": CONCERN}.get(crisis, STEADY)


def _below(line: str) -> str:
    return f"{line}\n{DIRECTORY}" if line else DIRECTORY
