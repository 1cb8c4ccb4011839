"""Plays one talk through the whole program: console, store, prompt, model, governor, repair."""

import json
import os
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from adapters.cli import compose
from adapters.cli.house import house_of, strings_of
from adapters.console.chat import Console
from adapters.console.clock import ConsoleClock
from adapters.console.session import Session
from adapters.console.shown import ShownAction
from adapters.console.transcript import Transcript
from bot.engine import Engine
from bot.engine.parts import Parts
from bot.levels import Level
from bot.ports import Model
from bot.settings import Settings
from live.recording import RecordedModel, Recording
from live.talks import Talk

REPAIR = "/react"
ROOM = Path(os.environ.get("ATTUNE_LIVE_FOLDER", ".venv/live"))
RUN = ROOM / "run.jsonl"


@dataclass(frozen=True, slots=True)
class Reply:
    """What one typed line led to, as a person would have read it, and what it was made of."""

    talk: str
    level: str
    language: str
    said: str
    is_repair: bool
    shown: str
    before: str  # what stood there, when it is a repair
    told: tuple[str, ...]  # what only the person saw
    seconds: float
    first_s: float | None
    drafts: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, str]] = field(default_factory=list)


def kept_run() -> list[Reply]:
    """Gives the run that is kept."""
    return [Reply(**json.loads(line)) for line in RUN.read_text(encoding="utf-8").splitlines()]


@dataclass(slots=True)
class _Stage:
    """What stands in the room."""

    stands: dict[str, str] = field(default_factory=dict)
    newest: str = ""
    told: list[str] = field(default_factory=list)

    def show(self, shown: ShownAction) -> None:
        if shown["do"] in ("seen", "error", "react") or shown["id"] is None:
            return
        if shown["to"] is not None:
            self.told.append(shown["text"])
            return
        self.stands[shown["id"]] = shown["text"]
        self.newest = shown["id"]


async def played(talk: Talk, model: Model, folder: Path) -> list[Reply]:
    """Gives every reply of one talk, in a folder of its own."""
    settings, recorded, stage = Settings(data_folder=folder), RecordedModel(model), _Stage()
    compose.ready_schema(settings)
    transcript, clock = Transcript(folder), ConsoleClock(folder)
    console = Console(transcript, clock, stage.show, strings_of(settings))
    async with AsyncExitStack() as stack:
        stack.callback(transcript.close)
        kept = await stack.enter_async_context(compose.opened(settings))
        classifier = await stack.enter_async_context(compose.classifying(is_awaited=True))
        parts = Parts(
            console, (recorded,), *kept, clock, None, classifier, governing=recorded.governing
        )
        house = house_of(settings, (recorded,))
        companion = Engine(parts, house, compose.manner_of(settings))
        stack.push_async_callback(companion.close)
        session = Session(console, companion.handle, companion.settled, companion.run_due)
        if talk.level is not Level.PLAIN:
            await session.line(f"/attune on {talk.level.word}")
            await session.line("/choose 1")
        return [
            reply
            for line in talk.lines
            if (reply := await _typed(talk, line, session, recorded, stage)) is not None
        ]


async def _typed(
    talk: Talk, line: str, session: Session, recorded: RecordedModel, stage: _Stage
) -> Reply | None:
    recorded.recording, stage.told = Recording(), []
    before = dict(stage.stands)
    await session.line(line)
    made = recorded.recording
    changed = [key for key, text in stage.stands.items() if before.get(key) != text]
    is_told = talk.over_days and stage.told  # what is held, and what a reply used
    if not made.drafts and not is_told and (line.startswith("/") or not changed):
        return None
    shown = "\n\n".join(stage.stands[key] for key in changed)
    return Reply(
        talk.name,
        talk.level.word,
        talk.language,
        line,
        line.startswith(REPAIR),
        shown,
        "\n\n".join(before[key] for key in changed if key in before),
        tuple(stage.told),
        sum(one.total_s for one in made.drafts),
        made.drafts[0].first_s if made.drafts else None,
        [asdict(one) for one in made.drafts],
        made.findings(),
    )
