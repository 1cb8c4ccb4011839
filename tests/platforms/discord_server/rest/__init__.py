"""The HTTP API: what the bot asks, held to the schemas, to rights, to limits, and answered."""

import asyncio
from email.utils import format_datetime
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from tests.platforms.discord_server import emojis, registry
from tests.platforms.discord_server.gateway import Gateway
from tests.platforms.discord_server.interactions import Interactions
from tests.platforms.discord_server.rest.call import (
    NOTHING,
    PREFIX,
    Call,
    LayoutRefused,
    RestError,
    answered,
    body_of,
    check_message,
)
from tests.platforms.discord_server.rest.channels import Channels, edit
from tests.platforms.discord_server.rest.limits import Faults, Limits
from tests.platforms.discord_server.schemas import Checks
from tests.platforms.discord_server.world import APP, BOT, World

JSON = dict[str, Any]
Files = list[tuple[str, bytes]]
LARGEST = 10 * 1024 * 1024  # of all files of a request
STARTS = 1000  # of sessions, a day


class Rest:
    """Every route that the bot uses."""

    def __init__(self, world: World, gateway: Gateway, checks: Checks, token: str) -> None:
        self.world, self.gateway, self.checks, self.token = world, gateway, checks, token
        self.interactions, self.channels = Interactions(world), Channels(world, gateway)
        self.limits, self.faults = Limits(), Faults()
        self.asked: list[tuple[str, str]] = []
        self.refused: list[tuple[int, str]] = []
        self.delay_s = 0.0  # before a request is looked at, as it is long on its way in life

    async def serve(self, request: web.Request) -> web.Response:
        """Answers one request."""
        path, (body, files) = request.path.removeprefix(PREFIX), await body_of(request)
        if self.delay_s:
            await asyncio.sleep(self.delay_s)
        self.asked.append((request.method, path))
        self.checks.request(request.method, path, body, dict(request.query))
        fault = self.faults.before(request.method, path)
        if fault is not None:
            return fault
        chosen = self.faults.chosen(request.method, path)
        if chosen == "502":
            return web.Response(status=502, text="<html>502</html>")
        headers, may_pass = self.limits.take(request.method, path)
        if may_pass:
            answer = await self._answer(request, path, body, files)
        else:
            answer = self.limits.refusal(path, headers)
        answer.headers.update({**headers, "Date": format_datetime(self.world.clock.now(), True)})
        if chosen == "hang":
            await asyncio.sleep(60)
        if chosen == "lost" or self.faults.loses_answer(request.method, path):
            return web.Response(status=502, text="<html>502</html>")
        return answer

    async def _answer(
        self, request: web.Request, path: str, body: Any, files: Files
    ) -> web.Response:
        parts = tuple(unquote(one) for one in path.strip("/").split("/"))
        call = Call(request.method, parts, dict(request.query), body)
        try:
            if sum(len(data) for _, data in files) > LARGEST:
                raise RestError(413, 40005, "Request entity too large")
            call.attached = [self.world.attached(*one) for one in files]
            if not self._may(request, parts):
                raise RestError(401, 0, "401: Unauthorized")
            return await self._route(call)
        except RestError as refused:
            if isinstance(refused, LayoutRefused):
                self.checks.violated(f"{request.method} {path}: {refused}")
            self.refused.append((refused.status, path))
            said = {"message": str(refused), "code": refused.code}
            return answered(said, refused.status)

    def _may(self, request: web.Request, parts: tuple[str, ...]) -> bool:
        is_token_in_path = parts[0] in ("interactions", "webhooks")
        return is_token_in_path or request.headers.get("Authorization") == f"Bot {self.token}"

    async def _route(self, call: Call) -> web.Response:
        match (call.method, *call.parts):
            case ("GET", "users", "@me"):
                me = {**self.world.user(BOT), "verified": True, "mfa_enabled": True}
                return answered({**me, "email": None, "flags": 0, "locale": "en-US"})
            case ("GET", "users", "@me", "guilds"):
                return answered(self.world.listed())
            case ("GET", "gateway") | ("GET", "gateway", "bot"):
                return answered(self._gateway())
            case ("GET", "applications", "@me") | ("GET", "oauth2", "applications", "@me"):
                return answered(self._application())
            case ("POST", "users", "@me", "channels"):
                channel, _ = self.world.direct(str(call.json["recipient_id"]))
                return answered(channel.payload(self.world))
            case ("GET", "applications", _, "guilds", guild, "commands", "permissions"):
                return answered(self.world.grants.get(guild, []))
            case (_, "applications", _, "commands"):
                return self._commands(call)
            case ("POST", "interactions", key, token, "callback"):
                return await self._acknowledged(key, token, call)
            case (_, "webhooks", _, token, *rest):
                return await self._followed(token, rest, call)
            case (_, "channels", channel, *rest):
                return await self.channels.serve(self.channels.visible(channel), rest, call)
            case ("GET", "guilds", guild, "members", user):
                if guild not in self.world.guilds:
                    raise RestError(403, 50001, "Missing Access")
                if (guild, user) in self.world.gone:
                    raise RestError(404, 10007, "Unknown Member")
                return answered(self.world.member(guild, user))
            case ("GET", "guilds", guild, "emojis", number):
                if f"{guild}/{number}" not in self.world.emojis:
                    raise RestError(404, 10014, "Unknown Emoji")
                return answered(emojis.described(self.world.emojis[f"{guild}/{number}"]))
        raise RestError(404, 0, "404: Not Found")

    def _gateway(self) -> JSON:
        left = max(0, STARTS - len(self.gateway.identifies))
        limit = {"total": STARTS, "remaining": left, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.gateway.url, "shards": 1, "session_start_limit": limit}

    def _application(self) -> JSON:
        return {"id": APP, "name": "Attune", "icon": None, "description": "", "bot_public": True,
                "bot_require_code_grant": False, "verify_key": "", "flags": 0, "team": None,
                "owner": self.world.user(BOT), "summary": "", **self.world.app}  # fmt: skip

    def _commands(self, call: Call) -> web.Response:
        if call.method == "PUT":
            assert isinstance(call.body, list)
            for fault in registry.faults(call.body):
                self.checks.violated(f"PUT commands: {fault}")
            self.world.commands = [
                {**one, "id": self.world.snowflake(), "application_id": APP, "version": "1"}
                for one in call.body
            ]
        return answered(self.world.commands)

    # -- interactions --------------------------------------------------------------------------

    async def _acknowledged(self, key: str, token: str, call: Call) -> web.Response:
        stands = self.interactions.before(token, call.json)
        if stands is not None:
            check_message(call.json.get("data") or {}, stands)
        refused = self.interactions.acknowledge(key, token, call.json)
        if refused is not None:
            raise RestError(*refused)
        update = self.interactions.updated(token)
        if update is not None:
            await self.channels.told_update(update)
        return web.Response(status=NOTHING)

    async def _followed(self, token: str, rest: list[str], call: Call) -> web.Response:
        if not self.interactions.lives(token):
            raise RestError(404, 10015, "Unknown Webhook")
        if call.method == "POST" and not rest:
            check_message(call.json)
            made = self.interactions.follow(token, call.json)
            if made is None:
                raise RestError(
                    400, 40094, "The follow-up messages of this interaction are used up"
                )
            made.payload["attachments"] = call.attached
            await self.channels.told_new(made)
            return answered(made.payload)
        found = self.interactions.message(token, rest[-1])
        if found is None:
            raise RestError(404, 10008, "Unknown Message")
        if call.method == "DELETE":
            found.is_gone = True
            return web.Response(status=NOTHING)
        if call.method == "PATCH":
            check_message(call.json, found.payload)
            edit(self.world, found, call.json)
            found.payload["attachments"] = call.attached or found.payload["attachments"]
            self.interactions.shown(token, found)
            await self.channels.told_update(found)
        return answered(found.payload)


__all__ = ["PREFIX", "Rest", "RestError", "answered"]
