"""Setting up Matrix: homeserver, account, one signed device."""

from functools import partial
from typing import TYPE_CHECKING

from adapters.cli.compose import open_vault
from adapters.cli.setup.desk import Desk
from bot.errors import AttuneError, PlatformError, SettingsFault
from bot.folder import FolderLock
from bot.ports import Vault
from bot.settings import Settings

if TYPE_CHECKING:
    from adapters.matrix.files import Files
    from adapters.matrix.setting_up import Found

Values = dict[str, str]
NONE = {"matrix_password": "", "matrix_access_token": "", "matrix_device_id": ""}


async def set_up(desk: Desk) -> bool:
    """Asks for homeserver and account, and signs a device in; False where somebody went back."""
    desk.ask.tell(desk.said.matrix_first)
    home = await _homeserver(desk)
    if home is None or not await _account(desk, home):
        return False
    await _device(desk)
    settings = desk.given.settings()
    desk.ask.tell(desk.said.matrix_next.format(account=settings.matrix_user))
    return True


async def _homeserver(desk: Desk) -> "Found | None":
    """Asks until a homeserver answers; None where somebody goes back."""
    from adapters.matrix import setting_up  # its library takes a while to load

    while typed := await desk.ask.line(desk.said.homeserver):
        home = await setting_up.found(typed)
        if desk.told([home.told], "matrix") and _is_address(desk, home.url):
            return home
    return None


def _is_address(desk: Desk, url: str) -> bool:
    """Whether the settings take an address; tells why not."""
    any_account = {"matrix_user": "@a:b", **NONE, "matrix_password": "any"}
    return desk.settings(matrix_homeserver=url, **any_account) is not None


async def _account(desk: Desk, home: "Found") -> bool:
    """Asks until an account can be signed in to, and keeps it; False where somebody goes back."""
    desk.ask.tell(desk.said.sign_in_how)
    is_token = await desk.choose(desk.said.with_password, desk.said.with_token) == 1
    asks = _token if is_token else _password
    while (values := await asks(desk, home)) is not None:
        values = {**NONE, "matrix_homeserver": home.url, **values}
        if values["matrix_user"] and await _is_open(desk, values):
            desk.keep(**values)
            return True
    return False


async def _password(desk: Desk, home: "Found") -> Values | None:
    from adapters.matrix import setting_up

    account = await desk.ask.line(desk.said.account)
    secret = await desk.ask.secret(desk.said.password) if account else ""
    if not secret:
        return None
    return {"matrix_user": setting_up.whole(account, home.domain), "matrix_password": secret}


async def _token(desk: Desk, home: "Found") -> Values | None:
    """Asks for a token, and asks the homeserver whose it is; no user where that fails."""
    from adapters.matrix import setting_up

    secret = await desk.ask.secret(desk.said.token)
    if not secret:
        return None
    try:
        user, device = await setting_up.whose(home.url, secret)
    except PlatformError as error:
        desk.told([(False, f"login: {error}")], "matrix")
        user, device = "", ""
    return {"matrix_user": user, "matrix_access_token": secret, "matrix_device_id": device}


async def _is_open(desk: Desk, values: Values) -> bool:
    """Whether an account can be signed in to; tells it in the doctor's words."""
    from adapters.matrix import trying

    settings = desk.settings(**values)
    if settings is None:
        return False
    login, *_ = await trying.tried(settings)
    return desk.told([login], "matrix")


async def _device(desk: Desk) -> None:
    """Signs the device in, until it is done or left for later."""
    is_wanted = True
    while is_wanted:
        is_wanted = not await _is_signed(desk) and await desk.is_again()


async def _is_signed(desk: Desk) -> bool:
    """Signs the device in and tells how that went; True where it is signed."""
    settings = desk.given.settings()
    desk.ask.tell(desk.said.signing_in)
    try:
        with FolderLock(settings.data_folder):
            device = await _surely_signed(desk, settings)
    except SettingsFault as fault:
        return desk.told([(False, f"device: {one}") for one in fault.faults], "matrix")
    except AttuneError as error:
        return desk.told([(False, f"device: {error}")], "matrix")
    return desk.told([(True, desk.said.signed.format(device=device))], "matrix")


async def _surely_signed(desk: Desk, settings: Settings) -> str:
    """Signs the device in, with fresh keys where somebody wants them. Raises AttuneError."""
    from adapters.matrix.errors import IdentityLost

    try:
        return await _signed(settings, None)
    except IdentityLost:
        password = await _fresh(desk, settings)
        if not password:
            raise
    return await _signed(settings, password)


async def _fresh(desk: Desk, settings: Settings) -> str:
    """Asks whether fresh keys may be made, and gives the password it takes; empty if not."""
    desk.ask.tell(desk.said.other_keys)
    if await desk.choose(desk.said.fresh_keys, desk.said.go_on) == 1:
        return ""
    if settings.matrix_password is not None:
        return settings.matrix_password.get_secret_value()
    return await desk.ask.secret(desk.said.password_once)


async def _signed(settings: Settings, anew: str | None) -> str:
    """Signs the folder's device in and gives its id; with a password it gets fresh keys."""
    from adapters.matrix.files import files

    vault = await open_vault(settings)
    try:
        return await _with_files(settings, await files(settings.data_folder, vault), vault, anew)
    finally:
        await vault.close()


async def _with_files(settings: Settings, kept: "Files", vault: Vault, anew: str | None) -> str:
    from adapters.matrix import setting_up
    from adapters.matrix.session import Session

    begin = partial(Session.of, settings, kept, vault)
    if anew is not None:
        return await setting_up.signed_anew(begin, anew)
    return await setting_up.signed(begin(), settings)
