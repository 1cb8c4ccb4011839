"""People on Matrix: further nio clients, with none of the bot's own code."""

import asyncio
import json
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Any

from nio import (
    AsyncClient,
    AsyncClientConfig,
    MegolmEvent,
    RoomSendResponse,
    SyncResponse,
)
from nio.crypto.attachments import decrypt_attachment, encrypt_attachment
from nio.store import SqliteMemoryStore, SqliteStore

from adapters.matrix.form import POST
from adapters.matrix.uploads import UPLOAD, WITH

FILE, KIND = "export.json", "text/plain"
PASSWORD = "only for tests"
PATIENCE_S = 30
BOT = "@attune:example.org"
ENCRYPTION = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}
JSON = dict[str, Any]
ALL = {"room": {"timeline": {"limit": 5000}}}


@dataclass
class Shown:
    """A message of the bot's as a person's client shows it."""

    event: str
    room: str
    body: str
    content: JSON
    at: int
    reply_to: str | None = None
    is_gone: bool = False
    edits: int = 0
    files: list[str] = field(default_factory=list)  # what each file that came with it holds


class OwnStore(SqliteStore):  # type: ignore[misc]
    """The keys of one device, in memory.

    At each question peewee looks for every model that refers to those it is asked for, which takes
    longest of all that a person does; here they are all named already.
    """

    def _create_database(self) -> Any:
        made = SqliteMemoryStore._create_database(self)
        made.bind_ctx = partial(made.bind_ctx, bind_refs=False, bind_backrefs=False)
        return made


