"""The words of an event, of every kind that holds any: pure."""

from typing import Any

from adapters.matrix import addressed as told

JSON = dict[str, Any]
READ = ("m.text", "m.emote")
FILES = ("m.image", "m.video", "m.audio", "m.file")
POLLS = ("m.poll.start", "org.matrix.msc3381.poll.start")  # each is a kind of event, too
STICKER = "m.sticker"
KINDS = ("m.room.message", STICKER, *POLLS)  # of events that people say something with
_POLLS = ("m.poll", *POLLS)
_TEXTS = ("m.text", "org.matrix.msc1767.text", "body")
_PLACES = ("m.location", "org.matrix.msc3488.location")


def body_of(content: JSON) -> str | None:
    """Gives a person's words, without the quotation that clients put before a reply.

    For a picture, voice message or file: the caption; for a poll its question and answers; for a
    place its description; None for any other event.
    """
    body = _written(content)
    if body is None:
        return None
    if told.replied_to(content) is not None and body.startswith("> <"):
        body = _without_quotation(body)
    return body.strip()


def is_wordless(kind: str, content: JSON) -> bool:
    """Returns whether an event is a message without words, such as a picture."""
    shows = (*FILES, "m.location")
    is_shown = kind == STICKER or kind in POLLS or content.get("msgtype") in shows
    return is_shown and not body_of(content)


def may_concern(kind: str, content: JSON, me: told.Me, *, is_direct: bool) -> bool:
    """Returns whether a message may be for the bot; others are dropped before storing."""
    if told.replaced(content) is not None:
        return True
    text = body_of(content) or ""
    if not text and not is_wordless(kind, content):
        return False
    is_ours = is_direct or told.is_command(text)
    return is_ours or told.names(content, text, me) or told.replied_to(content) is not None


def _written(content: JSON) -> str | None:
    kind, body = content.get("msgtype"), content.get("body")
    poll = next((content[name] for name in _POLLS if isinstance(content.get(name), dict)), None)
    if poll is not None:
        return _of_poll(poll)
    if not isinstance(body, str):
        return None
    if kind in READ:
        return body
    if kind in FILES:  # the body is the caption where the name of the file stands apart from it
        name = content.get("filename")
        return body if isinstance(name, str) and name != body else None
    return _of_place(content, body) if kind == "m.location" else None


def _of_poll(poll: JSON) -> str | None:
    answers = poll.get("answers")
    each = answers[:20] if isinstance(answers, list) else []
    lines = [_text(poll.get("question")), *(_text(one) for one in each)]
    return "\n".join(line for line in lines if line) or None


def _of_place(content: JSON, body: str) -> str | None:
    """Gives a person's own name of a place, not the coordinates that clients add."""
    for name in _PLACES:
        place = content.get(name)
        description = place.get("description") if isinstance(place, dict) else None
        if isinstance(description, str) and description.strip():
            return description
    return None if "geo:" in body or "://" in body else body


def _text(part: object) -> str:
    """Gives the text of an extensible event, in each form that clients write."""
    if not isinstance(part, dict):
        return ""
    for found in (part.get(name) for name in _TEXTS):
        first = found[0] if isinstance(found, list) and found else found
        plain = first.get("body") if isinstance(first, dict) else first
        if isinstance(plain, str) and plain.strip():
            return plain.strip()
    return ""


def _without_quotation(body: str) -> str:
    lines = body.split("\n")
    own = next((place for place, line in enumerate(lines) if not line.startswith(">")), len(lines))
    return "\n".join(lines[own:])
