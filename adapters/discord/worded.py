"""The words of a message, of every kind that holds any: pure."""

from typing import Any

from adapters.discord.cards import words

JSON = dict[str, Any]
MOST_ANSWERS, MOST_FORWARDED, MOST_CAPTIONS = 20, 5, 10


def own(message: JSON) -> str:
    """Gives a person's own words: their text, their poll, and the captions of their pictures."""
    said = words(message)
    captions = (str(one.get("description") or "") for one in attached(message)[:MOST_CAPTIONS])
    return "\n\n".join(part for part in (said, _of_poll(message), *captions) if part.strip())


def forwarded(message: JSON) -> str:
    """Gives the words that a message forwards; Discord does not name their authors."""
    return "\n\n".join(part for part in map(own, snapshots(message)) if part)


def snapshots(message: JSON) -> list[JSON]:
    """Gives the messages that one forwards."""
    every = _listed(message.get("message_snapshots"))[:MOST_FORWARDED]
    return [one["message"] for one in every if isinstance(one.get("message"), dict)]


def attached(message: JSON) -> list[JSON]:
    """Gives the attachments of a message."""
    return _listed(message.get("attachments"))


def brought(message: JSON) -> list[JSON]:
    """Gives the files that a message brings: its own, else those of its author's it replies to."""
    replied = message.get("referenced_message")
    replied = replied if isinstance(replied, dict) else {}
    is_own = _author(replied) is not None and _author(replied) == _author(message)
    return attached(message) or (attached(replied) if is_own else [])


def shows_anything(message: JSON) -> bool:
    """Returns whether a message holds more than text: a picture, a sticker or a forward."""
    kinds = ("attachments", "sticker_items", "poll", "message_snapshots", "embeds", "activity")
    return any(message.get(kind) for kind in kinds)


def _author(message: JSON) -> object:
    return (message.get("author") or {}).get("id")


def _of_poll(message: JSON) -> str:
    poll = message.get("poll")
    if not isinstance(poll, dict):
        return ""
    answers = (one.get("poll_media") for one in _listed(poll.get("answers"))[:MOST_ANSWERS])
    lines = [_text(poll.get("question")), *(_text(one) for one in answers)]
    return "\n".join(line for line in lines if line)


def _text(media: object) -> str:
    return str(media.get("text") or "").strip() if isinstance(media, dict) else ""


def _listed(found: object) -> list[JSON]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
