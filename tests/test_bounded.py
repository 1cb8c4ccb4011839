"""What adapters and the engine remember in memory says its bound, or is emptied by what ends it."""

import ast
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from adapters.console.render import MOST as MOST_PRINTED
from adapters.console.render import Page
from adapters.console.shown import ShownAction
from adapters.discord import ids as discord_ids
from adapters.discord.chat import MOST_SPOKE, DiscordChat
from adapters.discord.ephemeral import MOST as MOST_TOKENS
from adapters.discord.ephemeral import EphemeralAnswers, Token
from adapters.kit.retry import MOST_LANES, Again
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.rooms import Rooms
from adapters.matrix.unreadable import MOST as MOST_UNREADABLE
from adapters.matrix.unreadable import Unreadable
from bot.bounded import BoundedMap, BoundedSet
from bot.engine.drafted import LASTS, Asked, Drafted
from bot.engine.drafted import MOST as MOST_DRAFTED
from bot.ids import PersonId, RoomId, Scope, SpaceId
from bot.reach import Wanted
from bot.strings import ENGLISH
from tests.console_stage import SAID
from tests.scene import AT

ROOT = Path(__file__).parent.parent
REMEMBERS = ("adapters", "bot/engine")
GROWS = "dict|set|OrderedDict|defaultdict|Counter|WeakValueDictionary"
MADE = re.compile(
    rf"\{{\}}|field\(default_factory=(?:lambda: )?(?:{GROWS})[,()].*|(?:{GROWS})(?:\[.*\])?\(\)"
)
# What has no bound of its own, and why it does not grow for ever.
EMPTIED = {
    "given.Given.chosen": "one a setting",
    "catch_up.CatchUp._until": "one a shard",
    "catch_up.CatchUp._begun": "one a shard",
    "catch_up.CatchUp._left": "one a shard",
    "catch_up.CatchUp._open": "takes no more than MOST_OPEN",
    "sends.Sends._open": "read once, at the start",
    "workers.Workers._asides": "each task leaves it at its end",
    "workers.Workers._ended": "it is emptied when the look is over",
    "workers.Workers._taken": "each row leaves it when it was handled",
    "serve.Discord._running": "each task leaves it at its end",
    "history.Me.commands": "one a group of commands",
    "heard.HeardRoom.messages": "takes no more than MOST_OF_A_ROOM",
    "typing.Typing._writing": "each room leaves it when nothing is written there",
    "typing.Typing._over": "each room leaves it when nothing is written there",
    "typing.Typing._showing": "each task leaves it at its end",
    "backoff.Backoff._waits": "each leaves it when it is done, or no longer kept",
    "spaces.Spaces._are": "each room leaves it with the bot",
    "spaces.Spaces._listed": "each room leaves it with the bot; takes MOST_OF_A_SPACE at most",
    "spaces.Spaces._claimed": "each room leaves it with the bot; takes MOST_CLAIMED at most",
    "tally.Tally.waiting": "it is emptied each minute, and its names come from closed lists",
    "dispatch.Dispatch.left": "each ask leaves it when it is gone on with",
    "fair_queue.FairQueue._running": "each space leaves it with its last reply",
    "fair_queue.FairQueue._row": "each space leaves it when nobody waits there",
    "following.Following._tasks": "each task leaves it at its end",
    "lanes.Lanes._lanes": "each lane leaves it with its last waiter",
    "outbox.Outbox.left": "each row leaves it when it is sent again",
    "outbox.Outbox.vital": "each row leaves it when it is sent again",
    "streaming_message.StreamingMessage.begun": "the workbench's",
    "streaming_message.StreamingMessage._standing": "one a message of one reply",
    "streaming_message.StreamingMessage._growing": "one a message of one reply",
    "workbench.Workbench.begun": "each reply leaves it when it is over",
    "writing.Writing._running": "each task leaves it at its end",
    "rooms.Rooms.direct": "as the account's own list has it",
    "rooms.Rooms._powers": "each room leaves it with the bot",
    "rooms.Rooms._bridged": "each room leaves it with the bot",
    "rooms.Rooms._unseen": "each room leaves it with the bot",
    "markers._Person.told": "one a marker",
    "trajectories.Noticed.strengths": "one a marker",
    "trajectories.Noticed.reasons": "one a marker",
    "transcript.Transcript._messages": "the console is the platform: it keeps what was said",
    "transcript.Transcript._keys": "the console is the platform: it keeps what was said",
}


def memories(of: ast.ClassDef) -> Iterator[str]:
    """Gives each attribute of a class that begins as an empty map or set without a bound."""
    for node in ast.walk(of):
        if isinstance(node, ast.AnnAssign | ast.Assign) and node.value is not None:
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            is_field = isinstance(target, ast.Name) and node in of.body
            is_own = ast.unparse(target).startswith("self.")
            if (is_field or is_own) and is_unbounded(ast.unparse(node.value)):
                yield ast.unparse(target).removeprefix("self.")


def is_unbounded(value: str) -> bool:
    return MADE.fullmatch(value) is not None


