"""The settings: ATTUNE_… names, from the environment and from `.env` in the working directory.

The environment wins over `.env`; an empty value is the default. No fault shows a value.
"""

import difflib
import io
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import SplitResult, urlsplit

import platformdirs
from dotenv.parser import Binding, parse_stream
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.errors import SettingsFault

PREFIX = "ATTUNE_"

_WRONG = {
    "int_parsing": "is not a whole number",
    "int_from_float": "is not a whole number",
    "float_parsing": "is not a number",
    "finite_number": "is not a number",
    "greater_than": "is too small",
    "greater_than_equal": "is too small",
    "less_than_equal": "is too large",
    "string_too_long": "is too long",
    "literal_error": "is none of the words it can be",
}


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
    return url


def _sqlite_url(url: str) -> str:
    parts = _split_url(url)
    if parts.scheme not in ("sqlite", "sqlite+aiosqlite"):
        raise ValueError("is not SQLite, and PostgreSQL comes with a later release")
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
    return tuple(name.strip() for name in listed.split(",") if name.strip())


Url = Annotated[str, AfterValidator(_http_url)]
DatabaseUrl = Annotated[str, AfterValidator(_sqlite_url)]
Folder = Annotated[Path, AfterValidator(_home)]
OneLine = Annotated[str, AfterValidator(_one_line)]
Names = Annotated[tuple[str, ...], BeforeValidator(_names)]


class Settings(BaseSettings):
    """Everything that is set from outside; it never changes and its repr shows no secret."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        validate_default=False,
        hide_input_in_errors=True,
    )

    data_folder: Folder = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("attune")),
        description="the folder for what is kept; empty: your own data folder",
    )
    database_url: DatabaseUrl = Field(
        default="",
        description="sqlite:///FILE; empty: the file attune.db in the data folder",
    )
    master_key: SecretStr | None = Field(
        default=None, description="the master key; empty: the one in the data folder"
    )
    model_url: Url = Field(
        default="",
        description="an OpenAI-compatible endpoint, such as http://localhost:11434/v1, "
        "with no key in it; empty: the offline model",
    )
    model_name: OneLine = Field(
        default="", description="the model's name; needed when ATTUNE_MODEL_URL is set"
    )
    model_key: SecretStr | None = Field(default=None, description="the endpoint's key")
    model_context_tokens: int = Field(
        default=8192, ge=2048, description="tokens the model takes in and gives out, 2048 or more"
    )
    model_reply_tokens: int = Field(
        default=800,
        ge=1,
        description="tokens of one reply at most, 1 or more, at most half of all the model holds",
    )
    model_token_parameter: Literal["max_tokens", "max_completion_tokens"] = Field(
        default="max_tokens",
        description="how the endpoint calls that limit: max_tokens or max_completion_tokens",
    )
    model_temperature: float = Field(
        default=0.7, ge=0, le=2, allow_inf_nan=False, description="how varied, from 0 to 2"
    )
    model_first_token_seconds: float = Field(
        default=60, gt=0, le=3600, description="seconds to wait for the first words, up to 3600"
    )
    model_between_tokens_seconds: float = Field(
        default=30, gt=0, le=3600, description="seconds to wait between words, up to 3600"
    )
    model_total_seconds: float = Field(
        default=300, gt=0, le=3600, description="seconds for a whole reply, up to 3600"
    )
    operator_name: OneLine = Field(
        default="whoever runs this machine",
        max_length=200,
        description="who runs this, as people are told; one line, up to 200 characters",
    )
    operator_contact: OneLine = Field(
        default="",
        max_length=200,
        description="how to reach them, as people are told; one line, up to 200 characters",
    )
    bot_name: OneLine = Field(
        default="Attune", max_length=40, description="its name; one line, up to 40 characters"
    )
    persona: str = Field(
        default="",
        max_length=2000,
        description="who it is, in your words, up to 2000 characters; no level follows from it",
    )
    conversation_gap_minutes: int = Field(
        default=30, ge=1, le=1440, description="minutes of silence that end a talk, 1 to 1440"
    )
    waiting_replies: int = Field(
        default=5, ge=1, description="replies one person may wait for at once, 1 or more"
    )
    messages_per_minute: int = Field(
        default=20, ge=1, description="messages of one person it answers in a minute, 1 or more"
    )
    tokens_per_day: int = Field(
        default=200_000, ge=1, description="tokens for one person in a day, 1 or more"
    )
    admins_of_console: Names = Field(
        default=("admin",),
        description="names, with commas between, that are admins in the console's shared rooms",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="what is logged: debug, info, warning or error, and above"
    )

    @field_validator("model_reply_tokens")
    @classmethod
    def _leaves_room(cls, tokens: int, info: ValidationInfo) -> int:
        if 2 * tokens > info.data.get("model_context_tokens", 2 * tokens):
            raise ValueError("is too large")
        return tokens

    @property
    def database_file(self) -> Path:
        """The SQLite file: the one named, else attune.db in the data folder."""
        if not self.database_url:
            return self.data_folder / "attune.db"
        return Path(urlsplit(self.database_url).path[1:])

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Reads nothing by itself, so that `load` sees every name and tells every fault."""
        return (init_settings,)


