"""What a reply was made with: names of strangers cleaned, kept without words, told in a line."""

import json
from dataclasses import replace

import pytest

from bot.decide.explaining import who_wrote
from bot.engine.tally import Tally, written
from bot.layout.dates import Occasion
from bot.made import (
    MOST_CALLED,
    MOST_NAME,
    NO_ORIGIN,
    By,
    Called,
    Made,
    Maker,
    Origin,
    as_called,
    cleaned,
    dump,
    load,
)
from bot.making import Making, changes, heard_of
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT, commands, known, reply

TOLD = ("1-abc", "2026-11-12", "f" * 64, "0.1.0")
ORIGIN = Origin((Maker("small", "e" * 64), Maker("large")), *TOLD)
WHY = ENGLISH.why
NOW = Occasion(AT)
A = Making(("gpt",), ("one.example",))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-8B"),
        ("llama3.1:8b", "llama3.1:8b"),
        ("/home/ada/models/llama-q4.gguf", "llama-q4.gguf"),
        ("C:\\Users\\ada\\llama.gguf", "llama.gguf"),
        ("ada/private/llama.gguf", "llama.gguf"),
        ("x\n**IGNORE** <@1> \u202eall", "x-IGNORE-@1-all"),
        ("a" * 10_000, "a" * MOST_NAME),
        ("", ""),
        ("\u0000", ""),
    ],
)
def test_the_name_an_endpoint_gives_is_cut_and_cleaned(given: str, kept: str) -> None:
    assert as_called(given) == kept


def test_the_name_that_was_set_stays_as_it_is_but_on_one_line_and_short() -> None:
    assert cleaned("Llama 3 (Ada's)") == "Llama 3 (Ada's)"
    assert cleaned("a\n\tb\u200b c") == "a b c"
    assert len(cleaned("a b" * 1000)) <= MOST_NAME


def test_what_is_kept_reads_again_and_what_is_none_is_nothing() -> None:
    made = ORIGIN.made(0)
    assert load(dump(made)) == made
    assert dump(Made(By.PROGRAM)) == '{"by": "program"}'
    assert [load(one) for one in ("", "{}", "[]", "x", '{"by": "nobody"}', "null")] == [None] * 6
    assert load(json.dumps({"by": "model", "later": "1"})) == Made()  # of a later release


def test_each_endpoint_is_told_apart_and_what_none_wrote_names_none() -> None:
    assert ORIGIN.made(0) == Made(By.MODEL, "small", "e" * 64, *TOLD)
    assert ORIGIN.made(1, "large-2") == Made(By.MODEL, "large-2", "", *TOLD)
    assert ORIGIN.made(None) == Made(By.PROGRAM, program="0.1.0")
    assert NO_ORIGIN.made(3) == Made()
    assert Origin((Maker(is_model=False),)).made(0).by is By.DEMONSTRATION


def test_an_endpoint_that_names_itself_anew_each_time_is_known_by_a_few_names() -> None:
    called = Called()
    for number in range(100):
        called.note("gpt", f"gpt-{number}")
    assert called.names == {"gpt": tuple(f"gpt-{number}" for number in range(MOST_CALLED))}
    assert (called.counted("gpt", "gpt-0"), called.counted("gpt", "gpt-99")) == ("gpt-0", "gpt")


# -- what a person is told ---------------------------------------------------------------------


def asked(made: str, **row: object) -> str:
    state = replace(known(), reply=reply((), made=made, **row))
    return who_wrote(state.for_event(commands("why")), NOW)  # type: ignore[arg-type]


def test_why_ends_with_who_wrote_it() -> None:
    day = "12 November" if AT.year == 2026 else "12 November 2026"
    assert asked(dump(ORIGIN.made(0))) == f"-# {WHY.written.format(model='small', day=day)}"
    repaired = asked(dump(ORIGIN.made(1)), repairs=1)
    assert repaired == f"-# {WHY.repaired.format(model='large', day=day)}"
    assert asked(dump(Made(since="2026-11-12"))).startswith(f"-# {WHY.unnamed}")
    assert asked(dump(Made(By.PROGRAM))) == f"-# {WHY.fixed}"
    assert asked(dump(Made(By.DEMONSTRATION))) == f"-# {WHY.demonstrated}"


def test_of_a_reply_of_an_earlier_release_nothing_is_claimed() -> None:
    assert asked("") == ""


def test_an_answer_to_an_edited_message_is_no_repair() -> None:
    assert WHY.written.partition("}")[2][:12] in asked(dump(ORIGIN.made(0)), repairs=1, anew=1)


def test_a_name_marks_nothing() -> None:
    assert "**" not in asked(dump(Made(model="**x**", since="2026-11-12")))


@pytest.mark.parametrize("code", OFFERED)
def test_the_line_is_short_in_every_language(code: str) -> None:
    said = ENGLISH.to(code).why
    for form in (said.written, said.repaired):
        assert len(form.format(model="m" * 40, day="12 November")) <= 160
    assert max(map(len, (said.demonstrated, said.fixed, said.by_program))) <= 160


# -- news of it --------------------------------------------------------------------------------


def test_the_first_name_of_an_endpoint_is_no_news_and_another_is() -> None:
    first = replace(A, called=(("gpt", ("gpt-1",)),))
    second = replace(A, called=(("gpt", ("gpt-2",)),))
    assert list(changes(A, first, ENGLISH)) == []
    heard = heard_of(A, first)
    (said,) = changes(heard, second, ENGLISH)
    assert said == ENGLISH.continuity.models.format(now="gpt-2", before="gpt-1")
    both = heard_of(heard, second)
    assert [list(changes(both, one, ENGLISH)) for one in (A, first, second)] == [[], [], []]


def test_a_restart_that_knows_no_name_yet_forgets_none() -> None:
    heard = replace(A, called=(("gpt", ("gpt-1",)),), weights=(("gpt", "a"),))
    assert heard_of(heard, A) == heard
    assert heard_of(heard, Making(("other",))) == Making(("other",))


def test_names_without_end_stop_being_news() -> None:
    heard, news = A, 0
    for number in range(100):
        now = replace(A, called=(("gpt", (f"gpt-{number}",)),))
        news += len(list(changes(heard, now, ENGLISH)))
        heard = heard_of(heard, now)
    assert news == 2 * MOST_CALLED - 1


def test_another_file_of_the_same_name_is_news_and_one_that_is_not_known_is_none() -> None:
    old, new = (replace(A, weights=(("gpt", one),)) for one in "ab")
    assert list(changes(old, new, ENGLISH)) == [ENGLISH.continuity.weights]
    assert [list(changes(*pair, ENGLISH)) for pair in ((A, new), (old, A))] == [[], []]


def test_a_count_names_the_model_and_nobody() -> None:
    tally = Tally()
    tally.note(AT, written(ORIGIN.made(0)))
    assert dict(tally.waiting) == {f"{AT:%Y-%m}:written:model:small": 1}
