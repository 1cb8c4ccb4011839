"""Matrix, put together: signs in, listens, and answers once a core is there."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

from adapters.kit.notes import Notes
from adapters.kit.tongues import Tongues
from adapters.matrix import profile
from adapters.matrix.addressed import Me
from adapters.matrix.before import Before
from adapters.matrix.chat import MatrixChat
from adapters.matrix.devices import upload_keys
from adapters.matrix.errors import MatrixRefused
from adapters.matrix.event_notes import EventNotes
from adapters.matrix.files import files
from adapters.matrix.heard import HeardEvents
from adapters.matrix.history import History
from adapters.matrix.identity import ensure
from adapters.matrix.inbox import DRAWER, Inbox, Incoming
from adapters.matrix.invites import Invites
from adapters.matrix.mute import Mute
from adapters.matrix.origins import Origins
from adapters.matrix.room_emojis import RoomEmojis
from adapters.matrix.rooms import Rooms
from adapters.matrix.session import Session
from adapters.matrix.sync import SyncLoop
from adapters.matrix.translate import Translation
from adapters.matrix.unreadable import Unreadable
from adapters.matrix.workers import Workers
from bot.engine.floor import Floor
from bot.engine.writing import Leave
from bot.events import Event, Outcome
from bot.ports import Clock, Store, Vault
from bot.records import InboxRow
from bot.settings import Settings
from bot.strings import Strings
from bot.tasks import ended, start

SILENT_S = 150  # longer than one request may take


class Matrix:
    """The bot's account on one homeserver. One instance for a process and data folder."""

    def __init__(
        self, settings: Settings, session: Session, notes: Notes, strings: Strings
    ) -> None:
        self._settings, self._session, self._clock = settings, session, notes.clock
        self._notes = notes
        self.home, self.kept = session.home, Inbox(notes)
        self._noted, self.tongues = EventNotes(notes), Tongues(notes, strings)
        self.me = Me(settings.matrix_user, [settings.bot_name])
        self.rooms = Rooms(self.home, Origins(notes), settings.matrix_admin_level)
        self.heard = HeardEvents(self._clock.now, lambda: self._listening.silent_s())
        self.home.sent = self.heard.sent
        self.chat = MatrixChat(History(self.home, self.me, self.rooms, self.heard), strings)
        self.working: Workers | None = None
        self._loop: asyncio.Task[None] | None = None
        told = (self._came, self._stand_in, self._left)
        emojis, read = RoomEmojis(self.rooms, notes.emojis), (session, self.kept, self.rooms)
        self._listening = SyncLoop(*read, self.me, *told, self.heard, emojis)

    @classmethod
    async def of(
        cls, settings: Settings, kept: tuple[Store, Vault], clock: Clock, strings: Strings
    ) -> "Matrix":
        """Makes the parts; sends nothing to the homeserver yet."""
        vault = kept[1]
        session = Session.of(settings, await files(settings.data_folder, vault), vault)
        return cls(settings, session, Notes(*kept, clock, DRAWER), strings)

    async def begin(self) -> None:
        """Signs in, checks the account's keys, and begins to read. Raises PlatformError."""
        await self._session.sign_in()
        self._session.last()
        self.chat.earlier = await self._notes.open()
        await sign_own_device(self._session, self._settings)
        await self._name_itself()
        await self._listening.first()
        self._loop = start(self._listening.run(), "matrix sync")

    async def serve(
        self, handle: Callable[[Event], Awaitable[Outcome]], floor: Floor, leave: Leave
    ) -> None:
        """Passes events to the core until cancelled. Raises what ended the reading."""
        self.working = self._workers(handle, floor, leave)
        working = start(self.working.run(), "matrix inbox")
        try:
            assert self._loop is not None
            done, _ = await asyncio.wait({self._loop, working}, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            await ended(working)
            await self.working.close()

    async def close(self) -> None:
        """Ends reading and closes connections (shutdown)."""
        if self._loop is not None:
            await ended(self._loop)
        await self.chat.typing.close()
        await self.chat.growing.stops.close()
        await self._session.close()

    def losses(self) -> int:
        """Gives how often reading failed and was begun again."""
        return self._listening.losses

    def fault(self) -> str:
        """Says since when nothing was read, or gives an empty text while reading works."""
        silent = int(self._listening.silent_s())
        return f"nothing was read for {silent} seconds" if silent > SILENT_S else ""

    def _came(self, rows: tuple[InboxRow, ...]) -> None:
        if self.working is not None:
            self.working.came(rows)

    async def _stand_in(self, one: Incoming) -> None:
        if self.working is not None:
            await self.working.stand_in(one)

    def _left(self, gone: tuple[tuple[str, str], ...]) -> None:
        if self.working is not None:
            self.working.left(gone)

    def _workers(
        self, handle: Callable[[Event], Awaitable[Outcome]], floor: Floor, leave: Leave
    ) -> Workers:
        self.tongues.known = floor.meanwhile.language
        unreadable = Unreadable(self.chat, self.rooms, self._clock, self.tongues)
        late_after = timedelta(minutes=self._settings.catch_up_minutes)
        return Workers(
            self.home,
            self.kept,
            Translation(self.home, self.rooms, self._noted, self.me),
            handle,
            floor,
            leave,
            unreadable,
            self._invites(unreadable),
            self._mute(floor),
            self._clock,
            late_after,
            echoes=self.chat.echoes,
        )

    def _mute(self, floor: Floor) -> Mute:
        about = (self.home, self.rooms, self._noted, self.chat, self._clock)
        return Mute(*about, floor, self.tongues)

    def _invites(self, unreadable: Unreadable) -> Invites:
        before = Before(self.home, self.kept, self.rooms, self.me)
        about = (self.home, self.rooms.origins, self.rooms, self.chat, before, unreadable)
        return Invites(*about, self._settings.matrix_invites, self._clock)

    async def _name_itself(self) -> None:
        """Gives the account the bot's name and picture where it has none."""
        with suppress(MatrixRefused):
            shown = await profile.named(self.home, self._settings.bot_name)
            if shown != self._settings.bot_name:
                self.me.names.append(shown)
        await profile.pictured(self.home)


async def sign_own_device(session: Session, settings: Settings) -> None:
    """Uploads the device's keys and the account's signature under them. Raises PlatformError."""
    await upload_keys(session.home)
    secret = settings.matrix_password
    password = secret.get_secret_value() if secret is not None else None
    await ensure(session.home, session.files, session.device, password)
