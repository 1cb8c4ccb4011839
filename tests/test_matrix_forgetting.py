"""Which keys of a room are kept after an erase, and from where on they open something."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from nio.crypto import InboundGroupSession, Olm, OutboundGroupSession
from nio.store import SqliteMemoryStore

from adapters.matrix.errors import MatrixRefused
from adapters.matrix.forgetting import Forgetting
from bot.errors import PlatformError

ME, ROOM, PHONE, LAPTOP = "@attune:example.org", "!dm:example.org", "phone", "laptop"
AT = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


class Town:
    """A room on a homeserver that is not there, and the keys of those who wrote in it."""

    def __init__(self) -> None:
        self.olm = Olm(ME, "DEVICE", SqliteMemoryStore(ME, "DEVICE"))
        self.events: list[dict[str, Any]] = []  # the newest first
        self.refused = ""
        self._at = AT - timedelta(hours=1)
        client = SimpleNamespace(olm=self.olm)
        self.home = cast("Any", SimpleNamespace(client=client, page=self.page))

    async def page(self, _room: str, _start: str | None) -> dict[str, Any]:
        if self.refused:
            raise MatrixRefused(self.refused)
        return {"chunk": ["no event", {"content": None}, *self.events]}

    def key(self, device: str) -> OutboundGroupSession:
        made = OutboundGroupSession()
        made.mark_as_shared()
        opened = InboundGroupSession(made.session_key, f"{device}'s", device, ROOM)
        self.olm.inbound_group_store.add(opened)
        self.olm.save_inbound_group_session(opened)
        return made

    def say(self, key: OutboundGroupSession, at: datetime | None = None) -> str:
        self._at += timedelta(minutes=1)
        words = key.encrypt("hello")
        content = {"session_id": key.id, "ciphertext": words}
        said = int((at or self._at).timestamp() * 1000)
        self.events.insert(0, {"content": content, "origin_server_ts": said})
        return str(words)

    def opens(self, key: OutboundGroupSession, words: str) -> bool:
        """Whether what is kept opens it, in memory and in the file."""
        found = [self._opens(store[ROOM], key, words) for store in self._stores()]
        assert found[0] == found[1]
        return found[0]

    def _stores(self) -> tuple[Any, Any]:
        return self.olm.inbound_group_store, self.olm.store.load_inbound_group_sessions()

    def _opens(self, devices: Any, key: OutboundGroupSession, words: str) -> bool:
        session = next((one[key.id] for one in devices.values() if key.id in one), None)
        try:
            return session is not None and bool(session.decrypt(words))
        except ValueError:
            return False

    async def forget(self) -> None:
        await Forgetting(self.home).room(ROOM, AT)


@pytest.fixture
def town() -> Town:
    return Town()


async def test_a_key_opens_only_what_comes(town: Town) -> None:
    key = town.key(PHONE)
    before = [town.say(key), town.say(key)]
    assert all(town.opens(key, words) for words in before)
    await town.forget()
    assert not any(town.opens(key, words) for words in before)
    assert town.opens(key, town.say(key))
    await town.forget()
    assert town.opens(key, town.say(key))


async def test_an_earlier_key_goes_and_one_that_is_not_used_yet_stays(town: Town) -> None:
    earlier, current, unused = town.key(PHONE), town.key(PHONE), town.key(PHONE)
    before = town.say(earlier)
    town.say(current)
    await town.forget()
    assert not town.opens(earlier, before)
    assert not town.opens(earlier, earlier.encrypt("late"))
    assert town.opens(current, town.say(current))
    assert town.opens(unused, town.say(unused))


async def test_each_device_goes_on_with_its_own(town: Town) -> None:
    phone, laptop = town.key(PHONE), town.key(LAPTOP)
    before = [(phone, town.say(phone)), (laptop, town.say(laptop)), (phone, town.say(phone))]
    await town.forget()
    assert not any(town.opens(key, words) for key, words in before)
    assert all(town.opens(key, town.say(key)) for key in (phone, laptop))


async def test_of_a_device_that_was_silent_the_newest_key_stays(town: Town) -> None:
    earlier, newest = town.key(PHONE), town.key(PHONE)
    words = [(earlier, earlier.encrypt("long ago")), (newest, newest.encrypt("long ago"))]
    await town.forget()
    assert [town.opens(key, each) for key, each in words] == [False, True]


async def test_what_was_said_after_an_erase_is_still_opened(town: Town) -> None:
    key = town.key(PHONE)
    before, after = town.say(key), town.say(key, AT + timedelta(seconds=1))
    await town.forget()
    assert (town.opens(key, before), town.opens(key, after)) == (False, True)


async def test_where_the_bot_is_no_more_every_key_goes(town: Town) -> None:
    keys = [town.key(PHONE), town.key(LAPTOP)]
    before = [(key, town.say(key)) for key in keys]
    town.refused = "M_UNKNOWN_TOKEN"
    with pytest.raises(MatrixRefused):
        await town.forget()
    assert all(town.opens(key, words) for key, words in before)
    town.refused = "M_FORBIDDEN"
    await town.forget()
    assert not any(town.opens(key, words) for key, words in before)


async def test_a_room_that_fails_holds_up_no_other() -> None:
    tried: list[str] = []

    class Failing(Forgetting):
        async def room(self, room: str, until: datetime) -> None:
            tried.append(room if until else "")
            if room == "!a:x":
                raise PlatformError("no")

    with pytest.raises(PlatformError):
        await Failing(cast("Any", None)).rooms(("!a:x", "!b:x"), datetime(2026, 1, 1, tzinfo=UTC))
    assert tried == ["!a:x", "!b:x"]
