"""What a reply's exchange is, for the rules and the budgets: values out of a prompt and an ask."""

from bot.actions.ask import Ask
from bot.governor.check import INSTRUCTS
from bot.governor.context import Context
from bot.prompt import without_note
from bot.prompt.system import MAX_NAME
from bot.rupture import Rupture
from bot.strings import Strings
from bot.words import Prompt, Said


def context_of(prompt: Prompt, said: str, ask: Ask, strings: Strings) -> Context:
    """Gives what the rules look at: the message, the level, and what was said before it."""
    earlier = tuple(line.text for line in prompt.lines if line.role == "assistant")
    others = tuple(line.text for line in prompt.lines[1:-1] if line.role == "user")
    return Context(
        said,
        ask.level,
        prompt.brief.stance,
        earlier,
        others,
        is_of_manner(ask.rupture),
        crisis=ask.crisis,
        is_shared=not ask.is_direct,
        name=_name(prompt),
        sent=told(prompt),
        strings=strings,
    )


def told(prompt: Prompt) -> str:
    """Gives what the model is told besides what people said, and what a redraft may tell it."""
    last = prompt.lines[-1].text
    note = last[len(without_note(last)) :]
    return "\n".join((prompt.lines[0].text, note, *INSTRUCTS.values()))


def _name(prompt: Prompt) -> str:
    """Gives the bot's own name, as the system line begins with it."""
    return prompt.lines[0].text.removeprefix("You are ").partition(", an AI")[0][:MAX_NAME]


def shows_danger(ask: Ask) -> bool:
    """Whether fixed words may show that a life is at risk: to others only what they read too."""
    return bool(ask.crisis) and (ask.is_direct or ask.crisis in ("acute", "elevated"))


def is_of_manner(kind: Rupture | None) -> bool:
    """Whether a repair may change how a reply says something, and not what it holds."""
    return kind not in {None, Rupture.MISSED_THE_POINT, Rupture.LOST_THE_THREAD}


def notice_of(old: str, strings: Strings) -> str:
    """Gives the notice that a reply carries, so that its repair carries it on."""
    notices = (strings.replies.notice, strings.replies.notice_under_18)
    return next((f"\n\n{each}" for each in notices if old.rstrip().endswith(each)), "")


def size(prompt: Prompt) -> int:
    """Gives how many characters a prompt has."""
    return sum(len(line.text) for line in prompt.lines)


def said_in(history: tuple[Said, ...], ask: Ask) -> str:
    """Gives the message that an ask answers; empty where it is gone."""
    return next((one.text for one in history if one.id == ask.message), "")
