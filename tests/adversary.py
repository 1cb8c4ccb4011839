"""Strings that are made to be slow to read: every repeat of a pattern is pumped."""

import importlib
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_MANY = 20  # a repeat that may go on for longer counts as one without an end
_TAIL = "§"  # no letter, no blank, no mark that any pattern asks for: what was begun fails there
_PALETTE = "a 0.\n\"',-“*`"
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
PUMPS = (
    # What was slow before, of each kind; the rest is for the long version.
    *(" ", ".", "\n", '"', "“", "'", "`", "no,", "so ,", "```\n", "> ", "a", "0", "a.", "!", "*"),
    *("\u0301\u0316", "aGVsbG8gd29ybGQgaGVsbG8=", "&#38;", "i am "),
    *("„", "‘", "```", "**", "_", "(", "[", "<", ">", "#", "-", "A", "?", "…", ",", ";", ":", "—"),
    *("&", "=", "/", "\\", "~", "\u0301", "\u200b", "so , ", "i ", "and ", "a. ", "a b ", "'a"),
    *("a'", "a-", " - ", "\n> ", "\n\n", "1. ", "- \n", "**a", "*a*", "[a](", "![", "<b>", "</b>"),
    *(
        "(((",
        "&amp;",
        "YWJj",
        "e\u0301",
        "а",
        "ａ",
        "👍🏽",
        "k.",
        "k i l l ",
        "\ufdfa",
        '"a" ',
        "“a” ",
    ),
    *("“a", "he said ", "not ", "you ", "<think>", "</think>", "<th", "\r\n", "\t", "i am 1"),
    *("i'm ", "attune ", "/attune ask ", "note:", "https://", "a.b/", "@", "<@1>", "{", "}", "的"),
)
MOST_LIKELY = 20  # of them, in the short version


def texts(pattern: re.Pattern[str], size: int, most: int = 3) -> Iterator[str]:
    """Gives strings of about that size that a pattern may be slow on; `most` variants of each."""
    for head, pump in dict.fromkeys(pumps(pattern, most)):
        yield pumped(head, pump, size)


def pumped(head: str, pump: str, size: int) -> str:
    """Gives a head, and a pump as often as it takes."""
    return head + pump * max(1, (size - len(head)) // len(pump)) + _TAIL


def pumps(pattern: re.Pattern[str], most: int) -> Iterator[tuple[str, str]]:
    """Gives what goes before, and what is said again and again."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for example in _variants(tree, most):
        yield from (("", part) for part in (example, example[:-1]) if part)
    for before, body in _repeats(tree, ()):
        heads = list(_variants(before, most)) or [""]
        for at, inner in enumerate(_variants(body, 2 * most if most < 4 else 4 * most)):
            head = heads[at % len(heads)]
            yield from ((head, inner), ("", inner), ("", head + inner))
            yield from ((("", head),) if head else ())
    yield from (("", inner) for inner in _asserted(tree, most))


def _variants(nodes: Sequence[Any], most: int) -> Iterator[str]:
    """Gives different strings that the nodes read."""
    made = dict.fromkeys(_example(nodes, choice, {}) for choice in range(most))
    yield from (each for each in made if each)


def _example(nodes: Sequence[Any], choice: int, groups: dict[int, str]) -> str:
    return "".join(_one(str(op), value, choice, groups) for op, value in nodes)


def _one(op: str, value: Any, choice: int, groups: dict[int, str]) -> str:
    match op:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL":
            return next(mark for mark in _PALETTE if ord(mark) != value)
        case "ANY":
            return _PALETTE[choice % 2]
        case "IN":
            marks = _marks(value)
            return marks[choice % len(marks)]
        case "BRANCH":
            return _example(value[1][choice % len(value[1])], choice, groups)
        case "SUBPATTERN":
            groups[value[0]] = _example(value[3], choice, groups)
            return groups[value[0]]
        case "ATOMIC_GROUP":
            return _example(value, choice, groups)
        case "GROUPREF":
            return groups.get(value, "")
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            often = min(max(value[0], choice % 2), value[1])
            return _example(value[2], choice, groups) * int(often)
    return ""


def _marks(members: Sequence[Any]) -> str:
    """Gives some of the marks that a set of marks holds."""
    lows = [chr(value if str(op) == "LITERAL" else value[0]) for op, value in members if _has(op)]
    likely = dict.fromkeys((*lows, *_PALETTE))
    return "".join(mark for mark in likely if _holds(members, mark)) or "a"


def _has(op: Any) -> bool:
    return str(op) in ("LITERAL", "RANGE")


def _holds(members: Sequence[Any], mark: str) -> bool:
    is_negated = str(members[0][0]) == "NEGATE"
    return any(_is_in(str(op), value, mark) for op, value in members) is not is_negated


def _is_in(op: str, value: Any, mark: str) -> bool:
    match op:
        case "LITERAL":
            return ord(mark) == int(value)
        case "RANGE":
            return bool(value[0] <= ord(mark) <= value[1])
        case "CATEGORY":
            name = str(value)
            plain = {"SPACE": str.isspace, "DIGIT": str.isdigit, "WORD": _is_word}
            kind = next(test for part, test in plain.items() if name.endswith(part))
            is_of_kind: bool = kind(mark)
            return is_of_kind is not ("NOT" in name)
    return False


def _is_word(mark: str) -> bool:
    return mark.isalnum() or mark == "_"


def _repeats(nodes: Sequence[Any], before: tuple[Any, ...]) -> Iterator[tuple[Any, Any]]:
    """Gives every repeat without an end, with what stands before it."""
    for at, (op, value) in enumerate(nodes):
        ahead = (*before, *tuple(nodes)[:at])
        if str(op) in _REPEATS:
            if int(value[1]) > _MANY:
                yield ahead, value[2]
            yield from _repeats(value[2], ahead)
        for inner in _inside(str(op), value):
            yield from _repeats(inner, ahead)


def _inside(op: str, value: Any) -> Iterator[Any]:
    match op:
        case "BRANCH":
            yield from value[1]
        case "SUBPATTERN":
            yield value[3]
        case "ATOMIC_GROUP":
            yield value
        case "ASSERT" | "ASSERT_NOT":
            yield value[1]


def _asserted(nodes: Sequence[Any], most: int) -> Iterator[str]:
    """Gives what a pattern asks to stand before or after, which is no part of an example."""
    for op, value in nodes:
        if str(op) in ("ASSERT", "ASSERT_NOT"):
            yield from islice(_variants(value[1], most), most)
        inner = [value[2]] if str(op) in _REPEATS else _inside(str(op), value)
        for each in inner:
            yield from _asserted(each, most)
