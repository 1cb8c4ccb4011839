"""Channels: messages, their nonces, edits, reactions and threads, and what the bot is told of."""

from typing import Any

from aiohttp import web

from tests.platforms.discord_server.gateway import Gateway
from tests.platforms.discord_server.layout import changed
from tests.platforms.discord_server.rest.call import (
    NOTHING,
    Call,
    RestError,
    answered,
    check_message,
)
from tests.platforms.discord_server.world import (
    BOT,
    HISTORY,
    IN_THREADS,
    NONCE_LASTS,
    REACT,
    SEND,
    TEXT,
    THREADS,
    VIEW,
    Channel,
    Message,
    World,
)

JSON = dict[str, Any]


class Channels:
    """What is asked of channels, as far as the bot may."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self.world, self.gateway = world, gateway

    def visible(self, channel: str) -> Channel:
        """Gives a channel that the bot may see."""
        found = self.world.channels.get(channel)
        if found is None:
            raise RestError(404, 10003, "Unknown Channel")
        if found.is_foreign:
            raise RestError(403, 50001, "Missing Access")
        self._must(found, VIEW)
        return found

    def _must(self, channel: Channel, right: int) -> None:
        if not self.world.permissions(BOT, channel) & right:
            code, what = (
                (50001, "Missing Access") if right == VIEW else (50013, "Missing Permissions")
            )
            raise RestError(403, code, what)

    async def serve(self, channel: Channel, rest: list[str], call: Call) -> web.Response:
        """Answers one request about a channel."""
        match (call.method, *rest):
            case ("GET",):
                return answered(channel.payload(self.world))
            case ("POST", "typing"):
                self._must(channel, IN_THREADS if channel.parent else SEND)
                return web.Response(status=NOTHING)
            case ("GET", "messages"):
                self._must(channel, HISTORY)
                return answered([_read(self.world.shown(one))
                                 for one in self._listed(channel, call)])  # fmt: skip
            case ("POST", "messages"):
                return await self._say(channel, call)
            case ("POST", "messages", message, "threads"):
                self._must(channel, THREADS)
                return await self._open_thread(channel, message, call)
            case (_, "messages", message):
                return await self._message(channel, message, call)
            case (_, "messages", message, "reactions", emoji, "@me"):
                return await self._react(channel, message, emoji, call)
        raise RestError(404, 0, "404: Not Found")

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
        check_message(body)
        nonce = (channel.id, str(body.get("nonce", "")))
        old = self.world.nonces.get(nonce)
        if body.get("enforce_nonce") and old and self.world.clock.now() - old[0] < NONCE_LASTS:
            return answered(old[1].payload)
        more = self.reference(channel, body)
        made = self.world.message(channel.id, BOT, body.get("content", ""), **more)
        made.payload["mentions"] = _allowed(made.payload["mentions"], body, more)
        made.payload["components"] = body.get("components", [])
        made.payload["flags"] = body.get("flags", 0)
        made.payload["attachments"] = call.attached
        if nonce[1]:
            self.world.nonces[nonce] = (self.world.clock.now(), made)
            made.payload["nonce"] = nonce[1]
        await self.told_new(made)
        return answered(made.payload)

    def reference(self, channel: Channel, body: JSON) -> JSON:
        """Gives what makes a message a reply."""
        about = body.get("message_reference")
        if not about:
            return {}
        found = self.world.find(channel.id, str(about["message_id"]))
        if found is None:
            if about.get("fail_if_not_exists", True):
                raise RestError(400, 50035, "Invalid Form Body: unknown message")
            return {}
        reference = {"message_id": found.id, "channel_id": channel.id, "type": 0}
        reference |= {"guild_id": channel.guild} if channel.guild else {}
        return {"type": 19, "message_reference": reference,
                "referenced_message": {k: v for k, v in self.world.shown(found).items()
                                       if k != "referenced_message"}}  # fmt: skip

    async def _message(self, channel: Channel, key: str, call: Call) -> web.Response:
        found = self.world.find(channel.id, key)
        if found is None or found.only_for:
            raise RestError(404, 10008, "Unknown Message")
        if call.method == "GET":
            self._must(channel, HISTORY)
            return answered(_read(self.world.shown(found)))
        if found.payload["author"]["id"] != BOT:
            code = 50005 if call.method == "PATCH" else 50013
            raise RestError(403, code, "Not the bot's")
        if call.method == "DELETE":
            await self.gone(found)
            return web.Response(status=NOTHING)
        check_message(call.json, found.payload)
        edit(self.world, found, call.json)
        await self.told_update(found)
        return answered(self.world.shown(found))

    async def _react(self, channel: Channel, message: str, emoji: str, call: Call) -> web.Response:
        self._must(channel, REACT)
        found = self.world.find(channel.id, message)
        if found is None:
            raise RestError(404, 10008, "Unknown Message")
        one = (BOT, emoji)
        if call.method == "PUT" and one not in found.reactions:
            found.reactions.append(one)
        elif call.method == "DELETE" and one in found.reactions:
            found.reactions.remove(one)
        return web.Response(status=NOTHING)

    async def _open_thread(self, channel: Channel, message: str, call: Call) -> web.Response:
        if self.world.find(channel.id, message) is None:
            raise RestError(404, 10008, "Unknown Message")
        if channel.kind != TEXT:
            raise RestError(400, 50024, "Cannot execute action on this channel type")
        if message in self.world.channels:
            raise RestError(400, 160004, "A thread has already been created for this message")
        made = self.world.thread(channel.id, call.json["name"], message)
        payload = made.payload(self.world)
        await self.gateway.dispatch("THREAD_CREATE", {**payload, "newly_created": True})
        return answered(payload, 201)

    # -- telling -------------------------------------------------------------------------------

    async def told_new(self, made: Message) -> None:
        """Tells the bot of a new message."""
        if made.only_for is None:
            await self.told(made, "MESSAGE_CREATE")

    async def told_update(self, found: Message) -> None:
        """Tells the bot of a changed message."""
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


def _read(shown: JSON) -> JSON:
    """Gives a message as it is read again: its nonce is told only to who sent it, and once."""
    return {name: value for name, value in shown.items() if name != "nonce"}


def edit(world: World, message: Message, body: JSON) -> None:
    """Changes a message as a request wants it."""
    message.edits += 1
    world.edits.append(body)
    message.edited_at.append(world.clock.now())
    changed(message.payload, body)
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
