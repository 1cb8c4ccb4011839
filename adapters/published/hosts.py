"""Every host that words, or facts about people, go to: read off the settings that run.

A setting that holds an address has its place in OF_SETTINGS, and a host that stands in the code its
place in NAMED or ASKED: a test holds both against the settings and the code.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from bot.settings import Settings

# What goes to the hosts of a setting, by its name among the sentences; empty: nothing does, as
# people open that address themselves.
OF_SETTINGS: Final = {
    "model_url": "model_url",
    "judge_url": "judge_url",
    "age_check": "age_check",
    "database_url": "database_url",
    "matrix_homeserver": "matrix_homeserver",
    "discord_api_url": "discord_api_url",
    "discord_gateway_url": "discord_gateway_url",
    "protocol_url": "",
    "privacy_url": "",
}
# What is asked without an address in the settings: by the setting that has it asked.
ASKED: Final = {
    "discord.com": ("discord_token", "discord_token"),
    "gateway.discord.gg": ("discord_token", "discord_token"),
    "cdn.discordapp.com": ("discord_token", "discord_files"),
    "media.discordapp.net": ("discord_token", "discord_files"),
}
# Hosts in the code that get nothing of anybody, and why.
NAMED: Final = {
    "findahelpline.com": "named to people, who open it themselves",
    "matrix.to": "how a link names a room or person; it is never asked",
    "w3id.org": "the name of a vocabulary in a receipt; it is never asked",
    "w3.org": "the name of a form of drawings; it is never asked",
    "huggingface.co": "asked for a model's file when the operator chooses one, about nobody",
    "example.com": "an example in what a setting says",
    "example.org": "an example in what a setting says",
    "discordapp.com": "the end of the hosts that files are fetched from",
    "discordapp.net": "the end of the hosts that files are fetched from",
}


@dataclass(frozen=True, slots=True)
class Host:
    """A host that something goes to: what, by its name among the sentences, and the setting."""

    name: str
    goes: str
    setting: str


def hosts_of(settings: Settings) -> tuple[Host, ...]:
    """Gives every host that something of people goes to, in the order of the settings."""
    given = [
        Host(name, _goes(settings, setting), setting)
        for setting, goes in OF_SETTINGS.items()
        if goes
        for name in _hosts(getattr(settings, setting))
    ]
    asked = [Host(name, goes, of) for name, (of, goes) in ASKED.items() if getattr(settings, of)]
    return tuple(dict.fromkeys((*given, *asked)))


def _goes(settings: Settings, setting: str) -> str:
    is_named = setting == "age_check" and settings.age_check_ids
    return "age_check_named" if is_named else OF_SETTINGS[setting]


def _hosts(value: object) -> tuple[str, ...]:
    """Gives the hosts of an address or of several; a file has none."""
    addresses = value if isinstance(value, tuple) else (value,)
    parts = (urlsplit(str(one)) for one in addresses if one)
    return tuple(one.netloc.rpartition("@")[2] for one in parts if one.hostname)
