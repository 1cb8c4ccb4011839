"""The kinds of values a setting takes, each with what is wrong with another value."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr

from bot.master import master_bytes

# https://spec.matrix.org/v1.11/appendices/#user-identifiers
_USER = re.compile(r"@[!-9;-~]+:[A-Za-z0-9.\-\[\]:]+")


def _split_url(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # reading it is what checks it
    except ValueError:
        raise ValueError("is not an address") from None
    return parts


def _http_url(url: str) -> str:
    parts = _split_url(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("is not an http or https address with a host")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("holds more than a host, a port and a path")
    return url.rstrip("/")


def _database_url(url: str) -> str:
    parts = _split_url(url)
    if parts.scheme in ("postgresql", "postgres", "postgresql+asyncpg"):
        if parts.path in ("", "/"):
            raise ValueError("does not name a database")
        return url.replace("postgres://", "postgresql://", 1)
    if parts.scheme not in ("sqlite", "sqlite+aiosqlite"):
        raise ValueError("is neither SQLite nor PostgreSQL")
    if parts.netloc or parts.path in ("", "/", "/:memory:") or parts.query or parts.fragment:
        raise ValueError("does not name a file")
    return url


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("holds something that is not printable, such as a line break")
    return text


def _home(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError:
        raise ValueError("begins with ~ but there is no such home") from None


def _names(listed: object) -> object:
    if not isinstance(listed, str):
        return listed
    return tuple(_one_line(name.strip()) for name in listed.split(",") if name.strip())


def _master(written: SecretStr) -> SecretStr:
    for each in written.get_secret_value().split(","):
        if each.strip():
            master_bytes(each)
    return written


def _socket_url(url: str) -> str:
    parts = _split_url(url)
    if url and (parts.scheme not in ("ws", "wss") or not parts.hostname):
        raise ValueError("is no address of a websocket")
    return url.rstrip("/")


def _http_urls(urls: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_http_url, urls))


def _user_id(user: str) -> str:
    if _USER.fullmatch(user) is None:
        raise ValueError("is not the full name of an account")
    return user


def _check_url(url: str) -> str:
    """Gives an address that is asked under a seal, or does not leave this machine."""
    parts, here = _split_url(_http_url(url)), ("localhost", "127.0.0.1", "::1")
    if parts.scheme != "https" and parts.hostname not in here:
        raise ValueError("is neither https nor on this machine")
    return url.rstrip("/")


def _laws(names: tuple[str, ...]) -> tuple[str, ...]:
    if not names or any(name not in LAWS for name in names):
        raise ValueError("names a law that is not known")
    return tuple(dict.fromkeys(names))


# As `bot.duties.Law` has them; "strictest" is all of them.
LAWS = (
    "strictest",
    "california",
    "new-york",
    "washington",
    "oregon",
    "illinois",
    "colorado",
    "eu",
)
Url = Annotated[str, AfterValidator(_http_url)]
CheckUrl = Annotated[str, AfterValidator(_check_url)]
SocketUrl = Annotated[str, AfterValidator(_socket_url)]
Urls = Annotated[tuple[str, ...], BeforeValidator(_names), AfterValidator(_http_urls)]
DatabaseUrl = Annotated[str, AfterValidator(_database_url)]
Folder = Annotated[Path, AfterValidator(_home)]
OneLine = Annotated[str, AfterValidator(_one_line)]


def _numbers(value: object) -> object:
    """Gives the words of a list as they are; what is no number is refused with what was given."""
    words = _names(value)
    if isinstance(words, tuple) and not all(str(word).isdecimal() for word in words):
        raise ValueError("is no list of numbers such as 0,1")
    return words


Numbers = Annotated[tuple[int, ...], BeforeValidator(_numbers)]
Names = Annotated[tuple[str, ...], BeforeValidator(_names)]
Laws = Annotated[tuple[str, ...], BeforeValidator(_names), AfterValidator(_laws)]
MasterKey = Annotated[SecretStr, AfterValidator(_master)]
UserId = Annotated[str, AfterValidator(_user_id)]
LanguageCode = Literal["en", "de", "es", "fr", "pt", "it", "nl", "pl", "tr", "ru", "ja"]
