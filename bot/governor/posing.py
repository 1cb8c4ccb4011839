"""Markup on which a platform would act becomes mere words again.

A link that shows other words than where it leads, a picture that calls home, HTML, the tokens of a
model's roles, a line that poses as the program's own. Code stays as it is. A construct cut over two
sentences is harmless too: each half loses what makes it work.
"""

import re
from functools import cache

from bot.lexicon import lexicon
from bot.strings.strings import MODEL, Strings

_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n]{1,400}(?<!`)\1(?!`)")
_TOKEN = re.compile(
    r"<\|\w{1,30}\|?>|<｜[^｜<>\n]{1,40}｜>|\[/?INST\]|<</?SYS>>|</?s>|"
    r"</?(?:start|end)_of_turn>|<(?:bos|eos|pad|unk)>|<0x[0-9A-F]{2}>|"
    r"\[/?(?:SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\]|"
    r"</?(?:tool_call|tool_response|function_calls?|im_start|im_end|assistant|user|system)>",
    re.IGNORECASE,
)
_HALF_TOKEN = re.compile(r"<(?:\|(?=\w)|｜)\w{0,30}")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,300})\]\([^)\n]{0,1000}\)")
_LINK = re.compile(
    r"\[([^\[\]\n]{1,300})\]\(\s{0,3}<?(https?://[^)>\s]{1,1000})(?:[>\s][^)\n]{0,200})?\)", re.I
)
_NO_PLACE = re.compile(
    r"\[([^\[\]\n]{1,300})\]\(\s{0,3}<?(?:[a-z][a-z0-9+.-]{1,20}:|/|#|\.)[^)\n]{0,1000}\)", re.I
)
_HALF_LINK = re.compile(r"\](?=[(\[])")
_HALF_IMAGE = re.compile(r"!(?=\[)")
_COMMENT = re.compile(r"<!--|-->")
_NAMES = (
    r"(?:a|abbr|audio|b|base|blockquote|body|br|button|center|code|del|details|div|em|embed|"
    r"font|"
    r"form|h[1-6]|head|hr|html|i|iframe|img|input|ins|li|link|marquee|math|meta|mx-reply|object|ol|"
    r"option|p|pre|script|select|small|source|span|strong|strike|style|sub|summary|sup|svg|table|"
    r"tbody|td|textarea|th|thead|title|tr|track|u|ul|video)"
)
_TAG = re.compile(rf"</?{_NAMES}(?:\s[^<>]{{0,1000}}|/)?>", re.IGNORECASE)
_HALF_TAG = re.compile(rf"<(?=/?{_NAMES}(?:[\s/]|$))", re.IGNORECASE)
_COMMAND = re.compile(r"<(/[\w -]{1,100}):\d{5,25}>")
_LABELS = lexicon("en/governor/posing")["label"].pattern
_FLAG = "[\U0001f1e6-\U0001f1ef](?![\U0001f1e6-\U0001f1ff])"
_KEY = rf"(?:\[\d{{1,2}}\]|[0-9]\ufe0f?\u20e3|\U0001f51f|{_FLAG})"
_POSED = re.compile(
    rf"^[ \t>*_-]{{0,8}}{_KEY}[*_~]{{0,3}}[ \t\u00a0]{{1,3}}[*_~]{{0,3}}{_LABELS}[^\n]{{0,300}}$",
    re.IGNORECASE | re.MULTILINE,
)
_SMALL = re.compile(r"^([ \t>]{0,6})-#(?=[ \t])[ \t]{0,3}", re.MULTILINE)
_ROLE = re.compile(
    r"^([ \t>*_#]{0,6})(user|human|person|assistant|system|developer|tool|model|ai|bot|attune)"
    r"[*_]{0,2}[ \t]?[:：][*_]{0,2}(?=\s|$)",
    re.IGNORECASE | re.MULTILINE,
)
_MAY_POSE = re.compile(r"[<\[\]!:：⃣\U0001f51f\U0001f1e6-\U0001f1ef]|-#|[—–]")
_ROUNDS = 3  # a token may be hidden in a token


@cache
def _ended(strings: Strings) -> re.Pattern[str]:
    """Gives the pattern of lines that pose as the program's word that a reply is incomplete."""
    said = [one.replies for one in dict.fromkeys((strings, strings.to(MODEL)))]
    ends = [each for one in said for each in (one.stopped, one.cut_off.partition(":")[0])]
    every = "|".join(rf"{re.escape(end)}[^\n]{{0,80}}" for end in ends)
    return re.compile(rf"^[ \t>*_-]{{0,8}}(?:{every})$", re.IGNORECASE | re.MULTILINE)


def as_words(text: str, strings: Strings | None, before: str = "") -> str:
    """Gives a sentence with all markup made words, except its code.

    Args:
        strings: a line that poses as one of these is left out.
        before: the text right before it; its last character tells whether a line begins here and
            whether a half link works.
    """
    if not _MAY_POSE.search(text):
        return text
    parts, at = [], 0
    is_line = not before or before.endswith("\n")
    for code in _CODE.finditer(text):
        parts += [_bare(text[at : code.start()], strings, is_line=is_line and at == 0), code[0]]
        at = code.end()
    whole = "".join((*parts, _bare(text[at:], strings, is_line=is_line and at == 0)))
    return f" {whole}" if before.endswith("]") and whole.startswith(("(", "[")) else whole


def _bare(text: str, strings: Strings | None, *, is_line: bool) -> str:
    for _ in range(_ROUNDS):
        text = _TOKEN.sub("", text)
    text = _HALF_TOKEN.sub("", text)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(_shown, text)
    text = _NO_PLACE.sub(r"\1", text)
    text = _COMMAND.sub(r"\1", _TAG.sub("", _COMMENT.sub("", text)))
    text = _HALF_TAG.sub("< ", text)
    text = _HALF_IMAGE.sub("! ", _HALF_LINK.sub("] ", text))
    return _lines(text, strings) if is_line else _after_first(text, strings)


def _shown(link: re.Match[str]) -> str:
    """Gives a link as its words and its address, or the address alone if the words are the same."""
    words, address = link[1].strip(), link[2]
    return address if words.strip("<>/ ") in (address.strip("/"), "") else f"{words} ({address})"


def _lines(text: str, strings: Strings | None) -> str:
    text = _POSED.sub("", text)
    text = text if strings is None else _ended(strings).sub("", text)
    text = _SMALL.sub(r"\1", text)
    return _ROLE.sub(lambda found: f"{found[1].lstrip('*_#')}{found[2]} –", text)


def _after_first(text: str, strings: Strings | None) -> str:
    first, newline, rest = text.partition("\n")
    return f"{first}{newline}{_lines(rest, strings)}" if rest else text
