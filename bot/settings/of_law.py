"""The settings of law: which is kept, what becomes of minors, who is asked about an age."""

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.settings.kinds import CheckUrl, Laws


class OfLaw(BaseSettings):
    """What an operator sets because of the law where their people are."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        validate_default=False,
        hide_input_in_errors=True,
    )

    law: Laws = Field(
        default=("strictest",),
        description="the laws it keeps, with commas between: california, new-york, washington, "
        "oregon, illinois, colorado, eu; strictest: all of them (docs/law.md)",
    )
    minors: Literal["", "refuse", "cap"] = Field(
        default="",
        description="what becomes of people known to be under 18: refuse (only what help a life at "
        "risk needs, and their rights), or cap (1 h a session, 2 h in any 24); empty: what "
        "ATTUNE_LAW asks, at most cap",
    )
    age_check: CheckUrl = Field(
        default="",
        description="your own age check, an https address (http on this machine), asked when "
        "somebody wants a level that needs 18 or over (docs/law.md); empty: what people say "
        "themselves",
    )
    age_check_key: SecretStr | None = Field(
        default=None, description="what it is given as a bearer token, so that it knows who asks"
    )
    age_check_ids: bool = Field(
        default=False,
        description="whether the age check is told the platform's id of the person, not only a "
        "keyed pseudonym: True or False",
    )
    age_check_seconds: float = Field(
        default=3, gt=0, le=10, description="seconds to wait for the age check, up to 10"
    )

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
