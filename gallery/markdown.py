"""Discord's Markdown as HTML, as far as the adapter writes it; everything else is only words."""

import html
import re
from datetime import UTC, datetime

from bot.clock import SystemClock

_INLINE = re.compile(
    r"\\(?P<plain>[\\*_~`|<>\[\]()#@:.-])|`(?P<code>[^`\n]+)`|\*\*(?P<bold>.+?)\*\*"
    r"|<t:(?P<at>\d+):(?P<style>[DRdftT])>|</(?P<call>[^:>\n]+):\d+>|<(?P<quiet>https?://[^>\s]+)>"
    r"|(?P<link>https?://[^\s<>]+)|<@!?(?P<user>\d+)>|<#(?P<room>\d+)>|\*(?P<slant>[^*\s][^*\n]*)\*"
)


def page(text: str) -> str:
    """Gives a message's words as HTML."""
    parts = re.split(r"```(?:\w*\n)?(.*?)```", text, flags=re.DOTALL)
    return "".join(
        f"<pre>{html.escape(part)}</pre>" if place % 2 else _lines(part)
        for place, part in enumerate(parts)
    )


def _lines(text: str) -> str:
    return "".join(_line(line) for line in text.strip("\n").split("\n")).replace("</ul><ul>", "")


def _line(line: str) -> str:
    if not line.strip():
        return '<div class="gap"></div>'
    if line.startswith("-# "):
        return f'<p class="small">{inline(line[3:])}</p>'
    if line.startswith(("- ", "* ")):
        return f"<ul><li>{inline(line[2:])}</li></ul>"
    if found := re.match(r"#{1,3} (.*)", line):
        return f"<h3>{inline(found[1])}</h3>"
    return f"<p>{inline(line)}</p>"


def inline(line: str) -> str:
    """Gives the words of one line."""
    parts, start = [], 0
    for found in _INLINE.finditer(line):
        parts += [html.escape(line[start : found.start()]), _drawn(found)]
        start = found.end()
    return "".join(parts) + html.escape(line[start:])


def _drawn(found: re.Match[str]) -> str:
    kind, words = found.lastgroup or "", html.escape(found[found.lastgroup or 0])
    match kind:
        case "code":
            return f"<code>{words}</code>"
        case "bold":
            return f"<strong>{inline(found['bold'])}</strong>"
        case "slant":
            return f"<em>{inline(found['slant'])}</em>"
        case "style":
            return f'<span class="when">{_moment(int(found["at"]), words)}</span>'
        case "call":
            return f'<span class="call">/{words}</span>'
        case "quiet" | "link":
            return f"<a>{words}</a>"
        case "user" | "room":
            return f'<span class="call">{"@Attune" if kind == "user" else "#lobby"}</span>'
    return words


def _moment(seconds: int, style: str) -> str:
    moment = datetime.fromtimestamp(seconds, UTC)
    if style != "R":
        return f"{moment:%-d %B %Y}"
    days = (moment - SystemClock().now()).total_seconds() / 86400
    return (
        f"in {round(days)} days" if days >= 1.5 else "in a day" if days > 0.9 else "in some hours"
    )
