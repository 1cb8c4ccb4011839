"""The marks that only the program sets in a prompt; nobody's words can contain or close one."""

import re

OPENS, CLOSES = "⟦", "⟧"
_BESIDE = "\u2060"  # seen by nobody: it tells the program's brackets from a person's
_LOOKALIKES = str.maketrans(dict.fromkeys("⟦〚⁅⦋⟬", "[") | dict.fromkeys("⟧〛⁆⦌⟭", "]"))
# What servers read as the end of a turn, or the beginning of another, wherever it stands.
_TURN = re.compile(
    r"<(?=[|｜][^|｜<>\n]{1,40}[|｜]>|/?(?:start|end)_of_turn>|/?s>|</?SYS>>|/?(?:system|assistant|user)>)"
    r"|\[(?=/?INST\])"
)

_QUOTED = re.compile(rf"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")


def unmarked(text: str) -> str:
    """Gives words without anything that is a mark of the program's or ends a turn."""
    bare = text.translate(_LOOKALIKES).replace(_BESIDE, "")
    return _TURN.sub(lambda found: f"{found[0]} ", bare)


def noted(text: str, note: str) -> str:
    """Gives words with the note on the reply in brackets after them.

    A note that is there already is continued.
    """
    if note and _BESIDE in text:
        return f"{text.removesuffix(')')} {note})"
    return f"{text}\n\n{_BESIDE}({note})" if note else text


def without_note(text: str) -> str:
    """Gives the words alone."""
    return text.partition(f"\n\n{_BESIDE}")[0]


def without_quoted(text: str) -> str:
    """Gives what the program says itself, without the words between its marks."""
    return _QUOTED.sub(" ", text)
