"""The HTTP API: what the bot asks, held to the schemas, to rights, to limits, and answered."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from tests.platforms.discord_server.gateway import Gateway
from tests.platforms.discord_server.interactions import Interactions
from tests.platforms.discord_server.schemas import Checks
from tests.platforms.discord_server.world import (
    APP,
    BOT,
    DM,
    HISTORY,
    IN_THREADS,
    NONCE_LASTS,
    REACT,
    SEND,
    THREADS,
    VIEW,
    Channel,
    Message,
    World,
)

JSON = dict[str, Any]
Handler = Callable[["Call"], Awaitable[web.Response]]
PREFIX = "/api/v10"


class Refused(Exception):
    """Says how Discord refuses a request."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


@dataclass
class Call:
    """One request, parsed."""

    method: str
    parts: tuple[str, ...]
    query: dict[str, str]
    body: JSON | list[JSON] | None = field(repr=False)

    @property
    def json(self) -> JSON:
        return self.body if isinstance(self.body, dict) else {}


def answered(data: object, status: int = 200) -> web.Response:
    """Answers as Discord does: its content type is exactly this."""
    headers = {"Via": "1.1 stand-in", "Content-Type": "application/json"}
    return web.Response(status=status, body=json.dumps(data).encode(), headers=headers)


NOTHING = 204


