"""In which language a terminal is set, by the variables that every program there reads: pure."""

import re
from collections.abc import Mapping

from bot.strings import OFFERED

_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set holds
_ENDS = re.compile(r"[_.@]")  # "de_AT.UTF-8@euro"


def language_of(variables: Mapping[str, str]) -> str:
    """Gives the code of the language of a terminal; empty where that is none that is offered."""
    named = next((variables[name] for name in _NAMES if variables.get(name)), "")
    code = _ENDS.split(named)[0]
    return code if code in OFFERED else ""
