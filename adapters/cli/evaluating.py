"""Commands that judge files and serve nobody: replay, review, crisis, markers, evaluate.

What judges is imported where a command begins: every other command would wait for it too.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli import weights
from bot.errors import ClassifierError, SettingsFault
from bot.logs import configure
from bot.settings import Settings, load

if TYPE_CHECKING:
    from adapters.evaluation.replay import ReplayRow
    from bot.model.classifier import Network

app = typer.Typer()


@app.command("replay")
def replay_rows(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Rows as docs/replay.md says.")],
) -> None:
    """Ask your model each row of a file, and print the replies.

    Each as a person would get it, after every check (docs/replay.md).
    """
    from adapters.evaluation import replay

    settings = load()
    configure(settings.log_level)
    rows = replay.read(file)
    if not asyncio.run(_replayed(settings, rows)):
        sys.exit(1)


async def _replayed(settings: Settings, rows: "tuple[ReplayRow, ...]") -> bool:
    from adapters.calibration import measured
    from adapters.cli.compose import manner_of
    from adapters.cli.models import judge_of, models_of
    from adapters.evaluation import replay
    from bot.model.judge import Judge

    models, judge, is_whole = models_of(settings), judge_of(settings), True
    asked = Judge(judge, settings.judge_seconds) if judge is not None else None
    voice = replay.Voice(models, manner_of(settings), settings.bot_name, asked, _network())
    try:
        if asked is not None:
            await measured(settings, asked)  # it is asked what it is asked of people, and no more
        async for one in replay.replayed(rows, voice):
            print(json.dumps(one, ensure_ascii=False), flush=True)
            is_whole = is_whole and one["failure"] is None
    finally:
        for model in (*models, *((asked,) if asked is not None else ())):
            await model.close()
    return is_whole


@app.command("review")
def review_replies(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Rows as docs/governor.md says, or - for input.")
    ],
) -> None:
    """Show what the checks of replies do with the rows of a file.

    A faulty row is told, and the rest go on.
    """
    from adapters.evaluation import review
    from adapters.evaluation.jsonl import Rows

    rows, network = Rows(file), _network()
    leanings = network.leanings if network is not None else review.rules_alone
    for row in rows.each(review.read):
        print(json.dumps(review.reviewed(row, leanings), ensure_ascii=False))
    if not rows.is_whole:
        sys.exit(1)


@app.command("crisis")
def crisis_of(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Rows as docs/crisis.md says, or - for input.")
    ],
) -> None:
    """Show how acute a risk to life each message of a file states.

    And why; a faulty row is told, and the rest go on.
    """
    from adapters.evaluation.crisis import CrisisReader, message
    from adapters.evaluation.jsonl import Rows

    reader, rows = CrisisReader(_network()), Rows(file)
    for one in rows.each(message):
        print(json.dumps(reader.of(one), ensure_ascii=False))
    if not rows.is_whole:
        sys.exit(1)


@app.command("markers")
def markers_of(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Rows as docs/markers.md says, or - for input.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a day.")] = False,
) -> None:
    """Show what would be noticed in the messages of a file.

    Day by day, and never their words.
    """
    from adapters.evaluation import markers
    from adapters.evaluation.jsonl import whole

    messages, network = whole(file, markers.read), _network()
    if network is None:
        raise SettingsFault(("Markers are read by the classifier, and none can be used here.",))
    days = markers.noticed(messages, network)
    lines = map(json.dumps, map(markers.as_row, days)) if as_json else markers.table(days)
    for line in lines:
        print(line, flush=True)


def _network() -> "Network | None":
    """Gives what reads beside the patterns; where it cannot be loaded says so, and gives None."""
    from bot.model.classifier import loaded  # its runtime takes a while to load

    if not weights.has_classifier():
        return None
    try:
        return loaded(weights.FOLDER)
    except ClassifierError as failure:
        sys.stderr.write(f"attune: patterns and rules alone read here: {failure}\n")
        return None


People = Annotated[
    int,
    typer.Option(
        min=0,
        max=100_000,
        metavar="COUNT",
        help="How many ordinary people to put together, to 100,000 (docs/markers.md).",
    ),
]


@app.command("evaluate")
def evaluate_rows(
    files: Annotated[
        list[str],
        typer.Argument(help="Labelled rows as docs/crisis.md says, or -.", metavar="FILE..."),
    ],
    people: People = 0,
) -> None:
    """Measure review, crisis and markers on rows with answers.

    Precision, recall and alarms per 1,000, of replies, messages and talks.
    """
    from adapters.evaluation.evaluate import evaluated
    from adapters.evaluation.jsonl import Rows

    rows = Rows(*files)
    print("\n".join(evaluated(rows, _network(), people)))
    if not rows.is_whole:
        sys.exit(1)
