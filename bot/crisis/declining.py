"""A person ends that help is named, and never the care: said to the bot about its lines."""

import re

from bot.text.normalize import normalized
from bot.text.pieces import ends

_DECLINES = re.compile(
    r"\b(?:(?:do not|don't|dont|stop|quit|no more|please stop|enough) (?:\w+ ){0,3}?(?:repeat\w*|"
    r"saying|telling|sending|giving|posting|show\w*|mention\w*|with|of) (?:\w+ ){0,3}?(?:that|this|"
    r"it|those|numbers?|hotlines?|helplines?|lines?|crisis)|(?:do not|don't|dont) (?:repeat|say) "
    r"(?:that|it|this)|(?:do not|don't|dont) (?:need|want) (?:a |the |any |your )?(?:hotline|"
    r"helpline|number|crisis|emergency))\b"
)


def is_declined(text: str) -> bool:
    """Whether somebody says that help need not be named again."""
    return bool(_DECLINES.search(normalized(ends(text))))
