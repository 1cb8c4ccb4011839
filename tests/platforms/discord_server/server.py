"""The stand-in as a whole, on a free port of this machine, and what people do there."""

from typing import Any, Self
from uuid import uuid4

from aiohttp import web

from tests.platforms.discord_server import emojis
from tests.platforms.discord_server.gateway import Gateway
from tests.platforms.discord_server.interactions import Interaction
from tests.platforms.discord_server.layout import menu_of
from tests.platforms.discord_server.rest import PREFIX, Rest
from tests.platforms.discord_server.schemas import Checks
from tests.platforms.discord_server.world import APP, BOT, DM, GROUP, Message, World

JSON = dict[str, Any]
COMMAND, COMPONENT, COMPLETE, SUBMIT = 2, 3, 4, 5
CHAT, ON_PERSON, ON_MESSAGE = 1, 2, 3
TOKEN = "MTAw.only-for.tests"


class DiscordServer:
    """Serves while it is entered."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.world, self.checks = World(), Checks()
        self.gateway = Gateway(self.world, self.checks, token)
        self.files: dict[str, bytes] = {}
        self.locales: dict[str, str] = {}  # in which language who reads Discord; else English
        self.rest = Rest(self.world, self.gateway, self.checks, token)

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**25)
        app.router.add_route("*", PREFIX + "/{path:.*}", self.rest.serve)
        app.router.add_get("/", self.gateway.serve)
        app.router.add_get("/attachments/{name}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self.gateway.url = f"ws://{host}:{port}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.gateway.drop(1001)
        await self._runner.cleanup()

    @property
    def api(self) -> str:
        """The base of the HTTP API."""
        return self.url + PREFIX

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]])

    def attach(self, name: str, body: bytes, kind: str = "text/plain") -> JSON:
        """Uploads a file, and gives it as a message has it."""
        self.files[name] = body
        url = f"{self.url}/attachments/{name}"
        return {"id": self.world.snowflake(), "filename": name, "size": len(body), "url": url,
                "proxy_url": url, "content_type": kind}  # fmt: skip

    # -- what people do ------------------------------------------------------------------------

    async def say(
        self, channel: str, person: str, text: str, reply_to: str | None = None, *,
        pings: bool = True, **more: Any,
    ) -> Message:  # fmt: skip
        """A person writes; a reply pings whom it answers unless that is switched off."""
        if reply_to is not None:
            found = self.world.find(channel, reply_to)
            assert found is not None
            about = {"message_reference": {"message_id": reply_to}}
            more |= self.rest.channels.reference(self.world.channels[channel], about)
        made = self.world.message(channel, person, text, **more)
        if reply_to is not None and pings:
            author = more["referenced_message"]["author"]
            if author not in made.payload["mentions"]:
                made.payload["mentions"].append(author)
        await self.rest.channels.told(made, "MESSAGE_CREATE")
        return made

    def poll(self, question: str, *answers: str) -> JSON:
        """Gives what makes a message a poll."""
        each = [{"answer_id": place, "poll_media": {"text": text}}
                for place, text in enumerate(answers, 1)]  # fmt: skip
        return {"poll": {"question": {"text": question}, "answers": each, "expiry": None,
                         "allow_multiselect": False, "layout_type": 1}}  # fmt: skip

    def forward(self, text: str, attachments: list[JSON] | None = None) -> JSON:
        """Gives what makes a message the forward of another's, somewhere else."""
        elsewhere = self.world.snowflake()
        about = {"type": 1, "message_id": elsewhere, "channel_id": elsewhere}
        told = {"type": 0, "content": text, "embeds": [], "attachments": attachments or [],
                "timestamp": self.world.stamp(), "edited_timestamp": None, "flags": 0,
                "mentions": [], "mention_roles": [], "components": [], "stickers": [],
                "sticker_items": []}  # fmt: skip
        return {"message_reference": about, "message_snapshots": [{"message": told}],
                "flags": 1 << 14}  # fmt: skip

    async def edit(self, message: Message, text: str) -> None:
        """A person edits."""
        message.payload["content"] = text
        message.payload["edited_timestamp"] = self.world.stamp()
        await self.rest.channels.told(message, "MESSAGE_UPDATE")

    async def delete(self, message: Message) -> None:
        """A person takes a message away."""
        await self.rest.channels.gone(message)

    async def purge(self, channel: str, messages: list[Message]) -> None:
        """An admin takes many messages away at once."""
        for one in messages:
            one.is_gone = True
        found = self.world.channels[channel]
        data = {"ids": [one.id for one in messages], "channel_id": channel}
        data |= {"guild_id": found.guild} if found.guild is not None else {}
        await self.gateway.dispatch("MESSAGE_DELETE_BULK", data, found.kind)

    async def react(self, message: Message, person: str, emoji: str, *, away: bool = False) -> None:
        """A person puts an emoji on a message, or takes it back."""
        one = (person, emoji)
        if away and one in message.reactions:
            message.reactions.remove(one)
        elif not away and one not in message.reactions:
            message.reactions.append(one)
        channel = self.world.channels[message.payload["channel_id"]]
        data: JSON = {"user_id": person, "channel_id": channel.id, "message_id": message.id,
                      "emoji": emojis.told(emoji), "burst": False, "type": 0}  # fmt: skip
        if channel.guild is not None:
            data["guild_id"] = channel.guild
            data |= {} if away else {"member": self.world.member(channel.guild, person)}
        if not away:
            data["message_author_id"] = message.payload["author"]["id"]
        name = "MESSAGE_REACTION_REMOVE" if away else "MESSAGE_REACTION_ADD"
        await self.gateway.dispatch(name, data, channel.kind)

    async def deny(self, channel: str, bits: int, *, tells: bool = True) -> None:
        """An admin lets the bot do all but this in a channel."""
        found = self.world.channels[channel]
        found.denied[BOT] = bits
        if tells:
            await self.gateway.dispatch("CHANNEL_UPDATE", found.payload(self.world), found.kind)

    async def send_away(self, guild: str) -> None:
        """An admin takes the bot out of a server."""
        del self.world.guilds[guild]
        await self.gateway.dispatch("GUILD_DELETE", {"id": guild})

    async def command(
        self, channel: str, person: str, name: str, options: list[JSON], kind: int = CHAT,
        target: Message | None = None, asking: int = COMMAND, files: tuple[JSON, ...] = (),
    ) -> Interaction:  # fmt: skip
        """A person gives a command, or asks for its completions."""
        found = next(one for one in self.world.commands if one["name"] == name)
        data: JSON = {"id": found["id"], "name": name, "type": kind}
        if kind == CHAT:
            data["options"] = options
        if files:
            data["resolved"] = {"attachments": {one["id"]: one for one in files}}
        if target is not None:
            data |= {"target_id": target.id,
                     "resolved": {"messages": {target.id: self._resolved(target)}}}  # fmt: skip
        return await self._interaction(channel, person, asking, data)

    async def menu_on(self, channel: str, person: str, name: str, about: str) -> Interaction:
        """A person opens a menu of the app's on somebody, themselves or the bot."""
        kinds = (one for one in self.world.commands if one["type"] == ON_PERSON)
        found = next(one for one in kinds if one["name"] == name)
        told = {"users": {about: self.world.user(about)}}
        data: JSON = {"id": found["id"], "name": name, "type": ON_PERSON, "target_id": about,
                      "resolved": told}  # fmt: skip
        return await self._interaction(channel, person, COMMAND, data)

    async def press(self, message: Message, person: str, custom_id: str) -> Interaction:
        """A person presses a button, or picks the line of that value in a menu."""
        menu = menu_of(message.payload, custom_id)
        data: JSON = {"custom_id": custom_id, "component_type": 2}
        if menu is not None:
            data = {"custom_id": menu, "component_type": 3, "values": [custom_id]}
        channel = message.payload["channel_id"]
        return await self._interaction(channel, person, COMPONENT, data, message)

    async def submit(
        self, begun: Interaction, values: dict[str, str], message: Message | None = None
    ) -> Interaction:
        """A person sends a modal off."""
        rows = [{"type": 1, "id": place, "components": [
                    {"type": 4, "id": place + 100, "custom_id": key, "value": value}]}
                for place, (key, value) in enumerate(values.items())]  # fmt: skip
        data = {"custom_id": begun.data["custom_id"], "components": rows}
        return await self._interaction(begun.channel, begun.person, SUBMIT, data, message)

    async def choose_in_form(
        self, begun: Interaction, values: list[str], note: str = ""
    ) -> Interaction:
        """A person picks from the one list of a form, writes a note perhaps, and sends it off."""
        picked = {"type": 3, "id": 2, "custom_id": "kind", "values": values}
        typed = {"type": 4, "id": 4, "custom_id": "note", "value": note}
        labelled = [{"type": 18, "id": 1, "component": picked},
                    {"type": 18, "id": 3, "component": typed}]  # fmt: skip
        data = {"custom_id": begun.data["custom_id"], "components": labelled}
        return await self._interaction(begun.channel, begun.person, SUBMIT, data)

    async def fill_form(self, begun: Interaction, typed: dict[str, str]) -> Interaction:
        """A person types into the fields of a form that was opened to them, and sends it off."""
        fields = [one["component"] for one in begun.data["components"]]
        assert {one["custom_id"] for one in fields} >= typed.keys()
        labelled = [
            {"type": 18, "id": 2 * at + 1, "component": {
                "type": 4, "id": 2 * at + 2, "custom_id": one["custom_id"],
                "value": typed.get(one["custom_id"], "")}}
            for at, one in enumerate(fields)
        ]  # fmt: skip
        data = {"custom_id": begun.data["custom_id"], "components": labelled}
        return await self._interaction(begun.channel, begun.person, SUBMIT, data)

    async def _interaction(
        self, channel: str, person: str, kind: int, data: JSON, message: Message | None = None
    ) -> Interaction:
        where = self.world.channels[channel]
        one = Interaction(self.world.snowflake(), uuid4().hex, person, channel,
                          self.world.clock.now(), message)  # fmt: skip
        one.is_guest = where.is_foreign
        self.rest.interactions.begin(one)
        rights = str(self.world.permissions(person, where))
        payload: JSON = {
            "id": one.id, "application_id": APP, "type": kind, "data": data, "token": one.token,
            "version": 1, "channel_id": channel, "entitlements": [],
            "locale": self.locales.get(person, "en-US"),
            "app_permissions": str(self.world.permissions(BOT, where)),
            "attachment_size_limit": 10_485_760,
            "context": {DM: 1, GROUP: 2}.get(where.kind, 0),
            "authorizing_integration_owners": ({"1": person} if where.is_foreign
                                               else {"0": where.guild or "0"}),
            "channel": {**where.payload(self.world), "permissions": rights},
        }  # fmt: skip
        if where.guild is not None:
            member = {**self.world.member(where.guild, person), "permissions": rights}
            guild = {"id": where.guild, "features": [], "locale": "en-US"}
            payload |= {"guild_id": where.guild, "member": member, "guild": guild}
            payload |= {"guild_locale": "en-US"}
        else:
            payload["user"] = self.world.user(person)
        if message is not None:
            payload["message"] = self._resolved(message)
        await self.gateway.dispatch("INTERACTION_CREATE", payload, where.kind)
        return one

    def _resolved(self, message: Message) -> JSON:
        """Gives a message as an interaction about it shows it: with its words."""
        return self.world.shown(message, to_bot=False)
