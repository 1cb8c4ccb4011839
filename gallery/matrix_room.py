"""A room as it stands after a talk: each message once, in its newest words, with its reactions.

Hydrogen shows an edit as one more message, and the bot edits what it says as it grows. So what
stands at the end is said again in a room of its own, by the same accounts, in the same content.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx2

from tests.platforms.matrix_people import PASSWORD
from tests.platforms.synapse import Synapse

JSON = dict[str, Any]
MOST = 200


@dataclass
class Account:
    """Somebody who is signed in beside every client."""

    hs: Synapse
    user: str
    token: str
    count: int = 0

    @classmethod
    async def of(cls, hs: Synapse, name: str) -> "Account":
        """Signs in."""
        given = await hs.token(name, PASSWORD)
        return cls(hs, given["user_id"], given["access_token"])

    async def asked(self, how: str, path: str, body: JSON | None = None) -> JSON:
        """Asks the homeserver for something."""
        told = {"Authorization": f"Bearer {self.token}"}
        where = f"{self.hs.url}/_matrix/client/v3/{path}"
        async with httpx2.AsyncClient() as client:
            found = (await client.request(how, where, json=body, headers=told)).json()
        assert "errcode" not in found, (path, found["errcode"])
        return dict(found)

    async def send(self, room: str, kind: str, content: JSON) -> str:
        """Sends an event and gives its id."""
        self.count += 1
        path = f"rooms/{quote(room)}/send/{kind}/g{self.count}"
        return str((await self.asked("PUT", path, content))["event_id"])

    async def events(self, room: str) -> list[JSON]:
        """Gives what stands in a room's timeline, oldest first."""
        found = await self.asked("GET", f"rooms/{quote(room)}/messages?dir=b&limit={MOST}")
        return list(reversed(found["chunk"]))


@dataclass
class Copy:
    """What is said again, by whom, and under which id it stands now."""

    room: str
    by: dict[str, Account]
    ids: dict[str, str] = field(default_factory=dict)

    async def message(self, event: JSON, content: JSON) -> None:
        """Says one message again; what it answers is what was said again of that."""
        about = (content.get("m.relates_to") or {}).get("m.in_reply_to", {}).get("event_id")
        content = {key: value for key, value in content.items() if key != "m.relates_to"}
        if about in self.ids:
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": self.ids[about]}}
        sender = self.by[event["sender"]]
        self.ids[event["event_id"]] = await sender.send(self.room, "m.room.message", content)

    async def reaction(self, event: JSON) -> None:
        """Puts a reaction on what was said again."""
        relates = event["content"]["m.relates_to"]
        if relates.get("event_id") in self.ids:
            content = {"m.relates_to": relates | {"event_id": self.ids[relates["event_id"]]}}
            await self.by[event["sender"]].send(self.room, "m.reaction", content)


async def copied(events: list[JSON], people: tuple[Account, ...]) -> str:
    """Says again what stands of those events, and gives the room; the first of them makes it."""
    first, *others = people
    asked = {"name": "Attune", "invite": [one.user for one in others], "preset": "private_chat"}
    room = str((await first.asked("POST", "createRoom", asked))["room_id"])
    for one in others:
        await one.asked("POST", f"join/{quote(room)}", {})
    copy = Copy(room, {one.user: one for one in people})
    for event, content in standing(events):
        await copy.message(event, content)
    for event in events:
        if event["type"] == "m.reaction" and "m.relates_to" in event["content"]:
            await copy.reaction(event)
    return room


def standing(events: list[JSON]) -> Iterator[tuple[JSON, JSON]]:
    """Gives each message that stands, with its content after its newest edit."""
    messages = [one for one in events if one["type"] == "m.room.message" and one["content"]]
    newest = {_edits(one): one["content"].get("m.new_content") for one in messages}
    for one in messages:
        if not _edits(one):
            edited = newest.get(one["event_id"])
            kept = {"m.relates_to": one["content"].get("m.relates_to") or {}}
            yield one, {**edited, **kept} if edited else one["content"]


def _edits(event: JSON) -> str:
    relates = event["content"].get("m.relates_to") or {}
    return str(relates.get("event_id")) if relates.get("rel_type") == "m.replace" else ""
