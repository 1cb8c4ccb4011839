"""Signing in: one device for the life of a data folder, with its own crypto store."""

import hashlib
import secrets
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase
from typing import Any

from nio import AsyncClientConfig, LoginResponse
from nio.store import DefaultStore

from adapters.matrix.errors import OtherAccount, SignedOut
from adapters.matrix.files import SESSION, Files
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.identity import check_store, published, store_file
from adapters.matrix.renewal import RenewingClient
from bot.errors import PlatformError
from bot.ports import Vault
from bot.settings import Settings

JSON = dict[str, Any]
DEVICE_NAME = "Attune"
REQUEST_S = 30


class CryptoStore(DefaultStore):  # type: ignore[misc]
    """The keys of one device, in a file.

    At each question peewee looks for every model that refers to those it is asked for, which takes
    longer than the question; here they are all named already, once the file has its newest form.
    """

    def __post_init__(self) -> None:
        super().__post_init__()
        known = self.database.bind_ctx
        self.database.bind_ctx = partial(known, bind_refs=False, bind_backrefs=False)


@dataclass
class Session:
    """An account on a homeserver, as named by the settings and remembered in the folder."""

    settings: Settings
    files: Files
    home: Homeserver

    @classmethod
    def of(cls, settings: Settings, files: Files, vault: Vault) -> "Session":
        """Makes a session; sends nothing yet."""
        config = AsyncClientConfig(
            store=CryptoStore,
            store_sync_tokens=False,
            encryption_enabled=True,
            pickle_key=vault.tag("matrix", "crypto store"),
            max_limit_exceeded=0,
            max_timeouts=0,
            request_timeout=REQUEST_S,
        )
        client = RenewingClient(
            settings.matrix_homeserver,
            settings.matrix_user,
            store_path=str(files.folder),
            config=config,
        )
        return cls(settings, files, Homeserver(client))

    @property
    def device(self) -> str:
        """The id of this session's device."""
        return str(self.home.client.device_id)

    async def take_up(self) -> None:
        """Uses the device of this folder for requests, and makes no new one.

        Raises PlatformError if there is none yet, or its token is not valid.
        """
        kept = self._kept()
        if kept is None:
            raise PlatformError("Nothing is signed in yet: that happens at the first start.")
        await self._ask_who(kept)

    async def sign_in(self) -> None:
        """Uses the device of this folder, or makes one. Raises IdentityLost among others."""
        kept = self._kept()
        if kept is None:
            await self._log_in(None)
        else:
            await self._resume(kept)
        await self.open_store()

    async def open_store(self) -> None:
        """Loads the device's keys. Raises IdentityLost if they are not the published ones."""
        client, home = self.home.client, self.home
        shown = await published(home, self.device)
        if not store_file(self.files, home.me, self.device).exists() and client.olm is None:
            check_store(shown, self.device, None)
        client.restore_login(home.me, self.device, client.access_token)
        assert client.olm is not None
        check_store(shown, self.device, client.olm.account.identity_keys["curve25519"])
        if shown.device is None:  # a device that was signed out is shown again with its own keys
            client.olm.account.shared = False

    def last(self) -> None:
        """Signs in again from now on, on the same device, whenever the homeserver signed it out."""
        self.home.client.renew = lambda: self._log_in(self.device)

    async def close(self) -> None:
        """Closes connections and the crypto store."""
        await self.home.client.close()

    def forget(self) -> None:
        """Forgets the device, so that the next sign-in makes another."""
        self.files.drop(SESSION)

    def named(self) -> str | None:
        """Gives the device named by the folder or the settings, or None."""
        try:
            kept = self._kept()
        except PlatformError:  # unreadable: another master key sealed it
            return self.settings.matrix_device_id or None
        return kept["device"] if kept is not None else None

    def _kept(self) -> JSON | None:
        """Gives the session data of the folder or the settings, or None."""
        kept, given = self.files.read(SESSION), self.settings.matrix_access_token
        if kept is not None and kept.get("user") != self.settings.matrix_user:
            raise OtherAccount(
                "The folder `matrix` belongs to another account. Set ATTUNE_MATRIX_USER to that "
                "one, or move the folder away."
            )
        if given is None or (kept is not None and kept.get("instead_of") == self._mark()):
            return kept
        token = given.get_secret_value()
        return {"device": self.settings.matrix_device_id, "token": token}

    def _mark(self) -> str:
        """Gives a mark of the token in the settings, so that a changed token is noticed."""
        given = self.settings.matrix_access_token
        return hashlib.sha256(given.get_secret_value().encode()).hexdigest() if given else ""

    async def _resume(self, kept: JSON) -> None:
        try:
            await self._ask_who(kept)
        except SignedOut:
            await self._log_in(kept["device"])

    async def _ask_who(self, kept: JSON) -> None:
        """Checks whose the token is. Raises OtherAccount, or SignedOut if it is not valid."""
        client = self.home.client
        client.user_id, client.device_id = self.settings.matrix_user, kept["device"]
        client.access_token = kept["token"]
        me = await self.home.raw("GET", "/account/whoami")
        named = me.get("user_id"), me.get("device_id")
        if named != (self.settings.matrix_user, kept["device"]):
            raise OtherAccount(
                "The access token belongs to another account or device. Mend ATTUNE_MATRIX_USER, "
                "ATTUNE_MATRIX_ACCESS_TOKEN and ATTUNE_MATRIX_DEVICE_ID."
            )

    async def _log_in(self, device: str | None) -> None:
        if self.settings.matrix_password is None:
            raise SignedOut()
        await self.log_in(self.settings.matrix_password.get_secret_value(), device)

    async def log_in(self, password: str, device: str | None) -> None:
        """Signs in with a password, on the same device or a new one, and stores the session."""
        client = self.home.client
        # Its own choice, so that a login whose answer was lost makes no second device.
        client.device_id = device or "".join(secrets.choice(ascii_uppercase) for _ in range(10))
        made = await self.home.ask(partial(client.login, password, DEVICE_NAME), LoginResponse)
        kept = {"user": self.settings.matrix_user, "device": made.device_id}
        self.files.write(SESSION, {**kept, "token": made.access_token, "instead_of": self._mark()})
