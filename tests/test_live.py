"""What is counted of live runs, on replies made up here; the runs themselves are `make live`."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import ModelCutOff, ModelRefused
from bot.levels import Level
from bot.model.remote import RemoteModel
from bot.records import ScopeRow
from bot.strings import ENGLISH
from bot.words import Brief, Prompt, PromptLine
from live import __main__ as runs
from live import measures, talks
from live.playing import Reply
from tests.play import play
from tests.tiny_gguf import write

COUNT = Prompt(
    Brief(Level.PLAIN, None, 1, 1), (PromptLine("system", "Count."), PromptLine("user", "Go."))
)
PROMPT = [("system", "A good reply first puts the one concrete thing into its own sentence.")]
ONE = Reply("t", "plain", "en", "my cat died", False, "The cat is gone.", "", (), 2.0, 1.0)
DRAFTED = replace(ONE, drafts=[{"prompt": PROMPT, "text": "", "failure": ""}])


def test_a_script_gives_its_talks_with_level_language_and_lines() -> None:
    (one,) = talks.read("# a comment\n== cat | warm | en\n/attune listen\nshe's gone\n")
    assert one == talks.Talk("cat", Level.WARM, "en", ("/attune listen", "she's gone"))


@pytest.mark.parametrize("text", ["hello\n", "== cat | tepid | en\n", "== cat | warm\n"])
def test_a_faulty_script_names_its_line(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        talks.read(text)


def test_the_thirty_talks_are_there_at_three_levels_with_repairs() -> None:
    every = talks.read(talks.FILE.read_text("utf-8"))
    assert len(every) == 30
    assert {one.level for one in every} == {Level.PLAIN, Level.WARM, Level.ATTUNED}
    assert sum(line.startswith("/react") for one in every for line in one.lines) >= 16
    lines = [line.split() for one in every for line in one.lines]
    stances = {line[1] for line in lines if line[0] == "/attune"}
    assert stances == {"listen", "think", "decide", "do", "stay"}


def test_ten_conversations_go_over_days_with_what_was_asked_to_be_held() -> None:
    every = talks.over_days()
    assert sum(1 + sum(line.startswith("/clock") for line in one.lines) for one in every) >= 10
    assert all(one.over_days for one in every)


@pytest.mark.parametrize("talk", talks.over_days(), ids=lambda talk: str(talk.name))
async def test_a_talk_over_days_begins_with_a_tick_that_holds(
    talk: talks.Talk, tmp_path: Path
) -> None:
    async with play(tmp_path).running() as p:
        await p.type(*talk.lines[:3])
        (scope,) = await p.store.sweep(ScopeRow)
        assert scope.memory


def test_words_of_the_instructions_and_marks_of_the_model_are_leaks() -> None:
    told = "It first puts the one concrete thing into its own sentence."
    assert measures.is_leak(replace(DRAFTED, shown=told))
    assert measures.is_leak(replace(DRAFTED, shown="Sure.<|im_end|>"))
    assert measures.is_leak(replace(DRAFTED, shown="Sure.\nUser: and then?"))
    assert not measures.is_leak(DRAFTED)


def test_a_sentence_of_an_earlier_reply_is_a_repetition_and_a_short_one_is_not() -> None:
    said = "You put the bowl away and took it out again. Yes."
    first, second = replace(ONE, shown=said), replace(ONE, shown=f"Right. {said}")
    assert measures.repeated(second, [first]) == ["you put the bowl away and took it out again."]


def test_a_repair_may_keep_a_sentence_of_what_it_repairs() -> None:
    said = "You put the bowl away and took it out again."
    repair = replace(ONE, is_repair=True, before=said, shown=said)
    assert measures.repeated(repair, [replace(ONE, shown=said)]) == []
    assert not measures.is_changed(repair)
    other = replace(repair, shown="Sixteen years of that flap, and now it is quiet.")
    assert measures.is_changed(other)


def test_a_fixed_line_alone_is_a_reply_that_was_emptied() -> None:
    assert measures.is_emptied(replace(ONE, shown=ENGLISH.replies.nothing_left))
    assert measures.is_emptied(
        replace(ONE, shown=f"{ENGLISH.replies.carried_on}\n\n{ENGLISH.replies.nothing_left}")
    )
    assert not measures.is_emptied(ONE)


def test_a_reply_in_another_language_than_the_talk_counts() -> None:
    german = "Das ist nicht das Ende, und du hast noch die Kraft für morgen."
    assert measures.is_other_language(replace(ONE, shown=german))
    assert not measures.is_other_language(replace(ONE, shown=german, language="de"))
    assert not measures.is_other_language(replace(ONE, shown="Ok."))


def test_every_count_stands_in_the_table() -> None:
    names = [name for name, _ in measures.table([ONE, replace(DRAFTED, is_repair=True)])]
    assert {"emptied", "leaks", "a sentence repeated", "another language"} <= set(names)


async def test_the_model_is_served_in_a_process_of_its_own_to_who_has_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "ROOM", tmp_path)
    with runs.serving(write(tmp_path / "tiny.gguf")) as asked:
        model = RemoteModel(replace(asked, max_tokens=20))
        with pytest.raises(ModelCutOff):  # it never ends by itself
            [draft async for draft in model.stream(COUNT)]
        await model.close()
        stranger = RemoteModel(replace(asked, key="another"))
        with pytest.raises(ModelRefused):
            [draft async for draft in stranger.stream(COUNT)]
        await stranger.close()


def test_a_model_that_cannot_be_served_ends_the_run_and_names_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "ROOM", tmp_path)
    (tmp_path / "broken.gguf").write_bytes(b"GGUF and then nothing")
    with pytest.raises(SystemExit, match=r"serving\.log"), runs.serving(tmp_path / "broken.gguf"):
        pass
    assert "could not be loaded" in (tmp_path / "serving.log").read_text("utf-8")


def test_a_talk_that_nobody_knows_ends_the_run_before_a_model_is_fetched() -> None:
    with pytest.raises(SystemExit, match="No talk is named nobody"):
        runs.main(["nobody"])


def test_another_model_is_asked_where_it_is_with_its_key_and_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ATTUNE_LIVE_KEY", "a key")
    with runs.answering("http://127.0.0.1:1/v1", "another") as asked:
        assert (asked.url, asked.name, asked.key) == ("http://127.0.0.1:1/v1", "another", "a key")
        assert asked.first_token_s == asked.total_s == runs.PATIENT_S
