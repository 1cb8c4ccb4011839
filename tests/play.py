"""A whole Attune at a console, in one process: real core, real console, chosen store and model."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from adapters.console.chat import Console
from adapters.console.clock import ConsoleClock
from adapters.console.render import Page
from adapters.console.session import Session
from adapters.console.shown import ShownAction
from adapters.console.transcript import Transcript
from bot.closing import Closing
from bot.consent import policy_version
from bot.engine import Engine
from bot.engine.closing import set_closing
from bot.engine.codec import load_shown
from bot.engine.parts import Parts
from bot.engine.reply_inputs import Manner
from bot.errors import ModelError
from bot.ids import MessageId
from bot.making import Making
from bot.model.judge import Judge
from bot.ports import Classifier, Model, Store, Vault
from bot.records import AskRow
from bot.snapshot import Guards
from bot.strings import ENGLISH
from bot.words import Draft, Prompt
from tests.console_stage import SAID, SetClock
from tests.demonstration import demonstrating
from tests.fakes import FakeStore, FakeVault
from tests.in_english import house_in_english


class ScriptedModel:
    """Says what the script says for each prompt; a gate can hold it between pieces."""

    host: str | None = "model.example"

    def __init__(self, script: Callable[[Prompt], Sequence[str | ModelError]]) -> None:
        self.script = script
        self.prompts: list[Prompt] = []
        self.gates: dict[int, asyncio.Event] = {}  # before this piece, wait for the gate
        self.reached = asyncio.Event()

    async def stream(self, prompt: Prompt) -> AsyncIterator[Draft]:
        self.prompts.append(prompt)
        for number, piece in enumerate(self.script(prompt)):
            if number in self.gates:
                self.reached.set()
                await self.gates[number].wait()
            if isinstance(piece, ModelError):
                raise piece
            yield Draft(piece)

    async def close(self) -> None:
        return None


@dataclass(slots=True)
class Play:
    """One folder, one store; `type` gives the lines that each typed line made appear."""

    folder: Path
    store: Store
    vault: Vault
    model: Model = field(default_factory=demonstrating)
    clock: SetClock = field(default_factory=SetClock)
    hosts: tuple[str, ...] = ()
    guards: Guards = field(default_factory=lambda: Guards(messages_a_minute=10_000))
    burst: timedelta = timedelta(0)
    policy: str = ""  # of an earlier release; empty: of this one
    after: tuple[Model, ...] = ()  # asked when the model fails
    judge: Judge | None = None
    classifier: Classifier | None = None
    making: Making | None = None
    shown: list[ShownAction] = field(default_factory=list)
    session: Session = field(init=False)
    companion: Engine = field(init=False)
    _page: Page = field(default_factory=lambda: Page(SAID))
    _appeared: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Play"]:
        """Runs one process's life on the folder."""
        transcript = Transcript(self.folder)
        console = Console(transcript, ConsoleClock(self.folder, self.clock), self._show, ENGLISH)
        console.downloads = self.folder
        house = house_in_english(
            self.policy or policy_version(self.hosts),
            self.hosts,
            operator="Ada",
            burst=self.burst,
            guards=self.guards,
            making=self.making,
        )
        models = (self.model, *self.after)
        kept = (self.store, self.vault, console.clock)
        parts = Parts(console, models, *kept, self.judge, self.classifier)
        self.companion = Engine(parts, house, Manner(pause_s=0.05))
        self.session = Session(
            console, self.companion.handle, self.companion.settled, self.companion.run_due
        )
        async with AsyncExitStack() as stack:
            stack.callback(transcript.close)
            stack.push_async_callback(self.companion.close)
            await self.companion.recover()
            yield self

    async def type(self, *lines: str) -> list[str]:
        """Types lines and gives the output that they caused, as a person reads it."""
        before = len(self.shown)
        for line in lines:
            await self.session.line(line)
        return [line.text for action in self.shown[before:] for line in self._page.lines(action)]

    async def reads(self, text: str) -> None:
        """Waits until a message reads exactly so."""
        while not any(one["text"] == text for one in self.shown):
            self._appeared.clear()
            await self._appeared.wait()

    def _show(self, shown: ShownAction) -> None:
        self.shown.append(shown)
        self._appeared.set()

    @property
    def words(self) -> str:
        """Everything that stands in the rooms now, private messages too."""
        stands = {one["id"]: one["text"] for one in self.shown if one["do"] != "seen"}
        return "\n".join(stands.values())


def play(folder: Path, model: Model | None = None) -> Play:
    """Gives a play over fakes."""
    vault = FakeVault()
    return Play(folder, FakeStore(vault), vault, model or demonstrating())


async def closes(store: Store, now: datetime, days: float | None, because: str = "") -> None:
    """Lets the operator close in so many days from now, or take that back."""
    at = now + timedelta(days=days) if days is not None else None
    await set_closing(store, Closing(at, because) if at is not None else None, now)


async def met(p: Play) -> Play:
    """Lets whoever speaks be greeted under a command's answer, so that no reply carries that."""
    await p.type("/attune about")
    return p


def _scripted(p: Play) -> ScriptedModel:
    assert isinstance(p.model, ScriptedModel)
    return p.model


def held(p: Play, before: int = 0) -> asyncio.Event:
    """Holds every reply before that piece until the event is set."""
    gate = _scripted(p).gates[before] = asyncio.Event()
    _scripted(p).reached.clear()
    return gate


async def is_asked(p: Play) -> None:
    """Waits until a held reply is asked for."""
    await asyncio.wait_for(_scripted(p).reached.wait(), 5)


async def placeholder_in(store: Store) -> MessageId:
    """Waits until a placeholder is shown and recorded, and gives it."""
    while True:
        shown = [load_shown(row.shown) for row in await store.sweep(AskRow)]
        for one in shown:
            if one.placeholder is not None:
                return one.placeholder
        await asyncio.sleep(0)


async def is_shown(store: Store) -> None:
    """Waits until the first words are shown and their message is recorded."""
    while not any(load_shown(row.shown).messages for row in await store.sweep(AskRow)):
        await asyncio.sleep(0)
