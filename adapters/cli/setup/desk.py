"""What every step of setting up needs: somebody to ask, the settings, and the sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from adapters.cli.checked import Checked
from adapters.cli.setup.asking import Asking, chosen
from adapters.cli.setup.given import Given, told
from adapters.cli.setup.sentences import OnSetup
from bot.errors import SettingsFault
from bot.settings import Settings
from bot.settings.loading import name_of


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody sits and sets this up."""

    ask: Asking
    given: Given
    said: OnSetup

    async def choose(self, *labels: str) -> int:
        """Lets one of several be chosen, and gives its place: 0 is the first."""
        return await chosen(self.ask, labels, self.said.which, self.said.a_number)

    async def is_again(self) -> bool:
        """Asks whether to try again, or to go on without."""
        return await self.choose(self.said.again, self.said.go_on) == 0

    def told(self, each: Iterable[tuple[bool, str]], of: str) -> bool:
        """Tells what was looked at in the doctor's form; True where all is well."""
        checked = [Checked(is_well, f"{of} {what}") for is_well, what in each]
        for one in checked:
            self.ask.tell(str(one))
        return all(one.is_well for one in checked)

    async def answers(self, settings: Settings) -> bool:
        """Asks the models of settings, and tells in the doctor's words whether each answers."""
        from adapters.cli import (
            doctor,
        )  # the engine stands behind it: seconds, once a model is chosen

        checked = await doctor.models(settings)
        for one in checked:
            self.ask.tell(str(one))
        return all(one.is_well for one in checked)

    def settings(self, **more: str) -> Settings | None:
        """Gives the settings with further values, or None after telling what is wrong."""
        try:
            return self.given.settings(**more)
        except SettingsFault as fault:
            self.ask.tell(told(fault))
            return None

    def keep(self, **values: str) -> None:
        """Keeps settings in the file, and says so, or what to do where it cannot be written."""
        self.keep_because(self.said.why, **values)

    def keep_because(self, why: str, **values: str) -> None:
        """Keeps settings in the file under a comment of their own."""
        try:
            self.given.keep(why, **values)
        except SettingsFault as fault:
            names = ", ".join(name_of(field) for field, value in values.items() if value)
            self.ask.tell(f"{told(fault)}\n{self.said.not_kept.format(names=names)}")
        else:
            self.ask.tell(self.said.kept.format(file=self.given.file.absolute()))
        for name in self.given.shadowed(*values):
            self.ask.tell(self.said.environment_wins.format(name=name))
