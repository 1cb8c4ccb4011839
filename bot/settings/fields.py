"""Every setting: its name, its kind, its default, and what it is, in words."""

from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import Field, SecretStr, ValidationInfo, field_validator

from bot.settings.kinds import (
    DatabaseUrl,
    Folder,
    LanguageCode,
    MasterKey,
    Names,
    Numbers,
    OneLine,
    SocketUrl,
    Url,
    Urls,
    UserId,
)
from bot.settings.of_publishing import OfPublishing


class Settings(OfPublishing):
    """Everything that is set from outside; it never changes and its repr shows no secret."""

    data_folder: Folder = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("attune")),
        description="the folder for what is kept; empty: your own data folder",
    )
    database_url: DatabaseUrl = Field(
        default="",
        repr=False,  # it may hold a password
        description="sqlite:///FILE, or postgresql://USER:PASSWORD@HOST/NAME for several "
        "processes; empty: the file attune.db in the data folder",
    )
    master_key: MasterKey | None = Field(
        default=None,
        description="the master key, 32 bytes as base64; several with commas between, newest "
        "first, until `attune keys rotate` is done; empty: the one in the data folder",
    )
    model_url: Urls = Field(
        default=(),
        description="OpenAI-compatible endpoints in the order they are asked, with commas between, "
        "such as http://localhost:11434/v1, with no key in them; empty: the demonstration voice",
    )
    model_file: Folder | None = Field(
        default=None,
        description="a model to run inside this program, a GGUF file (`make local` fetches one); "
        "it is asked first, and ATTUNE_MODEL_URL after it; empty: none",
    )
    model_name: Names = Field(
        default=(),
        description="the model's name, one for all endpoints or one each, with commas between; "
        "needed when ATTUNE_MODEL_URL is set",
    )
    model_key: SecretStr | None = Field(
        default=None,
        description="the endpoint's key; with several endpoints one each, with commas between, "
        "nothing where one needs none",
    )
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
    model_images: bool = Field(
        default=False,
        description="whether the models take pictures: those sent with a message go to them",
    )
    model_ask: bool = Field(
        default=True,
        description="whether `attune chat` on a terminal looks for a model and asks, while "
        "ATTUNE_MODEL_URL is empty: True or False",
    )
    judge_url: Url = Field(
        default="",
        description="an endpoint that is asked, each only once `attune doctor` or a start has "
        "calibrated it for that, about single sentences the governor is unsure of, at warm and "
        "deeper, with the end of the message before, and about messages that may hint at a life at "
        "risk, with the two before; empty: none",
    )
    judge_name: OneLine = Field(
        default="", description="the judge's model; needed when ATTUNE_JUDGE_URL is set"
    )
    judge_key: SecretStr | None = Field(default=None, description="the judge's key")
    judge_seconds: float = Field(
        default=1.5, gt=0, le=10, description="seconds to wait for the judge, up to 10"
    )
    operator_name: OneLine = Field(
        default="",
        max_length=200,
        description="who runs this, as people are told; one line, up to 200 characters; "
        "empty: whoever runs this machine",
    )
    operator_contact: OneLine = Field(
        default="",
        max_length=200,
        description="how to reach them, as people are told; one line, up to 200 characters",
    )
    bot_name: OneLine = Field(
        default="Attune", max_length=40, description="its name; one line, up to 40 characters"
    )
    language: LanguageCode = Field(
        default="en",
        description="the language of who is not known to read another: "
        "en, de, es, fr, pt, it, nl, pl, tr, ru or ja",
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
    replies_per_space: int | None = Field(
        default=None,
        ge=1,
        description="replies written at once in one space, where people take turns, 1 or more; "
        "empty: as many as the model bears, by how soon its first words come, and spaces take "
        "turns",
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
    matrix_homeserver: Url = Field(
        default="", description="the homeserver's address, such as https://matrix.example.org"
    )
    matrix_user: UserId | Literal[""] = Field(
        default="",
        description="the bot's account on it, such as @attune:example.org; needed when "
        "ATTUNE_MATRIX_HOMESERVER is set",
    )
    matrix_password: SecretStr | None = Field(
        default=None, description="the account's password; or set an access token instead"
    )
    matrix_access_token: SecretStr | None = Field(
        default=None, description="an access token of the account, in the place of its password"
    )
    matrix_device_id: OneLine = Field(
        default="",
        description="the device the token belongs to; needed when ATTUNE_MATRIX_ACCESS_TOKEN "
        "is set",
    )
    matrix_invites: Names = Field(
        default=(),
        description="homeservers and people, with commas between, whose invitations it accepts, "
        "such as example.org,@ada:example.com; empty: anyone's",
    )
    matrix_admin_level: int = Field(
        default=50, ge=1, le=1000, description="the power level of an admin of a room, 1 to 1000"
    )
    discord_token: SecretStr | None = Field(
        default=None, description="the token of the bot of a Discord app; empty: not on Discord"
    )
    discord_api_url: Url = Field(
        default="",
        description="the base of Discord's HTTP API, for a proxy, such as "
        "https://discord.com/api/v10; empty: Discord's own",
    )
    discord_gateway_url: SocketUrl = Field(
        default="",
        description="the address of Discord's gateway, for a proxy, such as "
        "wss://gateway.discord.gg; empty: Discord's own",
    )
    discord_message_content: bool = Field(
        default=False,
        description="whether the app has the Message Content intent, so that admins can let Attune "
        "listen in threads: True or False",
    )
    discord_shard_count: int | None = Field(
        default=None,
        ge=1,
        le=10_000,
        description="over how many shards the servers are spread; empty: as many as Discord says",
    )
    discord_shard_ids: Numbers = Field(
        default=(),
        description="the shards of this process, such as 0,1, where several share the work; "
        "empty: all of them",
    )
    discord_long_replies: Literal["threads", "messages"] = Field(
        default="threads",
        description="where a reply in a channel goes on after 2,000 characters: in a thread, or in "
        "further messages: threads, messages",
    )
    catch_up_minutes: int = Field(
        default=60,
        ge=1,
        le=1440,
        description="minutes for which what came while it was down is answered, 1 to 1440",
    )
    metrics_port: int = Field(
        default=0,
        ge=0,
        le=65_535,
        description="the port on this machine alone (127.0.0.1) at which /metrics, /healthz and "
        "/readyz answer, such as 9464; 0: none, and nothing is measured",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="what is logged: debug, info, warning or error, and above"
    )

    @property
    def keys_of_models(self) -> tuple[str, ...]:
        """The key of each endpoint, in their order; empty when none needs one."""
        written = self.model_key.get_secret_value() if self.model_key else ""
        return tuple(key.strip() for key in written.split(",")) if written else ()

    @field_validator("model_name")
    @classmethod
    def _names_all(cls, names: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if len(names) not in (0, 1, len(info.data.get("model_url", names))):
            raise ValueError("names neither one model nor one for each endpoint")
        return names

    @field_validator("model_key")
    @classmethod
    def _opens_all(cls, key: SecretStr, info: ValidationInfo) -> SecretStr:
        urls, keys = info.data.get("model_url", ()), key.get_secret_value().count(",") + 1
        if len(urls) > 1 and keys != len(urls):
            raise ValueError("holds not one key for each endpoint")
        return key

    @field_validator("discord_shard_ids")
    @classmethod
    def _are_shards(cls, shards: tuple[int, ...], info: ValidationInfo) -> tuple[int, ...]:
        count = info.data.get("discord_shard_count")
        if shards and (count is None or max(shards) >= count):
            raise ValueError("names shards that ATTUNE_DISCORD_SHARD_COUNT does not give")
        return shards

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
