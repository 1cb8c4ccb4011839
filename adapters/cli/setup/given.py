"""What is set: by the environment, by `.env`, and by what was chosen here."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import SettingsFault
from bot.settings import Settings, load
from bot.settings.env_file import add
from bot.settings.loading import name_of


@dataclass
class Given:
    """The settings as they stand, and the file to which more are added."""

    file: Path = Path(".env")
    chosen: dict[str, str] = field(default_factory=dict, repr=False)

    def settings(self, **more: str) -> Settings:
        """Gives the settings, with further values over all others. Raises SettingsFault."""
        named = {name_of(field): value for field, value in more.items()}
        return load({**os.environ, **self.chosen, **named}, self.file)

    def keep(self, why: str, **values: str) -> None:
        """Takes values from now on, and adds them to the file. Raises SettingsFault.

        Where the file cannot be written they hold all the same, until this program ends.
        """
        named = {name_of(field): value for field, value in values.items()}
        self.chosen |= named
        add(self.file, named, why)

    def shadowed(self, *fields: str) -> list[str]:
        """Gives those names that the environment sets to something else, which wins next time."""
        names = map(name_of, fields)
        return [one for one in names if os.environ.get(one, self.chosen[one]) != self.chosen[one]]


def told(fault: SettingsFault) -> str:
    """Gives all faults, a line each."""
    return "\n".join(fault.faults)
