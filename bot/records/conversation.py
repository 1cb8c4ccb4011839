"""The rows of conversations: the bot's messages and replies, and words on their way."""

import json
from dataclasses import asdict, field
from datetime import datetime, timedelta

from bot.records.declare import (
    IN_TRANSIT,
    STANDS,
    About,
    Cause,
    Chapter,
    ErasedPlace,
    Row,
    Words,
    record,
)


@record(
    About(
        "conversations, without words: since when, what you wanted, repairs that hold",
        "scope",
        until="the next conversation there begins",
        chapter=Chapter.TALK,
    )
)
class ConversationRow(Row):
    """Operational: a scope's conversation in a room (its key), without its words."""

    started_at: datetime | None = None
    last_at: datetime | None = None
    stance: str = ""
    stance_by: str = ""  # the hash of the message that set it in words
    turn: int = 0  # how many messages of the person it has seen
    only_question: bool = False  # the newest reply was nothing but a question
    corrections: str = ""  # JSON pairs: a reply, and the kind of the repair that holds
    heard: str = ""  # the code of another language than theirs that their last message was in
    summed: int = 0  # the turn up to which a summary was written or dropped
    summing: str = ""  # the reply after which one is being written
    asked_off: int = 0  # the turn whose reply ended by asking what a bare "off" would answer
    said_why_not: bool = False  # it was said in it that nothing is held
    offer: Words = ""  # JSON: the reply that is offered to be written anew, and where that stands


@record(
    About(
        "the style you set",
        "scope",
        until="erased",
        causes=(Cause.FREEZE,),
        chapter=Chapter.SET,
    )
)
class StyleRow(Row):
    """What the person set of the bot's manner by command; its key is the setting's name."""

    value: str = ""

    def is_frozen(self, above: int, upward: frozenset[str]) -> bool:
        """Returns whether the style needs a level that was left; one that asks for less stays."""
        return above == 0 and self.value in upward


@record(
    About(
        "messages of mine you can tap, without their words",
        "scope",  # a card about another place: its person, until that place is erased
        timedelta(days=30),
        until="erased",
        causes=(Cause.PLACE,),
    )
)
class PostRow(Row):
    """Operational: a message of the bot's that its person may act on; keyed by its id's hash."""

    purpose: str = "note"  # reply, card, note
    reply: str = ""  # the reply it belongs to
    at: datetime | None = None
    body: Words = ""  # JSON: choices and the scope they act on

    def is_of(self, place: ErasedPlace) -> bool:
        """Returns whether its choices act on that place, though it was shown elsewhere."""
        return bool(self.body) and json.loads(self.body)["scope"] == asdict(place.scope)


@record(
    About(
        "replies: where they stand; what they said before a repair, for a day",
        "scope",
        timedelta(days=30),
        until="the message it answers is deleted",
        chapter=Chapter.TALK,
    )
)
class ReplyRow(Row):
    """Operational: a finished reply, its way to being repaired, and the words before it."""

    room: str = ""
    at: datetime | None = None
    turn: int = 0  # the conversation's turn when it was given
    repairs: int = 0
    rupture: str = ""
    asked_at: datetime | None = None  # when the newest repair was asked for
    by_emoji: bool = False
    answers: str = ""  # the hash of the message it answers
    findings: str = ""  # JSON pairs: a rule of the governor's, and what it did; no words
    epoch: int = 0  # of its scope, of its space and of all, under which it was asked
    space_epoch: int = 0
    house_epoch: int = 0
    anew: int = 0  # how many of its versions are no repairs: their message was edited
    said: Words = ""  # JSON: keyed hashes of the messages it answers, and of the words of each
    used: str = ""  # JSON pairs: the kind and the key of what was held that it used; no words
    made: str = ""  # JSON: which model wrote it, told what (`bot/made.py`); no words
    body: Words = ""  # JSON: ids of its messages and what it answers
    before: Words = ""  # JSON: the versions, and the text before each


@record(
    About(  # it names what was noticed, where the reply does anything differently for it
        "replies being written", "scope", IN_TRANSIT, until="the reply stands", only_theirs=True
    )
)
class AskRow(Row):
    """Operational: a reply that waits or is being written. Deleted when it is done."""

    room: str = ""
    answers: str = ""  # the hash of the message it answers
    at: datetime | None = None
    state: str = field(default="open", metadata=STANDS)  # open, stopped, deleted
    epoch: int = 0
    space_epoch: int = 0
    house_epoch: int = 0
    turn: int = 0  # the conversation's turn when it was asked
    said: Words = ""  # JSON: keyed hashes of the messages it answers, and of the words of each
    body: Words = ""  # JSON: the Ask
    shown: Words = ""  # JSON: the messages shown so far


@record(
    About(  # what is said of what was noticed is on its way in it
        "messages on their way", "scope", IN_TRANSIT, until="sent", only_theirs=True
    )
)
class OutboxRow(Row):
    """Operational: the outbox, a send on its way; keyed by its SendKey. Deleted when it is done."""

    at: datetime | None = None
    place: int = 0
    body: Words = ""  # JSON: the action and where it goes


@record(
    About(
        "a file you brought, until you said whether it is carried over, for a day at most",
        "scope",
        IN_TRANSIT,
        until="its card was answered",
    )
)
class BroughtRow(Row):
    """Operational: what waits for a tap on its card; keyed by the event that brought it."""

    at: datetime | None = None
    body: Words = ""  # the document of an export, as far as it can be carried
