"""What rules and budgets look at in a reply's exchange: values from a prompt and an ask."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.actions.ask import Ask
from bot.governor.check import INSTRUCTS
from bot.governor.context import Context
from bot.holding import HeldRow
from bot.layout.markup import SMALL, small
from bot.prompt import stands_under_replies, without_note
from bot.prompt.marks import without_quoted
from bot.prompt.system import MAX_NAME
from bot.records import AskRow, ConversationRow
from bot.rupture import Rupture
from bot.strings import Strings
from bot.words import Prompt, Said


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A message and its finished reply, with what the reply was written from."""

    row: AskRow
    ask: Ask
    prompt: Prompt
    context: Context
    reply: str = field(repr=False)
    talk: ConversationRow
    may_hold: bool = False  # what the person asks for, and a summary


def context_of(prompt: Prompt, said: str, ask: Ask, strings: Strings) -> Context:
    """Gives what the rules look at: the message, the level, and the messages before it."""
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
        boundaries=prompt.brief.boundaries,
        strings=strings,
    )


def with_recalled(context: Context, rows: Iterable[HeldRow]) -> Context:
    """Gives the same, with the lines that were recalled for the reply."""
    return replace(context, recalled=tuple(one.body for one in rows))


def told(prompt: Prompt) -> str:
    """Gives all instructions to the model: of the system line, of the note, and of a redraft.

    What the note quotes is its person's own, and may be said back to them.
    """
    last = prompt.lines[-1].text
    note = without_quoted(last[len(without_note(last)) :])
    return "\n".join((prompt.lines[0].text, note, *INSTRUCTS.values()))


def _name(prompt: Prompt) -> str:
    """Gives the bot's own name from the beginning of the system line."""
    return prompt.lines[0].text.removeprefix("You are ").partition(", an AI")[0][:MAX_NAME]


def shows_danger(ask: Ask) -> bool:
    """Returns whether fixed words may show a crisis: to others only what they could read."""
    return bool(ask.crisis) and (ask.is_direct or ask.crisis in ("acute", "elevated"))


def is_of_manner(kind: Rupture | None) -> bool:
    """Returns whether a repair may change only how a reply is said, and not its content."""
    return kind not in {None, Rupture.MISSED_THE_POINT, Rupture.LOST_THE_THREAD}


def line_under(reply: str, strings: Strings) -> str:
    """Gives the small line at the end of a reply, so that a repair in its place has it too."""
    last = _last_line(reply)
    return small(last) if stands_under_replies(last, strings) else ""


def without_line(reply: str, strings: Strings) -> str:
    """Gives a reply without the small lines at its end."""
    shown = reply.rstrip()
    while shown and stands_under_replies(_last_line(shown), strings):
        shown = shown.rpartition("\n")[0].rstrip()
    return shown


def _last_line(reply: str) -> str:
    """Gives the last line; some platforms give a message back without its marks."""
    return reply.rstrip().rpartition("\n")[2].removeprefix(SMALL)


def size(prompt: Prompt) -> int:
    """Gives the number of characters of a prompt."""
    return sum(len(line.text) for line in prompt.lines)


def said_in(history: tuple[Said, ...], ask: Ask) -> str:
    """Gives the message that an ask answers, or an empty text if it is gone."""
    return next((one.text for one in history if one.id == ask.message), "")
