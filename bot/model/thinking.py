"""Keeps a model's inline thinking, `<think>…</think>`, out of what it says. Pure."""

_OPEN, _CLOSE = "<think>", "</think>"


class Thinking:
    """Gives a stream's words without its thinking, however the stream is cut into pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._is_inside = False
        self._just_closed = False

    def feed(self, text: str) -> str:
        """Gives what may be shown now; the beginning of a tag is held until it is clear."""
        self._held += text
        said = ""
        while self._tag in self._held:
            before, _, self._held = self._held.partition(self._tag)
            said += self._visible(before)
            self._just_closed = self._is_inside
            self._is_inside = not self._is_inside
        kept = _begun(self._held, self._tag)
        before, self._held = self._held[: len(self._held) - kept], self._held[-kept:] * bool(kept)
        return said + self._visible(before)

    def end(self) -> str:
        """Gives what was held, since no more comes; a thought that never closed stays hidden."""
        held, self._held = self._held, ""
        return self._visible(held)

    @property
    def _tag(self) -> str:
        return _CLOSE if self._is_inside else _OPEN

    def _visible(self, text: str) -> str:
        if self._is_inside:
            return ""
        if self._just_closed:  # blank lines after a thought belong to it, not to the reply
            text = text.lstrip()
        self._just_closed = self._just_closed and not text
        return text


def _begun(text: str, tag: str) -> int:
    """Gives how many characters at the end of the text may be the beginning of the tag."""
    longest = min(len(text), len(tag) - 1)
    return next((size for size in range(longest, 0, -1) if tag.startswith(text[-size:])), 0)
