"""`attune replay`: rows in, replies and what the governor did out; faults told all at once."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from adapters.evaluation import replay
from bot.crisis.scores import WIDTH
from bot.engine.reply_inputs import Manner
from bot.errors import ModelError, ModelUnreachable, SettingsFault
from bot.governor.leanings import LEANINGS
from bot.levels import Level, Stance
from bot.model.calibrated import EVEN
from bot.model.classifier import Network
from bot.model.judge import Judge
from bot.model.offline import OfflineModel
from bot.prompt import without_note
from bot.repair import MEND
from bot.rupture import Rupture
from bot.strings import ENGLISH
from bot.text.wordpiece import vocabulary
from tests.play import ScriptedModel
from tests.test_model_judge import UNSURE

PIECES = vocabulary("[CLS]\n[SEP]\n[UNK]\ngently")


def run(rows: Sequence[Sequence[int]]) -> list[list[float]]:
    """Leans to a hook where one word stands, and is not sure of it."""
    hook = LEANINGS.index("hook") + WIDTH
    far = [float(PIECES["gently"] in row) for row in rows]
    width = range(WIDTH + len(LEANINGS))
    return [[one if at == hook else -9.0 for at in width] for one in far]


NETWORK = Network(run, PIECES, EVEN)

ROWS = Path(__file__).parent / "replay" / "rows.jsonl"


BURDEN = {"rule": "question-budget", "action": "drop"}


def test_forty_rows_go_across_levels_stances_and_ruptures() -> None:
    rows = replay.read(ROWS)
    assert len(rows) == 40
    assert {row.level for row in rows} == set(Level)
    assert {row.stance for row in rows} == {*Stance, None}
    assert len({row.rupture for row in rows}) > 8
    assert max(Counter(row.id for row in rows).values()) == 1


async def test_every_row_is_answered_on_the_offline_model() -> None:
    rows = replay.read(ROWS)
    found = [one async for one in replay.replayed(rows, replay.Voice((OfflineModel(ENGLISH),)))]
    assert [one["id"] for one in found] == [row.id for row in rows]
    assert all(one["reply"] and one["failure"] is None for one in found)


async def test_the_governor_and_a_failure_are_in_the_result() -> None:
    rows = tuple(row for row in replay.read(ROWS) if row.id in ("plain-launch", "warm-launch"))
    said: list[list[str | ModelError]] = [
        ["Say it first. Why? And how?"],
        ["Half of", ModelUnreachable("It is down.")],
    ]
    script = iter(said)
    model = ScriptedModel(lambda _prompt: next(script))
    one, two = [each async for each in replay.replayed(rows, replay.Voice((model,)))]
    assert one["reply"] == "Say it first. Why?"
    assert one["governor"] == {"questions": 1, "dropped_questions": 1, "findings": [BURDEN]}
    assert two["failure"] == "It is down."


async def test_a_repair_reads_as_it_is_shown_with_what_was_off_first() -> None:
    row = next(row for row in replay.read(ROWS) if row.rupture is Rupture.COLD)
    model = ScriptedModel(lambda _prompt: ["The ward has a phone."])
    (one,) = [each async for each in replay.replayed((row,), replay.Voice((model,)))]
    assert one["reply"] == "That was colder than what you told me.\n\nThe ward has a phone."


@pytest.mark.parametrize(("level", "kept"), [(Level.PLAIN, True), (Level.WARM, False)])
async def test_the_judge_is_asked_as_it_is_of_people(level: Level, kept: bool) -> None:
    row = replay.ReplayRow("r", level, None, None, (("person", "What a day."),))
    judge = Judge(ScriptedModel(lambda _prompt: ["Yes."]), 1, trusted={"attachment_hook"})
    model = ScriptedModel(lambda _prompt: [f"The bank opens at nine. {UNSURE} Go there."])
    voice = replay.Voice((model,), judge=judge, network=NETWORK)
    (one,) = [each async for each in replay.replayed((row,), voice)]
    assert (UNSURE in one["reply"]) == kept
    assert ("judge" in {each["rule"] for each in one["governor"]["findings"]}) != kept


def test_a_rupture_asks_for_the_person_s_message_again() -> None:
    row = next(row for row in replay.read(ROWS) if row.rupture is Rupture.COLD)
    prompt = replay.prompt_of(row, Manner(), "Attune")
    assert without_note(prompt.lines[-1].text) == "My mother is in hospital and I can't go."
    assert MEND[Rupture.COLD] in prompt.lines[-1].text


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    said = [{"role": "person", "text": "hi"}]
    lines = [
        "not json",
        json.dumps({"id": 1, "level": "deep", "turns": said}),
        json.dumps({"id": 1, "level": "warm", "stance": "sit", "turns": said}),
        json.dumps({"id": 1, "level": "warm", "turns": [*said, {"role": "bot", "text": "x"}]}),
        json.dumps({"id": 1, "level": "warm", "turns": said, "rupture": "sad"}),
        json.dumps({"id": 1, "level": "warm", "turns": said, "more": 1}),
    ]
    file.write_text("\n".join(lines))
    with pytest.raises(SettingsFault) as caught:
        replay.read(file)
    assert [fault.split(":")[0] for fault in caught.value.faults] == [
        f"rows.jsonl, line {number}" for number in range(1, 7)
    ]
    with pytest.raises(SettingsFault, match=r"cannot be read"):
        replay.read(tmp_path / "missing.jsonl")
