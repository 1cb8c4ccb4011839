"""Discord's codes of languages: of who acts, and of what it is told in all that are offered: pure.

Where people are is never looked at: a server's language says nothing of who reads there.
"""

from collections.abc import Callable
from typing import Any

from bot.strings import OFFERED, Strings

JSON = dict[str, Any]
# Most are the code of the language alone.
_CALLED = {"en": ("en-US", "en-GB"), "es": ("es-ES", "es-419"), "pt": ("pt-BR",)}


def language_of(interaction: JSON) -> str:
    """Gives the code of the language that who acts reads Discord in; empty if it is not offered."""
    code = str(interaction.get("locale") or "").partition("-")[0]
    return code if code in OFFERED else ""


def localised(says: Callable[[Strings], str], strings: Strings) -> dict[str, str]:
    """Gives by Discord's codes what is said in every offered language but that of the strings."""
    return {
        called: says(strings.to(code))
        for code in OFFERED
        if code != strings.code
        for called in _CALLED.get(code, (code,))
    }
