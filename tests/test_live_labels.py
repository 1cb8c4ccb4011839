"""What two readers' labels of a live run come to, on sheets made up here."""

from dataclasses import replace
from pathlib import Path

import pytest

from live import labels
from live.labels import Row
from live.playing import Reply

ONE = Reply("father", "warm", "en", "my cat died", False, "She is gone. I love you.", "", (), 2, 1)
FOUND = {"rule": "claims", "flag": "claimed_feelings", "action": "drop", "sentence": "I miss her."}
DRAFT = {"prompt": [], "text": "I miss her. She is gone.", "failure": ""}
SHOWN = Row(1, "cat", "warm", "my cat died", "She is gone.", "She is gone.")


def labelled(*pairs: tuple[str, str], flag: str = "") -> list[Row]:
    return [replace(SHOWN, flag=flag, label=one, other=other) for one, other in pairs]


def test_a_finding_is_judged_beside_the_draft_it_was_in_and_the_stance_of_its_talk() -> None:
    (row,) = labels.findings([replace(ONE, findings=[FOUND], drafts=[DRAFT])])
    assert (row.sentence, row.flag, row.reply) == ("I miss her.", "claimed_feelings", DRAFT["text"])
    assert row.manner == "warm listen"


def test_every_sentence_that_was_shown_is_judged_and_no_more_than_are_asked_for() -> None:
    assert {one.sentence.strip() for one in labels.released([ONE])} == {
        "She is gone.",
        "I love you.",
    }
    assert len(labels.released([ONE] * 9, most=5)) == 5


def test_a_sheet_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = [replace(SHOWN, sentence='Two lines\nand a "quotation"\t.', label="holds")]
    labels.write(rows, tmp_path / "released.tsv")
    assert labels.read(tmp_path / "released.tsv") == rows


def test_a_label_that_is_none_names_its_row(tmp_path: Path) -> None:
    labels.write([replace(SHOWN, label="fine")], tmp_path / "released.tsv")
    with pytest.raises(ValueError, match="row 1: a label is one of holds"):
        labels.read(tmp_path / "released.tsv")


def test_sheets_of_different_runs_are_not_joined() -> None:
    with pytest.raises(ValueError, match="not of one run"):
        labels.joined([SHOWN], [replace(SHOWN, sentence="Else.")])


def test_the_second_readers_label_stands_beside_the_first() -> None:
    (row,) = labels.joined([replace(SHOWN, label="holds")], [replace(SHOWN, label="echo")])
    assert (row.label, row.other) == ("holds", "echo")


def test_readers_who_agree_no_more_than_chance_have_a_kappa_of_nothing() -> None:
    pairs = [("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]
    assert labels.kappa(pairs) == pytest.approx(0)
    assert labels.kappa([("a", "a"), ("b", "b")]) == pytest.approx(1)


def test_half_a_finding_is_no_right_one() -> None:
    told = dict(
        labels.figures("findings", labelled(("right", "half"), ("wrong", "half"), flag="x"))
    )
    assert told["wrong or the wrong half, second reader"].startswith("1.000")
    assert told["wrong or the wrong half, both"].startswith("0.500")


def test_which_rule_is_broken_does_not_count_as_disagreement() -> None:
    told = dict(labels.figures("released", labelled(("hook", "echo"), ("holds", "holds"))))
    assert told["agreement"].startswith("1.000")
    assert told["kappa"] == "1.00"


def test_what_the_docs_say_of_the_last_run_is_what_its_labels_come_to() -> None:
    docs = (Path(__file__).parent.parent / "docs" / "live.md").read_text("utf-8")
    for name, what in (("findings", "wrong or the wrong half"), ("released", "breaks a rule")):
        rows = labels.read(labels.FOLDER / f"{name}.tsv")
        told = dict(labels.figures(name, rows))
        shares = [float(told[f"{what}, {who} reader"].split()[0]) for who in ("first", "second")]
        first, second = (f"{round(share * len(rows))} ({share:.0%})" for share in shares)
        assert f"| {first} | {second} |" in docs
        assert told["kappa"].removeprefix("0") in docs
