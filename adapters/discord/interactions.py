"""Interactions: acknowledged first, then turned into an event or answered by the adapter."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from adapters.discord import ids, menus
from adapters.discord.api import Api, DiscordRefused
from adapters.discord.attached import Attached
from adapters.discord.commands import completed
from adapters.discord.components import ASIDE, NOTE, PRIVATE, STOP, choice, content, tapped
from adapters.discord.ephemeral import EPHEMERAL, EphemeralAnswers, Token
from adapters.discord.granted import Granted
from adapters.discord.interaction_data import (
    acknowledgement,
    command_of,
    is_guest,
    person_of,
    refusal,
    who,
)
from adapters.discord.locales import language_of
from adapters.discord.modal import asked_about, opened
from adapters.discord.move_to_dm import MoveToDm
from adapters.discord.mute import Mute
from adapters.discord.named_places import NamedPlaces
from adapters.discord.permissions import lack
from adapters.discord.private_ask import PrivateAsk, PrivateAsks, where_asked
from adapters.discord.sentences import said_on_discord
from adapters.discord.threads import Threads
from adapters.discord.translate import Head, Translation
from adapters.discord.waiting_notes import shown_note
from adapters.kit.notes import Notes
from adapters.kit.tongues import Tongues
from bot.bounded import BoundedSet
from bot.commands.values import AskOnce, Command, TellAdmins, Why
from bot.errors import PlatformError
from bot.events import ChoiceMade, CommandGiven, Event, MessageSeen, ReactionAdded
from bot.ids import MessageId, PersonId, RoomId, Where
from bot.ports import Clock
from bot.reading import read
from bot.strings import Strings

JSON = dict[str, Any]
Sentence = Callable[[Strings], str]
_AS_EMOJI = {STOP: "⏹", ASIDE: "🔧"}
LINK = "https://discord.com/channels/{guild}/{channel}/{message}"
log = structlog.get_logger()
COMPONENT = 3  # of the kinds of interactions
DEFER, CHOICES, MODAL = 5, 8, 9
MOST = 5000
UNKNOWN, ACKNOWLEDGED = 10062, 40060


@dataclass
class Interactions:
    """Handles one interaction at a time; Discord says which person acted."""

    api: Api
    hearing: Translation
    carrying: MoveToDm
    whispers: EphemeralAnswers
    threads: Threads
    asides: PrivateAsks
    kept: Notes
    clock: Clock
    mute: Mute
    tongues: Tongues
    attached: Attached
    named: NamedPlaces
    granted: Granted
    _came: BoundedSet[str] = field(default_factory=lambda: BoundedSet(MOST))

    async def came(self, data: JSON) -> tuple[Event, Token] | None:
        """Acknowledges an interaction and gives its event, or None if none is for the core."""
        if self._is_known(str(data["id"])):
            return None  # it is told again after a RESUME
        match data.get("type"):
            case 4:
                body = {"type": CHOICES, "data": {"choices": completed(data["data"])}}
                await self._answer(data, body)
            case 2 if form := self._form(data):
                await self._answer(data, {"type": MODAL, "data": form})
            case 2 | 5:
                data = await self._taken(data, {"type": DEFER, "data": {"flags": EPHEMERAL}})
                return await self._commanded(await self.granted.told(await self._at_home(data)))
            case 3:
                data = await self._taken(data, acknowledgement(data))
                return await self._pressed(await self.granted.told(await self._at_home(data)))
        return None

    def _form(self, data: JSON) -> JSON | None:
        """Gives the form that opens, without any wait: in the language known without the store."""
        said = self.tongues.at_once(ids.person(who(data)), language_of(data))
        return opened(data["data"], said)

    def _is_known(self, interaction: str) -> bool:
        """Records an interaction, and returns whether this process had it before (dedupe)."""
        if interaction in self._came:
            return True
        self._came.add(interaction)
        return False

    async def _taken(self, data: JSON, body: JSON) -> JSON:
        """Acknowledges an interaction and gives its data; with no token if Discord takes none any
        more.

        What the person did counts in every case, and is then answered in another way. An
        acknowledgement whose response was lost counts as given.
        """
        try:
            await self._answer(data, body)
        except DiscordRefused as refused:
            if refused.code not in (UNKNOWN, ACKNOWLEDGED):
                raise
            if refused.code == UNKNOWN:
                log.warning("discord: an interaction is answered otherwise: it came too late")
                return {**data, "token": ""}
        except PlatformError:  # perhaps it was taken all the same
            log.warning("discord: it is not known whether an interaction was acknowledged")
        return data

    async def _answer(self, data: JSON, body: JSON) -> None:
        await self.api.ask("POST", f"/interactions/{data['id']}/{data['token']}/callback", body)

    async def _at_home(self, data: JSON) -> JSON:
        """Maps an action on a message in a reply's thread to the reply itself."""
        given, message = data["data"], data.get("message") or {}
        about = menus.message_in(given) or asked_about(given) or message.get("id")
        if about is None or data.get("guild_id") is None:
            return data
        where = str(data["channel_id"])
        channel, name = await self.threads.home(where, str(about), who(data))
        if name == str(about):
            return data
        told = {**given, "target_id": name}
        return {**data, "channel_id": channel, "data": told, "message": {**message, "id": name}}

    def _begin(self, data: JSON, *, waits: bool) -> tuple[PersonId, Token, Where]:
        person, token = ids.person(who(data)), self._token(data)
        told = data.get("message") or {}
        message = told if int(told.get("flags") or 0) & EPHEMERAL else None
        where = self._where(data, token)
        if not token.value:
            return person, token, where
        if not self.asides.knows(where.room):
            self.whispers.begin(where.room, person, token, message)
        if waits:
            self.whispers.expects(token)
        return person, token, where

    def _token(self, data: JSON) -> Token:
        return Token(str(data["application_id"]), str(data["token"]), self.clock.now())

    def _where(self, data: JSON, token: Token) -> Where:
        """Gives where an interaction was: in a private ask, as a guest, or where the bot is."""
        user, about = who(data), menus.message_in(data["data"]) or asked_about(data["data"])
        message = MessageId(str(about or (data.get("message") or {}).get("id")))
        pressed = data.get("type") == COMPONENT
        room = self.asides.renew(message, token, pressed=pressed)
        if room is None and is_guest(data):
            room = ids.aside(user, str(data["id"]))
        bound = self._bounding(data)
        return where_asked(room, user, bound) if room is not None else self.hearing.where(data)

    def _bounding(self, data: JSON) -> Where | None:
        """Gives where an interaction was, if the bot is a member of it."""
        return None if is_guest(data) else self.hearing.where(data)

    def _asked(self, data: JSON, text: str) -> tuple[Event, Token] | None:
        """Gives a private ask as a message, whose answer only its person sees.

        Without a token there is no private answer, and Discord itself says that nothing came; only
        a life at risk is then passed on as a command.
        """
        person, token, at = ids.person(who(data)), self._token(data), self.clock.now()
        room, message = ids.aside(who(data), str(data["id"])), MessageId(str(data["id"]))
        where = where_asked(room, who(data), self._bounding(data))
        event, locale = ids.event("interaction", data["id"]), language_of(data)
        if not token.value:
            here = self.hearing.where(data)
            command = CommandGiven(event, at, person, here, AskOnce(text), text, locale=locale)
            return (command, token) if read(command).is_at_risk else None
        self.asides.begin(room, PrivateAsk(person, message, text, at, token))
        head = (event, at, person, where)
        return MessageSeen(*head, message, text, said_at=at, locale=locale), token

    async def _commanded(self, data: JSON) -> tuple[Event, Token] | None:
        given = command_of(data)
        if given is not None and isinstance(given.command, AskOnce):
            return self._asked(data, given.command.text)
        person, token, where = self._begin(data, waits=True)
        refused = refusal(data, given, self.hearing.me.id)
        if given is None or refused is not None:
            await self._say(data, where.room, refused or _unknown)
            return None
        if not ids.is_aside(where.room):
            await self._tell_lack(data)
        await self._tell_what_waited(data, where.room)
        key, about = ids.event("interaction", data["id"]), await self._link(data, given.command)
        head, locale = (key, self.clock.now(), person, where), language_of(data)
        command = await self.attached.brought(given.command, given.files)
        named = await self.named.of(data.get("guild_id"), given.command, given.typed)
        event = CommandGiven(*head, command, given.typed, about=about, locale=locale)
        return replace(event, named=named, whom=person_of(command)), token

    async def _tell_what_waited(self, data: JSON, room: RoomId) -> None:
        """Says the line that waits for who acts, where they alone read it."""
        person = ids.person(who(data))
        if self.whispers.may(room, person):
            line = await self.mute.line(person, language_of(data))
            if line:
                await self._say(data, room, lambda _: line)

    async def _pressed(self, data: JSON) -> tuple[Event, Token] | None:
        person, token, where = self._begin(data, waits=False)
        custom, message = tapped(data["data"]), data.get("message") or {}
        about = MessageId(str(message.get("id")))
        head = (ids.event("interaction", data["id"]), self.clock.now(), person, where)
        chosen, locale = choice(custom), language_of(data)
        if chosen is not None:
            named = MessageId(chosen[0] or about)
            if named != about:
                self.whispers.stands_for(about, named)
            picked = self.named.picked(data)
            made = ChoiceMade(*head, named, chosen[1], is_pressed=True, locale=locale)
            return replace(made, picked=picked), token
        if custom in _AS_EMOJI:
            emoji = _AS_EMOJI[custom]
            return ReactionAdded(*head, about, emoji, is_pressed=True, locale=locale), token
        await self._pressed_own(data, head, about)
        return None

    async def _pressed_own(self, data: JSON, head: Head, about: MessageId) -> None:
        """Does what a button of the adapter's own means, which is nothing to the core."""
        custom, (_, _, person, where) = tapped(data["data"]), head
        if custom.startswith(NOTE):
            await self._read(data, custom.removeprefix(NOTE))
        elif custom == PRIVATE:
            strings = await self.tongues.of(person, language_of(data))
            may_move = await self.kept.offers_private(where.space)
            over = strings.commands.choice_over
            line = await self._carried(head, about, strings) if may_move else over
            await self._say(data, where.room, lambda _: line)
        else:
            await self._say(data, where.room, lambda say: say.commands.choice_over)

    async def _carried(self, head: Head, about: MessageId, strings: Strings) -> str:
        """Moves an exchange to a direct message, and gives what to tell who wanted it."""
        try:
            return await self.carrying.over(head, about, strings)
        except DiscordRefused:  # what it was about is gone, or may be read no more
            return strings.commands.no_choice

    async def _tell_lack(self, data: JSON) -> None:
        """Tells the person who gave a command which permissions the bot lacks here."""
        lacking = lack(int(data.get("app_permissions") or 0)) if data.get("guild_id") else ()
        if lacking:
            rights, room = ", ".join(lacking), self.hearing.where(data).room
            await self._say(
                data, room, lambda say: said_on_discord(say).lacking.format(rights=rights)
            )

    async def _link(self, data: JSON, command: Command) -> str:
        """Gives the link to the bot's message that a command names, or an empty text if none."""
        guild = data.get("guild_id")
        named = command.named if isinstance(command, Why | TellAdmins) else None
        if guild is None or named is None or not ids.is_message(named):
            return ""
        channel, message = str(data["channel_id"]), ids.reply_of(named)
        try:
            shown = await self.api.ask("GET", f"/channels/{channel}/messages/{message}")
        except PlatformError:
            return ""
        is_own = str((shown.get("author") or {}).get("id")) == self.hearing.me.id
        return LINK.format(guild=guild, channel=channel, message=message) if is_own else ""

    # -- the adapter's own buttons -------------------------------------------------------------

    async def _say(self, data: JSON, room: RoomId, says: Sentence) -> None:
        """Says a line of the adapter's own to who acts alone, in their language, if it can."""
        person = ids.person(who(data))
        if self.whispers.may(room, person):
            line = says(await self.tongues.of(person, language_of(data)))
            await self.whispers.say(room, person, content(self.hearing.me.linked(line)))

    async def _read(self, data: JSON, name: str) -> None:
        """Shows a waiting private note to its own person, and says to others it is not theirs."""
        person, room = ids.person(who(data)), self.hearing.where(data).room
        kept = await self.kept.of(person, f"note:{name}")
        if kept is None:
            await self._say(data, room, lambda say: say.rooms.not_yours)
        elif self.whispers.may(room, person):
            await self.whispers.say(room, person, shown_note(kept, self.tongues.strings))


def _unknown(say: Strings) -> str:
    return say.commands.unknown
