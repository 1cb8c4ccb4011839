"""The marks that only the program sets in a prompt; nobody's words can hold or close one."""

import re

OPENS, CLOSES = "⟦", "⟧"
_LOOKALIKES = str.maketrans(dict.fromkeys("⟦〚⁅⦋⟬", "[") | dict.fromkeys("⟧〛⁆⦌⟭", "]"))
# What servers read as the end of a turn, or the beginning of another, wherever it stands.
_TURN = re.compile(
    r"<(?=[|｜][^|｜<>\n]{1,40}[|｜]>|/?(?:start|end)_of_turn>|/?s>|</?SYS>>|/?(?:system|assistant|user)>)"
    r"|\[(?=/?INST\])"
)


def unmarked(text: str) -> str:
    """Gives words in which nothing is a mark of the program's, or ends a turn."""
    return _TURN.sub(lambda found: f"{found[0]} ", text.translate(_LOOKALIKES))


def noted(text: str, note: str) -> str:
    """Gives words with the program's note after them; one that stands there already goes on."""
    if note and text.endswith(CLOSES):
        return f"{text.removesuffix(CLOSES)} {note}{CLOSES}"
    return f"{text}\n\n{OPENS}{note}{CLOSES}" if note else text


def without_note(text: str) -> str:
    """Gives the words alone."""
    return text.partition(f"\n\n{OPENS}")[0]
