"""Under which keys things are said, so that each is said once: typed values and one codec.

A key is spelled as every release spelled it: what waits under one in the outbox, or was said under
one on a platform, is found by it again.
"""

from dataclasses import dataclass
from typing import assert_never

from bot.ids import SendKey
from bot.records.due import EndLine, key_of, task_of

_FAILED, _BACK, _REPLY, _STAYS = "failed", "back", "reply", "stays"


@dataclass(frozen=True, slots=True)
class DecidedSend:
    """What a decision says: the hash of its event, and its place among what that decision says."""

    event: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class FailedSend:
    """That an event could not be decided about."""

    event: str


@dataclass(frozen=True, slots=True)
class ReplySend:
    """One message of the reply to an ask, which is named as its event is."""

    event: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What puts a reply back whose repair did not come to stand; named as the repair's event is."""

    event: str


@dataclass(frozen=True, slots=True)
class UnknownSend:
    """What a platform says by itself, or a later release says."""

    key: str


Send = DecidedSend | FailedSend | ReplySend | TakenBack | EndLine | UnknownSend


def send_key(send: Send) -> SendKey:
    """Gives the key that something is said under; `send_of` reads it again."""
    match send:
        case DecidedSend(event, place):
            return part_of(event, place)
        case FailedSend(event):
            return SendKey(f"{event}:{_FAILED}")
        case ReplySend(event, place):
            return part_of(f"{event}:{_REPLY}", place)
        case TakenBack(event):
            return SendKey(f"{event}:{_BACK}")
        case EndLine():  # under the key of the task that takes the line away
            return SendKey(key_of(send))
        case UnknownSend(key):
            return SendKey(key)
        case _:
            assert_never(send)


def part_of(base: str, place: int) -> SendKey:
    """Gives the key of one of the messages that something takes."""
    return SendKey(f"{base}:{place:02}")


def that_it_stays(whole: str) -> SendKey:
    """Gives the key under which it is said that something could not be taken away."""
    return SendKey(f"{whole}:{_STAYS}")


def send_of(key: str) -> Send:
    """Reads a key as this and every earlier release wrote it; that of a part as of its whole."""
    match key.split(":"):
        case [task, message, *_] if isinstance(line := task_of(f"{task}:{message}"), EndLine):
            return line
        case [event, word, *_] if word == _FAILED:
            return FailedSend(event)
        case [event, word, *_] if word == _BACK:
            return TakenBack(event)
        case [event, word, place, *_] if word == _REPLY and place.isdecimal():
            return ReplySend(event, int(place))
        case [event, place, *_] if place.isdecimal():
            return DecidedSend(event, int(place))
    return UnknownSend(key)


def event_of(key: str) -> str:
    """Names the event that something is said about, as its ask is named; empty where none is."""
    match send_of(key):
        case DecidedSend(event) | FailedSend(event) | ReplySend(event) | TakenBack(event):
            return event
        case EndLine() | UnknownSend():
            return ""