class Rest:
    """Every route that the bot uses."""

    def __init__(self, world: World, gateway: Gateway, checks: Checks, token: str) -> None:
        self.world, self.gateway, self.checks, self.token = world, gateway, checks, token
        self.interactions = Interactions(world)
        self.asked: list[tuple[str, str]] = []
        self.fails: list[tuple[str, str, int, int]] = []  # method, part of a path, status, code
        self.limited: dict[str, int] = {}  # part of a path: how many more are told to wait

    async def serve(self, request: web.Request) -> web.Response:
        """Answers one request."""
        path = unquote(request.path.removeprefix(PREFIX)) if False else request.path
        path = path.removeprefix(PREFIX)
        body = await _body(request)
        self.asked.append((request.method, path))
        self.checks.request(request.method, path, body)
        fault = self._fault(request.method, path)
        if fault is not None:
            return fault
        parts = tuple(unquote(one) for one in path.strip("/").split("/"))
        call = Call(request.method, parts, dict(request.query), body)
        try:
            if not self._may(request, parts):
                raise Refused(401, 0, "401: Unauthorized")
            return await self._route(call)
        except Refused as refused:
            said = {"message": str(refused), "code": refused.code}
            return answered(said, refused.status)

    def _may(self, request: web.Request, parts: tuple[str, ...]) -> bool:
        is_token_in_path = parts[0] in ("interactions", "webhooks")
        return is_token_in_path or request.headers.get("Authorization") == f"Bot {self.token}"

    def _fault(self, asked: str, path: str) -> web.Response | None:
        for place, (method, part, status, code) in enumerate(self.fails):
            if method == asked and part in path:
                del self.fails[place]
                if status == 502:
                    return web.Response(status=502, text="<html>502</html>")
                return answered({"message": str(status), "code": code}, status)
        for part, left in self.limited.items():
            if part in path and left:
                self.limited[part] = left - 1
                wait = answered({"message": "slow", "retry_after": 0.3, "global": False}, 429)
                wait.headers.update({"Retry-After": "1", "X-RateLimit-Reset-After": "0.3",
                                     "X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0",
                                     "X-RateLimit-Bucket": "b"})  # fmt: skip
                return wait
        return None

    async def _route(self, call: Call) -> web.Response:
        match (call.method, *call.parts):
            case ("GET", "users", "@me"):
                me = {**self.world.user(BOT), "verified": True, "mfa_enabled": True}
                return answered({**me, "email": None, "flags": 0, "locale": "en-US"})
            case ("GET", "gateway") | ("GET", "gateway", "bot"):
                left = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
                return answered({"url": self.gateway.url, "shards": 1,
                                 "session_start_limit": left})  # fmt: skip
            case ("GET", "applications", "@me") | ("GET", "oauth2", "applications", "@me"):
                return answered(self._application())
            case ("POST", "users", "@me", "channels"):
                return await self._direct(call)
            case (_, "applications", _, "commands"):
                return self._commands(call)
            case ("POST", "interactions", key, token, "callback"):
                return await self._acknowledged(key, token, call)
            case (_, "webhooks", _, token, *rest):
                return await self._followed(token, rest, call)
            case (_, "channels", channel, *rest):
                return await self._channel(self._visible(channel), rest, call)
            case ("GET", "guilds", guild, "members", user):
                return answered(self.world.member(guild, user))
        raise Refused(404, 0, "404: Not Found")

    def _application(self) -> JSON:
        return {"id": APP, "name": "Attune", "icon": None, "description": "", "bot_public": True,
                "bot_require_code_grant": False, "verify_key": "", "flags": 0, "team": None,
                "owner": self.world.user(BOT), "summary": ""}  # fmt: skip

    def _visible(self, channel: str) -> Channel:
        found = self.world.channels.get(channel)
        if found is None:
            raise Refused(404, 10003, "Unknown Channel")
        self._must(found, VIEW)
        return found

    def _must(self, channel: Channel, right: int) -> None:
        if not self.world.permissions(BOT, channel) & right:
            code, what = (
                (50001, "Missing Access") if right == VIEW else (50013, "Missing Permissions")
            )
            raise Refused(403, code, what)

    async def _direct(self, call: Call) -> web.Response:
        channel, _ = self.world.direct(str(call.json["recipient_id"]))
        return answered(channel.payload(self.world))

    def _commands(self, call: Call) -> web.Response:
        if call.method == "PUT":
            assert isinstance(call.body, list)
            self.world.commands = [
                {**one, "id": self.world.snowflake(), "application_id": APP, "version": "1"}
                for one in call.body
            ]
        return answered(self.world.commands)

    # -- interactions --------------------------------------------------------------------------

    async def _acknowledged(self, key: str, token: str, call: Call) -> web.Response:
        refused = self.interactions.acknowledge(key, token, call.json)
        if refused is not None:
            raise Refused(*refused)
        update = self.interactions.updated(token)
        if update is not None:
            await self._told_update(update)
        return web.Response(status=NOTHING)

    async def _followed(self, token: str, rest: list[str], call: Call) -> web.Response:
        if not self.interactions.lives(token):
            raise Refused(404, 10015, "Unknown Webhook")
        if call.method == "POST" and not rest:
            _check_message(call.json)
            made = self.interactions.follow(token, call.json)
            await self._told_new(made)
            return answered(made.payload)
        found = self.interactions.message(token, rest[-1])
        if found is None:
            raise Refused(404, 10008, "Unknown Message")
        if call.method == "DELETE":
            found.is_gone = True
            return web.Response(status=NOTHING)
        if call.method == "PATCH":
            _check_message(call.json, is_edit=True)
            _edit(self.world, found, call.json)
            self.interactions.shown(token, found)
            await self._told_update(found)
        return answered(found.payload)

    # -- channels ------------------------------------------------------------------------------

    async def _channel(self, channel: Channel, rest: list[str], call: Call) -> web.Response:
        match (call.method, *rest):
            case ("GET",):
                return answered(channel.payload(self.world))
            case ("POST", "typing"):
                return web.Response(status=NOTHING)
            case ("GET", "messages"):
                self._must(channel, HISTORY)
                return answered([self.world.shown(one) for one in self._listed(channel, call)])
            case ("POST", "messages"):
                return await self._say(channel, call)
            case ("POST", "messages", message, "threads"):
                self._must(channel, THREADS)
                return await self._open_thread(channel, message, call)
            case (_, "messages", message):
                return await self._message(channel, message, call)
            case (_, "messages", message, "reactions", emoji, "@me"):
                return await self._react(channel, message, emoji, call)
        raise Refused(404, 0, "404: Not Found")

    def _listed(self, channel: Channel, call: Call) -> list[Message]:
        every = [one for one in channel.messages.values() if not one.is_gone and not one.only_for]
        limit, query = int(call.query.get("limit", "50")), call.query
        if "before" in query:
            every = [one for one in every if int(one.id) < int(query["before"])]
        if "after" in query:
            every = [one for one in every if int(one.id) > int(query["after"])]
            return sorted(every[:limit], key=lambda one: -int(one.id))
        return sorted(every, key=lambda one: -int(one.id))[:limit]

    async def _say(self, channel: Channel, call: Call) -> web.Response:
        self._must(channel, IN_THREADS if channel.parent else SEND)
        body = call.json
        _check_message(body)
        nonce = (channel.id, str(body.get("nonce", "")))
        old = self.world.nonces.get(nonce)
        if body.get("enforce_nonce") and old and self.world.clock.now() - old[0] < NONCE_LASTS:
            return answered(old[1].payload)
        more = self._reference(channel, body)
        made = self.world.message(channel.id, BOT, body.get("content", ""), **more)
        made.payload["mentions"] = _allowed(made.payload["mentions"], body, more)
        made.payload["components"] = body.get("components", [])
        made.payload["flags"] = body.get("flags", 0)
        if nonce[1]:
            self.world.nonces[nonce] = (self.world.clock.now(), made)
            made.payload["nonce"] = nonce[1]
        await self._told_new(made)
        return answered(made.payload)

    def _reference(self, channel: Channel, body: JSON) -> JSON:
        about = body.get("message_reference")
        if not about:
            return {}
        found = self.world.find(channel.id, str(about["message_id"]))
        if found is None:
            if about.get("fail_if_not_exists", True):
                raise Refused(400, 50035, "Invalid Form Body: unknown message")
            return {}
        reference = {"message_id": found.id, "channel_id": channel.id, "type": 0}
        reference |= {"guild_id": channel.guild} if channel.guild else {}
        return {"type": 19, "message_reference": reference,
                "referenced_message": {k: v for k, v in self.world.shown(found).items()
                                       if k != "referenced_message"}}  # fmt: skip

    async def _message(self, channel: Channel, key: str, call: Call) -> web.Response:
        found = self.world.find(channel.id, key)
        if found is None or found.only_for:
            raise Refused(404, 10008, "Unknown Message")
        if call.method == "GET":
            self._must(channel, HISTORY)
            return answered(self.world.shown(found))
        if found.payload["author"]["id"] != BOT:
            code = 50005 if call.method == "PATCH" else 50013
            raise Refused(403, code, "Not the bot's")
        if call.method == "DELETE":
            await self.gone(found)
            return web.Response(status=NOTHING)
        _check_message(call.json, is_edit=True)
        _edit(self.world, found, call.json)
        await self._told_update(found)
        return answered(self.world.shown(found))

    async def _react(self, channel: Channel, message: str, emoji: str, call: Call) -> web.Response:
        self._must(channel, REACT)
        found = self.world.find(channel.id, message)
        if found is None:
            raise Refused(404, 10008, "Unknown Message")
        one = (BOT, emoji)
        if call.method == "PUT" and one not in found.reactions:
            found.reactions.append(one)
        elif call.method == "DELETE" and one in found.reactions:
            found.reactions.remove(one)
        return web.Response(status=NOTHING)

    async def _open_thread(self, channel: Channel, message: str, call: Call) -> web.Response:
        if self.world.find(channel.id, message) is None:
            raise Refused(404, 10008, "Unknown Message")
        made = self.world.thread(channel.id, call.json["name"], message)
        payload = made.payload(self.world)
        await self.gateway.dispatch("THREAD_CREATE", {**payload, "newly_created": True})
        return answered(payload, 201)

    # -- telling -------------------------------------------------------------------------------

    async def _told_new(self, made: Message) -> None:
        if made.only_for is None:
            await self.told(made, "MESSAGE_CREATE")

    async def _told_update(self, found: Message) -> None:
        if found.only_for is None:
            await self.told(found, "MESSAGE_UPDATE")

    async def told(self, message: Message, name: str) -> None:
        """Tells the bot of a message, as far as it may know."""
        channel = self.world.channels[message.payload["channel_id"]]
        data = self.world.shown(message)
        if channel.guild is not None:
            author = data["author"]["id"]
            member = {k: v for k, v in self.world.member(channel.guild, author).items()
                      if k != "user"}  # fmt: skip
            data |= {"guild_id": channel.guild} | ({} if message.payload.get("webhook_id")
                                                   else {"member": member})  # fmt: skip
        data["channel_type"] = channel.kind
        await self.gateway.dispatch(name, data, channel.kind)

    async def gone(self, message: Message) -> None:
        """Takes a message away."""
        message.is_gone = True
        channel = self.world.channels[message.payload["channel_id"]]
        data = {"id": message.id, "channel_id": channel.id}
        data |= {"guild_id": channel.guild} if channel.guild else {}
        await self.gateway.dispatch("MESSAGE_DELETE", data, channel.kind)

    @staticmethod
    def is_old(message: Message, now: Any) -> bool:
        return bool(now - message.edited_at[0] > timedelta(hours=1)) if message.edited_at else False


