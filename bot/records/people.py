"""The rows of a person beside any scope: what they set, inbox, platforms' notes, places."""

from datetime import datetime, timedelta

from bot.records.declare import (
    IN_TRANSIT,
    About,
    Cause,
    ErasedPlace,
    Owner,
    Preference,
    Purge,
    Row,
    Words,
    record,
)


@record(About("your night card", "person", until="erased", causes=(Cause.PLACE,)))
class NightCardRow(Preference):
    """What a person wrote in calm for a bad night, sealed under their own key at their wish."""

    body: Words = ""

    def is_of(self, _place: ErasedPlace) -> bool:
        """Returns True: it goes with any place, as nobody knows where it was written."""
        return True


@record(
    About(
        "your boundaries; of a stop word only a hash that no word can be read from",
        "person",
        until="erased",
        causes=(Cause.PLACE,),
    )
)
class BoundariesRow(Preference):
    """How a person wants to be talked to everywhere: in their words, sealed under their own key.

    Of the stop word there is only a keyed hash of theirs alone.
    """

    body: Words = ""  # JSON (`bot.boundaries`)
    stop_word: str = ""

    def is_of(self, _place: ErasedPlace) -> bool:
        """Returns True: it goes with any place, as nobody knows where it was written."""
        return True


@record(
    About(
        "the people you listed, and what they are good for",
        "person",
        until="erased",
        causes=(Cause.PLACE,),
    )
)
class PeopleRow(Preference):
    """Whom a person listed and for what, written by nobody else, sealed under their own key."""

    body: Words = ""  # JSON (`bot.people`)

    def is_of(self, _place: ErasedPlace) -> bool:
        """Returns True: it goes with any place, as nobody knows where it was written."""
        return True


@record(About("the language you are answered in", "person", until="erased", causes=(Cause.PLACE,)))
class LanguageRow(Preference):
    """In which language a person is answered everywhere, and how that is known.

    What they said by command is never overridden by what is heard, nor either by the platform.
    """

    code: str = ""
    by: str = ""  # "command", "heard" or "platform"
    told_at: datetime | None = None  # when they were told last that it was heard

    def is_of(self, _place: ErasedPlace) -> bool:
        """Returns True: it goes with any place, as nobody knows where it was heard."""
        return True

    def for_locale(self, locale: str) -> str:
        """Gives the code of the language that holds where the platform says another or none."""
        return locale if locale and self.by == "platform" else self.code


@record(
    About(
        "messages of yours that are not handled yet, for a day at most",
        "person",
        IN_TRANSIT,
        until="handled",
    )
)
class InboxRow(Row):
    """Operational: an event of a platform, not handled yet. Deleted when it is handled."""

    at: datetime | None = None
    place: int = 0
    state: str = ""  # "unreadable" while its key has not come
    body: Words = ""  # JSON, as the platform told it


@record(
    About(
        "what a platform notes of you, such as which emoji is yours, for 30 days or while true",
        "person",
        timedelta(days=30),
        until="{lasts} are over; one without an `at`, while it is true",
        causes=(Cause.PLACE,),
    )
)
class NoteRow(Row):
    """Operational: what a platform must remember, such as where it stopped reading."""

    at: datetime | None = None  # None: for as long as it is true
    body: Words = ""
    scope: Owner = Owner("")  # goes with that place; with any of its person's where none is named

    def is_of(self, place: ErasedPlace) -> bool:
        """Returns whether the note names that place, or none."""
        return self.scope in ("", place.owner)


@record(
    About(
        "where you talked with me, until 60 days after you last did",
        "person",
        timedelta(days=60),  # 30 days without a word, and 30 frozen
        until="erased, or {lasts} later where no yes and no style holds there",
        purge=Purge.ENDED,
    )
)
class PlaceRow(Row):
    """Operational: that a person (its owner) was in a scope (its key), and when last."""

    space: str = ""
    at: datetime | None = None
    body: Words = ""  # JSON: which space and person it is
