"""What fits the model's context, in estimated tokens."""

from dataclasses import replace

from bot.words import Line

LEFT_OUT = " [… left out …] "


def tokens(line: Line) -> int:
    """Estimates the tokens of a line, rather too many than too few."""
    return -(-len(line.text) // 3) + 4


def fitted(earlier: tuple[Line, ...], newest: tuple[Line, ...], room: int) -> tuple[Line, ...]:
    """Gives what fits: the oldest exchanges go first, then the middle of the newest words."""
    newest = _shortened(newest, room)
    room -= sum(map(tokens, newest))
    taken, first = sum(map(tokens, earlier)), 0
    while first < len(earlier) and (taken > room or earlier[first].role == "assistant"):
        taken -= tokens(earlier[first])
        first += 1
    return (*earlier[first:], *newest)


def _shortened(newest: tuple[Line, ...], room: int) -> tuple[Line, ...]:
    """Gives the lines within the room; a reply that landed wrong keeps a quarter of it."""
    if sum(map(tokens, newest)) <= room:
        return newest
    message, *others = newest
    replies = tuple(_cut(line, room // 4) for line in others)
    return (_cut(message, room - sum(map(tokens, replies))), *replies)


def _cut(line: Line, room: int) -> Line:
    longest = max(3 * (room - 4), len(LEFT_OUT) + 2)
    if len(line.text) <= longest:
        return line
    kept = longest - len(LEFT_OUT)
    head, tail = line.text[: kept - kept // 2], line.text[len(line.text) - kept // 2 :]
    return replace(line, text=head + LEFT_OUT + tail)