def unbounded(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            yield from (f"{path.stem}.{node.name}.{name}" for name in memories(node))


def test_what_adapters_and_the_engine_remember_says_its_bound_or_is_emptied() -> None:
    files = [path for folder in REMEMBERS for path in (ROOT / folder).rglob("*.py")]
    found = {one for path in files for one in unbounded(path)}
    assert found == set(EMPTIED)


@pytest.mark.parametrize(
    "line",
    [
        "x: dict[str, int] = field(default_factory=dict)",
        "x: dict[str, int] = field(default_factory=lambda: defaultdict(int))",
        "x: set[str] = field(default_factory=set, repr=False)",
        "def __init__(self): self.x: dict[str, int] = {}",
        "def __init__(self): self.x = set[str]()",
        "def __init__(self): self.x = OrderedDict()",
    ],
)
def test_a_memory_without_a_bound_is_found(line: str) -> None:
    (planted,) = ast.parse(f"class A:\n    {line}").body
    assert isinstance(planted, ast.ClassDef)
    assert list(memories(planted)) == ["x"]


WAYS: dict[str, Callable[[BoundedMap[int, int], int], Any]] = {
    "set": lambda kept, key: kept.__setitem__(key, key),
    "set by default": lambda kept, key: kept.setdefault(key, key),
    "updated": lambda kept, key: kept.update({key: key}),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_map_keeps_the_newest_and_no_more_than_its_bound(way: str) -> None:
    kept = BoundedMap[int, int](3)
    for key in range(10):
        WAYS[way](kept, key)
    assert dict(kept) == {7: 7, 8: 8, 9: 9}


def test_what_is_set_again_is_the_newest() -> None:
    kept = BoundedMap[str, int](2)
    kept["a"], kept["b"] = 1, 2
    kept["a"] = 3
    kept["c"] = 4
    assert dict(kept) == {"a": 3, "c": 4}


def test_a_set_keeps_the_newest_and_no_more_than_its_bound() -> None:
    kept = BoundedSet[int](2)
    for item in (1, 2, 1, 3):
        kept.add(item)
    assert list(kept) == [1, 3]
    kept.discard(1)
    kept.discard(9)
    assert list(kept) == [3]


def test_what_is_older_goes_first_and_takes_nobodys_place() -> None:
    kept = BoundedSet[int](3)
    kept.add(9)
    assert [kept.add_older(item, None) for item in (9, 8, 7, 6)] == [True, True, False, False]
    assert list(kept) == [7, 8, 9]
    kept.add(10)
    assert list(kept) == [8, 9, 10]


def rooms(most: int) -> Iterator[str]:
    return (f"!{number}:example.org" for number in range(most + 10))


def test_rooms_that_something_was_said_in_are_forgotten_past_their_bound() -> None:
    parts: Any = SimpleNamespace(api=None, me=None, skew=None, whispers=None, strings=ENGLISH)
    chat = DiscordChat(parts, parts, parts, parts)
    for number in range(MOST_SPOKE + 10):
        room = discord_ids.room(str(number))
        chat.spoke[room] = chat._spoke_before[room] = 1
    assert len(chat.spoke) == len(chat._spoke_before) == MOST_SPOKE


def test_tokens_that_nobody_answers_are_forgotten_past_their_bound() -> None:
    unused: Any = None
    answers = EphemeralAnswers(unused, unused)
    for number in range(MOST_TOKENS + 10):
        token = Token("app", str(number), AT)
        answers.begin(RoomId("a"), PersonId(str(number)), token, None)
        answers.expects(token)
    assert len(answers._waiting) == len(answers._tokens) == MOST_TOKENS


def test_what_drafts_were_asked_for_is_forgotten_past_its_bound_and_its_time() -> None:
    drafted, scope = Drafted(), Scope(SpaceId("dm"), PersonId("x:1"))
    for number in range(MOST_DRAFTED + 10):
        drafted.keep(str(number), Asked(scope, AT, (0, 0, 0), Wanted("a note")))
    assert len(drafted._kept) == MOST_DRAFTED
    assert "a note" not in repr(drafted)
    drafted.end(AT + LASTS)
    assert len(drafted._kept) == 0


def test_lanes_in_which_something_failed_are_forgotten_past_their_bound() -> None:
    again = Again(lambda: 0.0)
    for room in rooms(MOST_LANES):
        assert again.failed(room, "event")
    assert len(again._failed) == MOST_LANES


async def test_a_room_that_nobody_sends_to_has_no_lane() -> None:
    unused: Any = None
    home = Homeserver(unused)
    for room in islice(rooms(1000), 1000):
        async with home._lanes[room]:
            assert len(home._lanes) == 1
    assert len(home._lanes) == 0


def test_rooms_that_could_be_read_are_forgotten_past_their_bound() -> None:
    unused: Any = None
    unreadable = Unreadable(unused, unused, unused, unused)
    for room in rooms(MOST_UNREADABLE):
        unreadable.is_read(room)
    assert len(unreadable._readable) == MOST_UNREADABLE


def test_of_a_room_that_the_bot_left_nothing_is_known() -> None:
    unused: Any = None
    known = Rooms(unused, unused, 50)
    bridge = {"type": "m.bridge", "content": {"protocol": "irc"}}
    power = {"type": "m.room.power_levels", "state_key": "", "content": {"users_default": 50}}
    for room in rooms(10):
        known.told(room, bridge)
        known.told(room, power)
        assert known.is_bridged(room)
        known.gone(room)
    assert (known._powers, known._bridged) == ({}, set())


def test_messages_that_were_printed_are_forgotten_past_their_bound() -> None:
    page = Page(SAID)
    for number in range(MOST_PRINTED + 10):
        said: ShownAction = {
            "do": "say",
            "id": f"r{number}",
            "room": "dm",
            "to": None,
            "text": "Hello.",
            "choices": [],
            "reply_to": None,
        }
        page.lines(said)
    assert len(page._stands) == MOST_PRINTED