def name_of(field: str) -> str:
    """Gives the name a field is set by."""
    return PREFIX + field.upper()


FIELDS = {name_of(field): field for field in Settings.model_fields}


def load(
    environment: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")
) -> Settings:
    """Gives the settings, or tells every fault at once.

    Args:
        environment: Names and values; None: this process's own.
        env_file: Read when it exists; None: never.

    Raises:
        SettingsFault: With one sentence a fault, none of which shows a value.
    """
    filed, faults = _read(env_file)
    given = _ours(filed) | _ours(os.environ if environment is None else environment)
    faults += [_unknown(name) for name in given if name not in FIELDS]
    values = {FIELDS[name]: text for name, text in given.items() if name in FIELDS and text}
    settings, wrong = _checked(values)
    if settings is None or faults or wrong:
        raise SettingsFault((*faults, *wrong))
    return settings


def _read(env_file: Path | None) -> tuple[dict[str, str], list[str]]:
    if env_file is None:
        return {}, []
    try:
        text = env_file.read_text(encoding="utf-8-sig")  # some editors put a mark first
    except FileNotFoundError:
        return {}, []
    except OSError as error:
        return {}, [f"{env_file.name}: cannot be read ({type(error).__name__}); check who may"]
    except UnicodeDecodeError:
        return {}, [f"{env_file.name}: is not UTF-8; save it as UTF-8"]
    lines = list(parse_stream(io.StringIO(text)))
    filed = {line.key: line.value for line in lines if line.key and line.value is not None}
    return filed, [_broken(env_file, line) for line in lines if _is_broken(line)]


def _is_broken(line: Binding) -> bool:
    return line.error or (line.key is not None and line.value is None)


def _broken(env_file: Path, line: Binding) -> str:
    return f"{env_file.name}: line {line.original.line} is not NAME=value; write it so"


def _ours(names: Mapping[str, str]) -> dict[str, str]:
    # In any case: a lower-case name is a mistake to tell, not one to pass over.
    return {name: text.strip() for name, text in names.items() if name.upper().startswith(PREFIX)}


def _unknown(name: str) -> str:
    close = difflib.get_close_matches(name.upper(), FIELDS, n=1)
    return f"{name}: is no setting; " + (f"did you mean {close[0]}?" if close else "take it out")


def _checked(values: dict[str, str]) -> tuple[Settings | None, list[str]]:
    wrong: list[str] = []
    if "model_url" in values and "model_name" not in values:
        wrong.append(_fault("model_name", "is missing"))
    try:
        return Settings.model_validate(values), wrong
    except ValidationError as error:
        return None, wrong + list(_told(error.errors(include_url=False, include_input=False)))


def _told(errors: Iterable[ErrorDetails]) -> Iterable[str]:
    for error in errors:
        own: Any = error.get("ctx", {}).get("error")
        what = str(own) if own else _WRONG.get(error["type"], "cannot be used")
        yield _fault(str(error["loc"][0]), what)


def _fault(field: str, what: str) -> str:
    return f"{name_of(field)}: {what}; give {Settings.model_fields[field].description}"
