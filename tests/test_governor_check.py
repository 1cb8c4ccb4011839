"""The governor as a whole: drops, one redraft, a plain sentence; models; review and evaluate."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.evaluation import review
from adapters.evaluation.figures import figures
from adapters.evaluation.jsonl import Rows, lines_of
from bot.engine.generate import Generation, again
from bot.errors import SettingsFault
from bot.governor.check import FLAGS, Finding, Place, found, said_plainly
from bot.governor.filter import Governed, Release
from bot.governor.rules.every import RULES
from bot.prompt import noted
from bot.strings import ENGLISH
from bot.text.plain import is_wordless, plain
from bot.text.quotes import Quoting
from bot.words import Draft
from tests.in_english import in_english
from tests.play import ScriptedModel
from tests.test_engine_generate import PROMPT, always
from tests.warm import attune

PIECES = ("What a great question! ", "The lease ends in May. ", "I'm always here for you. ",
          "Call the office before noon. ", "`code` stays. ", "Really? ")  # fmt: skip


def governed(text: str, user: str = "when does it end", cut: int = 0) -> str:
    of = Governed(1, context=in_english(user))
    of.begin_again()
    released: list[Release] = []
    chance, at = random.Random(cut), 0
    while at < len(text):
        step = chance.randint(1, 7) if cut else len(text)
        released += of.feed(Draft(text[at : at + step]))
        at += step
    return "".join(one.text for one in (*released, *of.end()))


def test_what_is_left_reads_well_and_is_never_empty() -> None:
    text = "What a great question! The lease ends in May. I'm always here for you."
    assert governed(text) == "The lease ends in May."
    assert governed("You're a genius!") == ENGLISH.replies.nothing_left


def test_code_and_quotations_stay_byte_for_byte() -> None:
    text = "Run this:\n\n```\nprint('You are a genius!')\n```\n\n> I love you, he wrote.\n"
    assert governed(text).strip() == text.strip()


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.integers(1, 99))
def test_the_verdict_does_not_depend_on_how_the_stream_is_cut(parts: list[str], cut: int) -> None:
    text = "".join(parts)
    assert governed(text, cut=cut) == governed(text)


@given(st.text("-*+•#=_~.,;! \n\t", max_size=20))
def test_marks_alone_break_no_rule_and_say_nothing_to_a_classifier(marks: str) -> None:
    context = in_english("which number do i call")
    whole = [rule for rule in RULES if rule.reads_shown]
    assert is_wordless(marks)
    assert not any(rule.check(plain(marks), context, ("Call 9 8", "8")) for rule in whole)
    assert not any(map(str.isalpha, said_plainly(marks, context)))


def test_a_stop_alone_inside_an_open_quotation_is_judged_as_words() -> None:
    place = Place(("Goodbye, and take good care of yourself.",) * 3, Quoting(True, opened='"'))
    judged = found(". ", in_english("bye, delete me"), place)
    assert judged is not None
    assert judged.rule == "farewell-length"
    assert found(". ", in_english("bye, delete me"), Place(place.before)) is None


# -- one redraft -------------------------------------------------------------------------------

PUSHED = in_english("no, you're wrong", earlier=("The lease ends in May.",))


async def released(model: ScriptedModel) -> str:
    of = Generation((model,), lambda: Governed(1, context=PUSHED), always, pause_s=60)
    return "".join([text async for text in of.texts(PROMPT)])


async def test_a_fold_is_redrafted_once_and_goes_on_after_what_was_said() -> None:
    drafts = iter([["It is May. ", "You're right, I apologize. More."], ["May stands."]])
    model = ScriptedModel(lambda _prompt: next(drafts))
    assert await released(model) == "It is May. May stands."
    told = model.prompts[1].lines
    assert told[-2].text == "It is May."
    assert "Nothing new was said" in told[-1].text


async def test_a_redraft_that_fails_too_ends_with_a_plain_sentence() -> None:
    model = ScriptedModel(lambda _prompt: ["It is May. You're right, I apologize."])
    assert await released(model) == f"It is May. {ENGLISH.replies.honest_instead}"
    assert len(model.prompts) == 2


def test_the_redrafts_prompt_ends_with_the_person_when_nothing_was_said() -> None:
    finding = Finding("capitulation", "capitulation", "redraft", "x", "Keep it.")
    prompt = again(PROMPT, "", finding)
    assert [line.role for line in prompt.lines] == ["system", "user"]
    assert prompt.lines[-1].text.endswith("\n\n\u2060(Keep it.)")


@pytest.mark.parametrize("said", ["", "It is May."])
def test_a_redraft_quotes_nothing_of_what_should_not_be_said_and_goes_on_from_the_note(
    said: str,
) -> None:
    finding = Finding("capitulation", "capitulation", "redraft", "a bad sentence", "Keep it.")
    *before, last = PROMPT.lines
    noted_prompt = replace(PROMPT, lines=(*before, replace(last, text=noted("hi", "Ask nothing."))))
    lines = again(noted_prompt, said, finding).lines
    text = "".join(line.text for line in lines)
    assert ("a bad sentence" in text, text.count("Ask nothing.")) == (False, 1)
    assert (lines[-1].text == "hi\n\n\u2060(Ask nothing. Keep it.)") == (not said)


# -- review and evaluate -----------------------------------------------------------------------


def test_review_tells_flags_findings_and_what_would_be_seen(tmp_path: Path) -> None:
    row = {"id": "a", "user": "hi", "reply": "What a great question! Two eggs. Why? And how?"}
    ran = attune(tmp_path, "review", "-", lines=json.dumps(row) + "\nno json\n")
    assert ran.returncode == 1
    assert "line 2 is not JSON" in ran.stderr
    told = json.loads(ran.stdout)
    assert told["id"] == "a"
    assert "question_burden" in told["flags"]
    assert told["findings"][0] == {
        "rule": "flattery", "action": "drop", "sentence": "What a great question!",
    }  # fmt: skip
    assert told["reply"] == "Two eggs. Why?"


def test_a_history_makes_a_fold_visible_and_faulty_rows_are_told() -> None:
    history = [{"role": "bot", "text": "It ends in May."}]
    row = {
        "id": 1,
        "user": "no, you're wrong",
        "reply": "You're right, I apologize.",
        "history": history,
    }
    told = review.reviewed(review.read(json.dumps(row)))
    assert "capitulation" in told["flags"]
    assert told["reply"] == ENGLISH.replies.nothing_left


WHOLE = {"id": "a", "user": "hi", "reply": "At nine."}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("[" * 100_000, "is not JSON"),
        ("[1, 2]", "is not an object"),
        (json.dumps({**WHOLE, "user": 1}), "has no user and reply"),
        (json.dumps({"user": "hi", "reply": "x"}), "has no id"),
        (json.dumps({**WHOLE, "level": "deep"}), "names no level or stance"),
        (json.dumps({**WHOLE, "stance": 4}), "names no level or stance"),
        (json.dumps({**WHOLE, "history": 3}), "no list of turns"),
        (json.dumps({**WHOLE, "history": [{"role": "cat", "text": "x"}]}), "without a role"),
    ],
    ids=lambda _: None,
)
def test_a_faulty_row_is_told_by_what_it_lacks(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        review.read(line)


def test_only_a_line_feed_ends_a_row_and_blank_lines_are_none(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    row = json.dumps({**WHOLE, "user": "a\u2028b", "level": None}, ensure_ascii=False)
    file.write_bytes(b"\xef\xbb\xbf" + f"\n{row}\r\n\n".encode())
    rows = Rows(str(file))
    assert [each.user for each in rows.each(review.read)] == ["a\u2028b"]
    assert rows.is_whole
    with pytest.raises(SettingsFault, match="cannot be read"):
        list(lines_of("missing.jsonl"))


def test_after_a_reply_that_only_asked_none_is_asked() -> None:
    history = [{"role": "bot", "text": "Who was it? When?"}]
    row = {**WHOLE, "reply": "It opens at nine. Which day?", "history": history}
    assert review.reviewed(review.read(json.dumps(row)))["reply"] == "It opens at nine."
    assert review.reviewed(review.read(json.dumps({**WHOLE, "reply": " "})))["reply"]


def test_evaluate_wants_labels_and_names_those_there_are_none_of(tmp_path: Path) -> None:
    lines = [json.dumps(WHOLE), json.dumps({**WHOLE, "labels": ["flatery"]})]
    ran = attune(tmp_path, "evaluate", "-", lines="\n".join(lines))
    assert ran.returncode == 1
    assert "line 1 has no labels" in ran.stderr
    assert "not judged here: flatery" in ran.stderr


def test_evaluate_counts_each_label_with_intervals() -> None:
    rows = [(("flattery",), ["flattery"]), (("flattery",), []), ((), ["flattery"]), ((), [])]
    (line,) = figures(rows, FLAGS)[1:]
    assert line.split()[:3] == ["flattery", "4", "2"]
    assert "0.500 [0.09 0.91]" in line
