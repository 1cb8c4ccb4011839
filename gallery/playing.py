"""Does what a piece is made of, on any platform's driver."""

from dataclasses import dataclass, field, replace

from gallery.pieces import Brings, Closes, Deed, Gives, Marks, More, Piece, Remade, Says, Taps
from tests.driver import MADE, Driver, Seen


@dataclass
class Playing:
    """A piece on one platform, and which of the bot's messages stand in it by now."""

    driver: Driver
    piece: Piece
    seen: list[Seen] = field(default_factory=list)

    async def all(self, deeds: tuple[Deed, ...]) -> None:
        """Does each deed, one after the other."""
        for deed in deeds:
            ids = {one.id: one for one in await self.one(deed)}
            kept = [ids.pop(one.id, one) for one in self.seen]
            self.seen = [*kept, *ids.values()]

    async def one(self, deed: Deed) -> list[Seen]:
        """Does one deed, and gives the bot's messages that changed by it."""
        who = {"by": self.piece.by, "room": self.piece.room}
        match deed:
            case Says(text):
                return await self.driver.say(text, **who)
            case Gives(words):
                settled = await self.driver.settle()
                given = words.format(reply=self._reply())
                return [*settled, *await self.driver.command(given, **who)]
            case Brings(file):
                return await self.driver.bring(file, **who)
            case Marks(emoji):
                return await self.driver.react(emoji, self._reply(), **who)
            case Taps(label):
                card = self.card()
                chosen = first(card.choices, label)
                return await self.driver.choose(chosen, card.id, **who)
            case Remade():
                self.driver.making = replace(MADE, models=("large",))
                await self.driver.restart()
                return []
            case Closes():
                await self.driver.retire(20, "I move and cannot run it any more.")
                return []
            case More():
                return []  # what a platform folds, its picture opens

    def card(self) -> Seen:
        """Gives the newest message with choices."""
        found = [one for one in self.seen if one.choices]
        assert found, "nothing to tap"
        return found[-1]

    def _reply(self) -> str:
        return next((one.id for one in reversed(self.seen) if one.to is None), "")


def first(choices: tuple[str, ...], label: str) -> str:
    """Gives the first choice that begins so."""
    found = [one for one in choices if one.startswith(label)]
    assert found, f"no choice begins with {label!r}"
    return found[0]
