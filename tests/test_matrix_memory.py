"""What sync delivered is held as it stands; what cannot be known for sure ends what is held."""

from datetime import timedelta
from typing import Any

from adapters.matrix.heard import FRESH_S, HeardEvents
from tests.console_stage import SetClock

JSON = dict[str, Any]
ROOM, ADA, BOT = "!r", "@ada:example.org", "@attune:example.org"


class Sync:
    """Tells of events of one room, each a second after the one before."""

    def __init__(self) -> None:
        self.clock, self.silent = SetClock(), 0.0
        self.heard = HeardEvents(self.clock.now, lambda: self.silent)
        self.began = self.clock.now()

    def say(self, event: str, text: str, by: str = ADA, **content: object) -> None:
        body = {"msgtype": "m.text", "body": text, **content}
        self.tell(event, "m.room.message", body, by)

    def tell(self, event: str, kind: str, content: JSON, by: str = ADA) -> None:
        self.clock.at += timedelta(seconds=1)
        at = int(self.clock.now().timestamp() * 1000)
        source = {"event_id": event, "type": kind, "sender": by, "content": content,
                  "origin_server_ts": at}  # fmt: skip
        self.heard.told(ROOM, source, is_meant=by == ADA)

    def edit(self, event: str, of: str, text: str, by: str = ADA) -> None:
        relates = {"rel_type": "m.replace", "event_id": of}
        new = {"msgtype": "m.text", "body": text}
        self.say(event, f"* {text}", by, **{"m.new_content": new, "m.relates_to": relates})

    def older(self, event: str = "$b") -> str | None:
        """Gives from where what is older than all that is held is to be asked for."""
        held = self.heard.held(ROOM, event)
        return held.before if held is not None else None

    def words(self, event: str = "$a") -> list[str] | None:
        first = self.heard._rooms.since(ROOM)
        found = self.heard.newest_first(ROOM, event, first) if first is not None else None
        return [one["content"]["body"] for one in found] if found is not None else None


def test_a_message_stands_with_its_authors_newest_edit_and_its_own_relation() -> None:
    sync = Sync()
    sync.say("$a", "hello")
    sync.say("$b", "Hi.", BOT, **{"m.relates_to": {"m.in_reply_to": {"event_id": "$a"}}})
    sync.edit("$c", "$b", "Hi, rather.", BOT)
    sync.edit("$d", "$b", "not yours to edit")
    assert sync.words() == ["Hi, rather.", "hello"]
    found = sync.heard.one(ROOM, "$b")
    assert found is not None
    assert found["content"]["m.relates_to"] == {"m.in_reply_to": {"event_id": "$a"}}


def test_a_message_is_the_newest_only_where_nothing_else_was_said_there_and_that_is_sure() -> None:
    sync = Sync()
    sync.say("$a", "hello")
    assert sync.heard.is_newest(ROOM, "$a", None)
    assert not sync.heard.is_newest("!other", "$a", None)
    apart = {"rel_type": "m.thread", "event_id": "$a"}
    sync.say("$t", "apart", ADA, **{"m.relates_to": apart})
    assert sync.heard.is_newest(ROOM, "$a", None)
    assert sync.heard.is_newest(ROOM, "$t", "$a")
    assert not sync.heard.is_newest(ROOM, "$a", "$a")
    sync.edit("$e", "$a", "hello, rather")
    assert sync.heard.is_newest(ROOM, "$a", None)
    sync.heard.sent(ROOM, "$own")
    assert not sync.heard.is_newest(ROOM, "$a", None)
    sync.say("$own", "Hi.", BOT)
    sync.say("$b", "again")
    assert not sync.heard.is_newest(ROOM, "$a", None)
    assert sync.heard.is_newest(ROOM, "$b", None)
    sync.silent = FRESH_S
    assert not sync.heard.is_newest(ROOM, "$b", None)


def test_a_redacted_message_is_gone_and_a_redacted_edit_ends_what_is_held() -> None:
    sync = Sync()
    sync.say("$a", "hello")
    sync.say("$b", "again")
    sync.tell("$c", "m.room.redaction", {"redacts": "$b"})
    assert sync.words() == ["hello"]
    sync.edit("$d", "$a", "hello, rather")
    sync.tell("$e", "m.room.redaction", {"redacts": "$d"})
    assert sync.words() is None


def test_an_event_without_its_key_ends_what_is_held() -> None:
    sync = Sync()
    sync.say("$a", "hello")
    sync.tell("$b", "m.room.encrypted", {"ciphertext": "x"})
    assert sync.words() is None


def test_while_sync_is_silent_or_owes_an_event_of_the_bots_nothing_is_read_from_memory() -> None:
    sync = Sync()
    sync.say("$a", "hello")
    sync.heard.sent(ROOM, "$b")
    assert sync.words() is None
    sync.say("$b", "Hi.", BOT)
    sync.heard.sent(ROOM, "$b")  # told of late
    assert sync.words() == ["Hi.", "hello"]
    sync.silent = FRESH_S
    assert sync.words() is None


def test_an_event_that_comes_again_takes_no_edit_back() -> None:
    sync = Sync()
    sync.say("$a", "hello")
    sync.edit("$b", "$a", "hello, rather")
    sync.say("$a", "hello")
    assert sync.words() == ["hello, rather"]


def test_a_room_that_was_left_and_a_person_who_goes_are_held_no_more() -> None:
    sync = Sync()
    sync.say("$a", "hello")
    sync.heard.let_go(ROOM)
    assert sync.words() is None
    sync.say("$a", "hello")
    sync.heard.unhear(ADA, None)
    assert sync.words() is None
    sync.say("$a", "hello")
    sync.heard.sent(ROOM, "$c")
    sync.clock.at += timedelta(hours=3)
    sync.heard.tidy()
    assert (sync.words(), sync.heard._coming) == (None, {})


def begun(sync: Sync, *times_s: float) -> None:
    """Holds the room from an answer on in which Eve said something, and then Ada spoke to it."""
    at = sync.clock.now().timestamp()
    every = [{"origin_server_ts": int((at + one) * 1000)} for one in (0, *times_s)]
    sync.heard.begins(ROOM, every, "t1")
    sync.say("$a", "between us", "@eve:example.org")
    sync.say("$b", "hello")


def test_all_of_the_answer_in_which_the_bot_was_spoken_to_is_held_and_where_to_read_on() -> None:
    sync = Sync()
    begun(sync, 1, 2)
    assert sync.words("$b") == ["hello", "between us"]
    assert sync.older() == "t1"


def test_what_is_older_is_asked_for_with_all_where_it_changed_or_is_held_by_now() -> None:
    changed, joined = Sync(), Sync()
    begun(changed, 1, 2)
    changed.edit("$c", "$old", "hello, rather")
    assert changed.older() is None
    begun(joined, 1, 2)
    joined.heard.join(ROOM, joined.heard.mark(ROOM), [], joined.began - timedelta(minutes=9))
    assert joined.older() is None
    assert joined.words("$b") == ["hello", "between us"]


def test_whoever_dates_an_event_back_does_not_make_it_believe_that_it_heard_all_since() -> None:
    sync = Sync()
    begun(sync, -3600)
    assert sync.words("$b") == ["hello"]
    assert sync.older() is None


def test_a_room_that_is_let_go_of_has_nowhere_to_read_on() -> None:
    sync = Sync()
    begun(sync, 1, 2)
    sync.heard.let_go(ROOM)
    sync.say("$c", "hello again")
    assert sync.older("$c") is None