async def _body(request: web.Request) -> Any:
    if not request.can_read_body:
        return None
    if request.content_type == "multipart/form-data":
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    text = await request.text()
    return json.loads(text) if text else None


def _check_message(body: JSON, *, is_edit: bool = False) -> None:
    """Refuses what Discord refuses and its description does not tell."""
    content = body.get("content") or ""
    if len(content) > 2000:
        raise Refused(400, 50035, "Invalid Form Body: content over 2000")
    if not is_edit and not content.strip() and not body.get("embeds"):
        raise Refused(400, 50006, "Cannot send an empty message")
    for row in body.get("components") or []:
        if len(row.get("components", [])) > 5:
            raise Refused(400, 50035, "Invalid Form Body: more than five buttons in a row")
        ids = [one.get("custom_id") for one in row["components"] if one.get("custom_id")]
        if len(ids) != len(set(ids)):
            raise Refused(400, 50035, "Invalid Form Body: custom id twice")


def _edit(world: World, message: Message, body: JSON) -> None:
    message.edits += 1
    message.edited_at.append(world.clock.now())
    if body.get("content") is not None:
        message.payload["content"] = body["content"]
    if body.get("components") is not None:
        message.payload["components"] = body["components"]
    message.payload["edited_timestamp"] = world.stamp()


def _allowed(mentions: list[JSON], body: JSON, more: JSON) -> list[JSON]:
    """Gives who is pinged: nobody but whom the request allows."""
    allowed = body.get("allowed_mentions")
    if allowed is None:
        return mentions
    users = {str(one) for one in allowed.get("users", [])}
    found = [one for one in mentions if one["id"] in users or "users" in allowed.get("parse", [])]
    answered = more.get("referenced_message")
    if allowed.get("replied_user") and answered:
        found.append(answered["author"])
    return found


__all__ = ["DM", "PREFIX", "Call", "Refused", "Rest", "answered"]