@dataclass
class Person:
    """One person with one device, who reads what is there and remembers how it looks."""

    name: str
    url: str
    bot: str = BOT
    shown: dict[str, Shown] = field(default_factory=dict)
    reactions: dict[tuple[str, str], str] = field(default_factory=dict)
    unreadable: int = 0
    newest: str = ""
    files: list[JSON] = field(default_factory=list)  # contents of files that were not read yet

    async def begin(self) -> None:
        config = AsyncClientConfig(store=OwnStore, store_sync_tokens=False)
        self.client = AsyncClient(self.url, self.user, config=config, store_path="unused")
        await self.client.login(PASSWORD)
        self.client.load_store()
        await self.catch_up()

    @property
    def user(self) -> str:
        return f"@{self.name}:example.org"

    async def close(self) -> None:
        await self.client.close()

    # -- reading -------------------------------------------------------------------------------

    async def catch_up(self, wait_ms: int = 0) -> None:
        """Reads what is new, or waits so long for it; joins wherever it is invited."""
        while True:
            is_first = not self.client.next_batch
            answer = await self.client.sync(timeout=wait_ms, full_state=is_first, sync_filter=ALL)
            assert isinstance(answer, SyncResponse)
            for room in tuple(answer.rooms.invite):
                await self.client.join(room)
            for room, info in answer.rooms.join.items():
                for event in info.timeline.events:
                    self._read(room, event)
            await self._tend()
            await self._download()
            if not answer.rooms.invite:  # one answer holds all that came before it was asked for
                return

    async def _tend(self) -> None:
        await self.client.send_to_device_messages()
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())

    async def _download(self) -> None:
        """Reads the files that came, each decrypted where its event says how."""
        while self.files:
            content = self.files.pop(0)
            sealed = content.get("file")
            address = (sealed or content)["url"].removeprefix("mxc://")
            headers = {"Authorization": f"Bearer {self.client.access_token}"}
            path = f"/_matrix/client/v1/media/download/{address}"
            data = await (await self.client.send("GET", path, None, headers)).read()
            if sealed:
                data = decrypt_attachment(
                    data, sealed["key"]["k"], sealed["hashes"]["sha256"], sealed["iv"]
                )
            assert len(data) == content["info"]["size"]
            self.shown[content[WITH]].files.append(data.decode(errors="replace"))

    def _read(self, room: str, event: Any) -> None:
        source = event.source
        content = source.get("content", {})
        if isinstance(event, MegolmEvent):
            self.unreadable += event.sender == self.bot
            return
        if source.get("type") == "m.room.redaction":
            gone = source.get("redacts") or content.get("redacts")
            if gone in self.shown:
                self.shown[gone].is_gone = True
        if source.get("sender") != self.bot or source.get("type") != "m.room.message":
            return
        relates = content.get("m.relates_to", {})
        if relates.get("rel_type") == "m.replace":
            old = self.shown.get(relates["event_id"])
            if old is not None:
                old.body = content["m.new_content"]["body"]
                old.content = {**old.content, **content["m.new_content"]}
                old.edits += 1
            return
        if content.get("msgtype") in ("m.file", "m.image"):
            self.files.append(content)
            return
        quoted, kept = relates.get("m.in_reply_to", {}), content.get(POST, {}).get("answers")
        is_an_answer = not (kept and relates.get("is_falling_back"))  # else it names its thread
        reply_to = quoted.get("event_id", kept) if is_an_answer else kept
        at = source["origin_server_ts"]
        if event.event_id not in self.shown:
            body, is_gone = str(content.get("body", "")), not content
            shown = Shown(event.event_id, room, body, content, at, reply_to, is_gone)
            self.shown[event.event_id] = shown

    async def asked(self, method: str, path: str, body: JSON | None = None) -> JSON:
        """Asks the homeserver for something that nio has no method for."""
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        data = None if body is None else json.dumps(body)
        answer = await self.client.send(method, f"/_matrix/client/v3{path}", data, headers)
        found: JSON = await answer.json()
        return found

    # -- doing ---------------------------------------------------------------------------------

    async def make_room(
        self, *invited: str, is_direct: bool = False, encrypted: bool = False
    ) -> str:
        made = await self.client.room_create(
            invite=[self.bot, *invited],
            is_direct=is_direct,
            initial_state=[ENCRYPTION] if encrypted else [],
        )
        room = str(made.room_id)
        await self.catch_up()
        return room

    async def until_joined(self, room: str) -> None:
        """Waits until the bot is in that room."""
        async with asyncio.timeout(PATIENCE_S):
            await self.catch_up()
            while not self._meets_bot(room):
                await self.catch_up(wait_ms=500)

    def _meets_bot(self, room: str) -> bool:
        found = self.client.rooms.get(room)
        return found is not None and self.bot in found.users.keys() - found.invited_users.keys()

    async def send(self, room: str, kind: str, content: JSON) -> str:
        sent = await self.client.room_send(room, kind, content, ignore_unverified_devices=True)
        assert isinstance(sent, RoomSendResponse), sent
        self.newest = sent.event_id
        return str(sent.event_id)

    async def say(self, room: str, text: str, reply_to: str | None = None) -> str:
        content: JSON = {"msgtype": "m.text", "body": text}
        if reply_to is not None:
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": reply_to}}
        return await self.send(room, "m.room.message", content)

    async def attach(self, room: str, body: bytes, caption: str, *, is_sealed: bool) -> str:
        """Sends a file as clients do, and gives its event: with a caption, its name is apart."""
        size, sealed = len(body), dict[str, Any]()
        if is_sealed:
            body, sealed = encrypt_attachment(body)
        headers = {"Authorization": f"Bearer {self.client.access_token}", "Content-Type": KIND}
        answer = await self.client.send("POST", UPLOAD, BytesIO(body), headers)
        address = (await answer.json())["content_uri"]
        where: JSON = {"file": {**sealed, "url": address}} if is_sealed else {"url": address}
        named = {"msgtype": "m.file", "body": caption or FILE, "filename": FILE}
        content = {**named, **where, "info": {"size": size}}
        return await self.send(room, "m.room.message", content)

    async def edit(self, room: str, event: str, text: str) -> str:
        new = {"msgtype": "m.text", "body": text}
        relates = {"rel_type": "m.replace", "event_id": event}
        body = {**new, "body": f"* {text}", "m.new_content": new, "m.relates_to": relates}
        return await self.send(room, "m.room.message", body)

    async def react(self, room: str, event: str, emoji: str) -> str | None:
        if room not in self.client.rooms:
            return None
        relates = {"rel_type": "m.annotation", "event_id": event, "key": emoji}
        sent = await self.client.room_send(
            room, "m.reaction", {"m.relates_to": relates}, ignore_unverified_devices=True
        )
        if not isinstance(sent, RoomSendResponse):
            return None
        self.reactions[event, emoji] = sent.event_id
        return str(sent.event_id)

    async def take_back(self, room: str, event: str) -> str:
        answer = await self.client.room_redact(room, event)
        return str(answer.event_id)
