"""The words of a message in safe HTML: no tag, link, picture or mention of anybody's works."""

import re
from collections.abc import Iterable
from functools import partial
from html import escape
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from bot.layout.markup import POINT, SMALL, parted

# Clients look for previews in links, and make a link of every address that stands outside code.
_ADDRESS = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]{1,400}`|(?<![\w`])((?:https?://|www\.)[^\s<>`]+)", re.DOTALL | re.I
)
_TRAILING = ".,;:!?)]}\"'*_~|”’»"
_ESCAPED = re.compile(r"\\([\\*_~`|<>\[\]()#@])")
_COMMAND = re.compile(r"(?<![\w/])/(?=attune(?:-admin)?\b)")
_NUMBERED = re.compile(rf"{POINT}(?=([0-9]{{1,6}})\. )")  # a point with a number of its own
_FENCE = "```"
_BREAKS = ("softbreak", "hardbreak")
_HTML = MarkdownIt("commonmark", {"html": False, "breaks": True})
_HTML.disable(["link", "image", "autolink", "html_inline", "html_block", "entity", "reference"])


def typed(text: str) -> str:
    """Gives a text that names commands as they are typed here: `!attune` for `/attune`."""
    return _COMMAND.sub("!", text)


def talk(text: str) -> str:
    """Gives a reply in HTML; a line that is marked so is small, unless it is code."""
    return str(_HTML.render(_ADDRESS.sub(_quiet, text))).strip()


def own(text: str) -> str:
    """Gives a text in the bot's own markup in HTML: bold words, lists of points, small lines.

    Words to copy are a quotation: clients cut the lines of a block of code, and wrap these.
    """
    return "".join(_copied(part) if is_copied else _laid(part) for part, is_copied in parted(text))


def _copied(words: str) -> str:
    return f"<blockquote>{'<br>'.join(map(_label, words.splitlines()))}</blockquote>"


def _laid(text: str) -> str:
    if _FENCE in text:  # it quotes a reply
        return talk(text)
    parts = groupby(enumerate(text.split("\n")), _list_of)
    # What follows a list is no part of it.
    return "".join(_own(_NUMBERED.sub("", line) for _, line in each) for _, each in parts)


def numbered(labels: tuple[str, ...]) -> str:
    """Gives what can be chosen, one to a line, each after its number."""
    each = (f"<strong>{number}</strong> {_label(one)}" for number, one in enumerate(labels, 1))
    return f"<p>{'<br>'.join(each)}</p>" if labels else ""


def _list_of(placed: tuple[int, str]) -> int | str:
    """Gives what the lines of one list share: numbered ones are one where each follows the last.

    A list counts on from its first number, so a line whose number was dropped begins another.
    """
    place, line = placed
    numbered = _NUMBERED.match(line)
    return int(numbered[1]) - place if numbered else POINT if line.startswith(POINT) else ""


def _own(lines: Iterable[str]) -> str:
    text = _ADDRESS.sub(partial(_quiet, is_own=True), "\n".join(lines))
    return str(_HTML.render(text)).strip()


def _quiet(found: re.Match[str], *, is_own: bool = False) -> str:
    """Gives an address as code, so that no client fetches it to show a preview."""
    if found[1] is None:
        return found[0]
    address = found[1].rstrip(_TRAILING)
    shown = _ESCAPED.sub(r"\1", address) if is_own else address
    return f"`{shown}`{found[1][len(address) :]}"


def _label(label: str) -> str:
    """Gives a label, in which no mark means anything, with its addresses as code."""
    return _ADDRESS.sub(_coded, escape(label))


def _coded(found: re.Match[str]) -> str:
    return found[0] if found[1] is None else f"<code>{found[1]}</code>"


def _small(state: StateCore) -> None:
    """Sets each line of a paragraph that begins with the mark of small text as `<sub>`."""
    for block in state.tokens:
        if block.type == "inline" and block.children:
            block.children = _with_sub(block.children)


def _with_sub(line: list[Token]) -> list[Token]:
    found, is_small, begins = list[Token](), False, True
    for one in line:
        if begins and one.type == "text" and one.content.startswith(SMALL):
            one.content, is_small = one.content.removeprefix(SMALL), True
            found.append(Token("sub_open", "sub", 1))
        elif is_small and one.type in _BREAKS:
            found.append(Token("sub_close", "sub", -1))
            is_small = False
        begins = one.type in _BREAKS
        found.append(one)
    return [*found, Token("sub_close", "sub", -1)] if is_small else found


_HTML.core.ruler.push("small", _small)
