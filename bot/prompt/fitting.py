"""Fits a prompt into the model's context, in estimated tokens."""

from dataclasses import replace

from bot.words import PromptLine

LEFT_OUT = " [… left out …] "


def tokens(line: PromptLine) -> int:
    """Estimates the tokens of a line, rather too many than too few."""
    return -(-len(line.text) // 3) + 4


def fitted(
    earlier: tuple[PromptLine, ...], newest: PromptLine, room: int, step: int
) -> tuple[PromptLine, ...]:
    """Gives what fits: the oldest exchanges go first, then the middle of the newest words.

    Exchanges are dropped in steps of so many tokens, so that the rest keeps its beginning for some
    turns; otherwise a server could not cache the prefix of a long conversation.
    """
    newest = _cut(newest, room)
    over = sum(map(tokens, earlier)) + tokens(newest) - room
    goes = -(-over // step) * step if over > 0 else 0
    gone, first = 0, 0
    while first < len(earlier) and (gone < goes or earlier[first].role == "assistant"):
        gone += tokens(earlier[first])
        first += 1
    return (*earlier[first:], newest)


def _cut(line: PromptLine, room: int) -> PromptLine:
    longest = max(3 * (room - 4), len(LEFT_OUT) + 2)
    if len(line.text) <= longest:
        return line
    kept = longest - len(LEFT_OUT)
    head, tail = line.text[: kept - kept // 2], line.text[len(line.text) - kept // 2 :]
    return replace(line, text=head + LEFT_OUT + tail)
