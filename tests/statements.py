"""How often one message asks the databases: every statement, and the reads of keys among them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from adapters.cli.compose import opened, ready_schema
from bot.settings import load
from tests.play import Play, ScriptedModel


@dataclass
class Statements:
    """What was asked of any database."""

    every: list[str] = field(default_factory=list)

    @property
    def of_keys(self) -> int:
        """How many of them asked for keys."""
        return sum("data_keys" in one for one in self.every)

    def seen(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        self.every.append(statement)


@contextmanager
def counting() -> Iterator[Statements]:
    """Counts what is asked meanwhile."""
    found = Statements()
    event.listen(Engine, "before_cursor_execute", found.seen)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", found.seen)


async def of_one_message(folder: Path) -> Statements:
    """Gives what one message at warm asks, from the event to the reply that is kept."""
    settings = load({"ATTUNE_DATA_FOLDER": str(folder)}, None)
    ready_schema(settings)
    model = ScriptedModel(lambda _prompt: ["Yes.", "And."])
    async with opened(settings) as (store, vault), Play(folder, store, vault, model).running() as p:
        await p.type("hello", "/attune on", "/choose Accept", "The launch slips.")
        with counting() as found:
            await p.type("It slips again, and I have to say so.")
    return found
